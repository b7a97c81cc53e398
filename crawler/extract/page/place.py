"""Where an element stands on the page: above the headline, between headline and body, within the body, below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crawler.evidence import Segments
from crawler.extract.lines.credits import is_credit_line
from crawler.extract.lines.dates import FULL_DATE, STAMPED, looks_dated
from crawler.extract.page.document import segments_of
from crawler.extract.page.outline import Outline
from crawler.extract.page.roles import AUTHOR_LINK, NAMELESS, Names, names

_ELSEWHERE = frozenset(
    {"figure", "figcaption", "nav", "blockquote", "dialog", "form", "video", "audio", "iframe", "object", "noscript"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_APART = _HEADINGS | {"figcaption"}
_WIDE = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]")
_SIGNED = frozenset({"figure", "figcaption", "nav"})
"""What may hold the byline: a portrait of the writer, a short list of links to who wrote it."""
_LONGEST_SIGNED = 160
_FEW = 6
_BUTTON = 20
"""Characters of a link that teases nothing."""
_PARAGRAPH = 80
"""Characters outside links that make a line a paragraph of the body: bylines and dates are shorter."""
_NEAR = 80
"""How many elements above the headline a date or byline may stand."""
_BELOW = 200
"""How many elements below the text are looked at."""


@dataclass(frozen=True, slots=True)
class Place:
    """The article on its page.

    ``body``, ``region`` (which holds headline and body) and ``headline`` are elements of the outline. ``first``, ``second`` and
    ``last`` are texts: where the body's paragraphs begin, the first of which may be a standfirst above the byline, and where
    they end. ``cut`` are the roots of what was taken out as promotion of other articles. ``elements`` are those of the region
    that may hold the article's own byline and dates, in document order.
    """

    outline: Outline
    body: int
    region: int
    headline: int | None
    first: int
    second: int
    last: int
    cut: frozenset[int] = frozenset()
    elements: tuple[int, ...] = ()

    def zone(self, element: int) -> str:
        """``above``, ``head``, ``body`` or ``tail``."""
        start = self.outline.starts[element]
        if self.headline is not None and start < self.outline.starts[self.headline]:
            return "above"
        if start < max(self.first, self.second):
            return "head"
        return "body" if start <= self.last else "tail"

    def names(self, element: int) -> Names:
        """What the element's words call it."""
        words = self.outline.words(element)
        return names(words) if words else NAMELESS

    def is_main(self, element: int) -> bool:
        """Whether the element holds the headline or the text's first paragraph."""
        outline = self.outline
        if self.headline is not None and outline.holds(element, self.headline):
            return True
        return outline.starts[element] <= self.first < outline.stops[element]

    def is_elsewhere(self, element: int) -> bool:
        """Whether the element opens a part that speaks of pictures, other people or other articles."""
        if element in self.cut:
            return True
        tag = self.outline.tags[element]
        if tag in _ELSEWHERE:
            return tag not in _SIGNED or self.zone(element) != "head" or not self._is_signed(element)
        named = self.names(element)
        if not (named.noise or named.pictorial or named.beside) or self.is_main(element):
            return False
        head = self.zone(element) == "head"
        return (
            (named.noise and not (named.details and head))
            or (named.beside and not head)
            or (named.pictorial and not (named.author or named.date))
        )

    def _is_signed(self, element: int) -> bool:
        """Whether an ``address``, a profile's link or the property ``author`` is in it; a menu must be short, or a credit."""
        outline = self.outline
        menu = outline.tags[element] == "nav"
        if menu and outline.size(element) + outline.link_size(element) > _LONGEST_SIGNED:
            return False
        if menu and is_credit_line(outline.text(element), None, above=True):
            return True
        return any(
            outline.tags[within] == "address"
            or outline.attributes(within).get("itemprop") == "author"
            or (outline.tags[within] == "a" and AUTHOR_LINK.search(outline.attributes(within).get("href") or ""))
            for within in outline.within(element)
        )

    def _search(self) -> Iterator[int]:
        outline = self.outline
        element, end = self.region + 1, outline.ends[self.region]
        nearest = self.headline - _NEAR if self.headline is not None else 0
        below = 0
        while element < end and below < _BELOW:
            if self.is_elsewhere(element):
                element = outline.ends[element]
                continue
            if element >= nearest:
                yield element
            below += outline.starts[element] > self.last
            element += 1


