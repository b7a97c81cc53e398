"""A page laid out flat: its elements and texts in document order, so that any question about a subtree is a slice.

Elements and texts have index spaces of their own. Element ``i`` holds the elements ``i + 1 .. ends[i]`` and the texts
``starts[i] .. stops[i]``. What no reader of an article looks at (scripts, menus, the page's own header and
footer) is left out. Nothing here is recursive, and nothing is asked of the tree twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from operator import sub

from selectolax.lexbor import LexborNode

from crawler.extract.page.cells import part_cells
from crawler.extract.page.document import Document
from crawler.extract.page.walk import BLOCKS, TEXTLESS, hidden, words_of

MOST_ELEMENTS = 150_000
"""Beyond these a page is not read: no article needs them, and a page without end must not cost a run."""

_SKIPPED = TEXTLESS - {"noscript", "title", "video", "object", "audio", "iframe"} | {
    "link",
    "meta",
    "base",
    "param",
    "track",
    "wbr",
}
_CLOSED = frozenset({"video", "audio", "iframe", "object", "noscript"})
"""Recorded, but what is in them is no text: fallbacks, and pictures that the figures ask for themselves."""
_BREAKS = {"br": 1, "hr": 2}
"""Runs that an empty element ends; two end a paragraph."""
_LANDMARKS = frozenset({"article", "main"})
_MENUS = frozenset({"nav", "footer", "header"})
_SPECIAL = _CLOSED | _MENUS


@dataclass(slots=True)
class Outline:
    """The flat page. ``parents`` is -1 for the body; ``links`` is -1 for a text that stands in no link."""

    document: Document
    nodes: list[LexborNode] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """Raw texts, none of them blank; one that a blank text precedes begins with a blank."""
    owners: list[int] = field(default_factory=list)
    """The element that each text stands in."""
    links: list[int] = field(default_factory=list)
    """The ``a`` that each text stands in."""
    lines: list[int] = field(default_factory=list)
    """The nearest block-level element of each text; a cell that holds several lines is one."""
    runs: list[int] = field(default_factory=list)
    """Texts of one run stand on one line: no block begins or ends between them, and no ``br`` or ``hr``."""
    anchors: list[int] = field(default_factory=list)
    """The ``a`` elements, in document order."""
    unlinked: list[int] = field(default_factory=list)
    """Running sum of characters outside links, one entry more than there are texts."""
    linked: list[int] = field(default_factory=list)
    """The same for characters within links."""
    addresses: dict[int, str | None] = field(default_factory=dict)
    """Addresses of pictures, as far as they were asked for."""
    _attributes: dict[int, dict[str, str | None]] = field(default_factory=dict)
    _words: dict[int, str] = field(default_factory=dict)
    _names: dict[int, str] = field(default_factory=dict)
    _unseen: dict[int, bool] = field(default_factory=dict)
    _named: dict[int, int] = field(default_factory=dict)
    _texts: dict[int, str] = field(default_factory=dict)

    def attributes(self, element: int) -> dict[str, str | None]:
        """The element's attributes, read once."""
        found = self._attributes.get(element)
        if found is None:
            found = self._attributes[element] = self.nodes[element].attributes
        return found

    def words(self, element: int) -> str:
        """What its markup calls the element, as ``document.words`` has it."""
        found = self._words.get(element)
        if found is None:
            found = self._words[element] = words_of(self.attributes(element))
        return found

    def names(self, element: int) -> str:
        """Class and id words, lower case: what its author named the element."""
        found = self._names.get(element)
        if found is None:
            attributes = self.attributes(element)
            name, mark = attributes.get("class") or "", attributes.get("id")
            found = self._names[element] = (f"{name} {mark}" if mark else name).strip().lower()
        return found

    def named(self, element: int) -> int:
        """The element, or the nearest one it stands in, that its markup calls something; the body where none is."""
        known, trail = self._named, []
        while element > 0 and element not in known and not self.words(element):
            trail.append(element)
            element = self.parents[element]
        found = known.get(element, element)
        known.update(dict.fromkeys(trail, found))
        return found

    def unseen(self, element: int) -> bool:
        """Whether the element or one it stands in is hidden by its own attributes."""
        known = self._unseen
        verdict = known.get(element)
        if verdict is not None:
            return verdict
        trail, current = [element], self.parents[element]
        while current >= 0 and current not in known:
            trail.append(current)
            current = self.parents[current]
        verdict = known.get(current, False)
        for each in reversed(trail):
            verdict = known[each] = verdict or _hides(self.attributes(each))
        return verdict

    def size(self, element: int) -> int:
        """Characters outside links under the element."""
        return self.unlinked[self.stops[element]] - self.unlinked[self.starts[element]]

    def link_size(self, element: int) -> int:
        """Characters within links under the element."""
        return self.linked[self.stops[element]] - self.linked[self.starts[element]]

    def holds(self, element: int, other: int) -> bool:
        """Whether ``other`` is the element itself or stands in it."""
        return element <= other < self.ends[element]

    def ancestors(self, element: int) -> Iterator[int]:
        """The elements it stands in, innermost first."""
        current = self.parents[element]
        while current >= 0:
            yield current
            current = self.parents[current]

    def within(self, element: int) -> range:
        """The elements under it, in document order."""
        return range(element + 1, self.ends[element])

    def children(self, element: int) -> Iterator[int]:
        """Its direct children."""
        child, end = element + 1, self.ends[element]
        while child < end:
            yield child
            child = self.ends[child]

    def add_text(self, text: str, owner: int, link: int, line: int, run: int) -> None:
        """Record a text with the element it stands in, its link, line and run."""
        self.texts.append(text)
        self.owners.append(owner)
        self.links.append(link)
        self.lines.append(line)
        self.runs.append(run)

    def text(self, element: int) -> str:
        """All text under the element on one line."""
        found = self._texts.get(element)
        if found is None:
            texts = self.texts[self.starts[element] : self.stops[element]]
            found = self._texts[element] = " ".join((texts[0] if len(texts) == 1 else " ".join(texts)).split())
        return found


