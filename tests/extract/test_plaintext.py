"""Glued plain text: nothing but lines to go by."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.plaintext import extract_text
from crawler.line import faults, to_dict
from crawler.normalise.desk import finish
from crawler.site import NOWHERE
from crawler.spiders.sites import site_named_in

CONTRACT = Path(__file__).parents[3] / "shared" / "contract"

GLUED = """Warga Kampung Sela Gotong Royong Perbaiki Jembatan Gantung

KABAR Daerah: Jembatan gantung Kampung Sela
Sumber :
  • example.org

KABAR Daerah – Warga Kampung Sela memperbaiki jembatan gantung yang putus diterjang banjir pekan lalu.

“Kami tidak menunggu, anak-anak harus sekolah,” kata Kepala Kampung, Darman Sutoyo, Senin, 3 Februari 2025.

Kayu baru dari hutan desa

Kayu diambil dari hutan desa dengan izin adat, lalu diangkut bersama-sama pada akhir pekan.

Foto: Rima Andini/ANTARA

Jembatan itu panjangnya 42 meter dan menghubungkan dua dusun di kedua tepi Sungai Alo.

Harga Beras di Pasar Induk Naik Lagi Menjelang Musim Tanam Tahun Ini
Petani memanen padi di Desa Tirta

Panen Raya di Lembah Tirta, Petani Berharap Harga Tetap Baik

Petani di Lembah Tirta memulai panen raya lebih awal. Mereka berharap harga gabah tidak jatuh seperti tahun lalu

img_title
kabar.example
4 Maret 2025
"""


def line_of(text: str) -> dict[str, Any]:
    return to_dict(finish(extract_text(text, "urn:x-test:1", site=NOWHERE)))


def test_a_glued_text_falls_apart_into_its_parts() -> None:
    """Headline, pictures, paragraphs, sub-heading and teasers each get their own place."""
    line = line_of(GLUED)
    assert line["headline"] == "Warga Kampung Sela Gotong Royong Perbaiki Jembatan Gantung"
    assert [heading["text"] for heading in line["headings"]] == ["Kayu baru dari hutan desa"]
    assert len(line["articleBody"].split("\n\n")) == 5
    assert [(image["role"], image["position"]) for image in line["images"]] == [("lead", 0), ("inline", 4)]
    assert line["images"][0]["source"]["domain"] == "example.org"
    assert line["images"][1]["creator"][0]["name"] == "Rima Andini"
    assert line["images"][1]["provider"] == ["ANTARA"]


def test_cards_at_the_end_are_teasers_with_caption_summary_brand_and_date() -> None:
    """The line before a summary is the headline, the one before that the picture's caption."""
    first, second = line_of(GLUED)["relatedArticles"]
    assert first["headline"].startswith("Harga Beras")
    assert second["headline"].startswith("Panen Raya")
    assert second["image"]["caption"] == "Petani memanen padi di Desa Tirta"
    assert second["description"].startswith("Petani di Lembah Tirta")
    assert (second["publisher"], second["datePublished"]) == ("kabar.example", "2025-03-04")


def test_the_ledger_of_a_glued_text_closes() -> None:
    """Every line is assigned or discarded with a reason."""
    accounting = line_of(GLUED)["metadata"]["textAccounting"]
    assert accounting["unassigned"] == 0
    assert (
        accounting["blocks"]
        == accounting["assigned"] + accounting["discarded"]
        == len(list(filter(str.strip, GLUED.splitlines())))
    )
    assert {item["kind"] for item in line_of(GLUED)["metadata"]["discarded"]} == {"label", "placeholder"}


def test_a_teasers_date_is_never_the_articles() -> None:
    """Dates of the body and of cards are named in the reason, and stay where they belong."""
    line = line_of(GLUED)
    assert line["datePublished"] is None
    assert "2025-02-03 is only mentioned in the body" in line["metadata"]["validationMessages"]["datePublished"][0]


@pytest.mark.skipif(not CONTRACT.is_dir(), reason="the contract's example lies beside the project, not in it")
def test_the_seed_gives_its_expected_line() -> None:
    """The one example that started it all comes out as the contract says: structure, texts, credits, teasers, accounting."""
    text = (CONTRACT / "seed.txt").read_text(encoding="utf-8")
    line = to_dict(finish(extract_text(text, "urn:x-seed:viva", site=site_named_in(text))))
    expected = json.loads((CONTRACT / "seed.expected.json").read_text(encoding="utf-8"))
    for volatile in ("id", "revision"):
        line.pop(volatile), expected.pop(volatile)
    for volatile in ("extractor", "http"):
        line["metadata"].pop(volatile, None), expected["metadata"].pop(volatile, None)
    assert line["metadata"]["fieldSources"].pop("inLanguage") == "text"
    assert line == expected


@given(st.text())
def test_any_text_gives_a_valid_line(text: str) -> None:
    """Nothing that can stand in a file raises or breaks the contract."""
    line = line_of(text)
    assert faults(line | {"revision": line["revision"] | {"contentHash": "sha256:"}}) == ()
    accounting = line["metadata"]["textAccounting"]
    assert accounting["blocks"] == accounting["assigned"] + accounting["discarded"] + accounting["unassigned"]
