"""Cutting the text under one label into the pieces that each name one thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from crawler.normalise.agencies import find_agency
from crawler.normalise.bylines.noise import BREAK
from crawler.normalise.lexicon import table, words
from crawler.normalise.names import begins_name, is_given_name, looks_like_person, name_key

_HARD = re.compile(r"\x1f|\s*[|•;、،؛]\s*|\s*//+\s*|\s+[-–—]+\s*|\s+ـ+\s+|\s*[-–—]+\s+|^[-–—]+|[-–—]+$|\s*[…]+\s*|।+")
_STOP = re.compile(r"(?<=[a-zß-öø-ÿ]{3})\.\s+(?=[A-ZÀ-ÖØ-Þ])")
_DOTTED = frozenset({"jr", "sr", "st", "ph", "d", "dr", "red", "ag"})
"""Abbreviations that keep their dot at the end of a piece."""
_DOT = re.compile(r"\s*·\s*")
_SLASH = re.compile(r"(?<!\bs)(?<!\bd)\s*/\s*(?!in\b|innen\b|o\b)|\s*\+\s*")
_COMMA = re.compile(r"\s*,\s*(?![^()]*\))|\s*&\s*")
_CAMEL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,})")
_WITHIN = (
    "Mc",
    "Mac",
    "De",
    "Di",
    "Du",
    "La",
    "Le",
    "Van",
    "Von",
    "Fitz",
    "Da",
    "Del",
    "Mc-",
    "O",
    "Lo",
    "El",
    "Al",
    "St",
    "San",
    "Jo",
    "Mary",
    "Ann",
)
_MOST_WORDS = 6
_TALK = re.compile(
    r"\s+(?:im gespräch mit|in conversation with|en conversación con|en conversation avec|in gesprek met)\s+", re.IGNORECASE
)
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_PREFIXED = frozenset("וو")
_HAN_NAMES = re.compile(r"[\u3400-\u9fff]{2,6}(?:・[\u3400-\u9fff]{2,6})+")


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a byline and how it hangs on the one before it: hard (a mark or markup), comma, slash, word, or start.

    ``word`` is the joining word as printed, where one joins them.
    """

    text: str
    joint: str
    word: str = ""


def cut_pieces(text: str) -> list[Cut]:
    """The pieces of a text, in order, none empty, each with the joint before it."""
    out: list[Cut] = []
    carried = ""
    for hard in _HARD.split(text):
        word, rest = _leading_joiner(hard)
        first = "word" if word or carried else "hard"
        carried = (word or carried) if not rest.strip() else ""
        for at, slashed in enumerate(_split_slash(_STOP.sub(" / ", rest))):
            for number, piece in enumerate(_COMMA.split(slashed)):
                out.extend(_split_words(piece, "comma" if number else "slash" if at else first))
    kept = [cut for cut in out if cut.text]
    if kept:
        kept[0] = Cut(kept[0].text, "start")
    return kept


def _leading_joiner(text: str) -> tuple[str, str]:
    """The small joining word that a text between breaks is or begins with, and the rest: ``e Carlo Verdone``."""
    word, _, rest = text.strip().partition(" ")
    if text.isupper():
        joins = word.lower() in _joiners() and find_agency(rest) is not None
    else:
        joins = word.islower() and word in _joiners() and (not rest or _starts_with_name(rest.split()))
    return (word, rest) if joins else ("", text)


def cut_talk(text: str) -> tuple[str, str] | None:
    """The two sides of a printed conversation, who is asked first: ``X im Gespräch mit Y``."""
    sides = _TALK.split(text, maxsplit=1)
    return (sides[0], sides[1]) if len(sides) == 2 and sides[0] and sides[1] else None


def set_apart(text: str, units: Mapping[str, str]) -> str:
    """Set breaks around persons known by name where two and more of them stand in a text without anything between."""
    known = [key.split(" ") for key, kind in units.items() if kind == "Person" and " " in key]
    tokens = text.split(" ")
    if len(known) < 2 or len(tokens) < 4 or "," in text or BREAK in text:
        return text
    keys = [name_key(token) for token in tokens]
    edges = {edge for name in known for edge in _edges_of(name, keys)}
    if len(edges) < 3:
        return text
    return "".join((BREAK if at in edges else " " if at else "") + token for at, token in enumerate(tokens)).strip(BREAK)


def _edges_of(name: list[str], keys: list[str]) -> tuple[int, ...]:
    """Where the name begins and ends among the words; nothing where it does not stand there."""
    size = len(name)
    at = next((at for at in range(len(keys) - size + 1) if keys[at : at + size] == name), None)
    return () if at is None else (at, at + size)


