"""From a printed clock to an instant: the zone that is printed, else the site's, else none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from crawler.evidence import Context
from crawler.normalise.lexicon import rows


@dataclass(frozen=True, slots=True)
class Zoned:
    """A moment, aware where a zone is known; ``zone`` is its IANA name where that is known.

    ``basis`` is explicit (printed), site (the site's own) or ``None``.
    """

    moment: datetime
    basis: str | None = None
    zone: str | None = None


def locate(moment: datetime, context: Context, abbreviation: str | None = None, offset: int | None = None) -> Zoned:
    """Place a local time: by the printed offset (minutes), the printed abbreviation, the site's zone, or not at all."""
    site = zone_named(context.timezone)
    if offset is not None:
        aware = moment.replace(tzinfo=UTC if offset == 0 else timezone(timedelta(minutes=offset)))
        return Zoned(aware, "explicit", zone_of(aware, context))
    if abbreviation:
        zoned = _by_abbreviation(moment, abbreviation, site, context)
        if zoned is not None:
            return zoned
    if site is not None and moment.tzinfo is None:
        return Zoned(_fixed(moment, site), "site", context.timezone)
    return Zoned(moment)


def iso(moment: datetime) -> str:
    """Write a moment in ISO 8601: to the second, to the millisecond where it is finer, offset where it has one."""
    return moment.isoformat(timespec="milliseconds" if moment.microsecond >= 1000 else "seconds")


def zone_of(moment: datetime, context: Context) -> str | None:
    """Give the site's zone where an aware moment bears its offset; ``UTC`` says nothing of a zone."""
    site = zone_named(context.timezone)
    if site is None or moment.utcoffset() != moment.astimezone(site).utcoffset():
        return None
    return context.timezone


@lru_cache(maxsize=256)
def zone_named(name: str | None) -> ZoneInfo | None:
    """Give an IANA zone; ``None`` for no name or an unknown one."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _by_abbreviation(moment: datetime, abbreviation: str, site: ZoneInfo | None, context: Context) -> Zoned | None:
    if site is not None and moment.replace(tzinfo=site).tzname() == abbreviation:
        return Zoned(_fixed(moment, site), "explicit", context.timezone)
    row = _row(abbreviation, (context.language or "")[:2])
    if row is None:
        return None
    zone = zone_named(row[2] if row[2] != "-" else None)
    if row[1] == "zone":
        return Zoned(_fixed(moment, zone), "explicit", row[2]) if zone else None
    minutes = int(row[1])
    aware = moment.replace(tzinfo=UTC if minutes == 0 else timezone(timedelta(minutes=minutes)))
    fits = zone is not None and aware.astimezone(zone).utcoffset() == aware.utcoffset()
    return Zoned(aware, "explicit", row[2] if fits else zone_of(aware, context))


@lru_cache(maxsize=512)
def _row(abbreviation: str, language: str) -> tuple[str, ...] | None:
    found = [row for row in rows("zones") if row[0] == abbreviation]
    limited = [row for row in found if len(row) > 3 and language in row[3].split()]
    return next(iter((*limited, *(row for row in found if len(row) < 4))), None)


def _fixed(moment: datetime, zone: tzinfo) -> datetime:
    """The moment with the zone's offset at that time, as a plain offset."""
    offset = moment.replace(tzinfo=zone).utcoffset() or timedelta()
    return moment.replace(tzinfo=UTC if not offset else timezone(offset))
