"""Stated times as evidence: read, weighed by where they stand, compared with one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from crawler.evidence import Candidate, Context, Segment
from crawler.normalise.dates.reading import DateValue, parse_date
from crawler.normalise.dates.zones import iso

_TRUST = {
    "jsonld": 5.0,
    "meta": 4.0,
    "microdata": 4.0,
    "feed": 4.0,
    "dom": 3.0,
    "sitemap": 3.0,
    "text": 2.0,
    "url": 2.0,
    "site": 1.0,
}
_LOOSE_META = re.compile(r"meta:(?:date|dc\.date|dcterms\.date|published|sailthru\.date|created|.*updat.*)$")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-])")
_URL_DIGITS = re.compile(r"(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?(?!\d)")
_YEAR = re.compile(r"\d{4}")
_WIDEST_OFFSET = timedelta(hours=14)
_MOST = 24
"""Readings of one field that are compared: what comes after is repetition."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One stated time. ``trust`` ranks it; ``witness`` is who states it: what one program writes twice counts once."""

    value: DateValue
    candidate: Candidate
    trust: float
    witness: str

    @property
    def is_printed(self) -> bool:
        """Whether readers see it: visible text, no attribute."""
        return self.candidate.source in {"dom", "text"} and "@" not in self.candidate.key

    @property
    def is_utc(self) -> bool:
        """Whether it is stated with the offset of UTC."""
        return self.value.basis == "explicit" and self.value.moment.utcoffset() == timedelta(0)

    def with_zone(self, zone: tzinfo) -> Reading:
        """The same clock with another offset."""
        moment = self.value.moment.replace(tzinfo=zone)
        return replace(self, value=replace(self.value, iso=iso(moment)))


def read_all(candidates: Sequence[Candidate], field: str, context: Context) -> tuple[Reading, ...]:
    """Read every candidate of a field that can be read, in the order given, repetitions once."""
    found: dict[tuple[str, str, str], Reading] = {}
    for candidate in candidates:
        if candidate.field != field or len(found) >= _MOST:
            continue
        value = parse_date(candidate.text, context)
        if value is not None:
            witness = _witness(candidate)
            found.setdefault(
                (value.raw, candidate.source, witness), Reading(value, candidate, _trust(candidate, value), witness)
            )
    return tuple(found.values())


def readings_of_url(context: Context, candidates: Sequence[Candidate], *, alone: bool = False) -> tuple[Reading, ...]:
    """The day that the address names, unless a candidate states it already.

    A path such as ``/2024/05/03/`` may stand ``alone``, for want of other evidence; digits such as ``20240503`` only bear out.
    """
    if any(candidate.source == "url" for candidate in candidates):
        return ()
    match = _URL_DAY.search(context.url) or (None if alone else _URL_DIGITS.search(context.url))
    if match is None:
        return ()
    text = "-".join((match[1], match[2].zfill(2), match[3].zfill(2)))
    value = parse_date(text, context)
    return (Reading(value, Candidate("date_published", (Segment(text),), "url"), _TRUST["url"], "url"),) if value else ()


def agree(one: Reading, other: Reading) -> bool:
    """Whether two times can mean the same moment: the same day, or clocks that a wrong offset can part."""
    first, second = one.value, other.value
    if first.precision in {"month", "year"} or second.precision in {"month", "year"}:
        length = 4 if "year" in {first.precision, second.precision} else 7
        return first.iso[:length] == second.iso[:length]
    if first.iso[:10] == second.iso[:10]:
        return True
    if first.has_clock and second.has_clock:
        return abs(_naive(first) - _naive(second)) <= _WIDEST_OFFSET and _same_instant(first, second)
    clock, day = (first, second) if first.has_clock else (second, first)
    return clock.has_clock and abs(_naive(clock) - _naive(day) - timedelta(hours=12)) < timedelta(hours=12) + _WIDEST_OFFSET


def _same_instant(first: DateValue, second: DateValue) -> bool:
    one, other = first.moment, second.moment
    if one.tzinfo is None or other.tzinfo is None:
        return (_naive(first) - _naive(second)).seconds % 900 < 120
    return abs(one - other) < timedelta(minutes=2)


def _naive(value: DateValue) -> datetime:
    return value.moment.replace(tzinfo=None)


def _witness(candidate: Candidate) -> str:
    if candidate.source == "dom":
        return "dom@" if "@" in candidate.key else "dom"
    return candidate.source


def _trust(candidate: Candidate, value: DateValue) -> float:
    trust = _TRUST.get(candidate.source, 1.0)
    if candidate.source == "dom":
        trust += min(candidate.weight, 2) / 2 - (candidate.weight < 1) + 0.5 * ("@" in candidate.key)
    else:
        trust += max(candidate.weight, -2) * 1.5 if candidate.weight < 0 else 0
    if _LOOSE_META.match(candidate.key):
        trust -= 1.5
    if value.basis == "assumed" or not _YEAR.search(value.raw):
        trust -= 2
    return max(trust, 0.1)
