"""The headline as printed, with its kicker; what looks like one is told by what the page states of itself."""

import pytest

from crawler.extract.headlines.finding import Headline, find_headline
from crawler.normalise.facts import choose
from tests.extract.pages import TEXT, laid_out

OG = '<meta property="og:title" content="Budget passes after long night"><meta property="og:site_name" content="Example News">'


def find(body: str, head: str = OG) -> Headline:
    outline, metadata = laid_out(body, head)
    return find_headline(outline, metadata)


def headline(found: Headline) -> str | None:
    return choose([c for c in found.candidates if c.field == "headline"]).value


def kicker(found: Headline) -> str | None:
    return choose([c for c in found.candidates if c.field == "alternative_headline"]).value


PRINTED = {
    "the only h1": f"<h1>Budget passes after long night</h1>{TEXT}",
    "behind a logo": f"<header><h1><a href='/'>Example News</a></h1></header><h1>Budget passes after long night</h1>{TEXT}",
    "behind the section's name": f"<h1>Politics</h1><article><h1>Budget passes after long night</h1>{TEXT}</article>",
    "before teasers of the same rank": f"<h1>Budget passes after long night</h1>{TEXT}<h1>Storm hits the coast</h1>",
    "in an h2": f"<article><h2>Budget passes after long night</h2>{TEXT}</article>",
    "in no heading at all": f"<div class=x1>Budget passes after long night</div>{TEXT}",
    "in a breadcrumb too": "<nav class=breadcrumb><ol><li><h1>Budget passes after long night</h1></li></ol></nav>"
    f"<article><h2>Budget passes after long night</h2>{TEXT}</article>",
    "with a badge": f"<h1>Budget passes after long night <span>Plus</span></h1>{TEXT}",
    "under a box called teaser": f"<div class=teaser-box><h1>Budget passes after long night</h1></div>{TEXT}",
    "unseen above": f"<h1 class=visually-hidden>Article page</h1><h2>Budget passes after long night</h2>{TEXT}",
}


@pytest.mark.parametrize("where", PRINTED)
def test_the_headline_is_found_where_it_is_printed(where: str) -> None:
    """It is taken from the page, with the element it stands in."""
    found = find(PRINTED[where])
    assert headline(found) == "Budget passes after long night"
    assert found.element is not None


def test_what_is_printed_beats_what_is_stated_for_search_engines() -> None:
    """An h1 that shares words with the title is the headline, however different."""
    found = find(f"<h1>Parliament debates until dawn, then the budget passes</h1>{TEXT}")
    assert headline(found) == "Parliament debates until dawn, then the budget passes"


def test_a_heading_without_any_witness_loses_against_what_is_stated() -> None:
    """A lone "Article page" is no headline."""
    ld = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Budget passes after long night"}</script>'
    assert headline(find(f"<div class=box><h3>Article page</h3></div>{TEXT}", ld)) == "Budget passes after long night"


def test_a_sub_heading_that_shares_a_word_loses_against_what_is_stated() -> None:
    """Where the page prints its headline nowhere but in its trail."""
    ld = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Advisers that are machines"}</script>'
    page = f"{'<p>' + TEXT + TEXT + '</p>'}<h2>What is a machine adviser?</h2>{TEXT}"
    assert headline(find(page, ld)) == "Advisers that are machines"


STATED = {
    "Budget passes after long night | Example News": "Budget passes after long night",
    "Budget passes after long night - Politics - Example News": "Budget passes after long night",
    "Budget passes – what it means": "Budget passes – what it means",
}


def test_a_stated_title_loses_the_sites_domain() -> None:
    """Where the page states no name of its site; but not a short word that happens to be part of it."""
    title = "Budget passes after long night - Group A"
    assert headline(find(TEXT, f"<title>{title} - News.example</title>")) == title


@pytest.mark.parametrize(("title", "text"), list(STATED.items()))
def test_a_stated_title_loses_the_sites_name_and_section(title: str, text: str) -> None:
    """But not its own second half."""
    head = f'<title>{title}</title><meta property="og:site_name" content="Example News">'
    assert headline(find(TEXT, f'{head}<meta property="article:section" content="Politics">')) == text


