"""What a page states of itself: JSON-LD as it is found in the wild, meta names, hidden microdata."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.page.document import parse
from crawler.extract.stated import jsonld
from crawler.extract.stated.metadata import Metadata, read_metadata
from crawler.items import Breadcrumb

URL = "https://news.example/politics/budget-passes-123"


def read(head: str) -> Metadata:
    return read_metadata(parse(f"<html lang=en><head>{head}</head><body><p>Text</p></body></html>", url=URL))


def ld(value: str) -> Metadata:
    return read(f'<script type="application/ld+json">{value}</script>')


def texts(metadata: Metadata, field: str) -> list[str]:
    return [candidate.text for candidate in metadata.of(field)]


BROKEN: dict[str, tuple[Any, ...]] = {
    '{"a": 1}': ({"a": 1},),
    '{"a": 1,}': ({"a": 1},),
    '[{"a": 1,}, {"b": 2},]': ([{"a": 1}, {"b": 2}],),
    '<!-- {"a": 1} -->': ({"a": 1},),
    '//<![CDATA[\n{"a": 1}\n//]]>': ({"a": 1},),
    '/*<![CDATA[*/ {"a": 1} /*]]>*/': ({"a": 1},),
    '{"a": "one\ntwo\tthree"}': ({"a": "one\ntwo\tthree"},),
    '{"a": "it\\\'s"}': ({"a": "it's"},),
    '{"a": 1};': ({"a": 1},),
    '{"a": 1}\n{"b": 2}': ({"a": 1}, {"b": 2}),
    "{&quot;a&quot;: 1}": ({"a": 1},),
    '\ufeff{"a": 1}': ({"a": 1},),
    '{"a": ': (),
    "": (),
    "[" * 5000: (),
}


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_broken_json_is_mended_where_that_is_safe(text: str) -> None:
    """Trailing commas, raw line ends, comments, wrong escapes; what cannot be read is left out."""
    assert jsonld.load(text) == BROKEN[text]


@given(st.text(max_size=200))
def test_any_script_is_read_or_left_out(text: str) -> None:
    """Total."""
    assert isinstance(jsonld.load(text), tuple)
    assert isinstance(ld(text.replace("<", "")).candidates, tuple)


def test_half_a_character_is_none() -> None:
    """A lone surrogate, which no file can hold, is replaced."""
    assert texts(ld(r'{"@type": "Article", "headline": "Budget \ud83d passes"}'), "headline") == ["Budget \ufffd passes"]


def test_authors_are_candidates_of_their_own_with_type_and_address() -> None:
    """Whatever shape the list has: objects, strings, lists in lists, names in parts."""
    metadata = ld("""{"@type": "NewsArticle", "headline": "Budget passes", "author": [
        {"@type": "Person", "name": "Jane Doe", "url": "/staff/jane"},
        [{"@type": ["Person"], "givenName": "Rina", "familyName": "Sari"}, "John Roe &amp; Co"],
        {"@type": "Organization", "name": ["Example Desk"]}, {}, null, ""],
        "editor": {"name": "Ed Itor"}, "creator": "Jane Doe"}""")
    found = [(c.text, c.kind, c.url, c.role, c.key) for c in metadata.of("byline")]
    assert found == [
        ("Jane Doe", "Person", "https://news.example/staff/jane", None, "NewsArticle.author"),
        ("Rina Sari", "Person", None, None, "NewsArticle.author"),
        ("John Roe & Co", None, None, None, "NewsArticle.author"),
        ("Example Desk", "Organization", None, None, "NewsArticle.author"),
        ("Jane Doe", None, None, None, "NewsArticle.creator"),
        ("Ed Itor", None, None, "editor", "NewsArticle.editor"),
    ]


def test_references_into_the_graph_are_followed() -> None:
    """``{"@id": …}`` stands for the node of that name."""
    metadata = ld("""{"@graph": [
        {"@type": "Article", "@id": "#a", "headline": "Budget passes", "author": {"@id": "#p"}, "image": {"@id": "#i"}},
        {"@type": "Person", "@id": "#p", "name": "Jane Doe"},
        {"@type": "ImageObject", "@id": "#i", "url": "/b.jpg", "caption": "The hall", "creditText": "AP"}]}""")
    assert texts(metadata, "byline") == ["Jane Doe"]
    assert [(p.url, p.stated) for p in metadata.pictures] == [
        ("https://news.example/b.jpg", {"caption": ("The hall",), "creditText": ("AP",)})
    ]


def test_a_node_that_refers_to_itself_is_read_once() -> None:
    """Circles end."""
    metadata = ld('{"@type": "NewsArticle", "@id": "#a", "headline": "Budget passes", "mainEntityOfPage": {"@id": "#a"}}')
    assert texts(metadata, "headline") == ["Budget passes"]


def test_teasers_and_breadcrumbs_are_not_the_article() -> None:
    """Of several articles the one counts that has the page's address or title; lists are lists."""
    metadata = ld("""[
        {"@type": "NewsArticle", "headline": "Another story", "author": "Not Me", "url": "https://news.example/other-1"},
        {"@type": "NewsArticle", "headline": "Budget passes", "author": "Jane Doe", "mainEntityOfPage":
            {"@id": "https://news.example/politics/budget-passes-123?utm_source=x"}},
        {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Third", "author": "Nor Me"}]},
        {"@type": "BreadcrumbList", "itemListElement": [
            {"position": 1, "name": "Home", "item": "https://news.example/"},
            {"position": 2, "item": {"@id": "/politics", "name": "Politics"}}]}]""")
    assert texts(metadata, "byline") == ["Jane Doe"]
    assert metadata.breadcrumbs == (
        Breadcrumb("Home", "https://news.example/"),
        Breadcrumb("Politics", "https://news.example/politics"),
    )


