"""Which heading of a page is its article's, and the ``article`` element around it."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.extract.page.outline import Outline
from crawler.normalise.likeness import bare

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_SHORTEST_HEADLINE = 10
_SURE = 15
"""Letters of a stated headline that a heading with kicker may hold."""
_WHOLE = 1_000
"""Characters outside links that an ``article`` has which is one of several on a page."""


def told_heading(outline: Outline, stated: Iterable[str]) -> int | None:
    """The heading that says what the metadata say, or that holds it beside a kicker."""
    known = {bare(text) for text in stated} - {""}
    if not known:
        return None
    headings = (element for element, tag in enumerate(outline.tags) if tag in _HEADINGS and not outline.unseen(element))
    told = {element: bare(outline.text(element)) for element in headings}
    exact = (element for element, text in told.items() if text in known)
    longer = (element for element, text in told.items() if any(len(each) > _SURE and each in text for each in known))
    return next(exact, None) or next(longer, None)


def first_heading(outline: Outline, start: int) -> int | None:
    """The last ``h1`` before the text that begins with the element ``start``; else the first."""
    headings = (element for element, tag in enumerate(outline.tags) if tag == "h1")
    first = [element for element in headings if len(outline.text(element)) > _SHORTEST_HEADLINE]
    before = [element for element in first if element < start]
    return before[-1] if before else next(iter(first), None)


def own_article(outline: Outline, headline: int | None) -> int:
    """The ``article`` around the headline where others as long stand beside it, as on pages that never end; else the body."""
    own = next((each for each in outline.ancestors(headline) if outline.tags[each] == "article"), 0) if headline else 0
    if not own or outline.size(own) < _WHOLE:
        return 0
    others = (each for each, tag in enumerate(outline.tags) if tag == "article" and outline.size(each) >= _WHOLE)
    apart = (each for each in others if not outline.holds(own, each) and not outline.holds(each, own))
    return own if any(not _HEADINGS.isdisjoint(outline.tags[each : outline.ends[each]]) for each in apart) else 0
