"""Any news site by the address of a section or front page: ``scrapy crawl news -a url=https://www.example.org/world``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, ClassVar, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser
from twisted.python.failure import Failure

from crawler.extract.listing.reading import Listing
from crawler.extract.listing.survey import sitemaps_in
from crawler.manners.robots import FORBIDDEN
from crawler.middlewares.robots import Announced
from crawler.normalise.hosts import host_of, registered_domain
from crawler.site import Site
from crawler.spiders._arguments import WrongUsageError
from crawler.spiders._discovery import Discovery, is_front, lists_of, newest, usual_lists
from crawler.spiders._news import NewsSpider
from crawler.spiders._outcome import header_charset, reason_of, request_of
from crawler.spiders._walk import Walk
from crawler.spiders.sites import spider_of

SERVER_ERROR = 500
_NO_LIST = ("HTTP 404", "HTTP 410", FORBIDDEN)


class AnyNewsSpider(NewsSpider):
    """Sections, front pages, feeds or sitemaps given by ``url``, one or several, parted by commas.

    A site that has a file is read with its facts. Of another one's front page the sections, feeds and news sitemaps are found,
    read from now on, and kept in the history (``scrapy site URL`` shows them); a section that names no article is left out.
    """

    name = "news"
    _allowed: ClassVar[tuple[str, ...]] = ("url", "since", "until", "limit", "render")

    def __init__(self, **given: str) -> None:
        super().__init__(**given)
        if not self.start_urls:
            raise WrongUsageError("url= is missing: scrapy crawl news -a url=https://www.example.org/world")
        self.allowed_domains = tuple(dict.fromkeys(map(_domain, self.start_urls)))
        self.fronts = frozenset(url for url in self.start_urls if is_front(url) and spider_of(url) is None)
        self.found: set[str] = set()
        self._discovery: Discovery | None = None
        self.robots: dict[str, tuple[str, ...]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Build the spider and have it hear what robots.txt says of sitemaps."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.robots_parsed, signals.robots_parsed)
        return spider

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Keep the sitemaps that a robots.txt names."""
        if isinstance(robotparser, Announced):
            self.robots[_domain(request.url)] = sitemaps_in(robotparser.rules.sitemaps, request.url)

    def discovery(self) -> Discovery:
        """What the history knows of sites without a file: no property, for exports read all of those before the run begins."""
        self._discovery = self._discovery or Discovery(self.storage.store)
        return self._discovery

    def chosen(self) -> tuple[str, ...]:
        """The lists of this run: what ``url`` names."""
        return self.arguments.urls

    def facts_for(self, url: str) -> tuple[Site, str | None]:
        """The facts of the site's file, else its domain and what was learned."""
        spider = spider_of(url)
        if spider is not None:
            return spider.site, spider.articles
        domain = _domain(url)
        known = self.discovery().known(domain)
        return Site(name=domain, domains=(domain,), publishers=known.publishers[:1], timezone=known.timezone), None

    async def start(self) -> AsyncIterator[Request]:
        """What ``url`` names, and what earlier runs found of these sites."""
        with self.storage.guarded():
            known = [url for front in sorted(self.fronts) for url in lists_of(self.discovery().known(_domain(front)))]
            self.found.update(url for url in known if url not in self.start_urls)
            self.start_urls = list(dict.fromkeys((*self.start_urls, *known)))
        async for request in super().start():
            yield request

    def read(self, response: Response, section: str) -> Listing:
        """Read a list; of a sitemap that nobody asked for only the newest."""
        listing = super().read(response, section)
        return newest(listing) if section in self.found else listing

    def parse_list(self, response: Response, walk: Walk) -> Iterator[Request]:
        """Take in a page of a list; of a front page also the sections that it names."""
        yield from super().parse_list(response, walk)
        with self.storage.guarded():
            if walk.url in self.fronts and walk.pages == 1:
                yield from self.discover(response, is_bare=not walk.cards)
            elif walk.url in self.found and walk.pages == 1 and not (walk.cards or walk.ground or walk.pending):
                self.discovery().forget(_domain(walk.url), walk.url)

    def list_failed(self, failure: Failure) -> None:
        """Leave out a list that nobody named, that was never read and is not there or not for us; all others have failed."""
        walk: Walk = request_of(failure).cb_kwargs["walk"]
        if walk.url in self.found and not walk.pages and not walk.ground and reason_of(failure) in _NO_LIST:
            self.discovery().forget(_domain(walk.url), walk.url)
        else:
            super().list_failed(failure)

    def discover(self, response: Response, *, is_bare: bool) -> Iterator[Request]:
        """Ask for the lists that are new; where neither feed nor sitemap is named, look at the usual places.

        ``is_bare`` says that the page names no article.
        """
        domain = _domain(response.url)
        known = self.discovery().learn(
            domain,
            response.body,
            response.url,
            charset=header_charset(response),
            sitemaps=self.robots.get(domain, ()),
        )
        for url in lists_of(known, is_bare=is_bare):
            if url not in self.start_urls and url not in self.found:
                self.found.add(url)
                yield self.list_request(url, self.lists.begin(url))
        yield from self.guess(tuple(usual_lists(response.url, known)))

    def guess(self, places: tuple[str, ...]) -> Iterator[Request]:
        """Ask for the first of these places."""
        if places:
            yield Request(
                places[0],
                callback=self.parse_guess,
                errback=self.guess_failed,
                cb_kwargs={"further": places[1:]},
                meta={"handle_httpstatus_all": True},
                dont_filter=True,
            )

    def guess_failed(self, failure: Failure) -> Iterator[Request]:
        """Go on to the next place."""
        yield from self.guess(request_of(failure).cb_kwargs["further"])

    def parse_guess(self, response: Response, further: tuple[str, ...]) -> Iterator[Request]:
        """Keep a list that was found, or remember that none is there and go on to the next place."""
        listing = self.read(response, response.url) if response.status == 200 else Listing()
        asked = response.request.url if response.request is not None else response.url
        if listing.via == "section" or not (listing.articles or listing.sitemaps):
            if response.status < SERVER_ERROR:
                with self.storage.guarded():
                    self.discovery().forget(_domain(asked), asked)
            yield from self.guess(further)
            return
        with self.storage.guarded():
            self.discovery().add_list(_domain(response.url), response.url, listing.via)
            self.found.add(response.url)
            walk = self.lists.begin(response.url)
        walk.pending += 1
        yield from super().parse_list(response, walk)


def _domain(url: str) -> str:
    return registered_domain(url) or host_of(url)
