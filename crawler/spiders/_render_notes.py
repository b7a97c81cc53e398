"""What is remembered of rendering between runs, by section and for a site's articles."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from crawler.extract.listing.more import LoadMore
from crawler.store.database import Statement
from crawler.store.notes import Notes
from crawler.store.schedule import DAY

_VAIN = 3
"""So many times in a row without a gain, and the browser is left alone for ``AGAIN`` seconds."""
AGAIN = 7 * DAY
ARTICLES = "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """``vain`` counts renderings in a row that brought nothing, ``at`` is when the last one was; seconds since 1970.

    ``endpoint`` is the interface that a section's script asks, ``article`` the pattern of the one that it asks for an article:
    ``https://www.example.org/api/story/{id}``.
    """

    vain: int = 0
    at: int = 0
    endpoint: dict[str, Any] | None = None
    article: str | None = None

    def is_worth_it(self, now: int) -> bool:
        """Whether the browser is to be tried: not where it brought nothing lately."""
        return self.vain < _VAIN or now - self.at >= AGAIN

    def after(self, *, gained: bool, now: int) -> Habit:
        """Give the habit after one more rendering."""
        return replace(self, vain=0 if gained else self.vain + 1, at=now)

    @property
    def more(self) -> LoadMore | None:
        """The section's endpoint as a request."""
        if self.endpoint is None:
            return None
        known = dict(self.endpoint)
        return LoadMore(**known | {"form": tuple((name, value) for name, value in known["form"])})

    def with_endpoint(self, more: LoadMore | None) -> Habit:
        """Give the habit with the section's endpoint, or without one."""
        return replace(self, endpoint=asdict(more) if more is not None else None)


def habit_of(notes: Notes, spider: str, what: str) -> Habit:
    """Give what is known of a section's address, or of ``ARTICLES``."""
    return Habit(**(notes.get(_name(spider, what)) or {}))


def kept(notes: Notes, spider: str, what: str, habit: Habit) -> list[Statement]:
    """Give the statements that keep it; nothing where nothing has changed."""
    return notes.put(_name(spider, what), asdict(habit)) if habit != habit_of(notes, spider, what) else []


def _name(spider: str, what: str) -> str:
    return f"{spider}/{what}/browser"
