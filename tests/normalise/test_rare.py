"""A rare pattern finds what its pattern alone finds: each of its matches holds one of the pieces, in any case."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.figures import addresses as image_addresses
from crawler.extract.lines import noise
from crawler.normalise.rare import Rare, rare

PATTERNS = [value for room in (image_addresses, noise) for value in vars(room).values() if isinstance(value, Rare)]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pieces[0])
@given(data=st.data())
def test_whatever_a_pattern_matches_holds_one_of_its_pieces(pattern: Rare, data: st.DataObject) -> None:
    """Upper case too, where the pattern takes any."""
    text = data.draw(st.from_regex(re.compile(pattern.pattern.pattern)))
    shouted = text.upper() if pattern.pattern.flags & re.IGNORECASE else text
    for each in (text.lower(), shouted):
        assert bool(pattern.search(each)) == bool(pattern.pattern.search(each))


def test_a_text_without_any_piece_is_not_searched() -> None:
    """Here the pattern would match: the piece that it names is wrong."""
    assert rare("jembatan", "menara").search("Jembatan baru") is None
