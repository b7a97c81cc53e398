"""A site's layout: checked when it is made, used where its body matches, correcting and never required."""

from typing import Any

import pytest

from crawler.extract.article import extract_article
from crawler.extract.layout import Layout, choose
from crawler.extract.page.document import parse
from crawler.items import Article
from crawler.normalise.desk import finish
from crawler.site import Site
from tests.extract.pages import FIRST, LAST, SECOND, URL


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        ({"body": "div["}, "body: 'div[' is not CSS"),
        ({"body": ""}, "body: '' is not CSS"),
        ({"body": "p", "teaser": "a..b"}, "teaser: 'a..b' is not CSS"),
        ({"body": 1}, "body: 1 is not CSS"),
    ],
)
def test_a_broken_selector_is_told_when_the_layout_is_made(roles: dict[str, Any], told: str) -> None:
    """Not on the first page of the night."""
    with pytest.raises(ValueError, match="is not CSS") as raised:
        Layout(**roles)
    assert str(raised.value) == told


def test_a_misspelt_role_is_told_when_the_layout_is_made() -> None:
    """As any dataclass does."""
    roles: dict[str, Any] = {"body": "p", "bylin": "x"}
    with pytest.raises(TypeError):
        Layout(**roles)


def test_the_first_layout_whose_body_matches_is_used() -> None:
    """A site has had several."""
    old, new = Layout(body=".old"), Layout(body=".new")
    document = parse("<div class=new>x</div>", url=URL)
    assert choose((old, new), document) is new
    assert choose((old,), document) is None


PAGE = f"""<html lang=en><head><meta property="og:title" content="Anggaran disahkan"></head><body>
<div class=top>Anggaran Disahkan Setelah Debat Panjang</div><div class=k>Parlemen</div><div class=s>{SECOND}</div>
<div class=w><i>Rina Sari</i></div><div class=d>5 May 2024 10:00</div>
<div class=pic><img src="/lead.jpg" width=640 height=400></div>
<div class=c1>Gedung parlemen. </div><div class=c2>Antara/Budi</div>
<div class=main><p>{FIRST}</p><p class=junk>Gabung dengan saluran kami sekarang juga</p><p>{LAST}</p>
<div class=more><a href="/lain-1">Harga beras naik lagi di Jakarta</a></div></div></body></html>"""

LAYOUT = Layout(
    body=".main", headline=".top", kicker=".k", standfirst=".s", byline=".w", published=".d", picture=".pic", caption=".c1",
    credit=".c2", teaser=".more", noise=".junk",
)  # fmt: skip


def read(*layouts: Layout) -> Article:
    return finish(extract_article(PAGE, URL, site=Site(name="x", timezone="Asia/Jakarta", layouts=layouts)))


def test_every_role_is_read_where_the_layout_says() -> None:
    """No class of this page tells anything by itself."""
    article = read(LAYOUT)
    assert article.headline == "Anggaran Disahkan Setelah Debat Panjang"
    assert article.alternative_headline == "Parlemen"
    assert article.description == SECOND
    assert [author.name for author in article.authors] == ["Rina Sari"]
    assert article.date_published == "2024-05-05T10:00:00+07:00"
    assert article.article_body == f"{FIRST}\n\n{LAST}"
    assert [teaser.url for teaser in article.related_articles] == ["https://news.example/lain-1"]
    assert [(image.url, image.caption, image.credit_text) for image in article.images] == [
        ("https://news.example/lead.jpg", "Gedung parlemen.", "Antara/Budi")
    ]


def test_a_layout_that_does_not_match_changes_nothing() -> None:
    """The generic reader needs none."""
    assert read(Layout(body=".gone", headline=".k")).headline == read().headline


def test_noise_within_noise_is_taken_off_once() -> None:
    """Nested matches are taken from the inside out."""
    site = Site(name="x", layouts=(Layout(body="article", noise="div"),))
    page = f"<article><h1>Budget passes</h1><div>a<div>b<div>c</div></div></div><p>{FIRST}</p></article>"
    assert finish(extract_article(page, URL, site=site)).article_body == FIRST
