"""Blocks that promote other articles: found by structure, and claimed before any text of the article is read.

A link becomes a card, cards become a block (``promo_cards``, ``promo_groups``). Names of classes are no condition, as much
markup has hashed ones: they are handed on as signals of the kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from crawler.evidence import RawBlock
from crawler.extract.page.container import Container
from crawler.extract.page.links import HEADINGS
from crawler.extract.page.outline import Outline
from crawler.extract.page.roles import names
from crawler.extract.page.spans import is_prose
from crawler.extract.promos.cards import Card, Cards
from crawler.extract.promos.groups import Group, find_groups
from crawler.extract.promos.links import Links
from crawler.extract.promos.teasers import read_card
from crawler.normalise.headings import heading_kind
from crawler.normalise.hosts import registered_domain

MOST_ITEMS = 12
"""Items read of one block: lists that the page shows to every reader go on for ever."""
MOST_CHOSEN = 40
"""The same for what was chosen for the article."""
MOST_ASIDE = 36
"""Items read of all blocks that stand before the body, and of all that follow it."""
_LONGEST_REMARK = 60
_MOST_BEFORE = 2
_MOST_HOLDERS = 6
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ENDED = re.compile(r"^(?:/|(?:e|end|ende|fin|akhir)\b)|(?<![a-z])(?:(?:end|ende|fin|akhir|stop)$|topics?|tags?|topik)")
"""Comments that end another part, or speak of a list of subjects."""
_ENTRY_HEIGHT = 4
_HIGHEST = 60
_ASIDE = re.compile(r"(?:^|[\s_-])(?:aside|side-?bar|rail|right-?(?:col\w*|side|rail)|secondary|rechts|ticker)(?:$|[\s_-])")
_COMMENTS = re.compile(r"(?:^|(?<!ajax)[\s_-])(?:comments?|kommentare?|disqus\w*|breadcrumbs?|pagination|share)(?:$|[\s_-])")


@dataclass(frozen=True, slots=True)
class Promo:
    """A block with the places it was read from: ``elements`` are cut out, ``spans`` are all its texts."""

    block: RawBlock
    elements: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


def find(outline: Outline, container: Container) -> tuple[Promo, ...]:
    """Every block that promotes other articles, in document order."""
    cards = Cards(Links(outline, container))
    kept = [group for group in find_groups(cards) if _promotes(outline, group)]
    prose = _prose(outline, container, kept)
    promos, aside = [], {False: 0, True: 0}
    for group in kept:
        placement = _placement(outline, container, group, prose)
        chosen = group.cards[0].inside or (group.label is not None and heading_kind(group.label) == "related")
        after = group.element > container.body
        if not chosen:
            aside[after] += min(len(group.cards), MOST_ITEMS)
        if chosen or aside[after] <= MOST_ASIDE:
            promos.append(_promo(outline, container, group, placement, most=MOST_CHOSEN if chosen else MOST_ITEMS))
    return tuple(promos)


def _promotes(outline: Outline, group: Group) -> bool:
    """Whether the group is a promotion rather than a link that the text itself gives."""
    if group.label and heading_kind(group.label):
        return True
    cards = group.cards
    if len(cards) == 1 and _stands_beside_writer(outline, cards[0]):
        return False
    if any(_names_other(outline.names(element)) for element in _around(outline, group.element, 3)):
        return False
    built = any(_is_built(outline, card) for card in cards)
    if not cards[0].inside:
        return built or len(cards) > 1 or outline.tags[outline.parents[cards[0].link]] == "li"
    return built or all(_is_own(outline, card) for card in cards)


def _stands_beside_writer(outline: Outline, card: Card) -> bool:
    """Whether the link is an entry of the list that names the writer: where the story was printed, how often it was read."""
    above = islice(outline.ancestors(card.link), _ENTRY_HEIGHT)
    entry = next((each for each in above if outline.tags[each] == "li"), None)
    if entry is None:
        return False
    beside = (each for each in outline.within(outline.parents[entry]) if not entry <= each < outline.ends[entry])
    return any(names(outline.words(each)).author for each in beside)


@lru_cache(maxsize=8192)
def _names_aside(names: str) -> bool:
    return bool(_ASIDE.search(names))


@lru_cache(maxsize=8192)
def _names_other(names: str) -> bool:
    return bool(_COMMENTS.search(names))


def _around(outline: Outline, element: int, count: int) -> tuple[int, ...]:
    """The element and so many of those it stands in."""
    return (element, *islice(outline.ancestors(element), count))


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


def _prose(outline: Outline, container: Container, groups: Sequence[Group]) -> tuple[int, int]:
    """The first and the last text of the body that is prose and in no group."""
    taken = bytearray(len(outline.texts))
    for group in groups:
        taken[group.first : group.last] = b"\1" * (group.last - group.first)
    start, stop = outline.starts[container.body], outline.stops[container.body]
    own = [n for n in range(start, stop) if outline.links[n] < 0 and is_prose(outline.texts[n]) and not taken[n]]
    return (own[0], own[-1]) if own else (start, start)


def _placement(outline: Outline, container: Container, group: Group, prose: tuple[int, int]) -> str:
    begin, end = prose
    if group.cards[0].inside and group.last <= begin and len(group.cards) > _MOST_BEFORE:
        return "aside"  # a list before the first sentence, in a table that lays the page out
    if group.cards[0].inside:
        # One card without a heading right after the text, and lines of a paragraph of links, were put there by hand.
        by_hand = (len(group.cards) == 1 and group.label is None) or all(_is_line(outline, card) for card in group.cards)
        return "inline" if group.first < end or by_hand else "end"
    around = _around(outline, group.element, _HIGHEST)
    beside = [element for element in around if not outline.holds(element, container.body)]
    after = group.element > container.body
    # A related list that follows the text is its end, whatever tag it bears; one beside it is named so.
    listed = after and group.label is not None and heading_kind(group.label) == "related"
    if any((outline.tags[element] == "aside" and not listed) or _names_aside(outline.names(element)) for element in beside):
        return "aside"
    if after:
        return "end"
    return "inline" if container.headline is not None and group.element > container.headline else "aside"


def _is_line(outline: Outline, card: Card) -> bool:
    """Whether the card is a line of a paragraph, alone or behind its label: "Read also: Ferry runs aground"."""
    return not card.whole or "p" in (outline.tags[card.element], outline.tags[outline.parents[card.element]])


def _promo(outline: Outline, container: Container, group: Group, placement: str, *, most: int) -> Promo:
    items = tuple(read_card(outline, card) for card in group.cards[:most])
    label = group.label
    if len(items) == 1 and items[0].kicker and heading_kind(items[0].kicker) and not (label and heading_kind(label)):
        label = items[0].kicker
    signals = _signals(outline, container, group)
    if not (label and heading_kind(label)) and (remark := _remark(outline, group)):
        signals = (remark, *signals)
    block = RawBlock(label=label, items=items, placement=placement, signals=signals)
    elements = (group.element,) if group.holds_all else tuple(card.element for card in group.cards if card.whole)
    spans = ((group.first, group.last),) if group.holds_all else tuple((card.first, card.last) for card in group.cards)
    return _with_label(outline, group, Promo(block, elements, spans))


def _signals(outline: Outline, container: Container, group: Group) -> tuple[str, ...]:
    """What markup calls the block and three it stands in; those within it too, where no heading says what they are.

    What holds the article's text as well is no name of a block, though it be called a sidebar.
    """
    first = group.cards[0].element
    inner = _around(outline, outline.parents[first], _MOST_HOLDERS) if group.label is None else ()
    within = [each for each in inner if group.element < each < first]
    around = (each for each in _around(outline, group.element, 3) if not outline.holds(each, container.body))
    found = (_called(outline, element) for element in (*within, *around))
    return tuple(words for words in found if words)


def _called(outline: Outline, element: int) -> str:
    """The element's words, those of ``RelatedTeasers_wrapper`` singly too, and the name of a custom element."""
    name, tag = outline.attributes(element).get("class") or "", outline.tags[element]
    parted = _HUMP.sub("-", name)
    own = outline.words(element) if parted == name else f"{outline.words(element)} {parted.lower()}"
    return f"{tag} {own}" if "-" in tag else own


def _remark(outline: Outline, group: Group) -> str | None:
    """What a comment in the markup right before the block, or before its cards, says of it ("related START")."""
    holders = _around(outline, group.cards[0].element, _MOST_HOLDERS)
    said = (_comment_before(outline.nodes[each]) for each in holders if each >= group.element)
    return next((text for text in said if text and len(text) <= _LONGEST_REMARK and not _ENDED.search(text)), None)


def _comment_before(node: LexborNode) -> str:
    before = node.prev
    if before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    return (before.comment_content or "").strip().lower() if before is not None and before.tag == "-comment" else ""


def _with_label(outline: Outline, group: Group, promo: Promo) -> Promo:
    """The promo with the line before it that labels it; the line's element too, where it holds nothing else."""
    line = group.label_line
    if line is None:
        return promo
    first = max(outline.starts[line], bisect_left(outline.runs, outline.runs[group.first - 1]))
    alone = (first, group.first) == (outline.starts[line], outline.stops[line])
    return Promo(promo.block, (line, *promo.elements) if alone else promo.elements, ((first, group.first), *promo.spans))
