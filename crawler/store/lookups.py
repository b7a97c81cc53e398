"""What a run may ask the store; nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.normalise.identity import Remembered
from crawler.store.entries import Validators, Waiting
from crawler.store.frontier import Frontier
from crawler.store.history import History


class Lookups:
    """Questions about articles and addresses, answered from the history and the frontier.

    What this run has kept is known at once; a revision of another spider, once that has committed it.
    """

    def __init__(self, history: History, frontier: Frontier) -> None:
        self._history = history
        self.frontier = frontier

    def known(self, url: str) -> str | None:
        """Give the id of the article known under an address, in any view of it; ``None`` for a new page."""
        return self._history.known(url)

    def resolve(self, urls: Iterable[str | None]) -> str | None:
        """Give the id of the article known under the first of these addresses that is known at all.

        Ask with the final URL, the canonical one and the one asked for, in this order, before a new id is given: it keeps an
        article one article when its address changes.
        """
        return next((name for url in urls if url and (name := self._history.known(url))), None)

    def remembered(self, article_id: str) -> Remembered | None:
        """Give what ``identity.next_revision`` needs of the last revision; ``None`` for a new article."""
        return self._history.remembered(article_id)

    def alternates(self, article_id: str) -> tuple[str, ...]:
        """Give the further addresses an article was seen under, for ``alternateUrls``."""
        return self._history.alternates(article_id)

    def validators(self, url: str) -> Validators:
        """Give ETag and Last-Modified of an article or listing, both ``None`` where there are none."""
        return self._history.validators(url)

    def announcements(self, url: str) -> Waiting | None:
        """Give a page of the frontier with all its announcements so far: its ``appearances``."""
        return self.frontier.entry(url)
