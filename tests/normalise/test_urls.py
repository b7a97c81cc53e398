"""One page, one address: what is cleaned away and what makes two addresses the same."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.normalise.hosts import path_of
from crawler.normalise.urls import clean_url, host_of, identity_key, registered_domain

CLEAN = [
    ("https://www.viva.co.id/berita/dunia/1506942-korut", "https://www.viva.co.id/berita/dunia/1506942-korut"),
    ("https://www.viva.co.id", "https://www.viva.co.id/"),
    ("  HTTPS://WWW.Example.ORG:443/A/B \n", "https://www.example.org/A/B"),
    ("http://example.org:80/a", "http://example.org/a"),
    ("http://example.org:8080/a", "http://example.org:8080/a"),
    ("http://127.0.0.1:8000/a?b=1", "http://127.0.0.1:8000/a?b=1"),
    ("http://[::1]:80/a", "http://[::1]/a"),
    ("https://example.org/a#comments", "https://example.org/a"),
    ("https://example.org/#!/article/7", "https://example.org/#!/article/7"),
    ("https://example.org/a/../b/./c", "https://example.org/b/c"),
    ("https://example.org/a/%2e%2e/b", "https://example.org/b"),
    ("https://example.org/../../a/..", "https://example.org/"),
    ("https://example.org/a//b", "https://example.org/a//b"),
    ("https://example.org/a?utm_source=rss&utm_medium=rss&id=7", "https://example.org/a?id=7"),
    ("https://www.otosia.com/?utm_source=baidu&amp;utm_medium=icon&amp;x=1", "https://www.otosia.com/?x=1"),
    ("https://www.heise.de/n-1.html?wt_mc=rss.red&seite=all", "https://www.heise.de/n-1.html?seite=all"),
    ("https://www.dw.com/de/a/a-65464327?maca=de-rss", "https://www.dw.com/de/a/a-65464327"),
    ("https://www.derstandard.at/story/3000000218734/wir?ref=rss", "https://www.derstandard.at/story/3000000218734/wir"),
    ("https://example.org/a?source=12", "https://example.org/a?source=12"),
    ("https://example.org/index.php?source=archive", "https://example.org/index.php?source=archive"),
    ("https://example.org/?from=archive", "https://example.org/?from=archive"),
    ("https://example.org/f?s=1d0f438e682374556630f48524e4a39b", "https://example.org/f"),
    ("https://example.org/f?s=opportunity&sid=44", "https://example.org/f?s=opportunity&sid=44"),
    ("https://example.org/a;jsessionid=0A1B2C3D?id=1", "https://example.org/a?id=1"),
    ("https://example.org/a?b=2&a=1&&", "https://example.org/a?b=2&a=1"),
    ("https://example.org/a?", "https://example.org/a"),
    ("https://example.org/kühl und weit?q=ä", "https://example.org/k%C3%BChl%20und%20weit?q=%C3%A4"),
    ("https://example.org/%7euser/%c3%a4", "https://example.org/~user/%C3%A4"),
    ("https://müller.example.org/a", "https://xn--mller-kva.example.org/a"),
    ("https://user:secret@example.org/a", "https://example.org/a"),
    ("https://exa\nmple.org/a\tb", "https://example.org/ab"),
    ("/berita/1?utm_source=x", "/berita/1?utm_source=x"),
    ("mailto:a@example.org", "mailto:a@example.org"),
    ("urn:x-seed:viva", "urn:x-seed:viva"),
    ("https://[broken", "https://[broken"),
    ("https://example.org:port/a", "https://example.org:port/a"),
    ("https://good.example\\@evil.example/", "https://good.example\\@evil.example/"),
    ("", ""),
]

SAME = [
    [
        "https://www.viva.co.id/berita/dunia/1506942-korut",
        "http://www.viva.co.id/berita/dunia/1506942-korut/",
        "https://viva.co.id/berita/dunia/1506942-korut?page=all",
        "https://m.viva.co.id/berita/dunia/1506942-korut",
        "https://amp.viva.co.id/berita/dunia/1506942-korut",
        "https://www.viva.co.id/amp/berita/dunia/1506942-korut",
        "https://www.viva.co.id/m/berita/dunia/1506942-korut",
        "https://www.viva.co.id/berita/dunia/1506942-korut/amp/",
        "https://www.viva.co.id/berita/dunia/1506942-korut?amp",
        "https://www.viva.co.id/berita/dunia/1506942-korut?utm_source=rss&fbclid=IwAR0",
        "https://www.viva.co.id/berita/dunia/1506942-korut#comments",
        "https://www.viva.co.id/berita//dunia/1506942-korut",
        "https://www-viva-co-id.cdn.ampproject.org/c/s/www.viva.co.id/berita/dunia/1506942-korut?amp=1",
        "https://www.google.com/amp/s/www.viva.co.id/amp/berita/dunia/1506942-korut",
    ],
    ["https://news.detik.com/read/2016/10/07/1/a", "https://news.detik.com/read/2016/10/07/1/a?single=1"],
    ["https://www.heise.de/n-1.html", "https://www.heise.de/n-1.html?seite=all"],
    ["https://www.zeit.de/2022/1/a", "https://www.zeit.de/2022/1/a/komplettansicht"],
    ["https://example.org/a.html", "https://example.org/a.amp.html", "https://example.org/a.html?outputType=amp"],
    ["https://example.org/a/", "https://example.org/a/index.html", "https://example.org/a"],
    ["https://example.org/a?x=1&b=2", "https://example.org/a?b=2&x=1"],
    ["https://example.org", "https://www.example.org/", "http://m.example.org/index.php"],
]

DIFFERENT = [
    ("https://example.org/Berita", "https://example.org/berita"),
    ("https://example.org/a?page=2", "https://example.org/a"),
    ("https://example.org/?p=1", "https://example.org/?p=2"),
    ("https://jakarta.tribunnews.com/a", "https://surabaya.tribunnews.com/a"),
    ("https://example.org/index.php?id=1", "https://example.org/index.php?id=2"),
    ("https://example.org:8080/a", "https://example.org/a"),
    ("https://amp.dev/a", "https://dev/a"),
    ("https://example.org/guitar-amp", "https://example.org/guitar"),
]

REGISTERED = [
    ("https://nasional.viva.co.id/a", "viva.co.id"),
    ("www.bbc.co.uk", "bbc.co.uk"),
    ("https://www.abc.net.au:443/news", "abc.net.au"),
    ("https://edition.cnn.com/", "cnn.com"),
    ("//cdn.example.org/x.jpg", "example.org"),
    ("https://alice.blogspot.com/2020", "alice.blogspot.com"),
    ("https://a.b.city.kawasaki.jp", "city.kawasaki.jp"),
    ("https://x.y.z.kawasaki.jp", "y.z.kawasaki.jp"),
    ("https://www.news.com.np", "news.com.np"),
    ("https://www.gov.uk/guidance", "www.gov.uk"),
    ("co.uk", "co.uk"),
    ("localhost", "localhost"),
    ("http://127.0.0.1:8000/", "127.0.0.1"),
    ("http://[2001:db8::1]/", "2001:db8::1"),
    ("https://nachrichten.münchen.example.de", "example.de"),
    ("mailto:x", ""),
    ("", ""),
]


@pytest.mark.parametrize(("url", "wanted"), CLEAN)
def test_what_is_not_part_of_an_address_is_cleaned_away(url: str, wanted: str) -> None:
    assert clean_url(url) == wanted


@pytest.mark.parametrize("urls", SAME)
def test_all_views_of_a_page_share_one_key(urls: list[str]) -> None:
    assert {identity_key(url) for url in urls} == {identity_key(urls[0])}


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_pages_have_different_keys(one: str, other: str) -> None:
    assert identity_key(one) != identity_key(other)


@pytest.mark.parametrize("head", ["m.", "www.m.", "www.google.com/amp/", "www.google.com/amp/s/"])
def test_views_of_views_share_the_key_of_the_innermost(head: str) -> None:
    """Any number is taken, but nobody keeps a cache of caches without end."""
    assert identity_key(f"https://{head * 5}kabar.example/a-1") == "kabar.example/a-1"
    assert identity_key(f"https://{head * 50_000}kabar.example/a-1") != "kabar.example/a-1"


@pytest.mark.parametrize(("url", "path"), [("https://a.example/b/c?d", "/b/c"), ("/b", "/b"), ("//[x/b", ""), ("", "")])
def test_any_text_has_a_path(url: str, path: str) -> None:
    assert path_of(url) == path


def test_a_name_too_long_for_the_network_is_no_host() -> None:
    assert host_of(f"https://{'a.' * 123}example/") == "a." * 123 + "example"
    assert host_of(f"https://{'a.' * 124}example/") == ""
    assert clean_url(f"https://{'a.' * 124}example/") == f"https://{'a.' * 124}example/"


def test_the_key_is_readable() -> None:
    assert identity_key("https://www.viva.co.id/berita/1-A/?page=all&b=2&a=1") == "viva.co.id/berita/1-A?a=1&b=2"


@pytest.mark.parametrize(("url", "wanted"), REGISTERED)
def test_the_registered_domain_follows_the_public_suffix_list(url: str, wanted: str) -> None:
    assert registered_domain(url) == wanted


def test_nobody_is_asked_for_a_suffix(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert registered_domain("https://a.never-seen-before.co.id") == "never-seen-before.co.id"


@pytest.mark.parametrize(
    "url", ["https://good.example\\@evil.example/", "https://exam ple.org", "https://[x]/", "/a", "javascript:1"]
)
def test_a_host_that_can_be_read_two_ways_is_none(url: str) -> None:
    assert host_of(url) == ""


def test_the_host_is_lower_case_and_bare() -> None:
    assert host_of("HTTPS://user@WWW.Example.ORG.:443/A") == "www.example.org"


@pytest.mark.parametrize("function", [clean_url, identity_key, host_of, registered_domain])
@given(
    text=st.one_of(
        st.text(),
        st.from_regex(r"https?://[a-zé.\[\]@:\\0-9]{0,12}[/?#;&%.=a-f0-9 ä]{0,30}"),
        st.text("/.%2eE&amp;#?=:hts\ud800 "),
    )
)
def test_every_text_is_taken(function: Callable[[str], str], text: str) -> None:
    assert isinstance(function(text), str)


@given(
    st.one_of(
        st.text(),
        st.from_regex(r"https?://[a-zé.]{1,12}/[/?#;&%.=a-f0-9 ä]{0,30}"),
        st.text("/.%2eE&amp;#?=:ht").map("http://a.b/".__add__),
    )
)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_url(text)
    assert clean_url(once) == once
    assert identity_key(once) == identity_key(text)
