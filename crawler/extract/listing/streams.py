"""The blocks of a section page: its chronological stream told apart from carousels, rankings, picks, adverts and menus.

``block`` of a place is stream, main, highlight, popular, picks, sponsored, aside or menu.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache

from selectolax.lexbor import LexborNode

from crawler.extract.listing.places import Place
from crawler.extract.page.document import tidy
from crawler.normalise.lexicon import rows

_WORD = re.compile(r"[a-z]+|\d+")
_DIGITS = re.compile(r"\d+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SLOTS = frozenset({"ad", "ads", "adslot", "adunit", "advert", "banner", "iklan", "dfp", "gpt", "werbung"})
_LABEL_LENGTH = 60
_MENU_TAGS = frozenset({"nav", "footer"})
_RANKS = ("sponsored", "menu", "popular", "picks", "highlight", "aside", "latest")
"""Which kind an element is of when its words speak for several: the first."""


def sort_blocks(places: Sequence[Place], *, rows: Container[int] = ()) -> dict[int, str]:
    """Give each place (by its index) the block it stands in; exactly one group of places is the stream.

    ``rows`` are elements (``mem_id``) that are known to be the rows of it.
    """
    common = _common(places)
    labels = _Labels({place.root.mem_id for place in places})
    kinds = [_kind(place, common, labels) for place in places]
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, place in enumerate(places):
        if kinds[index] in ("main", "latest"):
            groups.setdefault(_signature(place), []).append(index)
    blocks = {index: "main" if kind == "latest" else kind for index, kind in enumerate(kinds)}
    known = [index for index, place in enumerate(places) if _is_row(place, rows)]
    if known:
        blocks |= dict.fromkeys(known, "stream")
    elif groups:
        for index in max(groups.values(), key=lambda group: _weight(group, places, kinds)):
            blocks[index] = "stream"
    return blocks


def _is_row(place: Place, rows: Container[int]) -> bool:
    return any(mem_id in rows for link in place.links for mem_id in (link.node.mem_id, *link.trail))


def _common(places: Sequence[Place]) -> set[int]:
    """Elements that hold most of the page: their words say nothing of a single block."""
    held: dict[int, int] = {}
    for place in places:
        for mem_id in place.links[0].trail:
            held[mem_id] = held.get(mem_id, 0) + 1
    return {mem_id for mem_id, count in held.items() if count * 2 > len(places) and len(places) > 3}


def _kind(place: Place, common: set[int], labels: _Labels) -> str:
    found = {markup_kind(place.root)} | {markup_kind(link.node) for link in place.links}
    if any("sponsored" in (link.node.attributes.get("rel") or "") for link in place.links):
        return "sponsored"
    node, level = place.root, 0
    while level < 12:
        parent = node.parent
        if level < 5:
            label = labels.before(node)
            found.add(label if label != "sponsored" or node.mem_id not in common else "")
        if parent is None or parent.tag in ("body", "html", None):
            break
        if parent.mem_id not in common:
            found.add(markup_kind(parent))
        node, level = parent, level + 1
    return next((kind for kind in _RANKS if kind in found), "main")


def markup_kind(node: LexborNode) -> str:
    """The kind of block that an element's tag, class and id speak of; empty for none."""
    if node.tag in _MENU_TAGS:
        return "menu"
    if node.tag == "aside":
        return "aside"
    attributes = node.attributes
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return _named(name) if name != " " else ""


@cache
def _named(name: str) -> str:
    terms = _terms("markup")
    found = {terms[word] for word in _WORD.findall(_CAMEL.sub(" ", name).lower()) if word in terms}
    return next((kind for kind in _RANKS if kind in found), "")


@cache
def _terms(where: str) -> dict[str, str]:
    return {row[0]: row[1] for row in rows("listing_labels") if row[2] == where}


class _Labels:
    """What stands before the cards of a list; each is asked once, and the next one need look no further back than to it."""

    def __init__(self, roots: set[int]) -> None:
        self.roots = roots
        self._known: dict[int, str] = {}

    def before(self, node: LexborNode) -> str:
        """The kind that the nearest text before an element names, where that text is short enough to be a heading.

        Other cards of the list, their numbers and advertising slots between are passed over.
        """
        if node.mem_id not in self._known:
            self._known[node.mem_id] = self._find(node)
        return self._known[node.mem_id]

    def _find(self, node: LexborNode) -> str:
        for sibling in _before(node):
            if sibling.mem_id in self.roots or _is_slot(sibling):
                if (same := self._known.get(sibling.mem_id)) is not None:
                    return same
                continue
            text = sibling.text(deep=True) or ""
            short = tidy(text) if len(text) < _LABEL_LENGTH * 3 else text
            if any(map(str.isalpha, short)):
                return _terms("text").get(short.casefold().strip(" :»›>-–|·"), "") if len(short) <= _LABEL_LENGTH else ""
        return ""


def _is_slot(node: LexborNode) -> bool:
    name = node.attributes.get("class") if node.tag not in ("-text", None) else None
    return bool(name) and not _SLOTS.isdisjoint(_WORD.findall((name or "").lower()))


def _before(node: LexborNode) -> Iterator[LexborNode]:
    sibling = node.prev
    while sibling is not None:
        if sibling.tag not in ("script", "style", "noscript", "-comment", "template"):
            yield sibling
        sibling = sibling.prev


def _signature(place: Place) -> tuple[str, ...]:
    """How a card is built and listed: the tags from its headline up to its root, and the list's own name."""
    path = []
    node: LexborNode | None = place.best.node
    while node is not None and node.mem_id != place.root.mem_id:
        path.append(node.tag or "")
        node = node.parent
    parent = place.root.parent
    if parent is None:
        return (*path, place.root.tag or "")
    name = " ".join(_WORD.findall((parent.attributes.get("class") or "").lower()))
    return (*path, place.root.tag or "", parent.tag or "", _DIGITS.sub("", name))


def _weight(group: Sequence[int], places: Sequence[Place], kinds: Sequence[str]) -> float:
    distinct = {places[index].key for index in group}
    dated = sum(1 for index in group if places[index].root.css_first("time") is not None)
    latest = sum(1 for index in group if kinds[index] == "latest")
    spoken = sum(1 for index in group if places[index].best.heading)
    return len(distinct) * (1 + 0.5 * (dated * 2 > len(group)) + (latest * 2 > len(group)) + 0.5 * (spoken * 2 > len(group)))
