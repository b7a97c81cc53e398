"""What an address alone says, on addresses of many publishers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.listing.links import is_article_link, is_headline, judge

ARTICLES = [
    "https://www.viva.co.id/berita/dunia/1507311-korut-tawarkan-100-ribu-tentaranya",
    "http://nasional.news.viva.co.id/news/read/736440-penataan-transportasi-belum-jadi-prioritas",
    "https://www.kompas.com/tren/read/2024/03/26/131500265/resolusi-gencatan-senjata-di-gaza",
    "https://www.faz.net/aktuell/politik/die-spd-und-der-ukraine-konflikt-deutsche-moral-17768188.html",
    "https://www.sueddeutsche.de/politik/cdu-csu-merz-soeder-1.6325918",
    "https://www.bbc.co.uk/news/uk-england-suffolk-51117457",
    "https://www.9news.com.au/world/jeffrey-epstein-documents-released/141e61e9-8a07-42e4-a527-2f03f45e7ef0",
    "https://regional.example/read/2026/07/24/337/9100001/contoh-judul-berita",
    "https://example.org/2026/11/22/a-day-at-the-harbour/",
    "https://example.org/story.php?id=48213",
    "https://example.org/buecher/autoren/zum-tod-des-dichters-und-herausgebers-110811073.html",
    "https://example.org/digital/datenschutz/2025-10/was-ein-musikdienst-ueber-uns-weiss",
    "https://example.org/columns/why-the-ferry-sails-again-on-sundays",
    "https://example.org/tech/new-privacy-policy-has-readers-of-ten-papers-worried",
    "https://example.org/serie/der-lange-weg-nach-hause/index",
    "https://example.org/2026/11/22/world/protest-over-the-harbour-intl/index.html",
]
LISTS = [
    "https://www.viva.co.id/",
    "https://www.viva.co.id/indeks?page=2",
    "https://www.viva.co.id/tag/korea-utara",
    "https://www.kompas.com/penulis/budi-santoso-wijaya-kusuma",
    "https://example.org/category/local-news-and-weather-reports/page/3/",
    "https://example.org/2026/11/",
    "https://example.org/search?q=ferry+to+the+islands",
    "https://example.org/privacy-policy",
    "https://example.org/en/current-privacy-policy/your-california-privacy-rights/",
    "https://example.org/advertising-terms-and-conditions",
    "https://example.org/ccpa-sale-opt-out/",
    "https://example.org/media/2026/harbour-at-night-full-size-photo.jpg",
    "https://example.org/rss/terbaru.xml",
    "https://example.org/login?next=/2026/11/22/a-day-at-the-harbour",
]


@pytest.mark.parametrize("url", ARTICLES)
def test_articles_are_told_by_their_address(url: str) -> None:
    """Numbers, dates and slugs speak for an article."""
    assert judge(url).score >= 2


@pytest.mark.parametrize("url", LISTS)
def test_lists_people_and_services_are_no_articles(url: str) -> None:
    """Hubs, tags, authors, archives, files, searches and log-ins speak against it, whatever their slug."""
    assert judge(url).score < 0


@pytest.mark.parametrize(
    "url", ["https://www.viva.co.id/bola", "https://example.org/berita/nasional", "https://example.org/world"]
)
def test_a_section_says_nothing_by_its_address(url: str) -> None:
    """A word alone may be either."""
    assert judge(url).score == 0


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Korut Tawarkan 100 Ribu Tentaranya", True),
        ("Ferry sails again", False),
        ("Nasional", False),
        ("Read more", False),
        ("廃線跡を歩く、最後の駅長と三日間", True),
        ("政治", False),
        ("", False),
    ],
)
def test_headlines_are_told_from_labels(text: str, is_one: bool) -> None:
    """A handful of words, or of signs where a script has no blanks."""
    assert is_headline(text) is is_one


def test_a_slug_of_many_words_needs_a_headline() -> None:
    """Service pages have long slugs too, but short link texts."""
    url = "https://example.org/how-to-give-support-donations"
    assert not is_article_link(url, "How to Give")
    assert is_article_link(url, "How towns support their last bookshops")


def test_addresses_of_one_rule_have_one_shape() -> None:
    """What the page teaches is taught by shape: same host, same depth, same kinds of segments."""
    first, second = (
        judge("https://a.example/berita/fixtur001/satu-dua-tiga"),
        judge("https://a.example/berita/fixtur002/empat-lima-enam"),
    )
    assert first.shape == second.shape != judge("https://a.example/berita").shape


@pytest.mark.parametrize("again", ["categoria", "a1", "1", "-", "m."])
def test_an_endless_address_is_weighed(again: str) -> None:
    """What is no code is told by its end; from each of its letters it would take minutes."""
    assert not is_article_link(f"https://a.example/{again * 100_000}", "Home")


@given(st.text())
def test_judging_never_fails(text: str) -> None:
    """Any text has a score."""
    assert isinstance(judge(f"https://{text}").score, int)
