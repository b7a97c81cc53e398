"""How often a section changes, learned by looking: what ``scrapy tick`` goes by."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, replace
from typing import Any

from crawler.store.database import Statement
from crawler.store.notes import Notes
from crawler.store.schedule import DAY, HOUR, MINUTE

WANTED = 3
"""New articles that a look should find: more, and a short list might scroll on unseen; fewer, and looks are wasted."""
FIRST = 15 * MINUTE
"""The interval before anything is known."""
_SHORTEST, _LONGEST = MINUTE, 7 * DAY
_SLOWER = 1.5
DEAD = 3
"""Failed looks in a row from which on a section is asked for seldom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When a section was looked at last and when it showed something new last, in seconds since 1970; and the interval learned.

    A section that failed ``DEAD`` times in a row is due twice as late after each further failure; the first look that succeeds
    ends that.
    """

    read: int
    changed: int | None = None
    every: float = FIRST
    failures: int = 0
    """Looks in a row that failed."""

    def due(self, *, shortest: float, longest: float) -> float:
        """Give the time of the next look, with the interval kept within bounds."""
        slower = 2.0 ** min(max(0, self.failures - DEAD + 1), 16)
        return self.read + min(max(self.every, shortest) * slower, longest)

    def rests(self, now: float, *, shortest: float, longest: float) -> bool:
        """Whether a section that failed again and again is left alone for now."""
        return self.failures >= DEAD and self.read <= now < self.due(shortest=shortest, longest=longest)


def after(last: Rhythm | None, *, now: int, new: int) -> Rhythm:
    """Give the rhythm after one more look that found so many new articles.

    The interval goes halfway to what would have found ``WANTED``; a look that finds nothing makes it half as long again, unless
    it came too early to say anything.
    """
    if last is None or now < last.read:
        return Rhythm(read=now, changed=now if new else None)
    elapsed = max(1, now - last.read)
    if new:
        every = (last.every + elapsed * WANTED / new) / 2
    else:
        every = last.every * _SLOWER if elapsed >= last.every / 2 else last.every
    return Rhythm(read=now, changed=now if new else last.changed, every=min(max(every, _SHORTEST), _LONGEST))


def rhythm_of(notes: Notes, spider: str, url: str) -> Rhythm | None:
    """Give what is known of a section; ``None`` before its first look."""
    value: dict[str, Any] | None = notes.get(_name(spider, url))
    return Rhythm(**value) if value else None


def looked(notes: Notes, spider: str, url: str, *, now: int, new: int) -> list[Statement]:
    """Give the statements that keep one more look at a section."""
    return notes.put(_name(spider, url), asdict(after(rhythm_of(notes, spider, url), now=now, new=new)))


def stumbled(notes: Notes, spider: str, url: str) -> list[Statement]:
    """Give the statements that keep a look at a section that failed just now."""
    now = int(time.time())
    last = rhythm_of(notes, spider, url) or Rhythm(read=now)
    return notes.put(_name(spider, url), asdict(replace(last, read=now, failures=last.failures + 1)))


def _name(spider: str, url: str) -> str:
    return f"{spider}/{url}/rhythm"


def spoken(seconds: float) -> str:
    """Give a span as people say it: 40 s, 12 min, 3 h, 2 d."""
    for size, unit in ((DAY, "d"), (HOUR, "h"), (MINUTE, "min")):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"
