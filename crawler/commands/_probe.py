"""A look at a site: its front page, its sections, some of its articles; with the manners of any run, and nothing is stored."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Self

from scrapy import Spider, signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser
from twisted.python.failure import Failure

from crawler.extract.feeds import read_list
from crawler.extract.listing.cards import Card, Listing
from crawler.extract.listing.survey import Survey, sitemaps_in, survey
from crawler.middlewares.robots import Announced
from crawler.spiders._discovery import lists_of
from crawler.spiders._outcome import header_charset, reason_of, request_of

MOST_SECTIONS = 12
_FEWEST_CARDS = 3
"""A section that shows fewer articles is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came, and when; ``charset`` is that of the HTTP header."""

    url: str
    body: bytes
    charset: str | None = None
    at: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))


@dataclass(slots=True, kw_only=True)
class Probe:
    """What to look at and what was seen: ``articles`` is how many to fetch, 0 for the page at ``url`` alone."""

    url: str
    articles: int = 0
    survey: Survey = field(default_factory=Survey)
    sections: list[str] = field(default_factory=list)
    cards: dict[str, Card] = field(default_factory=dict)
    pages: list[Fetched] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class ProbeSpider(Spider):
    """Fetch what a probe asks for."""

    name = "probe"

    def __init__(self, probe: Probe) -> None:
        super().__init__()
        self.probe = probe
        self.waiting = 0
        self.sitemaps: tuple[str, ...] = ()
        self.indexes: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Build the spider and have it hear what robots.txt says of sitemaps."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.robots_parsed, signals.robots_parsed)
        return spider

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Keep the sitemaps that a robots.txt names."""
        if isinstance(robotparser, Announced):
            self.sitemaps = sitemaps_in(robotparser.rules.sitemaps, request.url)

    async def start(self) -> AsyncIterator[Request]:
        """Begin with the page that was named."""
        yield self.request(self.probe.url, self.front if self.probe.articles else self.page)

    def request(self, url: str, callback: object) -> Request:
        """A request whose failure is kept as a reason."""
        return Request(url, callback=callback, errback=self.failed, dont_filter=True)  # type: ignore[arg-type]

    def front(self, response: Response) -> Iterator[Request]:
        """Survey the site; look at its sections, of a page without articles also at feeds and sitemaps; then at articles."""
        probe = self.probe
        probe.survey = survey(response.body, response.url, charset=header_charset(response))
        is_bare = not self.gather(response)
        probe.survey = replace(probe.survey, sitemaps=(*probe.survey.sitemaps, *self.sitemaps))
        sections = lists_of(probe.survey, is_bare=True) if is_bare else probe.survey.sections
        sections = sections[:MOST_SECTIONS]
        self.waiting = len(sections)
        if not sections:
            yield from self.choose()
        for url in sections:
            yield self.request(url, self.section)

    def section(self, response: Response) -> Iterator[Request]:
        """Keep a section that names articles; after the last one go on to the articles. An index of sitemaps has its first."""
        listing = read_list(response.body, response.url, charset=header_charset(response))
        if listing.sitemaps and not listing.cards:
            self.indexes[listing.sitemaps[0]] = response.url
            yield self.request(listing.sitemaps[0], self.section)
            return
        if self.take(listing) >= _FEWEST_CARDS:
            self.probe.sections.append(self.indexes.get(response.url, response.url))
        yield from self.done()

    def gather(self, response: Response) -> int:
        """Take in the cards of a page."""
        return self.take(read_list(response.body, response.url, charset=header_charset(response)))

    def take(self, listing: Listing) -> int:
        """Take in the cards of a list."""
        for card in listing.articles:
            self.probe.cards.setdefault(card.key, card)
        return len(listing.articles)

    def done(self) -> Iterator[Request]:
        """Count a section; ask for articles after the last."""
        self.waiting -= 1
        if self.waiting == 0:
            yield from self.choose()

    def choose(self) -> Iterator[Request]:
        """Ask for articles from all over the lists."""
        cards = [card for card in self.probe.cards.values() if card.kind == "article"]
        step = max(1, len(cards) // self.probe.articles)
        for card in cards[::step][: self.probe.articles]:
            yield self.request(card.url, self.page)

    def page(self, response: Response) -> None:
        """Keep a page."""
        self.probe.pages.append(Fetched(url=response.url, body=response.body, charset=header_charset(response)))

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Keep the reason."""
        request = request_of(failure)
        self.probe.faults.append(f"cannot read {request.url}: {reason_of(failure)}")
        if request.callback == self.section:
            yield from self.done()


def run(process: AsyncCrawlerProcess, probe: Probe) -> Probe:
    """Look, and give the probe back."""
    process.crawl(process.create_crawler(ProbeSpider), probe=probe)
    process.start()
    return probe
