"""What is learned of sites that have no file, kept in the history: their sections, feeds, sitemaps, names and time zone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from typing import Any
from urllib.parse import urlsplit

from crawler.extract.listing.cards import Listing
from crawler.extract.listing.survey import USUAL_LISTS, Survey, is_news_sitemap, merged, survey
from crawler.normalise.urls import clean_url
from crawler.store.store import Store

_MOST_OF_A_SITEMAP = 100
"""A sitemap that nobody asked for may hold a site's whole past: only its newest are news."""


def note_name(domain: str) -> str:
    """The note of a site in the history."""
    return f"site/{domain}"


def read_note(value: Any) -> Survey:
    """What a note says; an empty survey for none, or for one of another version."""
    if not isinstance(value, dict):
        return Survey()
    known = {field.name for field in fields(Survey)}
    stated: dict[str, Any] = {name: tuple(each) if isinstance(each, list) else each for name, each in value.items()}
    return Survey(**{name: each for name, each in stated.items() if name in known})


def is_front(url: str) -> bool:
    """Whether an address is that of a whole site: nothing behind the host."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def lists_of(known: Survey, *, is_bare: bool = False) -> tuple[str, ...]:
    """The lists to read: sections, the first feed, and what is called a sitemap of news.

    Of a site whose front page names no article, or that has no such list, the first sitemap of any kind.
    """
    news = tuple(filter(is_news_sitemap, known.sitemaps))
    found = (*known.sections, *known.feeds[:1], *news)
    return (*found, *known.sitemaps[:1]) if not news and (is_bare or not found) else found


def usual_lists(url: str, known: Survey) -> Iterator[str]:
    """Where a site that names neither feed nor sitemap may keep its list of news, but for places that were looked at before."""
    parts = urlsplit(url)
    if not known.feeds and not known.sitemaps:
        places = (f"{parts.scheme}://{parts.netloc}{path}" for path in USUAL_LISTS)
        yield from (place for place in places if place not in known.refused)


def newest(listing: Listing) -> Listing:
    """A plain sitemap cut to its newest addresses."""
    return replace(listing, cards=listing.cards[:_MOST_OF_A_SITEMAP]) if listing.via == "sitemap" else listing


def _sifted(known: Survey) -> Survey:
    """Without the lists that turned out to be none."""
    sections, feeds, sitemaps = (
        tuple(url for url in urls if url not in known.refused) for urls in (known.sections, known.feeds, known.sitemaps)
    )
    return replace(known, sections=sections, feeds=feeds, sitemaps=sitemaps)


class Discovery:
    """The notes of sites without a file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Survey] = {}

    def known(self, domain: str) -> Survey:
        """What is known of a site by now."""
        if domain not in self._known:
            self._known[domain] = read_note(self._store.notes.get(note_name(domain)))
        return self._known[domain]

    def learn(self, domain: str, html: bytes, url: str, *, charset: str | None, sitemaps: tuple[str, ...]) -> Survey:
        """Look at a front page, add what it says to what is known, and give all of it."""
        seen = survey(html, url, charset=charset)
        both = merged([self.known(domain), replace(seen, sitemaps=(*seen.sitemaps, *sitemaps))])
        return self.keep(domain, _sifted(both))

    def forget(self, domain: str, url: str) -> None:
        """Leave out a list that named no article, for good: the menu will name it again."""
        known = self.known(domain)
        self.keep(domain, _sifted(merged([known, Survey(refused=(url,))])))

    def add_list(self, domain: str, url: str, via: str) -> None:
        """Add a feed or sitemap that was found where such lists usually are."""
        known = self.known(domain)
        found = (clean_url(url),)
        self.keep(domain, merged([known, Survey(feeds=found) if via == "feed" else Survey(sitemaps=found)]))

    def keep(self, domain: str, known: Survey) -> Survey:
        """Write the note where it changed."""
        if known != self.known(domain):
            self._known[domain] = known
            self._store.add(self._store.notes.put(note_name(domain), asdict(known)))
        return known
