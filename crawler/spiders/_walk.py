"""How far back a section is read: page after page, until what follows is known.

Ids decide, never dates: a pinned story at the top or an order that is not quite chronological must not end a crawl.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from crawler.extract.listing import Listing
from crawler.extract.more import LoadMore

_OVERLAP = 3


@dataclass(slots=True, kw_only=True)
class Walk:
    """The reading of one section in one run.

    ``deep`` walks past what is known: a first reading or a backfill. ``resumed`` says that the last reading was cut short;
    then only ``ground``, the top of the last whole reading, is known. ``most_pages`` and ``known_stop`` are the settings
    ``LISTING_PAGES_MAX`` and ``LISTING_KNOWN_STOP``.
    """

    url: str
    most_pages: int
    known_stop: int
    deep: bool = False
    resumed: bool = False
    ground: tuple[str, ...] = ()
    top: tuple[str, ...] = ()
    pages: int = 0
    cards: int = 0
    """Cards on them, those of articles known before included."""
    pending: int = 0
    """Requests for pages of this section that are on their way."""
    cut: bool = False
    """Something was left unread: a page that failed, or more articles than were wanted."""
    met: bool = False
    """Known ground was reached: nothing lies unseen between what this reading saw and what was known."""
    new: int = 0
    """Articles on them that nobody had named before."""
    oldest: tuple[str, str] | None = None
    """Date and address of the last card that has a date."""
    etag: str | None = None
    last_modified: str | None = None
    asked: set[str] = field(default_factory=set)
    """Addresses of list pages asked for."""
    seen: set[str] = field(default_factory=set)
    """Keys of the articles that the pages so far have named."""

    more: LoadMore | None = None
    """The request for further cards that was made last."""
    spare: LoadMore | None = None
    """The one that the first page stated: for lists whose next page lies."""

    def next_page(self, listing: Listing, *, known: Collection[str]) -> str | LoadMore | None:
        """Take in one page and give what to ask for next: an address or a load-more request, ``None`` at the end.

        ``known`` are the keys on this page that were known before the run. The end is: no further page, an empty one, one that
        names nothing new (servers answer page N+1 with page 1, or with the last), the hard cap, or known ground.
        """
        self.pages += 1
        keys = [card.key for card in listing.articles]
        fresh = [key for key in keys if key not in self.seen]
        self.seen.update(keys)
        self.spare = listing.more if self.pages == 1 else self.spare
        stream = [card.key for card in listing.stream] or keys
        self.met = self.met or overlaps(stream, known, in_order=listing.via in ("section", "feed"))
        if self.pages >= self.most_pages:
            return None
        if not fresh:
            return self._asked(self.spare) if keys and self.more is None else None
        if not self.deep and self._is_known_ground([card.key for card in listing.stream] or keys, known):
            return None
        address = next((page for page in listing.next_pages if page not in self.asked), None)
        if address is not None:
            self.asked.add(address)
            return address
        if self.more is None:
            return self._asked(self.spare) if self.pages == 1 else None
        last = listing.cards[-1].date if listing.cards else None
        return None if listing.ended else self._asked(self.more.following(len(listing.cards), last=last))

    def _asked(self, more: LoadMore | None) -> LoadMore | None:
        """Note a load-more request; ``None`` where it was made before."""
        if more is None or more.key in self.asked:
            return None
        self.asked.add(more.key)
        self.more = more
        return more

    def _is_known_ground(self, keys: Sequence[str], known: Collection[str]) -> bool:
        """A whole page of known articles, or enough of them in a row."""
        run = 0
        for key in keys:
            run = run + 1 if key in known else 0
            if run >= self.known_stop:
                return True
        return run == len(keys)


def overlaps(keys: Sequence[str], known: Collection[str], *, in_order: bool) -> bool:
    """Whether a page reaches known ground: its last article is known, or three are; pinned stories are fewer.

    In a list that is in no order one known article is enough.
    """
    count = sum(key in known for key in keys)
    return count >= (_OVERLAP if in_order else 1) or (bool(keys) and keys[-1] in known)
