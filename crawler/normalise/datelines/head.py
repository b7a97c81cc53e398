"""The parts of a dateline's head, each known for what it is, or none of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from crawler.evidence import Context
from crawler.normalise.agencies import find_agency
from crawler.normalise.datelines.parts import (
    city_name,
    dateline_word,
    is_city_shaped,
    is_outlet,
    is_shouted,
    is_sign,
    is_sure_city,
    outlet_and_section,
    read_day,
)

_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]|(?<=\s)/([^/\s]+)/")
_COMMA = re.compile(r"[,،、]")
_EDGE = " \t.,;:-–—|/*"
_LOOSE_LANGUAGES = frozenset({"id", "ms"})
_MOST_PIECES = 6


@dataclass(frozen=True, slots=True)
class Head:
    """What a head names. ``printed_city`` is the place as printed, ``city`` in natural case."""

    city: str | None = None
    printed_city: str = ""
    outlet: str | None = None
    section: str | None = None
    agency: str | None = None
    date: str | None = None


def read_head(text: str, context: Context) -> Head | None:
    """Read the words before a dateline's dash; ``None`` where one of them is nothing that a dateline holds."""
    brackets = [(match[1] or match[2] or "").strip() for match in _BRACKETS.finditer(text)]
    pieces = [piece for part in _COMMA.split(_BRACKETS.sub(" ", text)) if (piece := part.strip(_EDGE))]
    if not (brackets or pieces) or len(pieces) > _MOST_PIECES:
        return None
    head = _plain_pieces(pieces, context)
    for bracket in brackets:
        head = _bracketed(head, bracket, context) if head is not None else None
    return head


def _plain_pieces(pieces: list[str], context: Context) -> Head | None:
    head: Head | None = Head()
    for position, piece in enumerate(pieces):
        if head is None:
            break
        day = read_day(", ".join(pieces[position:]), context)
        if day is not None:
            return replace(head, date=day)
        head = _plain(head, piece, context)
    return head


def _bracketed(head: Head, text: str, context: Context) -> Head | None:
    if day := read_day(text, context):
        return replace(head, date=day)
    if not is_sign(text, context):
        return None
    if is_outlet(text, context):
        return replace(head, outlet=head.outlet or text)
    return replace(head, agency=head.agency or text)


def _plain(head: Head, text: str, context: Context) -> Head | None:
    if " - " in text or " – " in text or " — " in text:
        return _dashed(head, text, context)
    for read in (_outlet, _word, _day, _agency, _place):
        found = read(head, text, context)
        if found is not None:
            return found
    return None


def _dashed(head: Head, text: str, context: Context) -> Head | None:
    found: Head | None = head
    for piece in re.split(r"\s[-–—]\s", text):
        found = _plain(found, piece.strip(_EDGE), context) if found is not None else None
    return found


def _outlet(head: Head, text: str, context: Context) -> Head | None:
    if head.outlet is None and is_outlet(text, context):
        return replace(head, outlet=text)
    parted = outlet_and_section(text, context)
    return replace(head, outlet=parted[0], section=parted[1]) if parted else None


def _word(head: Head, text: str, _: Context) -> Head | None:
    kind = dateline_word(text)
    if kind == "series":
        return replace(head, section=text)
    return head if kind == "report" else None


def _day(head: Head, text: str, context: Context) -> Head | None:
    day = read_day(text, context)
    return replace(head, date=day) if day else None


def _agency(head: Head, text: str, _: Context) -> Head | None:
    agency = find_agency(text)
    if agency is None or agency.kind != "wire" or (head.printed_city and not _is_sure(head)):
        return None
    return replace(head, agency=text) if head.city or is_shouted(text) or len(text.split()) > 1 else None


def _is_sure(head: Head) -> bool:
    return is_sure_city(head.printed_city)


def _place(head: Head, text: str, context: Context) -> Head | None:
    """A place, with the day behind it where no comma parts them; a second one is its region, in a loose language the outlet."""
    words = text.split()
    for end in range(1, len(words)):
        day = read_day(" ".join(words[end:]), context)
        if day is not None:
            placed = _place(head, " ".join(words[:end]), context)
            return replace(placed, date=day) if placed else None
    if not is_city_shaped(text):
        return _small_outlet(head, text, context)
    if head.city is None:
        return replace(head, city=city_name(text, context), printed_city=text)
    if head.outlet is None and (context.language or "")[:2] in _LOOSE_LANGUAGES:
        return replace(head, outlet=text)
    return head if _is_sure(head) else None


def _small_outlet(head: Head, text: str, context: Context) -> Head | None:
    """In a language of datelines a single small word in the place's place is the outlet's sign ("jfid")."""
    loose = (context.language or "")[:2] in _LOOSE_LANGUAGES
    if loose and head == Head() and text.isalpha() and text.islower() and 2 < len(text) < 8:
        return replace(head, outlet=text)
    return None
