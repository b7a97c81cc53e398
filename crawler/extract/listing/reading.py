"""A section page read as a list of announcements: what is new, in which order, and where the list goes on.

Not every link to an article is news: the chronological stream is told apart from carousels, rankings, editors' picks,
adverts and menus (``streams``); hubs, tags, authors, search and login pages are no cards at all (``links``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.extract.listing.announcement import Announcement, read_announcement
from crawler.extract.listing.cards import FOLLOWED, SPARE, Card, Listing
from crawler.extract.listing.json_lists import embedded_cards
from crawler.extract.listing.more import LoadMore, declared_more, find_more, state_more, stated_cursor, wordpress_more
from crawler.extract.listing.paging import next_pages
from crawler.extract.listing.places import Place, find_places
from crawler.extract.listing.streams import sort_blocks
from crawler.extract.page.document import Document, parse
from crawler.normalise.hosts import host_of, registered_domain
from crawler.normalise.urls import clean_url
from crawler.site import NOWHERE, Site

__all__ = ["Card", "Listing", "read_document", "read_listing"]
_BLOCKS = (*FOLLOWED, *SPARE, "sponsored", "menu")
_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
_FETCHED = "link[rel='preload'][as='fetch'][href]"
"""What a page has its script ask for: Nuxt writes it so."""
_KINDS = {
    "video": re.compile(r"(?:^|[/._-])(?:videos?|vidio|watch|tv)(?=[/._-]|$)", re.IGNORECASE),
    "gallery": re.compile(
        r"(?:^|[/._-])(?:foto|fotos|photos?|galer[iy]a?|galer[iy]|galler(?:y|ies)|bilder|bildergalerie|fotostrecke|slideshow|infografis|infographics?)(?=[/._-]|$)",
        re.IGNORECASE,
    ),
    "audio": re.compile(r"(?:^|[/._-])(?:podcasts?|audio|siniar)(?=[/._-]|$)", re.IGNORECASE),
    "live": re.compile(r"(?:^|[/._-])(?:live|liveblog|live-blog|liveticker|live-report|newsblog)(?=[/._-]|$)", re.IGNORECASE),
}


def read_listing(
    html: bytes | str, url: str, site: Site = NOWHERE, *, articles: str | None = None, charset: str | None = None
) -> Listing:
    """Read a section or front page; total. ``articles`` is the site's own pattern of an article's address."""
    return read_document(parse(html, url=url, charset=charset), site, articles=articles)


def read_document(document: Document, site: Site = NOWHERE, *, articles: str | None = None) -> Listing:
    """Read a page that is parsed already."""
    domains = site.domains or (registered_domain(document.url),)
    pattern = re.compile(articles) if articles else None
    rows = frozenset(node.mem_id for node in document.css(site.list_rows)) if site.list_rows else frozenset()
    cards = tuple(_cards(document, find_places(document, domains=domains, articles=pattern), rows))
    cards = cards if any(card.kind != "external" for card in cards) else (*cards, *embedded_cards(document, domains))
    following = next_pages(document)
    return Listing(
        cards=cards,
        next_pages=following,
        more=tuple(_more(document, cards, site)) if cards else (),
        feeds=tuple(_declared(document)),
        data=() if cards else tuple(dict.fromkeys(_hrefs(document, _FETCHED))),
        sitemaps=tuple(dict.fromkeys(_hrefs(document, "link[rel~='sitemap'][href]"))),
        unmatched=("list_rows",) if site.list_rows and cards and not rows else (),
        robots=tuple(
            (node.attributes.get("name") or "", node.attributes.get("content") or "")
            for node in document.css("meta[name='robots' i], meta[name='copydesk' i], meta[name='scrapy' i]")
        ),
    )


def _more(document: Document, cards: tuple[Card, ...], site: Site) -> Iterator[LoadMore]:
    """The requests for further cards: what the page states, what the site declares; else the usual interfaces."""
    stream = [card for card in cards if card.block == "stream"]
    count, last = len(stream), stream[-1].date if stream else None
    stated = find_more(document, cards=count)
    if stated is not None:
        yield stated
    for declared in site.load_more:
        cursor = stated_cursor(document) if "{cursor}" in declared else ""
        yield declared_more(declared, document.url, cards=count, last=last, cursor=cursor)
    if stated is None and not site.load_more:
        yield from filter(None, (wordpress_more(document, cards=count) or state_more(document, cards=count),))


def _cards(document: Document, places: tuple[Place, ...], rows: frozenset[int]) -> Iterator[Card]:
    """One card an article: of its places on the page, the one in the most telling block."""
    blocks = sort_blocks(places, rows=rows)
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
