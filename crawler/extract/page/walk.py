"""Going through the seen part of a tree, and what markup calls its elements."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from selectolax.lexbor import LexborNode

_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tr ul"
)
_TEXTLESS = (
    "script style noscript template svg math iframe object embed select option datalist textarea audio video canvas "
    "head title rt rp"
)
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin and end a line. A table's row is a line, its cells are not."""
CELLS = frozenset({"td", "th", "button"})
"""Elements within a line whose text never touches what is beside them."""
TEXTLESS = frozenset(_TEXTLESS.split())
"""Elements whose text nobody sees as part of the page's text."""

_HIDING = re.compile(r"display:none|visibility:hidden")
_UNSEEN = re.compile(
    r"\b(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|screen-reader-only)\b|\bmaterial-(?:icons|symbols)"
)
_NAMING = re.compile(
    r"^data-(?:.*-)?(?:test|testid|qa|cy|component|module|block|type|role|name|element|field|section|area)(?:-?id|-?name)?$"
)
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060-\u2063\u2066-\u2069\u202a-\u202e\ufeff]+")
_UNPRINTED = re.compile("[\u00ad\u2060-\u2063\ufeff]+")


def tidy(text: str) -> str:
    """White space collapsed; soft hyphens, zero-width and direction marks taken out (joiners stay: scripts need them)."""
    clean = " ".join(text.split())
    # What is to be taken out is not printable: nearly all texts need no second look.
    return clean if clean.isascii() or clean.isprintable() else " ".join(_INVISIBLE.sub("", clean).split())


def as_printed(node: LexborNode, text: str) -> str:
    """An element's tidy text with the marks of direction and the zero-width blanks that it has on the page."""
    raw = " ".join(_UNPRINTED.sub("", node.text(deep=True) or "").split())
    return raw if raw != text and tidy(raw) == text else text


def words_of(attributes: dict[str, str | None]) -> str:
    """``words`` for attributes already at hand."""
    found: list[str] = []
    for name, value in attributes.items():
        if name in ("class", "id", "rel", "itemprop", "role"):
            found.append(value or "")
        elif name.startswith("data-"):
            found.append(name)
            if value and len(value) < 60 and _NAMING.match(name):
                found.append(value)
    return " ".join(found).lower() if found else ""


def hidden(attributes: dict[str, str | None]) -> bool:
    """Whether the element's own attributes keep its text from being seen."""
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if style and _HIDING.search(style.replace(" ", "").lower()):
        return True
    return bool(_UNSEEN.search((attributes.get("class") or "").lower()))


def walk(node: LexborNode, *, skip: Container[int] = frozenset()) -> Iterator[tuple[str, LexborNode]]:
    """The seen part of a subtree in order: ``open`` and ``close`` of elements, ``text``, and ``break`` where a line ends.

    Without recursion: depth is the page's to choose.
    """
    stack: list[tuple[LexborNode, bool]] = []
    current: LexborNode | None = node
    while current is not None or stack:
        if current is None:
            parent, is_block = stack.pop()
            yield "close", parent
            if is_block:
                yield "break", parent
            current = parent.next if stack else None
            continue
        tag = current.tag
        if tag == "-text":
            yield "text", current
        elif tag == "br":
            yield "break", current
        elif _entered(current, tag, skip):
            is_block = tag in BLOCKS
            if is_block:
                yield "break", current
            yield "open", current
            stack.append((current, is_block))
            current = current.first_child
            continue
        current = current.next if stack else None


def _entered(node: LexborNode, tag: str | None, skip: Container[int]) -> bool:
    if tag is None or tag[0] in "-!" or tag in TEXTLESS:
        return False
    return not hidden(node.attributes) and node.mem_id not in skip
