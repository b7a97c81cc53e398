"""Dates: one printed time, the times a text names, and which of a page's times is its own."""

from crawler.normalise.dates.decision import DateDecision, resolve_dates
from crawler.normalise.dates.mentions import Mention, find_dates
from crawler.normalise.dates.reading import DateValue, parse_date

__all__ = ["DateDecision", "DateValue", "Mention", "find_dates", "parse_date", "resolve_dates"]
