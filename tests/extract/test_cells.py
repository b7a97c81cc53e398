"""Tables that lay a page out."""

from __future__ import annotations

from crawler.extract.article import extract_article

SENTENCE = "The harbour of Merrow Bay was closed for two days after the storm, and no boat left the quay until Tuesday morning."
OLD = f"""<html><body><table><tr><td width=150><a href=/>Home</a><br><a href=/news>News</a></td>
<td><h2>Harbour closed for two days</h2>By Nell Ashby<br><br>{SENTENCE}<br><br>{SENTENCE[:-1]}, the harbour master said.<br><br>
<b>Read more: <a href="/news/482110.html">Storm breaks the harbour wall</a></b><br><br>
{SENTENCE[:-1]}, he said.</td></tr></table></body></html>"""
FIGURES = f"""<article><h1>Rents in the bay</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>
<table><tr><td>Quay</td><td>1,200</td></tr><tr><td>Hill</td><td>900</td></tr></table><p>{SENTENCE}</p></article>"""


def body(html: str) -> list[tuple[str, str]]:
    evidence = extract_article(html, "https://merrowbell.example/news/482113.html").evidence
    assert evidence is not None
    assert evidence.ledger.unassigned == ()
    return [(block.kind, block.text) for block in evidence.body]


def test_a_cell_that_holds_a_text_is_no_row() -> None:
    """Each paragraph of an old page is one, the first included, and none is a table."""
    found = body(OLD)
    assert [kind for kind, _ in found] == ["paragraph"] * 3
    assert found[0][1] == SENTENCE


def test_a_row_of_figures_stays_one() -> None:
    """Short cells side by side are a row."""
    assert ("table", "Quay 1,200") in [(kind, " ".join(text.replace("|", " ").split())) for kind, text in body(FIGURES)]
