"""Job titles, desks and credentials as bylines print them beside names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crawler.normalise.agencies import find_agency
from crawler.normalise.lexicon import words
from crawler.normalise.names import is_given_name, looks_like_person

_EDGE = ".,:;()[]\"'“”„"
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DOMAIN = re.compile(r"(?:[\w-]{2,40}\.){1,3}[A-Za-z]{2,10}")
_DOTS = re.compile(r"[.®™*]")
_OWN = re.compile(
    r"^(?:von|by|from|par|por|av|van|da|de|di|della)?\s*(?:unsere[rmn]?|our|onze|notre|nuestra|nossa|vår)\s+", re.IGNORECASE
)


_OF = re.compile(r"^(?:da|dalla|della|de la|de)\s+(?=réda|reda)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Titled:
    """A name and the words printed around it, each without its marks; empty where absent."""

    name: str
    title: str = ""
    prefix: str = ""
    suffix: str = ""


def part_title(text: str, *, language: str | None = None) -> Titled | None:
    """Part a job title from the name before or after it; ``None`` where the text holds no word that heads one.

    >>> part_title("Thabo Mokone Parliamentary editor")
    Titled(name='Thabo Mokone', title='Parliamentary editor', prefix='', suffix='')
    """
    tokens = text.split()
    head = next((at for at, token in enumerate(tokens) if _heads(token)), None)
    if head is None or (len(tokens) == 2 and head == 1 and is_given_name(tokens[0]) and not _is_job(tokens[1])):
        return None
    start = head
    while start > 0 and tokens[start - 1].strip(_EDGE).casefold() in words("job_modifiers"):
        start -= 1
    if start == 3 and tokens[2].casefold() in words("newsroom_words"):
        start = 2
    for cut in range(start if start or is_given_name(tokens[0]) else head + 1, head + 1):
        if looks_like_person(" ".join(tokens[:cut]), language=language):
            return Titled(" ".join(tokens[:cut]).strip(" ,-–—"), " ".join(tokens[cut:]))
    last = next((at for at in range(len(tokens) - 1, head, -1) if _heads(tokens[at])), head)
    return _title_first(tokens, last, language) or Titled(" ".join(tokens[:start]), " ".join(tokens[start:]))


def part_honours(text: str) -> Titled:
    """Part ``Dr.``, ``Prof.`` before and ``PhD``, ``CFP®`` behind a name from it.

    >>> part_honours("Prof. Dr. Jane Doe, PhD")
    Titled(name='Jane Doe', title='', prefix='Prof. Dr.', suffix='PhD')
    """
    tokens = text.split()
    first, last = 0, len(tokens)
    lone = len(tokens) == 2 and is_given_name(tokens[0]) and "." not in tokens[0]
    while not lone and first < last - 1 and _plain(tokens[first]) in words("honorifics") and _is_set_off(tokens[first]):
        first += 1
    while last > first + 1 and is_credential(tokens[last - 1]):
        last -= 1
    name = " ".join(tokens[first:last]).rstrip(",")
    return Titled(name, "", " ".join(tokens[:first]), " ".join(tokens[last:]).strip(","))


def is_credential(text: str) -> bool:
    """Whether every word is a degree or credential in its own spelling: ``MS``, ``Ph.D.``, ``CFP®``."""
    tokens = text.replace(",", " ").split()
    return bool(tokens) and all(
        _plain(token) in words("credentials") and token[0].isupper() and len(token) > 1 for token in tokens
    )


def _is_set_off(honorific: str) -> bool:
    """Whether a capital or a stop tells it from a part of the name: ``Dr``, ``dr.``"""
    return not honorific.islower() or honorific.endswith(".")


def is_honorific(text: str) -> bool:
    """Whether the text is nothing but titles before a name: ``Dr.``, ``Prof. Dr.``."""
    tokens = text.split()
    return bool(tokens) and not text.isupper() and all(_plain(token) in words("honorifics") for token in tokens)


def is_desk(text: str) -> bool:
    """Whether the text names a desk, newsroom or staff: ``BR24 Redaktion``, ``MND Staff``, ``Tim VIVA``."""
    bare = text.strip(_EDGE + " ").casefold()
    if bare in words("desk_phrases"):
        return True
    tokens = bare.split()
    if len(tokens) > 8:
        return False
    return any(part in words("desk_words") for token in tokens for part in _forms(token)) or (
        len(tokens) > 1 and tokens[0] == "tim"
    )


def is_newsroom(text: str) -> bool:
    """Whether the name of a house is that of a newspaper, broadcaster or wire: ``Sioux City Journal``, ``NDR``."""
    tokens = text.casefold().split()
    named = len(tokens) < 6 and not words("newsroom_words").isdisjoint((tokens[0], tokens[-1])) if len(tokens) > 1 else False
    return named or find_agency(text) is not None or _DOMAIN.fullmatch(text) is not None


def is_bare_desk(text: str) -> bool:
    """Whether the desk is named without any word of whose it is: ``Redaktion``, ``Staff writer``."""
    bare = text.strip(_EDGE + " ").casefold()
    return bare in words("desk_phrases")


def own_desk(text: str) -> str:
    """The desk without ``our`` and "from the": ``unserer Redaktion`` is ``Redaktion``, ``Da Redação`` is ``Redação``."""
    return _OF.sub("", _OWN.sub("", text))


def begins_with_job(text: str) -> bool:
    """Whether the first of several words heads a job title: ``Leiterin Redaktion Leben``."""
    tokens = text.split()
    return len(tokens) > 1 and _heads(tokens[0])


def _title_first(tokens: list[str], head: int, language: str | None) -> Titled | None:
    """The name behind a title, whole or up to a preposition."""
    rest = tokens[head + 1 :]
    for size in (len(rest), *range(2, min(5, len(rest)))):
        name = " ".join(rest[:size])
        if name[:1].isupper() and looks_like_person(name, language=language) and (size == len(rest) or rest[size].islower()):
            return Titled(name, " ".join(tokens[: head + 1]))
    return None


def _heads(token: str) -> bool:
    """Whether the word heads a job title."""
    bare = token.strip(_EDGE).casefold()
    return _is_job(bare) or (len(bare) > 9 and bare.endswith(_endings()))


def _is_job(token: str) -> bool:
    """Whether the word is a listed one: what only ends like one may be a surname, Haussleiter."""
    return any(form in words("job_titles") for form in _forms(token.casefold()))


def _forms(token: str) -> tuple[str, ...]:
    """The word and, where it is compound with a hyphen or slash, its parts: ``Online-Redaktion``, ``Autor/in``."""
    bare = token.strip(_EDGE)
    return (bare, *_LETTERS.findall(bare), *bare.split("-")) if "-" in bare or "/" in bare else (bare,)


def _plain(token: str) -> str:
    return _DOTS.sub("", token).strip(_EDGE).casefold()


@cache
def _endings() -> tuple[str, ...]:
    return tuple(words("job_endings"))
