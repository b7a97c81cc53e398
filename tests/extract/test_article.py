"""Whole pages: what an article's evidence holds, and why a page holds none."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.evidence import Evidence
from crawler.extract.article import extract_article
from crawler.items import Access, Article
from crawler.normalise.desk import finish
from crawler.site import Site
from tests.extract.pages import FIRST, LAST, SECOND, URL

PAGE = f"""<!doctype html><html lang=en><head><title>Budget passes after long night | Example News</title>
<meta property="og:site_name" content="Example News"><link rel=canonical href="{URL}">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Budget passes after long night",
"datePublished": "2024-05-05T10:12:00+02:00", "author": {{"@type": "Person", "name": "Jane Doe"}}, "articleSection": "Politics",
"isAccessibleForFree": true, "image": {{"@type": "ImageObject", "url": "/hall.jpg", "creditText": "AP"}}}}</script></head><body>
<header><nav><a href="/">Home</a></nav><div class=date>Monday, 6 May 2024</div></header>
<article><h1>Budget passes after long night</h1><p class=standfirst>After twelve hours the plan has its majority.</p>
<div class=byline>By <a href="/staff/jane">Jane Doe</a></div><time datetime="2024-05-05T10:12:00+02:00">5 May 2024</time>
<figure><img src="/hall.jpg" width=800 height=600><figcaption>The hall on Friday.</figcaption></figure>
<p>{FIRST}</p>
<div class="related"><strong>Read more:</strong> <a href="/politics/schools-124">Schools get more money this year</a></div>
<p>{SECOND}</p><h2>What comes next</h2><p>{LAST}</p><p>Additional reporting by John Roe</p></article>
<footer>© Example News</footer></body></html>"""


def evidence(article: Article) -> Evidence:
    assert article.evidence is not None
    return article.evidence


def test_everything_on_the_page_goes_to_its_own_field() -> None:
    """The text holds neither byline nor caption nor teaser."""
    article = finish(extract_article(PAGE, URL, fetched_at=datetime(2024, 5, 6, tzinfo=UTC)))
    assert article.headline == "Budget passes after long night"
    assert article.description == "After twelve hours the plan has its majority."
    assert [(credit.name, credit.role) for credit in article.authors] == [("Jane Doe", "author")]
    assert [(credit.name, credit.role) for credit in article.contributors] == [("John Roe", "contributor")]
    assert article.date_published == "2024-05-05T10:12:00+02:00"
    assert article.article_body == f"{FIRST}\n\n{SECOND}\n\nWhat comes next\n\n{LAST}"
    assert [(image.caption, image.credit_text) for image in article.images] == [("The hall on Friday.", "AP")]
    assert [teaser.headline for teaser in article.related_articles] == ["Schools get more money this year"]
    assert (article.article_section, article.publisher.name) == (("Politics",), "Example News")
    assert (article.is_accessible_for_free, article.access) == (True, Access("open", "NewsArticle.isAccessibleForFree=true"))
    assert article.metadata.text_accounting is not None
    assert article.metadata.text_accounting.unassigned == 0


def test_who_a_credited_picture_shows_wrote_nothing() -> None:
    """Though the name stands alone in a line of no class, right behind a date and before the byline."""
    box = "<div><img src=/pictures/hall-wide.jpg><p>Anna Roe</p><p>Foto: REUTERS/Max Poe</p></div>"
    page = PAGE.replace("<div class=byline>By ", f"<p>5 May 2024</p>{box}<div>")
    article = finish(extract_article(page, URL))
    assert [credit.name for credit in article.authors] == ["Jane Doe"]
    assert ("Anna Roe", "REUTERS/Max Poe") in [(image.caption, image.credit_text) for image in article.images]


def test_the_evidence_names_the_page_and_its_site() -> None:
    """The site's own facts go before what the page states."""
    site = Site(name="example", domains=("news.example",), publishers=("The Example",), timezone="Europe/Berlin", language="en")
    context = evidence(extract_article(PAGE, URL, site=site)).context
    assert (context.publishers, context.hosts) == (("The Example", "Example News"), ("news.example",))
    assert (context.timezone, context.language, context.url) == ("Europe/Berlin", "en", URL)


def test_an_article_that_swallows_its_page_is_read_as_a_browser_reads_it() -> None:
    """``</article>`` closes what is open in it: the teasers below belong to the page."""
    page = f"""<article><h1>Budget passes after long night</h1><div><p>{FIRST}</p><p>{SECOND}</p></article>
    <section><h3>More stories</h3><ul><li><a href="/a-1">Storm hits the coast tonight</a></li>
    <li><a href="/a-2">Prices rise again in spring</a></li></ul></section>"""
    assert finish(extract_article(page, URL)).article_body == f"{FIRST}\n\n{SECOND}"


def test_a_page_laid_out_by_tables_and_line_breaks_is_read() -> None:
    """No paragraph, no class, one cell for all."""
    page = f"""<table><tr><td><font><a href="/a">News</a><br><a href="/b">Sport</a></font></td><td><font>
    <h2>Budget passes after long night</h2><font size=2>5 May 2004 10:12</font><br><i>By Jane Doe</i><hr>
    {FIRST}<br><br>{SECOND}<br><br>{LAST}</font></td></tr></table>"""
    article = finish(extract_article(page, URL, site=Site(name="x", language="en")))
    assert (article.headline, article.date_published) == ("Budget passes after long night", "2004-05-05T10:12:00")
    assert [author.name for author in article.authors] == ["Jane Doe"]
    assert article.article_body == f"{FIRST}\n\n{SECOND}\n\n{LAST}"


