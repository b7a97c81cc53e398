"""The language of a text: what the page declares, held against its script and its small words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from crawler.evidence import Candidate
from crawler.normalise.lexicon import rows

_SCRIPTS = {
    "ja": "\u3040-\u30ff", "ko": "\uac00-\ud7a3", "zh": "\u3400-\u9fff", "th": "\u0e00-\u0e7f", "el": "\u0370-\u03ff",
    "he": "\u05d0-\u05ea", "hy": "\u0531-\u058f", "ka": "\u10a0-\u10ff", "ta": "\u0b80-\u0bff", "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff", "ml": "\u0d00-\u0d7f", "gu": "\u0a80-\u0aff", "pa": "\u0a00-\u0a7f", "bn": "\u0980-\u09ff",
    "si": "\u0d80-\u0dff", "km": "\u1780-\u17ff", "lo": "\u0e80-\u0eff", "my": "\u1000-\u109f", "am": "\u1200-\u137f",
    "devanagari": "\u0900-\u097f", "arabic": "\u0600-\u06ff", "cyrillic": "\u0400-\u04ff",
}  # fmt: skip
_RUNS = {name: re.compile(f"[{letters}]+") for name, letters in _SCRIPTS.items()}
_BEYOND_LATIN = re.compile(r"[\u0370-\uffff]")
_SHARED = {
    "devanagari": ("hi", "mr", "ne"),
    "arabic": ("ar", "fa", "ur", "ps"),
    "cyrillic": ("ru", "uk", "bg", "sr", "mk", "be", "kk"),
}
"""Scripts that several languages share; Latin has all others."""
_KINDRED = (
    {"no", "nb", "nn", "da"},
    {"id", "ms"},
    {"hr", "sr", "bs", "sl"},
    {"cs", "sk"},
    {"zh", "yue"},
    {"af", "nl"},
    {"gl", "pt"},
)
"""Languages whose small words are too alike to contradict a declaration."""
_CODE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
_RENAMED = {
    "in": "id",
    "iw": "he",
    "ji": "yi",
    "fil": "tl",
    "cn": "zh",
    "jp": "ja",
    "kr": "ko",
    "gr": "el",
    "cz": "cs",
    "ua": "uk",
}
_NAMED = {"english": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es", "indonesian": "id", "bahasa": "id"}
_WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u0963]+[^\W\d_]*)*")
_SAMPLE = 1200
"""Characters of the text that vote; one or two paragraphs settle it."""
_SCRIPT_SAMPLE = 400
_FEWEST_WORDS = 12
_CLEAR = 0.12
"""Share of small words from which a vote is clear: texts of known language have 0.25 to 0.5, other languages below 0.08."""
_FAINT = 0.05
_NONE = 0.02
_LONG_TEXT = 60
_AHEAD = 2.0
"""A text contradicts its declaration when another language has twice as many small words in it."""


def resolve_language(candidates: Sequence[Candidate], text: str) -> tuple[str | None, str | None]:
    """Give the text's language (ISO 639-1) and the source that says so; ``(None, None)`` where nothing does.

    A declaration wins unless the text clearly is in another script or language; of several declarations that differ the one
    that the text bears out, else the first. Without one the text decides, where it is long enough to.
    """
    declared = [(code, candidate.source) for candidate in _ranked(candidates) if (code := language_code(candidate.text))]
    votes = _votes(text[:_SAMPLE])
    if not declared:
        best = _best(votes)
        return (best, "text") if best else (None, None)
    supported = max(declared, key=lambda item: votes.get(item[0], 0.0) if len(votes) > 1 else 0)
    chosen = supported if _differ(declared) else declared[0]
    best = _best(votes)
    if best is None and _is_refuted(chosen[0], votes, text):
        best = _only(votes)
    if best and not _kindred(best, chosen[0]) and votes[best] > _AHEAD * votes.get(chosen[0], 0.0):
        return best, "text"
    return chosen


def language_code(declared: str) -> str | None:
    """Give the ISO 639-1 code (else 639-2) of a declaration such as ``de-AT``, ``en_US`` or ``English``; ``None`` for none."""
    text = declared.strip()
    if named := _NAMED.get(text.lower()):
        return named
    match = _CODE.fullmatch(text)
    if match is None:
        return None
    code = match[1].lower()
    code = _RENAMED.get(code, code)
    return None if code in {"und", "mul", "zxx", "xx"} else code


def _ranked(candidates: Sequence[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda candidate: -candidate.weight)


def _differ(declared: Sequence[tuple[str, str]]) -> bool:
    return len({code for code, _ in declared}) > 1


def _kindred(one: str, other: str) -> bool:
    return one == other or any({one, other} <= family for family in _KINDRED)


def _best(votes: dict[str, float]) -> str | None:
    if not votes:
        return None
    best = max(votes, key=lambda code: votes[code])
    return best if votes[best] >= _CLEAR else None


def _is_refuted(code: str, votes: dict[str, float], text: str) -> bool:
    """A text of some length without the declared language's small words is not in that language."""
    return _is_known(code) and len(text.split()) > _LONG_TEXT and votes.get(code, 0.0) < _NONE


def _only(votes: dict[str, float]) -> str | None:
    """The language that leads the others, where small words are few because the language joins them to its nouns."""
    ordered = sorted(votes, key=lambda code: -votes[code])
    if not ordered or votes[ordered[0]] < _FAINT:
        return None
    second = votes[ordered[1]] if len(ordered) > 1 else 0.0
    return ordered[0] if votes[ordered[0]] > _AHEAD * second else None


def _votes(text: str) -> dict[str, float]:
    """For each language the share of the text's words that are its small words; 1 for a script of one language."""
    script = _script(text[:_SCRIPT_SAMPLE])
    if script is None:
        return {}
    if script not in {"latin", *_SHARED}:
        return {script: 1.0}
    words = _WORD.findall(text.lower())
    if len(words) < _FEWEST_WORDS:
        return {}
    counts: dict[str, int] = {}
    speakers = _speakers(script)
    for word in words:
        for code in speakers.get(word, ()):
            counts[code] = counts.get(code, 0) + 1
    return {code: count / len(words) for code, count in counts.items()}


def _script(text: str) -> str | None:
    """The script of the text; what Latin it holds besides another is names and brands."""
    if not text.strip():
        return None
    foreign = len(_BEYOND_LATIN.findall(text))
    if foreign * 4 < len(text):
        return "latin"
    counts = {name: sum(map(len, runs.findall(text))) for name, runs in _RUNS.items()}
    if counts["ja"] * 8 > counts["zh"]:
        counts["ja"] += counts["zh"]
    return max(counts, key=lambda name: counts[name])


@cache
def _speakers(script: str) -> dict[str, tuple[str, ...]]:
    """Each small word of a script with the languages that have it."""
    shared = {code for codes in _SHARED.values() for code in codes}
    found: dict[str, tuple[str, ...]] = {}
    for code, listed in rows("stopwords"):
        if (code in _SHARED[script]) if script in _SHARED else (code not in shared):
            for word in dict.fromkeys(listed.split()):
                found[word] = (*found.get(word, ()), code)
    return found


@cache
def _is_known(code: str) -> bool:
    return any(row[0] == code for row in rows("stopwords"))
