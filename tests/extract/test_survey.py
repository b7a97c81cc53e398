"""What a front page tells of its site."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.listing.patterns import pattern_of
from crawler.extract.listing.survey import Survey, merged, sitemaps_in, survey

URL = "https://www.sauh.example/"
NAV = """<nav><a href="/">Beranda</a><a href="/politik">Politik</a><a href="/bola/liga">Liga</a><a href="https://tekno.sauh.example/">Tekno</a>
<a href="/indeks">Indeks</a><a href="/login">Masuk</a><a href="https://akun.elsewhere.example/x">Akun</a>
<a href="/tag/feri">Feri</a>
<a href="https://help.sauh.example/">Bantuan</a><a href="/politik/">Politik</a></nav>"""
ROWS = "".join(
    f"<li><a href='/politik/17402{n:02}-kapal-pos-tiba-lagi'><h3>Kapal Pos Tiba Lagi di Pulau Ke-{n}</h3></a>"
    f"<time>2{n} Nov 2026 - 06:10 WIB</time></li>"
    for n in range(6)
)
HEAD = """<meta property="og:site_name" content="Sauh"><link rel="alternate" type="application/rss+xml" href="/rss.xml">
<script type="application/ld+json">{"@type": "NewsMediaOrganization", "name": "Sauh Media"}</script>"""


def page(head: str = HEAD, body: str = f"{NAV}<ul>{ROWS}</ul>") -> Survey:
    return survey(f"<!doctype html><html lang='id-ID'><head>{head}</head><body>{body}</body></html>", URL)


def test_sections_are_the_short_links_of_the_menu() -> None:
    """Own words, own hosts and the list of all news; no log-in, tag, help or other site, none twice."""
    assert page().sections == (f"{URL}politik", f"{URL}bola/liga", "https://tekno.sauh.example/", f"{URL}indeks")


def test_a_page_without_menus_has_its_short_links() -> None:
    """Those that stand on no card."""
    links = "<div><a href='/politik'>Politik</a><a href='/bola'>Bola</a></div>"
    assert page(body=f"{links}<ul>{ROWS}</ul>").sections == (f"{URL}politik", f"{URL}bola")


def test_language_names_zone_and_feed_are_what_the_page_states() -> None:
    """In its own words."""
    found = page()
    assert (found.language, found.publishers, found.timezone) == ("id", ("Sauh", "Sauh Media"), "Asia/Jakarta")
    assert found.feeds == (f"{URL}rss.xml",)


def test_what_no_page_states_is_not_guessed() -> None:
    """An empty page is an empty survey."""
    assert survey("<p>x", URL) == Survey()


def test_the_pattern_matches_the_articles_and_no_section() -> None:
    """It is learned from the cards."""
    found = page()
    assert found.articles is not None
    assert re.search(found.articles, f"{URL}politik/1740200-kapal-pos-tiba-lagi")
    assert not any(re.search(found.articles, url) for url in found.sections)


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        ("/politik/{n}-kapal-pos", r"/\d{5,}[-_][^/?#]+"),
        ("/politik/kapal-pos-{n}.html", r"/[^/?#]+[-_.]\d{5,}(?:\.s?html?)?(?=$|[?#])"),
        ("/read/{n}/kapal-pos-tiba-lagi", r"/\d{5,}/[^/?#]+(?:-[^/?#-]+){2,}/?(?=$|[?#])"),
        ("/2026/11/21/kapal-pos-tiba", r"/(?:19|20)\d\d/\d{1,4}/\d{1,4}/[^/?#]+(?:-[^/?#-]+){2,}/?(?=$|[?#])"),
        ("/politik/kapal-pos-tiba-lagi", None),
        ("/politik/kapal", None),
    ],
)
def test_patterns_of_all_kinds(form: str, pattern: str | None) -> None:
    """Words alone make none."""
    urls = [f"https://www.sauh.example{form.format(n=str(17402000 + n))}" for n in range(6)]
    urls = urls if "{" in form else [f"{url}-{letter}" for url, letter in zip(urls, "abcdef", strict=True)]
    found = pattern_of(urls)
    assert found == pattern
    assert found is None or all(re.search(found, url) for url in urls)


def test_a_pattern_needs_more_than_a_few_addresses() -> None:
    """Three are an accident."""
    assert pattern_of([f"https://x.example/{n}-a-b-c" for n in range(17402000, 17402003)]) is None


def test_sitemaps_of_robots_txt_are_sorted() -> None:
    """News first; other sites' are left out."""
    named = [
        "https://www.sauh.example/sitemap.xml",
        "https://cdn.elsewhere.example/s.xml",
        "https://www.sauh.example/sitemap-news.xml",
    ]
    assert sitemaps_in(named, URL) == (f"{URL}sitemap-news.xml", f"{URL}sitemap.xml")


def test_what_several_pages_say_is_put_together() -> None:
    """Where they differ, the first is believed."""
    both = merged([Survey(sections=("a",), language="id"), Survey(sections=("b", "a"), language="en", timezone="Asia/Jakarta")])
    assert both == Survey(sections=("a", "b"), language="id", timezone="Asia/Jakarta")


@given(st.text(alphabet="<>/ahref='\" navliml0123-?=&;#:.", max_size=300))
def test_looking_never_fails(html: str) -> None:
    """Any text is a survey."""
    survey(html, URL)
