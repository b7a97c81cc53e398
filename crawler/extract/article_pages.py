"""An article spread over several pages: where the others are, and how they are joined.

A pager below the text links ``?page=2`` … or ``/2``, and often the whole article on one page (``?page=all``). The number
that it prints counts: the address may count paragraphs (``/5``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborNode

from crawler.evidence import Evidence, Ledger
from crawler.extract.page.document import Document
from crawler.items import Article, BodyPages
from crawler.normalise.urls import clean_url, identity_key

MOST_PAGES = 30
"""Pages of one article that are read, whatever its pager says."""

_NUMBERED = frozenset({"page", "p", "pg", "halaman", "hal", "seite", "pagina", "pageno", "pagenum"})
_NUMBER_IN_PATH = re.compile(r"(?:/(?:page|seite|halaman|hal|pagina))?/(\d{1,2})/?$")
_PLAIN = re.compile(r"[\w.~%+,;=@-]+")
_DIGITS = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Pager:
    """What the pager of a page says: how many pages there are, this page's number, and where to read on.

    ``whole`` is the address of all on one page; ``following`` are those of the pages after this one, in order.
    """

    count: int = 1
    number: int = 1
    whole: str | None = None
    following: tuple[str, ...] = ()

    @property
    def further(self) -> tuple[str, ...]:
        """The addresses that complete the article: the one page that holds all, or the pages that follow."""
        if self.count < 2 or self.number != 1:
            return ()
        return (self.whole,) if self.whole else self.following


def read_pager(document: Document) -> Pager:
    """Read the pager of an article's page; total. Without one the article has one page."""
    own = clean_url(document.url)
    selector = _links_to(own)
    if selector is None:
        return Pager()
    number = _number(own, own) or 1
    pages: dict[int, str] = {}
    whole: str | None = None
    stem = _stem(own)
    for node in document.css(selector):
        url = _sibling(node, document, stem)
        if url is None:
            continue
        found = _number(url, own)
        if found is not None and _DIGITS.fullmatch(printed := node.text(strip=True)):
            pages.setdefault(int(printed), url)
        elif found is None and url != own and identity_key(url) == identity_key(own):
            whole = whole or url
    count = max((*pages, number))
    if count < 2 or count > MOST_PAGES or len(pages) < count - 1:
        return Pager()
    return Pager(count, number, whole, tuple(pages[n] for n in range(number + 1, count + 1) if n in pages))


def body_pages(pager: Pager, url: str) -> BodyPages:
    """Give the line's account of a page as read alone."""
    return BodyPages(pager.count, complete=pager.count < 2, urls=(url,) if pager.count > 1 else ())


def join(first: Article, further: Article) -> Article:
    """Add the text, pictures and promotion of a further page to an article, in place; everything else stays the first's.

    A further page that repeats the first whole (all on one page) takes the place of its text. A page without
    evidence adds nothing and leaves the article incomplete.
    """
    old, new = first.evidence, further.evidence
    pages = first.body_pages or BodyPages()
    if old is None or new is None or not new.body:
        return first
    repeats = bool(old.body) and old.body[0].text == new.body[0].text
    first.evidence = _replaced(old, new) if repeats else _appended(old, new)
    urls = (further.url,) if repeats else (*pages.urls, further.url)
    first.body_pages = replace(pages, complete=repeats or len(urls) >= pages.count, urls=urls)
    first.alternate_urls = tuple(dict.fromkeys((*first.alternate_urls, further.url)))
    return first


def _replaced(old: Evidence, new: Evidence) -> Evidence:
    return replace(old, body=new.body, images=new.images or old.images, blocks=new.blocks or old.blocks, ledger=new.ledger)


def _appended(old: Evidence, new: Evidence) -> Evidence:
    shift = len(old.body)
    seen = {image.url for image in old.images}
    links = {item.url for block in old.blocks for item in block.items}
    images = (replace(image, role="inline", position=image.position + shift) for image in new.images if image.url not in seen)
    blocks = (
        replace(block, position=block.position + shift) for block in new.blocks if not all(i.url in links for i in block.items)
    )
    return replace(
        old,
        body=(*old.body, *new.body),
        images=(*old.images, *images),
        blocks=(*old.blocks, *blocks),
        ledger=_summed(old.ledger, new.ledger),
    )


def _summed(one: Ledger, other: Ledger) -> Ledger:
    return Ledger(
        one.blocks + other.blocks,
        one.assigned + other.assigned,
        (*one.thrown, *other.thrown),
        (*one.unassigned, *other.unassigned),
    )


def _links_to(url: str) -> str | None:
    """The selector of links that may lead to a view of an address: by its last words; ``None`` for a front page."""
    name = next((part for part in reversed(_NUMBER_IN_PATH.sub("", urlsplit(url).path).split("/")) if part), "")
    return f"a[href^='?'], a[href*='{name}']" if name and _PLAIN.fullmatch(name) else None


def _sibling(node: LexborNode, document: Document, stem: str) -> str | None:
    """The link's address, if it leads to another view of this very article and not to its comments."""
    href = node.attributes.get("href") or ""
    if "comment" in href.lower():
        return None
    url = document.absolute(href)
    if url is None or _stem(url) != stem:
        return None
    return clean_url(url)


def _stem(url: str) -> str:
    """The address without what makes it a page of several."""
    parts = urlsplit(identity_key(url) if "://" not in url else "//" + identity_key(url))
    kept = sorted(f"{name}={value}" for name, value in parse_qsl(parts.query) if name.lower() not in _NUMBERED)
    return f"{parts.netloc}{_NUMBER_IN_PATH.sub('', parts.path)}?{'&'.join(kept)}"


def _number(url: str, own: str) -> int | None:
    """The page's number in an address; ``None`` for an address without one."""
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query):
        if name.lower() in _NUMBERED and value.isdecimal() and len(value) < 3:
            return int(value)
    found = _NUMBER_IN_PATH.search(parts.path)
    if found and urlsplit(own).path.rstrip("/") in (parts.path[: found.start()], parts.path.rstrip("/")):
        return int(found[1])
    return None
