"""Bylines: reading one as printed, and deciding between all that a page states."""

from crawler.normalise.byline_grammar import Byline, parse_byline

__all__ = ["Byline", "parse_byline"]
