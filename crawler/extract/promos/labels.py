"""Labels that stand within a card: "Read also" over a headline, the heading of a block that has one card only."""

from __future__ import annotations

from crawler.extract.page.links import HEADINGS, known_label
from crawler.extract.page.outline import Outline
from crawler.normalise.headings import heading_kind, is_label

_FEW = 6


def inner_label(outline: Outline, element: int, anchor: int) -> str | None:
    """A label that the card holds before its headline; the words of the button that follows it are none."""
    first, last = outline.starts[element], outline.stops[anchor]
    if last - first < 2:
        return None
    before = min(outline.starts[anchor], first + _FEW)
    label = known_label(outline, first, before) if first < before else None
    if not label and not is_label(outline.text(anchor)):
        label = known_label(outline, first, min(last, first + _FEW))
    kind = heading_kind(label) if label else None
    if kind == "related":
        return label
    heading = _own_heading(outline, element, anchor)
    return heading if heading or kind != "sponsored" else label


def _own_heading(outline: Outline, element: int, anchor: int) -> str | None:
    """The heading of a block that has this card only ("Terpopuler"); a badge on a card is no heading.

    It is known, or stands higher than the headline's own ("h3" above "h4"). The nearest to the link counts.
    """
    level, nearest = _level(outline, anchor), None
    for each in range(element + 1, anchor):
        if outline.tags[each] not in HEADINGS or outline.link_size(each) or outline.stops[each] > outline.starts[anchor]:
            continue
        text = outline.text(each)
        if text and (heading_kind(text) or outline.tags[each] < level):
            nearest = text
    return nearest


def _level(outline: Outline, anchor: int) -> str:
    """The tag of the heading that the link's text is; an empty one where it is none."""
    near = (outline.parents[anchor], *range(anchor + 1, min(outline.ends[anchor], anchor + _FEW)))
    return next((outline.tags[each] for each in near if outline.tags[each] in HEADINGS), "")
