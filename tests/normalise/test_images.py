"""Picture records: everything a page says of a picture, each thing once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import Context, RawImage, Segment, segments
from crawler.items import Credit, Image, Source
from crawler.normalise.images import read_image, read_images
from crawler.normalise.picture_files import picture_key

PLAIN = Context()


def lines(*texts: str) -> tuple[Segment, ...]:
    return tuple(Segment(text, line=number) for number, text in enumerate(texts))


def test_a_picture_whose_credit_is_an_address() -> None:
    context = Context(language="id", publishers=("VIVA", "VIVA.co.id"), caption_labels=("VIVA Militer",))
    raw = RawImage(None, "lead", 0, lines("VIVA Militer: Tentara Rakyat (KPA)"), lines("Sumber :", "• newsweek.com"))
    assert read_image(raw, context) == Image(
        role="lead",
        position=0,
        caption="Tentara Rakyat (KPA)",
        caption_raw="VIVA Militer: Tentara Rakyat (KPA)",
        caption_label="VIVA Militer",
        credit_text="newsweek.com",
        credit_text_raw="Sumber : • newsweek.com",
        source=Source("newsweek.com", None, "newsweek.com"),
    )


def test_the_credit_inside_the_caption_and_the_one_beside_it_are_one_credit() -> None:
    raw = RawImage(
        "p.jpg", "lead", 0, segments("Pelatih Persib, Bojan Hodak (foto: Dede Idrus)"), lines("Photo :", "- Antara/Dede Idrus")
    )
    image = read_image(raw, PLAIN)
    assert image.caption == "Pelatih Persib, Bojan Hodak"
    assert image.creator == (Credit("Person", "Dede Idrus", role="photographer"),)
    assert image.provider == ("ANTARA",)
    assert image.credit_text == "Antara/Dede Idrus"
    assert image.credit_text_raw == "(foto: Dede Idrus) Photo : - Antara/Dede Idrus"


def test_a_credit_that_the_caption_repeats_is_taken_out_of_it() -> None:
    image = read_image(
        RawImage("p.jpg", "lead", 0, segments("Der Golf. Getty Images/Juanmonino"), segments("Getty Images/Juanmonino")), PLAIN
    )
    assert (image.caption, image.credit_text) == ("Der Golf.", "Getty Images/Juanmonino")


def test_a_sentence_that_the_markup_calls_credit_is_a_caption() -> None:
    told = segments("Immer wieder kommt es im Westjordanland zu neuen Ausbrüchen. Foto: Jane Doe/dpa")
    image = read_image(RawImage("p.jpg", "inline", 2, (), told), PLAIN)
    assert image.caption == "Immer wieder kommt es im Westjordanland zu neuen Ausbrüchen."
    assert image.credit_text == "Jane Doe/dpa"


def test_a_sentence_before_the_copyright_mark_is_the_caption_where_there_is_no_other() -> None:
    """Who stands in the picture is not credited with it; beside a caption the same words are one credit."""
    told = lines("Mawar Eva De Jongh. ©2020 Merdeka.com")
    image = read_image(RawImage("p.jpg", "lead", 0, (), told), PLAIN)
    assert (image.caption, image.credit_text, image.creator) == ("Mawar Eva De Jongh.", "Merdeka.com", ())
    beside = read_image(RawImage("p.jpg", "lead", 0, segments("Sebuah rumah makan di Pamekasan"), told), PLAIN)
    assert beside.caption == "Sebuah rumah makan di Pamekasan"


def test_a_statement_of_rights_and_a_pair_are_no_captions_whatever_they_are_called() -> None:
    rights = read_image(RawImage("p.jpg", "lead", 0, (), lines("Tous droits réservés", "Euronews")), PLAIN)
    assert (rights.caption, rights.provider) == (None, ("Euronews",))
    pair = read_image(RawImage("p.jpg", "lead", 0, (), lines("Tara Atkinson for Rest of World")), PLAIN)
    assert (pair.caption, pair.creator[0].name) == (None, "Tara Atkinson")


@pytest.mark.parametrize("title", ["APA/AFP/Mandel Ngan", "Foto: Mandel Ngan/AFP", "© AFP"])
def test_a_title_counts_where_it_is_a_credit_by_its_shape(title: str) -> None:
    image = read_image(RawImage("p.jpg", "lead", 0, segments("Trump in Florida"), title=title), PLAIN)
    assert image.caption == "Trump in Florida"
    assert "AFP" in image.provider


@pytest.mark.parametrize("title", ["Donald Trump", "Trump in Florida", "Ein Bild der AFP", "Mehr lesen"])
def test_any_other_title_is_no_credit(title: str) -> None:
    image = read_image(RawImage("p.jpg", "lead", 0, title=title), PLAIN)
    assert image.credit_text is None


def test_structured_data_count_where_nothing_is_printed() -> None:
    stated: dict[str, tuple[str, ...]] = {
        "creditText": ("Jane Doe/Reuters",),
        "creator": ("The Herald",),
        "license": ("https://a.example/terms",),
    }
    image = read_image(RawImage("p.jpg", "lead", 0, stated=stated), Context(publishers=("The Herald",)))
    assert image.provider == ("Reuters",)
    assert image.license == "https://a.example/terms"
    own = read_image(RawImage("p.jpg", "lead", 0, stated={**stated, "creditText": ()}), Context(publishers=("The Herald",)))
    assert (own.creator, own.source, own.credit_text) == ((), None, None)
    printed = read_image(RawImage("p.jpg", "lead", 0, credit=segments("Foto: dpa"), stated=stated), PLAIN)
    assert printed.provider == ("dpa",)


@pytest.mark.parametrize("alt", ["img_title", "image_title", "IMG_1234.jpg", "The Headline ", "", "placeholder"])
def test_an_alt_text_that_says_nothing_of_the_picture_is_dropped(alt: str) -> None:
    assert read_image(RawImage("p.jpg", "lead", 0, alt=alt), Context(headline="The headline")).alt_text is None


def test_a_text_that_stands_only_in_the_alt_text_is_no_caption() -> None:
    image = read_image(RawImage("p.jpg", "lead", 0, alt="A dog runs on the beach"), PLAIN)
    assert (image.caption, image.alt_text) == (None, "A dog runs on the beach")


def test_the_captions_word_for_the_kind_of_picture_is_kept_in_it_and_told() -> None:
    image = read_image(RawImage("p.jpg", "lead", 0, segments("Annalena Baerbock (Archivbild) © AP/dpa | Mary Altaffer")), PLAIN)
    assert image.caption == "Annalena Baerbock (Archivbild)"
    assert image.usage_info == ("archive",)


def test_one_file_in_two_sizes_is_one_picture_in_its_first_place() -> None:
    raws = (
        RawImage("https://cdn.example/storm-at-sea-320x200.jpg", "inline", 0, width=320),
        RawImage("https://cdn.example/other-picture.jpg", "inline", 1),
        RawImage(
            "https://cdn.example/storm-at-sea-1024x640.webp?q=80", "lead", 0, segments("A storm."), segments("AFP"), width=1024
        ),
    )
    first, second = read_images(raws, PLAIN)
    assert (first.url, first.role, first.caption, first.provider) == (raws[2].url, "lead", "A storm.", ("AFP",))
    assert second.url == raws[1].url


def test_pictures_without_an_address_stay_apart() -> None:
    raws = (RawImage(None, "lead", 0, segments("One.")), RawImage(None, "inline", 3, segments("Two.")))
    assert [image.caption for image in read_images(raws, PLAIN)] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x/storm-2024-w640.jpg", "https://b.example/y/storm-2024-w1280.avif", True),
        ("https://a.example/resize?url=https%3A%2F%2Fb.example%2Fharbour-fire.jpg", "https://b.example/harbour-fire.jpg", True),
        (
            "https://a.example/p.php?u=https://b.example/0/30911.jpg&x=0",
            "https://a.example/p.php?u=https://b.example/0/30912.jpg",
            False,
        ),
        ("https://a.example/p.php?u=https://b.example/harbour-fire.jpg&x=0", "https://b.example/harbour-fire.jpg", True),
        ("https://a.example/1/image.jpg", "https://a.example/2/image.jpg", False),
        ("https://a.example/1/16x9.jpg", "https://a.example/2/16x9.jpg", False),
        ("https://a.example/picture?id=17", "https://a.example/picture?id=18", False),
        (f"https://a.example/ap_1-{'3f' * 20}-s1800-c85.webp", f"https://a.example/ap_1-{'3f' * 20}-s1200.jpg", True),
        ("https://a.example/photo-of-harbour-1.jpg", "https://a.example/photo-of-harbour-2.jpg", False),
    ],
)
def test_a_file_is_known_in_all_its_sizes(one: str, other: str, same: bool) -> None:
    assert (picture_key(one) == picture_key(other)) is same


@pytest.mark.parametrize("again", ["?url=/x", "-300x200", "/"])
def test_an_endless_address_has_a_key(again: str) -> None:
    """Addresses within addresses, and sizes behind sizes."""
    assert picture_key(f"https://a.example/x{again * 50_000}!")


@given(st.text(), st.text(), st.text(), st.text(min_size=1))
def test_any_texts_make_a_picture(caption: str, credit: str, alt: str, url: str) -> None:
    raw = RawImage(
        url, "lead", 0, segments(caption), segments(credit), alt, alt, {"creditText": (caption,), "creator": (credit,)}
    )
    assert len(read_images((raw, raw), PLAIN)) == 1
