"""Whether two texts are copies of one: a wire story that several papers print, an article that appears a second time.

Of each text a sketch is kept: the smallest hashes of its runs of five words (Broder, "On the resemblance and containment of
documents", 1997). The share of hashes that two sketches have in common tells how much of the texts is the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest

FEWEST_WORDS = 60
"""A shorter text says too little to be called anybody's copy."""
_RUN = 5
_KEPT = 16
_BYTES = 4
_BANDS = 4
"""Hashes by which copies are found: of a hundred pairs that share four fifths, one has none in common."""
_LIKE = 10
"""Hashes that two papers' versions share at least: two thirds of the words stand in the same order in both."""
_ALIKE = 15
"""Likewise two articles of one site, whose weather and market reports resemble each other: all but a line or two."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text: sixteen hashes, the smallest first, and a digest of its numbers."""

    hashes: tuple[int, ...]
    numbers: int

    def bands(self) -> tuple[int, ...]:
        """Give the hashes by which a copy is found: two copies share one of them."""
        return self.hashes[:_BANDS]

    def is_copy_of(self, other: Sketch, *, same_site: bool) -> bool:
        """Whether both are versions of one text; articles of one site must also have the same numbers."""
        shared = len(set(self.hashes) & set(other.hashes))
        return shared >= _LIKE if not same_site else shared >= _ALIKE and self.numbers == other.numbers

    def packed(self) -> bytes:
        """Give it in 68 bytes."""
        return b"".join(number.to_bytes(_BYTES, "big") for number in (*self.hashes, self.numbers))


def sketch_of(text: str | None) -> Sketch | None:
    """Give a text's sketch, which case and signs make no difference to; ``None`` for one of less than ``FEWEST_WORDS``."""
    words = _WORD.findall((text or "").casefold())
    if len(words) < FEWEST_WORDS:
        return None
    runs = {_hash(" ".join(words[start : start + _RUN])) for start in range(len(words) - _RUN + 1)}
    smallest = nsmallest(_KEPT, runs)
    if len(smallest) < _KEPT:
        return None
    low = tuple(number & 0xFFFFFFFF for number in smallest)
    return Sketch(low, _hash(" ".join(_NUMBER.findall(text or ""))) & 0xFFFFFFFF)


def unpacked(data: bytes) -> Sketch:
    """Give the sketch that ``packed`` wrote."""
    numbers = [int.from_bytes(data[start : start + _BYTES], "big") for start in range(0, len(data), _BYTES)]
    return Sketch(tuple(numbers[:-1]), numbers[-1] if numbers else 0)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