KICKERS = {
    "<h1><span class=kicker>Parliament</span> <span>Budget passes after long night</span></h1>": "Parliament",
    "<h1><div>Parliament</div><div>Budget passes after long night</div></h1>": "Parliament",
    "<h1><i data-manual=overline>Parliament</i><i>:</i><span>Budget passes after long night</span></h1>": "Parliament",
    "<h1><small>Parliament</small> Budget passes after long night</h1>": "Parliament",
    "<h1><em>Budget</em> passes after long night</h1>": None,
}


@pytest.mark.parametrize(("html", "text"), list(KICKERS.items()))
def test_a_kicker_in_the_heading_is_parted_from_the_headline(html: str, text: str | None) -> None:
    """By its name, by its line, or because the stated title leaves it out."""
    found = find(html + TEXT)
    assert (headline(found), kicker(found)) == ("Budget passes after long night", text)


def test_a_second_line_that_the_title_leaves_out_is_no_part_of_the_headline() -> None:
    """Columns print their writer within the heading; a shorter first line that the title begins with is no kicker."""
    head = '<meta property="og:title" content="Hotline to the summit (Photo: Reuters)">'
    found = find(f"<h1>Hotline to the summit <small><div>Senior staff writer Jane Doe of Tokyo</div></small></h1>{TEXT}", head)
    assert (headline(found), kicker(found)) == ("Hotline to the summit", None)


def test_a_kicker_that_the_title_repeats_is_part_of_the_headline() -> None:
    """Where a colon is printed between the two."""
    head = '<meta property="og:title" content="Parliament: Budget passes">'
    found = find(f"<h1><span class=kicker>Parliament</span><span>: </span><span>Budget passes</span></h1>{TEXT}", head)
    assert (headline(found), kicker(found)) == ("Parliament: Budget passes", None)


def test_a_headline_in_pieces_takes_the_stated_punctuation() -> None:
    """Two spans that a style sheet puts on two lines have no colon between them."""
    head = '<meta property="og:title" content="Frost saints 2024: When they come and what the weather does">'
    found = find(f"<h1><span>Frost saints 2024</span> <span>When they come and what the weather does</span></h1>{TEXT}", head)
    assert headline(found) == "Frost saints 2024: When they come and what the weather does"


def test_a_long_heading_is_none_of_the_trail_that_its_template_is_named_after() -> None:
    """The page's place in the site is short."""
    long = "Bridges decay: the minister must mend what stands before he builds another road anywhere in the country"
    intro = f"<div class=intro__breadcrumbs><nav><a href=/>Home</a></nav><h1>{long}</h1></div>{TEXT}{TEXT}"
    assert headline(find(intro, "<title>Bridges decay</title>")) == long


def test_a_page_without_headings_and_titles_has_none() -> None:
    """Absent is ``None``."""
    found = find(TEXT, "")
    assert (headline(found), found.element) == (None, None)


UNSHOWN = (
    "<h1><span class=block>Budget</span> <span>Parliament debates until dawn</span></h1>",
    "<h1><b class=top>Budget</b><span class=o-VisuallyHidden>: </span><span>Parliament debates until dawn</span></h1>",
    "<h1><span class=kicker>Budget</span><span class=hide>: </span><span>Parliament debates until dawn</span></h1>",
)


@pytest.mark.parametrize("html", UNSHOWN)
def test_a_colon_that_only_the_title_shows_stands_for_a_kicker(html: str) -> None:
    """Layout parts what the title joins by a colon."""
    found = find(html + TEXT, '<meta property="og:title" content="Budget: Parliament debates until dawn">')
    assert (kicker(found), headline(found)) == ("Budget", "Parliament debates until dawn")


@pytest.mark.parametrize("printed", ["Judul \u202egnp.exe terbalik di pasar", "Judul\u200bdengan\u200bspasi\u200bnol di pasar"])
def test_marks_in_a_headline_are_data(printed: str) -> None:
    """Direction marks and zero-width blanks stay as printed: the line escapes what could harm a reader."""
    assert headline(find(f"<h1>{printed}</h1>{TEXT}", head="")) == printed


def test_soft_hyphens_in_a_headline_are_none() -> None:
    assert headline(find(f"<h1>Donau\u00addampf\u00adschiff</h1>{TEXT}", head="")) == "Donaudampfschiff"
