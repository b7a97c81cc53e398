"""Requests for rendered pages are answered here: the browser is Scrapy's second way to a page, never its first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import HtmlResponse, Request, Response
from scrapy.utils.misc import load_object

from crawler.browser.finding import find_browser
from crawler.browser.job import JOB, Job, headers_for
from crawler.extensions import crawls_news

if TYPE_CHECKING:
    from crawler.browser.pool import Pool


class BrowserMiddleware:
    """Answer a request that has a ``Job`` with the page as the browser shows it; raise ``IgnoreRequest`` where it cannot.

    The answer has the job's address and status and no validators: those of an empty shell say nothing of what script puts
    into it. ``flags`` hold ``browser``.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._pool: Pool | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware; the browser is ended with the spider."""
        if not crawls_news(crawler):
            raise NotConfigured
        middleware = cls(crawler)
        crawler.signals.connect(middleware.spider_closed, signals.spider_closed)
        return middleware

    async def process_request(self, request: Request) -> Response | None:
        """Render where that is asked for; all other requests pass."""
        job: Job | None = request.meta.get(JOB)
        if job is None:
            return None
        visit = await self._running().render(job)
        if visit.html is None:
            raise IgnoreRequest("the run is ending" if not self.crawler.crawling else f"browser: {visit.fault}")
        return HtmlResponse(
            job.url,
            status=job.static.status,
            headers=headers_for(job.static, "utf-8"),
            body=visit.html.encode("utf-8", "replace"),
            encoding="utf-8",
            flags=["browser"],
            request=request,
        )

    def _running(self) -> Pool:
        """The pool, made when the first page needs it: Playwright is imported here and nowhere earlier."""
        if self._pool is None:
            fault = find_browser(self.crawler.settings.get("BROWSER_EXECUTABLE")).fault
            if fault is not None:
                raise IgnoreRequest(f"browser: {fault}")
            self._pool = load_object("crawler.browser.pool.Pool")(self.crawler)
        assert self._pool is not None
        return self._pool

    async def spider_closed(self) -> None:
        """End the browser."""
        if self._pool is not None:
            await self._pool.close()
