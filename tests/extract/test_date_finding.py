"""Where a page prints its dates: around headline and text, never in its header or on a teaser."""

import pytest

from crawler.extract.dates.finding import find_dates
from tests.extract.pages import FIRST, LAST, SECOND, TEXT, placed

H1 = "<h1>Budget passes after long night</h1>"
HEAD = '<meta property="og:title" content="Budget passes after long night">'


def dates(body: str) -> list[tuple[str, str, str]]:
    place, _ = placed(body, HEAD)
    return [(c.field.removeprefix("date_"), c.key, c.text) for c in find_dates(place).candidates]


def test_a_time_element_gives_its_attribute_and_its_text() -> None:
    """The machine's before the reader's."""
    assert dates(f"<article>{H1}<time datetime='2024-05-05T09:20:00+07:00'>5 Mei 2024, 09:20 WIB</time>{TEXT}</article>") == [
        ("published", "time@datetime", "2024-05-05T09:20:00+07:00"),
        ("published", "time", "5 Mei 2024, 09:20 WIB"),
    ]


def test_of_a_time_elements_attributes_its_own_goes_first() -> None:
    """The property's content may be the day alone."""
    time = "<time itemprop=datePublished content=2024-05-05 datetime='2024-05-05T09:20:00+07:00'>5 Mei 2024</time>"
    assert dates(f"<article>{H1}{time}{TEXT}</article>")[0] == ("published", "time@datetime", "2024-05-05T09:20:00+07:00")


def test_a_property_of_schema_org_states_the_date_in_its_content() -> None:
    span = "<span class=header__date itemprop=datePublished content='2024-02-14T10:00:00+03:00'>14 фев, 10:00</span>"
    assert dates(f"<article><div>{span}</div>{H1}{TEXT}</article>")[0] == (
        "published",
        "span@content",
        "2024-02-14T10:00:00+03:00",
    )


LABELLED = {
    "<time>Updated 6 May 2024</time>": [("modified", "Updated 6 May 2024")],
    "<span>Aktualisiert:</span> <span class=date>06.05.2024</span>": [("modified", "06.05.2024")],
    "<span class='date-modified'>06.05.2024</span>": [("modified", "06.05.2024")],
    "<div class=date>Erstellt: 05.05.2024, 10:00 Uhr Aktualisiert: 06.05.2024</div>": [
        ("published", "Erstellt: 05.05.2024, 10:00 Uhr"),
        ("modified", "Aktualisiert: 06.05.2024"),
    ],
    "<p class='c2'>입력 2026.07.12 22:09</p>": [("published", "입력 2026.07.12 22:09")],
    "<div class=tanggal>Kamis, 11 Februari 2016 | 07:20 WIB</div>": [("published", "Kamis, 11 Februari 2016 | 07:20 WIB")],
    "<p class=update><time itemprop=datePublished>2019/02/22</time></p>": [("published", "2019/02/22")],
    "<span id=update>2019年02月22日 14時30分 公開</span>": [("published", "2019年02月22日 14時30分")],
    "<time class=updated pubdate>May 5, 2024</time>": [("published", "May 5, 2024")],
    "<div><time>09.04.2024 08:15</time> <span>Actualizado: 10.04.2024 17:30</span></div>": [
        ("published", "09.04.2024 08:15"),
        ("modified", "Actualizado: 10.04.2024 17:30"),
    ],
    "<time class='entry-date updated'>May 5, 2024</time>": [("published", "May 5, 2024")],
}


@pytest.mark.parametrize("html", LABELLED)
def test_words_in_and_before_a_date_say_which_it_is(html: str) -> None:
    """By markup, by the label in the text, by the label before it."""
    assert [(field, text) for field, _, text in dates(f"<article>{H1}{html}{TEXT}</article>")] == LABELLED[html]


def test_a_stamp_as_long_as_a_paragraph_is_none() -> None:
    line = "Published 10:00 a.m. Wednesday, May 1, 2024 | Updated 4:05 p.m. Thursday, May 2, 2024, by the desk"
    assert [(field, text[:9]) for field, _, text in dates(f"<article>{H1}<p>{line}</p><div>{TEXT}</div></article>")] == [
        ("published", "Published"),
        ("modified", "Updated 4"),
    ]


def test_a_dated_line_needs_no_telling_class() -> None:
    """Hashed class names tell nothing."""
    found = dates(f"<article>{H1}<div class=x7f><div class=a9>5 May 2024, 10:12</div></div>{TEXT}</article>")
    assert [text for _, _, text in found] == ["5 May 2024, 10:12"]


def test_a_date_that_only_scripts_see_is_read_from_its_attribute() -> None:
    """An empty element that is filled in later."""
    found = dates(f"<article>{H1}<span class=timestamp data-timestamp='1714880400'></span>{TEXT}</article>")
    assert found == [("published", "span@data-timestamp", "1714880400")]


def test_the_attribute_of_an_element_that_prints_publication_and_change_is_the_lesser_evidence() -> None:
    """Nobody says which of the two it states."""
    html = "<time datetime='2024-05-05T16:20Z'>Posted: May 5, 2024 9:27 AM ET | Updated: May 5, 2024 12:20 PM ET</time>"
    place, _ = placed(f"<article>{H1}{html}{TEXT}</article>", HEAD)
    weights = {candidate.key: candidate.weight for candidate in find_dates(place).candidates}
    assert weights["time@datetime"] < weights["time"]


