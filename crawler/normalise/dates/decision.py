"""Which of a page's times is the article's own: evidence weighed, zones settled, contradictions noted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from crawler.evidence import Candidate, Context
from crawler.items import Conflict, Timezone
from crawler.normalise.dates.evidence import Reading, agree, read_all, readings_of_url
from crawler.normalise.dates.instant import first_printed, settle
from crawler.normalise.dates.reading import DateValue
from crawler.normalise.dates.zones import iso

_GRACE = timedelta(minutes=1)
"""A change may be stamped this much before the publication without being impossible."""
_DAY = timedelta(days=1)
_MARKS = " ,;|·•–—-"
"""What parts a date from the names beside it."""


@dataclass(frozen=True, slots=True)
class DateDecision:
    """When an article was published and changed, and what that rests on.

    Every field is ``None`` where nothing sure is stated. ``date_published_raw`` and ``date_modified_raw`` are the words
    read, where they differ from the value. ``source`` is the source of ``date_published``.
    """

    date_published: str | None = None
    date_published_raw: str | None = None
    precision: str | None = None
    date_modified: str | None = None
    date_modified_raw: str | None = None
    timezone: Timezone | None = None
    source: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    messages: tuple[str, ...] = ()


def resolve_dates(candidates: Sequence[Candidate], context: Context) -> DateDecision:
    """Decide by agreement between structured data, meta tags, visible dates and the address.

    ``date_published`` is never taken from a change. A time that lies more than a day after the fetch is no publication.
    Where sources print one clock with different offsets, the site's zone decides, else the offset that is not UTC. A change
    that is more than a minute earlier than the publication is dropped.
    """
    published, late = _timely(read_all(candidates, "date_published", context), context)
    modified, _ = _timely(read_all(candidates, "date_modified", context), context)
    messages = [f"{reading.value.iso} lies after the fetch" for reading in late]
    published = (*published, *readings_of_url(context, candidates, alone=not published))
    if not published:
        return _unpublished(_latest(modified, (), context), messages)
    best = _best(published)
    group = tuple(reading for reading in published if agree(reading, best))
    settled = first_printed(settle(group, (*published, *modified), context), published, modified)
    change = _latest(_repaired(modified, settled.overruled, settled.value), published, context)
    if change is not None and _precedes(change, settled.value):
        change = None
    change = _in_zone_of(settled.value, change)
    return DateDecision(
        date_published=settled.value.iso,
        date_published_raw=_raw(settled.value),
        precision=settled.value.precision,
        date_modified=change.iso if change else None,
        date_modified_raw=_raw(change) if change else None,
        timezone=_timezone(settled.value),
        source=settled.source,
        conflicts=_conflicts(settled.value, (*settled.overruled, *(r for r in published if r not in group))),
        messages=tuple(dict.fromkeys(messages)),
    )


def _unpublished(change: DateValue | None, messages: list[str]) -> DateDecision:
    if change is None:
        return DateDecision(messages=tuple(messages))
    told = (*messages, f"not found; {change.iso} is a date of change")
    return DateDecision(date_modified=change.iso, date_modified_raw=_raw(change), messages=told)


def _best(readings: Sequence[Reading]) -> Reading:
    """The reading that most sources agree with; where that is but a day, of the clocks that agree with it the best one.

    A day may agree with two clocks that contradict each other.
    """
    best = max(readings, key=lambda reading: (_support(reading, readings), reading.trust))
    clocked = [reading for reading in readings if reading.value.has_clock and agree(reading, best)]
    if best.value.has_clock or not clocked:
        return best
    day = best.value.iso[:10]
    return max(clocked, key=lambda reading: (_support(reading, readings), reading.value.iso[:10] == day, reading.trust))


def _support(reading: Reading, others: Iterable[Reading]) -> float:
    """The trust of all that agree, each source once."""
    trust: dict[str, float] = {}
    for other in others:
        if agree(reading, other):
            trust[other.witness] = max(trust.get(other.witness, 0), other.trust)
    return sum(trust.values())


def _latest(readings: Sequence[Reading], others: Sequence[Reading], context: Context) -> DateValue | None:
    """The time of change that most sources agree on."""
    if not readings:
        return None
    best = max(readings, key=lambda reading: (_support(reading, readings), reading.trust))
    return settle([reading for reading in readings if agree(reading, best)], (*readings, *others), context).value


def _timely(readings: Sequence[Reading], context: Context) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    if context.fetched_at is None:
        return tuple(readings), ()
    limit = context.fetched_at + _DAY
    late = tuple(reading for reading in readings if _aware(reading.value) > limit)
    return tuple(reading for reading in readings if reading not in late), late


def _repaired(modified: Sequence[Reading], overruled: Sequence[Reading], kept: DateValue) -> tuple[Reading, ...]:
    """A source whose offset was wrong for the publication has the same fault in its time of change."""
    witnesses = {reading.witness for reading in overruled}
    zone = kept.moment.tzinfo
    return tuple(
        reading.with_zone(zone) if reading.witness in witnesses and zone and reading.is_utc else reading for reading in modified
    )


def _in_zone_of(published: DateValue, change: DateValue | None) -> DateValue | None:
    """A change stated in UTC on the clock of the publication, where that is another one."""
    if change is None or not change.has_clock or not published.moment.utcoffset() or change.moment.utcoffset() != timedelta(0):
        return change
    zone = ZoneInfo(published.zone) if published.zone else published.moment.tzinfo
    moment = change.moment.astimezone(zone)
    return replace(change, iso=iso(moment))


def _precedes(change: DateValue, published: DateValue) -> bool:
    if not (change.has_clock and published.has_clock):
        return change.iso[:10] < published.iso[:10]
    first, second = change.moment, published.moment
    if (first.tzinfo is None) != (second.tzinfo is None):
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    return second - first > _GRACE


def _aware(value: DateValue) -> datetime:
    moment = value.moment
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _raw(value: DateValue) -> str | None:
    return value.raw.strip(_MARKS) if value.raw != value.iso else None


def _timezone(value: DateValue) -> Timezone | None:
    if not value.has_clock or value.moment.tzinfo is None:
        return None
    return Timezone(value.zone, value.basis or "explicit")


def _conflicts(kept: DateValue, losers: Iterable[Reading]) -> tuple[Conflict, ...]:
    others = {reading.value.raw: reading for reading in losers if reading.value.raw != kept.raw}
    return tuple(Conflict("datePublished", kept.iso, raw, other.candidate.source) for raw, other in others.items())
