"""Times that a machine wrote: ISO 8601 in its dialects, compact digits, seconds of the Unix age."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_ISO = re.compile(
    r"([12]\d{3})-(\d{2})-(\d{2})"
    r"(?:[T_ ]?\s?(\d{2}):(\d{2})(?::(\d{2})(?:[.,:](\d{1,9}))?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/]+\])?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(20[0-4]\d|19\d\d)(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?()(Z|[+-]\d{4})?)?")
_UNIX = re.compile(r"(\d{10})(?:\.\d+|\d{3})?")
_EARLIEST = datetime(1995, 1, 1, tzinfo=UTC).timestamp()
_LATEST = datetime(2100, 1, 1, tzinfo=UTC).timestamp()


@dataclass(frozen=True, slots=True)
class Stamp:
    """A machine's time: naive where no offset stands with it. ``offset`` is in minutes."""

    moment: datetime
    precision: str
    offset: int | None = None


def read_stamp(text: str) -> Stamp | None:
    """Read a text that is nothing but a machine's time; ``None`` for any other."""
    if match := _ISO.fullmatch(text):
        return _stamp(match.groups())
    if match := _UNIX.fullmatch(text):
        seconds = int(match[1])
        if _EARLIEST <= seconds < _LATEST:
            return Stamp(datetime(1970, 1, 1) + timedelta(seconds=seconds), "second", 0)
        return None
    if match := _COMPACT.fullmatch(text):
        return _stamp(match.groups())
    return None


def _stamp(groups: tuple[str | None, ...]) -> Stamp | None:
    year, month, day, hour, minute, second, fraction, zone = groups
    try:
        moment = datetime(int(year or 0), int(month or 0), int(day or 0), int(hour or 0), int(minute or 0), int(second or 0))
        moment = moment.replace(microsecond=int((fraction or "0")[:6].ljust(6, "0")))
    except ValueError:
        return None
    if hour is None:
        return Stamp(moment, "day")
    return Stamp(moment, "second" if second else "minute", _minutes(zone))


def _minutes(zone: str | None) -> int | None:
    if zone is None:
        return None
    if zone[0] not in "+-":
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    total = int(digits[:2]) * 60 + int(digits[2:])
    return None if total > 14 * 60 else -total if zone[0] == "-" else total
