"""The grammar of printed dates: which tokens are a day, which a clock, which a zone.

Patterns run over ``Tokens.classes`` (see ``date_tokens``). A day is found in one of the orders that pages print; numbers alone
are read by the order known of the site, else day first, and stay unread where both readings hold and nothing decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time

from crawler.evidence import Context
from crawler.normalise.dates.calendars import from_jalali
from crawler.normalise.dates.tokens import Tokens

_FULL = re.compile(
    r"(?P<ymd>y-d-d|y/d/d|y\.d\.d)"
    r"|(?P<era>[ey]?[dy]E[o,]?d(?:F[o,]?dG|MdG?))"
    r"|(?P<vietnamese>d,?vd[,o/-]{0,2}y)"
    r"|(?P<vietnamese_first>vdd,?y)"
    r"|(?P<unix>md,?d:d(?::d)?z?y)"
    r"|(?P<dmy>d[.o),/-]{0,3}[mj][.,o/|-]{0,3}y|d[-/]m[-/]d(?!:)|d[.]?m[.]?'d)"
    r"|(?P<mdy>m[.]?d[.o]{0,2}[,|]{0,2}[o]?y)"
    r"|(?P<ymdnamed>y[.,-]?o?[.,]?m[.o-]?d(?!:d|\.d(?!:d))(?![.o]{0,2},?y))"
    r"|(?P<ydm>y[.,]?o?[.,]?d[.o]{0,2}m)"
    r"|(?P<numeric>d\.d\.y|d/d/y|d-d-y|d\.d\.d(?![.:]?d)|d/d/d(?!:|/)|d-d-d(?!:|-))"
    r"|(?P<thai>dm[.]?d(?![.:,hum]))"
)
_YEARLESS = re.compile(r"(?P<era>dF[o,]?dG)|(?P<vietnamese>d,?vd)|(?P<dmy>d[.o]{0,3}m)|(?P<mdy>m[.]?d[.o]{0,2}(?![.:]d))")
_MONTH = re.compile(r"(?P<month>(?P<named>m[.,o/-]{0,3}y)|(?P<era>yEd[FM])|(?P<vietnamese>vd[,o/-]?y))")
_CLOCK = re.compile(
    r"(?P<first>a?)(?P<clock>d:d(?::d(?:\.[ndcy])?)?|dhdI|dhd?|d\.d(?!\.?[dy])|d(?=a)|[cy](?=[zu])|d(?=u))(?P<last>a?)"
)
_ZONE = re.compile(r"[a]?[uo]?[(,]?(?:(?P<name>z)[+-]?|[+-])(?P<offset>(?<=[+-])(?:d(?::d)?|[cy]))?")
_NEAR = 3
_BUDDHIST, _THAI_CENTURY = 543, 2500


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed between two tokens. ``month_day`` is set, ``day`` is not, where no year is printed.

    ``precision`` is day or month. ``other`` is the same day read with day and month changed about, where that is a day too.
    """

    first: int
    last: int
    day: date | None
    precision: str = "day"
    month_day: tuple[int, int] | None = None
    other: date | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock as printed; ``abbreviation`` or ``offset`` (minutes) where its zone stands with it."""

    first: int
    last: int
    clock: time
    precision: str
    abbreviation: str | None = None
    offset: int | None = None


def find_days(tokens: Tokens, context: Context) -> Iterator[Day]:
    """Give the full dates of a text, in its order; what only looks like one (month 13) is passed over."""
    for match in _FULL.finditer(tokens.classes):
        found = _READERS[match.lastgroup or ""](tokens, match, context)
        if found is not None:
            yield found


def find_partial(tokens: Tokens, context: Context) -> Day | None:
    """Give the first day without a year, else the first month with one."""
    for match in _YEARLESS.finditer(tokens.classes):
        numbers = _numbers(tokens, match)
        month, day = (numbers[1], numbers[0]) if match.lastgroup in {"dmy", "vietnamese"} else (numbers[0], numbers[1])
        if _date(2024, month, day):
            return Day(match.start(), match.end(), None, month_day=(month, day))
    for match in _MONTH.finditer(tokens.classes):
        numbers = _numbers(tokens, match)
        year, month = (numbers[0], numbers[1]) if match["era"] else (numbers[1], numbers[0])
        found = _date(_year(year, context), month, 1)
        if found:
            return Day(match.start(), match.end(), found, "month")
    return None


def find_clock(tokens: Tokens, day: Day | None) -> Clock | None:
    """Give the clock that stands with the day: the first close after it, else the first before it."""
    first, last = (day.first, day.last) if day else (0, 0)
    after, before = None, None
    classes = tokens.classes[:first] + "_" * (last - first) + tokens.classes[last:]
    if day and _FULL.match(tokens.classes, first) and ":" in tokens.classes[first:last]:
        classes = tokens.classes
    for match in _CLOCK.finditer(classes):
        clock = _read_clock(tokens, match, classes, last)
        if clock is None:
            continue
        if match.start() < max(last, 1) and (before is None):
            before = clock
        if match.end() > last and after is None and _is_near(classes[last : match.start()]):
            after = clock
    return after or before


def _is_near(between: str) -> bool:
    return between.count("x") + 3 * between.count("m") < _NEAR


def _read_clock(tokens: Tokens, match: re.Match[str], classes: str, day_end: int) -> Clock | None:
    start, end = match.start("clock"), match.end("clock")
    shape = match["clock"]
    numbers = [n for n in range(start, end) if tokens.classes[n] in "dcy"][:3]
    values = [tokens.values[n] for n in numbers]
    if shape in {"c", "y"}:
        values = [values[0] // 100, values[0] % 100]
    elif "I" not in shape and any(tokens.ends[n] - tokens.starts[n] != 2 for n in numbers[1:]):
        return None
    if shape == "d.d" and not _is_spoken(classes, match, day_end):
        return None
    half = (
        tokens.values[match.start("first")] if match["first"] else tokens.values[match.start("last")] if match["last"] else None
    )
    if half is not None and values[0] <= 12:
        values[0] = values[0] % 12 + half
    hour, minute, second = (*values, 0, 0)[:3]
    if hour > 23 or minute > 59 or second > 59:
        return None
    abbreviation, offset = _read_zone(tokens, end)
    return Clock(start, end, time(hour, minute, second), "second" if len(values) > 2 else "minute", abbreviation, offset)


def _is_spoken(classes: str, match: re.Match[str], day_end: int) -> bool:
    """Only its neighbours make a clock of "13.05": a word for it before or behind, or the date right before it."""
    before, behind = classes[: match.start()], classes[match.end("clock") :]
    if behind[:1] in {"a", "u", "z", "h"} or before.rstrip(".")[-1:] in {"k", "a"}:
        return True
    return bool(day_end) and not before[day_end:].strip(",-|(")


def _read_zone(tokens: Tokens, start: int) -> tuple[str | None, int | None]:
    match = _ZONE.match(tokens.classes, start)
    if match is None:
        return None, None
    name = tokens.printed(match.start("name"), match.end("name")).upper() if match["name"] else None
    if match["offset"] is None:
        return name, None
    position = match.start("offset")
    sign = -1 if tokens.classes[position - 1] == "-" else 1
    value = tokens.values[position]
    hours, minutes = (value, 0) if tokens.classes[position] == "d" else divmod(value, 100)
    if ":" in match["offset"]:
        minutes = tokens.values[position + 2]
    if hours > 14 or minutes > 59 or (name not in {None, "GMT", "UTC"}):
        return name, None
    return name, sign * (hours * 60 + minutes)


def _numbers(tokens: Tokens, match: re.Match[str]) -> list[int]:
    return [tokens.values[n] for n in range(match.start(), match.end()) if tokens.classes[n] in "dymj"]


def _date(year: int | None, month: int, day: int) -> date | None:
    if year is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(value: int, context: Context) -> int | None:
    """Four digits of this age, two digits of the last hundred years, or the Buddhist era."""
    if 1800 <= value <= 2199:
        return value
    if 2400 <= value <= 2699:
        return value - _BUDDHIST
    if value > 99:
        return None
    if (context.language or "").startswith("th") and value > 40:
        return _THAI_CENTURY + value - _BUDDHIST
    limit = context.fetched_at.year if context.fetched_at else 2050
    return 2000 + value if 2000 + value <= limit else 1900 + value


def _ordered(order: tuple[int, int, int]) -> Callable[[Tokens, re.Match[str], Context], Day | None]:
    """A reader for a pattern whose numbers stand in a fixed order: the places of year, month and day."""

    def read(tokens: Tokens, match: re.Match[str], context: Context) -> Day | None:
        numbers = _numbers(tokens, match)
        year, month, day = (numbers[place] for place in order)
        if "j" in match[0] or (1300 <= year <= 1499 and (context.language or "")[:2] in {"fa", "ps"}):
            found = from_jalali(year, month, day)
        else:
            found = _date(_year(year, context), month, day)
        return Day(match.start(), match.end(), found) if found else None

    return read


def _read_era(tokens: Tokens, match: re.Match[str], context: Context) -> Day | None:
    numbers = _numbers(tokens, match)
    base = tokens.values[match.start()] if match[0][0] == "e" else 0
    found = _date(base + numbers[0] if base else _year(numbers[0], context), numbers[1], numbers[2])
    return Day(match.start(), match.end(), found) if found else None


def _read_numeric(tokens: Tokens, match: re.Match[str], context: Context) -> Day | None:
    first, second, third = _numbers(tokens, match)
    if context.date_order == "YMD" and match[0][-1] == "d":
        found = _date(_year(first, context), second, third)
        return Day(match.start(), match.end(), found) if found else None
    year = _year(third, context)
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    readings = (month_first, day_first) if context.date_order == "MDY" else (day_first, month_first)
    best, other = readings if readings[0] else (readings[1], None)
    return Day(match.start(), match.end(), best, other=other if other != best else None) if best else None


def _read_thai(tokens: Tokens, match: re.Match[str], context: Context) -> Day | None:
    return _ordered((2, 1, 0))(tokens, match, context) if (context.language or "").startswith("th") else None


def is_dated(tokens: Tokens) -> bool:
    """Whether the tokens have the shape of a full date, be it a day or not."""
    return any(match.lastgroup != "thai" for match in _FULL.finditer(tokens.classes))


_READERS: dict[str, Callable[[Tokens, re.Match[str], Context], Day | None]] = {
    "ymd": _ordered((0, 1, 2)),
    "era": _read_era,
    "vietnamese": _ordered((2, 1, 0)),
    "vietnamese_first": _ordered((2, 0, 1)),
    "unix": _ordered((-1, 0, 1)),
    "dmy": _ordered((2, 1, 0)),
    "mdy": _ordered((2, 0, 1)),
    "ymdnamed": _ordered((0, 1, 2)),
    "ydm": _ordered((0, 2, 1)),
    "numeric": _read_numeric,
    "thai": _read_thai,
}
