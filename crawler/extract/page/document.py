"""The one HTML5 parse of a page, and the walk that gives its text as the DOM parts it.

``<p>Oleh : <b>Harry Siswoyo</b></p>`` is two segments, "Oleh :" and "Harry Siswoyo"; a page that
is a PDF, or nothing, is a ``Document`` with a ``reason``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.evidence import Segment, Segments
from crawler.extract.page.encoding import decode
from crawler.extract.page.walk import CELLS, tidy, walk, words_of

__all__ = ["Document", "lines_of", "parse", "segments_of", "text_of", "tidy", "words"]

PHRASES = frozenset({"a", "b", "strong", "em", "i", "u", "font", "time"})
"""Elements that rarely say what they hold: their parent's words count beside their own."""

_STRIPPED = "".join(map(chr, range(0x21))) + "\xa0\u200b\ufeff"
_WEB = re.compile(r"https?:", re.IGNORECASE)
_HOSTED = re.compile(r"https?://[^\s/?#\\\[]", re.IGNORECASE)
_ROOTED = re.compile(r"(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+/?")
"""Paths that need no resolving: from the root, no segment of dots."""
_CONTROLS = re.compile(r"[\x00-\x20]+")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed page.

    ``url`` is the one given, ``base`` is what relative links are resolved against. ``reason`` is set where the bytes hold no
    HTML at all (``empty``, ``binary``, ``not HTML``); the tree is then an empty document.
    """

    tree: LexborHTMLParser
    url: str
    base: str
    reason: str | None = None

    def css(self, selector: str) -> list[LexborNode]:
        """All elements that match, in document order; a selector that is not CSS raises ``SelectolaxError``."""
        return self.tree.css(selector)

    def first(self, selector: str) -> LexborNode | None:
        """The first element that matches."""
        return self.tree.css_first(selector)

    def absolute(self, href: str | None) -> str | None:
        """The http(s) address a link leads to; ``None`` for other schemes, broken ones and mere fragments."""
        return _absolute(href, self.base)


def parse(html: bytes | str, *, url: str, charset: str | None = None) -> Document:
    """Parse a page as a browser does; total: any bytes give a document.

    ``charset`` is the one of the HTTP header. Bytes that are UTF-8 are read as UTF-8 whatever is declared.
    """
    body, reason = decode(html, charset=charset)
    tree = LexborHTMLParser(body)
    own = url if _absolute(url, url) else _declared(tree) or url
    node = tree.head.css_first("base[href]") if tree.head is not None else None
    base = _absolute(node.attributes.get("href"), own) if node is not None else None
    return Document(tree=tree, url=url, base=base or own, reason=reason)


def _declared(tree: LexborHTMLParser) -> str | None:
    """The address a saved page gives itself, where nobody else knows it."""
    nodes = tree.css('link[rel="canonical" i][href], meta[property="og:url"][content]')
    stated = (node.attributes.get("href") or node.attributes.get("content") for node in nodes)
    return next((address for address in (_absolute(href, "") for href in stated) if address), None)


def _absolute(href: str | None, base: str) -> str | None:
    """Resolve as the URL standard does for what occurs in links: blanks and line ends within are dropped or quoted."""
    href = (href or "").strip(_STRIPPED)
    if not href or href[0] == "#":
        return None
    if " " in href or not href.isprintable():
        href = _CONTROLS.sub(lambda found: "%20" * found.group().count(" "), href)
    if _WEB.match(href):
        return href if _HOSTED.match(href) and _is_sound(href) else None
    if _ROOTED.fullmatch(href):
        root = _joined(base, "/")
        return root and root[:-1] + href
    return _joined(base, href)


@lru_cache(maxsize=1024)
def _joined(base: str, href: str) -> str | None:
    try:
        address = urljoin(base, href)
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _is_sound(address: str) -> bool:
    """Whether an address can be taken apart: brackets belong to IPv6 alone."""
    if "[" not in address and "]" not in address:
        return True
    try:
        return bool(urlsplit(address).netloc)
    except ValueError:
        return False


def words(node: LexborNode) -> str:
    """What an element's markup calls it: class, id, rel, itemprop, role, data names; lower case, joined by blanks."""
    return words_of(node.attributes)


@dataclass(frozen=True, slots=True)
class _Run:
    """A text node with what surrounds it; ``text`` is raw, ``None`` where a line ends."""

    text: str | None
    element: LexborNode | None = None
    href: str | None = None
    words: str = ""


def segments_of(node: LexborNode, document: Document, *, skip: Container[int] = frozenset()) -> Segments:
    """The text under an element, parted as the DOM parts it.

    Each run of text inside one element is a segment; a block-level element or ``<br>`` begins a new
    line. Scripts, hidden elements, and elements whose ``mem_id`` is in ``skip``, give nothing.
    """
    found: list[Segment] = []
    line, pending, glued = 0, False, False
    for run in _runs(node, skip):
        if run.text is None:
            pending, glued = bool(found), False
            continue
        text = tidy(run.text)
        if not text:
            glued = glued and not run.text
            continue
        line, pending = line + pending, False
        touches = glued and not run.text[0].isspace()
        tag = run.element.tag or "" if run.element is not None else ""
        found.append(Segment(text, document.absolute(run.href), tag, run.words, line, touches))
        glued = not run.text[-1].isspace()
    return tuple(found)


def text_of(node: LexborNode, *, skip: Container[int] = frozenset()) -> str:
    """The text under an element on one line, as a reader sees it."""
    return tidy("".join(_texts(node, skip)))


def lines_of(node: LexborNode, *, skip: Container[int] = frozenset()) -> tuple[str, ...]:
    """The text under an element, one string a block-level line; empty lines are left out."""
    lines = (tidy(line) for line in "".join(_texts(node, skip, end="\n\0")).split("\n\0"))
    return tuple(line for line in lines if line)


def _texts(node: LexborNode, skip: Container[int], end: str = " ") -> Iterator[str]:
    for kind, current in walk(node, skip=skip):
        if kind == "text":
            yield current.text_content or ""
        elif kind == "break":
            yield end
        elif current.tag in CELLS:
            yield " "


def _runs(node: LexborNode, skip: Container[int]) -> Iterator[_Run]:
    """Text nodes with the element, link and words they stand under."""
    stack: list[tuple[LexborNode, str | None, str, str]] = []
    for kind, current in walk(node, skip=skip):
        if kind == "open":
            stack.append(_frame(current, stack[-1] if stack else None))
        elif kind == "close":
            stack.pop()
            if current.tag in CELLS:
                yield _Run(" ")
        elif kind == "break":
            yield _Run(None)
        elif stack:
            element, href, own, _ = stack[-1]
            yield _Run(current.text_content or "", element, href, own)
        else:
            yield _Run(current.text_content or "")


def _frame(node: LexborNode, above: tuple[LexborNode, str | None, str, str] | None) -> tuple[LexborNode, str | None, str, str]:
    attributes = node.attributes
    own = words_of(attributes)
    href, inherited = (above[1], above[3]) if above else (None, "")
    tag = node.tag
    if tag == "a":
        href = attributes.get("href") or href
    named = f"{own} {inherited}".strip() if not own or tag in PHRASES else own
    return node, href, named, named if tag in PHRASES else own or inherited
