"""When to look at an article again: often while it is news, seldom later, then never."""

from __future__ import annotations

MINUTE, HOUR, DAY = 60, 3600, 86400

_STEPS = (
    (HOUR, 10 * MINUTE),
    (6 * HOUR, 30 * MINUTE),
    (DAY, 2 * HOUR),
    (3 * DAY, 6 * HOUR),
    (7 * DAY, DAY),
    (30 * DAY, 7 * DAY),
)
LONGEST_WAIT = 7 * DAY
"""No article waits longer; a next check further ahead means that the clock was set back."""

LAST_TRY_EVERY = 30 * DAY
"""A quarantined page is tried again after one day, two, four, and so on up to this."""


def next_check(*, first_seen: int, now: int) -> int | None:
    """Give the time of the next look at an article, in seconds; ``None`` once it is 30 days old.

    A ``first_seen`` in the future (the clock was set back) counts as now.
    """
    age = max(0, now - first_seen)
    wait = next((wait for until, wait in _STEPS if age < until), None)
    return None if wait is None else now + wait
