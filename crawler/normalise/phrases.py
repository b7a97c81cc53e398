"""Finding the longest phrase of a word list at the head or the tail of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")
Token = tuple[str, int, int]
"""A word or a mark, case-folded, with its place in the text."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_REACH = 60
"""Characters looked at: the longest phrase of the lists has 43."""


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase found: what the list says of it, and where it stands in the text."""

    value: Value
    start: int
    end: int


class Phrases(Generic[Value]):
    """A word list that is asked by words: case, blanks and the kind of apostrophe do not matter.

    >>> Phrases({"file photo": "archive"}).head("File  photo: AP")
    Match(value='archive', start=0, end=11)
    """

    def __init__(self, entries: dict[str, Value] | Iterable[tuple[str, Value]]) -> None:
        pairs = entries.items() if isinstance(entries, dict) else entries
        self._first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        self._all: dict[tuple[str, ...], Value] = {}
        for phrase, value in pairs:
            self._add(tuple(token for token, _, _ in _tokens(phrase)), value)
        for table in (self._first, self._last):
            for found in table.values():
                found.sort(key=lambda entry: -len(entry[0]))

    def _add(self, words: tuple[str, ...], value: Value) -> None:
        if words and words not in self._all:
            self._all[words] = value
            self._first.setdefault(words[0], []).append((words, value))
            self._last.setdefault(words[-1], []).append((words, value))

    def whole(self, text: str) -> Value | None:
        """What the list says of the whole text, edge marks apart."""
        if len(text) > _REACH:
            return None
        words = tuple(token for token, _, _ in _tokens(text))
        return self._all.get(words) or self._all.get(tuple(word for word in words if word.isalnum()))

    def head(self, text: str) -> Match[Value] | None:
        """The longest phrase that the text begins with, marks before it passed over."""
        tokens = _tokens(text[:_REACH])
        for index, (word, start, _) in enumerate(tokens[:3]):
            for words, value in self._first.get(word, ()):
                if tuple(token for token, _, _ in tokens[index : index + len(words)]) == words:
                    return Match(value, start, tokens[index + len(words) - 1][2])
            if word.isalnum():
                break
        return None

    def tail(self, text: str) -> Match[Value] | None:
        """The longest phrase that the text ends with, marks after it passed over."""
        offset = max(0, len(text) - _REACH)
        tokens = _tokens(text[offset:])
        for count in range(len(tokens), max(0, len(tokens) - 3), -1):
            for words, value in self._last.get(tokens[count - 1][0], ()):
                start = count - len(words)
                if start >= 0 and tuple(token for token, _, _ in tokens[start:count]) == words:
                    return Match(value, offset + tokens[start][1], offset + tokens[count - 1][2])
            if tokens[count - 1][0].isalnum():
                break
        return None


def _tokens(text: str) -> list[Token]:
    return [
        ("'" if found[0] in "’‘ʼ`´" else found[0].casefold(), found.start(), found.end()) for found in _TOKEN.finditer(text)
    ]
