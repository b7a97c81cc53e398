"""Lists of a day, and which one comes before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.listing.days import earlier_days, span_of
from crawler.extract.listing.paging import next_pages
from crawler.extract.page.document import parse

SITE = "https://www.sauh.example"


@pytest.mark.parametrize(
    ("path", "when"),
    [
        ("/archiv.php?tag=2026-11-24", (2026, 11, 24)),
        ("/indeks/20261124", (2026, 11, 24)),
        ("/indeks/2026/11/4", (2026, 11, 4)),
        ("/indeks?date=11%2F24%2F2026&page=3", (2026, 11, 24)),
        ("/indeks?date=24-11-2026", (2026, 11, 24)),
        ("/2026/10/", (2026, 10, 0)),
        ("/2026/11/24/a-story-of-some-words", None),
        ("/archive/2026", None),
        ("/berita/20261", None),
        ("/indeks?date=2026-13-40", None),
        ("/berita/1740200", None),
    ],
)
def test_the_day_in_an_address(path: str, when: tuple[int, int, int] | None) -> None:
    """In the query or at the end of the path; what follows a slug is a story."""
    span = span_of(SITE + path)
    assert (span.when if span else None) == when


@pytest.mark.parametrize(
    ("here", "links", "following"),
    [
        ("/arsip?tgl=2026-11-24", ("/arsip?tgl=2026-11-23", "/arsip?tgl=2026-11-25"), ["/arsip?tgl=2026-11-23"]),
        ("/arsip/2026/11/24", ("/arsip/2026/11/2", "/arsip/2026/11/23"), ["/arsip/2026/11/23", "/arsip/2026/11/2"]),
        ("/arsip", ("/arsip/20261123", "/arsip/20261124"), ["/arsip/20261124", "/arsip/20261123"]),
        ("/2026/11/", ("/2026/10/", "/2026/09/", "/2026/12/"), ["/2026/10/", "/2026/09/"]),
        ("/", ("/2026/10/", "/2026/11/23/"), []),
        ("/agenda/2026/11", ("/agenda/2026/12", "/agenda/2026/11/03"), []),
        ("/arsip?tgl=2026-11-24", ("/foto?tgl=2026-11-23",), []),
    ],
)
def test_a_day_leads_to_the_days_before_it(here: str, links: tuple[str, ...], following: list[str]) -> None:
    """Of the same list, the latest first; days to come and a site's own months under its front page are no way on."""
    html = "".join(f"<a href='{link}'>{link[-2:]}</a>" for link in links)
    assert [url.removeprefix(SITE) for url in earlier_days(parse(html, url=SITE + here))] == following


def test_the_pages_of_a_day_come_before_the_day_before() -> None:
    """Both are ways on."""
    html = "<a href='/arsip?tgl=2026-11-24&amp;page=2'>2</a><a href='/arsip?tgl=2026-11-23'>Kemarin</a>"
    found = next_pages(parse(html, url=f"{SITE}/arsip?tgl=2026-11-24"))
    assert found == (f"{SITE}/arsip?tgl=2026-11-24&page=2", f"{SITE}/arsip?tgl=2026-11-23")


@given(st.text(alphabet="0123456789-/?=&.%ab", max_size=40))
def test_any_address_can_be_asked_for_its_day(path: str) -> None:
    """Total."""
    span_of(f"{SITE}/{path}")
