"""Datelines as houses print them: parted where every part is known, left alone where one is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import Context, Segment
from crawler.normalise.datelines import Dateline, split_dateline

VIVA = ("VIVA", "VIVA.co.id")

FOUND = [
    ("id", "VIVA Nasional – Korea Utara siap mengirim", Dateline("VIVA Nasional", outlet="VIVA", section="Nasional")),
    ("id", "VIVA.co.id – Mulan Jameela terkenal", Dateline("VIVA.co.id", outlet="VIVA.co.id")),
    ("id", "Jakarta, VIVA – Berita mengenai pelatih", Dateline("Jakarta, VIVA", city="Jakarta", outlet="VIVA")),
    ("id", "Jakarta - Seorang rektor sebuah", Dateline("Jakarta", city="Jakarta")),
    ("id", "Deli Serdang – Berita mengenai kerusuhan", Dateline("Deli Serdang", city="Deli Serdang")),
    ("id", "JAKARTA, KOMPAS.com\n– Komisi Pemberantasan", Dateline("JAKARTA, KOMPAS.com", city="Jakarta", outlet="KOMPAS.com")),
    ("id", "TANGERANGNEWS.com–Seorang wartawan gadungan", Dateline("TANGERANGNEWS.com", outlet="TANGERANGNEWS.com")),
    (
        "id",
        "REPUBLIKA.CO.ID, JAKARTA -- Aktris dan",
        Dateline("REPUBLIKA.CO.ID, JAKARTA", city="Jakarta", outlet="REPUBLIKA.CO.ID"),
    ),
    ("id", "Aceh (SL) – Panglima TNI Marsekal", Dateline("Aceh (SL)", city="Aceh", agency="SL")),
    ("id", "Round Up – Ada tiga artikel", Dateline("Round Up", section="Round Up")),
    ("en", "MEXICO CITY (AP) — Mexico’s economy grew", Dateline("MEXICO CITY (AP)", city="Mexico City", agency="AP")),
    ("en", "CLEVELAND, Ohio (AP) — The city", Dateline("CLEVELAND, Ohio (AP)", city="Cleveland", agency="AP")),
    ("en", "FLUSHING MEADOWS — Jodie Burrage rounded", Dateline("FLUSHING MEADOWS", city="Flushing Meadows")),
    ("en", "PUTRAJAYA, Nov 22 — Private companies did", Dateline("PUTRAJAYA, Nov 22", city="Putrajaya", date="11-22")),
    ("en", "KARACHI: Pakistan won the toss", Dateline("KARACHI", city="Karachi")),
    (
        "en",
        "BEIRUT/THE HAGUE, March 7 (Reuters) - An Israeli tank",
        Dateline("BEIRUT/THE HAGUE, March 7 (Reuters)", city="Beirut/The Hague", agency="Reuters", date="03-07"),
    ),
    (
        "en",
        "NEW YORK, May 5, 2024 (GLOBE NEWSWIRE) -- Acme Corp. said",
        Dateline("NEW YORK, May 5, 2024 (GLOBE NEWSWIRE)", city="New York", agency="GLOBE NEWSWIRE", date="2024-05-05"),
    ),
    (
        "de",
        "Wien/Graz, 5. Mai (APA) – Der Kanzler hat",
        Dateline("Wien/Graz, 5. Mai (APA)", city="Wien/Graz", agency="APA", date="05-05"),
    ),
    ("de", "Berlin. Die Ex-Außenministerin tritt heute", Dateline("Berlin", city="Berlin")),
    ("de", "München/London – Kurz vor der Krönungszeremonie", Dateline("München/London", city="München/London")),
    (
        "es",
        "Madrid, 5 may (EFE).- El presidente del",
        Dateline("Madrid, 5 may (EFE)", city="Madrid", agency="EFE", date="05-05"),
    ),
    (
        "it",
        "(ANSA) - ROMA, 12 GEN - Il governo ha",
        Dateline("(ANSA) - ROMA, 12 GEN", city="Roma", agency="ANSA", date="01-12"),
    ),
    (
        "ru",
        "МОСКВА, 5 мая. /ТАСС/. Президент сказал",
        Dateline("МОСКВА, 5 мая. /ТАСС/", city="Москва", agency="ТАСС", date="05-05"),
    ),
    ("ar", "القاهرة (رويترز) - قال مسؤول", Dateline("القاهرة (رويترز)", city="القاهرة", agency="رويترز")),
    (
        "hi",
        "लखनऊ, 30 अक्टूबर (आईएएनएस)। उत्तर प्रदेश",
        Dateline("लखनऊ, 30 अक्टूबर (आईएएनएस)", city="लखनऊ", agency="आईएएनएस", date="10-30"),
    ),
    ("th", "เชียงราย 13 ก.ค.-นักข่าวภาคสนามสำนักข่าวไทย", Dateline("เชียงราย 13 ก.ค.", city="เชียงราย", date="07-13")),
    (
        "zh",
        "新华社北京1月11日电(记者 成欣)针对美国",
        Dateline("新华社北京1月11日电(记者 成欣)", city="北京", agency="新华社", reporter="成欣", date="01-11"),
    ),
    (
        "zh",
        "本报墨西哥城1月28日电记者张金江报道:厄瓜多尔",
        Dateline("本报墨西哥城1月28日电记者张金江报道", city="墨西哥城", outlet="本报", reporter="张金江", date="01-28"),
    ),
    ("zh", "〔記者陳大文／台中報導〕市府今天說", Dateline("〔記者陳大文／台中報導〕", city="台中", reporter="陳大文")),
    ("ja", "【北京＝共同】中国外務省は", Dateline("【北京＝共同】", city="北京", agency="共同")),
    ("ja", "【ワシントン時事】米国防総省は", Dateline("【ワシントン時事】", city="ワシントン", agency="時事")),
    (
        "ko",
        "(서울=연합뉴스) 김철수 기자 = 정부는 오늘",
        Dateline("(서울=연합뉴스) 김철수 기자", city="서울", agency="연합뉴스", reporter="김철수"),
    ),
]

NONE = [
    ("en", "It was a dark night - and then the rain came"),
    ("en", "Trump – Putin summit was held in Alaska"),
    ("en", "Joe Biden - The president said that"),
    ("en", "EXCLUSIVE: Police said that they"),
    ("en", "UPDATE — The match was abandoned"),
    ("en", "By Tom Davies - Associated Press - Friday"),
    ("nb", "FORTVILET: Her tror Lene Retzius at finaleplassen"),
    ("de", "Endlich wieder – denn nach starken ersten Spielen"),
    ("de", "Archivbild (16.08.2024): Immer wieder kommt es"),
    ("de", "Zum Hintergrund: Das Gesetz soll regeln"),
    ("de", "Spiegel: Herr Minister, was nun wird"),
    ("id", "Korea Utara siap mengirim 100.000 tentara – kata Igor"),
    ("ja", "【速報】首相が辞任を表明"),
    ("zh", "新华社记者在北京采访了多位专家"),
    ("en", ""),
    ("en", "LONDON —"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), FOUND)
def test_a_dateline_of_known_parts_is_parted(language: str, text: str, wanted: Dateline) -> None:
    found, rest = split_dateline(text, Context(language=language, publishers=VIVA, hosts=("viva.co.id",)))
    assert found == wanted
    assert text.endswith(rest)
    assert rest == rest.lstrip()


@pytest.mark.parametrize(("language", "text"), NONE)
def test_a_text_that_only_looks_like_one_is_left_alone(language: str, text: str) -> None:
    assert split_dateline(text, Context(language=language)) == (None, text)


def test_the_squeezed_host_is_the_outlet() -> None:
    found, _ = split_dateline("Kabar Nagari, Padang – Sabtu pekan lalu", Context(language="id", hosts=("kabarnagari.com",)))
    assert found == Dateline("Kabar Nagari, Padang", city="Padang", outlet="Kabar Nagari")
    found, _ = split_dateline("ARTI GERÇEK- Brezilya’dan ithal edilen", Context(language="tr", hosts=("artigercek.com",)))
    assert found == Dateline("ARTI GERÇEK", outlet="ARTI GERÇEK")


def test_a_place_in_an_element_of_its_own_needs_no_capitals() -> None:
    text = "Kaarst · Was kann Künstliche Intelligenz"
    parts = (Segment("Kaarst", tag="strong"), Segment("· Was kann Künstliche Intelligenz", tag="p"))
    assert split_dateline(text, Context(language="de"))[0] is None
    assert split_dateline(text, Context(language="de"), parts=parts) == (
        Dateline("Kaarst", city="Kaarst"),
        "Was kann Künstliche Intelligenz",
    )


PIECES = [
    "VIVA",
    " – ",
    "(AP)",
    ", ",
    "Jakarta",
    "5 Mei",
    "(",
    ")",
    "新华社",
    "1月",
    "11日电",
    "【",
    "】",
    "＝",
    ": ",
    ". ",
    "A b",
    "기자",
    "\n",
]


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)),
    st.sampled_from([None, "id", "en", "de", "zh", "xx"]),
)
def test_every_text_is_parted_or_left(text: str, language: str | None) -> None:
    found, rest = split_dateline(text, Context(language=language, publishers=VIVA))
    assert text.endswith(rest)
    assert found is None or (found.text and found.text in text)