def test_the_word_updated_of_an_entry_says_nothing_where_it_is_the_only_date() -> None:
    found = dates(f"<article>{H1}<time class=updated datetime='2024-05-03T10:00'>May 3, 2024</time>{TEXT}</article>")
    assert [field for field, _, _ in found] == ["modified", "modified", "published", "published"]
    found = dates(f"<article>{H1}<time class=updated datetime='2024-05-03T10:00'>Updated May 3, 2024</time>{TEXT}</article>")
    assert {field for field, _, _ in found} == {"modified"}


ALONE = {
    "beside an icon": f"{H1}<div><i></i> <span>03.05.2024</span> <i></i> Rubric of the day and the week</div>",
    "right above the headline": f"<p>Politics</p><p>15 августа 2016, 13:43</p>{H1}",
    "with a style that names a duration": f"{H1}<div class='transition duration-100' data-timestamp=1714728000>x</div>",
}


@pytest.mark.parametrize("where", ALONE)
def test_a_date_that_stands_alone_needs_no_name(where: str) -> None:
    assert dates(f"<article>{ALONE[where]}{TEXT}</article>")


NONE = {
    "one that ends a sentence of the head": f"<article>{H1}<p>Our radio has spoken of this matter too, on the <time "
    f"datetime=2024-05-03>3 May 2024</time>.</p>{TEXT}</article>",
    "how long a film may be seen": f"<article><p>02:57 Min. bis 06.05.2024</p>{H1}{TEXT}</article>",
    "today's, right above the headline": f"<article><p>Monday, 6 May 2024</p>{H1}{TEXT}</article>",
    "today's date in the page's header": f"<header><p class=date>Monday, 6 May 2024</p></header><article>{H1}{TEXT}</article>",
    "a teaser's": f"<article>{H1}{TEXT}</article><div class=related><time datetime=2020-01-01>1 Jan 2020</time></div>",
    "a picture's": f"<article>{H1}<figure><img src=a.jpg><figcaption>Hall, 1 May 2024</figcaption></figure>{TEXT}</article>",
    "a comment's": f"<article>{H1}{TEXT}<div class=comments><time>7 May 2024</time></div></article>",
    "a player's clock": f"<article>{H1}<div class=player-time>00:00</div>{TEXT}</article>",
    "a sentence's": f"<article>{H1}<ul><li>Two batches were printed in 2014 and 2016</li></ul>{TEXT}</article>",
    "one within the text": f"<article>{H1}{TEXT}<p>On <time>5 May 2024</time> it rained.</p><p>{LAST}</p></article>",
    "a stamped one within a sentence": f"<article>{H1}{TEXT}<p>On <time datetime=2024-05-05>5 May</time> it rained.</p>"
    f"<p>{LAST}</p></article>",
    "in the caption of a lead picture": f"<article>{H1}<div class=box><img src=a.jpg><p>Machines on the coast near the city, "
    f"24 April 2023</p></div>{TEXT}</article>",
    "two in the text": f"<article>{H1}<p>{FIRST}</p><p>{SECOND}</p><time datetime=2024-05-05>9:00</time><p>{LAST}</p>"
    f"<time datetime=2024-05-06>10:00</time><p>{FIRST}</p></article>",
    "an unlabelled one below the text": f"<article>{H1}{TEXT}<span class=date>1 May 2020</span></article>",
}


@pytest.mark.parametrize("name", NONE)
def test_other_dates_are_left_alone(name: str) -> None:
    """Wrong dates cost more than missing ones."""
    assert dates(NONE[name]) == []


def test_a_labelled_date_below_the_text_counts_less() -> None:
    """It is rather the article's than none, and rather the upper one."""
    place, _ = placed(f"<article>{H1}<time>5 May 2024</time>{TEXT}<p class=date>Published: 4 May 2024</p></article>", HEAD)
    upper, lower = find_dates(place).candidates
    assert upper.weight > lower.weight


LAST_RESORT = {
    "the only time element": f"<article>{H1}<p>{FIRST}</p><aside><time datetime=2022-01-28>28. Januar</time></aside>"
    f"<p>{SECOND}</p><p>{LAST}</p></article>",
    "a labelled line in the text": f"<article>{H1}<p>{FIRST}</p><div><h5>Datum:</h5>28.01.2022</div><p>{SECOND}</p>"
    f"<p>{LAST}</p></article>",
    "the day above the post": f"<div><h2 class=date-header>28 May 2022</h2><div><div>{H1}<div>{TEXT}</div></div></div></div>",
    "the title of an abbreviation": f"<article>{H1}{TEXT}<p>Posted at <abbr class=published title='2022-01-28T05:11:00-08:00'>"
    "5:11 AM</abbr></p></article>",
    "a labelled line below the writer's": f"<article>{H1}{TEXT}<div class=x><span class=author>Auteur: Aliou Diouf</span><br>"
    "Publié le: Vendredi 28 Janvier 2022</div></article>",
    "a stamp below the text": f"<article>{H1}{TEXT}<p>Erschienen am: 28.01.2022<br>Lesungen: 61<br>© bei uns "
    "Lizenzen zur Nachpublikation</p></article>",
}


@pytest.mark.parametrize("name", LAST_RESORT)
def test_where_no_date_stands_around_the_headline_others_are_asked(name: str) -> None:
    assert any("2022" in text for field, _, text in dates(LAST_RESORT[name]) if field == "published")
