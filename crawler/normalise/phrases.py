"""Finding the longest phrase of a word list at the head or the tail of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")
Words = tuple[str, ...]

_TOKEN = re.compile(r"\w+|[^\w\s]")
_MARKS = 3
"""Marks passed over at an edge, and one word."""
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
        self._all: dict[Words, Value] = {}
        self._first: dict[str, tuple[int, ...]] = {}
        self._last: dict[str, tuple[int, ...]] = {}
        for phrase, value in pairs:
            words = _words(phrase)
            if words:
                self._all.setdefault(words, value)
                _add_length(self._first, words[0], len(words))
                _add_length(self._last, words[-1], len(words))

    def whole(self, text: str) -> Value | None:
        """What the list says of the whole text, edge marks apart."""
        if len(text) > _REACH:
            return None
        words = _words(text)
        return self._all.get(words) or self._all.get(tuple(word for word in words if word.isalnum()))

    def head(self, text: str) -> Match[Value] | None:
        """The longest phrase that the text begins with, marks before it passed over."""
        words = _words(text[:_REACH])
        for index, word in enumerate(words[:_MARKS]):
            for length in self._first.get(word, ()):
                value = self._all.get(words[index : index + length])
                if value is not None:
                    return _match(value, text[:_REACH], index, index + length)
            if word.isalnum():
                break
        return None

    def tail(self, text: str) -> Match[Value] | None:
        """The longest phrase that the text ends with, marks after it passed over."""
        offset = max(0, len(text) - _REACH)
        words = _words(text[offset:])
        for end in range(len(words), max(0, len(words) - _MARKS), -1):
            word = words[end - 1]
            for length in self._last.get(word, ()):
                start = max(0, end - length)
                value = self._all.get(words[start:end])
                if value is not None:
                    return _match(value, text[offset:], start, end, offset)
            if word.isalnum():
                break
        return None


def _add_length(table: dict[str, tuple[int, ...]], word: str, length: int) -> None:
    """Note that a phrase of so many words begins or ends with the word; the longest stand first."""
    table[word] = tuple(sorted({*table.get(word, ()), length}, reverse=True))


def _match(value: Value, text: str, first: int, last: int, offset: int = 0) -> Match[Value]:
    """The match of the words from ``first`` to before ``last``; a phrase in a shorter text ends with it."""
    places = [token.span() for token in _TOKEN.finditer(text)][first:last]
    return Match(value, offset + places[0][0], offset + places[-1][1])


@lru_cache(maxsize=2048)
def _words(text: str) -> Words:
    """The words and marks of a short text, case-folded; cached, as several lists ask for the same one in turn."""
    if text.isascii():
        return tuple(_TOKEN.findall(text.lower().replace("`", "'")))
    return tuple("'" if word in "’‘ʼ`´" else word.casefold() for word in _TOKEN.findall(text))
