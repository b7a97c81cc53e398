"""A page that is not the one that lists announced."""

import pytest

from crawler.items import Appearance, Article
from crawler.pipelines.storage import is_stranger

ANNOUNCED = "Dermaga Kuala Merati Ditutup Dua Pekan"


@pytest.mark.parametrize(
    ("headline", "date", "announced", "stranger"),
    [
        ("Kami menghargai privasi Anda", None, ANNOUNCED, True),
        ("404 - Halaman tidak ditemukan", None, ANNOUNCED, True),
        (None, None, ANNOUNCED, True),
        ("Kami menghargai privasi Anda", "2025-09-05T10:00:00+07:00", ANNOUNCED, False),
        ("Dua Pekan Tanpa Dermaga", None, ANNOUNCED, False),
        ("DERMAGA KUALA MERATI", None, ANNOUNCED, False),
        ("Any headline at all", None, None, False),
        ("廃線跡を歩く最後の駅長", None, "廃線跡を歩く最後の駅長", False),
    ],
)
def test_a_wall_in_place_of_an_article_is_told(
    headline: str | None, date: str | None, announced: str | None, stranger: bool
) -> None:
    """No date of its own, no word of the announced headline; a new headline for the same story shares words."""
    seen = (Appearance(listing_url="https://sauh.example/berita", headline=announced),)
    assert is_stranger(Article(headline=headline, date_published=date, appearances=seen)) is stranger
