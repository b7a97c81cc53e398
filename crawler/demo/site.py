"""What the bundled site answers to a path: no sockets here, so that tests and tools can render it as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

from crawler.demo import feeds
from crawler.demo.lists import listing
from crawler.demo.newsroom import Newsroom
from crawler.demo.scripted import scripted
from crawler.demo.skins import SKINS, portal
from crawler.demo.skins.parts import filled
from crawler.demo.story import Section, Story
from crawler.demo.view import view

XML = "application/xml; charset=utf-8"
HTML = "text/html; charset=utf-8"
PIXEL = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b")
"""A transparent picture of one pixel (GIF)."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, before it is compressed or found unchanged."""

    body: bytes
    kind: str = HTML
    status: int = 200
    modified: datetime | None = None
    headers: dict[str, str] = field(default_factory=dict)


MISSING = Reply(b"<!doctype html><title>404</title><h1>Halaman tidak ditemukan</h1>", status=404)


class DemoSite:
    """The site at one base address."""

    def __init__(self, newsroom: Newsroom, base: str) -> None:
        self.newsroom, self.base = newsroom, base.rstrip("/")
        self.skins: dict[str, str] = {}
        """Lists and sections that look otherwise than the data say: path -> skin."""
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
        wing = scripted(self.newsroom, self.base, path, whole(query.get("page")))
        if wing is not None:
            return Reply(wing[0].encode(), wing[1])
        if path.startswith("/media/"):
            return Reply(PIXEL, "image/gif")
        found = self._machine(path) or self._article(parts.path, parts.query, query) or self._list(path, query)
        return found or self._soft_missing(path) or MISSING

    def more(self, target: str, form: dict[str, str]) -> Reply:
        """The answer to a listing's load-more request: the rows alone."""
        if not target.startswith("/request/load-more"):
            return MISSING
        found = listing(self.newsroom, self.base, "/" + form.get("channel_name", "").strip("/"), whole(form.get("page")))
        return Reply(portal.rows(found).encode()) if found else Reply(b"")

    def _xml(self, text: str) -> Reply:
        newest = self.newsroom.published()
        return Reply(text.encode(), XML, modified=newest[0].published if newest else None)

    def _section(self, path: str) -> Section | None:
        return next((section for section in self.newsroom.sections if section.path == path), None)

    def _machine(self, path: str) -> Reply | None:
        """The feed or the sitemap of a section."""
        section = self._section(path.rpartition("/")[0])
        if section and path.endswith("/rss.xml"):
            return self._xml(feeds.rss(self.newsroom, self.base, section.path, section.title))
        if section and path.endswith("/sitemap.xml"):
            return self._xml(feeds.sitemap(self.newsroom, self.base, section.path))
        return None

    def _article(self, path: str, query: str, asked: dict[str, str]) -> Reply | None:
        numbers = re.findall(r"\d+", f"{path}?{query}")
        story = next((story for story in self.newsroom.published() if str(story.id) in numbers), None)
        if story is None:
            return None
        address = self.newsroom.path(story)
        if address.partition("?")[0] != path:
            return Reply(b"", status=301, headers={"Location": self.base + address})
        return self.article(story, asked.get("page", "1"))

    def article(self, story: Story, page: str = "1") -> Reply:
        """A page of an article; ``page`` is a number or ``all``, and one that does not exist shows the first."""
        shown = view(self.newsroom, story.id, self.base, page=0 if page == "all" else whole(page))
        html = SKINS[self.skins.get(story.section, shown.section.skin)].article(shown)
        return html_reply(html, shown.section.charset, story.modified or story.published)

    def _list(self, path: str, asked: dict[str, str]) -> Reply | None:
        found = listing(self.newsroom, self.base, path, whole(asked.get("page")))
        if found is None:
            return None
        return html_reply(SKINS[self.skins.get(path, found.skin)].listing(found), found.charset, found.newest)

    def _soft_missing(self, path: str) -> Reply | None:
        """The portal's answer to an article that it does not have: a page, and no error."""
        if not re.match(r"/berita/\w+/\d+-", path):
            return None
        latest = self.newsroom.cards(tuple(story.id for story in self.newsroom.published("/berita")[:5]), self.base)
        return html_reply(filled("portal-missing.html", rows=portal.most_read(latest)), "utf-8", None)


def whole(number: str | None) -> int:
    """A page's number as it is asked for; 1 where it is none."""
    return int(number) if number and number.isdigit() else 1


def html_reply(html: str, charset: str, modified: datetime | None) -> Reply:
    """A page in its encoding, which old pages name in the document alone; what it lacks becomes a reference."""
    kind = HTML if charset == "utf-8" else "text/html"
    return Reply(html.encode(charset, "xmlcharrefreplace"), kind, modified=modified)
