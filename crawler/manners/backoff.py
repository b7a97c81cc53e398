"""How long a host that refused (429, 503) is left alone: within a run, and by the runs after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

REFUSALS = (429, 503)
"""Too Many Requests and Service Unavailable: the two that carry Retry-After."""
_FIRST, _STEPS = 2.0, 3
_BETWEEN_RUNS = 60.0
_LONGEST_BETWEEN_RUNS = 3600.0
LONGEST_WISH = 24 * 3600.0
"""A Retry-After beyond a day is a mistake of the server's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What is remembered of a host that refused: until when it is left alone (seconds since 1970), and the runs in a row that
    ended so.
    """

    until: float = 0.0
    runs: int = 1

    def left(self, now: float) -> float:
        """The seconds still to wait; 0 also where the clock was set back by more than any wait."""
        return max(0.0, self.until - now) if self.until - now <= LONGEST_WISH else 0.0


def pause(status: int, in_a_row: int) -> float:
    """Seconds of rest within a run after so many refusals in a row, without a word of how long.

    2, 4, then 8 seconds; the first 503 may be one page's own and costs the others nothing.
    """
    steps = in_a_row if status == 429 else in_a_row - 1
    return _FIRST * 2.0 ** (min(steps, _STEPS) - 1) if steps > 0 else 0.0


def after_run(earlier: Refusal | None, *, wish: float | None, now: float) -> Refusal:
    """What to remember of a refusal: the host's own wish, else none after one run, a minute after two, an hour in the end."""
    runs = earlier.runs + 1 if earlier else 1
    own = _BETWEEN_RUNS * 2.0 ** (min(runs, 16) - 2) if runs > 1 else 0.0
    return Refusal(until=now + (wish if wish is not None else min(own, _LONGEST_BETWEEN_RUNS)), runs=runs)


def stored(refusal: Refusal) -> dict[str, Any]:
    """A refusal as the history keeps it."""
    return {"until": refusal.until, "runs": refusal.runs}


def restored(value: Any) -> Refusal | None:
    """The refusal that the history kept; ``None`` for nothing, or for what cannot be read."""
    try:
        return Refusal(until=float(value["until"]), runs=int(value["runs"]))
    except (TypeError, KeyError, ValueError):
        return None
