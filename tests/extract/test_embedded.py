"""Articles that a page carries as data for its script."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.article import extract_article
from crawler.extract.embedded import answered_article, embedded_article
from crawler.extract.page.document import parse

URL = "https://www.example.org/news/kapal-pos-44110"
SENTENCES = (
    "Kapal pos terakhir bertolak dari dermaga tua pada pukul enam pagi.",
    "Awaknya tiga orang, muatannya surat, obat, dan sekarung kopi.",
    "Nakhoda berkata ombak di teluk masih bersahabat sampai siang.",
    "Pulau pertama dicapai sebelum para pedagang membuka kiosnya.",
)
MARKUP = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
STORY = {"slug": "kapal-pos-44110", "title": "Kapal pos", "author": {"name": "Sari Wulan"}, "date": "2025-09-01T10:00:00+07:00"}


def shell(data: str, title: str = "Contoh") -> str:
    """A page that script would fill."""
    return (
        f'<html><head><title>{title}</title></head><body><div id="root"></div>{data}<script src="/a.js"></script></body></html>'
    )


def state(value: Any, kind: str = 'id="__NEXT_DATA__" type="application/json"') -> str:
    """A script that holds data."""
    return f"<script {kind}>{json.dumps(value)}</script>"


@pytest.mark.parametrize(
    "data",
    [
        state({"props": {"pageProps": {"post": {**STORY, "content": MARKUP}}}}),
        state({"post": {**STORY, "content": {"rendered": MARKUP}}}),
        state({"post": {**STORY, "blocks": [{"type": "p", "text": sentence} for sentence in SENTENCES]}}),
        state({"post": {**STORY, "body": "\n\n".join(SENTENCES)}}),
        f"<script>window.__INITIAL_STATE__ = {json.dumps({'post': {**STORY, 'body': MARKUP}})};</script>",
    ],
)
def test_the_text_is_read_from_embedded_data(data: str) -> None:
    """Whatever the framework calls it: a headline, a long text, and an address that is the page's."""
    article = extract_article(shell(data), URL)
    assert article.evidence is not None
    assert article.evidence.reason is None
    assert [block.text for block in article.evidence.body] == list(SENTENCES)
    assert {c.text for c in article.evidence.of("byline")} == {"Sari Wulan"}
    assert {c.text for c in article.evidence.of("date_published")} == {STORY["date"]}


def test_a_flat_pool_is_unpacked() -> None:
    """Nuxt writes objects whose values are positions."""
    pool = [{"slug": 1, "title": 2, "body": 3}, "kapal-pos-44110", "Kapal pos", MARKUP]
    article = extract_article(shell(state(pool, 'id="__NUXT_DATA__" type="application/json"')), URL)
    assert article.evidence is not None
    assert len(article.evidence.body) == len(SENTENCES)


@pytest.mark.parametrize(
    "story",
    [
        {**STORY, "slug": "menara-suar-44111", "content": MARKUP},
        {**STORY, "content": "Segera hadir."},
        {"slug": "kapal-pos-44110", "content": MARKUP},
    ],
)
def test_data_of_another_article_or_without_a_text_are_none(story: dict[str, Any]) -> None:
    """What does not name the page is a teaser, however long."""
    assert embedded_article(parse(shell(state({"post": story})), url=URL)) is None


@pytest.mark.parametrize("text", ["\n".join(SENTENCES * 2), MARKUP * 2, MARKUP.replace("<", "&lt;") * 2])
def test_the_text_is_read_from_json_ld_where_nothing_else_shows_it(text: str) -> None:
    """A text on the page has precedence; a summary is no text."""
    stated = {"@type": "NewsArticle", "headline": "Kapal pos berlayar lagi", "articleBody": text}
    article = extract_article(shell(state(stated, 'type="application/ld+json"')), URL)
    assert article.evidence is not None
    assert [block.text for block in article.evidence.body[:2]] == list(SENTENCES[:2])
    summed = state(stated | {"articleBody": SENTENCES[0]}, 'type="application/ld+json"')
    bare = extract_article(shell(summed), URL)
    assert bare.evidence is not None
    assert bare.evidence.reason == "no text"


def test_markup_in_data_ends_no_script() -> None:
    """What is put into structured data cannot break out of it."""
    story = {**STORY, "title": "Kapal</script><script>alert(1)</script> pos", "content": MARKUP}
    page = embedded_article(parse(shell(state({"post": story})), url=URL)) or ""
    assert "alert(1)</script>" not in page.replace("&lt;/script&gt;", "")


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_answer_is_read(body: bytes) -> None:
    assert answered_article(body, parse("", url=URL)) is None


@given(
    st.recursive(
        st.none() | st.text(max_size=9) | st.integers(),
        lambda part: st.lists(part) | st.dictionaries(st.text(max_size=9), part),
    )
)
def test_any_data_are_gone_through(value: Any) -> None:
    answered_article(json.dumps(value).encode(), parse("<title>x</title>", url=URL))
