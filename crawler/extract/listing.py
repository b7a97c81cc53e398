"""A section page read as a list of announcements: what is new, in which order, and where the list goes on.

Not every link to an article is news: the chronological stream is told apart from carousels, rankings, editors' picks,
adverts and menus (``streams``); hubs, tags, authors, search and login pages are no cards at all (``links``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.extract.announcement import Announcement, read_announcement
from crawler.extract.document import Document, parse
from crawler.extract.paging import next_pages
from crawler.extract.places import Place, find_places
from crawler.extract.streams import sort_blocks
from crawler.normalise.hosts import host_of, registered_domain
from crawler.normalise.urls import clean_url, identity_key
from crawler.site import NOWHERE, Site

_FOLLOWED = ("stream", "main", "highlight", "picks")
_SPARE = ("aside", "popular")
_BLOCKS = (*_FOLLOWED, *_SPARE, "sponsored", "menu")
_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
_KINDS = {
    "video": re.compile(r"(?:^|[/._-])(?:videos?|vidio|watch|tv)(?=[/._-]|$)", re.IGNORECASE),
    "gallery": re.compile(
        r"(?:^|[/._-])(?:foto|fotos|photos?|galer[iy]a?|galer[iy]|galler(?:y|ies)|bilder|bildergalerie|fotostrecke|slideshow|infografis|infographics?)(?=[/._-]|$)",
        re.IGNORECASE,
    ),
    "audio": re.compile(r"(?:^|[/._-])(?:podcasts?|audio|siniar)(?=[/._-]|$)", re.IGNORECASE),
    "live": re.compile(r"(?:^|[/._-])(?:live|liveblog|live-blog|liveticker|live-report|newsblog)(?=[/._-]|$)", re.IGNORECASE),
}


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
    following page, the most trustworthy first; ``feeds`` and ``sitemaps`` the ones it names. ``fault`` says why a feed or
    sitemap may be incomplete.
    """

    via: str = "section"

    cards: tuple[Card, ...] = ()
    next_pages: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    fault: str | None = None

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
        chosen = [card for card in own if card.block in _FOLLOWED] or [card for card in own if card.block in _SPARE]
        return tuple(chosen)


def read_listing(
    html: bytes | str, url: str, site: Site = NOWHERE, *, articles: str | None = None, charset: str | None = None
) -> Listing:
    """Read a section or front page; total. ``articles`` is the site's own pattern of an article's address."""
    document = parse(html, url=url, charset=charset)
    domains = site.domains or (registered_domain(url),)
    pattern = re.compile(articles) if articles else None
    places = find_places(document, domains=domains, articles=pattern)
    return Listing(
        cards=tuple(_cards(document, places)),
        next_pages=next_pages(document),
        feeds=tuple(_declared(document)),
        sitemaps=tuple(dict.fromkeys(_hrefs(document, "link[rel~='sitemap'][href]"))),
    )


def _cards(document: Document, places: tuple[Place, ...]) -> Iterator[Card]:
    """One card an article: of its places on the page, the one in the most telling block."""
    blocks = sort_blocks(places)
    chosen: dict[str, int] = {}
    for index, place in enumerate(places):
        best = chosen.setdefault(place.key, index)
        if _BLOCKS.index(blocks[index]) < _BLOCKS.index(blocks[best]):
            chosen[place.key] = index
    ranks: dict[str, int] = {}
    for index in sorted(chosen.values()):
        text = read_announcement(places[index], document)
        block = "sponsored" if text.paid else blocks[index]
        ranks[block] = ranks.get(block, 0) + 1
        yield _card(places[index], text, block, ranks[block])


def _card(place: Place, text: Announcement, block: str, rank: int) -> Card:
    return Card(
        url=place.url,
        headline=text.headline,
        kicker=text.kicker,
        summary=text.summary,
        picture=text.picture,
        date=text.date,
        section=text.section,
        rank=rank,
        block=block,
        kind=_kind(place),
    )


def _kind(place: Place) -> str:
    if not place.own:
        return "external"
    path = place.url.partition("://")[2].rpartition("/")[0]
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(path)), "article")


def _declared(document: Document) -> Iterator[str]:
    """Feeds of this site; feeds of comments are none."""
    seen = set()
    for node in document.css("link[rel~='alternate'][href][type]"):
        attributes = node.attributes
        url = document.absolute(attributes.get("href"))
        if url is None or (attributes.get("type") or "").lower() not in _FEEDS or "comment" in url.lower():
            continue
        clean = clean_url(url)
        if clean not in seen and registered_domain(host_of(clean)) == registered_domain(host_of(document.url)):
            seen.add(clean)
            yield clean


def _hrefs(document: Document, selector: str) -> Iterator[str]:
    for node in document.css(selector):
        url = document.absolute(node.attributes.get("href"))
        if url is not None:
            yield clean_url(url)
