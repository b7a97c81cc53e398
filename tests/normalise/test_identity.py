"""One article has one id, and a revision is a change of its own content, nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.items import Article, Correction, Image, LiveBlogUpdate, Metadata, Revision, Teaser
from crawler.line import to_dict
from crawler.normalise.identity import (
    Remembered,
    article_id,
    believed_canonical,
    changed_fields,
    content_hash,
    field_digests,
    next_revision,
)
from crawler.site import Site

VIVA = Site(name="viva.co.id", domains=("viva.co.id",), native_id=r"/(\d+)-")
ABC = Site(name="abcnews", domains=("abcnews.go.com", "abcnews.com", "go.com"), native_id=r"id=(\d+)")
PLAIN = Site(name="example.org", domains=("example.org",))


@pytest.mark.parametrize(
    "url",
    [
        "https://www.viva.co.id/berita/dunia/1506942-korut-tawarkan",
        "http://www.viva.co.id/berita/dunia/1506942-korut-tawarkan?page=all",
        "https://m.viva.co.id/militer/1506942-slug-baru",
        "https://nasional.viva.co.id/1506942-x?utm_source=rss",
    ],
)
def test_the_sites_own_id_survives_slug_section_host_and_scheme(url: str) -> None:
    assert article_id(site=VIVA, url=url, canonical=None) == "viva.co.id:1506942"


def test_the_sites_own_id_survives_a_new_domain() -> None:
    urls = ("http://abcnews.go.com/US/story?id=4711", "https://abcnews.com/Politics/other/story?id=4711")
    assert {article_id(site=ABC, url=url, canonical=None) for url in urls} == {"abcnews:4711"}


def test_the_sites_own_id_may_stand_in_the_canonical_url_only() -> None:
    canonical = "https://www.viva.co.id/berita/1506942-korut"
    assert article_id(site=VIVA, url="https://www.viva.co.id/amp?x=korut", canonical=canonical) == "viva.co.id:1506942"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/new-mayor-takes-office",
        "http://www.example.org/news/new-mayor-takes-office/",
        "https://m.example.org/news/new-mayor-takes-office?utm_medium=x#top",
        "https://example.org/news/new-mayor-takes-office/amp/",
        "https://example.org/local/new-mayor-takes-office?foo=bar",
    ],
)
def test_without_a_native_id_all_views_of_a_page_are_one_article(url: str) -> None:
    canonical = "https://example.org/news/new-mayor-takes-office"
    assert article_id(site=PLAIN, url=url, canonical=canonical) == "example.org:484e00fd750e4ffc"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://example.org/a/new-mayor-takes-office", "https://example.org/"),
        ("https://example.org/a/new-mayor-takes-office", "https://example.org/a"),
        ("https://example.org/mayor/new-mayor-takes-office", "https://example.org/mayor"),
        ("https://example.org/a/new-mayor-takes-office", "https://agency.example/new-mayor-takes-office"),
        ("https://example.org/a/new-mayor-takes-office", "/a/new-mayor-takes-office"),
        ("https://example.org/article.php?id=17", "https://example.org/article.php"),
        ("https://example.org/news?id=17", "https://example.org/news"),
        ("https://example.org/?p=17", "https://example.org/"),
    ],
)
def test_a_canonical_url_that_cannot_mean_this_page_is_not_believed(url: str, canonical: str) -> None:
    assert believed_canonical(site=PLAIN, url=url, canonical=canonical) is None


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://example.org/?p=17", "https://example.org/2026/new-mayor-takes-office"),
        ("https://example.org/a/new-mayor-takes-office?x=1", "https://example.org/a/new-mayor-takes-office"),
        ("https://example.org/a/new-mayor-1234?x=1", "http://local.example.org/1234"),
        ("https://example.org/a/北京时间新闻", "https://example.org/b/%E5%8C%97%E4%BA%AC%E6%97%B6%E9%97%B4%E6%96%B0%E9%97%BB"),
    ],
)
def test_a_canonical_url_of_the_same_page_is_believed(url: str, canonical: str) -> None:
    assert believed_canonical(site=PLAIN, url=url, canonical=canonical) == canonical


def test_a_canonical_url_with_another_native_id_is_not_believed() -> None:
    url, canonical = "https://www.viva.co.id/1-korut-tawarkan", "https://www.viva.co.id/2-korut-tawarkan"
    assert believed_canonical(site=VIVA, url=url, canonical=canonical) is None
    assert article_id(site=VIVA, url=url, canonical=canonical) == "viva.co.id:1"


def test_a_nameless_site_is_called_by_its_registered_domain() -> None:
    found = article_id(site=Site(name=""), url="https://news.example.co.uk/a", canonical=None)
    assert found.startswith("example.co.uk:")


@given(st.text(), st.one_of(st.none(), st.text()))
def test_every_address_has_an_id(url: str, canonical: str | None) -> None:
    assert article_id(site=PLAIN, url=url, canonical=canonical).startswith("example.org:")


ARTICLE = Article(
    headline="Korut Tawarkan 100 Ribu Tentara",
    description="Ringkasan",
    byline="Oleh : Harry Siswoyo",
    article_body="Korea Utara siap.\n\nKata Korotchenko.",
    images=(Image(url="https://example.org/1.jpg", caption="Tentara", credit_text="AP"),),
)


@pytest.mark.parametrize(
    "same",
    [
        replace(ARTICLE, headline="  Korut  Tawarkan\u00a0100 Ribu\nTentara "),
        replace(ARTICLE, article_body="Korea Utara siap. Kata\u200b Korotchenko."),
        replace(ARTICLE, related_articles=(Teaser(headline="Lain"),), keywords=("x",), word_count=7),
        replace(ARTICLE, images=(replace(ARTICLE.images[0], url="https://cdn.example.org/2.jpg", width=3), Image(url="u"))),
        replace(ARTICLE, date_modified="2022-08-09", metadata=Metadata(run_id="r2"), url="https://example.org/x"),
    ],
)
def test_what_is_not_the_articles_own_content_makes_no_revision(same: Article) -> None:
    assert content_hash(same) == content_hash(ARTICLE)
    assert changed_fields(field_digests(ARTICLE), same) == ()


def test_composition_makes_no_difference() -> None:
    assert content_hash(Article(headline="Cafe\u0301")) == content_hash(Article(headline="Café"))


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"headline": "Baru"}, ("headline",)),
        ({"description": None}, ("description",)),
        ({"byline": "Oleh : Ani"}, ("byline",)),
        ({"article_body": "Diralat."}, ("articleBody",)),
        ({"images": (Image(caption="Tentara", credit_text="AFP"),)}, ("images",)),
        ({"images": ()}, ("images",)),
        ({"corrections": (Correction("Ralat: 100"),)}, ("corrections",)),
        ({"live_blog_update": (LiveBlogUpdate(article_body="09.00"),)}, ("liveBlogUpdate",)),
        ({"headline": "Baru", "article_body": "Diralat."}, ("headline", "articleBody")),
    ],
)
def test_changed_fields_are_named_as_on_the_line(changes: dict[str, Any], named: tuple[str, ...]) -> None:
    new = replace(ARTICLE)
    new.update(changes)
    assert changed_fields(field_digests(ARTICLE), new) == named
    assert content_hash(new) != content_hash(ARTICLE)


def test_texts_do_not_run_into_the_next_field() -> None:
    assert content_hash(Article(headline="a", description="b")) != content_hash(Article(headline="a b"))
    assert content_hash(Article(headline="a")) != content_hash(Article(description="a"))


@given(st.text(), st.text(), st.text())
def test_an_item_and_its_line_have_the_same_hash_and_digests(headline: str, body: str, caption: str) -> None:
    article = Article(headline=headline, article_body=body, images=(Image(caption=caption),))
    assert content_hash(to_dict(article)) == content_hash(article)
    assert field_digests(to_dict(article)) == field_digests(article)


def test_the_first_reading_is_revision_one() -> None:
    wanted = Revision(1, "new", content_hash(ARTICLE), first_seen="2026-11-25", checked_at="2026-11-25")
    assert next_revision(ARTICLE, last=None, checked_at="2026-11-25") == wanted


def remembered(article: Article) -> Remembered:
    return Remembered(number=3, content_hash=content_hash(article), digests=field_digests(article), first_seen="2026-11-01")


def test_an_unchanged_article_is_no_revision() -> None:
    assert next_revision(ARTICLE, last=remembered(ARTICLE), checked_at="2026-11-25") is None


def test_a_changed_article_is_the_next_revision() -> None:
    new = replace(ARTICLE, headline="Baru")
    found = next_revision(new, last=remembered(ARTICLE), checked_at="2026-11-25")
    last = content_hash(ARTICLE)
    assert found == Revision(4, "updated", content_hash(new), last, ("headline",), "2026-11-01", "2026-11-25")


def test_a_new_correction_makes_it_corrected() -> None:
    new = replace(ARTICLE, article_body="Diralat.", corrections=(Correction("Ralat"),))
    found = next_revision(new, last=remembered(ARTICLE), checked_at=None)
    assert found is not None
    assert (found.status, found.changed_fields) == ("corrected", ("articleBody", "corrections"))


def test_an_article_whose_only_line_was_lost_is_new_again() -> None:
    found = next_revision(ARTICLE, last=Remembered(number=0, first_seen="2026-11-01"), checked_at="2026-11-25")
    assert found == Revision(1, "new", content_hash(ARTICLE), first_seen="2026-11-01", checked_at="2026-11-25")
