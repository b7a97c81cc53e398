"""Where on the page the article stands: the element that holds its body, and the wider region around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from crawler.extract.page.inherited import strongest
from crawler.extract.page.outline import Outline
from crawler.extract.page.own_heading import first_heading, own_article, told_heading

_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:sidebar|related|recommend\w*|teasers?|promo\w*|newsletter"
    r"|share|sharing|social|banner|adverts?|advertisements?|breadcrumbs?|menu|most[-_]?(?:read|popular)"
    r"|popular|trending|author[-_]?(?:bio|box|info)|foot(?:er)?|footnotes?|disclaimer|copyright)(?:$|[\s_-])"
)
_OFFER = re.compile(r"paywall|subscri(?:be|ption)|capping|abonne|offers?(?![a-z])|(?:^|[\s_-])faq")
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:[-_]?(?:list|section|area|thread|body|container|wrapper))?|disqus\w*|kommentare?|commentaires|comentarios|komentar|cookies?|consent|gdpr|onetrust\w*|modal|popup)(?:$|[\s_-])"
)
_DIGITS = re.compile(r"\d+")
_LONG, _LONGEST = 200, 400
"""Characters from which on a block with line breaks, and one without, is a body rather than a paragraph."""
_SHORTEST = 40
"""Characters outside links that make a block a paragraph."""
_ASIDE_TAGS = frozenset(
    {"aside", "nav", "footer", "figure", "figcaption", "button", "label", "dialog", "a", "h1", "h2", "h3", "select"}
)


@dataclass(frozen=True, slots=True)
class Container:
    """``body`` is the element that holds the article's own text, ``region`` the element that holds the whole article."""

    body: int
    region: int
    headline: int | None = None


class _Prose:
    """The page's paragraphs with their weights, and the sum of weights under any element.

    ``strict`` leaves out what is named like something else than an article; markup whose names mislead is read without.
    """

    def __init__(self, outline: Outline, paragraphs: Sequence[tuple[int, int]], *, strict: bool) -> None:
        self.outline = outline
        self.strict = strict
        self._beside: dict[int, int] = {-1: False, 0: False}
        found = [(line, weight) for line, weight in paragraphs if not self.beside(line)]
        self.lines = [line for line, _ in found]
        self.weights = [weight for _, weight in found]
        self._sums = [0, *accumulate(self.weights)]

    def beside(self, element: int) -> bool:
        """Whether the element lies in a part of the page that is no article text by its tag or name."""
        return bool(strongest(self._beside, self.outline.parents, element, self._is_beside, most=True))

    def _is_beside(self, element: int) -> bool:
        outline = self.outline
        if outline.tags[element] in _ASIDE_TAGS:
            holds_headline = outline.tags[element] == "aside" and "h1" in outline.tags[element : outline.ends[element]]
            return not holds_headline or self._is_small(element)
        kind = _named(outline.names(element))
        if kind == "comments" and "h1" not in outline.tags[element : outline.ends[element]]:
            return True
        if not self.strict:
            return False
        return kind == "aside" or (kind == "offer" and self._is_small(element)) or outline.unseen(element)

    def _is_small(self, element: int) -> bool:
        """Whether the element holds the lesser part of the page's text: a wall's name often stands on the whole article."""
        return self.outline.size(element) * 5 < self.outline.size(0) * 2

    def sum(self, element: int) -> int:
        """Weight of all paragraphs that are the element or stand under it."""
        first = bisect_left(self.lines, element)
        last = bisect_left(self.lines, self.outline.ends[element])
        return self._sums[last] - self._sums[first]


def find(
    outline: Outline,
    *,
    headline: int | None = None,
    headlines: Iterable[str] = (),
    body: Sequence[int] = (),
) -> Container | None:
    """Find the article of a page; ``None`` where no text stands on it.

    ``headline`` is the headline's element where that is known; else the heading is taken that says one of ``headlines`` (what
    the metadata state), else the ``h1`` before the text. ``body`` are elements known to hold the text (a site's layout).
    """
    if body:
        given = _common(outline, body)
        told = told_heading(outline, headlines)
        headline = next((each for each in (headline, told) if each is not None), None) or first_heading(outline, given)
        return Container(given, _region(outline, given, headline), headline)
    told = told_heading(outline, headlines)
    found = _chunk(outline, own_article(outline, told))
    if found is None:
        return None
    chunk, prose = found
    start = prose.lines[bisect_left(prose.lines, chunk)]
    headline = next((each for each in (headline, told) if each is not None), None) or first_heading(outline, start)
    grown = _grown(outline, prose, chunk, headline)
    return Container(grown, _region(outline, grown, headline), headline)


