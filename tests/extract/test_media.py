"""Videos and sounds: stated ones, and players that stand in the text."""

import pytest

from crawler.extract.article import extract_article
from crawler.items import Media
from tests.extract.pages import FIRST, LAST, SECOND, URL

PLAYERS = {
    "<iframe src='https://www.youtube.com/embed/x1'></iframe>": [("https://www.youtube.com/embed/x1", "YouTube")],
    "<iframe data-src='//player.vimeo.com/video/7'></iframe>": [("https://player.vimeo.com/video/7", "Vimeo")],
    "<video controls><source src='/film.mp4'></video>": [("https://news.example/film.mp4", None)],
    "<iframe src='https://www.youtube.com/subscribe_embed?channel=c'></iframe>": [],
    "<iframe src='https://maps.example/embed?q=Bonn'></iframe>": [],
    "<video></video>": [],
}


def page(within: str, head: str = "") -> str:
    return f"<head>{head}</head><article><h1>Budget passes</h1><p>{FIRST}</p>{within}<p>{SECOND}</p><p>{LAST}</p></article>"


@pytest.mark.parametrize("html", PLAYERS)
def test_a_player_in_the_text_is_a_video(html: str) -> None:
    """Maps, buttons and empty frames are none."""
    assert [(video.url, video.provider) for video in extract_article(page(html), URL).videos] == PLAYERS[html]


def test_a_film_between_headline_and_text_is_the_articles() -> None:
    """As video pages have it; the text stands in an element of its own."""
    film = "<div><video src=/film.mp4></video></div>"
    html = f"<article><h1>Budget passes</h1>{film}<div><p>{FIRST}</p><p>{SECOND}</p></div></article>"
    assert [video.url for video in extract_article(html, URL).videos] == ["https://news.example/film.mp4"]


def test_sounds_stand_apart_from_videos() -> None:
    """Each kind has its field."""
    article = extract_article(page("<iframe src='https://open.spotify.com/embed/episode/1'></iframe>"), URL)
    assert (article.audios, article.videos) == ((Media("https://open.spotify.com/embed/episode/1", None, "Spotify"),), ())


def test_a_stated_video_has_its_name_and_counts_once() -> None:
    """Structured data and player are one recording."""
    ld = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Budget passes", "video":
    {"@type": "VideoObject", "name": "The vote", "embedUrl": "https://www.youtube.com/embed/x1"}}</script>"""
    article = extract_article(page("<iframe src='https://www.youtube.com/embed/x1?rel=0'></iframe>", ld), URL)
    assert article.videos == (Media("https://www.youtube.com/embed/x1", "The vote", "YouTube"),)


def test_a_player_beside_the_text_is_none() -> None:
    """The page shows it to every reader."""
    aside = "<aside><iframe src='https://www.youtube.com/embed/x2'></iframe></aside>"
    assert extract_article(page("") + aside, URL).videos == ()
