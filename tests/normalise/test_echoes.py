"""Echoes of teasers in the text."""

from __future__ import annotations

from crawler.evidence import BodyBlock, Evidence, Ledger, RawBlock, RawImage, RawTeaser
from crawler.normalise.echoes import without_echoes

TEASED = "Harga Cabai Naik Lagi Menjelang Hari Raya"


def evidence(*texts: str, kind: str = "paragraph") -> Evidence:
    block = RawBlock(None, (RawTeaser("https://kabar.example/1", TEASED),), "inline", position=2)
    return Evidence(
        body=tuple(BodyBlock(kind, text) for text in texts),
        images=(RawImage("/a.jpg", "inline", 2),),
        blocks=(block,),
        ledger=Ledger(4, 4),
    )


def test_a_paragraph_that_repeats_a_teaser_leaves_the_text_and_is_accounted_for() -> None:
    """Its place closes: pictures and promos behind it move up, the ledger still sums."""
    found = without_echoes(evidence("One.", f" {TEASED.upper()}!", "Two."))
    assert [block.text for block in found.body] == ["One.", "Two."]
    assert [thrown.kind for thrown in found.ledger.thrown] == ["duplicate"]
    assert found.ledger.blocks == found.ledger.assigned + len(found.ledger.thrown)
    assert (found.images[0].position, found.blocks[0].position) == (1, 1)


def test_headings_and_sentences_that_hold_more_stay() -> None:
    """A round-up's own headings repeat what they link, and a sentence may quote a headline."""
    for given in (evidence(TEASED, kind="heading"), evidence(f"{TEASED}, kata pedagang."), evidence("Harga")):
        assert without_echoes(given) == given
