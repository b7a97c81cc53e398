"""An article whose page holds no text: what is asked for instead, the cheapest first, the browser last."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlsplit

from scrapy.http import HtmlResponse, Request, Response

from crawler.browser.job import JOB, Job, headers_for
from crawler.extract.embedded import answered_article
from crawler.extract.page.document import parse
from crawler.extract.shells import article_lacks, read_signs
from crawler.items import Article
from crawler.site import Site
from crawler.spiders._outcome import header_charset
from crawler.spiders._render_notes import ARTICLES, Habit
from crawler.spiders._rendering import Rendering, job_of

ATTEMPT = "attempt"
"""Meta key of requests that are made in place of a page."""
_NUMBER = re.compile(r"\d{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A page without text as it came, what is tried now, and what is left to be tried after it."""

    static: Response
    now: str = ""
    left: tuple[str, ...] = ()
    reason: str | None = None
    """Why the page itself gave no article."""
    variant: str | None = None
    endpoint: str | None = None

    def request(self) -> dict[str, Any]:
        """What the request for it is made of."""
        if self.now == "browser":
            return {"url": self.static.url, "meta": {ATTEMPT: self, JOB: Job(static=self.static)}}
        if self.now == "endpoint":
            headers = {"Accept": "application/json", "X-Requested-With": "XMLHttpRequest"}
            return {"url": self.endpoint, "meta": {ATTEMPT: self}, "headers": headers}
        return {"url": self.variant, "meta": {ATTEMPT: self}}

    def next(self) -> Attempt | None:
        """The attempt after this one."""
        return replace(self, now=self.left[0], left=self.left[1:]) if self.left else None


def attempt_of(request: Request | None) -> Attempt | None:
    """The attempt that a request is part of."""
    return request.meta.get(ATTEMPT) if request is not None else None


def as_page(response: Response) -> Response:
    """What came in place of a page as that page: under its address, without validators that are not its own."""
    attempt = attempt_of(response.request)
    if attempt is None or "browser" in response.flags:
        return response
    body, charset = response.body, header_charset(response) or "utf-8"
    if attempt.now == "endpoint":
        document = parse(attempt.static.body, url=attempt.static.url, charset=header_charset(attempt.static))
        body, charset = (answered_article(body, document) or "").encode(), "utf-8"
    headers = headers_for(attempt.static, charset)
    return HtmlResponse(attempt.static.url, body=body, headers=headers, request=response.request)


def after_article(
    rendering: Rendering, response: Response, article: Article, site: Site, section: str | None
) -> Attempt | None:
    """What to try next for a page: nothing where it held an article, or where nothing says that it would in a browser."""
    attempt = attempt_of(response.request)
    reason = article.evidence.reason if article.evidence else None
    mode = rendering.mode(site, section)
    if attempt is not None:
        _learn(rendering, response, attempt, gained=reason is None)
        return attempt.next() if reason is not None else None
    if mode == "never" or (reason is None and mode != "always"):
        return None
    return _first(rendering, response, reason, mode)


def _first(rendering: Rendering, response: Response, reason: str | None, mode: str) -> Attempt | None:
    if mode == "always":
        first = Attempt(static=response, left=("browser",), reason=reason)
        return first.next() if rendering.may_render(response.url, Habit(), mode) else None
    signs = read_signs(response.body, response.url, charset=header_charset(response))
    if article_lacks(signs, reason=reason) is None:
        return None
    habit = rendering.habit(ARTICLES)
    endpoint = filled(habit.article, response.url) if habit.article else None
    left = (*(["endpoint"] if endpoint else []), *(["variant"] if signs.variant else []))
    if left or rendering.may_render(response.url, habit, mode):
        left = (*left, *(["browser"] if rendering.browser.fault is None and habit.is_worth_it(int(time.time())) else []))
    return Attempt(static=response, left=left, reason=reason, variant=signs.variant, endpoint=endpoint).next()


def _learn(rendering: Rendering, response: Response, attempt: Attempt, *, gained: bool) -> None:
    """Remember whether the browser was worth it, and which interface gave the text that it showed."""
    job = job_of(response)
    if attempt.now != "browser" or job is None:
        return
    habit = rendering.habit(ARTICLES).after(gained=gained, now=int(time.time()))
    rendering.keep(ARTICLES, replace(habit, article=_pattern(job)) if gained else habit)


def _pattern(job: Job) -> str | None:
    document = parse(job.static.body, url=job.url)
    telling = (each for each in job.answers if each.method == "GET" and answered_article(each.body, document) is not None)
    return next(filter(None, (pattern_of(each.url, job.url) for each in telling)), None)


def pattern_of(endpoint: str, page: str) -> str | None:
    """The pattern of an interface's addresses by one of them: ``{id}`` or ``{slug}`` where it names the page; ``None`` where
    it does not.
    """
    slug, number = _names(page)
    for name, value in (("{slug}", slug), ("{id}", number)):
        if value and len(re.findall(rf"(?<![\w-]){re.escape(value)}(?![\w-])", endpoint)) == 1:
            return endpoint.replace(value, name)
    return None


def filled(pattern: str, page: str) -> str | None:
    """The interface's address for a page; ``None`` where the page's address does not give it."""
    slug, number = _names(page)
    value = slug if "{slug}" in pattern else number
    return pattern.replace("{slug}", quote(value)).replace("{id}", value) if value else None


def _names(page: str) -> tuple[str, str]:
    """The last word of a page's path, and the last number in its address."""
    path = urlsplit(page).path.rstrip("/")
    numbers = _NUMBER.findall(path)
    return path.rpartition("/")[2], numbers[-1] if numbers else ""
