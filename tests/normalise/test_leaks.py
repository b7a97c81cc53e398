"""Lines that the site's lists know as announcements of other articles leave the text, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import BodyBlock, Candidate, Evidence, Ledger, RawBlock, RawImage, RawTeaser, segments
from crawler.items import Article
from crawler.normalise.desk import finish
from crawler.normalise.leaks import move_leaks, suspects

HEADLINE = "Menteri Luar Negeri Bertemu Utusan Korea Utara"
SUMMARY = "Pertemuan itu berlangsung tertutup selama dua jam di Jakarta."
TEXT = tuple(f"Kalimat nomor {number} dari berita ini, yang cukup panjang untuk sebuah alinea." for number in range(6))


def article(*lines: str, kind: str = "paragraph", teasers: tuple[str, ...] = ()) -> Article:
    """An article with some lines in the midst of its text."""
    body = [BodyBlock("paragraph", text) for text in TEXT]
    body[3:3] = [BodyBlock(kind, line) for line in lines]
    items = tuple(RawTeaser(f"https://example.org/{n}", teaser) for n, teaser in enumerate(teasers))
    evidence = Evidence(
        candidates=(Candidate("headline", segments("Berita tentang hal lain sama sekali"), "dom"),),
        body=tuple(body),
        images=(RawImage(url="https://example.org/a.jpg", role="lead", position=len(body)),),
        blocks=(RawBlock("Baca Juga", items, "end", len(body)),) if items else (),
        ledger=Ledger(blocks=len(body), assigned=len(body)),
    )
    return Article(id="example.org:1", url="https://example.org/berita/1", evidence=evidence)


def moved(given: Article, *known: str) -> Article:
    given.update(move_leaks(given, known))
    return given


def test_a_leaked_headline_becomes_a_teaser_within_the_text() -> None:
    """The ledger stays closed, and places of pictures move up."""
    found = finish(moved(article(HEADLINE), HEADLINE))
    assert found.article_body == "\n\n".join(TEXT)
    (teaser,) = found.related_articles
    assert (teaser.headline, teaser.url, teaser.kind, teaser.placement) == (HEADLINE, None, "related", "inline")
    accounting = found.metadata.text_accounting
    assert accounting is not None
    assert (accounting.blocks, accounting.assigned, accounting.unassigned) == (7, 7, 0)
    assert [image.position for image in found.evidence.images] == [6] if found.evidence else False


def test_a_summary_moves_with_its_headline_only() -> None:
    """A text that two articles begin with is no leak of either."""
    with_headline = finish(moved(article(HEADLINE, SUMMARY), HEADLINE, SUMMARY))
    assert with_headline.article_body == "\n\n".join(TEXT)
    assert [teaser.description for teaser in with_headline.related_articles] == [SUMMARY]
    assert move_leaks(article(SUMMARY), [SUMMARY]) == {}


@pytest.mark.parametrize(
    ("given", "known"),
    [
        (article(HEADLINE), []),
        (article(HEADLINE, kind="heading"), [HEADLINE]),
        (article(HEADLINE, kind="quote"), [HEADLINE]),
        (article("Kata Menteri"), ["Kata Menteri"]),
        (article("Berita tentang hal lain sama sekali"), ["Berita tentang hal lain sama sekali"]),
        (article(HEADLINE, teasers=(HEADLINE,)), [HEADLINE]),
        (article(*(f"{HEADLINE} bagian {n}" for n in range(4))), [f"{HEADLINE} bagian {n}" for n in range(4)]),
        (Article(), [HEADLINE]),
    ],
)
def test_what_is_no_leak_stays(given: Article, known: list[str]) -> None:
    """Unknown lines, headings, quotes, short lines, the own headline, teasers of the page, round-ups."""
    assert move_leaks(given, known) == {}


@given(st.lists(st.text(max_size=60), max_size=8), st.lists(st.integers(0, 8), max_size=8))
def test_no_text_is_lost_whatever_is_known(lines: list[str], picked: list[int]) -> None:
    """Every line is in the text or in a teaser; a second pass moves nothing."""
    given = article(*lines)
    before = sorted(block.text for block in given.evidence.body) if given.evidence else []
    known = [lines[index] for index in picked if index < len(lines)]
    assert set(suspects(given)) <= set(before)
    found = moved(given, *known).evidence
    assert found is not None
    items = [item for block in found.blocks for item in block.items]
    texts = [text for item in items for text in (item.headline, item.description) if text is not None]
    assert sorted([*(block.text for block in found.body), *texts]) == before
