"""A regular-expression matcher that counts its steps, and the texts that make a pattern work hardest.

It backtracks as Python's own does; what it counts are characters looked at. Back-references match the empty text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from re import _constants as code  # type: ignore[attr-defined]  # there is no public parser of patterns
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Ends = Iterator[int]
Node = tuple[Any, Any]
BUDGET = 100_000
MANY = 12
"""A repetition that may come so often can grow with the text."""
_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    code.CATEGORY_DIGIT: str.isdecimal,
    code.CATEGORY_SPACE: str.isspace,
    code.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
    code.CATEGORY_NOT_DIGIT: lambda letter: not letter.isdecimal(),
    code.CATEGORY_NOT_SPACE: lambda letter: not letter.isspace(),
    code.CATEGORY_NOT_WORD: lambda letter: not (letter.isalnum() or letter == "_"),
}
_PROBES = " a1.-A,:é漢/(<'\"&;=\n@_0+"
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_LEAVES = (code.LITERAL, code.NOT_LITERAL, code.IN, code.ANY)


class SpentError(Exception):
    """More steps than ``BUDGET``."""


class Stepper:
    """Counts the steps of searching a text."""

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
        self.nodes: Sequence[Node] = tuple(parser.parse(source, pattern.flags & ~re.UNICODE & ~re.DEBUG))
        self.fold = bool(pattern.flags & re.IGNORECASE)
        self.steps = 0
        self.text = ""

    def search(self, text: str) -> int:
        """Give the steps of looking for the pattern at every place; ``SpentError`` where there are too many."""
        self.text, self.steps = text, 0
        for start in range(len(text) + 1):
            if next(self._run(self.nodes, 0, start), None) is not None:
                break
        return self.steps

    def _run(self, nodes: Sequence[Node], at: int, place: int) -> Ends:
        while at < len(nodes) and nodes[at][0] in _LEAVES:
            if not self._eats(nodes[at], place):
                return
            at, place = at + 1, place + 1
        if at == len(nodes):
            yield place
            return
        for end in self._one(*nodes[at], place):
            yield from self._run(nodes, at + 1, end)

    def _one(self, kind: Any, value: Any, place: int) -> Ends:
        if kind in _REPEATS:
            least, most, body = value
            ends = self._repeat(kind, tuple(body), least, int(most), place)
            yield from ends if kind is not code.POSSESSIVE_REPEAT else _first(ends)
        elif kind is code.BRANCH:
            for branch in value[1]:
                yield from self._run(tuple(branch), 0, place)
        elif kind is code.SUBPATTERN:
            yield from self._run(tuple(value[3]), 0, place)
        elif kind is code.ATOMIC_GROUP:
            yield from _first(self._run(tuple(value), 0, place))
        elif kind in (code.ASSERT, code.ASSERT_NOT):
            if self._looks(value[0], value[1], place) is (kind is code.ASSERT):
                yield place
        elif kind is not code.AT or self._stands(value, place):
            yield place

    def _repeat(self, kind: Any, body: Sequence[Node], least: int, most: int, place: int, done: int = 0) -> Ends:
        if kind is code.MIN_REPEAT and done >= least:
            yield place
        if done < most:
            for end in self._run(body, 0, place):
                if end > place or done < least:
                    yield from self._repeat(kind, body, least, most, end, done + 1)
        if kind is not code.MIN_REPEAT and done >= least:
            yield place

    def _looks(self, direction: int, body: Any, place: int) -> bool:
        start = place if direction > 0 else place - body.getwidth()[0]
        ends = self._run(tuple(body), 0, start) if start >= 0 else iter(())
        return any(direction > 0 or end == place for end in ends)

    def _stands(self, where: Any, place: int) -> bool:
        if where in (code.AT_BEGINNING, code.AT_BEGINNING_STRING):
            return place == 0
        if where in (code.AT_END, code.AT_END_STRING):
            return place == len(self.text)
        sides = [0 <= at < len(self.text) and _CATEGORIES[code.CATEGORY_WORD](self.text[at]) for at in (place - 1, place)]
        return (sides[0] != sides[1]) is (where is code.AT_BOUNDARY)

    def _eats(self, node: Node, place: int) -> bool:
        self.steps += 1
        if self.steps > BUDGET:
            raise SpentError
        return place < len(self.text) and fits(node, self.text[place], fold=self.fold)


def _first(ends: Ends) -> Ends:
    found = next(ends, None)
    return iter(()) if found is None else iter((found,))


def fits(node: Node, letter: str, *, fold: bool = False) -> bool:
    """Whether one character is what a node of one character wants."""
    kind, value = node
    if kind is code.ANY:
        return letter != "\n"
    if kind is code.IN:
        negated = value[0][0] is code.NEGATE
        return any(_within(item, letter, fold=fold) for item in value[negated:]) is not negated
    return _within((code.LITERAL, value), letter, fold=fold) is (kind is code.LITERAL)


def _within(item: Node, letter: str, *, fold: bool) -> bool:
    kind, value = item
    if kind is code.CATEGORY:
        return _CATEGORIES[value](letter)
    forms = {letter, letter.lower(), letter.upper()} if fold else {letter}
    low, high = value if kind is code.RANGE else (value, value)
    return any(len(form) == 1 and low <= ord(form) <= high for form in forms)


def sample(nodes: Sequence[Node]) -> str:
    """A short text that nodes match."""
    return "".join(_sample(node) for node in nodes)


def _sample(node: Node) -> str:
    kind, value = node
    if kind in _LEAVES:
        letters = (chr(value) if kind is code.LITERAL else "", *_PROBES, *_members(node))
        return str(next((letter for letter in letters if letter and fits(node, letter)), ""))
    if kind in _REPEATS:
        return sample(tuple(value[2])) * int(value[0])
    if kind is code.BRANCH:
        return sample(tuple(value[1][0]))
    if kind is code.SUBPATTERN:
        return sample(tuple(value[3]))
    return sample(tuple(value)) if kind is code.ATOMIC_GROUP else ""


def _members(node: Node) -> Iterator[str]:
    if node[0] is code.IN:
        yield from (
            chr(value if kind is code.LITERAL else value[0]) for kind, value in node[1] if kind in (code.LITERAL, code.RANGE)
        )


def worst(nodes: Sequence[Node], before: str = "") -> Iterator[tuple[str, str]]:
    """What leads to each repetition, and what it repeats."""
    for node in nodes:
        kind, value = node
        if kind in _REPEATS:
            body = tuple(value[2])
            if value[1] >= MANY and (again := sample(body) or "a"):
                yield before, again
            yield from worst(body, before)
        elif kind is code.BRANCH:
            for branch in value[1][:8]:
                yield from worst(tuple(branch), before)
        elif kind in (code.SUBPATTERN, code.ATOMIC_GROUP):
            yield from worst(tuple(value[3] if kind is code.SUBPATTERN else value), before)
        before += _sample(node)
