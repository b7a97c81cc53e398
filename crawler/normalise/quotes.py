"""Media that a text names as the source of its news: "dikutip dari Independent"."""

from __future__ import annotations

import re
from functools import cache

from crawler.items import Credit
from crawler.normalise.agencies import find_agency
from crawler.normalise.datelines.parts import DOMAIN
from crawler.normalise.dates.words import fold, vocabulary
from crawler.normalise.lexicon import rows

_WORD = r"(?:(?:[A-Z]\.){2,}|[\w&'’+/-]+(?:\.[\w-]+)*)"
_NAME = re.compile(
    rf"[\"“„«'‘]?((?=[^\W_]){_WORD}(?:\s+(?:(?:of|de|del|di|da|the|y|e|und|and|&)\s)?(?=[^\W\d_a-z]){_WORD}){{0,4}})"
)
_EDGE = " .,;:'’\"“”«»-"
_REACH = 90
_MOST = 12
"""Sources of one text that are listed; what names more is a review of the press."""


def based_on(text: str) -> tuple[Credit, ...]:
    """Give the media that a text says it takes its news from, each once, in reading order.

    ``name`` is the medium as printed, ``name_raw`` the phrase with it, ``role`` is source. After a phrase that only
    media follow ("dikutip dari") any capitalised name counts, after others ("according to") only a known agency, a domain, or
    a name with a word that media bear ("Times"). Persons, authorities and platforms are none.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        return ()
    found: list[tuple[int, str, str]] = []
    vocabulary_of_text = set(lowered.split())
    for phrase, sure in _phrases():
        if phrase.partition(" ")[0] not in vocabulary_of_text:
            continue
        start = lowered.find(phrase)
        while start >= 0 and len(found) < _MOST:
            end = start + len(phrase)
            if not lowered[max(start - 1, 0) : start].isalnum() and text[end : end + 1] in {" ", "\n"}:
                name = _medium(text[end : end + _REACH].partition("\n\n")[0], sure)
                if name:
                    found.append((start, name, _raw(text, start, text.index(name, end) + len(name))))
            start = lowered.find(phrase, end)
    named: dict[str, Credit] = {}
    for _, name, raw in sorted(found, key=lambda item: (item[0], -len(item[2]))):
        named.setdefault(name.casefold(), Credit(type="Organization", name=name, name_raw=raw, role="source"))
    return tuple(named.values())


def _raw(text: str, start: int, end: int) -> str:
    """The phrase as printed, with the quotation mark that closes the name."""
    quoted = any(mark in text[start:end] for mark in '"“„«')
    return text[start : end + (quoted and text[end : end + 1] in {'"', "“", "”", "»"})]


def _medium(following: str, sure: bool) -> str | None:
    match = _NAME.match(_without_nouns(following.lstrip()))
    if match is None:
        return None
    words = _cut_dates(match[1].split())
    if not words or words[0].casefold().strip(_EDGE) in _words("other"):
        return None
    name = " ".join(words).strip(_EDGE)
    if DOMAIN.fullmatch(name):
        return name
    if not name[:1].isupper():
        return None
    if (agency := _leading_agency(words)) is not None:
        return agency
    known = any(word.casefold().strip(_EDGE) in _words("media") for word in words)
    return name if known or (sure and len(name) > 2) else None


def _without_nouns(text: str) -> str:
    """Take articles and common nouns ("laman", "the news agency") off the front."""
    for noun in _nouns():
        if text[: len(noun) + 1].casefold() == noun + " ":
            return _without_nouns(text[len(noun) + 1 :])
    return text


def _cut_dates(words: list[str]) -> list[str]:
    known = vocabulary("id").words
    end = next((n for n, word in enumerate(words) if n and known.get(fold(word.strip(_EDGE)), ("x", 0))[0] in "mw"), len(words))
    return words[:end]


def _leading_agency(words: list[str]) -> str | None:
    for end in range(len(words), 0, -1):
        name = " ".join(words[:end]).strip(_EDGE)
        agency = find_agency(name)
        if agency is not None and agency.kind in {"wire", "broadcaster"}:
            return name
    return None


@cache
def _phrases() -> tuple[tuple[str, bool], ...]:
    return tuple((row[0], row[1] == "sure") for row in rows("quoted_media") if row[1] in {"sure", "known"})


@cache
def _nouns() -> tuple[str, ...]:
    return tuple(sorted((row[0] for row in rows("quoted_media") if row[1] == "kind"), key=len, reverse=True))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row[0] for row in rows("quoted_media") if row[1] == kind)
