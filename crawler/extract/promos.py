"""Blocks that promote other articles: found by structure, and claimed before any text of the article is read.

A block is a run of cards (``promo_links``) that nothing but their label parts. Names of classes are no condition: much markup
has hashed ones. They are handed on as signals of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from urllib.parse import urlsplit

from crawler.evidence import RawBlock
from crawler.extract.container import Container
from crawler.extract.outline import Outline
from crawler.extract.promo_links import HEADINGS, Card, Links, known_label
from crawler.extract.teaser_cards import read_card
from crawler.normalise.headings import heading_kind
from crawler.normalise.hosts import registered_domain

MOST_ITEMS = 12
"""Items read of one block: lists that the page shows to every reader go on for ever."""
MOST_CHOSEN = 40
"""The same for what was chosen for the article."""
MOST_ASIDE = 36
"""Items read of all blocks that stand outside the body."""
_LONGEST_LABEL = 80
_LINKED_LABEL = 25
"""Characters that the heading of a block may have in links: a hub's name, no headline."""
_LOOSE = 100
"""Characters that a block may hold beside its cards."""
_PROSE = 60
_ASIDE = re.compile(r"(?:^|[\s_-])(?:aside|side-?bar|rail|right-?(?:col\w*|side|rail)|secondary|rechts|ticker)(?:$|[\s_-])")
_LABEL = re.compile(r"title|heading|headline|header|label|judul|titel|titre|titulo|caption")
_COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|kommentare?|disqus\w*|breadcrumbs?|pagination|share)(?:$|[\s_-])")
_LABEL_ATTRIBUTES = ("data-label", "aria-label", "data-title", "data-heading")


@dataclass(frozen=True, slots=True)
class Promo:
    """A block with the places it was read from: ``elements`` are cut out, ``spans`` are all its texts."""

    block: RawBlock
    elements: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Group:
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


def find(outline: Outline, container: Container) -> tuple[Promo, ...]:
    """Every block that promotes other articles, in document order."""
    links = Links(outline, container)
    cards = links.cards()
    groups = [_wrapped(outline, container, group) for group in _grouped(outline, container, cards, links)]
    kept = [group for group in groups if _promotes(outline, group)]
    end = _prose_end(outline, container, kept)
    promos, aside = [], 0
    for group in kept:
        placement = _placement(outline, container, group, end)
        chosen = group.cards[0].inside or (group.label is not None and heading_kind(group.label) == "related")
        if not chosen:
            aside += min(len(group.cards), MOST_ITEMS)
        if chosen or aside <= MOST_ASIDE:
            promos.append(_promo(outline, group, placement, most=MOST_CHOSEN if chosen else MOST_ITEMS))
    return tuple(promos)


def _grouped(outline: Outline, container: Container, cards: Sequence[Card], links: Links) -> Iterator[_Group]:
    """Runs of cards with the limits that their element must keep to."""
    current: list[Card] = []
    lower = floor = 0
    for card, following in pairwise([*cards, None]):
        assert card is not None
        current.append(card)
        if following is not None and _joined(outline, container, card, following, links):
            continue
        upper = following.element if following is not None else len(outline.nodes)
        element = _common(outline, current[0].element, current[-1].element)
        yield _raised(
            outline, container, _Group(current, element, current[0].first, current[-1].last, floor), links, lower, upper
        )
        current, floor, lower = [], card.last, outline.ends[card.element] if card.whole else card.element


def _common(outline: Outline, one: int, other: int) -> int:
    """The lowest element that holds both; ``one`` comes first."""
    while one >= 0 and not outline.holds(one, other):
        one = outline.parents[one]
    return max(one, 0)


def _joined(outline: Outline, container: Container, card: Card, following: Card, links: Links) -> bool:
    if card.inside != following.inside or (following.label and following.label != card.label):
        return False
    if outline.unseen(card.element) != outline.unseen(following.element):
        return False
    common = _common(outline, card.element, following.element)
    siblings = outline.parents[card.element] == common == outline.parents[following.element]
    if not siblings and (outline.holds(common, container.body) or outline.tags[common] in ("main", "body")):
        return False
    if any(_is_heading(outline, element) for element in range(outline.ends[card.element], following.element)):
        return False
    between = range(card.last, following.first)
    loose = sum(len(outline.texts[text].strip()) for text in between if outline.links[text] < 0)
    if not loose:
        return True
    if loose > (_PROSE if card.inside else 3 * _PROSE):
        return False
    return not any(_is_label(outline, text) for text in between)


def _is_heading(outline: Outline, element: int) -> bool:
    return outline.tags[element] in HEADINGS and outline.stops[element] > outline.starts[element]


def _is_label(outline: Outline, text: int) -> bool:
    return heading_kind(outline.texts[text].strip()) is not None


def _raised(outline: Outline, container: Container, group: _Group, links: Links, lower: int, upper: int) -> _Group:
    """Ascend from the cards to what holds them and their label alone; cards that share no such element stand for themselves."""
    if not all(card.whole for card in group.cards):
        return group
    cards = sum(outline.unlinked[card.last] - outline.unlinked[card.first] for card in group.cards)
    element = group.element
    if outline.holds(element, container.body) or outline.size(element) - cards > _LOOSE:
        return group
    while True:
        parent = outline.parents[element]
        if parent <= 0 or parent < lower or outline.ends[parent] > upper or links.takes_article(parent, element):
            break
        if outline.size(parent) - cards > _LOOSE:
            break
        element = parent
    return replace(group, element=element, first=outline.starts[element], last=outline.stops[element], holds_all=True)


