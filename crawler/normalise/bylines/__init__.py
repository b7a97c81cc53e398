"""Bylines: reading one as printed, and deciding between all that a page states."""

from crawler.normalise.bylines.grammar import Byline, parse_byline
from crawler.normalise.bylines.resolve import BylineDecision, resolve_byline

__all__ = ["Byline", "BylineDecision", "parse_byline", "resolve_byline"]