@lru_cache(maxsize=8192)
def _named(names: str) -> str | None:
    """What class names make of an element; a site's templates name the same things again and again."""
    for kind, pattern in (("comments", _COMMENTS), ("aside", _ASIDE), ("offer", _OFFER)):
        if pattern.search(names):
            return kind
    return None


def _common(outline: Outline, elements: Sequence[int]) -> int:
    """The lowest element that holds all of them."""
    common = min(elements)
    while common > 0 and not all(outline.holds(common, element) for element in elements):
        common = outline.parents[common]
    return common


def _chunk(outline: Outline, within: int = 0) -> tuple[int, _Prose] | None:
    """The element that directly holds the most text; names are not believed where they leave out most of it."""
    paragraphs = [(line, weight) for line, weight in _paragraphs(outline) if outline.holds(within, line)]
    strict, lax = (_Prose(outline, paragraphs, strict=strict) for strict in (True, False))
    best, other = _densest(strict), _densest(lax)
    if other is None:
        return None
    if best is None or (lax.sum(0) > 2 * strict.sum(0) and lax.sum(other) > 3 * strict.sum(best)):
        return other, lax
    return best, strict


def _paragraphs(outline: Outline) -> list[tuple[int, int]]:
    """Block-level elements with text of their own, in document order, with its characters outside links."""
    weights: dict[int, int] = {}
    for text, link, line in zip(outline.texts, outline.links, outline.lines, strict=True):
        if link < 0:
            weights[line] = weights.get(line, 0) + len(text)
    return sorted((line, weight) for line, weight in weights.items() if weight >= _SHORTEST)


def _densest(prose: _Prose) -> int | None:
    outline = prose.outline
    scores: Counter[int] = Counter()
    for line, weight in zip(prose.lines, prose.weights, strict=True):
        holder = line if _is_holder(outline, line, weight) else outline.parents[line]
        scores[max(holder, 0)] += weight
    return max(scores, key=lambda element: (scores[element], -element)) if scores else None


def _is_holder(outline: Outline, line: int, weight: int) -> bool:
    """Whether a block with text of its own holds several paragraphs, parted by ``br``."""
    if outline.tags[line] == "p":
        return False
    first, last = outline.starts[line], outline.stops[line] - 1
    return weight > _LONGEST or (weight > _LONG and outline.runs[last] - outline.runs[first] > 1)


def _grown(outline: Outline, prose: _Prose, chunk: int, headline: int | None) -> int:
    """Ascend while much text comes in and few links, but not beyond what holds the headline too.

    What lies around headline and text, and is no ``article``, is taken only where the text found is the lesser part of it.
    """
    body, around = chunk, False
    for ancestor in outline.ancestors(chunk):
        if outline.tags[ancestor] in ("body", "html") or (headline is not None and outline.holds(body, headline)):
            break
        within, around = around, headline is not None and outline.holds(ancestor, headline)
        if within and outline.tags[ancestor] != "article" and prose.sum(ancestor) < 2 * prose.sum(body):
            break
        gain = prose.sum(ancestor) - prose.sum(body)
        if outline.link_size(ancestor) - outline.link_size(body) > max(300, 2 * gain):
            continue
        if gain * 4 > prose.sum(body) or _continues(outline, prose, body, ancestor):
            body = ancestor
    return body


def _continues(outline: Outline, prose: _Prose, body: int, ancestor: int) -> bool:
    """Whether paragraphs, or parts made like the body, stand right beside it."""
    if outline.parents[body] != ancestor:
        return False
    tag, names = _kind(outline, body)
    for child in outline.children(ancestor):
        if child == body or not prose.sum(child):
            continue
        other, called = _kind(outline, child)
        if other == "p" or (other == tag and (called == names or (called and names and (called < names or names < called)))):
            return True
    return False


def _kind(outline: Outline, element: int) -> tuple[str, frozenset[str]]:
    return outline.tags[element], frozenset(_DIGITS.sub("", outline.attributes(element).get("class") or "").split())


def _region(outline: Outline, body: int, headline: int | None) -> int:
    """What holds headline and text, or the ``article`` element around that."""
    holders = [body, *outline.ancestors(body)]
    region = next((element for element in holders if headline is not None and outline.holds(element, headline)), body)
    if outline.tags[region] == "article":
        return region
    return next((element for element in holders if element < region and outline.tags[element] == "article"), region)
