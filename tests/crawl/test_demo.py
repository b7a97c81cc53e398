"""The bundled site behaves as a news site does, and its content is sound."""

from __future__ import annotations

import gzip
import http.client
import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit
from xml.etree import ElementTree

import pytest

from crawler.demo.newsroom import EPOCH, Newsroom
from crawler.demo.server import DemoServer
from crawler.demo.site import DemoSite, Reply
from crawler.demo.skins import SKINS
from crawler.demo.truth import complete, pages


@dataclass(frozen=True)
class Answer:
    """What a client got."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body of a page in UTF-8."""
        return self.body.decode()


def ask(demo: DemoServer, path: str, *, method: str = "GET", form: dict[str, str] | None = None, **headers: str) -> Answer:
    """One request on a connection of its own; header names are written with underscores."""
    body = urlencode(form) if form else None
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(http.client.HTTPConnection("127.0.0.1", urlsplit(demo.url).port, timeout=10)) as connection:
        connection.request(method, path, body=body, headers=named)
        response = connection.getresponse()
        return Answer(response.status, dict(response.headers), response.read())


@pytest.fixture(scope="module")
def still() -> Iterator[DemoServer]:
    """A site that no test changes."""
    with DemoServer() as demo:
        yield demo


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


def links(html: str) -> list[str]:
    return re.findall(r'href="([^"#]+)"', html)


@pytest.mark.parametrize("path", ["/", "/berita", "/ekonomi", "/english", "/deutsch/archiv", "/rss.xml", "/sitemap-news.xml"])
def test_a_page_that_has_not_changed_is_answered_304(still: DemoServer, path: str) -> None:
    first = ask(still, path)
    assert first.status == 200
    by_tag = ask(still, path, If_None_Match=first.headers["ETag"])
    by_time = ask(still, path, If_Modified_Since=first.headers["Last-Modified"])
    assert (by_tag.status, by_tag.body, by_time.status) == (304, b"", 304)
    assert ask(still, path, If_None_Match='"other"', If_Modified_Since=first.headers["Last-Modified"]).status == 200


def test_bodies_are_compressed_for_clients_that_accept_it(still: DemoServer) -> None:
    packed, bare = ask(still, "/berita", Accept_Encoding="gzip, deflate"), ask(still, "/berita")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == bare.body
    assert len(packed.body) < len(bare.body) / 3


def test_head_answers_what_get_would_without_a_body(still: DemoServer) -> None:
    head, get = ask(still, "/bola", method="HEAD"), ask(still, "/bola")
    assert head.body == b""
    assert (head.status, head.headers["Content-Length"], head.headers["ETag"]) == (200, str(len(get.body)), get.headers["ETag"])


def test_many_requests_go_over_one_connection(still: DemoServer) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", urlsplit(still.url).port, timeout=10)) as connection:
        for path in ("/", "/berita", "/nowhere", "/robots.txt"):
            connection.request("GET", path)
            assert connection.getresponse().read()


@pytest.mark.parametrize("path", ["/nowhere", "/ekonomi?page=99", "/tag/tidak-ada", "/ekonomi/d-999/apa", "/penulis/siapa"])
def test_what_is_not_there_is_404(still: DemoServer, path: str) -> None:
    assert ask(still, path).status == 404


def test_the_portal_answers_a_missing_article_with_a_page_and_200(still: DemoServer) -> None:
    answer = ask(still, "/berita/nasional/1739990-artikel-yang-sudah-ditarik")
    assert answer.status == 200
    assert "Halaman tidak ditemukan" in answer.text


def test_an_article_moves_to_its_address_whatever_its_slug(still: DemoServer) -> None:
    answer = ask(still, "/berita/nasional/1740211-judul-lama")
    assert answer.status == 301
    assert urlsplit(answer.headers["Location"]).path.startswith("/berita/nasional/1740211-dermaga")


def test_the_listings_lead_to_every_article(still: DemoServer) -> None:
    found, page = set(), 1
    while page:
        html = ask(still, f"/?page={page}").text
        found |= set(links(html))
        page = page + 1 if f'rel="next" href="{still.url}?page={page + 1}"' in html else 0
    assert set(still.articles) <= found
    assert len(still.articles) == 48


def test_more_rows_come_from_the_load_more_request(still: DemoServer) -> None:
    rows = ask(still, "/request/load-more", method="POST", form={"channel_name": "berita", "page": "2", "token": "x"})
    assert rows.status == 200
    assert rows.text.startswith('<div class="article-list-row">')
    assert ask(still, "/request/load-more", method="POST", form={"channel_name": "berita", "page": "99"}).body == b""


def test_a_long_article_has_pages_and_one_that_shows_all(still: DemoServer) -> None:
    path = next(urlsplit(url).path for url in still.articles if "kapal-pos" in url)
    first, second, whole = (ask(still, path + query).text for query in ("", "?page=2", "?page=all"))
    assert ["Malam pertama" in text for text in (first, second, whole)] == [True, False, True]
    assert ["Malam kedua" in text for text in (first, second, whole)] == [False, True, True]
    assert "TAMPILKAN SEMUA" in first


def test_the_subscribers_article_is_cut_and_says_so(still: DemoServer) -> None:
    path = next(urlsplit(url).path for url in still.articles if "rathaus" in url)
    html = ask(still, path).text
    assert '"isAccessibleForFree": false' in html
    assert "Kartenspiel" not in html


