"""News sites in grammars of their own, of invented stories, on loopback: what a crawl meets that knows nothing of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

from crawler.demo.server import DemoServer
from crawler.demo.site import MISSING, Reply

NEWEST = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
WHO = ("Harbour master", "Lighthouse keeper", "Ferry company", "Island council", "Fish market", "Night school")
DOES = ("closes the old pier", "opens a second bridge", "counts the grey seals", "repairs the sea wall", "sells the last tram")
XML = "application/xml"


@dataclass(frozen=True, slots=True)
class Story:
    """A story of a section; ``number`` counts from the oldest."""

    number: int
    headline: str
    section: str

    @property
    def slug(self) -> str:
        """Its headline as part of an address."""
        return self.headline.lower().replace(" ", "-")

    @property
    def day(self) -> datetime:
        """When it was published: five stories a day."""
        return NEWEST - timedelta(hours=5 * (60 - self.number))

    @property
    def page(self) -> str:
        """A plain article."""
        text = "".join(
            f"<p>{self.headline}: paragraph {n} of this report tells what was decided on day {self.number} and why.</p>"
            for n in range(4)
        )
        return (
            f'<html lang="en"><head><title>{self.headline}</title><meta property="og:type" content="article">'
            f'<meta property="article:published_time" content="{self.day.isoformat()}"></head>'
            f"<body><article><h1>{self.headline}</h1>{text}</article></body></html>"
        )


def stories(sections: Sequence[str], count: int = 60) -> list[Story]:
    """So many stories, newest first, the sections in turn."""
    pairs = list(product(DOES, WHO))
    found = (
        Story(n, f"{pairs[n % 30][1]} {pairs[n % 30][0]}{' in second year' * (n >= 30)}", sections[n % len(sections)])
        for n in range(count)
    )
    return list(found)[::-1]


class OddSite(DemoServer):
    """A site of its own: ``path`` says where a story lies, ``answer`` gives every other address."""

    sections: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.base = self.url.rstrip("/")
        self.hidden = 0
        """So many of the newest are not published yet."""

    @property
    def shown(self) -> list[Story]:
        """The stories published by now, newest first."""
        return stories(self.sections)[self.hidden :]

    def of(self, section: str) -> list[Story]:
        """The stories of a section."""
        return [story for story in self.shown if story.section == section]

    def path(self, story: Story) -> str:
        """The address of a story."""
        raise NotImplementedError

    def answer(self, path: str, query: dict[str, str]) -> Reply:
        """The answer to an address that is no story's."""
        raise NotImplementedError

    def reply(self, target: str) -> Reply:
        """A story, or what the site itself answers."""
        if target in self.answers:
            return super().reply(target)
        story = next((each for each in self.shown if self.path(each) == target), None)
        if story is not None:
            return Reply(story.page.encode())
        parts = urlsplit(target)
        return self.answer(parts.path, {key: values[-1] for key, values in parse_qs(parts.query).items()})

    def urls(self) -> list[str]:
        """The addresses of all stories."""
        return sorted(self.base + self.path(story) for story in self.shown)


def robots(*sitemaps: str) -> Reply:
    """A robots.txt that forbids nothing."""
    return Reply(("User-agent: *\nDisallow:\n" + "".join(f"Sitemap: {url}\n" for url in sitemaps)).encode(), "text/plain")


def cut(found: Sequence[Story], page: int, size: int) -> Sequence[Story]:
    """One page of a list."""
    return found[(page - 1) * size : page * size]