def locate(outline: Outline, *, body: int, headline: int | None, cut: frozenset[int] = frozenset()) -> Place:
    """Say where the article stands: the region is the smallest element with headline and body."""
    paragraphs = _paragraphs(outline, body, cut)
    above = outline.stops[headline] if headline is not None else 0
    paragraphs = [run for run in paragraphs if run[0] >= above] or paragraphs
    first, last = (paragraphs[0][0], paragraphs[-1][1]) if paragraphs else (outline.starts[body], outline.stops[body])
    second = paragraphs[1][0] if len(paragraphs) > 1 else first
    headline = headline if headline is not None and above <= first else None
    cut = frozenset(root for root in cut if not _holds_own(outline, root, headline, first))
    place = Place(outline, body, region_of(outline, body, headline), headline, first, second, last, cut)
    return replace(place, elements=tuple(place._search()))


def region_of(outline: Outline, body: int, headline: int | None) -> int:
    """The ``article`` around both; without one, up to two elements more than the smallest that holds both."""
    chain = (body, *outline.ancestors(body))
    around = [a for a in chain if headline is None or outline.holds(a, headline)] or [0]
    for above in around:
        if outline.tags[above] == "article":
            return above
    wider = [above for above in around[:3] if outline.tags[above] not in ("main", "body")]
    return wider[-1] if wider else around[0]


def _holds_own(outline: Outline, root: int, headline: int | None, first: int) -> bool:
    """Whether what was cut holds the headline, or above the text the byline with the writer's other articles, or the date."""
    if headline is None or outline.holds(root, headline):
        return headline is not None
    above = outline.starts[root] >= outline.stops[headline] and outline.stops[root] <= first
    if not above:
        return False
    dated = outline.size(root) + outline.link_size(root) <= _PARAGRAPH
    if dated and outline.link_size(root) <= _BUTTON and FULL_DATE.search(outline.text(root)):
        return True
    within = (root, *outline.within(root))
    if _opens_with_credit(outline, root):
        return True
    if dated and any(
        AUTHOR_LINK.search(outline.attributes(each).get("href") or "") for each in within if outline.tags[each] == "a"
    ):
        return True
    named = (names(outline.words(each)) for each in within)
    return any(found.author or (dated and found.date) for found in named)


def _opens_with_credit(outline: Outline, root: int) -> bool:
    """Whether the first line of what was cut is a credit: a card about the writer that opens below the name."""
    first, stop = outline.starts[root], min(outline.stops[root], outline.starts[root] + _FEW)
    line = " ".join(
        "".join(outline.texts[text] for text in range(first, stop) if outline.runs[text] == outline.runs[first]).split()
    )
    return len(line) <= 2 * _PARAGRAPH and is_credit_line(line, None, above=True)


def _paragraphs(outline: Outline, body: int, cut: frozenset[int]) -> list[tuple[int, int]]:
    """First and last text of every line with much text outside links, promotion and headings left out."""
    removed = sorted((outline.starts[root], outline.stops[root]) for root in cut)
    found: list[tuple[int, int]] = []
    text, end = outline.starts[body], outline.stops[body]
    while text < end:
        start, run, weight = text, outline.runs[text], 0
        while text < end and outline.runs[text] == run:
            if outline.links[text] < 0 and weight < _PARAGRAPH:
                weight += width(outline.texts[text].strip())
            text += 1
        while removed and removed[0][1] <= start:
            removed.pop(0)
        within = bool(removed) and removed[0][0] <= start
        line = outline.lines[start]
        if weight >= _PARAGRAPH and not within and not _is_apart(outline, line) and not _is_stamp(outline, line, start):
            found.append((start, text - 1))
    return found


def _is_apart(outline: Outline, line: int) -> bool:
    """Whether a line is a heading or a caption."""
    for _ in range(3):
        if line < 0:
            return False
        if outline.tags[line] in _APART:
            return True
        line = outline.parents[line]
    return False


def _is_stamp(outline: Outline, line: int, text: int) -> bool:
    """Whether a long line says who wrote it or when it was published and changed: "Published 10:00 a.m. … | Updated …".

    That it has the writers as well its markup says.
    """
    if outline.size(line) > 2 * _PARAGRAPH:
        return False
    words = outline.words(line)
    signed = bool(words) and names(words).author and looks_dated(outline.text(line))
    return signed or STAMPED.match(outline.texts[text].lstrip()) is not None


def width(text: str) -> int:
    """The text's length; a character of Han, Kana or Hangul says as much as three letters."""
    return len(text) if text.isascii() else len(text) + 2 * len(_WIDE.findall(text))


def segments(outline: Outline, element: int, *, skip: frozenset[int] = frozenset()) -> Segments:
    """The element's text as segments, without the elements in ``skip``."""
    within = frozenset(outline.nodes[other].mem_id for other in skip if outline.holds(element, other))
    return segments_of(outline.nodes[element], outline.document, skip=within)