def _hides(attributes: dict[str, str | None]) -> bool:
    """``walk.hidden``, asked only where a word of the attributes gives reason to."""
    style, name = attributes.get("style"), attributes.get("class")
    telling = "hidden" in attributes or (style and ("none" in style or "idden" in style))
    named = name and ("only" in name or "idden" in name or "eader" in name or "aterial-" in name)
    return bool(telling or named) and hidden(attributes)


def lay_out(document: Document) -> Outline:
    """Lay the page's body out flat; a page without one gives an empty outline."""
    outline = Outline(document)
    body = document.tree.body
    if body is not None:
        _fill(outline, body)
        part_cells(outline)
    outline.anchors = [element for element, tag in enumerate(outline.tags) if tag == "a"]
    sizes = list(map(len, outline.texts))
    loose = [n if link < 0 else 0 for n, link in zip(sizes, outline.links, strict=True)]
    outline.unlinked = [0, *accumulate(loose)]
    outline.linked = [0, *accumulate(map(sub, sizes, loose))]
    return outline


def _fill(outline: Outline, body: LexborNode) -> None:
    """Walk the tree once. The stack holds what to come back to, so depth is the page's to choose; one loop, for its speed."""
    nodes, tags, parents, ends = outline.nodes, outline.tags, outline.parents, outline.ends
    starts, stops = outline.starts, outline.stops
    stack: list[tuple[LexborNode, int, int, int, int]] = []
    number, count, parent, link, line, landmarks, run, blank = 0, 0, -1, -1, 0, 0, 0, ""
    current: LexborNode | None = body
    while current is not None or parent >= 0:
        if current is None:
            ends[parent], stops[parent] = number, count
            run += line == parent
            current, parent, link, line, landmarks = stack.pop()
            current = current.next if parent >= 0 else None
            continue
        tag = current.tag
        if tag == "-text":
            text = current.text_content or ""
            if text and not text.isspace():
                outline.add_text(blank + text, parent, link, line, run)
                count, blank = count + 1, ""
            elif text:
                blank = " "
        elif tag not in _SKIPPED and tag is not None and tag[0] not in "-!" and number < MOST_ELEMENTS:
            nodes.append(current)
            tags.append(tag)
            parents.append(parent)
            ends.append(number + 1)
            starts.append(count)
            stops.append(count)
            run += _BREAKS.get(tag, 0)
            number, child = number + 1, current.first_child
            if child is not None and (tag not in _SPECIAL or _is_entered(current, tag, landmarks)):
                stack.append((current, parent, link, line, landmarks))
                parent, current = number - 1, child
                if tag in BLOCKS:
                    line, run, landmarks = parent, run + 1, landmarks + (tag in _LANDMARKS)
                elif tag == "a":
                    link = parent
                continue
        current = current.next if stack else None


def _is_entered(node: LexborNode, tag: str, landmarks: int) -> bool:
    """Whether to go into an element of note; a header that holds the headline is the article's, not the page's."""
    if tag in _CLOSED:
        return False
    return bool(landmarks) or tag not in _MENUS or (tag != "nav" and node.css_first("h1") is not None)