class BlockTheme(OddSite):
    """WordPress with a block theme: categories in the menu, ``/page/2/`` behind them, the day in each address."""

    sections = ("politics", "culture", "sports")
    SIZE = 8

    def path(self, story: Story) -> str:
        """``/2026/11/24/slug/``."""
        return f"/{story.day:%Y/%m/%d}/{story.slug}/"

    def answer(self, path: str, _query: dict[str, str]) -> Reply:
        """The front page, a category, a page of either."""
        if path == "/robots.txt":
            return robots()
        head, _, number = path.strip("/").partition("page/")
        found = self.shown if not head else self.of(head.strip("/").removeprefix("category/"))
        shown = cut(found, int(number or 1), self.SIZE)
        if not shown or (head and not head.startswith("category/")):
            return MISSING
        return Reply(self._page(shown, head.strip("/"), int(number or 1), len(found)).encode())

    def _page(self, shown: Sequence[Story], head: str, number: int, count: int) -> str:
        menu = "".join(
            f'<li class="wp-block-navigation-item"><a class="wp-block-navigation-item__content" href="/category/{name}/">'
            f'<span class="wp-block-navigation-item__label">{name.title()}</span></a></li>'
            for name in self.sections
        )
        rows = "".join(
            f'<li class="wp-block-post post type-post"><div class="wp-block-group"><h2 class="wp-block-post-title">'
            f'<a href="{self.base}{self.path(story)}" target="_self">{story.headline}</a></h2><div class="wp-block-post-date">'
            f'<time datetime="{story.day.isoformat()}">{story.day:%B %d, %Y}</time></div></div></li>'
            for story in shown
        )
        following = f"{self.base}/{head + '/' if head else ''}page/{number + 1}/"
        button = (
            f'<a href="{following}" class="wp-block-query-pagination-next">Next Page</a>' if number * self.SIZE < count else ""
        )
        return (
            '<html lang="en-US"><head><meta property="og:site_name" content="The Breakwater"></head>'
            '<body class="home blog"><div class="wp-site-blocks"><header>'
            f'<nav class="wp-block-navigation"><ul>{menu}</ul></nav></header>'
            f'<main class="wp-block-query"><ul class="wp-block-post-template">{rows}</ul>'
            f'<nav class="wp-block-query-pagination">{button}</nav></main></div></body></html>'
        )


class Interface(BlockTheme):
    """The same without pages: its head names the interface of WordPress, which has the rest."""

    def answer(self, path: str, query: dict[str, str]) -> Reply:
        """A list of one page, or stories by their place."""
        if path != "/wp-json/wp/v2/posts":
            return super().answer(path, query)
        found = self.of(self.sections[int(query["categories"]) - 1]) if "categories" in query else self.shown
        shown = found[int(query["offset"]) :][: int(query["per_page"])]
        posts = [
            {"link": self.base + self.path(s), "title": {"rendered": s.headline}, "date_gmt": f"{s.day:%FT%T}"} for s in shown
        ]
        return Reply(json.dumps(posts).encode(), "application/json")

    def _page(self, shown: Sequence[Story], head: str, number: int, count: int) -> str:
        place = self.sections.index(head.removeprefix("category/")) + 1 if head else 0
        view = f'<link rel="alternate" type="application/json" href="/wp-json/wp/v2/categories/{place}">' if place else ""
        text = super()._page(shown, head, number, min(count, number * self.SIZE))
        return text.replace("<head>", f'<head><link rel="https://api.w.org/" href="{self.base}/wp-json/">{view}')


