"""Twice the page is twice the work: no list, depth or count of a page is gone through again for each of its parts.

Work is the number of calls made, of Python's functions and of C's; clocks have no part in it.
"""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from crawler.extract.article import extract_article
from crawler.extract.listing.reading import read_listing
from crawler.normalise.desk import finish

URL = "https://news.example/politics/budget-passes-123"
PROSE = "The parliament passed the budget for the coming year on Friday after a debate that lasted until the early morning. "
TEASER = '<a href="/news/story-{0}-of-many-others.html">Story {0} tells of many other things</a>'
PARTS = {
    "paragraphs": "<p>{0} " + PROSE + "</p>",
    "links in the text": "<p>" + PROSE + TEASER + "</p>",
    "a list of links": "<li>" + TEASER + "</li>",
    "bare links": TEASER + "<br>",
    "cards": '<div class="card"><img src="/pictures/{0}.jpg"><h3>' + TEASER + "</h3><p>What story {0} says at length</p></div>",
    "pictures": '<figure><img src="/a-photo-{0}.jpg"><figcaption>Scene {0}. Photo: Jane Doe/Reuters</figcaption></figure>',
    "headings": "<h2>Part {0}</h2><p>" + PROSE + "</p>",
    "bylines": '<div class="author">By <a href="/author/jane-{0}">Jane Doe</a></div>',
    "dates": '<time datetime="2024-05-01T10:00:00Z">1 May 2024</time> ',
    "rows": "<tr><td>a {0}</td><td>b {0}</td></tr>",
    "words set apart": "<b>word {0}</b> and <i>so on</i> ",
    "depth": "<div>text {0} ",
    "depth with links": "<div>" + TEASER,
    "figures within figures": '<figure><img src="/a-photo-{0}.jpg" alt="Scene {0}"><figcaption>Photo: Jane Doe ',
    "figures of one text": '<figure><img src="/a-photo-{0}.jpg" alt="Scene"><figcaption>Photo: Jane Doe ',
    "pictures that are links": '<a href="/news/story-{0}.html"><img src="/a-photo-{0}.jpg"></a> ' + TEASER,
    "lists within links": '<ul><li><a href="/news/story-1-of-many-others.html">{0} things</a>',
}
FEW = 200


def _page(part: str, count: int) -> str:
    lead = f"<h1>Budget passes after long debate</h1><p class=byline>By Jane Doe</p><p>{PROSE * 3}</p>"
    return f"<title>Budget passes</title><article>{lead}{''.join(part.format(n) for n in range(count))}</article>"


def _work(read: Callable[[str], object], page: str) -> int:
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(page)
    finally:
        sys.setprofile(before)
    return calls


def _article(page: str) -> object:
    return finish(extract_article(page, URL))


def _list(page: str) -> object:
    return read_listing(page, "https://news.example/politics/")


@pytest.mark.parametrize("read", [_article, _list], ids=["article", "list"])
@pytest.mark.parametrize("name", PARTS)
def test_twice_the_page_is_twice_the_work(name: str, read: Callable[[str], object]) -> None:
    """Work that grows with the square would be four times as much."""
    once, twice = _page(PARTS[name], FEW), _page(PARTS[name], 2 * FEW)
    read(twice)  # what is remembered of words and addresses is so for both
    assert _work(read, twice) < 2.6 * _work(read, once)
