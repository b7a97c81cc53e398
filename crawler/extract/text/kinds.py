"""What a line of the text is printed as: a paragraph, a heading, an item, a quote, a row of a table."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.evidence import BodyBlock, Segments
from crawler.extract.page.outline import Outline
from crawler.extract.page.walk import CELLS
from crawler.extract.text.lines import Line

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LONGEST_ROW = 300
"""Characters of a table's row; more in one row is a page laid out as a table."""
_LONGEST_HEADING = 80
_BOLD = frozenset({"b", "strong"})
_FINAL = frozenset(".!?…:;,»”\"'’。！？”)")


def as_printed(outline: Outline, line: Line, text: str, parts: Segments) -> BodyBlock:
    """The line as a block, by its element and those it stands in; a short line in bold is a heading."""
    tag = outline.tags[line.element]
    if tag in _HEADINGS:
        return BodyBlock("heading", text, parts, _HEADINGS[tag])
    if tag == "tr":
        cells = {_cell(outline, outline.owners[each], line.element) for each in line.texts}
        return BodyBlock("table" if len(cells) > 1 and len(text) <= _LONGEST_ROW else "paragraph", text, parts)
    for holder in (line.element, *_near(outline, line.element)):
        if outline.tags[holder] == "li":
            return BodyBlock("item", text, parts)
        if outline.tags[holder] == "blockquote":
            return BodyBlock("quote", text, parts)
    if _is_bold_heading(outline, line, text):
        return BodyBlock("heading", text, parts, 2)
    return BodyBlock("paragraph", text, parts)


def _cell(outline: Outline, owner: int, row: int) -> int:
    while outline.tags[owner] not in CELLS and outline.parents[owner] > row:
        owner = outline.parents[owner]
    return owner


def _is_bold_heading(outline: Outline, line: Line, text: str) -> bool:
    """Whether a short line is set in bold from end to end and is no sentence: a sub-heading without its tag."""
    if (
        len(text) > _LONGEST_HEADING
        or len(text) < 4
        or text[-1] in _FINAL
        or any(outline.links[each] >= 0 for each in line.texts)
    ):
        return False
    return all(_in_bold(outline, outline.owners[each], line.element) for each in line.texts)


def _in_bold(outline: Outline, owner: int, line: int) -> bool:
    while owner > line:
        if outline.tags[owner] in _BOLD:
            return True
        owner = outline.parents[owner]
    return False


def _near(outline: Outline, element: int) -> Iterator[int]:
    return (holder for holder, _ in zip(outline.ancestors(element), range(3), strict=False))
