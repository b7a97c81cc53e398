"""Blocks: cards that nothing but a label parts, the element around them, and that label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from crawler.extract.lines.noise import of_text
from crawler.extract.page.container import Container
from crawler.extract.page.links import HEADINGS, known_label, last_line
from crawler.extract.page.outline import Outline
from crawler.extract.promos.cards import Card, Cards
from crawler.normalise.headings import heading_kind

_LONGEST_LABEL = 80
_LINKED_LABEL = 25
"""Characters that the heading of a block may have in links: a hub's name, no headline."""
_LOOSE = 100
"""Characters that a block may hold beside its cards."""
_PROSE = 60
_HIGHEST = 60
"""How many elements two cards may be parted by and still be of one block."""
_LIST = 2
"""Cards from which on what a heading shares an element with is a list."""
_LABEL = re.compile(r"title|heading|headline|header|label|judul|titel|titre|titulo|caption")
_LABEL_ATTRIBUTES = ("data-label", "aria-label", "data-title", "data-heading", "title")
_LISTS = frozenset({"ul", "ol"})
_NO_LABELS = frozenset({"share", "navigation", "comment"})


@dataclass(slots=True)
class Group:
    """Cards that stand together, the element around them, and its label."""

    cards: list[Card]
    element: int
    first: int
    last: int
    floor: int = 0
    """The first text after the group before."""
    holds_all: bool = False
    """Whether the element holds the cards and little else."""
    label: str | None = None
    label_line: int | None = None


def find_groups(cards: Cards) -> Iterator[Group]:
    """The blocks of a page in document order, each with its label."""
    outline, container = cards.outline, cards.container
    return (_labelled(outline, container, group) for group in _grouped(cards))


def _grouped(cards: Cards) -> Iterator[Group]:
    """Runs of cards, each in the element that holds it alone."""
    outline = cards.outline
    current: list[Card] = []
    lower = floor = scope = 0
    for card, following in pairwise([*cards.find(), None]):
        assert card is not None
        current.append(card)
        if following is not None and _joined(outline, cards.container, card, following):
            scope = scope if len(current) > 1 else _scope(outline, card, floor)
            if len(current) < _LIST or outline.holds(scope, following.element):
                continue
        upper = following.element if following is not None else len(outline.nodes)
        element = _common(outline, current[0].element, current[-1].element)
        group = Group(current, element, current[0].first, current[-1].last, floor)
        yield _raised(cards, group, lower, upper)
        current, floor, lower = [], card.last, outline.ends[card.element] if card.whole else card.element


def _scope(outline: Outline, first: Card, floor: int) -> int:
    """What holds the first card and the heading right before it: cards beyond are not under that heading."""
    if first.first <= floor:
        return 0
    line = outline.lines[first.first - 1]
    return _common(outline, line, first.element) if outline.tags[line] in HEADINGS else 0


def _common(outline: Outline, one: int, other: int) -> int:
    """The lowest element that holds both; ``one`` comes first. The body where they are far apart."""
    for _ in range(_HIGHEST):
        if one < 0 or outline.holds(one, other):
            return max(one, 0)
        one = outline.parents[one]
    return 0


def _joined(outline: Outline, container: Container, card: Card, following: Card) -> bool:
    """Whether two cards that follow each other are of one block."""
    if card.inside != following.inside or (following.label and following.label != card.label):
        return False
    if card.label and not following.label and _is_titled(outline, following):
        return False
    if outline.unseen(card.element) != outline.unseen(following.element):
        return False
    return _share_element(outline, container, card, following) and not _parted(outline, card, following)


def _is_titled(outline: Outline, card: Card) -> bool:
    """Whether a card holds a heading of words that are not linked before its link: the title of another block."""
    before = range(card.element + 1, card.link)
    return any(
        _is_heading(outline, each) and not outline.link_size(each) and outline.ends[each] <= card.link for each in before
    )


def _share_element(outline: Outline, container: Container, card: Card, following: Card) -> bool:
    common = _common(outline, card.element, following.element)
    if outline.parents[card.element] == common == outline.parents[following.element]:
        return True
    return not outline.holds(common, container.body) and outline.tags[common] not in ("main", "body")


def _parted(outline: Outline, card: Card, following: Card) -> bool:
    """Whether a heading, a label or prose stands between two cards."""
    if any(_is_heading(outline, element) for element in range(outline.ends[card.element], following.element)):
        return True
    between = range(card.last, following.first)
    loose = sum(len(outline.texts[text].strip()) for text in between if outline.links[text] < 0)
    if not loose:
        return False
    if loose > (_PROSE if card.inside else 3 * _PROSE):
        return True
    first = outline.starts[following.link]
    line = outline.runs[first] if first < outline.stops[following.link] else None
    if any(outline.runs[text] != line and heading_kind(outline.texts[text].strip()) is not None for text in between):
        return True
    return any(_heads_list(outline, outline.lines[text], card, following) for text in between if outline.links[text] < 0)


