"""Lines that are credits, by their words: as printed above, in and below the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import BodyBlock, Segment
from crawler.extract.bylines.words import Known
from crawler.extract.lines.credits import is_credit_line, is_name_line, is_sign, sign_off
from crawler.extract.text.credits import part_credits
from tests.extract.pages import FIRST, LAST, SECOND

CREDITS = {
    "Von Anna Martel und Lea Wagner, Nairobi": "de",
    "Oleh : Harry Siswoyo": "id",
    "By Express News Service": "en",
    "كتب: ناصر الشرقاوي، رجب رمضان": "ar",
    "લેખક: જયેશ પરમાર": "gu",
    "By District News Team": "en",
    "Penulis: Rizky Armanda | Editor: Nolpitos Hendri": "id",
    "Editor : Heryadi": "id",
    "Written by Eliaser Ndeyanale": "en",
    "– additional reporting by Donald Matthys": "en",
    "Additional reporting by Jane Whitmore.": "en",
    "Aus dem Englischen von Jan Doolan": "de",
    "With files from The Associated Press and Mohamed El Saife": "en",
    "—Associated Press writer John Leicester in Paris contributed to this report.": "en",
    "Reporting by Maya Gebeilly in Beirut and David Clarke in London; Editing by Daniel Flynn": "en",
    "박준석 기자 외 1명": "ko",
    "(责编：牛镛、岳弘彬)": "zh",
    "（記者王伟）": "zh",
}
PROSE = {
    "من جهته حذر جمال أقشباب، رئيس جمعية أصدقاء البيئة، من العودة إلى الزراعة": "ar",
    "Von der Leyen kritisiert Ungarn": "de",
    "By the time he came home, it was over.": "en",
    "De notre correspondant": "fr",
    "Foto: Max Muster": "de",
    "Sumber: Antara": "id",
    "Published: 5 May 2024": "en",
    "": "en",
}


@pytest.mark.parametrize(("line", "language"), list(CREDITS.items()))
def test_a_line_of_credits_is_one(line: str, language: str) -> None:
    """A by-word or a label, and names."""
    assert is_credit_line(line, language)


@pytest.mark.parametrize(("line", "language"), list(PROSE.items()))
def test_prose_and_other_labels_are_none(line: str, language: str) -> None:
    """Pictures and sources have credits of their own."""
    assert not is_credit_line(line, language)


def test_an_agency_named_as_the_source_is_a_byline_above_the_text_only() -> None:
    """Below it, it is a source."""
    assert is_credit_line("Bron: BELGA", "nl", above=True)
    assert not is_credit_line("Bron: BELGA", "nl")


def test_a_sign_needs_no_brackets_on_a_line_of_its_own() -> None:
    """Initials and agencies, parted by strokes."""
    assert is_sign("sak/Reuters")
    assert is_sign("dpa/lno")
    assert is_sign("kicp/mcc")
    assert not is_sign("and/or")
    assert not is_sign("Budget passes/fails")


def test_the_house_may_sign() -> None:
    """The site's own name after a by-word."""
    assert is_credit_line("Par Les Echos", "fr", houses={"les echos"})
    assert not is_credit_line("Par Les Echos", "fr")


def test_a_line_of_mere_names_is_told_by_their_shape() -> None:
    """Each part must be a person."""
    assert is_name_line("Mathatisi Sebusi/Mohalenyane Phakela", "en")
    assert not is_name_line("Mining blasts shatter homes", "en")


SIGNED = {
    "… bis Freitag. (dpa)": "(dpa)",
    "… menurutnya. (vyp/kna)": "(vyp/kna)",
    "(ase)": "(ase)",
    "発表した。【エルサレム松岡大地、カイロ金子淳】": "【エルサレム松岡大地、カイロ金子淳】",
    "… bleibt spannend. (Anna P. Martel) +++": "(Anna P. Martel) +++",
    "… said its director (Anna Martel)": None,
    "(Siti Rahma)": "(Siti Rahma)",
    "(Budi Santosa/Rina Wulan)": "(Budi Santosa/Rina Wulan)",
    "… melawan Malaysia. (Dio/Ysl)": "(Dio/Ysl)",
    "(Cas/Isk)": "(Cas/Isk)",
    "… sagte er. (APA, 3.5.2024)": "(APA, 3.5.2024)",
    "… umgekehrt. (Anna Martel aus Berlin, Lea Wagner, 3.5.2024)": "(Anna Martel aus Berlin, Lea Wagner, 3.5.2024)",
    "… im Osten. (Wien, Graz, Linz)": None,
    "… am Abend. (Stand: 3.5.2024)": None,
    "the votes on each motion (Yea/Nay)": None,
    "He came alone. (Really)": None,
    "と述べた。(c)AFP/Aminu ABUBAKAR": "AFP/Aminu ABUBAKAR",
    "と述べた。(c)AFP": "AFP",
    "避免重蹈覆轍。（編輯：林恕暉）1131105": "（編輯：林恕暉）1131105",
    "law section 3(c) applies to them": None,
    "she said (laughs)": None,
    "in Rom (Italien)": None,
    "wie er sagte (siehe Bild)": None,
    "": None,
}


@pytest.mark.parametrize(("text", "sign"), list(SIGNED.items()))
def test_a_sign_off_is_read_at_the_end(text: str, sign: str | None) -> None:
    """Initials, agencies, reporters in brackets; no other aside."""
    assert sign_off(text) == sign


