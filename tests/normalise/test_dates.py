"""Printed dates of many languages: the right moment, or none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.evidence import Context
from crawler.normalise.dates import find_dates, parse_date

FETCHED = datetime(2026, 8, 1, 12, 0, tzinfo=UTC)

DAYS = [
    ("id", "Selasa, 9 Agustus 2022", "2022-08-09"),
    ("id", "26 April 2024", "2024-04-26"),
    ("id", "Rabu 14 Januari 2026", "2026-01-14"),
    ("id", "13 Nopember 2021", "2021-11-13"),
    ("id", "Terbit 2 Agt 2025", "2025-08-02"),
    ("de", "06.01.2026, Lesezeit 5 Min.", "2026-01-06"),
    ("de", "5. Jänner 2024", "2024-01-05"),
    ("de", "1. März 2023", "2023-03-01"),
    ("en", "Published Jun 05, 2026 • 3 minute read", "2026-06-05"),
    ("en", "July 4th, 2024", "2024-07-04"),
    ("en", "4th of July 2024", "2024-07-04"),
    ("en", "5-May-2024", "2024-05-05"),
    ("en", "Sept. 3, 2021", "2021-09-03"),
    ("fr", "1er août 2023", "2023-08-01"),
    ("es", "12 de setiembre de 2022", "2022-09-12"),
    ("pt", "3 de março de 2020", "2020-03-03"),
    ("ca", "7 d'abril de 2024", "2024-04-07"),
    ("fi", "5. toukokuuta 2024", "2024-05-05"),
    ("hu", "2024. május 5.", "2024-05-05"),
    ("eu", "2024ko otsailaren 14a", "2024-02-14"),
    ("mk", "21. фебруари 2024", "2024-02-21"),
    ("mt", "8 ta' Jannar 2026", "2026-01-08"),
    ("lt", "2024 m. gegužės 5 d.", "2024-05-05"),
    ("lv", "2024. gada 5. maijs", "2024-05-05"),
    ("pl", "5 maja 2024", "2024-05-05"),
    ("cs", "5. května 2024", "2024-05-05"),
    ("uk", "14 травня 2025", "2025-05-14"),
    ("bg", "5 май 2024 г.", "2024-05-05"),
    ("el", "5 Μαΐου 2024", "2024-05-05"),
    ("tr", "5 Mayıs 2024 Pazar", "2024-05-05"),
    ("ar", "٥ مايو ٢٠٢٤", "2024-05-05"),
    ("ar", "5 كانون الثاني 2024", "2024-01-05"),
    ("ar", "04 آب/أغسطس 2013", "2013-08-04"),
    ("he", "5 במאי 2024", "2024-05-05"),
    ("fa", "۱۵ مرداد ۱۴۰۳", "2024-08-05"),
    ("fa", "۱۴۰۳/۰۵/۱۵", "2024-08-05"),
    ("hi", "९ अगस्त २०१८", "2018-08-09"),
    ("bn", "৫ মে ২০২৪", "2024-05-05"),
    ("th", "13 ก.ค. 2567", "2024-07-13"),
    ("si", "2024 නොවැම්බර් මස 05", "2024-11-05"),
    ("th", "13 กรกฎาคม 67", "2024-07-13"),
    ("vi", "Thứ hai, 5/8/2024", "2024-08-05"),
    ("vi", "ngày 5 tháng 8 năm 2024", "2024-08-05"),
    ("ja", "2024年5月3日(金)", "2024-05-03"),
    ("ja", "令和6年5月3日", "2024-05-03"),
    ("ko", "2024년 5월 3일", "2024-05-03"),
    ("ko", "2024.05.03", "2024-05-03"),
    ("zh", "2024年5月3日", "2024-05-03"),
    ("mn", "2024 оны 5 сарын 3", "2024-05-03"),
    ("mn", "2024 оны 5 сарын 3-ны өдөр", "2024-05-03"),
    (None, "2024-05-03", "2024-05-03"),
    (None, "20240503", "2024-05-03"),
    ("en", "31/12/2024", "2024-12-31"),
    ("en", "12/31/2024", "2024-12-31"),
    ("de", "05.06.24", "2024-06-05"),
    ("de", "05.06.98", "1998-06-05"),
]

CLOCKS = [
    ("id", "Minggu, 20 April 2025 - 00:02 WIB", "2025-04-20T00:02:00+07:00"),
    ("id", "Jum'at, 17 Februari 2017 - 13:30 wib", "2017-02-17T13:30:00+07:00"),
    ("id", "Kompas.com - 02/11/2023, 21:34 WIB", "2023-11-02T21:34:00+07:00"),
    ("id", "Kamis, 11 Februari 2016 | 07:20 WITA", "2016-02-11T07:20:00+08:00"),
    ("de", "Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36+02:00"),
    ("de", "20.05.2024 um 18:30 MESZ", "2024-05-20T18:30:00+02:00"),
    ("en", "Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 8", "2024-08-08T04:00:00-04:00"),
    ("en", "15:56 BST, 27 April 2024", "2024-04-27T15:56:00+01:00"),
    ("en", "March 7, 20247:55 AM UTCUpdated ago", "2024-03-07T07:55:00+00:00"),
    ("en", "17:41 JST, October 13, 2024", "2024-10-13T17:41:00+09:00"),
    ("en", "Sep 2, 2024, 17:07 IST", "2024-09-02T17:07:00+05:30"),
    ("en", "November 18, 2019 at 2:26 PM HST", "2019-11-18T14:26:00-10:00"),
    ("en", "Monday, November 18, 2019, 04:05 pm PT (07:05 pm ET)", "2019-11-18T16:05:00-08:00"),
    ("en", "July 18, 2019, 04:05 p.m. PT", "2019-07-18T16:05:00-07:00"),
    ("en", "Updated 0339 GMT (1139 HKT) November 19, 2019", "2019-11-19T03:39:00+00:00"),
    ("en", "5 May 2024 12:30 am GMT+7", "2024-05-05T00:30:00+07:00"),
    ("hi", "गुरुवार अगस्त 9, 2018 01:09 PM IST", "2018-08-09T13:09:00+05:30"),
    ("ru", "14.05.2025, 20:28 МСК", "2025-05-14T20:28:00+03:00"),
    (None, "2016-02-11T07:20:16+0700", "2016-02-11T07:20:16+07:00"),
    (None, "2024-04-30 16:17:29 +02:00", "2024-04-30T16:17:29+02:00"),
    (None, "2024-05-03T15:47:42.389Z", "2024-05-03T15:47:42.389+00:00"),
    (None, "Tue, 30 Apr 2024 16:17:29 +0200", "2024-04-30T16:17:29+02:00"),
    (None, "Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37+00:00"),
    (None, "1714486649", "2024-04-30T14:17:29+00:00"),
    (None, "1714486649123", "2024-04-30T14:17:29+00:00"),
]

LOCAL = [
    ("de", "Europe/Vienna", "05.06.2025 um 14:46", "2025-06-05T14:46:00+02:00"),
    ("de", "Europe/Vienna", "22.11.2024 07.57", "2024-11-22T07:57:00+01:00"),
    ("de", "Europe/Berlin", "2023-04-28 18:11:01.0", "2023-04-28T18:11:01+02:00"),
    ("de", "Europe/Berlin", "5. Mai 2024, 14 Uhr", "2024-05-05T14:00:00+02:00"),
    ("en", "Australia/Sydney", "12:20pm Jan 7, 2024", "2024-01-07T12:20:00+11:00"),
    ("en", "Europe/London", "11:48, Thu, Jul 18, 2024", "2024-07-18T11:48:00+01:00"),
    ("en", "UTC", "June 30, 2026 - 4.34pm", "2026-06-30T16:34:00+00:00"),
    ("fr", "Europe/Paris", "lundi 9 décembre 2019 à 09h08", "2019-12-09T09:08:00+01:00"),
    ("nb", "Europe/Oslo", "05.08.2024, kl. 13.05", "2024-08-05T13:05:00+02:00"),
    ("hu", "Europe/Budapest", "2024. március 12. 09:05", "2024-03-12T09:05:00+01:00"),
    ("hu", "Europe/Budapest", "2024. márc. 12. kedd, 9:05", "2024-03-12T09:05:00+01:00"),
    ("sl", "Europe/Ljubljana", "14. februar 2024 ob 10.12", "2024-02-14T10:12:00+01:00"),
    ("es", "America/Guayaquil", "24 de agosto, 2026 - 23h23", "2026-08-24T23:23:00-05:00"),
    ("ja", "Asia/Tokyo", "2024年5月3日 午後3時5分", "2024-05-03T15:05:00+09:00"),
    ("ko", "Asia/Seoul", "2024.05.03 오후 3:05", "2024-05-03T15:05:00+09:00"),
    ("zh", "Asia/Shanghai", "2024年5月3日 08:30 CST", "2024-05-03T08:30:00+08:00"),
    ("en", "Asia/Jakarta", "05/06/2024 10:00", "2024-06-05T10:00:00+07:00"),
]

NONE = [
    ("en", ""),
    ("en", "3 minute read"),
    ("en", "05/06/2024"),
    ("en", "13:37"),
    ("en", "3 days ago"),
    ("en", "32 May 2024"),
    ("en", "31 February 2024"),
    ("de", "45.13.2024"),
    ("en", "00:00-YY-DD-MM"),
    ("en", "4.5 out of 5"),
    ("en", "99999999999999999999"),
    ("id", "Rp 420 Triliun"),
]

RELATIVE = [
    ("id", "2 jam yang lalu", "2026-08-01T10:00:00+00:00"),
    ("id", "9 menit lalu", "2026-08-01T11:51:00+00:00"),
    ("id", "Hari ini, 10:20 WIB", "2026-08-01T10:20:00+07:00"),
    ("id", "kemarin", "2026-07-31"),
    ("en", "an hour ago", "2026-08-01T11:00:00+00:00"),
    ("en", "Updated 5 mins ago", "2026-08-01T11:55:00+00:00"),
    ("de", "gestern, 20:15 Uhr", "2026-07-31T20:15:00"),
    ("de", "vor 3 Stunden", "2026-08-01T09:00:00+00:00"),
    ("es", "Hace 13 horas", "2026-07-31T23:00:00+00:00"),
    ("nl", "Vandaag om 20:07", "2026-08-01T20:07:00"),
    ("ja", "3時間前", "2026-08-01T09:00:00+00:00"),
    ("ko", "5시간 전", "2026-08-01T07:00:00+00:00"),
    ("ru", "8 января, 17:46", "2026-01-08T17:46:00"),
    ("ru", "8 сентября, 17:46", "2025-09-08T17:46:00"),
    ("en", "Feb 29", "2024-02-29"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), DAYS)
def test_a_printed_day_is_read(language: str | None, text: str, wanted: str) -> None:
    value = parse_date(text, Context(language=language, fetched_at=FETCHED))
    assert value is not None
    assert (value.iso, value.precision, value.basis, value.zone) == (wanted, "day", None, None)


@pytest.mark.parametrize(("language", "text", "wanted"), CLOCKS)
def test_a_printed_zone_is_explicit(language: str | None, text: str, wanted: str) -> None:
    value = parse_date(text, Context(language=language, fetched_at=FETCHED))
    assert value is not None
    assert (datetime.fromisoformat(value.iso), value.basis) == (datetime.fromisoformat(wanted), "explicit")
    assert value.moment.utcoffset() == datetime.fromisoformat(wanted).utcoffset()


@pytest.mark.parametrize(("language", "zone", "text", "wanted"), LOCAL)
def test_a_clock_without_zone_stands_in_the_site_s(language: str, zone: str, text: str, wanted: str) -> None:
    value = parse_date(text, Context(language=language, timezone=zone, fetched_at=FETCHED))
    assert value is not None
    assert value.iso == wanted
    assert value.zone == zone


def test_a_clock_without_any_zone_stays_local() -> None:
    value = parse_date("3. Mai 2024, 17:47", Context(language="de"))
    assert value is not None
    assert (value.iso, value.precision, value.basis, value.zone) == ("2024-05-03T17:47:00", "minute", None, None)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_no_sure_date_is_none(language: str, text: str) -> None:
    assert parse_date(text, Context(language=language, fetched_at=FETCHED)) is None


@pytest.mark.parametrize(("language", "text", "wanted"), RELATIVE)
def test_relative_words_count_from_the_fetch(language: str, text: str, wanted: str) -> None:
    value = parse_date(text, Context(language=language, fetched_at=FETCHED))
    assert value is not None
    assert value.iso == wanted
    assert parse_date(text, Context(language=language)) is None


@pytest.mark.parametrize(("order", "wanted"), [("DMY", "2024-06-05"), ("MDY", "2024-05-06"), (None, None)])
def test_the_order_of_numbers_is_the_site_s_and_never_guessed_from_english(order: str | None, wanted: str | None) -> None:
    value = parse_date("05/06/2024", Context(language="en", date_order=order, fetched_at=FETCHED))
    assert (value and value.iso) == wanted


def test_numbers_that_would_lie_in_the_future_are_read_the_other_way_about() -> None:
    value = parse_date("06.01.2026", Context(language="de", date_order="MDY", fetched_at=datetime(2026, 1, 7, tzinfo=UTC)))
    assert value is not None
    assert value.iso == "2026-01-06"


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [("August 2022", "2022-08-01", "month"), ("2024年5月", "2024-05-01", "month"), ("2022", "2022-01-01", "year")],
)
def test_coarse_dates_stand_by_their_first_day(text: str, iso: str, precision: str) -> None:
    value = parse_date(text, Context(language="en"))
    assert value is not None
    assert (value.iso, value.precision) == (iso, precision)


@pytest.mark.parametrize(
    ("zone", "wanted"), [("Asia/Kolkata", "+05:30"), ("Europe/Dublin", "+01:00"), ("Asia/Jerusalem", "+05:30")]
)
def test_an_abbreviation_of_several_zones_is_the_site_s(zone: str, wanted: str) -> None:
    value = parse_date("5 July 2024 10:00 IST", Context(language="en", timezone=zone))
    assert value is not None
    assert value.iso == f"2024-07-05T10:00:00{wanted}"


def test_an_offset_that_fits_the_site_s_zone_bears_its_name() -> None:
    value = parse_date("2016-02-11T07:20:16+0700", Context(timezone="Asia/Jakarta"))
    assert value is not None
    assert (value.zone, value.basis) == ("Asia/Jakarta", "explicit")


MENTIONS = [
    ("id", "dikutip dari Independent, Selasa, 9 Agustus 2022.", [("Selasa, 9 Agustus 2022", "2022-08-09")]),
    ("id", "Pada Sabtu (22/12/2018) lalu", [("22/12/2018", "2018-12-22")]),
    ("en", "between May 5, 2024 and 6 May 2024", [("May 5, 2024", "2024-05-05"), ("6 May 2024", "2024-05-06")]),
    ("en", "in 2022 and 2023 some 1,200 people, 14 of them", []),
    ("en", "on 05/06/2024", []),
    ("en", "on 9 August", []),
    ("de", "am Montag, 8. Mai 2026, und am 15.4.2024", [("Montag, 8. Mai 2026", "2026-05-08"), ("15.4.2024", "2024-04-15")]),
    ("en", "the score was 3-2-2024", [("3-2-2024", "2024-02-03")]),
    ("en", "version 10.12.2 of 1.2.3", []),
]


@pytest.mark.parametrize(("language", "text", "wanted"), MENTIONS)
def test_a_text_mentions_days_with_their_year(language: str, text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(mention.raw, mention.date) for mention in find_dates(text, Context(language=language))] == wanted


DATE_LIKE = st.lists(
    st.sampled_from(
        [
            "1",
            "05",
            "2024",
            "13",
            "99999",
            "Mei",
            "May",
            "م",
            "年",
            "月",
            "日",
            ":",
            "/",
            ".",
            "-",
            "+",
            " ",
            "WIB",
            "am",
            "ago",
        ]
    )
).map("".join)


@given(st.one_of(st.text(), DATE_LIKE), st.sampled_from([None, "id", "de", "en", "th", "fa", "ja", "xx"]), st.booleans())
@example("٣٣٣٣٣٣", "ar", True)
@example("²⁴ 2024", "en", True)
@example("ב 3 ש", "he", True)
def test_every_text_is_read_or_left(text: str, language: str | None, fetched: bool) -> None:
    context = Context(language=language, fetched_at=FETCHED if fetched else None)
    value = parse_date(text, context)
    assert value is None or datetime.fromisoformat(value.iso)
    assert all(mention.raw in text for mention in find_dates(text, context))


@given(st.datetimes(min_value=datetime(1995, 1, 1), max_value=datetime(2099, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_what_is_written_in_iso_is_read_back(moment: datetime, minutes: int) -> None:
    text = (
        moment.replace(microsecond=0).isoformat()
        + ("-" if minutes < 0 else "+")
        + f"{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    )
    value = parse_date(text, Context())
    assert value is not None
    assert value.moment == datetime.fromisoformat(text)
    again = parse_date(value.iso, Context())
    assert again is not None
    assert again.iso == value.iso


@given(
    st.dates(min_value=datetime(1990, 1, 1).date(), max_value=FETCHED.date() - timedelta(days=1)),
    st.sampled_from(["id", "de", "fr", "es", "pl", "ru"]),
)
def test_days_in_numbers_are_day_first(day: object, language: str) -> None:
    text = datetime.fromisoformat(str(day)).strftime("%d.%m.%Y")
    value = parse_date(text, Context(language=language, fetched_at=FETCHED))
    assert value is not None
    assert value.iso == str(day)
