"""Body blocks to ``article_body``, with headings and corrections counted off it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from crawler.evidence import BodyBlock
from crawler.items import Correction, Heading
from crawler.normalise.lexicon import table

PARAGRAPH_BREAK = "\n\n"

_SIGN = re.compile("[\u3041-\u30fe\u3400-\u9fff\uf900-\ufaff]")
_LABEL_REACH = 60
_AFTER = r"\s*(?:[:：】\])(–—―]|-\s|\bon\b|\s\d|,[^:.]{1,24}:)"
"""What parts a label from its note; "Correction officers said" has none of it."""


@dataclass(frozen=True, slots=True)
class Body:
    """The body laid out.

    ``text`` is ``None`` where no block holds text. ``positions[n]`` says how many paragraphs stand
    before the n-th block given; it has one entry more than there are blocks.
    """

    text: str | None
    headings: tuple[Heading, ...]
    corrections: tuple[Correction, ...]
    word_count: int
    positions: tuple[int, ...]

    def position(self, block: int) -> int:
        """How many paragraphs stand before the block with this index; beyond the last, all of them."""
        return self.positions[min(max(block, 0), len(self.positions) - 1)]


def correction_kind(text: str) -> str | None:
    """Say what a paragraph that opens with the label of a correction or note is; ``None`` for any other.

    >>> correction_kind("Korrektur: In einer früheren Fassung hieß es …")
    'correction'
    """
    found = _labels().match(text[:_LABEL_REACH].casefold())
    return table("correction_labels")[found[1]] if found else None


def count_words(text: str) -> int:
    """Count words; of Han and kana, which have no blanks, each sign counts as one, as editors count them.

    >>> count_words("Parliament passed the budget"), count_words("国会は予算を可決")
    (4, 8)
    """
    return len(_SIGN.sub(" x ", text).split())


def lay_out(blocks: Sequence[BodyBlock]) -> Body:
    """Join the blocks, one empty line between two; corrections and empty blocks go beside the text."""
    kinds = [correction_kind(block.text) if block.kind != "heading" else None for block in blocks]
    printed = [bool(block.text) and kind is None for block, kind in zip(blocks, kinds, strict=True)]
    positions = (0, *accumulate(int(is_printed) for is_printed in printed))
    kept = [block for block, is_printed in zip(blocks, printed, strict=True) if is_printed]
    text = PARAGRAPH_BREAK.join(block.text for block in kept)
    return Body(
        text=text or None,
        headings=tuple(Heading(b.text, b.level or 2, n) for n, b in enumerate(kept) if b.kind == "heading"),
        corrections=tuple(Correction(b.text, kind=kind) for b, kind in zip(blocks, kinds, strict=True) if kind),
        word_count=count_words(text),
        positions=positions,
    )


@cache
def _labels() -> re.Pattern[str]:
    longest_first = sorted(table("correction_labels"), key=len, reverse=True)
    return re.compile(rf"[*(\[【\s]*({'|'.join(map(re.escape, longest_first))}){_AFTER}")