def _heads_list(outline: Outline, line: int, card: Card, following: Card) -> bool:
    """Whether a line between two lists is named a title: the second list has a heading of its own."""
    first, second = outline.parents[card.element], outline.parents[following.element]
    if first == second or not outline.ends[first] <= line < second or outline.holds(line, following.element):
        return False
    return bool(_LABEL.search(outline.names(line))) and outline.tags[first] in _LISTS and outline.tags[second] in _LISTS


def _is_heading(outline: Outline, element: int) -> bool:
    return outline.tags[element] in HEADINGS and outline.stops[element] > outline.starts[element]


def _raised(cards: Cards, group: Group, lower: int, upper: int) -> Group:
    """Ascend from the cards to what holds them and their label alone; cards that share no such element stand for themselves."""
    outline = cards.outline
    if not all(card.whole for card in group.cards):
        return group
    own = sum(outline.unlinked[card.last] - outline.unlinked[card.first] for card in group.cards)
    element = group.element
    if outline.holds(element, cards.container.body) or outline.size(element) - own > _LOOSE:
        return group
    if _shows_picture(outline, range(element, group.cards[0].element)):
        return group
    while True:
        parent = outline.parents[element]
        if parent <= 0 or parent < lower or outline.ends[parent] > upper or outline.size(parent) - own > _LOOSE:
            break
        if cards.takes_article(parent, element):
            break
        element = parent
    return replace(group, element=element, first=outline.starts[element], last=outline.stops[element], holds_all=True)


def _shows_picture(outline: Outline, elements: range) -> bool:
    """Whether a captioned picture that is no link stands among the elements: the article's, before buttons and lists."""
    if not any(outline.tags[each] == "figcaption" for each in elements):
        return False
    pictures = (each for each in elements if outline.tags[each] == "img")
    return any("a" not in (outline.tags[each] for each in islice(outline.ancestors(picture), 6)) for picture in pictures)


def _labelled(outline: Outline, container: Container, group: Group) -> Group:
    """The group with its label: in its first card, before that in the group, or right before the group."""
    first = group.cards[0]
    if first.label:
        return replace(group, label=first.label)
    opening = max(group.first, group.floor)
    if opening < first.first:
        opening = _past_adverts(outline, opening, first)
        label = known_label(outline, opening, first.first) or _heading_text(outline, group, first)
        label = label or last_line(outline, opening, first.first)
        if len(label) <= _LONGEST_LABEL:
            return replace(group, label=label)
    label, line = _preceding(outline, container, group)
    if label is None:
        attributes = outline.attributes(group.element)
        label = next((value for name in _LABEL_ATTRIBUTES if (value := attributes.get(name))), None)
    return replace(group, label=label, label_line=line)


def _past_adverts(outline: Outline, opening: int, first: Card) -> int:
    """Where the block's own labels begin: past the mark of an empty advertising slot beside label and cards."""
    own = max(outline.starts[_common(outline, outline.lines[first.first - 1], first.element)], opening)
    mark = known_label(outline, opening, own) if opening < own < first.first else None
    return own if mark and heading_kind(mark) == "sponsored" else opening


def _heading_text(outline: Outline, group: Group, first: Card) -> str | None:
    for element in range(group.element + 1, first.element):
        if outline.starts[element] < group.floor or not _is_heading(outline, element):
            continue
        if outline.link_size(element) < _LINKED_LABEL:
            return outline.text(element)
    return None


def _preceding(outline: Outline, container: Container, group: Group) -> tuple[str | None, int | None]:
    """A label that stands alone right before the group, and its line; the first one where a row of tabs stands there."""
    if group.first <= group.floor:
        return None, None
    line = outline.lines[group.first - 1]
    common = _common(outline, line, group.element)
    if line in (common, container.headline) or outline.tags[line] in ("figure", "figcaption"):
        return None, None
    text = _row_label(outline, group, line, common) or last_line(outline, group.floor, group.first)
    if len(text) > _LONGEST_LABEL or of_text(text) in _NO_LABELS:
        return None, None
    kind, is_heading = heading_kind(text), outline.tags[line] in HEADINGS
    if kind is not None and (kind != "sponsored" or is_heading):
        return text, line
    if group.cards[0].inside or outline.holds(common, container.body):
        return None, None
    return (text, line) if is_heading or _LABEL.search(outline.names(line)) else (None, None)


def _row_label(outline: Outline, group: Group, line: int, common: int) -> str | None:
    """The first known label of a row of them."""
    row = line
    while outline.parents[row] > common:
        row = outline.parents[row]
    if outline.size(row) + outline.link_size(row) > _LONGEST_LABEL * 2:
        return None
    return known_label(outline, max(outline.starts[row], group.floor), group.first)
