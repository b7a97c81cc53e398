"""The demo's section pages, read as lists: every story of the stream in its order, and nothing of what stands around it."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

import pytest

from crawler.demo.truth import SITE, listings
from crawler.extract.listing.reading import Listing, read_listing

PAGES = {urlsplit(url)._replace(scheme="", netloc="").geturl(): (url, html, truth) for url, html, truth in listings()}

OLD = {"/arsip", "/deutsch/archiv", "/nihongo/kako"}
"""Pages of two or three rows beside a ranking of five, without a class name: what is the list there is anyone's guess."""


@cache
def read(name: str) -> Listing:
    url, html, _ = PAGES[name]
    return read_listing(html, url, SITE)


@pytest.mark.parametrize("name", PAGES)
def test_no_story_of_the_stream_is_missed_and_their_order_is_kept(name: str) -> None:
    wanted = [card["url"] for card in PAGES[name][2]["stream"]]
    assert [card.url for card in read(name).articles if card.url in wanted] == wanted


@pytest.mark.parametrize("name", [name for name in PAGES if name not in OLD])
def test_nothing_that_stands_around_the_stream_is_taken_for_it(name: str) -> None:
    wanted = {card["url"] for card in PAGES[name][2]["stream"]}
    assert {card.url for card in read(name).stream} <= wanted


@pytest.mark.parametrize("name", PAGES)
def test_each_card_has_its_own_headline(name: str) -> None:
    wanted = {card["url"]: " ".join(card["headline"].split()) for card in PAGES[name][2]["stream"]}
    assert {card.url: card.headline for card in read(name).articles if card.url in wanted} == wanted


@pytest.mark.parametrize("name", PAGES)
def test_paid_cards_are_never_followed(name: str) -> None:
    assert not [card for card in read(name).articles if "promo.example" in card.url]


@pytest.mark.parametrize("name", PAGES)
def test_the_following_page_is_known_and_the_last_has_none(name: str) -> None:
    wanted = PAGES[name][2]["next"]
    found = read(name).next_pages
    assert found[:1] == ((wanted,) if wanted else ())
