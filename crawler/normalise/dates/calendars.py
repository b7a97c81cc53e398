"""Other calendars: a day of the Persian (Jalali) calendar in the Gregorian one."""

from __future__ import annotations

from datetime import date, timedelta

_YEAR_ONE = date(622, 3, 21)
_CYCLE = 33
"""Eight leap years in 33 years: the arithmetic form, right for 1244 to 1531 (1865 to 2153)."""
_LEAP_PLACES = (1, 5, 9, 13, 17, 22, 26, 30)


def from_jalali(year: int, month: int, day: int) -> date | None:
    """Give the Gregorian day of a Persian date; ``None`` for no such day or a year outside 1244 to 1531."""
    if not (1244 <= year <= 1531 and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    if month == 12 and day == 30 and year % _CYCLE not in _LEAP_PLACES:
        return None
    whole, rest = divmod(year - 1, _CYCLE)
    leap_days = whole * len(_LEAP_PLACES) + sum(place <= rest for place in _LEAP_PLACES)
    days = (year - 1) * 365 + leap_days + (month - 1) * 30 + min(month - 1, 6) + day - 1
    return _YEAR_ONE + timedelta(days=days)
