"""Where the article stands on its page."""

import pytest

from crawler.extract.page import container
from crawler.extract.page.container import Container
from crawler.extract.page.document import parse
from crawler.extract.page.outline import Outline, lay_out
from tests.extract.pages import FIRST, LAST, SECOND, TEXT, URL, laid_out

H1 = "<h1>Budget passes after long night</h1>"
ASIDE = "".join(
    f"<li><a href='/s{n}'>Another story of some length {n}</a><p>Its summary goes on for a while.</p></li>" for n in range(9)
)


def read(body: str, head: str = "") -> tuple[Outline, Container]:
    outline, metadata = laid_out(body, head)
    found = container.find(outline, headlines=[candidate.text for candidate in metadata.of("headline")])
    assert found is not None
    return outline, found


PAGES = {
    "an article element": f"<article>{H1}{TEXT}</article>",
    "an element of hashed names": f"<div class=css-1x><div class=css-2y>{H1}</div><div class=css-3z>{TEXT}</div></div>",
    "lines parted by br": f"{H1}<div>{FIRST}<br><br>{SECOND}<br><br>{LAST}</div>",
    "lines in div": f"{H1}<div><div>{FIRST}</div><div>{SECOND}</div><div>{LAST}</div></div>",
    "a table that lays the page out": f"<table><tr><td>Menu</td><td>{H1}{FIRST}<br><br>{SECOND}<br><br>{LAST}</td>"
    "</tr></table>",
    "parts of one make": f"{H1}<section><div class=part-1><p>{FIRST}</p></div><div class=ad></div><div class=part-2>"
    f"<p>{SECOND}</p></div>"
    f"<div class=part-3><p>{LAST}</p></div></section>",
    "parts of which one bears a name more": f"{H1}<section><div class='elements part'><p>{FIRST}</p></div><div class=ad></div>"
    f"<div class='elements part walled'><p>{SECOND}</p><p>{LAST}</p><p>{SECOND}</p><p>{LAST}</p></div></section>",
    "an aside around it all": f"<main><aside class=direct><section>{H1}<article>{TEXT}</article></section></aside></main>",
    "free and paid parts": f"{H1}<div><p>{FIRST}</p><div class=paywall><p>{SECOND}</p><p>{LAST}</p></div></div>",
    "a name that misleads": f"{H1}<div class='dynamic-advert sidebar'>{TEXT}</div>",
    "one form around the page": f"<form><div>{H1}<div>{TEXT}</div></div></form>",
    "an inner div left open": f"<article>{H1}<div><span>{TEXT}</span></article><ul>{ASIDE}</ul>",
    "text that only style hides": f"{H1}<div style='display:none'>{TEXT}</div>",
}


@pytest.mark.parametrize("how", PAGES)
def test_the_body_is_found_by_where_the_text_is(how: str) -> None:
    """First and last paragraph lie in it; what stands beside does not."""
    outline, found = read(
        f"<header><nav><a href='/'>Home</a></nav></header>{PAGES[how]}<aside><ul>{ASIDE}</ul></aside><footer>© News</footer>"
    )
    text = outline.text(found.body)
    assert FIRST in text
    assert SECOND in text
    assert LAST in text
    assert "Another story" not in text
    assert "© News" not in text


def test_a_short_report_is_found_beside_much_else() -> None:
    """Two sentences outweigh a column of summaries."""
    outline, found = read(f"<main>{H1}<div><p>{FIRST}</p></div></main><div class=sidebar><ul>{ASIDE}</ul></div>")
    assert outline.text(found.body) == FIRST


def test_comments_are_no_article_however_long() -> None:
    """Readers write more than reporters."""
    comments = "".join(
        f"<p>Somebody has an opinion and says so at length, for the {n}th time this week.</p>" for n in range(40)
    )
    outline, found = read(f"<article>{H1}<div>{TEXT}</div></article><section id=comments>{comments}</section>")
    assert "opinion" not in outline.text(found.body)


def test_a_second_article_below_is_left_out() -> None:
    """Pages that scroll on for ever hold the next article too."""
    next_text = "".join(
        f"<p>The next article begins here and has its own paragraphs, number {n}, which say other things.</p>" for n in range(3)
    )
    outline, found = read(
        f"<article>{H1}<div>{TEXT}</div></article><article><h1>Something else happened</h1><div>{next_text}</div></article>"
    )
    assert "next article" not in outline.text(found.body)


def test_what_lies_around_headline_and_text_is_no_part_of_it() -> None:
    """Summaries of other stories and the house's small print weigh less than the text and stand outside."""
    summaries = "".join(f"<div><p>{LAST} {n}</p><a href='/s{n}'>More of it here</a></div>" for n in range(3))
    outline, found = read(f"<div><div><div>{H1}</div><div>{TEXT}{TEXT}</div></div><div class=x9>{summaries}</div></div>")
    assert f"{LAST} 1" not in outline.text(found.body)
    small = (
        "<div class=foot><p>Whoever prints this without leave of the house is pursued by the house's lawyers, always.</p></div>"
    )
    outline, found = read(f"<div style='display:none'>{H1}</div><div><div>{TEXT}</div>{small}</div>")
    assert "lawyers" not in outline.text(found.body)


def test_the_region_holds_headline_and_body() -> None:
    """What lies between the two is the article's."""
    outline, found = read(
        f"<div id=page><article><header>{H1}</header><figure><img src=a.jpg></figure><div>{TEXT}</div></article></div>"
    )
    assert outline.tags[found.region] == "article"
    assert found.headline is not None
    assert outline.holds(found.region, found.headline)


def test_the_headline_is_the_heading_that_the_page_states() -> None:
    """The first heading of many pages is their logo."""
    head = '<meta property="og:title" content="Budget passes after long night">'
    outline, found = read(f"<h1>The Example</h1><div><h2>Budget passes after long night</h2><div>{TEXT}</div></div>", head)
    assert found.headline is not None
    assert outline.text(found.headline) == "Budget passes after long night"


def test_a_page_without_text_has_none() -> None:
    """Neither an empty page nor one of links alone."""
    for body in ("", "<p></p>", "<ul><li><a href='/a'>One</a></li></ul>"):
        outline, _ = laid_out(body)
        assert container.find(outline) is None
    frames = parse("<html><frameset><frame src='/x'></frameset></html>", url=URL)
    assert container.find(lay_out(frames)) is None


def test_a_given_body_is_believed() -> None:
    """A site's layout knows better."""
    outline, _ = laid_out(f"{H1}<div>{TEXT}</div><div id=mine><p>Short.</p></div>")
    mine = next(element for element in range(len(outline.nodes)) if outline.attributes(element).get("id") == "mine")
    found = container.find(outline, body=[mine])
    assert found is not None
    assert outline.text(found.body) == "Short."


def test_depth_is_no_limit() -> None:
    """Thousands of elements within each other end no recursion, as there is none."""
    outline, found = read("<div>" * 4_000 + H1 + TEXT)
    assert FIRST in outline.text(found.body)


def test_of_several_articles_the_one_below_the_stated_headline_is_read() -> None:
    """Pages that never end hold the next ones as well, longer ones among them."""
    first, second = (
        f"<article>{H1}<div>{TEXT * 4}</div></article>",
        f"<article><h1>Ferry stops</h1><div>{TEXT * 9}</div></article>",
    )
    outline, found = read(f"<div>{first}{second}</div>", '<meta property="og:title" content="Budget passes after long night">')
    assert outline.holds(outline.tags.index("article"), found.body)
