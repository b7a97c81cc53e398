"""A text as a row of classed tokens: the form in which the date grammar reads it.

Every token is one letter in ``Tokens.classes``, so that a pattern over tokens is a plain regular expression:
``d`` a number of one or two digits, ``c`` one of four that begins with 0, ``y`` another of four, ``n`` any other
number, ``z`` a zone, the letters of ``date_words.tsv`` for words, punctuation for itself, ``x`` for all else.
White space is no token.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crawler.normalise.dates.words import Meaning, Vocabulary, fold
from crawler.normalise.lexicon import rows

_LETTER = (
    r"[^\W\d_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
    r"|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0971-\u09e5\u09f0-\u0a65\u0a70-\u0ae5"
    r"\u0af0-\u0b65\u0b71-\u0be5\u0c00-\u0c65\u0c80-\u0ce5\u0d00-\u0d65\u0d80-\u0de5\u102b-\u103e\u200c]"
)
_TOKEN = re.compile(
    r"(?P<number>(?:19|20)\d\d(?=\d{1,2}:\d\d)|\d+)"
    r"|[AaPp]\.\s?[Mm]\b\.?|[AaPp]\s[Mm]\b\.|[ap]m(?=\b|[A-Z])|[AP]M(?=\b|[A-Z][a-z])"
    r"|[A-Z]{3,4}(?=Updated|Posted|Published|Modified)"
    r"|午前|午後|上午|下午|早上|凌晨|晚上|오전|오후|令和|平成|民國|民国"
    r"|\bta['’](?=\s)"
    r"|[\u0e00-\u0e7f]+(?:\.[\u0e00-\u0e7f]+)*"
    rf"|(?:{_LETTER})+(?:['’](?:{_LETTER})+)*"
    r"|\S"
)
_PUNCTUATION = {
    **{mark: mark for mark in ".,:/-|+()'"}, "’": "'",
    **dict.fromkeys("–—‐‑−", "-"), **dict.fromkeys("：", ":"), **dict.fromkeys("،、，", ","), **dict.fromkeys("·•｜¦", "|"),
    **dict.fromkeys("。．", "."), **dict.fromkeys("／⁄", "/"), **dict.fromkeys("（[", "("), **dict.fromkeys("）]", ")"),
}  # fmt: skip
_PREFIXES = ("d'", "d’", "l'", "ב", "ה")
_HALF = re.compile(r"[ap]\W*m\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens; ``classes``, ``values``, ``starts`` and ``ends`` have one entry each."""

    text: str
    classes: str
    values: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def printed(self, first: int, last: int) -> str:
        """The text from the token ``first`` up to, without, the token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def tokenise(text: str, words: Vocabulary) -> Tokens:
    """Part a text into classed tokens by the words of one language."""
    classes: list[str] = []
    values: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    previous = ""
    for match in _TOKEN.finditer(text):
        token = match[0]
        if match.lastgroup:
            previous, meaning = "", _number(token)
        elif mark := _PUNCTUATION.get(token):
            previous, meaning = "", (mark, 0)
        else:
            folded = fold(token)
            paired = words.pairs.get(previous)
            previous = folded
            if paired and folded in paired:
                classes[-1], values[-1] = paired[folded]
                ends[-1] = match.end()
                continue
            meaning = _word(token, folded, words)
            if meaning[0] == "m" and classes[-2:] == ["m", "/"] and values[-2] == meaning[1]:
                # "آب/أغسطس": a month by its two names.
                del classes[-1], values[-1], starts[-1], ends[-1]
                ends[-1] = match.end()
                continue
        classes.append(meaning[0])
        values.append(meaning[1])
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, "".join(classes), tuple(values), tuple(starts), tuple(ends))


def _number(token: str) -> Meaning:
    if len(token) > 9:
        return "n", 0
    value = int(token)
    if len(token) <= 2:
        return "d", value
    if len(token) == 4:
        return ("c" if value < 1000 else "y"), value
    return "n", value


def _word(token: str, folded: str, words: Vocabulary) -> Meaning:
    if known := words.words.get(folded):
        return known
    if token in zones() or token.upper() in _SPOKEN:
        return "z", 0
    if _HALF.fullmatch(token):
        return "a", 12 if folded[0] == "p" else 0
    if folded.startswith(_PREFIXES):
        bare = folded[2:] if folded[1:2] in ("'", "’") else folded[1:]
        return words.words.get(bare, ("x", 0))
    return "x", 0


_SPOKEN = frozenset({"WIB", "WITA", "GMT", "UTC", "CET", "CEST", "MEZ", "MESZ", "МСК"})
"""Zones that are also printed in lower case, and are no words."""


@cache
def zones() -> frozenset[str]:
    """All abbreviations of ``zones.tsv``."""
    return frozenset(row[0] for row in rows("zones"))
