"""What the answers to robots.txt mean, and what its rules say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.manners.caching import fresh_for
from crawler.manners.robots import (
    FORBIDDEN,
    MOST_BYTES,
    SHUT_OUT,
    Copy,
    Rules,
    copy_of,
    restored,
    stored,
    text_of,
)

US = "Copydesk Scrapy"


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (200, "User-agent: *\nDisallow: /\n"),
        (204, "User-agent: *\nDisallow: /\n"),
        (400, ""), (401, ""), (403, ""), (404, ""), (410, ""), (451, ""),
        (429, None), (500, None), (502, None), (503, None), (504, None), (199, None),
    ],
)  # fmt: skip
def test_an_answer_gives_rules_none_or_closes_the_site(status: int, text: str | None) -> None:
    """4xx says that there are no rules, whatever its body; 429 and 5xx close; ``None`` is closed."""
    copy = copy_of(status, b"User-agent: *\nDisallow: /\n", {}, now=0.0)
    assert (copy.text if copy else None) == text


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ("User-agent: *\nDisallow: /private/", "/private/x", FORBIDDEN),
        ("User-agent: *\nDisallow: /private/", "/public/x", None),
        ("User-agent: *\nDisallow: /p\nAllow: /p/allowed", "/p/allowed/1", None),
        ("User-agent: *\nAllow: /p\nDisallow: /p/longer", "/p/longer/1", FORBIDDEN),
        ("User-agent: *\nDisallow: /*.pdf$", "/files/a.pdf", FORBIDDEN),
        ("User-agent: *\nDisallow: /*.pdf$", "/files/a.pdf?x", None),
        ("User-agent: *\nDisallow: /a/*/c", "/a/b/c", FORBIDDEN),
        ("User-agent: *\nDisallow: /caf%C3%A9/", "/caf\u00e9/1", FORBIDDEN),
        ("User-agent: *\r\nDisallow: /private/\r\n", "/private/x", FORBIDDEN),
        ("User-agent: *\rDisallow: /private/\r", "/private/x", FORBIDDEN),
        ("User-agent: *\nDisallow: /\nUser-agent: copydesk\nDisallow:\n", "/x", None),
        ("User-agent: CopyDesk\nDisallow: /\nUser-agent: *\nDisallow:", "/x", SHUT_OUT),
        ("User-agent: scrapy\nDisallow: /\n", "/x", SHUT_OUT),
        ("User-agent: copydesk\nDisallow: /video/\n", "/video/1", FORBIDDEN),
        ("User-agent: *\nDisallow: /\n", "/x", FORBIDDEN),
        ("User-agent: otherbot\nDisallow: /\n", "/x", None),
        ("<!doctype html><html><body>Welcome</body></html>", "/x", None),
        ("\x00\x89PNG\x0d\x0a\x1a\x0a\ufffd\ufffd", "/x", None),
        ("", "/x", None),
    ],
)
def test_the_longest_match_of_our_group_decides(text: str, path: str, reason: str | None) -> None:
    """Groups by product token, wildcards, both ways of ending lines; what is no rule forbids nothing."""
    assert Rules(text, US).why_not(f"https://sauh.example{path}") == reason


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nCrawl-delay: 600", 30.0),
        ("User-agent: *\nCrawl-delay: -1", 0.0),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: *\nCrawl-delay: nan", 0.0),
        ("User-agent: *\nRequest-rate: 1/5", 5.0),
        ("User-agent: *\nRequest-rate: 10/1m", 6.0),
        ("User-agent: *\nRequest-rate: 1/0", 0.0),
        ("User-agent: *\nRequest-rate: 1/5 0900-1700", 5.0),
        ("User-agent: *\nRequest-rate: 1/5 2300-0400\nRequest-rate: 1/9 0400-2300", 9.0),
        ("User-agent: *\nRequest-rate: 1/5\nCrawl-delay: 7", 7.0),
        ("User-agent: *\nCrawl-delay: 9\nUser-agent: copydesk\nCrawl-delay: 1", 1.0),
        ("", 0.0),
    ],
)
def test_crawl_delay_and_request_rate(text: str, delay: float) -> None:
    """The slower of both, up to the limit; nonsense is no wish."""
    assert Rules(text, US).delay(30.0) == delay


def test_sitemaps_are_named_for_everybody() -> None:
    text = "Sitemap: https://sauh.example/a.xml\nUser-agent: x\nDisallow: /\nSitemap: https://sauh.example/b.xml"
    assert Rules(text, US).sitemaps == ("https://sauh.example/a.xml", "https://sauh.example/b.xml")


def test_a_byte_order_mark_hides_no_rule() -> None:
    assert Rules(text_of(b"\xef\xbb\xbfUser-agent: *\nDisallow: /"), US).why_not("https://sauh.example/x") == FORBIDDEN


def test_of_a_long_file_the_first_500_kib_count_in_whole_lines() -> None:
    """The line at the edge is cut off: half of it would forbid more than it says."""
    head = b"User-agent: *\nDisallow: /first\n"
    filler = b"# a comment of some length\n" * (MOST_BYTES // 27 + 1)
    edge = head + filler[: MOST_BYTES - len(head) - 11] + b"\nDisallow: /edge/of/the/file\nDisallow: /beyond\n"
    rules = Rules(text_of(edge), US)
    assert [rules.why_not(f"https://sauh.example{path}") for path in ("/first", "/edge", "/x", "/beyond")] == [
        FORBIDDEN,
        None,
        None,
        None,
    ]


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_are_a_robots_txt(body: bytes, path: str) -> None:
    rules = Rules(text_of(body), US)
    assert rules.why_not(f"https://sauh.example/{path}") in (None, FORBIDDEN, SHUT_OUT)
    assert 0.0 <= rules.delay(30.0) <= 30.0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0.0),
        ({"cache-control": "max-age=3600"}, 3600.0),
        ({"cache-control": "public, max-age=3600", "age": "600"}, 3000.0),
        ({"cache-control": "no-cache, max-age=3600"}, 0.0),
        ({"cache-control": "max-age=3600, no-store"}, 0.0),
        ({"cache-control": "s-maxage=3600"}, 0.0),
        ({"cache-control": "max-age=60", "age": "600"}, 0.0),
    ],
)
def test_an_answer_is_fresh_for_as_long_as_the_server_says(headers: dict[str, str], seconds: float) -> None:
    assert fresh_for(headers) == seconds


def test_a_copy_stands_in_for_a_day_and_no_longer() -> None:
    copy = copy_of(200, b"x", {"cache-control": "max-age=999999"}, now=1000.0)
    assert copy is not None
    assert copy.fresh == 86400.0
    assert [copy.is_usable(1000.0 + seconds) for seconds in (-1, 0, 86399, 86400)] == [False, True, True, False]


@pytest.mark.parametrize("value", [None, {}, [], "x", {"text": "", "at": "x", "fresh": 0, "etag": None, "modified": None}])
def test_a_damaged_note_is_no_copy(value: object) -> None:
    assert restored(value) is None


def test_a_copy_survives_the_history() -> None:
    copy = Copy(text="User-agent: *", read_at=5.0, fresh=1.0, etag='"a"', last_modified=None)
    assert restored(stored(copy)) == copy
