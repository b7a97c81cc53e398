"""One printed or machine-written time becomes a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from crawler.evidence import Context
from crawler.normalise.dates.grammar import Clock, Day, find_clock, find_days, find_partial, is_dated
from crawler.normalise.dates.machine import Stamp, read_stamp
from crawler.normalise.dates.tokens import Tokens, tokenise
from crawler.normalise.dates.words import Span, fold, vocabulary
from crawler.normalise.dates.zones import Zoned, iso, locate, zone_named

_LONGEST = 400
"""Characters of a text that are looked at for its date: no printed date line is longer."""
_DAY = timedelta(days=1)
_WIDEST_PHRASE = 5
_MONTH_FIRST_ZONES = ("America/", "Pacific/", "US/", "Etc/", "UTC")
"""Zones where an English page may print the month first; everywhere else it prints the day first."""
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class DateValue:
    """A time as a page states it.

    ``iso`` is ISO 8601: a day alone where no clock is stated, a local time without offset where no zone is known; a month
    or year stands by its first day. ``precision`` is second, minute, day, month or year. ``basis`` says what the offset
    rests on: explicit (stated with it), site (the site's own zone) or assumed; ``None`` where there is none. ``zone`` is
    an IANA name or ``None``. ``raw`` is the text read.
    """

    iso: str
    precision: str
    basis: str | None
    zone: str | None
    raw: str

    @property
    def moment(self) -> datetime:
        """``iso`` as a datetime, aware where it has an offset."""
        return datetime.fromisoformat(self.iso)

    @property
    def has_clock(self) -> bool:
        """Whether a time of day is stated."""
        return self.precision in {"second", "minute"}


def parse_date(text: str, context: Context) -> DateValue | None:
    """Read the first date of a text with its clock and zone; ``None`` where none is sure.

    The page's language gives the names. Numbers alone are day first unless ``context.date_order`` or a four-digit first
    number says otherwise; where an English page prints "05/06/2024" and neither order nor zone is known, it stays unread. A
    date in numbers that lies more than one day after the fetch is read the other way about. Days without a year and
    relative words ("2 jam lalu", "kemarin") need ``context.fetched_at``; counted days ("3 days ago") stay unread, for each
    site rounds them in its own way.
    """
    raw = _BLANK.sub(" ", text[:_LONGEST]).strip()
    if not raw:
        return None
    stamp = read_stamp(raw)
    if stamp is not None:
        return from_stamp(stamp, raw, context)
    tokens = tokenise(raw, vocabulary(context.language))
    if not any(letter in tokens.classes for letter in "dyn") and len(tokens.classes) > 8:
        return None
    return _printed(tokens, raw, context)


def _printed(tokens: Tokens, raw: str, context: Context) -> DateValue | None:
    day = next(find_days(tokens, context), None)
    if day is not None:
        settled = _settle(day, tokens, context)
        return _value(settled, find_clock(tokens, day), raw, context) if settled else None
    if is_dated(tokens):
        return None
    relative = _relative(tokens, context)
    if relative is not None:
        return _from_relative(*relative, tokens, raw, context)
    return _partial(tokens, raw, context) or _year_alone(tokens, raw)


def _partial(tokens: Tokens, raw: str, context: Context) -> DateValue | None:
    found = find_partial(tokens, context)
    if found is None:
        return None
    if found.day is not None:
        return DateValue(found.day.isoformat(), found.precision, None, None, raw)
    day = _with_year(found, context)
    return _value(day, find_clock(tokens, found), raw, context) if day else None


def from_stamp(stamp: Stamp, raw: str, context: Context) -> DateValue:
    """Place a machine's time: its own offset, else the site's zone, else local."""
    if stamp.precision == "day":
        return DateValue(stamp.moment.date().isoformat(), "day", None, None, raw)
    return _place(locate(stamp.moment, context, offset=stamp.offset), stamp.precision, raw)


def _value(day: date, clock: Clock | None, raw: str, context: Context) -> DateValue:
    if clock is None:
        return DateValue(day.isoformat(), "day", None, None, raw)
    zoned = locate(datetime.combine(day, clock.clock), context, clock.abbreviation, clock.offset)
    return _place(zoned, clock.precision, raw)


def _place(zoned: Zoned, precision: str, raw: str) -> DateValue:
    return DateValue(iso(zoned.moment), precision, zoned.basis, zoned.zone, raw)


def _settle(day: Day, tokens: Tokens, context: Context) -> date | None:
    """Decide between day first and month first where a date in numbers can be both."""
    if day.other is None or day.day is None:
        return day.day
    if context.fetched_at is not None:
        limit = context.fetched_at.date() + _DAY
        if day.day > limit >= day.other:
            return day.other
        if day.other > limit >= day.day:
            return day.day
    slashed = "/" in tokens.classes[day.first : day.last]
    unsure = slashed and context.date_order is None and (context.language or "en")[:2] == "en"
    return None if unsure and (context.timezone or "America/").startswith(_MONTH_FIRST_ZONES) else day.day


def _with_year(day: Day, context: Context) -> date | None:
    """The latest such day that does not lie after the fetch."""
    if context.fetched_at is None or day.month_day is None:
        return None
    limit = context.fetched_at.date() + _DAY
    for year in range(limit.year, limit.year - 5, -1):
        try:
            found = date(year, *day.month_day)
        except ValueError:
            continue
        if found <= limit:
            return found
    return None


def _year_alone(tokens: Tokens, raw: str) -> DateValue | None:
    if tokens.classes != "y" or not 1900 <= tokens.values[0] <= 2099:
        return None
    return DateValue(f"{tokens.values[0]}-01-01", "year", None, None, raw)


def _relative(tokens: Tokens, context: Context) -> tuple[Span, Day] | None:
    """How long ago, and the place of the words; the longest phrase that begins first."""
    if context.fetched_at is None:
        return None
    phrases = vocabulary(context.language).relative
    words = [fold(tokens.text[start:end]) for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    for first in range(len(words)):
        for last in range(min(len(words), first + _WIDEST_PHRASE), first, -1):
            part = words[first:last]
            place = next((n for n, word in enumerate(part) if word.isdecimal()), None)
            amount = int(part[place]) if place is not None and len(part[place]) < 4 else 1
            span = phrases.get("".join("{}" if n == place else word for n, word in enumerate(part)))
            if span is not None:
                ago = Span(span.seconds * amount, None if span.days is None else span.days * amount)
                return ago, Day(first, last, None)
    return None


def _from_relative(span: Span, place: Day, tokens: Tokens, raw: str, context: Context) -> DateValue | None:
    fetched = context.fetched_at or datetime.now(UTC)
    site = zone_named(context.timezone)
    local = fetched.astimezone(site) if site else fetched
    if span.days is not None:
        return _value((local - timedelta(days=span.days)).date(), find_clock(tokens, place), raw, context)
    moment = (local - timedelta(seconds=span.seconds)).replace(second=0, microsecond=0)
    return DateValue(iso(moment), "minute", "assumed", context.timezone if site else None, raw)
