"""Tables that lay a page out: a cell that holds several lines is a block of its own, not a part of its row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from crawler.extract.page.walk import CELLS

_MANY = 3
"""Lines in one cell that no row of figures holds."""
_LONG = 250
"""Characters of a cell with a second line that are more than a part of a row."""


class Laid(Protocol):
    """What is needed of the outline: tags and parents of the elements; texts with their owners, lines and runs."""

    tags: list[str]
    parents: list[int]
    texts: list[str]
    owners: list[int]
    lines: list[int]
    runs: list[int]


def part_cells(outline: Laid) -> None:
    """Make such cells the lines of their texts, and end a run before and after each: ``lines`` and ``runs`` are changed."""
    tags, lines, runs, texts = outline.tags, outline.lines, outline.runs, outline.texts
    if "tr" not in tags:
        return
    parents, owners = outline.parents, outline.owners
    cells = _cells(tags, parents, owners, lines)
    held: dict[int, list[int]] = {}
    for text, cell in enumerate(cells):
        if cell >= 0:
            held.setdefault(cell, []).append(text)
    blocks = {cell for cell, inside in held.items() if _is_block(inside, texts, runs)}
    shift, last, beside = 0, -1, -1
    for text, cell in enumerate(cells if blocks else ()):
        run = runs[text]
        shift += run == last and cell != beside and (cell in blocks or beside in blocks)
        last, beside = run, cell
        runs[text] = run + shift
        if cell in blocks:
            lines[text] = cell


def _cells(tags: Sequence[str], parents: Sequence[int], owners: Sequence[int], lines: Sequence[int]) -> list[int]:
    """For each text the cell whose row is its line; -1 for all others."""
    known: dict[int, int] = {}
    found: list[int] = []
    for owner, line in zip(owners, lines, strict=True):
        if tags[line] != "tr":
            found.append(-1)
            continue
        trail, current = [], owner
        while current not in known and parents[current] > line:
            trail.append(current)
            current = parents[current]
        cell = known.get(current, current if tags[current] in CELLS else -1)
        known.update(dict.fromkeys((*trail, current), cell))
        found.append(cell)
    return found


def _is_block(inside: Sequence[int], texts: Sequence[str], runs: Sequence[int]) -> bool:
    count = len({runs[text] for text in inside})
    return count >= _MANY or (count > 1 and sum(len(texts[text]) for text in inside) > _LONG)
