"""The standfirst, and what an article is filed under."""

import pytest

from crawler.extract.headlines.standfirsts import find_kicker, find_standfirst
from crawler.extract.stated.subjects import breadcrumbs, keywords, sections
from crawler.items import Breadcrumb
from tests.extract.pages import FIRST, TEXT, laid_out, placed

H1 = "<h1>Budget passes after long night</h1>"
OG = '<meta property="og:title" content="Budget passes after long night">'
SUM = "After twelve hours of debate the plan has found its majority in both chambers."

STANDFIRSTS = {
    "by class": (f"{H1}<p class='article-lead'>{SUM}</p>{TEXT}", "", SUM),
    "by class in the text": (f"{H1}<div><p class=vorspann>{SUM}</p>{TEXT}</div>", "", SUM),
    "a list of points": (f"{H1}<ul class=summary><li>{SUM}</li></ul>{TEXT}", "", SUM),
    "by repeating the description": (f"<header>{H1}<p class=x1>{SUM}</p></header><div>{TEXT}</div>", SUM, SUM),
    "a sub-heading": (f"<header>{H1}<h2 class=x1>{SUM}</h2></header><div>{TEXT}</div>", "", SUM),
}
NONE = {
    "the first paragraph": (f"{H1}<div>{TEXT}</div>", FIRST),
    "a lead picture": (f"{H1}<div class=lead-image><img src=a.jpg>{SUM}</div>{TEXT}", ""),
    "a sub-heading of the text": (f"{H1}<div><h2>{SUM}</h2>{TEXT}</div>", ""),
    "a machine's summary": (f"{H1}<div class=ai-summary><p>{SUM}</p></div>{TEXT}", ""),
    "a promoted link": (f"{H1}<p class=intro><a href=/x>{SUM}</a></p>{TEXT}", ""),
}


@pytest.mark.parametrize("how", STANDFIRSTS)
def test_the_standfirst_is_found(how: str) -> None:
    """By its name, by what it repeats, by where it stands."""
    body, described, wanted = STANDFIRSTS[how]
    place, metadata = placed(f"<article>{body}</article>", f'{OG}<meta name="description" content="{described}">')
    found = find_standfirst(place, metadata)
    assert [candidate.text for candidate in found.candidates] == [wanted]
    assert len(found.elements) == 1


@pytest.mark.parametrize(
    ("end", "language", "signed"),
    [
        (" Von Jana Muster", "de", "Von Jana Muster"),
        (" Ein Kommentar von Jana Muster.", "de", "Ein Kommentar von Jana Muster"),
        (" Par Jeanne Dupontel", "fr", "Par Jeanne Dupontel"),
        (" Jana Muster was not heard.", "en", None),
        (" Mit Jana Muster, deren Zeit nun kommt.", "de", None),
    ],
)
def test_a_byline_that_closes_the_standfirst_is_one(end: str, language: str, signed: str | None) -> None:
    place, metadata = placed(f"<article>{H1}<p class=vorspann>{SUM}{end}</p>{TEXT}</article>", OG)
    found = {c.field: c.text for c in find_standfirst(place, metadata, language=language).candidates}
    assert found == ({"description": SUM, "byline": signed} if signed else {"description": SUM + end})


def test_a_description_repeated_above_the_byline_is_the_standfirst_in_the_texts_own_element_too() -> None:
    """Short articles have header and text in one element; below the byline the text has begun."""
    description = f'{OG}<meta name="description" content="{SUM}">'
    place, metadata = placed(f"<article>{H1}<p class=x1>{SUM}</p><p class=x2>By Jane Doe</p>{TEXT}</article>", description)
    byline = next(element for element in place.elements if place.outline.text(element) == "By Jane Doe")
    assert [found.text for found in find_standfirst(place, metadata, taken=frozenset({byline})).candidates] == [SUM]
    place, metadata = placed(f"<article>{H1}<p class=x2>By Jane Doe</p><p class=x1>{SUM}</p>{TEXT}</article>", description)
    byline = next(element for element in place.elements if place.outline.text(element) == "By Jane Doe")
    assert find_standfirst(place, metadata, taken=frozenset({byline})).candidates == ()


def test_all_there_is_of_a_text_is_no_standfirst() -> None:
    """Though its markup names it one."""
    place, metadata = placed(f"<article>{H1}<div><p>4/19/13</p><div class=description><p>{FIRST}</p></div></div></article>", OG)
    assert find_standfirst(place, metadata).candidates == ()


def test_what_opens_a_live_blog_is_text() -> None:
    """The date below it, under a heading, is the first entry's."""
    entry = f"<h2>Ferries stop</h2><p><time datetime='2025-09-04T11:15'>4 September 2025, 11:15</time></p>{TEXT}"
    head = f'{OG}<meta name="description" content="{SUM}">'
    place, metadata = placed(f"<article>{H1}<p>By Jane Doe</p><div><p>{SUM}</p>{entry}</div></article>", head)
    taken = frozenset({place.outline.tags.index("time")})
    assert find_standfirst(place, metadata, taken=taken).candidates == ()


