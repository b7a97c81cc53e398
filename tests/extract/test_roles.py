"""What the class words of the world's templates say, and addresses of writers' pages."""

import pytest

from crawler.extract.page.roles import AUTHOR_LINK, names


@pytest.mark.parametrize(
    "word",
    [
        "article__author", "autorenzeile", "artikelautor", "gastautorin", "c-firma", "nome-autor", "autori-clanku",
        "redakteurin", "redattore", "kolumnist", "corresponsal", "chroniqueur", "signataire", "assinatura", "tac-gia",
        "nguoi-viet", "syntaktis", "kateb", "zuozhe", "novinarka", "verslaggever", "written_by", "forfattare",
        "kuerzel", "editor-name",
    ],
)  # fmt: skip
def test_words_for_the_writer_are_known_in_many_languages(word: str) -> None:
    assert names(word).author


@pytest.mark.parametrize(
    "word", ["autoresize", "autoroute", "autoridad", "autorisation", "correspondence", "authority", "fotoautor", "typewriter"]
)
def test_words_that_only_begin_alike_are_not(word: str) -> None:
    assert not names(word).author


@pytest.mark.parametrize(
    ("word", "pictorial"), [("author-info_wrapper-image", False), ("image-author", True), ("photo-byline", True)]
)
def test_what_the_writer_s_portrait_stands_in_is_no_picture(word: str, pictorial: bool) -> None:
    assert names(word).pictorial is pictorial


@pytest.mark.parametrize(
    ("href", "own"),
    [
        ("/signataires/jeanne-dupontel/", True),
        ("https://news.example/av/anna-svenmark", True),
        ("/av/anna-svenmark", True),
        ("https://news.example/impressum/autor-1f2e", True),
        ("/tac-gia/thu-hang-12.html", True),
        ("https://news.example/news/av/world-123", False),
        ("https://cc.example/licenses/by/4.0/", False),
        ("/impressum/", False),
    ],
)
def test_addresses_of_writers_pages(href: str, own: bool) -> None:
    assert bool(AUTHOR_LINK.search(href)) is own


@pytest.mark.parametrize(("word", "tells"), [("meta", True), ("story__meta", True), ("metadata", False), ("metal", False)])
def test_the_meta_of_an_element_holds_who_and_when(word: str, tells: bool) -> None:
    assert names(word).details is tells
