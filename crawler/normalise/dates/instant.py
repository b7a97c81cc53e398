"""One moment out of several statements of it: the clock, its offset, and who was overruled."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from crawler.evidence import Context
from crawler.normalise.dates.evidence import Reading
from crawler.normalise.dates.reading import DateValue
from crawler.normalise.dates.zones import iso, locate, zone_named, zone_of


@dataclass(frozen=True, slots=True)
class Settled:
    """The value kept, the source of it, and the readings whose offset it contradicts."""

    value: DateValue
    source: str
    overruled: tuple[Reading, ...] = ()


def settle(group: Sequence[Reading], everything: Sequence[Reading], context: Context) -> Settled:
    """Give the moment that a group of agreeing readings states.

    A clock beats a day, a printed or stated offset beats the site's zone. Midnight beside a day alone is that day, and so is
    midnight in UTC or without an offset where no other clock is stated: programs fill up days like that.
    Clocks without any zone take the offset that all other times of the page bear.
    """
    clocked = [reading for reading in group if reading.value.has_clock]
    days = {reading.value.iso for reading in group if reading.value.precision == "day"}
    real = [reading for reading in clocked if not _is_midnight(reading) and not _is_midnight_elsewhere(reading, days)]
    if not real and (not clocked or len(clocked) < len(group)):
        best = _best([reading for reading in group if not reading.value.has_clock])
        return Settled(best.value, best.candidate.source)
    if not real and all(reading.is_utc or reading.value.basis != "explicit" for reading in clocked):
        best = _best(clocked)
        day = replace(best.value, iso=best.value.iso[:10], precision="day", basis=None, zone=None)
        return Settled(day, best.candidate.source)
    clocked = real or clocked
    explicit = [reading for reading in clocked if reading.value.basis == "explicit"]
    if explicit:
        return _settle_explicit(explicit, clocked, context)
    best = _best(clocked)
    value = best.value
    if value.moment.tzinfo is None and (zone := _common_zone(everything)) is not None:
        value = _with_zone(value, zone, "assumed", context)
    return Settled(value, best.candidate.source)


def _settle_explicit(explicit: Sequence[Reading], clocked: Sequence[Reading], context: Context) -> Settled:
    best = max(explicit, key=lambda reading: (_support(reading, explicit), reading.trust, not reading.is_utc))
    twins = [reading for reading in explicit if _clock(reading) == _clock(best)]
    if len({reading.value.moment.utcoffset() for reading in twins}) > 1:
        true = _truest(twins, context)
        lying = tuple(reading for reading in twins if reading.value.moment.utcoffset() != true.value.moment.utcoffset())
        return Settled(true.value, true.candidate.source, lying)
    printed = _printed_here(best, [reading for reading in clocked if reading not in explicit])
    if printed is not None:
        return Settled(printed.value, printed.candidate.source, (best,))
    same = [reading for reading in explicit if _are_one(reading, best)]
    kept = max(same, key=lambda reading: (reading.value.moment.second > 0, reading.trust))
    return Settled(_localised(kept, same), kept.candidate.source)


def _localised(kept: Reading, same: Sequence[Reading]) -> DateValue:
    """The moment kept, with the offset of the page's place where another statement of that moment bears one."""
    local = [reading for reading in same if not reading.is_utc]
    if not kept.is_utc or not local:
        return kept.value
    other = _best(local).value
    return replace(kept.value, iso=iso(kept.value.moment.astimezone(other.moment.tzinfo)), zone=other.zone)


def _printed_here(best: Reading, others: Sequence[Reading]) -> Reading | None:
    """The page's own print of a clock that a program calls UTC, where the site's zone is known and is another."""
    if not best.is_utc:
        return None
    local = (reading for reading in others if reading.is_printed and _clock(reading) == _clock(best))
    return next((reading for reading in local if reading.value.basis == "site" and reading.value.moment.utcoffset()), None)


def _truest(twins: Sequence[Reading], context: Context) -> Reading:
    """Of one clock with several offsets: the site's offset, be it stated or not, else the most trusted that is not UTC."""
    fitting = [reading for reading in twins if zone_of(reading.value.moment, context)]
    site = zone_named(context.timezone)
    if site is not None and not fitting:
        best = _best(twins)
        local = locate(best.value.moment.replace(tzinfo=None), context).moment.tzinfo
        return replace(best, value=_with_zone(best.value, local or site, "site", context))
    return _best(fitting or [reading for reading in twins if not reading.is_utc] or twins)


def _support(reading: Reading, others: Sequence[Reading]) -> float:
    return sum({other.witness: other.trust for other in others if _are_one(reading, other)}.values())


def _are_one(one: Reading, other: Reading) -> bool:
    return abs(one.value.moment - other.value.moment) < timedelta(minutes=1)


def _common_zone(readings: Sequence[Reading]) -> tzinfo | None:
    """The one offset, not that of UTC, that every other time of the page bears."""
    zones = {
        r.value.moment.utcoffset(): r.value.moment.tzinfo for r in readings if r.value.basis == "explicit" and not r.is_utc
    }
    return next(iter(zones.values())) if len(zones) == 1 else None


def _with_zone(value: DateValue, zone: tzinfo, basis: str, context: Context) -> DateValue:
    moment = value.moment.replace(tzinfo=zone)
    return replace(value, iso=iso(moment), basis=basis, zone=zone_of(moment, context))


def _is_midnight(reading: Reading) -> bool:
    moment = reading.value.moment
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def _is_midnight_elsewhere(reading: Reading, days: Set[str]) -> bool:
    """A full hour in UTC that falls on another day than the one printed is the midnight that began that day."""
    moment = reading.value.moment
    return (
        reading.is_utc and not moment.second and moment.minute in {0, 30} and bool(days) and reading.value.iso[:10] not in days
    )


def _clock(reading: Reading) -> datetime:
    return reading.value.moment.replace(tzinfo=None, second=0, microsecond=0)


def _best(readings: Sequence[Reading]) -> Reading:
    return max(readings, key=lambda reading: (reading.trust, reading.value.precision == "second"))


def first_printed(settled: Settled, published: Sequence[Reading], modified: Sequence[Reading]) -> Settled:
    """Undo the fault of programs that stamp the publication with the last change.

    Where publication and change are stated as one, or the change as the earlier, and the page prints an earlier clock of that
    day as its publication, that clock counts, with the stated offset. Whole half hours between the two are a matter of zones.
    """
    kept = settled.value
    if not kept.has_clock or kept.moment.utcoffset() in {None, timedelta(0)}:
        return settled
    changes = [reading.value.moment for reading in modified if reading.value.has_clock and reading.value.moment.tzinfo]
    if not any(change - kept.moment < timedelta(minutes=1) for change in changes):
        return settled
    for reading in published:
        late = _naive(kept) - _naive(reading.value)
        if reading.is_printed and reading.value.has_clock and reading.value.basis in {None, "site"} and _is_slip(late):
            moment = reading.value.moment.replace(tzinfo=kept.moment.tzinfo)
            return replace(
                settled, value=replace(reading.value, iso=iso(moment), basis=kept.basis, zone=kept.zone), source="dom"
            )
    return settled


def _is_slip(late: timedelta) -> bool:
    minutes = late.total_seconds() / 60
    return 2 <= minutes < 24 * 60 and 1 < minutes % 30 < 29


def _naive(value: DateValue) -> datetime:
    return value.moment.replace(tzinfo=None)
