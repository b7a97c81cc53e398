"""How far back a section is read: page after page, until what follows is known.

Ids decide, never dates: a pinned story at the top or an order that is not quite chronological must not end a crawl.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from crawler.extract.listing.days import span_of
from crawler.extract.listing.more import LoadMore
from crawler.extract.listing.reading import Listing
from crawler.store.entries import Validators

_OVERLAP = 3
_IDLE_DAYS = 7
"""So many lists of a day in a row may name nothing new: today's repeats the front page, nobody writes on holidays."""
_EMPTY_DAYS = 2
"""So many at the beginning: early in the morning there is nothing of today."""


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
    validators: Validators = field(default_factory=Validators)
    """Of its first page."""
    asked: set[str] = field(default_factory=set)
    """Addresses of list pages asked for."""
    seen: set[str] = field(default_factory=set)
    """Keys of the articles that the pages so far have named."""

    parts: dict[str, Validators] = field(default_factory=dict)
    """What a page without cards leads to: the sitemaps of an index, the data of a script; with what they were answered."""
    same: int = 0
    """Of these those that are as they were."""
    idle: int = 0
    """Lists of a day in a row that named nothing new."""
    more: LoadMore | None = None
    """The request for further cards that was made last."""
    spares: tuple[LoadMore, ...] = ()
    """Those that the first page named, not tried yet: for lists whose next page lies, or whose request is refused."""
    worked: bool = False
    """A further page has brought something new."""

    def next_page(self, listing: Listing, *, known: Collection[str]) -> str | LoadMore | None:
        """Take in one page and give what to ask for next: an address or a load-more request, ``None`` at the end.

        ``known`` are the keys on this page that were known before the run. The end is: no further page, an empty one, one that
        names nothing new (servers answer page N+1 with page 1, or with the last), the hard cap, or known ground.
        """
        self.pages += 1
        keys = [card.key for card in listing.articles]
        fresh = [key for key in keys if key not in self.seen]
        self.seen.update(keys)
        self.spares = listing.more if self.pages == 1 else self.spares
        self.idle = 0 if fresh else self.idle
        stream = [card.key for card in listing.stream] or keys
        self.met = self.met or overlaps(stream, known, in_order=listing.via in ("section", "feed"))
        if self.pages >= self.most_pages:
            return None
        address = next((page for page in listing.next_pages if page not in self.asked), None)
        if not fresh and not self._is_idle_day(address):
            return next(iter(self.otherwise()), None) if self.seen else None
        self.worked = self.worked or self.pages > 1
        if fresh and not self.deep and self.is_known_ground(stream, known):
            return None
        if address is not None:
            self.asked.add(address)
            return address
        if self.more is None:
            return next(iter(self.otherwise()), None) if self.pages == 1 else None
        last = listing.cards[-1].date if listing.cards else None
        return None if listing.ended else self._asked(self.more.following(len(listing.cards), last=last, cursor=listing.cursor))

    def otherwise(self) -> tuple[LoadMore, ...]:
        """The next way to ask for further cards, where those before were refused or gave nothing; none after one that did."""
        untried = None if self.worked else next((more for more in self.spares if more.key not in self.asked), None)
        return () if untried is None else tuple(filter(None, (self._asked(untried),)))

    def _is_idle_day(self, following: str | None) -> bool:
        """Whether a page that names nothing new may be one of a list's days, with others before it."""
        self.idle += 1
        most = _IDLE_DAYS if self.seen else _EMPTY_DAYS
        return self.idle <= most and following is not None and span_of(following) is not None

    def _asked(self, more: LoadMore | None) -> LoadMore | None:
        """Note a load-more request; ``None`` where it was made before."""
        if more is None or more.key in self.asked:
            return None
        self.asked.add(more.key)
        self.more = more
        return more

    def follow(self, more: LoadMore) -> None:
        """Go on by a request that the page does not state."""
        self._asked(more)

    def is_known_ground(self, keys: Sequence[str], known: Collection[str]) -> bool:
        """Enough known articles in a row; at the end of a page a third of it, for what follows is older still."""
        run = 0
        for key in keys:
            run = run + 1 if key in known else 0
            if run >= self.known_stop:
                return True
        return run == len(keys) or run >= max(_OVERLAP, len(keys) / 3)


def overlaps(keys: Sequence[str], known: Collection[str], *, in_order: bool) -> bool:
    """Whether a page reaches known ground: its last article is known, or three are; pinned stories are fewer.

    In a list that is in no order one known article is enough.
    """
    count = sum(key in known for key in keys)
    return count >= (_OVERLAP if in_order else 1) or (bool(keys) and keys[-1] in known)
