"""How a page is asked for, how it came to us, and why one did not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure
from w3lib.encoding import http_content_type_encoding

from crawler.browser.job import Job
from crawler.extract.listing.more import LoadMore
from crawler.items import Article, Http
from crawler.manners.failures import NO_FAILURES
from crawler.manners.walls import refusal
from crawler.middlewares.reasons import reason_of_error, reason_of_refusal
from crawler.middlewares.robots import plain_headers
from crawler.normalise.urls import clean_url
from crawler.store.entries import Validators

BEYOND = (400, 404, 405, 410, 416, 419, 422)
"""How servers answer who asks for more of a list than there is, or asks otherwise than their own script."""


def asking(page: str | LoadMore | Job, validators: Validators) -> dict[str, Any]:
    """What a request for a page of a list is made of; a load-more request says that a script asks, as servers expect."""
    if isinstance(page, str):
        return {"url": page, "headers": conditional(validators)}
    if isinstance(page, Job):
        return {"url": page.url}
    if page.method == "GET":
        return {"url": page.address, "headers": {"X-Requested-With": "XMLHttpRequest"}}
    headers = {"X-Requested-With": "XMLHttpRequest", "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
    return {"url": page.address, "method": "POST", "body": page.body, "headers": headers}


def reason_of(failure: Failure) -> str | None:
    """Why a request gave no page, in a few words; ``None`` where the run merely ended before."""
    error = failure.value
    if isinstance(error, HttpError):
        return refusal(error.response.status, plain_headers(error.response))
    if isinstance(error, IgnoreRequest):
        return None if str(error) in NO_FAILURES else reason_of_refusal(error)
    return reason_of_error(error)


def request_of(failure: Failure) -> Request:
    """Give the request that failed."""
    request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy sets it before it calls an errback
    return request


def header_charset(response: Response) -> str | None:
    """The charset that the HTTP header names."""
    return http_content_type_encoding(_text(response, "Content-Type"))


def validators_of(response: Response) -> Validators:
    """What the page gives to ask "has it changed?" with."""
    return Validators(etag=_text(response, "ETag"), last_modified=_text(response, "Last-Modified"))


def stamp(article: Article, response: Response, *, asked: str) -> None:
    """Set how the page came: status, validators, and the other addresses that led to it."""
    others = (*(clean_url(url) for url in response.meta.get("redirect_urls", ())), asked)
    article.alternate_urls = tuple(dict.fromkeys(url for url in (*article.alternate_urls, *others) if url != article.url))
    article.metadata = replace(
        article.metadata,
        http=Http(
            status=response.status,
            via="browser" if "browser" in response.flags else "http",
            etag=_text(response, "ETag"),
            last_modified=_text(response, "Last-Modified"),
        ),
    )


def conditional(validators: Validators) -> dict[str, str]:
    """The headers that ask whether a page has changed."""
    headers = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in headers.items() if value}


def _text(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
