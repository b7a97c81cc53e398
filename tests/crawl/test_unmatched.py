"""A site's file grows old: the generic reader goes on without what matches no more, and the run record says so."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from scrapy.http import HtmlResponse

from crawler.extract.article import extract_article
from crawler.extract.layout import Layout
from crawler.extract.listing.reading import Listing, read_listing
from crawler.site import Site
from crawler.spiders._compared import Compared
from crawler.spiders._news import NewsSpider
from tests.crawl.test_sites import make

SECTION = "https://www.sauh.example/berita"
ROWS = "".join(
    f"<li><a href='/kabar/17402{n:02}-kapal-pos-tiba-lagi'><h3>Kapal pos nomor {n} tiba lagi di dermaga</h3></a></li>"
    for n in range(8)
)
BOX = "".join(
    f"<div class='kotak'><h2><a href='/kabar/17500{n:02}-menara-suar-menyala'>Menara suar nomor {n} menyala lagi</a></h2></div>"
    for n in range(12)
)
PAGE = f"<html lang=id><body><main><ul class=indeks>{ROWS}</ul><section>{BOX}</section></main></body></html>"


def read(kind: type[NewsSpider]) -> Listing:
    spider: Any = kind.__new__(kind)
    return NewsSpider.read(spider, HtmlResponse(SECTION, body=PAGE.encode()), SECTION)


def test_articles_whose_addresses_have_changed_are_told_by_their_shape() -> None:
    """The pattern of the file fits none of them."""
    listing = read(make(articles=r"/berita/\d+-"))
    assert (len(listing.articles), listing.unmatched) == (20, ("articles",))
    assert read(make(articles=r"/kabar/\d+-")).unmatched == ()


def test_rows_of_a_file_are_the_stream() -> None:
    """Where there are none such the largest group is, and it is told."""
    assert [card.block for card in read(make(articles=None, list_rows="ul.indeks > li")).cards[:8]] == ["stream"] * 8
    assert len(read(make(articles=None, list_rows="ul.indeks > li")).stream) == 8
    renamed = read(make(articles=None, list_rows="ul.senarai > li"))
    assert (len(renamed.articles), renamed.unmatched) == (20, ("list_rows",))
    assert read(make(articles=None)).unmatched == ()


def test_rows_that_are_no_css_fail_at_import() -> None:
    """Like any wrong fact."""
    with pytest.raises(ValueError, match="list_rows: 'ul >' is not CSS"):
        make(list_rows="ul >")


@pytest.mark.parametrize(("layouts", "off"), [((Layout(body=".isi"),), True), ((Layout(body=".teks"),), False), ((), False)])
def test_an_article_without_a_known_body_is_read_as_any_other(layouts: tuple[Layout, ...], off: bool) -> None:
    """The line is whole, the evidence says that no layout fitted."""
    text = "".join(
        f"<p>Kapal pos nomor {n} tiba di dermaga kecil itu pada Senin pagi, membawa surat dan dua ekor kambing.</p>"
        for n in range(5)
    )
    html = f"<html lang=id><body><article><h1>Kapal pos tiba lagi</h1><div class=teks>{text}</div></article></body></html>"
    site = Site(name="sauh.example", domains=("sauh.example",), layouts=layouts)
    article = extract_article(html.encode(), f"{SECTION}/1", site=site, fetched_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert article.evidence is not None
    assert (len(article.evidence.body), article.evidence.is_off_layout) == (5, off)


def test_what_only_one_kind_of_list_names_is_reported() -> None:
    """Of first pages and feeds, of what is new."""
    section = read_listing(PAGE, SECTION)
    compared = Compared()
    named = [(card.key, card.url) for card in section.articles]
    compared.add(section, named[:5], is_first=True)
    assert compared.report() == {}
    compared.add(section, named[5:], is_first=False)
    compared.add(Listing(via="feed", cards=section.cards), named[3:6], is_first=True)
    compared.add(Listing(via="sitemap", cards=section.cards), named, is_first=True)
    assert compared.report() == {
        "sauh.example": {
            "both": 2,
            "only_sections": {"count": 3, "examples": [url for _, url in named[:3]]},
            "only_feeds": {"count": 1, "examples": [named[5][1]]},
        }
    }
