"""One page in the browser: begun, settled, read on, taken; watched all the while, and closed however it ends."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Error, Page, Route
from scrapy.settings import BaseSettings

from crawler.browser import scripts
from crawler.browser.job import Job
from crawler.browser.network import Network
from crawler.extract.listing.more import spoken
from crawler.extract.shells import consent_selectors

ENDING = "the run is ending"
"""Why a page was given up that a later run reads: no failure."""
_BEAT = 0.1
_PATIENCE = 3
"""How many times its own time a page may take with the waits for its site."""
_SHUTTING = 3.0
"""Seconds that a page may take to close before the browser is ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a page may take: see the settings of these names."""

    own: float
    total: float
    settle: float
    quiet: float
    elements: int
    size: int

    @classmethod
    def of(cls, settings: BaseSettings) -> Limits:
        """Read the run's settings."""
        return cls(
            own=settings.getfloat("BROWSER_TIMEOUT"),
            total=settings.getfloat("BROWSER_TIMEOUT_TOTAL"),
            settle=settings.getfloat("BROWSER_SETTLE"),
            quiet=settings.getfloat("BROWSER_QUIET"),
            elements=settings.getint("BROWSER_ELEMENTS_MAX"),
            size=settings.getint("DOWNLOAD_MAXSIZE"),
        )


class Visit:
    """A page being rendered; ``html`` is what came of it, ``fault`` why nothing did."""

    def __init__(self, job: Job, network: Network, limits: Limits, *, ending: Callable[[], bool]) -> None:
        self.job = job
        self.network = network
        self.limits = limits
        self.ending = ending
        self.html: str | None = None
        self.fault: str | None = None
        self.page: Page | None = None
        self.hangs = False
        self._steps = 0
        self._spent = 0.0
        self._flying = 0
        self._asked = 0
        self._began = time.monotonic()
        self._tasks: set[asyncio.Task[Any]] = set()

    # What scrapy-playwright calls

    async def begin(self, page: Page, _request: object) -> None:
        """Take a fresh page before anything is loaded: all it asks for comes to us, nothing opens beside it."""
        self.page = page
        if self.fault is not None:
            await page.close()
            return
        self._asked = 0
        page.on("popup", self._close_popup)
        page.on("crash", lambda _: self.give_up("crashed"))
        await page.route("**/*", self._route)
        if not self._tasks:
            self._start(self._keep_time())

    async def work(self, page: Page) -> None:
        """Wait until the page is built, dismiss what stands before it, load more of a list, take it."""
        await self._settle(page)
        if await page.evaluate(scripts.DISMISS, list(consent_selectors())):
            await self._settle(page)
        if self.job.goes_on is not None:
            await self._read_on(page, self.job.goes_on)
        await self._stop_scripts(page)
        self.html = await self._content(page)

    # From outside

    def give_up(self, reason: str) -> None:
        """End the visit; the first reason counts."""
        if not self.is_over:
            self.fault = reason
            self._start(self.close())

    async def close(self) -> None:
        """Close the page; ``hangs`` is true afterwards where it would not be closed."""
        if self.page is None or self.page.is_closed():
            return
        try:
            with suppress(Error):
                await asyncio.wait_for(asyncio.shield(self._start(self.page.close())), _SHUTTING)
        except TimeoutError:
            self.hangs = True

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.fault is not None or self.html is not None

    async def end(self) -> None:
        """Close the page and leave nothing behind that runs."""
        await self.close()
        for task in self._tasks:
            task.cancel()

    # Within

    async def _route(self, route: Route) -> None:
        self._asked += 1
        request = route.request
        if request.is_navigation_request() and self._asked > 1:
            # "No content" leaves the page where it is; a refusal would put an error page in its place.
            await route.fulfill(status=204)
            return
        if request.is_navigation_request():
            kind = self.job.static.headers.get("Content-Type") or b"text/html"
            headers = {"content-type": kind.decode("latin-1")}
            await route.fulfill(status=200, headers=headers, body=self.job.static.body)
            return
        self._flying += 1
        try:
            await self.network.answer(route, self.job, number=self._asked)
        finally:
            self._flying -= 1

    async def _settle(self, page: Page) -> None:
        """Wait until the page asks for nothing and does not grow for a while, at most ``settle`` seconds of its own time."""
        began, quiet, last = self._spent, time.monotonic(), None
        while self._spent - began < self.limits.settle:
            size = await page.evaluate(scripts.MEASURE)
            if self._flying or size != last:
                last, quiet = size, time.monotonic()
                self._check(size)
            elif time.monotonic() - quiet >= self.limits.quiet:
                return
            await asyncio.sleep(_BEAT)

    def _check(self, size: object) -> None:
        count = size[0] if isinstance(size, list) and size else None
        if not isinstance(count, int) or count > self.limits.elements:
            self.give_up(f"more than {self.limits.elements} elements")

    async def _read_on(self, page: Page, goes_on: Callable[[str], bool]) -> None:
        while goes_on(await self._content(page)):
            if time.monotonic() - self._began > self.limits.total:
                self.job.cut = True
                return
            self._steps += 1
            self._spent = 0.0
            await page.evaluate(scripts.MORE, sorted(spoken()))
            await self._settle(page)

    async def _stop_scripts(self, page: Page) -> None:
        """Hold the page still: what is measured is what is taken."""
        session = await page.context.new_cdp_session(page)
        await session.send("Emulation.setScriptExecutionDisabled", {"value": True})

    async def _content(self, page: Page) -> str:
        length = await page.evaluate(scripts.LENGTH)
        if not isinstance(length, int) or length > self.limits.size:
            self.give_up("larger than DOWNLOAD_MAXSIZE")
            raise Error("too large")
        return await page.content()

    async def _keep_time(self) -> None:
        """Count the page's own time, not that in which it waits for the site; give up on a page that takes too much."""
        longest = self.limits.own * _PATIENCE + (self.limits.total if self.job.goes_on is not None else 0.0)
        while not self.is_over:
            await asyncio.sleep(_BEAT)
            self._spent += 0.0 if self._flying else _BEAT
            if self.ending():
                self.give_up(ENDING)
            elif self._spent > self.limits.own or time.monotonic() - self._began > longest:
                self.give_up(f"took more than {self.limits.own:g} s")

    async def _close_popup(self, popup: Page) -> None:
        with suppress(Error):
            await popup.close()

    def _start(self, work: Any) -> asyncio.Task[Any]:
        task: asyncio.Task[Any] = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(_look_at)
        return task


def _look_at(task: asyncio.Task[Any]) -> None:
    """Take a failure into view: a page that has gone is no news."""
    if not task.cancelled():
        task.exception()