def test_a_lead_below_the_byline_in_one_row_with_the_paragraphs_opens_the_text() -> None:
    """Broadcasters set the first paragraph of a story in bold and name it a lead; it is the story's first sentence."""
    place, metadata = placed(f"<article>{H1}<p class=x2>By Jane Doe</p><p class=lead>{SUM}</p>{TEXT}</article>", OG)
    byline = next(element for element in place.elements if place.outline.text(element) == "By Jane Doe")
    assert find_standfirst(place, metadata, taken=frozenset({byline})).candidates == ()
    assert [found.text for found in find_standfirst(place, metadata).candidates] == [SUM]
    apart = f"<article>{H1}<p class=x2>By Jane Doe</p><div><div class=article__lead>{SUM}</div>{TEXT}</div></article>"
    place, metadata = placed(apart, OG)
    byline = next(element for element in place.elements if place.outline.text(element) == "By Jane Doe")
    assert find_standfirst(place, metadata, taken=frozenset({byline})).candidates == ()


@pytest.mark.parametrize("how", NONE)
def test_what_only_stands_there_is_none(how: str) -> None:
    """A paragraph of the text stays one, even where the page describes itself by it."""
    body, described = NONE[how]
    place, metadata = placed(f"<article>{body}</article>", f'{OG}<meta name="description" content="{described}">')
    assert find_standfirst(place, metadata).candidates == ()


KICKERS = {
    f"<p class=kicker>Parliament</p>{H1}": ["Parliament"],
    f"<h2 class=detail__subtitle>Harvest</h2>{H1}": ["Harvest"],
    f"<p class=x1>Parliament</p>{H1}": [],
    f"{H1}<p class=kicker>Parliament</p>": [],
}


@pytest.mark.parametrize(("html", "wanted"), list(KICKERS.items()))
def test_a_kicker_stands_above_the_headline_and_is_named_so(html: str, wanted: list[str]) -> None:
    """Sections and badges stand there too."""
    place, _ = placed(f"<article>{html}{TEXT}</article>", OG)
    assert [candidate.text for candidate in find_kicker(place).candidates] == wanted


def test_a_printed_trail_stands_in_for_a_stated_one() -> None:
    """Links of an element that is named a breadcrumb, each once."""
    body = "<nav class=Breadcrumbs><a href='/'>Home</a> <a href='/pol'>Politics</a> <a href='/pol'>Politics</a></nav>"
    outline, metadata = laid_out(body + TEXT)
    trail = breadcrumbs(metadata, outline.document)
    assert trail == (Breadcrumb("Home", "https://news.example/"), Breadcrumb("Politics", "https://news.example/pol"))
    assert [candidate.text for candidate in sections(metadata, trail, "Budget passes")] == ["Politics"]


def ld(value: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x", {value}}}</script>'


SECTIONS = {
    ld('"articleSection": ["Politics", "Budget"]') + '<meta property="article:section" content="News">': ["Politics", "Budget"],
    ld('"articleSection": "Edendale,Msunduzi"'): ["Edendale", "Msunduzi"],
    '<meta property="article:section" content="News">': ["News"],
    '<meta property="article:section" content="culture_culture-lifestyle">': [],
    '<meta property="article:section" content="Uncategorized">': [],
    '<meta property="article:section" content="2021">': [],
    '<meta property="article:section" content="Home">': [],
    '<meta property="article:section" content="Article">': [],
    '<meta property="article:section" content="Arts, Culture & Entertainment">': ["Arts, Culture & Entertainment"],
    '<meta property="article:section" content="Politik, Partei, Recht">': ["Politik", "Partei", "Recht"],
}


@pytest.mark.parametrize(("head", "wanted"), list(SECTIONS.items()))
def test_sections_are_those_of_the_best_source(head: str, wanted: list[str]) -> None:
    """Slugs and the name of nothing are no sections."""
    _, metadata = laid_out(TEXT, head)
    assert [candidate.text for candidate in sections(metadata, (), None)] == wanted


KEYWORDS = {
    ld('"keywords": "Budget, Parliament,budget"') + '<meta name=keywords content="other">': ("Budget", "Parliament"),
    ld('"keywords": ["Budget", {"name": "Parliament"}]'): ("Budget", "Parliament"),
    '<meta property="article:tag" content="Budget"><meta property="article:tag" content="Tax"><meta name=keywords content=x>': (
        "Budget",
        "Tax",
    ),
    '<meta name=keywords content="Section: Politics, 26157981-b4f7-4929-adc1-e860c6f03636, Budget">': ("Budget",),
}


@pytest.mark.parametrize(("head", "wanted"), list(KEYWORDS.items()))
def test_keywords_are_those_of_the_best_source(head: str, wanted: tuple[str, ...]) -> None:
    """Each once; what content systems write for themselves is left out."""
    _, metadata = laid_out(TEXT, head)
    assert keywords(metadata) == wanted
