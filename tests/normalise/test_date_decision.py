"""Which of a page's times is its own: what the sources state, and what is made of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import Candidate, Context, Segment
from crawler.items import Timezone
from crawler.normalise.dates import DateDecision, resolve_dates

FETCHED = datetime(2026, 8, 1, 12, 0, tzinfo=UTC)
GERMAN = Context(language="de", fetched_at=FETCHED)
JAKARTA = Context(language="id", timezone="Asia/Jakarta", fetched_at=FETCHED)


def published(text: str, source: str, key: str = "", weight: int = 0) -> Candidate:
    return Candidate("date_published", (Segment(text),), source, key, weight=weight)


def modified(text: str, source: str, key: str = "") -> Candidate:
    return Candidate("date_modified", (Segment(text),), source, key)


def test_sources_that_agree_give_the_finest_time_with_its_printed_zone() -> None:
    decision = resolve_dates(
        [
            published("Kamis, 11 Februari 2016 | 07:20 WIB", "dom", "div.date", 3),
            published("2016-02-11T07:20:16+0700", "meta", "meta:article:published_time"),
        ],
        JAKARTA,
    )
    assert decision.date_published == "2016-02-11T07:20:16+07:00"
    assert decision.precision == "second"
    assert decision.timezone == Timezone("Asia/Jakarta", "explicit")
    assert decision.source == "meta"
    assert decision.conflicts == ()


def test_a_day_bears_out_one_of_two_clocks_that_contradict_each_other() -> None:
    """The clock of that day, where the address names it; the other one is of a change."""
    decision = resolve_dates(
        [
            published("2014-10-02T14:52:39", "microdata", "itemprop:datePublished"),
            published("8:42 a.m. EDT October 3, 2014", "dom", "span.time", 3),
            published("2014-10-02", "url"),
        ],
        Context(language="en"),
    )
    assert (decision.date_published or "")[:19] == "2014-10-02T14:52:39"


def test_of_one_clock_with_two_offsets_the_one_that_is_not_utc_counts() -> None:
    """And the lying source has the same fault in its time of change."""
    decision = resolve_dates(
        [
            published("2024-04-18T14:26:01Z", "jsonld", "NewsArticle.datePublished"),
            published("2024-04-18T14:26:01+02:00", "dom", "time@datetime", 3),
            modified("2024-04-18T14:27:00Z", "jsonld", "NewsArticle.dateModified"),
        ],
        GERMAN,
    )
    assert decision.date_published == "2024-04-18T14:26:01+02:00"
    assert decision.date_modified == "2024-04-18T14:27:00+02:00"
    assert [(conflict.other, conflict.other_source) for conflict in decision.conflicts] == [("2024-04-18T14:26:01Z", "jsonld")]


def test_offsets_that_contradict_each_other_and_the_site_are_all_dropped_for_its_zone() -> None:
    decision = resolve_dates(
        [
            published("2021-06-17T09:54:49-07:00", "meta", "meta:article:published_time"),
            published("Thu, 17 Jun 2021 09:54:49 GMT", "meta", "meta:date"),
        ],
        JAKARTA,
    )
    assert decision.date_published == "2021-06-17T09:54:49+07:00"
    assert decision.timezone == Timezone("Asia/Jakarta", "site")


def test_a_clock_called_utc_that_the_page_prints_as_its_own_is_local_where_the_site_is_known() -> None:
    stated = [published("2024-04-18T14:26:01Z", "jsonld"), published("18/04/2024 14:26", "dom", "time", 3)]
    assert resolve_dates(stated, JAKARTA).date_published == "2024-04-18T14:26:00+07:00"
    assert resolve_dates(stated, Context(language="id")).date_published == "2024-04-18T14:26:01+00:00"


def test_a_moment_in_utc_takes_the_offset_that_another_source_states() -> None:
    decision = resolve_dates(
        [
            published("2026-04-15T13:48:44.263Z", "jsonld"),
            published("2026-04-15T15:48:44+02:00", "meta", "meta:article:published_time"),
        ],
        GERMAN,
    )
    assert decision.date_published == "2026-04-15T15:48:44.263+02:00"


def test_a_clock_without_zone_takes_the_offset_that_all_others_bear() -> None:
    decision = resolve_dates([published("2024-05-03T17:47:00", "meta"), modified("2024-05-03T18:00:00+02:00", "meta")], GERMAN)
    assert decision.date_published == "2024-05-03T17:47:00+02:00"
    assert decision.timezone == Timezone(None, "assumed")


def test_a_change_without_zone_takes_the_offset_of_the_publication() -> None:
    decision = resolve_dates(
        [published("2026-07-24T11:00:00+07:00", "dom"), modified("2026-07-24 14:12:07", "jsonld")], JAKARTA
    )
    assert decision.date_modified == "2026-07-24T14:12:07+07:00"


def test_a_change_in_utc_is_told_on_the_clock_of_the_publication() -> None:
    """A reader of the line compares the two; in winter and summer time each has its own offset."""
    decision = resolve_dates(
        [
            published("2024-10-15T03:40:00.000Z", "jsonld"),
            published("15 oct 2024 - 05:40 CEST", "dom", "time", 3),
            modified("2024-11-15T07:12:31.250Z", "jsonld"),
        ],
        Context(language="es", timezone="Europe/Madrid", fetched_at=FETCHED),
    )
    assert decision.date_published == "2024-10-15T05:40:00+02:00"
    assert decision.date_modified == "2024-11-15T08:12:31.250+01:00"


def test_a_clock_without_any_zone_stays_local_and_names_none() -> None:
    decision = resolve_dates([published("3. Mai 2024, 17:47", "dom", "time", 3)], GERMAN)
    assert (decision.date_published, decision.timezone) == ("2024-05-03T17:47:00", None)
    assert decision.date_published_raw == "3. Mai 2024, 17:47"
    beside = resolve_dates([published("- 3. Mai 2024, 17:47", "dom", "time", 3)], GERMAN)
    assert beside.date_published_raw == "3. Mai 2024, 17:47"


def test_a_change_is_never_the_publication() -> None:
    decision = resolve_dates([modified("2024-05-03T18:00:00+02:00", "jsonld")], GERMAN)
    assert decision.date_published is None
    assert decision.date_modified == "2024-05-03T18:00:00+02:00"
    assert decision.messages == ("not found; 2024-05-03T18:00:00+02:00 is a date of change",)


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ("2024-05-03T10:00:00+02:00", "2024-05-03T10:00:00+02:00"),
        ("20240503T180000+0900", "2024-05-03T18:00:00+09:00"),
        ("2024-05-03T09:59:30+02:00", "2024-05-03T09:59:30+02:00"),
        ("2024-05-03T09:58:00+02:00", None),
        ("2024-05-02", None),
        ("2024-05-03", "2024-05-03"),
    ],
)
def test_a_change_before_the_publication_is_dropped(change: str, wanted: str | None) -> None:
    decision = resolve_dates([published("2024-05-03T10:00:00+02:00", "jsonld"), modified(change, "jsonld")], GERMAN)
    assert decision.date_modified == wanted


def test_a_time_after_the_fetch_is_no_publication() -> None:
    decision = resolve_dates(
        [published("2026-06-01", "jsonld"), published("06.01.2026", "dom", "time", 3)],
        Context(language="de", fetched_at=datetime(2026, 1, 7, tzinfo=UTC)),
    )
    assert decision.date_published == "2026-01-06"
    assert decision.messages == ("2026-06-01 lies after the fetch",)


def test_the_day_that_most_sources_state_wins_and_the_others_are_conflicts() -> None:
    decision = resolve_dates(
        [
            published("2024-05-01T10:00:00+02:00", "jsonld"),
            published("2024-05-03T10:00:00+02:00", "meta", "meta:article:published_time"),
            published("3. Mai 2024, 10:00 Uhr", "dom", "time", 3),
        ],
        GERMAN,
    )
    assert decision.date_published == "2024-05-03T10:00:00+02:00"
    assert [conflict.other for conflict in decision.conflicts] == ["2024-05-01T10:00:00+02:00"]


def test_a_printed_publication_undoes_a_stamp_of_the_last_change() -> None:
    decision = resolve_dates(
        [
            published("2026-04-19T19:45:44+02:00", "jsonld"),
            modified("2026-04-19T19:45:44+02:00", "jsonld"),
            published("Publikacja: 19.04.2026 19:05", "dom", "p.meta", 2),
        ],
        Context(language="pl", fetched_at=FETCHED),
    )
    assert decision.date_published == "2026-04-19T19:05:00+02:00"
    assert decision.date_modified == "2026-04-19T19:45:44+02:00"
    assert decision.source == "dom"


def test_relative_words_correct_no_stamp() -> None:
    stated = [
        published("2024-02-20T19:05:24+02:00", "meta", "meta:article:published_time"),
        modified("2024-02-20T17:05:46+00:00", "meta"),
        published("Published: 5 hours ago", "dom", "time", 3),
    ]
    context = Context(language="en", fetched_at=datetime(2024, 2, 20, 22, 49, tzinfo=UTC))
    assert resolve_dates(stated, context).date_published == "2024-02-20T19:05:24+02:00"


def test_midnight_beside_a_day_is_that_day() -> None:
    plain = [published("2026-02-06T00:00:00Z", "jsonld"), published("06 February 2026", "dom", "time", 2)]
    assert resolve_dates(plain, Context(language="en")).date_published == "2026-02-06"
    elsewhere = [published("2021-11-04T23:00Z", "meta"), published("5. November 2021", "dom", "span", 3)]
    assert resolve_dates(elsewhere, GERMAN).date_published == "2021-11-05"


@pytest.mark.parametrize(
    ("stated", "wanted", "precision"),
    [
        ("2026-02-06T00:00:00Z", "2026-02-06", "day"),
        ("2026-02-06T00:00:00.000+00:00", "2026-02-06", "day"),
        ("2026-02-06T00:00:00", "2026-02-06", "day"),
        ("2026-02-06T00:00:00+07:00", "2026-02-06T00:00:00+07:00", "second"),
        ("2026-02-06T00:05:00Z", "2026-02-06T00:05:00+00:00", "second"),
    ],
)
def test_midnight_in_utc_alone_is_a_day(stated: str, wanted: str, precision: str) -> None:
    decision = resolve_dates([published(stated, "jsonld")], Context(language="en"))
    assert (decision.date_published, decision.precision) == (wanted, precision)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://example.org/2024/05/03/a-slug", "2024-05-03"),
        ("https://example.org/2024-05-03/a-slug", "2024-05-03"),
        ("https://example.org/news/20240503-a-slug", None),
        ("https://example.org/2024/13/03/a-slug", None),
    ],
)
def test_an_address_that_names_the_day_stands_in_for_want_of_other_evidence(url: str, wanted: str | None) -> None:
    decision = resolve_dates([], Context(url=url, fetched_at=FETCHED))
    assert decision.date_published == wanted
    assert decision.source == ("url" if wanted else None)


def test_an_address_bears_out_one_of_two_days() -> None:
    context = Context(language="en", url="https://example.org/2024/05/03/a-slug", fetched_at=FETCHED)
    decision = resolve_dates([published("2024-03-05", "dom", "time", 1), published("2024-05-03", "dom", "span", 1)], context)
    assert decision.date_published == "2024-05-03"


def test_nothing_stated_is_nothing_decided() -> None:
    assert resolve_dates([], Context()) == DateDecision()
    assert resolve_dates([published("no date", "dom")], Context()) == DateDecision()


TEXTS = st.one_of(
    st.text(max_size=20),
    st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9998, 1, 1)).map(datetime.isoformat),
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2050, 1, 1), timezones=st.timezones()).map(
        datetime.isoformat
    ),
    st.dates(min_value=datetime(1990, 1, 1).date(), max_value=datetime(2050, 1, 1).date()).map(str),
)
CANDIDATES = st.builds(
    Candidate,
    st.sampled_from(["date_published", "date_modified", "headline"]),
    TEXTS.map(lambda text: (Segment(text),)),
    st.sampled_from(["jsonld", "meta", "dom", "url", "feed", "other"]),
    st.sampled_from(["", "time", "time@datetime", "meta:date"]),
    weight=st.integers(-3, 3),
)


@given(st.lists(CANDIDATES, max_size=8), st.sampled_from([None, "Asia/Jakarta", "no/such"]), st.booleans())
def test_every_statement_is_decided_without_a_fault(candidates: list[Candidate], zone: str | None, fetched: bool) -> None:
    context = Context(language="en", timezone=zone, fetched_at=FETCHED if fetched else None, url="https://example.org/a")
    decision = resolve_dates(candidates, context)
    for value in (decision.date_published, decision.date_modified):
        assert value is None or datetime.fromisoformat(value)
    if not any(candidate.field == "date_published" for candidate in candidates):
        assert decision.date_published is None