def _wrapped(outline: Outline, container: Container, group: _Group) -> _Group:
    """The group with its label: in its first card, before that in the group, or right before the group."""
    first = group.cards[0]
    if first.label:
        return replace(group, label=first.label)
    opening = max(group.first, group.floor)
    if opening < first.first:
        label = (
            known_label(outline, opening, first.first)
            or _heading_text(outline, group, first)
            or _run_text(outline, opening, first.first)
        )
        if len(label) <= _LONGEST_LABEL:
            return replace(group, label=label)
    label, line = _preceding(outline, container, group)
    if label is None:
        attributes = outline.attributes(group.element)
        label = next((value for name in _LABEL_ATTRIBUTES if (value := attributes.get(name))), None)
    return replace(group, label=label, label_line=line)


def _heading_text(outline: Outline, group: _Group, first: Card) -> str | None:
    for element in range(group.element + 1, first.element):
        if (
            _is_heading(outline, element)
            and outline.starts[element] >= group.floor
            and outline.link_size(element) < _LINKED_LABEL
        ):
            return outline.text(element)
    return None


def _preceding(outline: Outline, container: Container, group: _Group) -> tuple[str | None, int | None]:
    """A label that stands alone right before the group; the first one where a row of tabs stands there."""
    before = group.first - 1
    if before < group.floor:
        return None, None
    line = outline.lines[before]
    common = _common(outline, line, group.element)
    if line == common or line == container.headline:
        return None, None
    sibling = line
    while outline.parents[sibling] != common:
        sibling = outline.parents[sibling]
    text = None
    if outline.size(sibling) + outline.link_size(sibling) <= _LONGEST_LABEL * 2:
        text = known_label(outline, max(outline.starts[sibling], group.floor), group.first)
    text = text or _run_text(outline, group.floor, group.first)
    if len(text) > _LONGEST_LABEL:
        return None, None
    kind, is_heading = heading_kind(text), outline.tags[line] in HEADINGS
    if kind is not None and (kind != "sponsored" or is_heading):
        return text, line
    named = is_heading or bool(_LABEL.search(outline.names(line)))
    return (text, line) if named and not group.cards[0].inside and not outline.holds(common, container.body) else (None, None)


def _run_text(outline: Outline, first: int, last: int) -> str:
    """The last line of these texts."""
    start = last - 1
    while start > first and outline.runs[start - 1] == outline.runs[last - 1]:
        start -= 1
    return " ".join("".join(outline.texts[start:last]).split())


def _promotes(outline: Outline, group: _Group) -> bool:
    """Whether the group is a promotion rather than a link that the text itself gives."""
    if group.label and heading_kind(group.label):
        return True
    cards = group.cards
    if any(
        _COMMENTS.search(outline.names(element)) for element in (group.element, *_some(outline.ancestors(group.element), 3))
    ):
        return False
    built = any(_is_built(outline, card) for card in cards)
    if not cards[0].inside:
        return built or len(cards) > 1
    return built or all(_is_own(outline, card) for card in cards)


def _some(elements: Iterator[int], count: int) -> list[int]:
    return [element for element, _ in zip(elements, range(count), strict=False)]


def _is_built(outline: Outline, card: Card) -> bool:
    """Whether the card has a heading or a picture."""
    return card.whole and any(
        outline.tags[element] == "img" or outline.tags[element] in HEADINGS
        for element in range(card.element, outline.ends[card.element])
    )


def _is_own(outline: Outline, card: Card) -> bool:
    href = outline.attributes(card.link).get("href") or ""
    if "//" not in href[:8]:
        return True
    try:
        host = urlsplit(href).hostname or ""
    except ValueError:
        return False
    return registered_domain(host) == registered_domain(outline.document.url)


def _prose_end(outline: Outline, container: Container, groups: Sequence[_Group]) -> int:
    """The last text of the body that is prose and in no group."""
    spans = [(group.first, group.last) for group in groups if group.cards[0].inside]
    for text in range(outline.stops[container.body] - 1, outline.starts[container.body] - 1, -1):
        if outline.links[text] < 0 and len(outline.texts[text]) > _PROSE and not any(a <= text < b for a, b in spans):
            return text
    return outline.starts[container.body]


def _placement(outline: Outline, container: Container, group: _Group, end: int) -> str:
    if group.cards[0].inside:
        return "inline" if group.first < end else "end"
    around = [group.element, *outline.ancestors(group.element)]
    beside = [element for element in around if not outline.holds(element, container.body)]
    if any(outline.tags[element] == "aside" or _ASIDE.search(outline.names(element)) for element in beside):
        return "aside"
    if group.element > container.body:
        return "end"
    return "inline" if container.headline is not None and group.element > container.headline else "aside"


def _promo(outline: Outline, group: _Group, placement: str, *, most: int) -> Promo:
    cards = group.cards[:most]
    items = tuple(read_card(outline, card) for card in cards)
    label = group.label
    if len(items) == 1 and items[0].kicker and heading_kind(items[0].kicker) and not (label and heading_kind(label)):
        label = items[0].kicker
    around = (group.element, *_some(outline.ancestors(group.element), 3))
    signals = tuple(words for element in around if (words := outline.words(element)))
    block = RawBlock(label=label, items=items, placement=placement, signals=signals)
    elements = (group.element,) if group.holds_all else tuple(card.element for card in group.cards if card.whole)
    spans = [(group.first, group.last)] if group.holds_all else [(card.first, card.last) for card in group.cards]
    if group.label_line is not None:
        elements = (group.label_line, *elements)
        spans.insert(0, (outline.starts[group.label_line], outline.stops[group.label_line]))
    return Promo(block, elements, tuple(spans))
