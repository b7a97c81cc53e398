"""Patterns that seldom match and take long to say so: they are asked only where a piece stands that every match holds.

Looking for twenty pieces takes a microsecond, a pattern of twenty branches for any case thirty times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rare:
    """A pattern and pieces in lower case, one of which stands in whatever it matches, once that is lowered."""

    pattern: re.Pattern[str]
    pieces: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """What the pattern finds first; ``None`` where it finds nothing."""
        lowered = text.lower()
        for piece in self.pieces:
            if piece in lowered:
                return self.pattern.search(text)
        return None


def branches(phrases: Iterable[str]) -> str:
    """A pattern of many phrases, the longer before the shorter, parted by first letter: few need a look at any place.

    >>> branches(["by", "bye", "von"])
    '(?:b(?:ye|y)|v(?:on))'
    """
    parted: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        parted.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    grouped = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in parted.items())
    return f"(?:{'|'.join(grouped)})"


def rare(pattern: str, pieces: str, *, any_case: bool = True) -> Rare:
    r"""Make one; blanks part the pieces.

    >>> bool(rare(r"ctrl\s?\+\s?enter", "ctrl").search("Select it and press Ctrl+Enter."))
    True
    """
    return Rare(re.compile(pattern, re.IGNORECASE if any_case else 0), tuple(pieces.split()))
