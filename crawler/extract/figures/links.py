"""Where the link around a picture leads: to the picture itself, larger or on a page of its own, or to another story."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from crawler.extract.figures.addresses import address_of
from crawler.extract.figures.names import names_credit
from crawler.extract.figures.telling import says_credit
from crawler.extract.page.links import HEADINGS, target
from crawler.extract.page.outline import Outline
from crawler.normalise.hosts import path_of

_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])", re.IGNORECASE)
_HEIGHT = 6
_LINES = frozenset({"em", "i", "span", "small", "p", "div", "cite"})
_LONGEST = 500
"""Characters that caption and credit have at most beside a picture that is a link."""
_CREDITED = 3
"""How many elements above the link may hold the picture's printed credit."""
_SHORTEST_STEM = 14
"""Letters that the names of a picture's file and of its page have in common: "los-geht-s-von-montag-an"."""


def enlarges(outline: Outline, element: int) -> bool:
    """Whether the picture is a link to its own file, larger: no teaser's is."""
    holders = (holder for holder, _ in zip(outline.ancestors(element), range(_HEIGHT), strict=False))
    link = next((holder for holder in holders if outline.tags[holder] == "a"), None)
    return link is not None and _FILE.search((outline.attributes(link).get("href") or "").strip()) is not None


def captions(outline: Outline, link: int) -> bool:
    """Whether the link holds a picture, its caption and its credit, and no headline: it opens the article's own gallery."""
    last = outline.stops[link] - 1
    if last < outline.starts[link] or outline.tags[link] != "a":
        return False
    caption, bar, credit = outline.texts[last].rpartition("|")
    if not (bar and caption.strip() and says_credit(credit.strip())):
        return False
    tags = {outline.tags[each] for each in outline.within(link)}
    return "img" in tags and HEADINGS.isdisjoint(tags)


def told_pages(outline: Outline) -> frozenset[str | None]:
    """The targets of links with words."""
    told = (each for each in outline.anchors if outline.stops[each] > outline.starts[each])
    return frozenset(target(outline.attributes(each).get("href")) for each in told)


def leads_elsewhere(outline: Outline, element: int, *, is_stated: bool, is_told: Callable[[str], bool]) -> bool:
    """Whether the picture is a link to another page: a banner or a teaser.

    ``is_stated`` says that the page's data name the picture as the article's, ``is_told`` whether a link to the same page has
    words: then it is a story, and a picture its teaser.
    """
    holders = [holder for holder, _ in zip(outline.ancestors(element), range(_HEIGHT), strict=False)]
    link = next((holder for holder in holders if outline.tags[holder] == "a"), None)
    if link is None:
        return False
    href = (outline.attributes(link).get("href") or "#").strip()
    if href[:1] in ("#", "") or href.startswith("javascript") or _FILE.search(href) or _is_own(outline, href):
        return False
    figure = next((holder for holder in holders if outline.tags[holder] == "figure"), None)
    if figure is not None and figure < link and any(outline.tags[each] == "figcaption" for each in outline.within(figure)):
        return False
    if captions(outline, link):
        return False
    if outline.stops[link] > outline.starts[link] or is_told(href):
        return True
    return not (is_stated or _is_credited(outline, link) or _is_named_alike(outline, element, href))


def _is_own(outline: Outline, href: str) -> bool:
    """Whether a link leads to this page, or to one below it (an attachment)."""
    own = outline.document.url.partition("?")[0].rstrip("/")
    return (outline.document.absolute(href) or "").startswith(own) or "attachment" in href


def _is_credited(outline: Outline, link: int) -> bool:
    """Whether a credit is printed right beside, and no headline."""
    for holder, _ in zip(outline.ancestors(link), range(_CREDITED), strict=False):
        within = outline.within(holder)
        if any(outline.tags[each] in HEADINGS for each in within) or outline.size(holder) > _LONGEST:
            return False
        if any(says_credit(outline.text(each).lstrip("|/•·– ")) for each in within if outline.tags[each] in _LINES):
            return True
        if any(outline.tags[each] == "p" for each in within):
            return False
        if any(outline.stops[each] > outline.starts[each] and names_credit(outline.names(each)) for each in within):
            return True
    return False


def _is_named_alike(outline: Outline, element: int, href: str) -> bool:
    file, page = (_last_segment(path_of(address)) for address in (address_of(outline, element) or "", href))
    return len(file) >= _SHORTEST_STEM and file[:_SHORTEST_STEM] == page[:_SHORTEST_STEM]


def _last_segment(address: str) -> str:
    return unquote(address).partition("?")[0].rstrip("/").rpartition("/")[2].casefold()
