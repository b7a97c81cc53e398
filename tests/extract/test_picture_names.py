"""Names that templates of many countries give to captions and credits."""

import pytest

from crawler.extract.figures.names import names_caption, names_credit

CAPTIONS = (
    "bu pie_foto foto-pie fotounterschrift img-txt pic_text didascalie opis-zdjecia slika-potpis resim-alti image-subtitle"
)
CREDITS = "crédito foto-autor photo-auteur bild-nachweis firma_foto zdroj-foto photo-signature rights-holder"
NEITHER = "bubble pie-chart topic-title topic_info butter image-submit dialog photo-album foto-galeria signature"


@pytest.mark.parametrize("name", CAPTIONS.split())
def test_a_captions_name_is_one(name: str) -> None:
    assert names_caption(name)


@pytest.mark.parametrize("name", CREDITS.split())
def test_a_credits_name_is_one(name: str) -> None:
    assert names_credit(name)


@pytest.mark.parametrize("name", NEITHER.split())
def test_names_that_look_alike_are_neither(name: str) -> None:
    assert not names_caption(name)
    assert not names_credit(name)
