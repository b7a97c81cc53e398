"""The dateline: who filed the story where and when, printed before its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.evidence import Context, Segment, Segments, plain
from crawler.normalise.datelines.head import Head, read_head
from crawler.normalise.datelines.parts import is_known_city, is_shouted, is_sure_city
from crawler.normalise.datelines.scripts import read_cjk

_MARK = re.compile(
    r"(?P<dash>\s*[–—―]+\s*|(?<=\))\s?\.\s?-{1,2}\s*|(?<=\.)-{1,2}\s*|\s-{1,2}\s+|(?<=[^\W\d_)])-{1,2}\s+|(?<=\))\s?-{1,2}\s*|\s·\s+|(?<=\))\s+(?=[\u0900-\u0dff]))"
    r"|(?P<colon>\s?[:：]\s+)"
    r"|(?P<stop>(?<=[)/])\.\s+|।\s*|\.\s+(?=[\"„“«]?[^\W\d_a-z]))"
)
_LONGEST_HEAD = 90
_MOST_MARKS = 4
_OPENING = re.compile(r"[\s*•·»>]*")
_STARTS_SENTENCE = re.compile(r"[\"“„«»'‘’(\[*]*(?:[^\W_a-zß-öø-ÿ]|\d)")
_LOOSE_LANGUAGES = frozenset({"id", "ms", "jv", "su"})
"""Where nearly every story opens with its place: a capitalised word or two before a spaced dash is one."""
_COLON_LANGUAGES = frozenset({"en", "ms", "id", "sw", "ur", "bn", "ta"})
"""Where houses print the place in capitals before a colon."""
_APART = frozenset({"b", "strong", "em", "i", "span", "cite"})
_FEWEST_WORDS = 2
_LOOSE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: ``text`` is it as printed, without the dash; of the rest only what it names is set.

    ``city`` is in natural case. ``date`` is ISO, ``MM-DD`` where no year is printed. ``section`` is a channel or a
    standing head ("VIVA Nasional", "Round Up").
    """

    text: str
    city: str | None = None
    outlet: str | None = None
    section: str | None = None
    agency: str | None = None
    reporter: str | None = None
    date: str | None = None


def split_dateline(text: str | Segments, context: Context, *, parts: Sequence[Segment] = ()) -> tuple[Dateline | None, str]:
    """Part the dateline from a first paragraph; ``(None, text)`` where none is sure.

    What stands before a dash, colon or stop is a dateline only if every part of it is known for what it is: the site's own
    name, an agency, a date, a place. A place alone must be shouted, a known city, an element of its own, or stand in a language
    whose stories all open with one. ``parts`` are the segments of the text, where it is given as a string.

    >>> split_dateline("MEXICO CITY (AP) — Growth slowed in May", Context())[1]
    'Growth slowed in May'
    """
    whole = text if isinstance(text, str) else plain(text)
    segments = parts if isinstance(text, str) else text
    opening = _OPENING.match(whole)
    stripped = whole[opening.end() if opening else 0 :]
    script = read_cjk(stripped, context)
    if script is not None:
        fields, end = script
        return Dateline(stripped[:end].strip(" :：=＝"), **fields), stripped[end:]
    best: tuple[Dateline | None, str] = (None, whole)
    for head, mark, rest in _cuts(stripped):
        found = _dateline(head, mark, rest, segments, context)
        if found is not None and (best[0] is None or found.agency or found.outlet or found.date):
            best = found, rest
    return best


def _cuts(text: str) -> Iterator[tuple[str, str, str]]:
    """The heads that can be a dateline, the shortest first, with the kind of mark behind and the rest."""
    marks = _MARK.finditer(text, 1, _LONGEST_HEAD + 3)
    for _, mark in zip(range(_MOST_MARKS), marks, strict=False):
        rest = text[mark.end() :]
        if len(rest.split(None, _FEWEST_WORDS)) >= _FEWEST_WORDS or not rest.isascii():
            yield text[: mark.start()].strip(), mark.lastgroup or "", rest


def _dateline(head: str, mark: str, rest: str, segments: Sequence[Segment], context: Context) -> Dateline | None:
    read = read_head(head, context)
    if read is None:
        return None
    strong = _is_strong(read, head, mark)
    if not strong and not (_STARTS_SENTENCE.match(rest) and _is_place_alone(read, mark, segments, context)):
        return None
    return Dateline(head, read.city, read.outlet, read.section, read.agency, None, read.date)


def _is_strong(read: Head, head: str, mark: str) -> bool:
    """An agency, a date beside a place, or the outlet before a dash; "Spiegel: Herr Minister …" is an interview."""
    if read.agency:
        return True
    if read.date and read.city and mark == "dash":
        comma = len(read.printed_city.split()) <= _LOOSE_WORDS and "," in head
        return is_sure_city(read.printed_city) or comma
    return bool(read.outlet) and (mark == "dash" or bool(read.city))


def _is_place_alone(read: Head, mark: str, segments: Sequence[Segment], context: Context) -> bool:
    language = (context.language or "")[:2]
    if read.city is None or read.outlet or read.date:
        return read.section is not None and mark == "dash"
    printed = read.printed_city
    if mark == "colon":
        return is_shouted(printed) and language in _COLON_LANGUAGES
    known = is_known_city(read.city)
    if mark == "stop":
        return known and language == "de"
    loose = language in _LOOSE_LANGUAGES and len(printed.split()) <= _LOOSE_WORDS
    return is_shouted(printed) or known or loose or _stands_apart(printed, segments)


def _stands_apart(head: str, segments: Sequence[Segment]) -> bool:
    """Whether the head is the whole of the first inline element, as ``<strong>Neuss</strong> · Was kann``."""
    if len(segments) < 2 or segments[0].tag not in _APART:
        return False
    return segments[0].text.strip(" -–—:·.") == head
