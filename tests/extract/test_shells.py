"""Which pages lack what only script would show: evidence, then decision."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.shells import Signs, article_lacks, consent_selectors, list_lacks, read_signs

URL = "https://www.example.org/news"
SCRIPT = '<script src="/app.js"></script>'
PROSE = "<p>The ferry left the harbour at dawn and nobody knew when it would be back.</p>" * 8


@pytest.mark.parametrize(
    ("body", "signs"),
    [
        (f'<div id="root"></div>{SCRIPT}', {"frame", "bare", "scripted"}),
        (f'<div id="__next"><main>{PROSE}</main></div>{SCRIPT}', {"frame", "scripted"}),
        ('<app-root></app-root><script type="module">x()</script>', {"frame", "bare", "scripted"}),
        (f'<div class="card skeleton"></div>{SCRIPT}', {"skeleton", "scripted"}),
        (f"<noscript>You need to enable JavaScript to run this app.</noscript>{SCRIPT}", {"needed", "scripted"}),
        ("<noscript><img src='//tracker.example/pixel'></noscript>", set()),
        (f"{PROSE}<button class='more'>Load more</button>", {"button"}),
        (f"{PROSE}<a href='#' role='button'>Muat lebih banyak</a>", {"button"}),
        (f"{PROSE}<a href='/news?page=2'>Load more</a>", set()),
        (f"{PROSE}<button>More</button>", set()),
        (f"{PROSE}<div class='infinite-scroll'></div>", {"sentinel"}),
        ("<p>Bare page</p>", set()),
    ],
)
def test_signs_are_read_from_markup(body: str, signs: set[str]) -> None:
    """Mount points, placeholders, what noscript says, buttons that lead nowhere; a link that leads on is no such sign."""
    found = read_signs(f"<html><head></head><body>{body}</body></html>", URL)
    names = ("frame", "bare", "skeleton", "needed", "scripted", "button", "sentinel")
    assert {name for name in names if getattr(found, name)} == signs


SHELL = Signs(scripted=True, frame=True, bare=True)
FULL = Signs(scripted=True, text=4000)


@pytest.mark.parametrize(
    ("signs", "cards", "usual", "goes_on", "lacks"),
    [
        (SHELL, 0, None, False, "no cards"),
        (Signs(scripted=True, text=50), 0, None, False, "no cards"),
        (Signs(scripted=True, skeleton=True, text=900), 0, None, False, "no cards"),
        (FULL, 0, None, False, None),
        (FULL, 0, 20, False, "no cards"),
        (Signs(text=50), 0, 20, False, None),
        (Signs(scripted=True, skeleton=True, text=900), 2, 20, True, "few cards"),
        (FULL, 2, 20, True, None),
        (Signs(scripted=True, text=4000, button=True), 8, None, False, "the rest of the list"),
        (Signs(scripted=True, text=4000, sentinel=True), 8, None, False, "the rest of the list"),
        (Signs(scripted=True, text=4000, button=True), 8, None, True, None),
        (Signs(text=4000, button=True), 8, None, False, None),
        (FULL, 8, None, False, None),
    ],
)
def test_a_list_lacks_cards_only_where_something_says_so(
    signs: Signs, cards: int, usual: int | None, goes_on: bool, lacks: str | None
) -> None:
    """A page without script is what it is; a section that usually has cards and shows none is missing them."""
    assert list_lacks(signs, cards=cards, usual=usual, goes_on=goes_on) == lacks


@pytest.mark.parametrize(
    ("signs", "reason", "lacks"),
    [
        (SHELL, "no text", "the text"),
        (SHELL, None, None),
        (SHELL, "wall", None),
        (SHELL, "error page", None),
        (SHELL, "list of links", "the text"),
        (FULL, "list of links", None),
        (FULL, "no text", None),
        (Signs(scripted=True, text=60), "no text", "the text"),
        (Signs(text=60), "no text", None),
    ],
)
def test_an_article_lacks_its_text_only_where_nothing_was_read(signs: Signs, reason: str | None, lacks: str | None) -> None:
    """Walls and error pages are no shells, and an article that was read lacks nothing."""
    assert article_lacks(signs, reason=reason) == lacks


@given(st.text() | st.binary())
def test_signs_are_read_of_anything(html: str | bytes) -> None:
    assert isinstance(read_signs(html, URL), Signs)


def test_another_version_is_named_by_the_page() -> None:
    """AMP or print; a page that names itself names none."""
    for rel, href in (("amphtml", "/news/amp"), ("alternate' media='print", "/news?print=1")):
        found = read_signs(f"<link rel='{rel}' href='{href}'>", URL)
        assert found.variant == f"https://www.example.org{href}"
    assert read_signs(f"<link rel='amphtml' href='{URL}'>", URL).variant is None


def test_consent_is_declined_before_anything_else_is_tried() -> None:
    """What accepts stands last."""
    selectors = consent_selectors()
    assert len(selectors) == len(set(selectors)) > 25
    assert selectors.index("[id='onetrust-reject-all-handler']") < selectors.index("[id='onetrust-accept-btn-handler']")
