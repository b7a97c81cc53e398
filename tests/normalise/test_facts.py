"""The plain resolver: headline, standfirst, the line above the headline."""

from crawler.evidence import Candidate, Context, segments
from crawler.normalise.facts import above, choose, distinct, publisher, unlike
from crawler.site import NOWHERE

URL = "http://nasional.news.example.id/news/read/734900-pasar-terbakar"


def stated(field: str, *texts: str, source: str = "dom") -> tuple[Candidate, ...]:
    return tuple(Candidate(field, segments(text), source) for text in texts)


def test_the_better_placed_wins_then_the_more_trusted() -> None:
    """Another source with other words is a conflict; case and punctuation are none."""
    meta, shown = stated("headline", "Budget passes!", source="meta"), stated("headline", "Budget Passes")
    assert choose((*meta, *shown)).value == "Budget Passes"
    assert choose((*meta, *shown)).conflicts == ()
    other = stated("headline", "Budget fails", source="meta")
    assert [conflict.other for conflict in choose((*other, *shown)).conflicts] == ["Budget fails"]
    assert choose(()).value is None


def test_a_standfirst_that_repeats_the_headline_is_none() -> None:
    assert unlike(stated("description", "Budget passes."), "Budget passes") == ()
    assert len(unlike(stated("description", "It took all night."), "Budget passes")) == 1
    assert len(unlike(stated("description", "It took all night."), None)) == 1


def test_a_kicker_that_names_the_addresss_section_is_that() -> None:
    """It is no second headline; a stated section is not replaced."""
    choice, sections = above(stated("alternative_headline", "NASIONAL"), (), URL)
    assert (choice.value, [section.text for section in sections]) == (None, ["NASIONAL"])
    named = stated("article_section", "Nasional", source="meta")
    assert above(stated("alternative_headline", "NASIONAL"), named, URL)[1] == named
    assert above(stated("alternative_headline", "Kebakaran"), (), URL)[0].value == "Kebakaran"
    assert above((), (), URL)[0].value is None


def test_each_subject_stands_once() -> None:
    assert distinct(stated("article_section", "News", "Politics", "news")) == ("News", "Politics")


def test_a_publishers_front_page_keeps_what_the_pages_address_says() -> None:
    """Scheme and port are the page's own where the host is; a sub-domain's pages lead to the registered name."""
    own, sub = Context(url="http://127.0.0.1:8000/a", hosts=("127.0.0.1",)), Context(url=URL, hosts=("example.id",))
    assert publisher((), NOWHERE, own)[0].url == "http://127.0.0.1:8000"
    assert publisher((), NOWHERE, sub)[0].url == "https://example.id"