def test_several_articles_none_of_them_known_state_nothing() -> None:
    """A section page lists its stories as articles."""
    metadata = ld('[{"@type": "NewsArticle", "headline": "One story"}, {"@type": "NewsArticle", "headline": "Two story"}]')
    assert texts(metadata, "headline") == []
    assert not metadata.is_article


TYPES = {
    "NewsArticle": None,
    "LiveBlogPosting": "LiveBlogPosting",
    "http://schema.org/OpinionNewsArticle": "OpinionNewsArticle",
    "AdvertiserContentArticle": "AdvertiserContentArticle",
    "VideoObject": "VideoObject",
    "MediaGallery": "ImageGallery",
    "CriticReview": "ReviewNewsArticle",
}


@pytest.mark.parametrize(("stated", "type_"), list(TYPES.items()))
def test_the_type_is_the_lines_where_it_says_more_than_article(stated: str, type_: str | None) -> None:
    """schema.org's names, with or without the vocabulary."""
    assert ld(f'{{"@type": "{stated}", "headline": "Budget passes"}}').type == type_


def test_meta_names_state_fields_with_their_roles() -> None:
    """Open Graph, Dublin Core, names of content systems; property, name and http-equiv alike."""
    metadata = read("""<meta property="og:title" content="Budget passes &amp; more">
        <meta name="content_author" content="Jane Doe">
        <meta name="content_editor" content="Ed Itor"><meta name="DC.date.issued" content="2024-05-05">
        <meta property="article:modified_time" content="2024-05-06"><meta property="article:tag" content="Budget">
        <meta property="og:site_name" content="Example News"><meta name="viewport" content="width=device-width">""")
    assert texts(metadata, "headline") == ["Budget passes & more"]
    assert [(c.text, c.role) for c in metadata.of("byline")] == [("Jane Doe", "author"), ("Ed Itor", "editor")]
    assert texts(metadata, "date_published") == ["2024-05-05"]
    assert texts(metadata, "date_modified") == ["2024-05-06"]
    assert (texts(metadata, "keywords"), texts(metadata, "publisher")) == (["Budget"], ["Example News"])
    assert texts(metadata, "in_language") == ["en"]


def test_the_title_may_end_in_the_name_that_the_host_writes_in_one_word() -> None:
    stated = read("<title>Budget passes - Politics | The News</title>")
    assert texts(stated, "publisher") == []
    page = parse(
        "<html><head><title>Une bibliothèque roulante | Le Devoir</title></head></html>", url="https://www.ledevoir.com/1"
    )
    assert texts(read_metadata(page), "publisher") == ["Le Devoir"]


def test_unseen_microdata_counts_in_the_articles_own_scope_only() -> None:
    """A picture's or a comment's date is none of the article's."""
    metadata = read_metadata(
        parse(
            """<article itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="2024-05-05">
            <div itemprop=image itemscope itemtype="https://schema.org/ImageObject">
            <meta itemprop="datePublished" content="2020-01-01"></div></article>""",
            url=URL,
        )
    )
    assert [(c.text, c.source) for c in metadata.of("date_published")] == [("2024-05-05", "microdata")]


def test_access_is_stated_for_the_page_and_for_parts_of_it() -> None:
    """``hasPart`` names the element that is behind the wall."""
    metadata = ld("""{"@type": "NewsArticle", "headline": "Budget passes", "isAccessibleForFree": "False",
        "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paywall"}}""")
    assert [(c.text, c.key) for c in metadata.of("access")] == [
        ("false", "NewsArticle.isAccessibleForFree"),
        (".paywall", "hasPart.cssSelector"),
    ]


@pytest.mark.parametrize(
    ("label", "stated"), [("Written by", ["Jane Doe"]), ("Verfasst von", ["Jane Doe"]), ("Est. reading time", []), ("", [])]
)
def test_a_share_card_says_who_wrote_it_beside_a_label_of_any_language(label: str, stated: list[str]) -> None:
    metadata = read(f"""<meta name="twitter:label1" content="{label}"><meta name="twitter:data1" content="Jane Doe">
        <meta name="twitter:label2" content="Price"><meta name="twitter:data2" content="4 minutes">""")
    assert texts(metadata, "byline") == stated


def test_canonical_and_lead_pictures_are_absolute() -> None:
    """Relative ones are resolved, others left out."""
    metadata = read("""<link rel="canonical" href="/politics/budget"><meta property="og:image" content="/lead.jpg">
        <meta name="twitter:image" content="data:image/gif;base64,x">""")
    assert texts(metadata, "canonical_url") == ["https://news.example/politics/budget"]
    assert metadata.lead_pictures == ("https://news.example/lead.jpg",)


def test_the_text_of_structured_data_is_kept_as_a_witness() -> None:
    """Tags out, entities resolved."""
    assert (
        ld('{"@type": "Article", "headline": "Budget", "articleBody": "<p>One &amp;amp; two</p>"}').article_body == "One & two"
    )
