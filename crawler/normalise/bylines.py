"""Bylines: reading one as printed, and deciding between all that a page states."""

from crawler.normalise.byline_grammar import Byline, parse_byline
from crawler.normalise.byline_resolve import BylineDecision, resolve_byline

__all__ = ["Byline", "BylineDecision", "parse_byline", "resolve_byline"]