def unglue(text: str) -> str:
    """Set the breaks back that lost markup left between a name and what follows: ``Ulrich ExnerKorrespondent``.

    Only between a full name and a capital inside a word, never after a prefix of surnames (``McX``, ``DeX``).
    """
    out: list[str] = []
    name: list[str] = []
    for token in text.split(" "):
        match = _CAMEL.search(token)
        head, tail = (token[: match.start()], token[match.start() :]) if match else (token, "")
        if tail and _parts(name, head, tail):
            out.append(" ".join([*name, head]))
            name = [tail]
        else:
            name.append(token)
    rest = _part_names(name) if len(name) > 3 else " ".join(name)
    return BREAK.join([*out, rest])


def _parts(name: list[str], head: str, tail: str) -> bool:
    """Whether a word breaks in two: a full name ends in its first half, or furniture of the page is its second."""
    if not name or len(name) > _MOST_WORDS or head.endswith(_WITHIN):
        return False
    return looks_like_person(" ".join([*name, head])) or tail.casefold() in words("byline_furniture")


def _part_names(tokens: list[str]) -> str:
    """Full names without anything between, by the given names that begin each: ``Anna Fink Jan Michael Marchart``."""
    starts = [0]
    for at in range(2, len(tokens) - 1):
        before = tokens[at - 1]
        joins = tokens[at].isupper() and tokens[at].lower() in _joiners()
        fresh = not joins and begins_name(tokens[at]) and not is_given_name(before) and len(before.strip(".")) > 1
        if fresh and at - starts[-1] > 1 and before.lower() not in words("name_particles"):
            starts.append(at)
    names = [" ".join(tokens[start:end]) for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True)]
    apart = len(names) > 1 and is_given_name(tokens[0]) and all(map(looks_like_person, names))
    return BREAK.join(names) if apart else " ".join(tokens)


def _split_slash(text: str) -> list[str]:
    """Parts at slashes and middle dots, unless it is a single word with a slash such as ``n/a``."""
    parts = [part for dotted in _DOT.split(text) for slashed in _SLASH.split(dotted) for part in _two_agencies(slashed)]
    return [name for part in parts for name in (part.split("・") if _HAN_NAMES.fullmatch(part) else [part])]


def _two_agencies(text: str) -> tuple[str, ...]:
    """Both agencies of ``STT-AFP``; the text itself where it names one, or somebody else."""
    first, hyphen, second = text.partition("-")
    if not hyphen or find_agency(text) or not (find_agency(first) and find_agency(second)):
        return (text,)
    return first, second


def _split_words(text: str, joint: str) -> list[Cut]:
    """Parts at joining words; words that also stand within names join only full names and agencies."""
    tokens = _apart(text.split())
    out, start, word = [], 0, ""
    for at, token in enumerate(tokens):
        kind = _joiners().get(token.lower())
        if kind is None or token.isupper() != text.isupper():
            continue
        left = " ".join(tokens[start:at])
        sure = kind == "sure" and (left or token.islower()) and (token == token.lower() or token.isupper())
        if sure or (_is_named(_ASIDE.sub("", left)) and _starts_with_name(tokens[at + 1 :])):
            out.append(Cut(_edges(left), joint, word))
            joint, word, start = "word", token, at + 1
    return [*out, Cut(_edges(" ".join(tokens[start:])), joint, word)]


def _apart(tokens: list[str]) -> list[str]:
    """In Hebrew and Arabic "and" is a prefix: it is set apart between two full names, and before an agency."""
    out: list[str] = []
    for at, token in enumerate(tokens):
        if at > 1 and token[0] in _PREFIXED and _is_joined(token, last=at + 1 == len(tokens)):
            out.extend((token[0], token[1:]))
        else:
            out.append(token)
    return out


def _is_joined(token: str, *, last: bool) -> bool:
    """Whether "and" hangs on the word: Weiss and Walid begin with the same letter."""
    return find_agency(token[1:]) is not None or (len(token) > 2 and not last and not is_given_name(token))


def _starts_with_name(tokens: list[str]) -> bool:
    full = any(looks_like_person(" ".join(tokens[:size])) for size in (2, 3, 4) if size <= len(tokens))
    return full or find_agency(" ".join(tokens)) is not None


def _is_named(text: str) -> bool:
    return looks_like_person(text) or find_agency(text) is not None


def _edges(text: str) -> str:
    text = text.strip(" ,;:|*•·-–—_=<>[]{}《》〈〉\"“”„«»‚‘’'~#@")
    last = text.rsplit(" ", 1)[-1][:-1]
    if text.endswith(".") and len(last) > 1 and "." not in last and last.casefold() not in _DOTTED:
        text = text[:-1]
    return text if "(" in text else text.strip("()[] ")


@cache
def _joiners() -> dict[str, str]:
    return table("byline_joiners")
