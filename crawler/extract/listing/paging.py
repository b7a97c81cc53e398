"""The way on from one page of a list to the next: ``rel=next``, numbered pages, "older", load-more addresses.

``/indeks`` that links ``/indeks?page=2`` gives ``("https://…/indeks?page=2",)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborNode

from crawler.extract.listing.days import earlier_days, span_of
from crawler.extract.listing.links import judge
from crawler.extract.page.document import Document, text_of
from crawler.normalise.lexicon import rows
from crawler.normalise.urls import clean_url, identity_key, registered_domain

_KEYS = frozenset(
    {
        "page",
        "p",
        "pg",
        "paged",
        "pagenum",
        "pageno",
        "page_no",
        "pagina",
        "seite",
        "halaman",
        "hal",
        "paging",
        "start",
        "offset",
    }
)
_COUNTED = re.compile(
    r"(?:^|/)(?:page|seite|halaman|pagina|hal|p|inde(?:x|ks)(?=\d)|list(?:_\d+)?)?[-_/]?(\d{1,5})(?:\.s?html?|/)?$",
    re.IGNORECASE,
)
_PREFIXED = re.compile(r"/(?:(?:page|seite|halaman|pagina)[-_/]?|(?:hal|p)[-_/])(\d{1,5})(?:\.html?)?/?$", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?:\.s?html?|/)?$", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_ENDPOINTS = (
    "data-next-url",
    "data-next-page",
    "data-load-more-url",
    "data-loadmore-url",
    "data-next",
    "data-url",
    "data-href",
    "data-endpoint",
)
_MORE = "[class*='more' i], [id*='more' i], [class*='next' i]"
_TEXT_LENGTH = 40
_POST = re.compile(r"/\?p=\d+$")
"""``/?p=2`` is an article of a WordPress site, unless the link says otherwise."""


def next_pages(document: Document) -> tuple[str, ...]:
    """Addresses of the following page of this list, the most trustworthy first; empty on the last page.

    Only addresses of the page's own site; never the page itself. Beyond the first they are other signs of the same
    page, or of pages further on.
    """
    here, site = clean_url(document.url), registered_domain(document.url)
    found: dict[str, None] = {}
    stated = tuple(_stated(document))
    near = tuple(address for address in stated if urlsplit(address).path == urlsplit(here).path or page_number(address))
    for address in (
        *near,
        *_numbered(document),
        *_spoken(document),
        *stated,
        *_sequels(document),
        *_endpoints(document),
    ):
        clean = clean_url(address)
        if registered_domain(clean) == site and _goes_on(here, clean):
            found.setdefault(clean)
    return tuple(dict.fromkeys((*found, *earlier_days(document))))


def page_number(url: str) -> int | None:
    """The number of the page of a list in its address (``?page=3``, ``/page/3/``); ``None`` where there is none."""
    parts = urlsplit(url)
    for key, value in parse_qsl(parts.query):
        if key.lower() in _KEYS and value.isdecimal():
            return int(value)
    found = _PREFIXED.search(parts.path)
    return int(found[1]) if found else None


def _stated(document: Document) -> Iterator[str]:
    """``rel=next``, in the head or on a link."""
    for node in document.css("link[rel][href], a[rel][href]"):
        if "next" in (node.attributes.get("rel") or "").lower().split():
            yield from _address(document, node)


def _numbered(document: Document) -> Iterator[str]:
    """The link whose text is the next number and whose address counts likewise."""
    current = page_number(document.url) or 1
    path = urlsplit(document.url).path
    for node in document.css("a[href]"):
        text = node.text(deep=True).strip()
        if not text.isdecimal() or len(text) > 5 or int(text) <= current:
            continue
        for address in _address(document, node):
            counted = page_number(address)
            if int(text) == current + 1 and (counted is not None or _counts(path, address)):
                yield address


def _counts(path: str, address: str) -> bool:
    """``/indeks/2`` under ``/indeks``: the path goes on with a number only, which is no day."""
    theirs = urlsplit(address).path
    found = _COUNTED.search(theirs)
    base = _COUNTED.sub("", path).rstrip("/")
    return found is not None and theirs[: found.start()].rstrip("/") == base and span_of(address) is None


def _spoken(document: Document) -> Iterator[str]:
    """Links that call themselves next, older or more, and whose address counts a page or keeps the path."""
    path = urlsplit(document.url).path
    for node in document.css("a[href]"):
        if not _says_next(node, _terms("text") | _terms("next")):
            continue
        for address in _address(document, node):
            if (
                page_number(address) is not None
                or _counts(path, address)
                or _same_list(document.url, address)
                or (_says_next(node, _terms("next")) and _is_no_article(address))
            ):
                yield address


def _sequels(document: Document) -> Iterator[str]:
    """Links to this very list with the next number, whatever they are called."""
    current = page_number(document.url) or 1
    frame = _frame(document.url)
    for node in document.css("a[href]"):
        for address in _address(document, node):
            if page_number(address) == current + 1 and _frame(address) == frame and not _POST.search(address):
                yield address


def _frame(url: str) -> str:
    """The address of a list without its page number."""
    parts = urlsplit(url)
    query = "&".join(pair for pair in parts.query.split("&") if pair and pair.partition("=")[0].lower() not in _KEYS)
    return identity_key(parts._replace(path=_PREFIXED.sub("", parts.path), query=query, fragment="").geturl())


def _is_no_article(address: str) -> bool:
    """Whether an address that somebody calls "next" may be a page of a list: it ends in a count or asks for something."""
    parts = urlsplit(address)
    return judge(address).score <= 1 and bool(parts.query or _LAST_NUMBER.search(parts.path))


def _says_next(node: LexborNode, spoken: frozenset[str]) -> bool:
    attributes = node.attributes
    text = text_of(node)
    labels = [text if len(text) <= _TEXT_LENGTH else "", attributes.get("aria-label") or "", attributes.get("title") or ""]
    if any(_bare(label) in spoken for label in labels if label):
        return True
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    return len(text) <= _TEXT_LENGTH and not _terms("markup").isdisjoint(_WORD.findall(name))


def _bare(label: str) -> str:
    text = " ".join(label.casefold().split())
    return text.strip(" ›»>→‹«<←.…") or text


def _endpoints(document: Document) -> Iterator[str]:
    """Addresses that a load-more button carries in its data attributes."""
    for node in document.css(_MORE):
        attributes = node.attributes
        for name in _ENDPOINTS:
            value = attributes.get(name) or ""
            if value.startswith(("/", "http", "?")):
                yield from filter(None, (document.absolute(value),))


def _same_list(here: str, address: str) -> bool:
    """Whether an address is this list with other parameters (``?updated-max=…``, ``?cursor=…``)."""
    ours, theirs = urlsplit(here), urlsplit(address)
    return ours.path.rstrip("/") == theirs.path.rstrip("/") and bool(theirs.query) and ours.query != theirs.query


def _goes_on(here: str, address: str) -> bool:
    """Whether the address does not lead back: a counted page must be a later one, and nothing uncounted follows a counted one.

    Some count from 0: there ``?page=1`` is the second page.
    """
    ours, theirs = page_number(here), page_number(address)
    if theirs is None:
        return identity_key(address) != identity_key(here) and (ours is None or urlsplit(address).path != urlsplit(here).path)
    return address != here and theirs > (ours or (0 if theirs == 1 else 1))


def _address(document: Document, node: LexborNode) -> Iterator[str]:
    yield from filter(None, (document.absolute(node.attributes.get("href")),))


@cache
def _terms(where: str) -> frozenset[str]:
    return frozenset(_bare(row[0]) for row in rows("listing_pager") if row[1] == where)
