"""Whether a host's 304 is believed: every twentieth is checked by a full request, and a host that lied is asked in full."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

EVERY = 20
"""One answer of so many is checked: a twentieth of what they save."""
DISTRUST = 30 * 86400.0
"""Seconds for which a host that said "not modified" of something new is asked in full; then it is given another chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What is known of a host: its 304s so far, and when it last lied (seconds since 1970)."""

    count: int = 0
    lied: float | None = None

    def believed(self, now: float) -> bool:
        """Whether to ask the host conditionally."""
        return self.lied is None or not 0 <= now - self.lied < DISTRUST

    def after_304(self) -> Trust:
        """The trust after one more 304."""
        return replace(self, count=self.count + 1)

    def is_due(self, every: int = EVERY) -> bool:
        """Whether the last 304 is one to check."""
        return self.count > 0 and self.count % max(1, every) == 0


def stored(trust: Trust) -> dict[str, Any]:
    """Trust as the history keeps it."""
    return {"count": trust.count, "lied": trust.lied}


def restored(value: Any) -> Trust:
    """The trust that the history kept; that in a stranger for nothing, or for what cannot be read."""
    try:
        lied = value["lied"]
        return Trust(count=int(value["count"]), lied=None if lied is None else float(lied))
    except (TypeError, KeyError, ValueError):
        return Trust()
