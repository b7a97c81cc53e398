"""What a terminal and a log are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.normalise.harmless import safe, without_secrets


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Judul \x1b[2J\x1b]0;x\x07 merah", "Judul \ufffd[2J\ufffd]0;x\ufffd merah"),
        ("exe.\u202egnp", "exe.\ufffdgnp"),
        ("satu\u2028dua\x85tiga\rempat", "satu\ufffddua\ufffdtiga\ufffdempat"),
        ("baris\nbaris", "baris\nbaris"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_nothing_moves_a_cursor_or_turns_a_line(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("GET https://rina:kunci@harian.example/a", "GET https://…@harian.example/a"),
        ("proxy http://token@10.0.0.1:3128 failed", "proxy http://…@10.0.0.1:3128 failed"),
        ("https://harian.example/@rina and rina@harian.example", "https://harian.example/@rina and rina@harian.example"),
        ("https://harian.example/?to=a@b.example", "https://harian.example/?to=a@b.example"),
    ],
)
def test_addresses_lose_their_user(text: str, shown: str) -> None:
    assert without_secrets(text) == shown


@given(st.text())
def test_any_text_is_made_harmless_once(text: str) -> None:
    shown = without_secrets(safe(text))
    assert without_secrets(safe(shown)) == shown
    assert "\x1b" not in shown
