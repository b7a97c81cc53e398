"""The language of a page: declared, contradicted, or read off the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import Candidate, Segment
from crawler.normalise.languages import language_code, resolve_language

TEXTS = {
    "id": "Korea Utara siap mengirim tentara ke sekutunya Rusia untuk bantuan, kata pakar itu dalam diskusi hari ini.",
    "en": "The government said on Monday that it would not be able to meet the target, and that more money was needed.",
    "de": "Die Regierung hat am Montag erklärt, dass sie das Ziel nicht erreichen kann und dass mehr Geld nötig ist.",
    "fr": "Le gouvernement a déclaré lundi que l'objectif ne pourrait pas être atteint et qu'il faudrait plus d'argent.",
    "es": "El gobierno dijo el lunes que no podrá alcanzar el objetivo y que hace falta más dinero para el plan de la ciudad.",
    "pt": "O governo disse na segunda-feira que não vai atingir a meta e que é preciso mais dinheiro para o plano da cidade.",
    "it": "Il governo ha detto lunedì che non è in grado di raggiungere l'obiettivo e che servono più soldi per il piano.",
    "nl": "De regering zei maandag dat zij het doel niet kan halen en dat er meer geld nodig is voor het plan van de stad.",
    "sv": "Regeringen sade på måndagen att den inte kan nå målet och att det behövs mer pengar för den plan som finns.",
    "pl": "Rząd powiedział, że nie jest w stanie osiągnąć celu i że na to potrzeba pieniędzy, ale to nie wszystko.",
    "tr": "Hükümet bu hedef ve plan için daha fazla para gerektiğini söyledi, ancak bu da çok zor bir iş olarak kaldı.",
    "ru": "Правительство заявило в понедельник, что не сможет достичь цели и что для плана нужно больше денег, но это не всё.",
    "uk": "Уряд заявив у понеділок, що не зможе досягти мети і що для плану потрібно більше грошей, але це ще не все.",
    "ar": "قالت الحكومة يوم الاثنين إنها لن تتمكن من تحقيق الهدف الذي أعلنته في العام الماضي، وإن هذا ما كان على الخطة من قبل.",
    "fa": "دولت روز دوشنبه اعلام کرد که نمی‌تواند به این هدف برسد و برای آن برنامه به پول بیشتری نیاز است که با خود داشته باشد.",
    "ja": "政府は月曜日、目標を達成することができないと発表した。",
    "zh": "政府周一表示，无法实现这一目标，计划需要更多资金。",
    "ko": "정부는 월요일 목표를 달성할 수 없다고 발표했다.",
    "th": "รัฐบาลกล่าวเมื่อวันจันทร์ว่าไม่สามารถบรรลุเป้าหมายได้",
    "el": "Η κυβέρνηση δήλωσε τη Δευτέρα ότι δεν μπορεί να επιτύχει τον στόχο.",
    "he": "הממשלה אמרה ביום שני כי לא תוכל לעמוד ביעד.",
    "hi": "सरकार ने सोमवार को कहा कि वह लक्ष्य को हासिल नहीं कर पाएगी और योजना के लिए और पैसे की जरूरत है जो इस समय नहीं है।",
}  # fmt: skip


def declared(text: str, source: str = "meta", weight: int = 0) -> Candidate:
    return Candidate("in_language", (Segment(text),), source, weight=weight)


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_text_shows_its_language(language: str, text: str) -> None:
    assert resolve_language((), text) == (language, "text")


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_declaration_that_fits_wins(language: str, text: str) -> None:
    assert resolve_language([declared(f"{language}-XX")], text) == (language, "meta")


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_declaration_that_the_text_contradicts_loses(language: str, text: str) -> None:
    other = "en" if language != "en" else "de"
    assert resolve_language([declared(other)], text) == (language, "text")


def test_of_two_declarations_the_text_bears_one_out() -> None:
    both = [declared("en-US", weight=1), declared("id_ID", "jsonld")]
    assert resolve_language(both, TEXTS["id"]) == ("id", "jsonld")
    assert resolve_language(both, "") == ("en", "meta")


def test_kindred_languages_do_not_contradict_a_declaration() -> None:
    assert resolve_language([declared("ms")], TEXTS["id"]) == ("ms", "meta")
    assert resolve_language([declared("no")], "og det er ikke en som har vært på den for å ha det som de vil.") == (
        "no",
        "meta",
    )


def test_a_language_that_joins_its_small_words_still_refutes_english() -> None:
    zulu = (
        "Uhlalele ovalweni umndeni waseMgungundlovu ngemuva kokuthi kutholwe isidumbu, kodwa amaphoyisa athi uma kukhona "
        "owaziyo makaphumele obala ukuze kutholakale iqiniso. Kusho okhulumela amaphoyisa esifundazweni, othe futhi bayacela "
        "emphakathini ngoba lokhu sekuyisihluku. Abantu bendawo bathi kumele kwenziwe okuthile, kanti uthe nokuthi usizo "
        "luzofika maduzane njengoba umasipala usuzibophezele ukuxazulula inkinga yokuphepha endaweni yabo yonke."
    )
    assert resolve_language([declared("en-GB")], zulu) == ("zu", "text")


def test_nothing_said_is_nothing_known() -> None:
    assert resolve_language((), "") == (None, None)
    assert resolve_language((), "Ronaldo 3:1 Messi") == (None, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("de-AT", "de"),
        ("en_US", "en"),
        ("ID", "id"),
        ("in", "id"),
        ("zh-Hans-CN", "zh"),
        ("fil", "tl"),
        ("English", "en"),
        ("und", None),
        ("", None),
        ("{{lang}}", None),
    ],
)
def test_declarations_are_read_in_all_their_forms(text: str, code: str | None) -> None:
    assert language_code(text) == code


@given(st.text(), st.text(min_size=1))
def test_every_text_has_a_language_or_none(text: str, stated: str) -> None:
    code, source = resolve_language([declared(stated)], text)
    assert (code is None) == (source is None)