@pytest.mark.parametrize(("path", "charset"), [("/arsip", "windows-1252"), ("/nihongo/kako", "shift_jis")])
def test_old_pages_name_their_encoding_in_the_document_alone(still: DemoServer, path: str, charset: str) -> None:
    answer = ask(still, path)
    assert answer.headers["Content-Type"] == "text/html"
    assert f"charset={charset}" in answer.body.decode(charset)


def test_feeds_and_sitemaps_are_well_formed_and_name_what_is_published(still: DemoServer) -> None:
    feed = ElementTree.fromstring(ask(still, "/ekonomi/rss.xml").body)
    assert [item.findtext("link") for item in feed.iter("item")] == [url for url in still.articles if "/ekonomi/" in url]
    index = ElementTree.fromstring(ask(still, "/sitemap.xml").body)
    named = [urlsplit(loc.text or "").path for loc in index.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    found = [
        loc.text for path in named for loc in ElementTree.fromstring(ask(still, path).body).iter() if loc.tag.endswith("}loc")
    ]
    assert set(found) == set(still.articles)


def test_robots_names_the_sitemaps_and_the_forbidden_paths(still: DemoServer) -> None:
    text = ask(still, "/robots.txt").text
    assert f"Sitemap: {still.url}sitemap.xml" in text
    assert "Disallow: /internal/" in text


def test_the_clock_stands_still_unless_told_to_run(still: DemoServer) -> None:
    assert still.newsroom.now == EPOCH
    assert ask(still, "/").body == ask(still, "/").body


def test_a_site_whose_clock_runs_gets_news_by_itself() -> None:
    assert Newsroom(rate=1e9).now > EPOCH


def test_growing_brings_the_next_stories_to_the_listings(demo: DemoServer) -> None:
    tag, before = ask(demo, "/").headers["ETag"], set(demo.articles)
    new = demo.grow(3)
    assert len(new) == 3
    answer = ask(demo, "/", If_None_Match=tag)
    assert answer.status == 200
    assert set(demo.articles) - before == set(links(answer.text)) & (set(demo.articles) - before)
    assert len(demo.grow(1000)) == 11
    assert demo.grow() == ()


def test_corrections_come_with_time(demo: DemoServer) -> None:
    path = next(urlsplit(url).path for url in demo.articles if "1740211" in url)
    tag = ask(demo, path).headers["ETag"]
    demo.advance(days=1)
    later = ask(demo, path, If_None_Match=tag)
    assert later.status == 200
    assert "Yang benar enam miliar rupiah" in later.text


@pytest.mark.parametrize("number", [1740211, 8804077, 6001001, 1100812])
def test_any_article_can_be_corrected_now_and_again(demo: DemoServer, number: int) -> None:
    first, second = demo.correct(number), demo.correct(number)
    assert (len(first.notes), len(second.notes)) == (1, 2)
    assert second.modified == demo.newsroom.now
    demo.advance(days=9)
    assert len(demo.newsroom.state(number).notes) == 2


def test_a_prepared_answer_takes_the_place_of_the_sites_own(demo: DemoServer) -> None:
    demo.answers["/berita"] = Reply(b"down", status=503, headers={"Retry-After": "1"})
    answer = ask(demo, "/berita")
    assert (answer.status, answer.headers["Retry-After"]) == (503, "1")


@pytest.mark.parametrize(("skin", "sign"), [("shell", 'id="app"'), ("broadsheet", 'class="byline"')])
def test_a_section_can_be_redesigned(demo: DemoServer, skin: str, sign: str) -> None:
    path = next(urlsplit(url).path for url in demo.articles if "/english/" in url)
    demo.redesign("/english/world", "shell")
    demo.redesign("/english/world", skin)
    assert sign in ask(demo, path).text
    assert ask(demo, "/english/world").status == 200


@pytest.mark.parametrize("skin", SKINS)
def test_every_skin_prints_every_story_and_list(skin: str) -> None:
    site = DemoSite(complete(), "http://127.0.0.1")
    site.skins = {section.path: skin for section in site.newsroom.sections}
    for story in site.newsroom.published():
        assert site.article(story).status == 200
    for section in site.newsroom.sections:
        assert site.get(section.path).status == 200


def test_requests_are_kept_with_status_and_headers(demo: DemoServer) -> None:
    ask(demo, "/bola?page=1", User_Agent="tester")
    (request,) = demo.requests
    assert (request.method, request.path, request.status, request.headers["user-agent"]) == (
        "GET",
        "/bola?page=1",
        200,
        "tester",
    )


def test_the_data_refer_to_older_stories_and_to_passages_that_stand_there() -> None:
    stories = Newsroom().stories
    for story in stories.values():
        for ref in {
            *story.related,
            *(ref for block in story.blocks if block.kind in {"related", "promo"} for ref in block.refs),
        }:
            assert stories[ref].published < story.published, (story.id, ref)
        for revision in story.revisions:
            assert revision.at > max(EPOCH, story.published), story.id
            for old, _ in revision.swap:
                assert any(old in block.text for block in story.blocks), (story.id, old)


def test_every_kind_of_page_and_language_is_there() -> None:
    room = complete()
    assert len(room.published()) == 62
    assert Counter(story.kind for story in room.published())["news"] == 58
    assert {room.section(story).language for story in room.published()} == {"id", "en", "de", "ja"}


def test_pages_come_with_their_truth() -> None:
    found = list(pages())
    assert len({url for url, _, _ in found}) == len(found)
    for url, html, truth in found:
        json.dumps(truth)
        assert 1_000 < len(html) < 40_000, url
        assert truth["@type"] is None or truth.get("articleBody") or truth["liveBlogUpdate"], url
