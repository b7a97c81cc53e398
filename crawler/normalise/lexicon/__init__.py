"""Word lists, one data file each, with their sources in the file's head.

A list is a ``.tsv`` file beside this module: lines that start with ``#`` are comments,
empty lines are skipped, cells are parted by tabs.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """All rows of ``<name>.tsv``, each a tuple of its cells, stripped."""
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


@cache
def words(name: str) -> frozenset[str]:
    """The first cells of ``<name>.tsv``, case-folded."""
    return frozenset(row[0].casefold() for row in rows(name))


@cache
def table(name: str) -> dict[str, str]:
    """First cell, case-folded, to second cell."""
    return {row[0].casefold(): row[1] for row in rows(name)}
