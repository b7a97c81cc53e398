"""The words of dates in one language: month names, half days, fillers, relative words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from crawler.normalise.lexicon import rows

_DROPPED = str.maketrans(dict.fromkeys("\u0307\u093c\u200c\u200e\u200f\u0640"))
_CLASSES = {"month": "m", "weekday": "w"}
_ALIASES = {"no": "nb", "nn": "nb", "in": "id", "iw": "he", "fil": "tl", "cmn": "zh", "yue": "zh"}

_LONG_NAME = 4

Meaning = tuple[str, int]
"""Class letter of ``date_words.tsv`` (``m`` month, ``w`` weekday besides) and value."""


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time: ``days`` are counted by the calendar, else ``seconds`` by the clock."""

    seconds: int
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What words mean in the dates of one language.

    ``pairs`` are names of two words: first word to second word to meaning. ``relative`` maps counted-back phrases without
    blanks ("{}jamyanglalu") to the span that each of them counts.
    """

    words: dict[str, Meaning]
    pairs: dict[str, dict[str, Meaning]]
    relative: dict[str, Span] = field(default_factory=dict)


def fold(word: str) -> str:
    """Give the form in which date words are compared: case-folded, composed, without invisible marks."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", folded.replace("’", "'")).translate(_DROPPED))


@cache
def vocabulary(language: str | None) -> Vocabulary:
    """Give the words for a language (ISO 639-1 or BCP 47; ``None`` where unknown).

    The language's own meaning comes first, then the English one, then any that all other languages share.
    """
    code = (language or "").lower().replace("_", "-").partition("-")[0]
    code = _ALIASES.get(code, code)
    meanings: dict[str, dict[Meaning, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, kind, number, languages in rows("date_names"):
        meanings[fold(name)][_CLASSES[kind], int(number)].update(languages.split())
    names = {name: chosen for name, options in meanings.items() if (chosen := _choose(name, options, code))}
    names.update(_other_words(code))
    pairs: dict[str, dict[str, Meaning]] = defaultdict(dict)
    for name, meaning in names.items():
        first, _, second = name.partition(" ")
        if second:
            pairs[first][second] = meaning
    return Vocabulary({name: meaning for name, meaning in names.items() if " " not in name}, dict(pairs), _relative(code))


def _choose(name: str, options: dict[Meaning, set[str]], code: str) -> Meaning | None:
    for wanted in (code, "en"):
        own = [meaning for meaning, languages in options.items() if wanted in languages]
        if own:
            return min(own)
    # "out" is October in Portuguese: short names of other languages are words of this one.
    return next(iter(options)) if len(options) == 1 and (not code or len(name) >= _LONG_NAME) else None


def _other_words(code: str) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for word, kind, *rest in rows("date_words"):
        value = rest[0] if rest else "0"
        languages = rest[1] if len(rest) > 1 else ""
        if not languages or code in languages.split():
            found[fold(word)] = kind, int(value)
    return found


_SECONDS = {"second": 1, "minute": 60, "hour": 3600}


def _relative(code: str) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for phrase, unit, count, languages in rows("relative_dates"):
        known = languages.split()
        if code in known or "en" in known:
            span = Span(0, int(count)) if unit == "day" else Span(_SECONDS[unit] * int(count))
            found[fold(phrase).replace(" ", "")] = span
    return found
