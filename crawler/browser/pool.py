"""The run's browser: how many pages at once, in which contexts, with how much memory; restarted when it ends."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any

import psutil
from playwright.async_api import BrowserContext, Error
from scrapy.crawler import Crawler
from scrapy.http import Request
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler
from scrapy_playwright.page import PageMethod

from crawler.browser.job import Job
from crawler.browser.network import Network
from crawler.browser.visit import ENDING, Limits, Visit

_GUARD = 1.0
_ENDING = 5.0
_GONE = 8
"""Beats of ``_GUARD`` after which a browser, or a page that was given up, is gone for good."""
_MEBIBYTE = 1024 * 1024
_LINE = "\n"


class Pool:
    """Render pages, some at once, each in a context that is renewed after ``BROWSER_CONTEXT_PAGES`` pages.

    Stats: ``browser/pages``, ``browser/failed`` and the reasons below it.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.network = Network(crawler)
        self.limits = Limits.of(settings)
        self.most_memory = settings.getint("BROWSER_MEMORY_MB") * _MEBIBYTE
        self.renewed = settings.getint("BROWSER_CONTEXT_PAGES")
        self._places = asyncio.Semaphore(max(1, settings.getint("BROWSER_PAGES")))
        self._handler: Any = ScrapyPlaywrightDownloadHandler.from_crawler(crawler)
        self._handler.browser_provider = self._handler.browser_provider_cls(self._handler.config)
        logging.getLogger("scrapy-playwright").setLevel(logging.ERROR)  # a page that fails is told by its reason, once
        self._visits: dict[Visit, str] = {}
        self._contexts: dict[str, BrowserContext] = {}
        self._begun = 0
        self._guard: asyncio.Task[None] | None = None

    async def render(self, job: Job) -> Visit:
        """Render a page; gives the visit with ``html`` or a ``fault``. A browser that does not come is tried twice."""
        async with self._places:
            self._guard = self._guard or asyncio.ensure_future(self._keep_memory())
            visit = await self._visit(job)
            if visit.page is None and self.crawler.crawling:
                visit = await self._visit(job)
            self._count(visit)
            return visit

    async def _visit(self, job: Job) -> Visit:
        visit = Visit(job, self.network, self.limits, ending=lambda: not self.crawler.crawling)
        context = f"{self._begun // self.renewed}"
        self._begun += 1
        self._visits[visit] = context
        try:
            await self._watched(visit, asyncio.ensure_future(self._handler.download_request(self._request(visit, context))))
        except Exception as error:  # noqa: BLE001 - whatever a page does to the browser, it is that page's fault
            visit.fault = visit.fault or f"{type(error).__name__}: {str(error).partition(_LINE)[0][:80]}"
        finally:
            await self._leave(visit, context)
        return visit

    async def _watched(self, visit: Visit, work: asyncio.Task[Any]) -> None:
        """Wait for scrapy-playwright, but not for an answer of a browser that is gone: Playwright would wait for ever."""
        gone = 0
        while not work.done():
            await asyncio.wait({work}, timeout=_GUARD)
            absent = visit.page is None and len(_children()) <= 1
            gone = gone + 1 if absent or visit.is_over else 0
            if gone > (_GONE if self.crawler.crawling else 0):
                visit.fault = visit.fault or ("the browser did not come" if self.crawler.crawling else ENDING)
                visit.hangs = True
                work.cancel()
                await asyncio.wait({work}, timeout=_ENDING)
                return
        work.result()

    def _request(self, visit: Visit, context: str) -> Request:
        """What scrapy-playwright is asked for. The page is given the body that is there already: nothing is fetched."""
        return Request(
            visit.job.url,
            meta={
                "playwright": True,
                "playwright_context": context,
                "playwright_context_kwargs": {
                    "user_agent": self.crawler.settings["USER_AGENT"],
                    "service_workers": "block",
                    "accept_downloads": False,
                },
                "playwright_page_init_callback": visit.begin,
                "playwright_page_goto_kwargs": {"wait_until": "commit"},
                "playwright_page_methods": [PageMethod(visit.work)],
            },
        )

    async def _leave(self, visit: Visit, context: str) -> None:
        """Close the page, and its context with the last page of it once it was renewed."""
        await visit.end()
        if visit.page is not None:
            self._contexts[context] = visit.page.context
        del self._visits[visit]
        if visit.hangs:
            end_children(keep_driver=True)
        if context not in self._visits.values() and context != f"{self._begun // self.renewed}":
            old = self._contexts.pop(context, None)
            with suppress(Error, TimeoutError):
                await asyncio.wait_for(old.close(), _ENDING) if old is not None else None

    def _count(self, visit: Visit) -> None:
        self.crawler.stats.inc_value("browser/pages")
        if visit.html is None:
            self.crawler.stats.inc_value("browser/failed")
            self.crawler.stats.inc_value(f"browser/failed/{visit.fault}")

    async def _keep_memory(self) -> None:
        """End processes of the browser that grow beyond ``BROWSER_MEMORY_MB``: their pages are lost, the others are not."""
        while True:
            await asyncio.sleep(_GUARD)
            for process in _children() if self._visits else ():
                with suppress(psutil.Error):
                    if process.memory_info().rss > self.most_memory:
                        self.crawler.stats.inc_value("browser/too_large")
                        process.kill()

    async def close(self) -> None:
        """End the browser and its driver; what does not end is killed."""
        if self._guard is not None:
            self._guard.cancel()
        with suppress(Exception):
            await asyncio.wait_for(self._handler.close(), _ENDING)
        end_children(keep_driver=False)


def _children() -> list[psutil.Process]:
    """The processes of driver and browser: a crawl has no others."""
    with suppress(psutil.Error):
        return psutil.Process().children(recursive=True)
    return []


def end_children(*, keep_driver: bool) -> None:
    """Kill the browser, and the driver too unless a new browser is to be started."""
    with suppress(psutil.Error):
        drivers = psutil.Process().children()
        for process in _children():
            if not (keep_driver and process in drivers):
                with suppress(psutil.Error):
                    process.kill()
