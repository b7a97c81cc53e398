"""Which of a page's bylines decides, and what the others add."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import Candidate, Context, Segment, segments
from crawler.items import Credit
from crawler.normalise.bylines import BylineDecision, resolve_byline

PAGE = Context(language="en", publishers=("The Daily Star",), hosts=("dailystar.example",))


def shown(text: str, *, weight: int = 4, key: str = "div.byline") -> Candidate:
    return Candidate("byline", segments(text), "dom", key, weight=weight)


def stated(text: str, kind: str | None = "Person", *, source: str = "jsonld", role: str | None = None) -> Candidate:
    return Candidate(
        "byline", segments(text), source, "NewsArticle.author" if source == "jsonld" else "meta:author", role, kind
    )


def decide(*candidates: Candidate, context: Context = PAGE) -> BylineDecision:
    return resolve_byline(candidates, context)


def names(credits: tuple[Credit, ...]) -> list[str]:
    return [credit.name for credit in credits]


def test_nothing_stated_is_nobody() -> None:
    assert decide() == BylineDecision()


def test_the_shown_byline_goes_before_the_stated_one_and_the_difference_is_noted() -> None:
    decision = decide(shown("By Jane Doe"), stated("John Roe"))
    assert names(decision.authors) == ["Jane Doe"]
    assert (decision.byline, decision.source) == ("By Jane Doe", "dom")
    (conflict,) = decision.conflicts
    assert (conflict.kept, conflict.other, conflict.other_source) == ("Jane Doe", "John Roe", "jsonld")


def test_without_a_shown_byline_the_stated_authors_count() -> None:
    decision = decide(stated("Jane Doe"), stated("John Roe"))
    assert names(decision.authors) == ["Jane Doe", "John Roe"]
    assert decision.byline is None
    assert decision.source == "jsonld"


def test_a_stated_list_is_split_and_agencies_taken_out() -> None:
    decision = decide(stated("Felix Schröder und Jörg Soldwisch, dpa"))
    assert names(decision.authors) == ["Felix Schröder", "Jörg Soldwisch"]
    assert names(decision.source_organization) == ["dpa"]


def test_the_publisher_alone_is_no_author_unless_the_page_shows_it() -> None:
    assert decide(stated("The Daily Star", "Organization")).authors == ()
    assert names(decide(shown("By Daily Star"), stated("Daily Star")).authors) == ["Daily Star"]


def test_an_agency_alone_is_author_and_source() -> None:
    decision = decide(shown("By Associated Press"))
    assert [(credit.name, credit.role) for credit in decision.authors] == [("AP", "author")]
    assert [(credit.name, credit.role) for credit in decision.source_organization] == [("AP", "source")]


def test_an_agency_by_its_short_and_its_long_name_is_one() -> None:
    decision = decide(shown("Agencia EFE"), shown("Por Agencia EFE", key="body.head"), context=Context(language="es"))
    assert names(decision.source_organization) == ["Agencia EFE"]


def test_noise_in_the_authors_element_is_rescued_by_what_is_stated() -> None:
    decision = decide(shown("Follow\nShare\n3 min read"), stated("Jane Doe"))
    assert names(decision.authors) == ["Jane Doe"]


def test_stated_names_part_a_glued_line() -> None:
    decision = decide(shown("Lairenlakpam Warli Xiaoying You"), stated("Lairenlakpam Warli"), stated("Xiaoying You"))
    assert names(decision.authors) == ["Lairenlakpam Warli", "Xiaoying You"]


def test_a_sign_is_expanded_by_the_stated_name() -> None:
    context = Context(language="de", publishers=("t-online",))
    decision = decide(shown("Von t-online, jse"), stated("Julian Seiferth"), context=context)
    assert names(decision.authors) == ["t-online", "Julian Seiferth"]
    assert decision.authors[1].name_raw == "jse"


def test_a_counted_author_is_named_by_what_is_stated() -> None:
    context = Context(language="ko")
    decision = decide(shown("박준석 기자 외 1명"), stated("박준석"), stated("김태연"), context=context)
    assert names(decision.authors) == ["박준석", "김태연"]
    assert decision.messages == ()


def test_a_counted_author_that_nothing_names_is_reported() -> None:
    decision = decide(shown("박준석 기자 외 1명"), context=Context(language="ko"))
    assert decision.messages == ("1 more counted in the byline, not named",)


def test_a_shouted_name_takes_the_stated_spelling() -> None:
    decision = decide(shown("By AMELIA THOMSON-DEVEAUX"), stated("Amelia Thomson-DeVeaux"))
    assert names(decision.authors) == ["Amelia Thomson-DeVeaux"]
    assert decision.authors[0].name_raw == "AMELIA THOMSON-DEVEAUX"


def test_a_role_printed_elsewhere_wins() -> None:
    decision = decide(shown("Isna Sari, Yoga Sukmana"), shown("Editor: Yoga Sukmana", weight=2))
    assert names(decision.authors) == ["Isna Sari"]
    assert [(credit.name, credit.role) for credit in decision.contributors] == [("Yoga Sukmana", "editor")]


def test_the_editor_that_the_page_names_is_no_author_though_stated_as_such() -> None:
    decision = decide(shown("Naufal Zuhdi"), shown("Editor : Heryadi", weight=1, key="body.tail"), stated("Heryadi"))
    assert names(decision.authors) == ["Naufal Zuhdi"]
    assert names(decision.contributors) == ["Heryadi"]


def test_the_sign_off_adds_writers_editors_and_helpers() -> None:
    signed = "Reporting by Maya Gebeilly in Beirut and David Clarke in London; Editing by Daniel Flynn"
    decision = decide(shown("By Maya Gebeily and Anthony Deutsch"), shown(signed, weight=1, key="body.tail"))
    assert names(decision.authors) == ["Maya Gebeily", "Anthony Deutsch", "David Clarke"]
    assert names(decision.contributors) == ["Daniel Flynn"]


def test_each_element_of_one_kind_above_the_text_names_a_writer() -> None:
    twins = decide(shown("Rizky Abdi,", key="div.name"), shown("Siti Rahma", key="div.name"), shown("Ann Roe", key="p.by"))
    assert names(twins.authors) == ["Rizky Abdi", "Siti Rahma"]


def test_a_source_line_below_the_text_is_no_author() -> None:
    decision = decide(shown("By Jane Doe"), shown("Source: AFP", weight=1, key="body.tail"))
    assert names(decision.authors) == ["Jane Doe"]
    assert decision.source_organization == ()
    assert names(decision.is_based_on) == ["AFP"]


def test_who_is_named_as_a_source_below_with_the_writers_is_none() -> None:
    line = "Penulis : Ferril Dennys Editor : Aloysius Gonsaga Sumber : Persib"
    decision = decide(shown(line, weight=1), context=Context(language="id"))
    assert (names(decision.authors), names(decision.source_organization)) == (["Ferril Dennys"], [])


def test_a_source_line_above_the_text_is_a_byline() -> None:
    assert names(decide(shown("Bron: BELGA"), context=Context(language="nl")).source_organization) == ["Belga"]


def test_a_house_thanked_for_files_is_what_the_text_is_based_on() -> None:
    decision = decide(shown("By Jane Doe\nWith files from The Canadian Press and John Roe"))
    assert names(decision.contributors) == ["John Roe"]
    assert names(decision.is_based_on) == ["The Canadian Press"]


def test_a_sign_in_brackets_ends_a_text_and_credits_nobody() -> None:
    assert decide(shown("(kas)", weight=0, key="body.signoff"), context=Context(language="de")).authors == ()


def test_a_sign_alone_counts_where_the_markup_names_it_after_the_author() -> None:
    """And nobody else is named; the house that is stated by the first words of its name is no author."""
    page = Context(language="de", publishers=("Springer Medizin Verlag GmbH, Ärzte Zeitung",), hosts=("zeitung.example",))
    house = stated("Springer Medizin, Ärzte Zeitung", "Organization")
    assert names(decide(house, shown("(mwo)", weight=1, key="span.autor"), context=page).authors) == ["mwo"]
    assert decide(house, context=page).authors == ()


def test_an_agency_in_brackets_at_the_end_counts_where_nobody_else_is_named() -> None:
    signed = shown("(dpa)", weight=0, key="body.signoff")
    assert names(decide(signed).source_organization) == ["dpa"]
    assert decide(shown("Von Jane Doe"), signed).source_organization == ()


def test_a_name_in_the_text_adds_to_the_publishers_account() -> None:
    decision = decide(shown("by The Daily Star"), shown("Mathatisi Sebusi/Mohalenyane Phakela", weight=2, key="body.head"))
    assert set(names(decision.authors)) == {"The Daily Star", "Mathatisi Sebusi", "Mohalenyane Phakela"}


def test_the_interviewer_wrote_what_has_no_other_author() -> None:
    decision = decide(shown("Interview: Julia Lauter"), context=Context(language="de"))
    assert [(credit.name, credit.role) for credit in decision.authors] == [("Julia Lauter", "interviewer")]


def test_the_dateline_names_reporter_and_agency_where_nothing_else_does() -> None:
    reporter = Candidate("byline", segments("成欣"), "text", "dateline", kind="Person")
    agency = Candidate("byline", segments("新华社"), "text", "dateline", kind="Organization")
    decision = decide(reporter, agency, context=Context(language="zh"))
    assert (names(decision.authors), names(decision.source_organization)) == (["成欣"], ["新华社"])
    assert decision.source == "text"
    assert names(decide(shown("By Jane Doe"), agency).source_organization) == []


def test_the_datelines_reporter_stands_beside_a_house_and_gives_way_to_a_person() -> None:
    reporter = Candidate("byline", segments("成欣"), "text", "dateline", kind="Person")
    chinese = Context(language="zh")
    assert names(decide(shown("来源：新华网"), reporter, context=chinese).authors) == ["成欣"]
    assert names(decide(shown("作者：王伟"), reporter, context=chinese).authors) == ["王伟"]


def test_the_datelines_reporter_goes_before_a_house_that_is_only_stated() -> None:
    reporter = Candidate("byline", segments("尾関航也"), "text", "dateline", kind="Person")
    agency = Candidate("byline", segments("ロイター"), "text", "dateline", kind="Organization")
    japanese = Context(language="ja", publishers=("読売新聞オンライン",))
    paper = stated("読売新聞", "Organization")
    assert names(decide(paper, reporter, context=japanese).authors) == ["尾関航也"]
    assert names(decide(paper, agency, context=japanese).authors) == ["読売新聞"]
    assert names(decide(stated("林田七恵"), reporter, context=japanese).authors) == ["林田七恵"]


def test_a_line_below_that_names_more_than_the_one_above_completes_it() -> None:
    above, korean = shown("이수정 기자"), Context(language="ko")
    more = shown("이수정·김남준 기자", weight=2, key="div.end")
    assert names(decide(above, more, context=korean).authors) == ["이수정", "김남준"]
    others = shown("박민영 기자", weight=2, key="div.end")
    assert names(decide(above, others, context=korean).authors) == ["이수정"]


def test_another_newsroom_behind_its_writer_is_where_the_text_comes_from() -> None:
    decision = decide(shown("By Jane Doe, The Washington Post"))
    assert (names(decision.authors), names(decision.source_organization)) == (["Jane Doe"], ["The Washington Post"])


def test_authors_that_are_only_counted_are_those_stated() -> None:
    counted = Candidate("byline", tuple(map(Segment, ("By", "Jane Doe", "and 1 other"))), "dom", "div.byline", weight=4)
    decision = decide(counted, stated("Jane Doe"), stated("John Roe"))
    assert names(decision.authors) == ["Jane Doe", "John Roe"]


def test_a_meta_element_that_is_not_understood_wholly_is_not_believed() -> None:
    assert decide(stated("Web Design & Development - Biro Inti Media", None, source="meta")).authors == ()
    assert decide(stated("https://example.org/team/jane", None, source="meta")).authors == ()


def test_the_editor_of_the_meta_element_helps_beside_the_shown_byline() -> None:
    decision = decide(shown("By Jane Doe"), stated("Mary Smith", None, source="meta", role="editor"))
    assert names(decision.authors) == ["Jane Doe"]
    assert [(credit.name, credit.role) for credit in decision.contributors] == [("Mary Smith", "editor")]


def test_small_letters_that_the_writer_signs_with_are_no_agency() -> None:
    page = Context(language="id", publishers=("SAUH",))
    signed = shown("(kna/ykn)", weight=0, key="body.signoff")
    assert decide(shown("Kirana Abdi - SAUH Tekno"), signed, context=page).is_based_on == ()
    assert names(decide(shown("Jane Doe"), signed, context=page).is_based_on) == ["KNA"]


def test_who_is_titled_producer_below_remains_the_author() -> None:
    below = shown("Jane Doe\nProducer", weight=2, key="div.profile")
    files = shown("With files from John Roe", weight=1, key="div.source")
    decision = decide(shown("Jane Doe · CBC News"), below, files, stated("Jane Doe"))
    assert names(decision.authors)[0] == "Jane Doe"
    assert [(credit.name, credit.role) for credit in decision.contributors] == [("John Roe", "contributor")]


@pytest.mark.parametrize("house", ["Kompas Cyber Media", "Redaktion kompas.com", "Redaktion", "Warta Media (www.kompas.com)"])
def test_the_house_stated_unseen_by_another_name_is_no_author(house: str) -> None:
    page = Context(language="id", publishers=("Bola",), hosts=("kompas.com",))
    assert decide(stated(house, None), context=page).authors == ()
    assert names(decide(stated("Kementerian Agama", "Organization"), context=page).authors) == ["Kementerian Agama"]


@pytest.mark.parametrize(
    ("line", "persons", "houses"),
    [
        ("Kirana Abdi - SAUH Tekno", ["Kirana Abdi"], []),
        ("SAUH Tekno", [], ["SAUH Tekno"]),
        ("Oleh : Tim SAUH", [], ["Tim SAUH"]),
        ("SAUH's Kirana Abdi", ["Kirana Abdi"], []),
        ("SAUH correspondent Kirana Abdi", ["Kirana Abdi"], []),
    ],
)
def test_a_section_of_the_house_is_no_person(line: str, persons: list[str], houses: list[str]) -> None:
    decision = decide(shown(line), context=Context(language="id", publishers=("SAUH",)))
    assert [credit.name for credit in decision.authors if credit.type == "Person"] == persons
    assert [credit.name for credit in decision.authors if credit.type != "Person"] == houses


CANDIDATES = st.builds(
    Candidate,
    field=st.just("byline"),
    parts=st.lists(st.builds(Segment, text=st.text(min_size=1, max_size=40), line=st.integers(0, 3)), max_size=4).map(tuple),
    source=st.sampled_from(["dom", "jsonld", "meta", "text", "microdata", "feed", "url"]),
    key=st.sampled_from(["div.author", "NewsArticle.author", "body.head", "body.tail", "dateline"]),
    role=st.sampled_from([None, "author", "editor"]),
    kind=st.sampled_from([None, "Person", "Organization"]),
    weight=st.integers(-1, 5),
)


@given(st.lists(CANDIDATES, max_size=6))
def test_any_candidates_give_a_decision(candidates: list[Candidate]) -> None:
    decision = resolve_byline(candidates, PAGE)
    assert all(credit.name for credit in (*decision.authors, *decision.contributors, *decision.source_organization))
