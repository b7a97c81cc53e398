"""What pages, headers and files say of the use of a text."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.manners.directives import read_directives
from crawler.manners.reservation import (
    RESERVED,
    Reservation,
    Rule,
    SiteReservation,
    read_ai_txt,
    read_reservation,
    read_tdmrep,
)
from crawler.manners.usage import Policy, read_usage

US = "Copydesk Scrapy"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
POLICY = Policy(agents=US, directives=frozenset(("noindex", "nofollow", "unavailable_after")))


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("noindex", ("noindex",)),
        ("NOINDEX, NoFollow", ("noindex", "nofollow")),
        ("none", ("noindex", "nofollow")),
        ("noarchive", ("noarchive",)),
        ("nocache", ("noarchive",)),
        ("copydesk: noindex", ("noindex",)),
        ("Scrapy: nofollow", ("nofollow",)),
        ("*: noai, noimageai", ("noai", "noimageai")),
        ("googlebot: noindex", ()),
        ("googlebot: noindex, nofollow", ()),
        ("index, follow, max-image-preview:large", ()),
        ("max-snippet: 20", ()),
        ("all", ()),
        ("", ()),
        (":::", ()),
        ("unavailable_after: 25 Jun 2010 15:00:00 PST", ("unavailable_after 2010-06-25T23:00:00+00:00",)),
        ("unavailable_after: Fri, 25 Jun 2010 15:00:00 GMT", ("unavailable_after 2010-06-25T15:00:00+00:00",)),
        ("unavailable_after: 2026-12-31", ("unavailable_after 2026-12-31T00:00:00+00:00",)),
        ("unavailable_after: 2026-12-31T10:00:00+07:00", ("unavailable_after 2026-12-31T03:00:00+00:00",)),
        ("unavailable_after: 25-Aug-2011 15:00:00 EST", ("unavailable_after 2011-08-25T20:00:00+00:00",)),
        ("unavailable_after: soon", ()),
    ],
)
def test_x_robots_tag(header: str, told: tuple[str, ...]) -> None:
    """Directives for all and for us by name; those for others and those that ask for nothing are left out."""
    found = read_directives([header], [], agents=US).told()
    assert found == tuple(f"{each} (X-Robots-Tag)" for each in told)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("robots", "noindex,follow", ("noindex (meta:robots)",)),
        ("ROBOTS", "NOARCHIVE", ("noarchive (meta:robots)",)),
        ("copydesk", "noindex", ("noindex (meta:copydesk)",)),
        ("googlebot", "noindex", ()),
        ("robots", "unavailable_after: 2026-01-01, noarchive",
         ("noarchive (meta:robots)", "unavailable_after 2026-01-01T00:00:00+00:00 (meta:robots)")),
    ],
)  # fmt: skip
def test_the_robots_meta_element(name: str, content: str, told: tuple[str, ...]) -> None:
    assert read_directives([], [(name, content)], agents=US).told() == told


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("noindex", "noindex"),
        ("noarchive", None),
        ("nofollow", None),
        ("unavailable_after: 2026-11-24", "unavailable_after"),
        ("unavailable_after: 2026-11-26", None),
    ],
)
def test_what_is_obeyed_keeps_a_page_out(header: str, reason: str | None) -> None:
    """And nothing is, where the policy obeys nothing."""
    usage = read_usage([("x-robots-tag", header)], [], POLICY)
    assert usage.why_not(POLICY, now=NOW) == reason
    assert usage.why_not(Policy(agents=US), now=NOW) is None
    assert usage.nofollow(POLICY) is (header == "nofollow")


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_a_directive(header: str, content: str) -> None:
    read_usage([("x-robots-tag", f"unavailable_after: {header}")], [("robots", content)], POLICY).told()


@pytest.mark.parametrize(
    ("headers", "metas", "told"),
    [
        ([("tdm-reservation", "1")], [], ("1 (header)",)),
        ([("tdm-reservation", "1"), ("tdm-policy", "https://sauh.example/p.json")], [],
         ("1 (header)", "policy https://sauh.example/p.json")),
        ([], [("tdm-reservation", "1"), ("tdm-policy", "javascript:alert(1)")], ("1 (meta)",)),
        ([("tdm-reservation", "0")], [("tdm-reservation", "1")], ("0 (header)",)),
        ([("tdm-reservation", "yes")], [("TDM-Reservation", " 1 ")], ("1 (meta)",)),
        ([], [], ()),
    ],
)  # fmt: skip
def test_a_page_reserves_by_header_or_meta(
    headers: list[tuple[str, str]], metas: list[tuple[str, str]], told: tuple[str, ...]
) -> None:
    """The header decides where both speak."""
    assert read_reservation(headers, metas).told() == told


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        (b'[{"location": "/news/*", "tdm-reservation": 1}]', (Rule("/news/*", True),)),
        (b'\xef\xbb\xbf[{"location": "news", "tdm-reservation": "1", "tdm-policy": "https://a.example/"}]',
         (Rule("/news", True, "https://a.example/"),)),
        (b'[{"location": "/a", "tdm-reservation": 0}, {"location": "/b"}, 5, null]', (Rule("/a", False),)),
        (b"<html>not found</html>", ()), (b"{}", ()), (b"", ()), (b"\xff\xfe", ()), (b"[" * 100_000, ()),
    ],
)  # fmt: skip
def test_tdmrep_json(body: bytes, rules: tuple[Rule, ...]) -> None:
    assert read_tdmrep(body) == rules


@pytest.mark.parametrize(
    ("location", "path", "covers"),
    [
        ("/", "/x", True), ("/news/", "/news/1", True), ("/news/", "/sport/1", False), ("/*.html$", "/a.html", True),
        ("/*.html$", "/a.html?x", False), ("/a*b*c", "/a1b2c3", True), ("/a*b*c", "/a1c2b", False), ("/x$", "/x", True),
        ("/x$", "/xy", False), ("/a*a$", "/a", False), ("/**", "/anything", True),
    ],
)  # fmt: skip
def test_locations_match_like_robots_txt(location: str, path: str, covers: bool) -> None:
    site = SiteReservation((Rule(location, True),))
    assert (site.of(f"https://sauh.example{path}", US).reserved is True) is covers


def test_the_longest_location_decides_and_ai_txt_comes_after() -> None:
    site = SiteReservation((Rule("/", True), Rule("/free/", False)), read_ai_txt(b"User-Agent: *\nDisallow: /\n"))
    assert site.of("https://sauh.example/free/1", US) == Reservation(False, "tdmrep.json")
    assert site.of("https://sauh.example/1", US) == Reservation(True, "tdmrep.json")
    only = SiteReservation((), read_ai_txt(b"User-Agent: *\nDisallow: *.html\nAllow: /\n"))
    assert only.of("https://sauh.example/a.html", US).told() == ("1 (ai.txt)",)
    assert only.of("https://sauh.example/a.txt", US).told() == ()


def test_a_page_that_says_not_found_is_no_ai_txt() -> None:
    assert read_ai_txt(b"<!doctype html><p>User-agent: * Disallow: /") == ""
    assert read_ai_txt(b"nothing here") == ""


@given(st.binary(max_size=200), st.text(max_size=30), st.text(max_size=30))
def test_any_file_may_come(body: bytes, location: str, path: str) -> None:
    SiteReservation((Rule(f"/{location}", True), *read_tdmrep(body)), read_ai_txt(b"user-agent: *\n" + body)).of(
        f"https://sauh.example/{path}", US
    )


def test_a_reservation_is_obeyed_where_the_policy_says_so() -> None:
    usage = read_usage([], [], POLICY, site=Reservation(True, "ai.txt"))
    assert usage.why_not(POLICY, now=NOW) is None
    assert usage.why_not(Policy(agents=US, reservation=True), now=NOW) == RESERVED