class Ajax(BlockTheme):
    """The same without pages: a theme's button asks admin-ajax.php by POST and gets rows of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.site.more = self.more  # type: ignore[method-assign]

    def more(self, target: str, form: dict[str, str]) -> Reply:
        """The rows of a page of the list that the query names."""
        if target != "/wp-admin/admin-ajax.php" or form.get("action") != "loadmore":
            return MISSING
        name = json.loads(form["query"])["category_name"]
        shown = cut(self.of(name) if name else self.shown, int(form["page"]), self.SIZE)
        rows = "".join(f'<article><h2><a href="{self.path(story)}">{story.headline}</a></h2></article>' for story in shown)
        return Reply(rows.encode())

    def _page(self, shown: Sequence[Story], head: str, number: int, count: int) -> str:
        query = json.dumps({"category_name": head.removeprefix("category/"), "order": "DESC"})
        given = json.dumps({"ajaxurl": f"{self.base}/wp-admin/admin-ajax.php", "posts": query, "current_page": "1"})
        text = super()._page(shown, head, number, min(count, number * self.SIZE))
        return text.replace(
            "</main>", f"<button class=load-more>More stories</button></main><script>var params = {given};</script>"
        )


class EmbeddedState(OddSite):
    """A Next.js site: cards only in the state of the page, further ones by a cursor from an interface that the state names."""

    sections = ("mundo", "economia")
    SIZE = 7

    def path(self, story: Story) -> str:
        """``/mundo/slug-4f003``."""
        return f"/{story.section}/{story.slug}-4f{story.number:03}"

    def answer(self, path: str, query: dict[str, str]) -> Reply:
        """A page with its state, or the interface."""
        if path == "/robots.txt":
            return robots()
        if path == "/api/v2/stories":
            return Reply(json.dumps(self._state(query.get("section", ""), query.get("cursor"))).encode(), "application/json")
        section = path.strip("/")
        return self._page(section) if section in ("", *self.sections) else MISSING

    def _state(self, section: str, cursor: str | None = None) -> dict[str, object]:
        found = self.of(section) if section else self.shown
        start = next((place + 1 for place, story in enumerate(found) if f"c{story.number:x}" == cursor), 0)
        shown = found[start : start + self.SIZE]
        items = [{"id": s.number, "title": s.headline, "url": self.path(s), "publishedAt": s.day.isoformat()} for s in shown]
        more = start + self.SIZE < len(found)
        return {"items": items, "pageInfo": {"nextCursor": f"c{shown[-1].number:x}" if more else None, "hasNextPage": more}}

    def _page(self, section: str) -> Reply:
        menu = "".join(f'<a class="css-1x{n}" href="/{name}">{name.title()}</a>' for n, name in enumerate(self.sections))
        feed = {**self._state(section), "endpoint": f"/api/v2/stories?section={section}"}
        data = {"props": {"pageProps": {"feed": feed}}, "page": "/[section]", "query": {"section": section}, "buildId": "x1"}
        text = (
            f'<html lang="es"><head><title>El Faro</title></head><body><div id="__next"><header><nav>{menu}</nav></header>'
            '<main><div class="skeleton"></div></main></div><script id="__NEXT_DATA__" type="application/json">'
            f"{json.dumps(data)}</script></body></html>"
        )
        return Reply(text.encode())


class OldTables(OddSite):
    """Tables, frames of fonts, sections and stories by number in the query, a list a day and a link to the day before."""

    sections = ("3", "5")
    NAMES: ClassVar[dict[str, str]] = {"3": "Hafen", "5": "Inseln"}

    def path(self, story: Story) -> str:
        """``/artikel.php?nr=88031``."""
        return f"/artikel.php?nr={88000 + story.number}"

    def answer(self, path: str, query: dict[str, str]) -> Reply:
        """The front page, a section, the list of a day."""
        if path == "/robots.txt":
            return robots()
        if path == "/":
            return self._page(self.shown[:6], "")
        if path == "/rubrik.php":
            return self._page(self.of(query.get("r", ""))[:10], "")
        if path != "/archiv.php":
            return MISSING
        day = datetime.fromisoformat(query.get("tag", "2026-11-24")).date()
        found = [story for story in self.shown if story.day.date() == day]
        return self._page(found, f'<a href="archiv.php?tag={day - timedelta(days=1)}">&lt;&lt; Vortag</a>')

    def _page(self, shown: Sequence[Story], around: str) -> Reply:
        menu = "".join(f'<tr><td><a href="rubrik.php?r={key}">{name}</a></td></tr>' for key, name in self.NAMES.items())
        rows = "".join(
            f'<tr><td><font size="2">{story.day:%d.%m.%Y}</font></td>'
            f'<td><a href="{self.path(story)[1:]}"><b>{story.headline}</b></a></td></tr>'
            for story in shown
        )
        text = (
            '<html><head><title>Küstenbote</title></head><body bgcolor="#ffffff"><table width="760"><tr>'
            f'<td valign="top" class="menu"><table>{menu}<tr><td><a href="archiv.php">Archiv</a></td></tr></table></td>'
            f"<td><table>{rows}</table>{around}</td></tr></table></body></html>"
        )
        return Reply(text.encode("latin-1"), "text/html")


class SitemapOnly(OddSite):
    """A front page without a link; robots.txt names an index of monthly sitemaps that nobody calls news."""

    sections = ("kota",)

    def path(self, story: Story) -> str:
        """``/kota/slug``."""
        return f"/kota/{story.slug}"

    def answer(self, path: str, _query: dict[str, str]) -> Reply:
        """The shell, robots.txt, the sitemaps."""
        if path == "/":
            return Reply(b'<html lang="id"><head><title>Muara</title></head><body><h1>Muara</h1><p>Koran pagi.</p></body>')
        if path == "/robots.txt":
            return robots(f"{self.base}/sitemap_index.xml")
        months = {f"{story.day:%Y-%m}" for story in self.shown}
        if path == "/sitemap_index.xml":
            rows = "".join(f"<sitemap><loc>{self.base}/sitemap-{month}.xml</loc></sitemap>" for month in sorted(months))
            return Reply(
                f"<?xml version='1.0'?><sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{rows}</sitemapindex>".encode(),
                XML,
            )
        return Reply(self._map(path[9:16]).encode(), XML) if path[9:16] in months else MISSING

    def _map(self, month: str) -> str:
        rows = "".join(
            f"<url><loc>{self.base}{self.path(story)}</loc><lastmod>{story.day.isoformat()}</lastmod></url>"
            for story in reversed(self.shown)
            if f"{story.day:%Y-%m}" == month
        )
        pages = f"<url><loc>{self.base}/</loc></url><url><loc>{self.base}/tentang-kami</loc></url>"
        return f"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{pages}{rows}</urlset>"


class Maze(OddSite):
    """A site full of ways without an end around its dozen stories; each page is sent under a new session."""

    sections = ("berita",)
    FIRST = 12

    def __init__(self) -> None:
        super().__init__()
        self.hidden = 60 - self.FIRST
        self.sessions = 0

    def path(self, story: Story) -> str:
        """``/berita/1740059-slug``."""
        return f"/berita/{1740000 + story.number}-{story.slug}"

    def reply(self, target: str) -> Reply:
        """A story under any session; a list."""
        return super().reply(target.partition("?PHPSESSID=")[0].partition(";jsessionid=")[0])

    def answer(self, path: str, query: dict[str, str]) -> Reply:
        """Whatever is asked for is there, and leads on."""
        if path == "/robots.txt":
            return robots()
        self.sessions += 1
        numbers = [int(part) for part in path.split("/") if part.isdecimal()]
        if path.startswith("/agenda"):
            year, month = [*numbers, 2026, 11][-2:] if len(numbers) < 2 else numbers[:2]
            days = "".join(f'<td><a href="/agenda/{year}/{month:02}/{day:02}">{day}</a></td>' for day in range(1, 29))
            around = f'<a rel="next" href="/agenda/{year + month // 12}/{month % 12 + 1:02}">Bulan berikutnya &raquo;</a>'
            return self._page(f"<table><tr>{days}</tr></table>{around}")
        page = int(query.get("page", "1"))
        chain = query.get("nocache", "") + "25"
        rows = "".join(
            f'<article><h2><a href="{self.path(story)}?PHPSESSID={self.sessions:032x}">{story.headline}</a></h2></article>'
            for story in self.shown
        )
        pager = (
            f'<a href="{path}?page={page + 1}&amp;nocache=%{chain}">Berikutnya</a>'
            f'<a href="{path};jsessionid={self.sessions:032X}?sort={self.sessions}">Muat lainnya</a>'
            f'<a href="{path}?filter={self.sessions}&amp;nocache={chain}">Urutkan</a>'
        )
        return self._page(rows + pager)

    def _page(self, body: str) -> Reply:
        menu = "".join(
            f'<a href="/{name}?PHPSESSID={self.sessions:032x}">{name}</a>' for name in ("berita", "ekonomi", "agenda")
        )
        return Reply(f'<html lang="id"><body><nav>{menu}</nav><main>{body}</main></body></html>'.encode())


WHOLE: tuple[type[OddSite], ...] = (BlockTheme, Interface, Ajax, EmbeddedState, OldTables, SitemapOnly)
"""The sites that can be read wholly."""