@given(st.text(max_size=120), st.sampled_from(["en", "de", "id", "zh", None]))
def test_any_line_is_judged(line: str, language: str | None) -> None:
    """Total."""
    assert isinstance(is_credit_line(line, language), bool)
    assert isinstance(is_name_line(line, language), bool)
    assert (sign_off(line) or "") in line


def blocks(*texts: str) -> list[BodyBlock]:
    return [BodyBlock("paragraph", text) for text in texts]


def test_credits_leave_the_text_and_prose_stays() -> None:
    """Above, below, and among the notes at the end."""
    parted = part_credits(blocks("By Jane Doe", FIRST, SECOND, LAST, "Editor: John Roe", "Call us: 555-0100"), Known("en"))
    assert [block.text for block in parted.blocks] == [FIRST, SECOND, LAST, "Call us: 555-0100"]
    assert [(c.text, c.key) for c in parted.candidates] == [("By Jane Doe", "body.head"), ("Editor: John Roe", "body.tail")]
    assert parted.taken == (0, 4)


def test_a_by_word_may_stand_below_notice_and_standfirst_where_no_byline_stands_elsewhere() -> None:
    text = (
        "This notice says that the article is some years old and that much may have changed since.",
        FIRST * 2,
        "By Jane Doe",
    )
    paragraphs = blocks(*text, *[SECOND] * 9)
    assert [c.text for c in part_credits(paragraphs, Known("en")).candidates] == ["By Jane Doe"]
    assert part_credits(paragraphs, Known("en"), bylined=True).candidates == ()


def test_a_sign_off_in_the_last_paragraph_is_read_and_stays() -> None:
    """It is printed within the text."""
    parted = part_credits(blocks(FIRST, SECOND, f"{LAST} (dpa)"), Known("de"))
    assert parted.blocks[-1].text.endswith("(dpa)")
    assert [(c.text, c.key) for c in parted.candidates] == [("(dpa)", "body.signoff")]


def test_an_agency_signs_before_a_note_too() -> None:
    parted = part_credits(blocks(FIRST, SECOND, f"{LAST} (dpa)", "Das folgende Video zeigt die Halle."), Known("de"))
    assert [(c.text, c.key) for c in parted.candidates] == [("(dpa)", "body.signoff")]
    assert part_credits(blocks(FIRST, f"{SECOND} (ase)", LAST, "Das Video zeigt die Halle."), Known("de")).candidates == ()


def test_of_a_note_only_the_sentence_of_credits_is_read() -> None:
    """Where somebody reported from is no name."""
    note = "Peoples reported from New York. Associated Press writers Will Weissert and Bill Barrow contributed to this report."
    parted = part_credits(blocks(FIRST, SECOND, LAST, note), Known("en"))
    assert [c.text for c in parted.candidates] == [
        "Associated Press writers Will Weissert and Bill Barrow contributed to this report."
    ]


def test_a_credit_beside_a_copyright_is_read_and_the_block_stays() -> None:
    """Two lines of one paragraph."""
    parts = (Segment("Aus dem Englischen von Jan Doolan", line=0), Segment("Copyright: Project Syndicate, 2025", line=1))
    block = BodyBlock("paragraph", "Aus dem Englischen von Jan Doolan Copyright: Project Syndicate, 2025", parts)
    parted = part_credits([*blocks(FIRST, SECOND, LAST), block], Known("de"))
    assert len(parted.blocks) == 4
    assert [c.text for c in parted.candidates] == ["Aus dem Englischen von Jan Doolan"]


def test_lines_of_credits_above_a_copyright_leave_the_text() -> None:
    """Two of them are the makers' own lines, whoever holds the rights; a line of prose among them keeps all."""
    lines = ["Pewarta: Kornelis Mbaku", "Editor: Sri Wahyuningsih", "Copyright © ANTARA 2025"]

    def ended(texts: list[str]) -> tuple[int, list[str]]:
        parts = tuple(Segment(text, line=number) for number, text in enumerate(texts))
        parted = part_credits((*blocks(FIRST, SECOND, LAST), BodyBlock("paragraph", " ".join(texts), parts)), Known("id"))
        return len(parted.blocks), [part.text for found in parted.candidates for part in found.parts]

    assert ended(lines) == (3, lines[:2])
    assert ended([*lines[:2], "Mereka menunggu di luar sampai malam."]) == (4, lines[:2])


def test_a_table_of_writers_below_the_text_leaves_it() -> None:
    rows = [BodyBlock("table", text) for text in ("Penulis: Ferril Dennys", "Editor : Aloysius Gonsaga", "Sumber: Persib")]
    parted = part_credits((*blocks(FIRST, SECOND, LAST), *rows), Known("id"))
    assert [block.text for block in parted.blocks] == [FIRST, SECOND, LAST]
    assert len(parted.candidates) == 3


def test_a_name_in_bold_on_the_last_line_signs_the_text() -> None:
    parts = (Segment(LAST), Segment("DINI TEJA", tag="strong", line=2))
    signed = (*blocks(FIRST, SECOND), BodyBlock("paragraph", f"{LAST} DINI TEJA", parts))
    parted = part_credits(signed, Known("id"))
    assert parted.blocks[-1].text == LAST
    assert [c.text for c in parted.candidates] == ["DINI TEJA"]
    assert part_credits(signed, Known("id"), bylined=True).candidates == ()


def test_a_name_below_the_text_is_a_byline_where_there_is_no_other() -> None:
    """A bare name is weak evidence."""
    texts = blocks(FIRST, SECOND, LAST, "Jane Doe")
    assert [c.text for c in part_credits(texts, Known("en")).candidates] == ["Jane Doe"]
    assert part_credits(texts, Known("en"), bylined=True).candidates == ()
