"""Which pages of a run go through the browser: only where something is missing, and where nothing cheaper gives it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from http import HTTPStatus

from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.browser.finding import Browser, find_browser
from crawler.browser.job import JOB, Answer, Job
from crawler.extensions.storage import Storage
from crawler.extract.feeds import read_list
from crawler.extract.listing.more import LoadMore, seen_request
from crawler.extract.listing.reading import Listing
from crawler.extract.shells import list_lacks, read_signs
from crawler.site import NOWHERE, Site
from crawler.spiders._list_reading import ListReading
from crawler.spiders._outcome import header_charset
from crawler.spiders._render_notes import Habit, habit_of, kept
from crawler.spiders._sections import Found, Sections
from crawler.spiders._walk import Walk

_LOG = logging.getLogger(__name__)
_SHARED = 3
"""Articles that an interface's answer shares with the page: from so many on it is what the page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How a page of a list is read: the site's facts and the pattern of its articles."""

    site: Site = NOWHERE
    articles: str | None = None

    def read(self, html: str | bytes, url: str) -> Listing:
        """Read a page, or an interface's answer."""
        return read_list(
            html.encode() if isinstance(html, str) else html, url, self.site, articles=self.articles, charset="utf-8"
        )


class Rendering:
    """What decides of the browser in a run. ``given`` is ``-a render=``, ``lists`` are those of the run.

    Stats: ``browser/missing`` counts the pages that a browser would show and none is there to.
    """

    def __init__(self, crawler: Crawler, given: str | None, lists: Sections) -> None:
        self.crawler = crawler
        self.given = given
        self.lists = lists

    @cached_property
    def browser(self) -> Browser:
        """The browser of this machine, or why there is none."""
        return find_browser(self.crawler.settings.get("BROWSER_EXECUTABLE"))

    def mode(self, site: Site, section: str | None) -> str:
        """``never``, ``auto`` or ``always``: as the run says, else the section, the site, the setting."""
        own = dict(site.render_sections).get(section or "")
        return self.given or own or site.render or str(self.crawler.settings.get("BROWSER_RENDER", "auto"))

    def after_list(self, response: Response, listing: Listing, walk: Walk, found: Found, site: Reader) -> Found:
        """Look at a page of a list that was taken in: what to ask for where it does not hold what it should."""
        job = job_of(response)
        if job is not None:
            walk.cut = walk.cut or job.cut
            self._learn(job, listing, walk, site)
        elif walk.more is not None:
            return found if listing.articles else self._instead_of(walk, found)
        elif not found.following and not listing.ended and listing.via == "section" and response.status == HTTPStatus.OK:
            return self._complete(response, listing, walk, found, site)
        return found

    def _complete(self, response: Response, listing: Listing, walk: Walk, found: Found, site: Reader) -> Found:
        """Ask the section's interface, or the browser, where the page lacks something."""
        mode, habit = self.mode(site.site, walk.url), self.habit(walk.url)
        if mode == "never" or ((mode == "auto" or walk.pages > 1) and self._lacks(response, listing, walk) is None):
            return found
        self.lists.goes_on(walk)
        if habit.more is not None and not listing.articles:
            walk.follow(habit.more)
            return replace(found, following=(habit.more,))
        if not self.may_render(response.url, habit, mode):
            return found
        return replace(found, following=(self._job(response, listing, walk, site),))

    def _lacks(self, response: Response, listing: Listing, walk: Walk) -> str | None:
        """What the page lacks; pages of which nothing further is wanted are not looked at a second time."""
        done = (walk.met and not walk.deep) or walk.pages >= walk.most_pages or self.lists.is_past(listing)
        if listing.articles and done:
            return None
        signs = read_signs(response.body, response.url, charset=header_charset(response))
        return list_lacks(signs, cards=len(listing.articles), usual=len(walk.ground), goes_on=done)

    def _job(self, response: Response, listing: Listing, walk: Walk, site: Reader) -> Job:
        def read(html: str) -> Listing:
            return site.read(html, response.url)

        def reads_on(listing: Listing) -> bool:
            return self._reads_on(listing, walk)

        steps, shown = walk.most_pages - walk.pages, len(listing.cards)
        if self.lists.arguments.since is None:
            steps = min(steps, self.crawler.settings.getint("BROWSER_STEPS_MAX"))
        return Job(static=response, goes_on=ListReading(read, reads_on, steps=steps, shown=shown))

    def _reads_on(self, listing: Listing, walk: Walk) -> bool:
        """Whether more is wanted of a list that shows all it has shown so far: its stop rule, and the limit of the run."""
        limit = self.lists.arguments.limit
        if (limit is not None and len(listing.articles) >= limit) or self.lists.is_past(listing):
            return False
        keys = [card.key for card in listing.stream] or [card.key for card in listing.articles]
        return walk.deep or not walk.is_known_ground(keys, self.lists.known(listing, walk)[1])

    def may_render(self, url: str, habit: Habit, mode: str) -> bool:
        """Whether the browser is there and worth its price; says once what is missing."""
        if mode != "always" and not habit.is_worth_it(int(time.time())):
            self.crawler.stats.inc_value("browser/spared")
            return False
        if self.browser.fault is None:
            return True
        if not self.crawler.stats.get_value("browser/missing"):
            _LOG.warning("%s is filled by script and stays unread, like others of its kind: %s", url, self.browser.fault)
            self.crawler.stats.set_value("browser/fault", self.browser.fault)
        self.crawler.stats.inc_value("browser/missing")
        return False

    def _instead_of(self, walk: Walk, found: Found) -> Found:
        """Forget an interface that gave nothing at its first request; the page itself is asked for again."""
        habit = self.habit(walk.url)
        if habit.more is None or walk.more != habit.more:
            return found
        self.keep(walk.url, habit.with_endpoint(None))
        walk.more = None
        return replace(found, following=(walk.url,))

    def _learn(self, job: Job, listing: Listing, walk: Walk, site: Reader) -> None:
        """Remember whether the browser was worth it, and which interface gives the same without it."""
        gained = isinstance(job.goes_on, ListReading) and job.goes_on.gained
        more = endpoint_of(job, {card.key for card in listing.articles}, site.read) if gained else None
        habit = self.habit(walk.url).after(gained=gained, now=int(time.time()))
        self.keep(walk.url, habit.with_endpoint(more))

    def habit(self, what: str) -> Habit:
        """What is remembered of a section's address, or of ``ARTICLES``."""
        return habit_of(self._storage.store.notes, self._spider, what)

    def keep(self, what: str, habit: Habit) -> None:
        """Remember it."""
        self._storage.store.add(kept(self._storage.store.notes, self._spider, what, habit))

    @property
    def _spider(self) -> str:
        return self.crawler.spider.name if self.crawler.spider else ""

    @property
    def _storage(self) -> Storage:
        storage = self.crawler.get_extension(Storage)
        assert storage is not None
        return storage


def job_of(response: Response) -> Job | None:
    """The job that a response answers; ``None`` for pages that came without a browser."""
    return response.request.meta.get(JOB) if response.request is not None else None


def views_of(response: Response, listing: Listing) -> Listing:
    """A list with what its earlier views in the browser showed."""
    job = job_of(response)
    reading = job.goes_on if job is not None else None
    return reading.listing(listing) if isinstance(reading, ListReading) else listing


def endpoint_of(job: Job, keys: set[str], read: Callable[[str | bytes, str], Listing]) -> LoadMore | None:
    """The first interface that a list's script asked whose answer names the same articles as the list."""
    return next((more for answer in job.answers if (more := _endpoint(answer, keys, read)) is not None), None)


def _endpoint(answer: Answer, keys: set[str], read: Callable[[str | bytes, str], Listing]) -> LoadMore | None:
    named = {card.key for card in read(answer.body, answer.url).articles}
    shared = len(named & keys)
    enough = shared >= _SHARED and shared * 2 >= len(named)
    return seen_request(answer.method, answer.url, answer.form) if enough else None
