"""What the bundled site answers to a path: no sockets here, so that tests and tools can render it as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from urllib.parse import parse_qs, urlsplit

from crawler.demo import feeds
from crawler.demo.newsroom import ADVERTS, Newsroom
from crawler.demo.skins import SKINS, portal
from crawler.demo.skins.parts import ICON
from crawler.demo.story import Section
from crawler.demo.view import Listing, view

PER_PAGE = 8
FRONT_PAGE = 20
XML = "application/xml; charset=utf-8"
HTML = "text/html; charset=utf-8"
EXTRA = {
    "/": ("Berita Terkini", "id", "portal", FRONT_PAGE),
    "/berita": ("Berita", "id", "portal", PER_PAGE),
    "/english": ("English", "en", "broadsheet", PER_PAGE),
    "/deutsch": ("Deutsch", "de", "broadsheet", PER_PAGE),
    "/indeks": ("Indeks Berita", "id", "portal", FRONT_PAGE),
}
"""Listings over more than one section: title, language, skin, cards a page."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, before it is compressed or found unchanged."""

    body: bytes
    kind: str = HTML
    status: int = 200
    modified: datetime | None = None
    headers: dict[str, str] = field(default_factory=dict)


MISSING = Reply("<!doctype html><title>404</title><h1>Halaman tidak ditemukan</h1>".encode(), status=404)


class DemoSite:
    """The site at one base address."""

    def __init__(self, newsroom: Newsroom, base: str) -> None:
        self.newsroom, self.base = newsroom, base.rstrip("/")
        self._fixed: dict[str, Callable[[], Reply]] = {
            "/robots.txt": lambda: Reply(feeds.robots(self.base).encode(), "text/plain; charset=utf-8"),
            "/sitemap.xml": lambda: self._xml(feeds.sitemap_index(newsroom, self.base)),
            "/sitemap-news.xml": lambda: self._xml(feeds.news_sitemap(newsroom, self.base)),
            "/get/all": lambda: self._xml(feeds.rss(newsroom, self.base, "", "")),
            "/rss.xml": lambda: self._xml(feeds.rss(newsroom, self.base, "", "")),
            "/internal/stats": lambda: Reply(b"not for robots", "text/plain"),
        }

    def get(self, target: str) -> Reply:
        """The answer to a request for that path and query."""
        parts = urlsplit(target)
        query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        path = parts.path.rstrip("/") or "/"
        if path in self._fixed:
            return self._fixed[path]()
        if path.startswith("/media/"):
            return Reply(ICON.encode(), "image/gif")
        return self._machine(path) or self._article(parts.path, parts.query, query) or self._listing(path, query) or MISSING

    def more(self, target: str, form: dict[str, str]) -> Reply:
        """The answer to a listing's load-more request: the rows alone."""
        if not target.startswith("/request/load-more"):
            return MISSING
        channel = "/" + form.get("channel_name", "").strip("/")
        number = form.get("page", "1")
        listing = self.listing(channel, int(number) if number.isdigit() else 1)
        return Reply(portal.rows(listing).encode()) if listing else MISSING

    def _xml(self, text: str) -> Reply:
        newest = self.newsroom.published()
        return Reply(text.encode(), XML, modified=newest[0].published if newest else None)

    def _machine(self, path: str) -> Reply | None:
        section = self._section(path.rpartition("/")[0])
        if section and path.endswith("/rss.xml"):
            return self._xml(feeds.rss(self.newsroom, self.base, section.path, section.title))
        if section and path.endswith("/sitemap.xml"):
            return self._xml(feeds.sitemap(self.newsroom, self.base, section.path))
        return None

    def _section(self, path: str) -> Section | None:
        return next((section for section in self.newsroom.sections if section.path == path), None)

    def _article(self, path: str, query: str, asked: dict[str, str]) -> Reply | None:
        story = next((s for s in self.newsroom.published() if str(s.id) in re.findall(r"\d+", f"{path}?{query}")), None)
        if story is None:
            return None
        true = self.newsroom.path(story)
        if true.partition("?")[0] != path:
            return Reply(b"", status=301, headers={"Location": self.base + true})
        page = asked.get("page", "1")
        shown = view(self.newsroom, story.id, self.base, page=0 if page == "all" else 1)
        if page.isdigit() and 1 <= int(page) <= shown.pages:
            shown = view(self.newsroom, story.id, self.base, page=int(page))
        html = SKINS[shown.section.skin].article(shown)
        return Reply(
            encoded(html, shown.section.charset), kind(shown.section.charset), modified=story.modified or story.published
        )

    def _listing(self, path: str, query: dict[str, str]) -> Reply | None:
        number = query.get("page", "1")
        listing = self.listing(path, int(number) if number.isdigit() else 1)
        if listing is None:
            return None
        newest = self.newsroom.published("" if path in {"/", "/indeks"} else path)
        html = SKINS[listing.skin].listing(listing)
        return Reply(encoded(html, listing.charset), kind(listing.charset), modified=newest[0].published if newest else None)

    def listing(self, path: str, number: int) -> Listing | None:
        """A page of a listing, or ``None`` where there is no such page."""
        section = self._section(path)
        if section is None and path not in EXTRA:
            return None
        title, language, skin, size = EXTRA.get(path) or (section.title, section.language, section.skin, PER_PAGE)  # type: ignore[union-attr]
        stories = self.newsroom.published("" if path in {"/", "/indeks"} else path)
        pages = max(1, ceil(len(stories) / size))
        if not 1 <= number <= pages:
            return None
        cards = self.newsroom.cards(tuple(s.id for s in stories[(number - 1) * size : number * size]), self.base)
        paid = (ADVERTS[number % len(ADVERTS)],)
        return Listing(
            base=self.base,
            path=path,
            title=title,
            language=language,
            skin=skin,
            section=section,
            cards=cards[:3] + paid + cards[3:],
            page=number,
            pages=pages,
            carousel=self.newsroom.most_read(language, self.base)[:3] if number == 1 else (),
            most_read=self.newsroom.most_read(language, self.base),
            menu=self.newsroom.sections,
            charset=section.charset if section else "utf-8",
        )


def encoded(html: str, charset: str) -> bytes:
    """The page's bytes; what the encoding lacks becomes a character reference."""
    return html.encode(charset, "xmlcharrefreplace")


def kind(charset: str) -> str:
    """The content type: pages of an old encoding name it in the document alone."""
    return HTML if charset == "utf-8" else "text/html"
