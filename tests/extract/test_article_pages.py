"""Articles of several pages: the pager read, the pages joined."""

from __future__ import annotations

import pytest

from crawler.evidence import BodyBlock, Evidence, Ledger, RawImage
from crawler.extract.article_pages import Pager, join, read_pager
from crawler.extract.page.document import parse
from crawler.items import Article, BodyPages

URL = "https://kabar.example/bola/1740214-derbi"


def pager(links: str, url: str = URL) -> Pager:
    return read_pager(parse(f"<article><p>Text.</p></article><div class=pagination>{links}</div>", url=url))


@pytest.mark.parametrize(
    ("links", "count", "further"),
    [
        ("", 1, ()),
        ('<a href="?page=1">1</a><a href="?page=2">2</a>', 2, (f"{URL}?page=2",)),
        ('<span>1</span><a href="?page=2">2</a><a href="?page=3">3</a>', 3, (f"{URL}?page=2", f"{URL}?page=3")),
        ('<a href="?page=2">2</a><a href="?page=all">Tampilkan semua</a>', 2, (f"{URL}?page=all",)),
        ('<a href="?page=2">2</a><a href="?page=all#page2">Show all</a>', 2, (f"{URL}?page=all",)),
        (f'<a href="{URL}/2">2</a>', 2, (f"{URL}/2",)),
        (f'<a href="{URL}/5">2</a>', 2, (f"{URL}/5",)),
        (f'<a href="{URL}/5">2</a><a href="{URL}?showpage=all">Selengkapnya</a>', 2, (f"{URL}?showpage=all",)),
        ('<a href="/bola/1740215-lain?page=2">2</a>', 1, ()),
        ('<a href="?page=2#comments">2</a>', 1, ()),
        ('<a href="?page=2">older stories</a>', 1, ()),
        ('<a href="?page=9">9</a>', 1, ()),
    ],
)
def test_a_pager_names_the_pages_that_complete_the_article(links: str, count: int, further: tuple[str, ...]) -> None:
    """Numbered pages of this very address, or the one page that holds all; comments, other stories and lists are none."""
    found = pager(links)
    assert (found.count, found.further) == (count, further)


def test_a_later_page_asks_for_nothing_more() -> None:
    """Only the first page reads on."""
    assert pager('<a href="?page=1">1</a><a href="?page=3">3</a>', url=f"{URL}?page=2").further == ()


def article(url: str, *texts: str, image: str | None = None) -> Article:
    images = (RawImage(image, "lead", 0),) if image else ()
    body = tuple(BodyBlock("paragraph", text) for text in texts)
    return Article(
        url=url, body_pages=BodyPages(2, False, (url,)), evidence=Evidence(body=body, images=images, ledger=Ledger(2, 2))
    )


def test_pages_are_joined_in_order_with_pictures_once() -> None:
    """Text is added, a picture repeated on each page stays one, the ledger counts both pages."""
    joined = join(article(URL, "One.", "Two.", image="/a.jpg"), article(f"{URL}?page=2", "Three.", image="/a.jpg"))
    assert joined.evidence is not None
    assert [block.text for block in joined.evidence.body] == ["One.", "Two.", "Three."]
    assert [image.url for image in joined.evidence.images] == ["/a.jpg"]
    assert joined.evidence.ledger.blocks == 4
    assert joined.body_pages == BodyPages(2, True, (URL, f"{URL}?page=2"))


def test_the_page_that_holds_all_takes_the_place_of_the_first() -> None:
    """No paragraph is there twice."""
    joined = join(article(URL, "One."), article(f"{URL}?page=all", "One.", "Two."))
    assert joined.evidence is not None
    assert [block.text for block in joined.evidence.body] == ["One.", "Two."]
    assert joined.alternate_urls == (f"{URL}?page=all",)
    assert joined.body_pages is not None
    assert joined.body_pages.complete


def test_a_further_page_without_text_leaves_the_article_incomplete() -> None:
    """What could not be read is not claimed."""
    joined = join(article(URL, "One."), Article(url=f"{URL}?page=2", evidence=Evidence(reason="no text")))
    assert joined.body_pages == BodyPages(2, False, (URL,))
