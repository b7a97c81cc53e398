"""Credits that stand in the text itself: the first lines, the last lines, the sign-off.

"Oleh: Harry Siswoyo" before the first paragraph and "Editor: Heryadi" after the last are lines of their own and leave the
text. "… bis Freitag. (dpa)" stays as it is printed: there the sign-off is only read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawler.evidence import BodyBlock, Candidate, plain, segments
from crawler.extract.bylines.words import Known
from crawler.extract.lines.credits import is_credit_line, is_name_line, is_sign, last_sentence, sign_off
from crawler.normalise.agencies import find_agency
from crawler.normalise.bylines.titles import is_desk

_HEAD, _LATE = 3, 6
_TAIL = 7
"""Blocks looked at from either end: after the last credit may come a note, a phone number, a donation appeal."""
_OPENING = 250
"""Characters that may stand before a byline in the text: a sub-heading, a standfirst."""
_LATE_OPENING = 700
"""The same before a by-word, where no byline stands elsewhere: a notice and a standfirst of several lines."""
_LONGEST_NOTE = 400
_LONGEST_SIGN = 40
_MOST_LINES, _NOTES = 5, 3
_NOUNS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital: two of them look like a name."""
_EMPHASIS = frozenset({"b", "strong", "em", "i", "u"})
_STOPS = (".", "!", "?", "”", '"', "»", "…", "।", "。")
_NOTICE = re.compile(r"©|ⓒ|\(c\)|copyright\b|hak cipta\b", re.IGNORECASE)
_KINDS = frozenset({"paragraph", "item", "heading", "table"})


@dataclass(frozen=True, slots=True)
class Parted:
    """The text's own blocks, and the credits that stood among them; ``taken`` are the indices of blocks that left."""

    blocks: tuple[BodyBlock, ...]
    candidates: tuple[Candidate, ...]
    taken: tuple[int, ...] = ()


def part_credits(blocks: Sequence[BodyBlock], known: Known, *, bylined: bool = False) -> Parted:
    """Take the lines that are nothing but credits out of the text.

    ``bylined`` says that a person is named in a byline elsewhere on the page: then a bare name in the text is none.
    """
    found: dict[int, Candidate] = {}
    read: list[Candidate] = []
    before = 0
    for index, block in enumerate(blocks):
        early = index < _HEAD and before < _OPENING
        tail = index >= len(blocks) - _TAIL
        head = early or (not (bylined or tail) and index < _LATE and before < _LATE_OPENING)
        lone = index == len(blocks) - 1 and not bylined and before > _OPENING
        before += len(block.text)
        if block.kind not in _KINDS or not (head or tail):
            continue
        if candidate := _credit(block, known, head=head, nameable=lone or (early and not bylined)):
            found[index] = candidate
        elif (within := _within(block, known)) is not None:
            candidate, whole = within
            if whole:
                found[index] = candidate
            else:
                read.append(candidate)
    kept = [block for index, block in enumerate(blocks) if index not in found]
    named = bylined or any(candidate.weight for candidate in found.values())
    if kept and not named and (signature := _signature(kept[-1], known)):
        kept[-1], candidate = signature
        read.append(candidate)
    return Parted(tuple(kept), (*found.values(), *read, *_signed(kept)), tuple(found))


def _credit(block: BodyBlock, known: Known, *, head: bool, nameable: bool) -> Candidate | None:
    """The credit that the whole block is."""
    text, language = block.text, known.language
    if sign_off(text) == text:
        return Candidate("byline", segments(text), "dom", "body.signoff", weight=0)
    if not head and (is_sign(text) or _is_house(text, known)):
        return Candidate("byline", segments(text), "dom", "body.signoff", weight=0)
    key, weight = ("body.head", 2) if head else ("body.tail", 1)
    last = last_sentence(text)
    rest = text.removesuffix(last).strip()
    if rest and not head and not is_credit_line(rest, language):
        is_note = len(text) <= _LONGEST_NOTE and is_credit_line(last, language)
        return Candidate("byline", segments(last), "dom", key, weight=weight) if is_note else None
    named = nameable and language not in _NOUNS and _is_emphasised(block) and is_name_line(text, language)
    if named or is_credit_line(text, language, houses=known.houses, above=head or block.kind == "table"):
        return Candidate("byline", block.parts or segments(text), "dom", key, weight=weight)
    return None


def _is_house(text: str, known: Known) -> bool:
    """A desk, an agency, or the site's own name, alone or before its section: ``tirto.id - News``."""
    if len(text) > _LONGEST_SIGN or "," in text:
        return False
    return is_desk(text) or find_agency(text) is not None or text.casefold().partition(" - ")[0] in known.houses


def _is_emphasised(block: BodyBlock) -> bool:
    """Whether bold or italic type sets the whole line apart; a line of which nothing is known may be."""
    return all(part.tag in _EMPHASIS for part in block.parts)


def _within(block: BodyBlock, known: Known) -> tuple[Candidate, bool] | None:
    """The credits that are lines of a short block, and whether it is nothing else and leaves.

    One credit beside a copyright or a place is read and stays; two with no more than a copyright are the makers' own lines.
    """
    count = block.parts[-1].line + 1 if block.parts else 0
    if not 1 < count <= _MOST_LINES or len(block.text) > _OPENING:
        return None
    lines = [line for number in range(count) if (line := tuple(part for part in block.parts if part.line == number))]
    credits = [line for line in lines if is_credit_line(plain(line), known.language)]
    if not credits:
        return None
    whole = len(credits) > 1 and all(line in credits or _NOTICE.match(plain(line)) for line in lines)
    return Candidate("byline", tuple(part for line in credits for part in line), "dom", "body.line", weight=1), whole


def _signature(block: BodyBlock, known: Known) -> tuple[BodyBlock, Candidate] | None:
    """The writer's name in bold on the last line of the last paragraph, and the paragraph without it."""
    last = block.parts[-1].line if block.parts else 0
    parts = tuple(part for part in block.parts if part.line == last)
    name = plain(parts)
    text = block.text.removesuffix(name).rstrip()
    if not last or known.language in _NOUNS or not text.endswith(_STOPS) or not all(part.tag in _EMPHASIS for part in parts):
        return None
    if not is_name_line(name, known.language) or text == block.text:
        return None
    rest = replace(block, text=text, parts=block.parts[: -len(parts)])
    return rest, Candidate("byline", parts, "dom", "body.tail", weight=1)


def _signed(blocks: Sequence[BodyBlock]) -> tuple[Candidate, ...]:
    """The sign-off at the end of the last paragraph; an agency's may have a note or two behind it."""
    paragraphs = [block for block in reversed(blocks) if block.kind == "paragraph"][:_NOTES]
    for number, paragraph in enumerate(paragraphs):
        signed = sign_off(paragraph.text)
        if signed and (number == 0 or find_agency(signed.strip("()[] ."))):
            return (Candidate("byline", segments(signed), "dom", "body.signoff", weight=0),)
    return ()
