"""Lists given as JSON, whatever the interface calls its fields."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.feeds import read_list
from crawler.extract.listing.reading import read_listing
from crawler.site import Site

SITE = Site(name="sauh.example", domains=("sauh.example",))
URL = "https://www.sauh.example/api/list?page=1"
LINK = "https://www.sauh.example/berita/1740200-menara-suar-menyala-lagi"
HEADLINE = "Menara Suar Menyala Lagi"
WORDPRESS = [
    {
        "link": LINK,
        "title": {"rendered": "Menara &#8211; Suar"},
        "date_gmt": "2026-07-24T03:15:00",
        "excerpt": {"rendered": "<p>Isi</p>"},
    }
]
GRAPHQL = {
    "data": {"feed": {"edges": [{"node": {"title": HEADLINE, "url": LINK, "channel": {"name": "News", "url": "/news"}}}]}}
}
NUXT = [{"data": 1}, 2, "x", HEADLINE, "berita/1740200-menara-suar-menyala-lagi", {"title": 3, "canonical_url": 4}]


@pytest.mark.parametrize("data", [WORDPRESS, GRAPHQL, NUXT, {"items": [{"name": HEADLINE, "href": LINK}]}])
def test_an_object_with_an_address_and_a_headline_is_a_card(data: Any) -> None:
    """Wherever it lies; its channel and its author are none."""
    assert [card.url for card in read_list(json.dumps(data).encode(), URL, SITE).articles] == [LINK]


def test_a_card_gives_what_its_object_holds() -> None:
    """Texts without markup; a date that is called Greenwich time has its zone."""
    (card,) = read_list(json.dumps(WORDPRESS).encode(), URL, SITE).cards
    assert (card.headline, card.summary, card.date) == ("Menara – Suar", "Isi", "2026-07-24T03:15:00Z")
    assert (card.rank, card.block, card.kind) == (1, "stream", "article")


def test_markup_in_an_answer_is_read_as_markup() -> None:
    """``{"html": "<li>…"}`` is what many buttons get."""
    html = f"<li><a href='{LINK}'><h3>{HEADLINE}</h3></a></li>"
    listing = read_list(json.dumps({"success": True, "data": {"html": html}}).encode(), URL, SITE)
    assert [card.headline for card in listing.articles] == [HEADLINE]


def test_markup_in_an_answer_ends_as_the_answer_says() -> None:
    """What stands beside it counts as in any other."""
    html = f"<li><a href='{LINK}'><h3>{HEADLINE}</h3></a></li>"
    listing = read_list(json.dumps({"html": html, "has_more": False, "next_cursor": 7}).encode(), URL, SITE)
    assert (len(listing.articles), listing.ended, listing.cursor) == (1, True, "7")


def test_an_assigned_state_is_read_like_any_other() -> None:
    """``window.__INITIAL_STATE__ = {…}``."""
    html = f"<body><div id=app></div><script>window.__INITIAL_STATE__={json.dumps(GRAPHQL)};(function(){{}})()</script></body>"
    assert [card.headline for card in read_listing(html, URL, SITE).articles] == [HEADLINE]


def test_a_page_without_cards_names_the_data_of_its_script() -> None:
    """As Nuxt writes it."""
    html = '<head><link rel="preload" as="fetch" crossorigin="anonymous" href="/nasional/_payload.json?x1"></head><body></body>'
    assert read_listing(html, URL, SITE).data == ("https://www.sauh.example/nasional/_payload.json?x1",)


def test_an_answer_may_name_the_following_page_or_its_end() -> None:
    """Only pages of the same site."""
    more = {"posts": WORDPRESS, "next_page_url": "/api/list?page=2", "has_more": False}
    listing = read_list(json.dumps(more).encode(), URL, SITE)
    assert (listing.next_pages, listing.ended) == (("https://www.sauh.example/api/list?page=2",), True)


def test_a_page_without_links_is_read_by_the_data_that_it_embeds() -> None:
    """What its script would show."""
    html = f"<body><div id=app></div><script id='__NEXT_DATA__' type='application/json'>{json.dumps(GRAPHQL)}</script></body>"
    assert [card.headline for card in read_listing(html, URL, SITE).articles] == [HEADLINE]


def test_a_pattern_of_the_site_decides_here_too() -> None:
    assert read_list(json.dumps(WORDPRESS).encode(), URL, SITE, articles=r"/bola/").articles == ()


@given(st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_data_is_a_list(data: Any) -> None:
    """Total."""
    read_list(json.dumps(data).encode(), URL, SITE)