def test_a_dateline_before_the_first_paragraph_is_joined_with_it() -> None:
    """``<strong>Jakarta</strong> - <p>`` is how one system prints it."""
    page = f"<article><h1>Budget passes</h1><div><strong>Jakarta</strong> - <p>{FIRST}</p><p>{SECOND}</p></div></article>"
    article = finish(extract_article(page, URL, site=Site(name="x", language="en")))
    assert (article.dateline, article.article_body) == ("Jakarta", f"Jakarta - {FIRST}\n\n{SECOND}")


def test_a_live_blogs_entries_are_read_from_structured_data() -> None:
    """With their own dates and authors."""
    page = f"""<script type="application/ld+json">{{"@type": "LiveBlogPosting", "headline": "Budget live",
    "liveBlogUpdate": [{{"@type": "BlogPosting", "headline": "It begins", "articleBody": "The session is open.",
    "datePublished": "2024-05-05T20:00:00Z", "author": {{"name": "Jane Doe"}}}}, {{"headline": "no text"}}]}}</script>
    <article><h1>Budget live</h1><p>{FIRST}</p></article>"""
    article = extract_article(page, URL)
    assert article.type == "LiveBlogPosting"
    (update,) = article.live_blog_update
    assert (update.headline, update.article_body, update.date_published) == (
        "It begins",
        "The session is open.",
        "2024-05-05T20:00:00+00:00",
    )
    assert [author.name for author in update.authors] == ["Jane Doe"]


SUMMARY = "A summary of the story, which is longer than most of them."
LINKS = "".join(f"<li><a href='/story-{n}'>Headline number {n} of the day</a><p>{SUMMARY}</p></li>" for n in range(12))
REASONS: dict[str, bytes | str] = {
    "empty": b"",
    "binary": b"%PDF-1.7\x00\x01",
    "not HTML": b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>",
    "no text": "<html><body><h1>Budget passes</h1></body></html>",
    "wall": "<html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p></body></html>",
    "error page": "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>It is gone.</p></body></html>",
    "list of links": f"<html><body><main><h1>Politics</h1><ul>{LINKS}</ul></main></body></html>",
}


@pytest.mark.parametrize("reason", REASONS)
def test_a_page_without_an_article_says_why(reason: str) -> None:
    """In words that a count can be kept of."""
    assert evidence(extract_article(REASONS[reason], URL)).reason == reason


def test_two_paragraphs_longer_than_summaries_are_an_article() -> None:
    """However many links stand around it, and though nothing names a writer or a day."""
    page = (
        f"<main><h1>How to save on food</h1><p>{FIRST} {SECOND} {LAST}</p><p>{SECOND} {LAST} {FIRST}</p></main><ul>{LINKS}</ul>"
    )
    assert evidence(extract_article(page, URL)).reason is None


def test_an_article_about_an_error_is_an_article() -> None:
    """Words alone condemn no page that has text."""
    page = f"<h1>Page not found: how the budget vanished</h1><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p><p>{FIRST}</p>"
    assert evidence(extract_article(page, URL)).reason is None


TAGS = [
    "<p>",
    "</p>",
    "<div class=author>",
    "</div>",
    "<time>",
    "<h1>",
    "<a href='/x'>",
    "</a>",
    "<figure>",
    "<table><tr><td>",
    "</article>",
]
PIECES = st.one_of(
    st.sampled_from([*TAGS, FIRST, "By Jane Doe", "5 May 2024", "<script type='application/ld+json'>{"]), st.text(max_size=9)
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40), st.text(max_size=20))
def test_any_page_gives_an_article(pieces: list[str], url: str) -> None:
    """Total: whatever the markup, and whatever the address."""
    article = finish(extract_article("".join(pieces), url))
    accounting = article.metadata.text_accounting
    assert accounting is not None
    assert accounting.blocks == accounting.assigned + accounting.discarded + accounting.unassigned


def test_a_link_that_ends_the_page_without_a_word_is_no_trouble() -> None:
    """Behind a heading that begins the list of what is related; the bytes as they were found."""
    page = b'dua miliar r\x1cpia <b>Selamatp>&md&shelated"><h3>Berita Terkait<h><a href=8>'
    assert finish(extract_article(page, "https://www.harian.example/berita/2026/11/20/jembatan-baru-123456")).metadata


@pytest.mark.parametrize("source", ["/hall-at-night.jpg", "http://[x/hall-at-night.jpg", "//[hall-at-night"])
@pytest.mark.parametrize("target", ["http://[x", "//[x/hall-at-night.jpg", "/hall-at-night-1"])
def test_addresses_that_cannot_be_taken_apart_lead_nowhere(source: str, target: str) -> None:
    picture = f"<a href='{target}'><img src='{source}'></a>"
    page = f"<h1>Budget passes</h1><p>{FIRST}</p>{picture}<figure>{picture}<figcaption>Photo: AP</figcaption></figure>"
    assert finish(extract_article(f"{page}<p>{SECOND}</p>", URL)).article_body


@pytest.mark.parametrize("size", [".x", "1.2.3w", "..w", "2x"])
def test_a_version_of_a_picture_whose_size_is_no_number_is_one(size: str) -> None:
    picture = f"<figure><img srcset='/hall-at-night.jpg {size}'><figcaption>The hall. Photo: AP</figcaption></figure>"
    article = finish(extract_article(f"<h1>Budget passes</h1><p>{FIRST}</p>{picture}<p>{SECOND}</p>", URL))
    assert [image.url.rpartition("/")[2] for image in article.images if image.url] == ["hall-at-night.jpg"]
