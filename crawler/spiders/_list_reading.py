"""A list in the browser, read step by step: each view of it says whether the next is wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crawler.extract.listing.reading import Card, Listing


class ListReading:
    """What the views of a list have named so far; called with a view, it says whether more is to be loaded.

    Lists that take what has scrolled away out of the page lose nothing: every view is read. ``reads_on`` is the stop rule of
    lists, ``steps`` the most views after the first, ``shown`` the number of cards without a browser.
    """

    def __init__(
        self, read: Callable[[str], Listing], reads_on: Callable[[Listing], bool], *, steps: int, shown: int = 0
    ) -> None:
        self._read, self._reads_on, self._steps, self._shown = read, reads_on, steps, shown
        self._views = 0
        self.cards: dict[str, Card] = {}

    def __call__(self, html: str) -> bool:
        """Take in a view; ``False`` at known ground, at the budget's end, and where a view names nothing new."""
        listing = self._read(html)
        before = len(self.cards)
        self.cards.update({card.key: card for card in listing.cards if card.key not in self.cards})
        grew = len(self.cards) > before
        self._views += 1
        return (grew or self._views == 1) and self._views <= self._steps and self._reads_on(self.listing(listing))

    @property
    def gained(self) -> bool:
        """Whether the browser showed more than the page alone."""
        return len(self.cards) > self._shown

    def listing(self, last: Listing) -> Listing:
        """The list as all views together show it."""
        missing = {card.key: card for card in last.cards if card.key not in self.cards}
        return replace(last, cards=(*self.cards.values(), *missing.values()))
