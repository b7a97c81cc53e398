"""The spider all sites share: sections are read back to known ground, and what they name is asked for once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar, Self

from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler.browser.job import JOB, Job
from crawler.extract.feeds import read_list
from crawler.extract.listing.more import LoadMore
from crawler.extract.listing.reading import Listing
from crawler.manners.robots import FORBIDDEN
from crawler.site import Site
from crawler.spiders._arguments import Arguments, WrongUsageError, read_arguments
from crawler.spiders._articles import ArticleSpider
from crawler.spiders._cards import section_name, section_words
from crawler.spiders._outcome import BEYOND, asking, header_charset, reason_of, request_of, validators_of
from crawler.spiders._rechecks import Samples
from crawler.spiders._rendering import Reader, Rendering, views_of
from crawler.spiders._rest import awake
from crawler.spiders._sections import Found, Sections
from crawler.spiders._site import Expect, check_facts, site_from
from crawler.spiders._trust import CHECKING, UNKNOWN, Conditions
from crawler.spiders._usage import policy_of, usage_of_list
from crawler.spiders._walk import Walk
from crawler.store.entries import Validators

FEWEST_CARDS = 3
"""So many articles are no accident."""
_LIST_PRIORITY = 10
"""Lists first: what they name is safe in the frontier before articles are asked for."""


class NewsSpider(ArticleSpider):
    """A site is this class with facts (``_site.FACTS``); only ``name``, ``allowed_domains`` and ``sections`` are needed.

    ``articles`` is a pattern that the address of every article matches, and of nothing else; without it addresses
    are judged by their shape. ``known_from`` says what the facts rest on: ``pages 2016-2020`` for saved pages of those years,
    ``hearsay`` for what others report. A site that needs more overrides ``refine``.
    """

    sections: ClassVar[tuple[str, ...]] = ()
    articles: ClassVar[str | None] = None
    native_id: ClassVar[str | None] = None
    timezone: ClassVar[str | None] = None
    language: ClassVar[str | None] = None
    date_order: ClassVar[str | None] = None
    homepage: ClassVar[str | None] = None
    known_from: ClassVar[str | None] = None
    list_rows: ClassVar[str | None] = None
    load_more: ClassVar[tuple[str, ...]] = ()
    render: ClassVar[str | None] = None
    render_sections: ClassVar[Mapping[str, str]] = {}
    publishers: ClassVar[tuple[str, ...]] = ()
    caption_labels: ClassVar[tuple[str, ...]] = ()
    layouts: ClassVar[tuple[Any, ...]] = ()
    expects: ClassVar[Expect] = Expect()
    site: ClassVar[Site]

    _allowed: ClassVar[tuple[str, ...]] = ("since", "until", "sections", "limit", "render")

    def __init_subclass__(cls) -> None:
        """Check the facts and build the site from them."""
        super().__init_subclass__()
        check_facts(cls, vars(cls))
        if "name" in vars(cls):
            cls.site = site_from(cls)

    def __init__(self, **given: str) -> None:
        super().__init__()
        self.arguments: Arguments = read_arguments(given, allowed=self._allowed)
        self.start_urls = list(self.chosen())

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Build the spider; raises ``WrongUsageError`` for arguments that cannot be meant."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.conditions = Conditions(crawler)
        spider.samples = Samples()
        spider.rechecks_left = crawler.settings.getint("RECHECKS_MAX")
        spider.lists = Sections(crawler, spider.arguments, crawler.settings, expects=cls.expects, site=cls.site)
        spider.rendering = Rendering(crawler, spider.arguments.render, spider.lists)
        return spider

    lists: Sections

    def chosen(self) -> tuple[str, ...]:
        """The lists of this run: all sections, or those that ``-a sections`` names by the words of their addresses."""
        wanted = self.arguments.sections
        names = {name: [url for url in self.sections if name == url or name in section_words(url)] for name in wanted}
        for name, urls in names.items():
            if not urls:
                known = ", ".join(section_name(url) or next(iter(section_words(url)), url) for url in self.sections)
                raise WrongUsageError(f"sections={name} is no section of {self.name}; allowed: {known}")
        return tuple(dict.fromkeys(url for urls in names.values() for url in urls)) if wanted else self.sections

    def wanted(self) -> tuple[str, ...]:
        """The lists that somebody named for this run: they are asked for even while they rest."""
        return self.chosen() if self.arguments.sections or self.arguments.urls else ()

    def facts_for(self, _url: str) -> tuple[Site, str | None]:
        """The site that an address belongs to, and its pattern of article addresses."""
        return self.site, self.articles

    # What is asked for

    async def start(self) -> AsyncIterator[Request]:
        """The sections, then what earlier runs did not settle, then known articles whose next look is due."""
        with self.storage.guarded():
            notes, settings = self.storage.store.notes, self.crawler.settings
            self.start_urls = awake(notes, self.name, self.start_urls, wanted=self.wanted(), settings=settings)
        for url in self.start_urls:
            with self.storage.guarded():
                walk = self.lists.begin(url)
                yield self.list_request(url, walk, validators=self.lists.validators(walk))
        with self.storage.guarded():
            for page in self.storage.store.due():
                if self.has_room(page.url):
                    yield self.article_request(page)
        with self.storage.guarded():
            for request in self.recheck_requests(self.storage.store.rechecks(self.rechecks_left)):
                yield request

    def list_request(
        self, page: str | LoadMore | Job, walk: Walk, *, validators: Validators = UNKNOWN, checking: bool = False
    ) -> Request:
        """A request for a page of a section, or for its further cards; ``checking`` whether a 304 was true."""
        walk.pending += 1
        validators = self.conditions.validators(walk.url, validators)
        return Request(
            **asking(page, validators),
            callback=self.parse_list,
            errback=self.list_failed,
            cb_kwargs={"walk": walk},
            meta={
                CHECKING: checking,
                JOB: page if isinstance(page, Job) else None,
                "handle_httpstatus_list": [304, *BEYOND] if walk.pages else [304],
            },
            priority=_LIST_PRIORITY,
            dont_filter=True,
        )

    # What comes back

    def parse_list(self, response: Response, walk: Walk) -> Iterator[Request]:
        """Take in one page of a section; ask for what is new on it and for the next page."""
        walk.pending -= 1
        found, asked = Found(), response.request.url if response.request is not None else response.url
        with self.storage.guarded():
            if response.status == 304 and not walk.pages and self.conditions.must_check(asked):
                yield self.list_request(walk.url, walk, checking=True)
                return
            if response.status == 304 and not walk.pages:
                found = self.lists.unchanged(walk)
            elif response.status == 304:
                walk.same += 1
            elif response.status not in BEYOND:
                listing = views_of(response, self._allowed_of(response, walk))
                found = self.lists.take_in(listing, walk, asked=asked, validators=validators_of(response))
                found = self.rendering.after_list(response, listing, walk, found, self.reader(walk.url))
            else:
                found = Found(following=walk.otherwise())
        if found.new and response.meta.get(CHECKING):
            self.conditions.lied(asked)
        for page in found.new:
            if self.has_room(page.url):
                yield self.article_request(page)
            else:
                walk.cut = True
        yield from self.recheck_requests(found.changed)
        for further in () if walk.cut else found.following:
            yield self.list_request(further, walk, validators=self.lists.part_validators(further, walk))
        self._end(walk)

    def _allowed_of(self, response: Response, walk: Walk) -> Listing:
        """What a page of a section names; nothing where it says that its links are not for robots."""
        listing = self.read(response, walk.url)
        policy = policy_of(self.crawler.settings)
        if not usage_of_list(listing.robots, response, policy).nofollow(policy):
            return listing
        self.crawler.stats.inc_value("sections/nofollow")
        return Listing(via=listing.via, robots=listing.robots, ended=True)

    def read(self, response: Response, section: str) -> Listing:
        """Read a page of a section, whatever form it has; an answer to a POST is a part of the section itself.

        Where nothing has an address such as the site's articles had, they have others now: those are told by their shape.
        """
        url = section if response.request is not None and response.request.method == "POST" else response.url
        site, articles = self.facts_for(url)
        charset = header_charset(response)
        listing = read_list(response.body, url, site, articles=articles, charset=charset)
        if articles is None or listing.articles:
            return listing
        generic = read_list(response.body, url, site, charset=charset)
        matters = len(generic.articles) >= FEWEST_CARDS
        return replace(generic, unmatched=(*generic.unmatched, "articles")) if matters else listing

    def reader(self, url: str) -> Reader:
        """How pages of a list are read."""
        site, articles = self.facts_for(url)
        return Reader(site=site, articles=articles)

    def list_failed(self, failure: Failure) -> None:
        """Take note that a list could not be read: the section is read anew by the next run."""
        request = request_of(failure)
        walk: Walk = request.cb_kwargs["walk"]
        walk.pending -= 1
        reason = reason_of(failure)
        if request.meta.get(JOB) and walk.cards:
            walk.cut = True
        elif not (walk.more is not None and reason == FORBIDDEN):
            walk.cut = True
            self.lists.failed(walk, reason)
        self._end(walk)

    def _end(self, walk: Walk) -> None:
        if walk.pending == 0:
            with self.storage.guarded():
                self.lists.end(walk)
