"""What a front page or section page tells of its site: sections, feeds, sitemaps, the shape of its articles' addresses, its
language, names and time zone. Nothing is guessed: what no page states is ``None`` or empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crawler.extract.listing.cards import Listing
from crawler.extract.listing.patterns import pattern_of
from crawler.extract.listing.reading import read_document
from crawler.extract.listing.sections import find_sections
from crawler.extract.page.document import Document, parse
from crawler.extract.stated import jsonld
from crawler.normalise.hosts import registered_domain
from crawler.normalise.languages import language_code
from crawler.normalise.lexicon import rows
from crawler.normalise.urls import clean_url
from crawler.site import Site

_PUBLISHERS = ("NewsMediaOrganization", "Organization", "WebSite", "WebPage", "Corporation")
_NEWS = re.compile(r"news|berita|actualit|aktuell|noticia", re.IGNORECASE)
USUAL_LISTS = ("/sitemap-news.xml", "/news-sitemap.xml", "/feed", "/rss.xml", "/rss")
"""Where sites keep their list of news when they say it nowhere, the best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What is known of a site.

    ``sections`` and ``feeds`` are addresses in the order of the page; ``articles`` is a pattern; ``refused`` are lists that
    turned out to be none.
    """

    sections: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    articles: str | None = None
    language: str | None = None
    publishers: tuple[str, ...] = ()
    timezone: str | None = None
    refused: tuple[str, ...] = ()


def survey(html: bytes | str, url: str, *, charset: str | None = None) -> Survey:
    """Look at a page; total."""
    document = parse(html, url=url, charset=charset)
    listing = read_document(document, Site(name="", domains=(registered_domain(url),)))
    return Survey(
        sections=tuple(find_sections(document, {card.key for card in listing.cards})),
        feeds=listing.feeds,
        sitemaps=listing.sitemaps,
        articles=pattern_of([card.url for card in listing.articles]),
        language=_language(document),
        publishers=tuple(dict.fromkeys(_names(document))),
        timezone=_timezone(listing),
    )


def sitemaps_in(named: Iterable[str], url: str) -> tuple[str, ...]:
    """Of the sitemaps that a robots.txt names those of its own site, those of news first."""
    site = registered_domain(url)
    found = dict.fromkeys(map(clean_url, named))
    own = [address for address in found if address.startswith("http") and registered_domain(address) == site]
    return tuple(sorted(own, key=lambda address: not is_news_sitemap(address)))


def is_news_sitemap(url: str) -> bool:
    """Whether a sitemap is called one of news: others hold a site's whole past."""
    return bool(_NEWS.search(url.partition("://")[2].partition("/")[2]))


def _language(document: Document) -> str | None:
    root = document.first("html")
    stated = (root.attributes.get("lang") or "") if root is not None else ""
    locale = document.first("meta[property='og:locale'][content]")
    return language_code(stated) or (language_code(locale.attributes.get("content") or "") if locale is not None else None)


def _names(document: Document) -> Iterator[str]:
    """What the site calls itself: Open Graph, structured data, the application's name."""
    for node in document.css("meta[property='og:site_name'][content], meta[name='application-name'][content]"):
        name = " ".join((node.attributes.get("content") or "").split())
        if name:
            yield name
    for found in jsonld.read_nodes(document.css('script[type*="ld+json" i]')):
        stated: tuple[jsonld.Node, ...] = (found, *(node for node in (found.get("publisher"),) if isinstance(node, dict)))
        for value in stated:
            called = value.get("name")
            if isinstance(called, str) and set(jsonld.types(value)) & set(_PUBLISHERS) and called.strip():
                yield " ".join(called.split())


def _timezone(listing: Listing) -> str | None:
    """The zone whose abbreviation the cards print, where they print one alone."""
    zones = {row[0]: row[2] for row in rows("zones") if len(row) < 4 and row[2] not in ("-", "UTC")}
    printed = {
        zones[word]
        for card in listing.cards
        for word in (card.date or "").replace("(", " ").replace(")", " ").split()
        if word in zones
    }
    return printed.pop() if len(printed) == 1 else None


def merged(surveys: Sequence[Survey]) -> Survey:
    """What several pages of a site say together; where they differ, the first."""
    return Survey(
        sections=tuple(dict.fromkeys(url for each in surveys for url in each.sections)),
        feeds=tuple(dict.fromkeys(url for each in surveys for url in each.feeds)),
        sitemaps=tuple(dict.fromkeys(url for each in surveys for url in each.sitemaps)),
        articles=next((each.articles for each in surveys if each.articles), None),
        language=next((each.language for each in surveys if each.language), None),
        publishers=tuple(dict.fromkeys(name for each in surveys for name in each.publishers)),
        timezone=next((each.timezone for each in surveys if each.timezone), None),
        refused=tuple(dict.fromkeys(url for each in surveys for url in each.refused)),
    )
