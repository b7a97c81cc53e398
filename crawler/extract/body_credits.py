"""Credits that stand in the text itself: the first lines, the last lines, the sign-off.

"Oleh: Harry Siswoyo" before the first paragraph and "Editor: Heryadi" after the last are lines of their own and leave the
text. "… bis Freitag. (dpa)" stays as it is printed: there the sign-off is only read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crawler.evidence import BodyBlock, Candidate, segments
from crawler.extract.bylines import Known
from crawler.extract.credit_lines import is_credit_line, is_name_line, last_sentence, sign_off

_HEAD = 3
_TAIL = 7
"""Blocks looked at from either end: after the last credit may come a note, a phone number, a donation appeal."""
_OPENING = 250
"""Characters that may stand before a byline in the text: a sub-heading, a standfirst."""
_LONGEST_NOTE = 400
_KINDS = frozenset({"paragraph", "item", "heading"})


@dataclass(frozen=True, slots=True)
class Parted:
    """The text's own blocks, and the credits that stood among them; ``taken`` are the indices of blocks that left."""

    blocks: tuple[BodyBlock, ...]
    candidates: tuple[Candidate, ...]
    taken: tuple[int, ...] = ()


def part_credits(blocks: Sequence[BodyBlock], known: Known) -> Parted:
    """Take the lines that are nothing but credits out of the text."""
    found: dict[int, Candidate] = {}
    before = 0
    for index, block in enumerate(blocks):
        head = index < _HEAD and before < _OPENING
        before += len(block.text)
        if block.kind not in _KINDS or not (head or index >= len(blocks) - _TAIL):
            continue
        if candidate := _credit(block, known, head=head):
            found[index] = candidate
    kept = tuple(block for index, block in enumerate(blocks) if index not in found)
    return Parted(kept, (*found.values(), *_signed(kept)), tuple(found))


def _credit(block: BodyBlock, known: Known, *, head: bool) -> Candidate | None:
    key, weight = ("body.head", 2) if head else ("body.tail", 1)
    text = block.text
    if sign_off(text) == text:
        return Candidate("byline", segments(text), "dom", "body.signoff", weight=0)
    last = last_sentence(text)
    rest = text.removesuffix(last).strip()
    if rest and not head and len(text) <= _LONGEST_NOTE and not is_credit_line(rest, known.language):
        if is_credit_line(last, known.language):
            return Candidate("byline", segments(last), "dom", key, weight=weight)
        return None
    if is_credit_line(text, known.language, houses=known.houses, above=head) or (head and is_name_line(text, known.language)):
        return Candidate("byline", block.parts or segments(text), "dom", key, weight=weight)
    return None


def _signed(blocks: Sequence[BodyBlock]) -> tuple[Candidate, ...]:
    """The sign-off at the end of the last paragraph."""
    last = next((block for block in reversed(blocks) if block.kind == "paragraph"), None)
    signed = sign_off(last.text) if last is not None else None
    return (Candidate("byline", segments(signed), "dom", "body.signoff", weight=0),) if signed else ()
