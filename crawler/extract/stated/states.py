"""What a page hands to its script: the state of Next.js, Nuxt and their kin, read as data and never run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import orjson

from crawler.extract.page.document import Document
from crawler.extract.stated.scripts import objects_in
from crawler.normalise.hosts import registered_domain

_DATA = "script#__NEXT_DATA__, script[type='application/json'], script[type='application/ld+json']"
_ASSIGNED = re.compile(r"(?:window|self|globalThis)\.(?=\w*(?:STATE|DATA|PROPS|NUXT|INITIAL|PRELOADED|APP))", re.IGNORECASE)
_LONGEST = 2_000_000
_DEEPEST = 40
CURSORS = {
    "nextCursor": "cursor",
    "next_cursor": "cursor",
    "cursor": "cursor",
    "endCursor": "after",
    "end_cursor": "after",
    "after": "after",
    "nextPageToken": "pageToken",
    "next_page_token": "page_token",
    "nextToken": "nextToken",
    "continuation": "continuation",
}
"""What an answer calls the place where it ended, and what requests call it."""
_ENDPOINT = re.compile(r"/(?:api|ajax|rest|services?|feeds?|graphql|v\d+)(?:[/?.]|$)", re.IGNORECASE)
_NAMED = re.compile(r"(?:endpoint|api|url|uri|path|href|more|next|source|src)$", re.IGNORECASE)
_PAGES = ("page", "currentPage", "current_page", "pageNumber", "page_number")
_LAST = ("totalPages", "total_pages", "lastPage", "last_page", "pageCount", "page_count")


def states(document: Document) -> Iterator[Any]:
    """The data of a page: typed as JSON, or assigned to a variable that is called state or data."""
    for node in document.css(_DATA):
        try:
            yield orjson.loads(node.text(deep=True) or "")
        except orjson.JSONDecodeError:
            continue
    for node in document.css("script:not([src]):not([type*='json'])"):
        text = node.text(deep=True) or ""
        if len(text) <= _LONGEST and _ASSIGNED.search(text):
            yield from objects_in(text)


def objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object within the data, from the outside in."""
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        if isinstance(value, dict | list):
            yield from objects(value, depth + 1)


def cursor_in(data: Any) -> tuple[str, str] | None:
    """Where a list ended: the parameter that asks for what follows, and its value."""
    for node in objects(data):
        for name, parameter in CURSORS.items():
            value = node.get(name)
            if isinstance(value, str | int) and not isinstance(value, bool) and value:
                return parameter, str(value)
    return None


def endpoint_in(data: Any, document: Document) -> str | None:
    """An address of the site's own interface; ``None`` for one with places to fill."""
    for node in objects(data):
        for name, value in node.items():
            if not isinstance(value, str) or not _NAMED.search(name) or not value.startswith(("/", "http")):
                continue
            address = document.absolute(value)
            fits = _ENDPOINT.search(value) is not None and not set("[]{}<> ") & set(value)
            if address is not None and fits and registered_domain(address) == registered_domain(document.url):
                return address
    return None


def asked_with(address: str, name: str, value: str) -> str:
    """An address with one parameter set; ``value`` may hold a place to fill."""
    parts = urlsplit(address)
    pairs = [(key, text) for key, text in parse_qsl(parts.query, keep_blank_values=True) if key != name]
    return parts._replace(query=urlencode([*pairs, (name, value)], safe="{}")).geturl()


def next_number(data: Any) -> int | None:
    """The number of the next page, where the data count pages and there is one more."""
    for node in objects(data):
        page = next((node[name] for name in _PAGES if type(node.get(name)) is int), None)
        last = next((node[name] for name in _LAST if type(node.get(name)) is int), None)
        if page is not None and last is not None and 0 < page < last:
            return int(page) + 1
    return None
