"""What a list is read into: cards in their order, and how the list goes on."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.extract.listing.more import LoadMore
from crawler.normalise.urls import identity_key

FOLLOWED = ("stream", "main", "highlight", "picks")
SPARE = ("aside", "popular")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One announcement of an article.

    ``url`` is clean and absolute. ``rank`` counts within ``block`` from 1. ``block`` is stream, main, highlight, picks,
    aside, popular, sponsored or menu; ``kind`` is article, video, gallery, live, audio, external, or other where something is
    announced that is no article by its address. Texts are as printed,
    ``None`` where the card has none; ``date`` may be relative ("5 menit lalu"). ``modified`` and ``byline`` come from feeds
    and sitemaps.
    """

    url: str
    headline: str | None = None
    kicker: str | None = None
    summary: str | None = None
    picture: str | None = None
    date: str | None = None
    modified: str | None = None
    section: str | None = None
    byline: str | None = None
    rank: int = 0
    block: str = "main"
    kind: str = "article"

    @property
    def key(self) -> str:
        """What all addresses of this article share."""
        return identity_key(self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list as one page shows it, in reading order.

    ``via`` says what it was read from: section, feed, newsSitemap or sitemap. ``next_pages`` are addresses of the
    following page, the most trustworthy first; ``feeds`` and ``sitemaps`` the ones it names. ``more`` are the requests
    that may give further cards without a page of their own, the most trustworthy first, ``cursor`` the place where an
    answer to one ended. ``ended`` says that the list calls itself complete. ``data`` are the addresses that a page without
    cards has its script ask for. ``fault`` says
    why a feed or sitemap may be incomplete, ``unmatched`` which facts of the site's file match nothing here.
    """

    via: str = "section"

    cards: tuple[Card, ...] = ()
    next_pages: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    more: tuple[LoadMore, ...] = ()
    cursor: str | None = None
    data: tuple[str, ...] = ()
    ended: bool = False
    fault: str | None = None
    unmatched: tuple[str, ...] = ()
    robots: tuple[tuple[str, str], ...] = ()
    """Meta elements that speak to robots: name, content."""

    @property
    def stream(self) -> tuple[Card, ...]:
        """The chronological list: the only cards whose order says that older ones follow."""
        return tuple(card for card in self.cards if card.block == "stream")

    @property
    def articles(self) -> tuple[Card, ...]:
        """The cards worth a request: the site's own articles, without adverts, menus and rankings.

        Where a page has nothing but a ranking or a side column, that is taken.
        """
        own = [card for card in self.cards if card.kind not in ("external", "other")]
        chosen = [card for card in own if card.block in FOLLOWED] or [card for card in own if card.block in SPARE]
        return tuple(chosen)
