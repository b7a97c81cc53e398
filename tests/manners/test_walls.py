"""A page that stands in an article's place is told without a look at the phrases of its text."""

import pytest

from crawler.items import Appearance, Article
from crawler.manners.walls import ELSEWHERE, STRANGER, UNLIKE, WALL, Repetitions, landed, refusal, why_elsewhere, why_wall

ANNOUNCED = "Dermaga Kuala Merati Ditutup Dua Pekan"
SITE = "https://sauh.example"


def page(**given: object) -> Article:
    article = Article(url=f"{SITE}/berita/1-dermaga")
    article.update(given)
    return article


@pytest.mark.parametrize(
    ("headline", "date", "announced", "reason"),
    [
        ("Kami menghargai privasi Anda", None, ANNOUNCED, STRANGER),
        ("404 - Halaman tidak ditemukan", None, ANNOUNCED, STRANGER),
        (None, None, ANNOUNCED, STRANGER),
        ("Kami menghargai privasi Anda", "2025-09-05T10:00:00+07:00", ANNOUNCED, None),
        ("Dua Pekan Tanpa Dermaga", None, ANNOUNCED, None),
        ("DERMAGA KUALA MERATI", None, ANNOUNCED, None),
        ("Any headline at all", None, None, None),
        ("廃線跡を歩く最後の駅長", None, "廃線跡を歩く最後の駅長", None),
    ],
)
def test_a_page_that_was_announced_otherwise(
    headline: str | None, date: str | None, announced: str, reason: str | None
) -> None:
    """No date of its own, no word of the announced headline; a new headline for the same story shares words."""
    seen = (Appearance(listing_url=f"{SITE}/berita", headline=announced),)
    assert why_wall(page(headline=headline, date_published=date, appearances=seen)) == reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (f"{SITE}/", ELSEWHERE),
        (f"{SITE}", ELSEWHERE),
        (f"{SITE}/login?next=%2Fberita%2F1-dermaga", WALL),
        (f"{SITE}/consent/?url=https%3A%2F%2Fsauh.example%2Fberita%2F1-dermaga&lang=id", WALL),
        (f"{SITE}/consent/?url=https%253A%252F%252Fsauh.example%252Fberita%252F1-dermaga", WALL),
        (f"{SITE}/account#/berita/1-dermaga", WALL),
        (f"{SITE}/berita/1-dermaga-kuala-merati", None),
        (f"{SITE}/news/berita/1-dermaga", None),
        (f"{SITE}/?p=1", None),
        ("https://m.sauh.example/berita/1-dermaga?from=/berita/1-dermaga", None),
    ],
)
def test_where_a_redirect_led(url: str, reason: str | None) -> None:
    """To the front page, or to one that will send the reader back; a moved article is an article."""
    assert landed(url, (f"{SITE}/berita/1-dermaga",)) == reason
    assert landed(url, (url,)) is None


@pytest.mark.parametrize(("status", "reason"), [(200, None), (203, None), (202, "HTTP 202"), (206, "HTTP 206")])
def test_an_answer_that_is_none(status: int, reason: str | None) -> None:
    """202 is how some bot checks answer; 206 is a part."""
    assert why_elsewhere(status, SITE, ()) == reason


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ([], "HTTP 403"),
        ([("server", "cloudflare"), ("cf-ray", "8f"), ("link", "</a?b>; rel=preload")], "HTTP 403"),
        ([("cf-mitigated", "Challenge")], "bot check"),
        ([("x-amzn-waf-action", "captcha")], "bot check"),
        ([("x-datadome", "protected")], "bot check"),
    ],
)
def test_a_bot_check_says_so_in_its_headers(headers: list[tuple[str, str]], reason: str) -> None:
    assert refusal(403, headers) == reason


@pytest.mark.parametrize(
    ("usual", "filled", "reason"),
    [
        (("headline", "articleBody", "datePublished", "authors"), ("headline", "articleBody"), UNLIKE),
        (("headline", "articleBody", "datePublished", "authors"), ("headline", "articleBody", "authors"), None),
        (("headline", "articleBody", "datePublished"), ("headline", "articleBody"), None),
        ((), ("headline",), None),
    ],
)
def test_a_page_that_nobody_announced_is_held_against_the_site(
    usual: tuple[str, ...], filled: tuple[str, ...], reason: str | None
) -> None:
    """It has nothing of what nearly all others have; an announced one with its headline may be the new layout."""
    assert why_wall(page(headline="x"), usual=usual, filled=filled) == reason
    seen = (Appearance(listing_url=f"{SITE}/berita", headline="words in common"),)
    assert why_wall(page(headline="words in common", appearances=seen), usual=usual, filled=filled) is None


def test_the_same_page_under_two_announcements_is_a_wall() -> None:
    """The second tells, and from then on all; the same story announced twice, or twice in other words, is none."""
    texts = Repetitions()
    assert not texts.is_wall("a", "/1", ["Harbour reopens after the storm"])
    assert not texts.is_wall("a", "/1", ["Council votes"])
    assert not texts.is_wall("a", "/2", ["Storm over: harbour open"])
    assert texts.is_wall("a", "/3", ["Council votes for a bridge"])
    assert texts.is_wall("a", "/4", ["Harbour reopens after the storm"])
    assert not texts.is_wall("b", "/5", [])
    assert not texts.is_wall("b", "/6", ["Museum shows letters"])
    assert Repetitions(texts.known).is_wall("a", "/9", ["Anything"])
