"""Body blocks to ``article_body``, with headings and corrections counted off it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from crawler.evidence import BodyBlock
from crawler.items import Correction, Heading

PARAGRAPH_BREAK = "\n\n"


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


def lay_out(blocks: Sequence[BodyBlock]) -> Body:
    """Join the blocks, one empty line between two; corrections and empty blocks go beside the text."""
    printed = [bool(block.text) and block.kind != "correction" for block in blocks]
    positions = (0, *accumulate(int(is_printed) for is_printed in printed))
    kept = [block for block, is_printed in zip(blocks, printed, strict=True) if is_printed]
    text = PARAGRAPH_BREAK.join(block.text for block in kept)
    return Body(
        text=text or None,
        headings=tuple(Heading(b.text, b.level or 2, n) for n, b in enumerate(kept) if b.kind == "heading"),
        corrections=tuple(Correction(b.text, kind="correction") for b in blocks if b.kind == "correction" and b.text),
        word_count=len(text.split()),
        positions=positions,
    )
