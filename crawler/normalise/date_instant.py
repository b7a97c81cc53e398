"""One moment out of several statements of it: the clock, its offset, and who was overruled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from crawler.evidence import Context
from crawler.normalise.date_evidence import Reading
from crawler.normalise.date_reading import DateValue
from crawler.normalise.date_zones import zone_named, zone_of


@dataclass(frozen=True, slots=True)
class Settled:
    """The value kept, the source of it, and the readings whose offset it contradicts."""

    value: DateValue
    source: str
    overruled: tuple[Reading, ...] = ()


def settle(group: Sequence[Reading], everything: Sequence[Reading], context: Context) -> Settled:
    """Give the moment that a group of agreeing readings states.

    A clock beats a day, a printed or stated offset beats the site's zone. Midnight beside a day alone is that day.
    Clocks without any zone take the offset that all other times of the page bear.
    """
    clocked = [reading for reading in group if reading.value.has_clock]
    real = [reading for reading in clocked if not _is_midnight(reading)]
    if not real and (not clocked or len(clocked) < len(group)):
        best = _best([reading for reading in group if not reading.value.has_clock])
        return Settled(best.value, best.candidate.source)
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
    offsets = {reading.value.moment.utcoffset() for reading in twins}
    if len(offsets) > 1:
        true = _truest(twins, context)
        lying = tuple(reading for reading in twins if reading.value.moment.utcoffset() != true.value.moment.utcoffset())
        return Settled(true.value, true.candidate.source, lying)
    site = zone_named(context.timezone)
    if (
        best.is_utc
        and site is not None
        and any(_clock(r) == _clock(best) and r.is_printed for r in clocked if r not in explicit)
    ):
        local = best.value.moment.replace(tzinfo=site).utcoffset()
        if local:
            printed = next(r for r in clocked if r not in explicit and r.is_printed and _clock(r) == _clock(best))
            return Settled(printed.value, printed.candidate.source, (best,))
    same = [reading for reading in explicit if _are_one(reading, best)]
    kept = max(same, key=lambda reading: (not reading.is_utc, reading.value.precision == "second", reading.trust))
    return Settled(kept.value, kept.candidate.source)


def _truest(twins: Sequence[Reading], context: Context) -> Reading:
    """Of one clock with several offsets: the site's offset, else the most trusted that is not UTC."""
    fitting = [reading for reading in twins if zone_of(reading.value.moment, context)]
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
    return replace(value, iso=moment.isoformat(timespec="seconds"), basis=basis, zone=zone_of(moment, context))


def _is_midnight(reading: Reading) -> bool:
    moment = reading.value.moment
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def _clock(reading: Reading) -> datetime:
    return reading.value.moment.replace(tzinfo=None, second=0)


def _best(readings: Sequence[Reading]) -> Reading:
    return max(readings, key=lambda reading: (reading.trust, reading.value.precision == "second"))
