"""What pages get: everything through the run's own downloader and its middlewares, scripts once a run."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.async_api import Error, Route
from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK

from crawler.browser.job import Answer, Job
from crawler.browser.policy import fate, sent

MARK = "browser_part"
"""Meta key of requests that a page in the browser makes: the page's address."""
_CACHED = 32 * 1024 * 1024
"""Bytes of scripts that are kept for the run's other pages."""
_ANSWERS = 4 * 1024 * 1024
"""Bytes of JSON answers of one page that are looked at."""
_HEADERS = ("content-type", "access-control-allow-origin", "access-control-allow-credentials", "link")


@dataclass(frozen=True, slots=True)
class Script:
    """A script as the browser gets it."""

    status: int
    headers: dict[str, str]
    body: bytes


class Network:
    """The downloader as pages see it. Stats: ``browser/requests``, ``browser/refused``, ``browser/cached``."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.most = crawler.settings.getint("BROWSER_REQUESTS_MAX")
        self._scripts: dict[str, Script] = {}
        self._size = 0

    async def answer(self, route: Route, job: Job, *, number: int) -> None:
        """Answer a page's request, its ``number``-th; a page that has gone meanwhile is no fault."""
        request = route.request
        chosen = fate(request.resource_type, request.method, request.url) if number <= self.most else "refuse"
        with suppress(Error):
            if chosen == "empty":
                await route.fulfill(status=200, headers={"content-type": "text/css"}, body="")
                return
            found = await self._ask(route, job) if chosen == "ask" else None
            if found is None:
                self.crawler.stats.inc_value("browser/refused")
                await route.abort("blockedbyclient")
                return
            await route.fulfill(status=found.status, headers=found.headers, body=found.body)

    async def _ask(self, route: Route, job: Job) -> Script | None:
        request = route.request
        if request.url in self._scripts and request.method == "GET":
            self.crawler.stats.inc_value("browser/cached")
            return self._scripts[request.url]
        self.crawler.stats.inc_value("browser/requests")
        asked = Request(
            request.url,
            method=request.method,
            body=request.post_data_buffer or b"",
            headers=sent(request.headers) | ({"Referer": job.url} if _origin(request.url) == _origin(job.url) else {}),
            callback=NO_CALLBACK,
            meta={MARK: job.url, "dont_retry": True},
            dont_filter=True,
        )
        try:
            response = await self.crawler.engine.download_async(asked)
        except Exception:  # noqa: BLE001 - refused, broken, too large: for the page it did not come
            return None
        found = Script(response.status, _headers(response), response.body)
        self._keep(request.resource_type, request.url, found)
        _note(job, asked, response)
        return found

    def _keep(self, kind: str, url: str, script: Script) -> None:
        """Keep a script: all pages of a site share theirs."""
        if kind == "script" and script.status == 200 and self._size + len(script.body) <= _CACHED:
            self._scripts[url] = script
            self._size += len(script.body)


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def _headers(response: Response) -> dict[str, str]:
    named = ((name, response.headers.get(name)) for name in _HEADERS)
    return {name: value.decode("latin-1") for name, value in named if value}


def _note(job: Job, asked: Request, response: Response) -> None:
    """Note an answer in JSON."""
    kind = (response.headers.get("Content-Type") or b"").lower()
    room = _ANSWERS - sum(len(answer.body) for answer in job.answers)
    if b"json" in kind and response.status == 200 and len(response.body) <= room:
        form = asked.body.decode("utf-8", "replace")
        job.answers.append(Answer(method=asked.method, url=response.url, form=form, body=response.body))
