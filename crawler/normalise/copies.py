"""Whether two texts are copies of one: a wire story that several papers print, an article that appears a second time.

Of each text a sketch is kept: the smallest hashes of its runs of five words (Broder, "On the resemblance and containment of
documents", 1997). The share of hashes that two sketches have in common tells how much of the texts is the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from heapq import nsmallest
from zlib import crc32

FEWEST_WORDS = 60
"""A shorter text says too little to be called anybody's copy."""
_MULTIPLIERS = (
    0x9E3779B97F4A7C15,
    0xC2B2AE3D27D4EB4F,
    0x165667B19E3779F9,
    0xD6E8FEB86659FD93,
    0xA0761D6478BD642F,
    0xE7037ED1A0B428DB,
)
"""Odd numbers without a pattern; they are kept for ever, as the sketches are."""
_WHOLE = (1 << 64) - 1
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
    smallest = nsmallest(_KEPT, _runs([_hash(word) for word in words]))
    if len(smallest) < _KEPT:
        return None
    return Sketch(tuple(smallest), _hash(" ".join(_NUMBER.findall(text or ""))))


def unpacked(data: bytes) -> Sketch:
    """Give the sketch that ``packed`` wrote."""
    numbers = [int.from_bytes(data[start : start + _BYTES], "big") for start in range(0, len(data), _BYTES)]
    return Sketch(tuple(numbers[:-1]), numbers[-1] if numbers else 0)


def _runs(words: list[int]) -> set[int]:
    """Hash every run of five: multilinear hashing (Lemire and Kaser, 2014) gives equal odds to all of 32 bits."""
    a, b, c, d, e, start = _MULTIPLIERS
    five = zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)
    return {((v * a + w * b + x * c + y * d + z * e + start) & _WHOLE) >> 32 for v, w, x, y, z in five}


def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))
