"""Keys, packed digests, times and the fading schedule: what the history is made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.normalise.identity import OWN_FIELDS
from crawler.store.database import Database
from crawler.store.keys import address_key, exact_key, iso, key_of, pack, seconds, unpack
from crawler.store.notes import Notes
from crawler.store.register import Register
from crawler.store.schedule import DAY, HOUR, LONGEST_WAIT, MINUTE, next_check
from tests.store.conftest import Hand


@given(st.text())
def test_a_key_fits_a_row_id(text: str) -> None:
    assert -(2**63) <= key_of(text) < 2**63


def test_views_share_the_address_key_and_not_the_exact_one() -> None:
    one, other = "https://example.org/a", "https://www.example.org/a/amp"
    assert address_key(one) == address_key(other)
    assert exact_key(one) != exact_key(other)
    assert exact_key(one) == exact_key("https://example.org/a?utm_source=x")


@given(st.dictionaries(st.sampled_from(OWN_FIELDS), st.integers(1, 2**32 - 1).map("{:08x}".format)))
def test_digests_come_back_as_they_were_packed(digests: dict[str, str]) -> None:
    assert unpack(pack(digests)) == digests


def test_digests_of_fewer_fields_can_still_be_read() -> None:
    assert unpack(bytes.fromhex("0000000100000002")) == {"headline": "00000001", "description": "00000002"}
    assert unpack(None) == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-11-25T03:15:00Z", "2026-11-25T03:15:00Z"),
        ("2026-11-25T10:15:00.5+07:00", "2026-11-25T03:15:00Z"),
        ("2026-11-25", "2026-11-25T00:00:00Z"),
        ("gestern", None),
        (None, None),
    ],
)
def test_times_are_kept_in_seconds(text: str | None, wanted: str | None) -> None:
    assert iso(seconds(text)) == wanted


@pytest.mark.parametrize(
    ("age", "wait"),
    [
        (0, 10 * MINUTE),
        (2 * HOUR, 30 * MINUTE),
        (12 * HOUR, 2 * HOUR),
        (2 * DAY, 6 * HOUR),
        (5 * DAY, DAY),
        (20 * DAY, 7 * DAY),
        (-400 * DAY, 10 * MINUTE),
    ],
)
def test_the_older_an_article_the_longer_it_waits(age: int, wait: int) -> None:
    now = 2_000_000_000
    assert next_check(first_seen=now - age, now=now) == now + wait
    assert wait <= LONGEST_WAIT


def test_after_thirty_days_nobody_looks_again() -> None:
    assert next_check(first_seen=0, now=30 * DAY) is None


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.open(tmp_path / "history.db")


def test_a_text_that_announces_another_article_is_known_again(database: Database, clock: Hand) -> None:
    register = Register(database, clock=clock)
    database.write(register.announced("example", ["Korut Kirim  Utusan ke Iran", ""], url="https://example.org/2"))
    lines = ["KORUT kirim utusan ke Iran", "Kata Korotchenko."]
    assert register.teasing("example", lines, inside=["https://example.org/1"]) == {"KORUT kirim utusan ke Iran"}
    assert register.teasing("example", lines, inside=["https://www.example.org/2?page=all"]) == frozenset()
    assert register.teasing("other", lines, inside=["https://example.org/1"]) == frozenset()


def test_texts_of_long_ago_are_forgotten(database: Database, clock: Hand) -> None:
    register = Register(database, clock=clock)
    database.write(register.announced("example", ["Old"], url=None))
    clock.now += 119 * DAY
    database.write([*register.announced("example", ["New"], url=None), *register.forgotten()])
    clock.now += 2 * DAY
    database.write(register.forgotten())
    assert register.teasing("example", ["Old", "New"], inside=["https://example.org/1"]) == {"New"}


def test_the_staff_of_a_site_is_counted(database: Database, clock: Hand) -> None:
    register = Register(database, clock=clock)
    database.write(register.met("example", ["Harry Siswoyo", "Ani", "Ani"], url="https://example.org/author/7"))
    database.write(register.met("example", ["Harry Siswoyo"]))
    assert register.staff("example") == {"Harry Siswoyo": 2, "Ani": 1}
    assert register.staff("example", least=2) == {"Harry Siswoyo": 2}
    assert register.staff("other") == {}


def test_notes_are_kept_until_they_are_taken_back(database: Database) -> None:
    notes = Notes(database)
    assert notes.get("example/section", {"new": 0}) == {"new": 0}
    database.write(notes.put("example/section", {"new": 7}))
    assert notes.get("example/section") == {"new": 7}
    database.write(notes.put("example/section", None))
    assert notes.get("example/section") is None
