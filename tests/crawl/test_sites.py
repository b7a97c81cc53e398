"""A site is data: its facts are checked when its class is made, and it is found without being registered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from protego import Protego

from crawler.settings import ROBOTSTXT_USER_AGENT
from crawler.site import NOWHERE
from crawler.spiders import sites
from crawler.spiders._cards import section_name
from crawler.spiders._news import NewsSpider
from crawler.spiders._site import Expect

GOOD: dict[str, Any] = {
    "name": "sauh",
    "allowed_domains": ("sauh.example",),
    "sections": ("https://www.sauh.example/berita",),
    "articles": r"/berita/\d+-",
    "native_id": r"/(\d{5,})-",
    "timezone": "Asia/Jakarta",
    "publishers": ("SAUH",),
    "expects": Expect(cards=(5, 60)),
}


def make(**facts: Any) -> type[NewsSpider]:
    return type("SauhSpider", (NewsSpider,), {**GOOD, **facts})


def test_the_facts_become_a_site() -> None:
    """What the rooms below know of it."""
    site = make().site
    assert (site.name, site.domains, site.publishers, site.timezone) == (
        "sauh.example",
        ("sauh.example",),
        ("SAUH",),
        "Asia/Jakarta",
    )


def test_a_family_shares_its_facts() -> None:
    """A base class for a publishing system has no name; its sites inherit."""
    family = type("FamilySpider", (NewsSpider,), {"timezone": "Asia/Jakarta", "native_id": r"/(\d+)-"})
    one: Any = type("OneSpider", (family,), {"name": "one", "allowed_domains": ("one.example",)})
    assert (one.site.timezone, one.site.native_id) == ("Asia/Jakarta", r"/(\d+)-")


@pytest.mark.parametrize(
    ("facts", "error", "said"),
    [
        ({"section": ("https://a.example/",)}, TypeError, "nobody reads 'section', did you mean sections?"),
        ({"bylines": "x"}, TypeError, "nobody reads 'bylines'"),
        ({"sections": ["https://a.example/"]}, TypeError, "sections: a tuple is wanted"),
        ({"sections": "https://a.example/"}, TypeError, "sections: a tuple is wanted"),
        ({"sections": ("a.example/berita",)}, ValueError, "sections: 'a.example/berita' is no address"),
        ({"articles": "/berita/("}, ValueError, "articles: missing )"),
        ({"native_id": r"\d+"}, ValueError, "no group"),
        ({"timezone": "Asia/Jakata"}, ValueError, "timezone: 'Asia/Jakata' is no IANA zone"),
        ({"language": 7}, TypeError, "language: a text is wanted"),
        ({"known_from": "guess"}, ValueError, "known_from: 'guess' is neither 'hearsay' nor 'pages' and their years"),
    ],
)
def test_a_wrong_fact_fails_at_import(facts: dict[str, Any], error: type[Exception], said: str) -> None:
    """Not in the night."""
    with pytest.raises(error) as caught:
        make(**facts)
    assert said in str(caught.value)


@pytest.mark.parametrize("name", sites.all_sites())
def test_file_and_name_are_one(name: str) -> None:
    """A site's file is called like the site."""
    spider = sites.all_sites()[name]
    assert spider.__module__ == f"crawler.spiders.{name}"
    assert Path(sites.__file__).with_name(f"{name}.py").read_text(encoding="utf-8").count("\n") <= 40


@pytest.mark.parametrize("name", sites.all_sites())
def test_sections_lie_on_the_site(name: str) -> None:
    """A spider may go where its sections are."""
    spider = sites.all_sites()[name]
    assert spider.sections
    assert {sites.spider_of(url) for url in spider.sections} == {spider}


def test_sites_are_found_by_address() -> None:
    """Any host of theirs; an unknown one is nowhere."""
    assert sites.site_of("https://nasional.viva.co.id/berita/1-x").name == "viva.co.id"
    assert sites.site_of("https://notviva.co.id/") is NOWHERE
    assert sites.site_of("no address") is NOWHERE


def test_sites_are_found_by_their_printed_name() -> None:
    """In plain text, by how they call themselves; as whole words only."""
    assert sites.site_named_in("VIVA Militer: Tentara. VIVA.co.id 26 April 2024").name == "viva.co.id"
    assert sites.site_named_in("VIVALDI composed concertos") is NOWHERE
    assert sites.site_named_in("JAKARTA, KOMPAS.com - Pemerintah menutup jalan.").name == "kompas.com"


def test_a_house_that_a_text_quotes_is_not_whose_text_it_is() -> None:
    """Only what opens a line is the house's own name."""
    text = "VIVA Nasional - Sungai meluap.\nHal itu dikutip dari The Guardian.\nMenurut The Guardian, airnya naik."
    assert sites.site_named_in(text).name == "viva.co.id"
    assert sites.site_named_in("Hal itu dikutip dari Tempo, Selasa.") is NOWHERE


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.viva.co.id/berita/dunia", "dunia"),
        ("https://www.viva.co.id/indeks", None),
        ("https://finance.detik.com/indeks", "finance"),
        ("https://www.cnnindonesia.com/ekonomi/rss", "ekonomi"),
        ("https://www.merdeka.com/peristiwa/sitemap.xml", "peristiwa"),
        ("https://money.kompas.com/", "money"),
        ("https://www.kompas.com/", None),
        ("https://www.example.org/world/2", "world"),
    ],
)
def test_a_list_is_called_by_its_path_or_its_host(url: str, name: str | None) -> None:
    """Words that only say "list" name no section."""
    assert section_name(url) == name


def test_a_host_can_be_chosen_as_a_section() -> None:
    """Where each channel is a host of its own, ``-a sections=finance`` means that host."""
    spider = sites.all_sites()["detik"](sections="finance,sport")
    assert spider.start_urls == ["https://finance.detik.com/indeks", "https://sport.detik.com/indeks"]


def test_a_robots_txt_that_shuts_out_scrapy_shuts_us_out() -> None:
    """Copydesk runs on Scrapy."""
    rules = Protego.parse("User-agent: *\nAllow: /\n\nUser-agent: Scrapy\nDisallow: /\n")
    assert not rules.can_fetch("https://www.republika.co.id/indeks", ROBOTSTXT_USER_AGENT)


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://www.viva.co.id/berita/dunia/1507311-korut-tawarkan-100-ribu-tentaranya", True),
        ("https://www.viva.co.id/showbiz/1234564-aktris-ternama-umumkan-proyek-film", True),
        ("https://www.viva.co.id/berita/dunia", False),
        ("https://www.viva.co.id/indeks?page=2", False),
    ],
)
def test_viva_articles_are_told_by_their_address(url: str, is_one: bool) -> None:
    """A channel, a number, a slug."""
    pattern = sites.all_sites()["viva"].articles
    assert pattern is not None
    assert (re.search(pattern, url) is not None) is is_one
