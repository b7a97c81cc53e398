"""Two texts are copies of one, or they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.normalise.copies import FEWEST_WORDS, Sketch, sketch_of, unpacked

WIRE = """The ferry line across the strait will be closed for eleven days, the harbour master said on Tuesday, because the
eastern pier has to be mended before the winter storms. Passengers can take the night boat from the old port or the bus over
the bridge, which is free of charge until the work is done. Traders on the island fear for their fish, which is sold on the
mainland every morning. "We have asked for a second boat, and we have been told to wait," said the head of the guild, who has
sailed on the line for forty years. The ministry answered that 3 boats were being overhauled and that none could be spared.
The pier was built in 1962 and was last repaired after the flood of 1999. Its piles are to be cased in steel."""
REPORT = """Gold prices in the capital rose on {day}. One gram was sold for {price} rupiah, the state refiner said, while half
a gram cost a little more than half of that. The price at which the refiner buys back rose as well. The tax on each
sale is nine tenths of a percent for those who have a tax number and twice as much for those who have none. Each piece comes
with a slip that proves it. Buyers are asked to bring their identity card, and to reckon with a queue at the counter in the
morning. The price of ten grams, of fifty and of a hundred follows that of one gram, less a small discount for the casting."""


def sketch(text: str) -> Sketch:
    found = sketch_of(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other", "across_sites", "within_a_site"),
    [
        pytest.param(WIRE, WIRE, True, True, id="the same text"),
        pytest.param(WIRE, WIRE.upper().replace(",", "\n\n"), True, True, id="printed otherwise"),
        pytest.param(
            WIRE, "KOTA BARU (Reuters) - " + WIRE + " (Reporting by A. Nobody)", True, True, id="with dateline and sign"
        ),
        pytest.param(WIRE, WIRE[: WIRE.index("The pier was")], True, False, id="shortened by an editor"),
        pytest.param(WIRE, WIRE.replace("1999", "1998"), True, False, id="another number"),
        pytest.param(WIRE, REPORT, False, False, id="another text"),
        pytest.param(WIRE, WIRE[:200] + REPORT, False, False, id="quoted in another"),
        pytest.param(
            REPORT.format(day="Monday, 3 November", price="1,412,000"),
            REPORT.format(day="Tuesday, 4 November", price="1,419,000"),
            True,
            False,
            id="the report of another day",
        ),
    ],
)
def test_copies_are_told_from_what_resembles_them(one: str, other: str, across_sites: bool, within_a_site: bool) -> None:
    """One paper's reports of two days are none; that two papers print the same report of two days is too rare to matter."""
    assert sketch(one).is_copy_of(sketch(other), same_site=False) == across_sites
    assert sketch(one).is_copy_of(sketch(other), same_site=True) == within_a_site
    assert not across_sites or set(sketch(one).bands()) & set(sketch(other).bands())


@pytest.mark.parametrize("text", [None, "", WIRE[:300], "word " * 500, "1 2 3 " * 200])
def test_what_is_short_or_says_the_same_all_along_has_no_sketch(text: str | None) -> None:
    assert sketch_of(text) is None


def test_texts_without_blanks_have_words_too() -> None:
    text = (
        "台風は二十日の夜に県の南の海岸へ近づき、港では朝から船を岸に上げる作業が続いた。"
        "町の役場は川の近くに住む人に早めの避難を呼びかけている。学校は二日の間休みになる。"
    )
    assert len(text) > FEWEST_WORDS
    assert sketch(text).is_copy_of(sketch("【共同】" + text), same_site=False)


@given(st.text(max_size=2000))
def test_any_text_has_a_sketch_or_none(text: str) -> None:
    found = sketch_of(text)
    assert found is None or unpacked(found.packed()) == found
