"""A page laid out flat: its elements and texts in document order, so that any question about a subtree is a slice.

Elements and texts have index spaces of their own. Element ``i`` holds the elements ``i + 1 .. ends[i]`` and the texts
``starts[i] .. stops[i]``. What no reader of an article looks at (scripts, menus, the page's own header and
footer) is left out. Nothing here is recursive, and nothing is asked of the tree twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from selectolax.lexbor import LexborNode

from crawler.extract.document import Document
from crawler.extract.walk import BLOCKS, TEXTLESS, hidden, words_of

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
_LANDMARKS = frozenset({"article", "main"})
_MENUS = frozenset({"nav", "footer", "header"})
_NAVIGATION = frozenset({"navigation", "menu", "menubar", "contentinfo", "search"})


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
    """The nearest block-level element of each text."""
    runs: list[int] = field(default_factory=list)
    """Texts of one run stand on one line: no block begins or ends between them, and no ``br``."""
    anchors: list[int] = field(default_factory=list)
    """The ``a`` elements, in document order."""
    unlinked: list[int] = field(default_factory=list)
    """Running sum of characters outside links, one entry more than there are texts."""
    linked: list[int] = field(default_factory=list)
    """The same for characters within links."""
    _attributes: dict[int, dict[str, str | None]] = field(default_factory=dict)
    _words: dict[int, str] = field(default_factory=dict)
    _names: dict[int, str] = field(default_factory=dict)
    _unseen: dict[int, bool] = field(default_factory=dict)

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
            found = self._names[element] = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip().lower()
        return found

    def unseen(self, element: int) -> bool:
        """Whether the element or one it stands in is hidden by its own attributes."""
        trail = []
        current = element
        known = self._unseen
        while current >= 0 and current not in known:
            trail.append(current)
            current = self.parents[current]
        verdict = known.get(current, False)
        for each in reversed(trail):
            verdict = known[each] = verdict or hidden(self.attributes(each))
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

    def text(self, element: int) -> str:
        """All text under the element on one line."""
        return " ".join(" ".join(self.texts[self.starts[element] : self.stops[element]]).split())


def lay_out(document: Document) -> Outline:
    """Lay the page's body out flat; a page without one gives an empty outline."""
    outline = Outline(document)
    body = document.tree.body
    if body is not None:
        _Filler(outline).fill(body)
    sizes = list(map(len, outline.texts))
    outline.unlinked = [0, *accumulate(n if link < 0 else 0 for n, link in zip(sizes, outline.links, strict=True))]
    outline.linked = [0, *accumulate(n if link >= 0 else 0 for n, link in zip(sizes, outline.links, strict=True))]
    return outline


class _Filler:
    """One walk over the tree; the stack holds what to come back to, so depth is the page's to choose."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.parent, self.link, self.line, self.landmarks, self.run = -1, -1, 0, 0, 0
        self.blank = ""
        self.stack: list[tuple[int, int, int, int]] = []

    def fill(self, body: LexborNode) -> None:
        current: LexborNode | None = body
        while current is not None or self.stack:
            if current is None:
                current = self._close()
                continue
            tag = current.tag
            child = None
            if tag == "-text":
                self._text(current.text_content or "")
            elif tag is not None and tag not in _SKIPPED and tag[0] not in "-!":
                child = self._open(current, tag)
            current = child or (current.next if self.stack else None)

    def _text(self, text: str) -> None:
        if text.isspace():
            self.blank = " "
        elif text:
            outline = self.outline
            outline.texts.append(self.blank + text)
            outline.owners.append(self.parent)
            outline.links.append(self.link)
            outline.lines.append(self.line)
            outline.runs.append(self.run)
            self.blank = ""

    def _open(self, node: LexborNode, tag: str) -> LexborNode | None:
        """Record the element; what to go on with where it is entered."""
        outline = self.outline
        number, count = len(outline.nodes), len(outline.texts)
        if number >= MOST_ELEMENTS:
            return None
        outline.nodes.append(node)
        outline.tags.append(tag)
        outline.parents.append(self.parent)
        outline.ends.append(number + 1)
        outline.starts.append(count)
        outline.stops.append(count)
        if tag == "br":
            self.run += 1
            return None
        if tag == "a":
            outline.anchors.append(number)
        child = None if tag in _CLOSED or (tag in _MENUS and not self.landmarks and _is_menu(node, tag)) else node.first_child
        if child is None:
            return None
        self.stack.append((self.parent, self.link, self.line, self.landmarks))
        self.parent = number
        if tag == "a":
            self.link = number
        elif tag in BLOCKS:
            self.line = number
            self.run += 1
            self.landmarks += tag in _LANDMARKS
        return child

    def _close(self) -> LexborNode | None:
        outline, closed = self.outline, self.parent
        outline.ends[closed], outline.stops[closed] = len(outline.nodes), len(outline.texts)
        self.run += self.line == closed
        self.parent, self.link, self.line, self.landmarks = self.stack.pop()
        return outline.nodes[closed].next if self.stack else None


def _is_menu(node: LexborNode, tag: str) -> bool:
    """A landmark of the page itself; a header that holds the headline is the article's."""
    return tag == "nav" or node.css_first("h1") is None
