"""Arguments of a crawl, right and wrong."""

from datetime import date

import pytest

from crawler.spiders._arguments import Arguments, WrongUsageError, read_arguments

ALLOWED = ("since", "until", "sections", "limit", "url")


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({}, Arguments()),
        ({"since": "2026-11-01", "until": "2026-11-02"}, Arguments(since=date(2026, 11, 1), until=date(2026, 11, 2))),
        ({"sections": "bola, bisnis"}, Arguments(sections=("bola", "bisnis"))),
        ({"limit": "20"}, Arguments(limit=20)),
        ({"_job": "3f"}, Arguments()),
        (
            {"url": "https://a.example/x,http://B.example:8080"},
            Arguments(urls=("https://a.example/x", "http://b.example:8080/")),
        ),
        ({"url": "https://a.example/x,y.html"}, Arguments(urls=("https://a.example/x,y.html",))),
        ({"url": "http://127.0.0.1:8000"}, Arguments(urls=("http://127.0.0.1:8000/",))),
    ],
)
def test_arguments_are_read(given: dict[str, str], read: Arguments) -> None:
    """Each argument becomes a value of its own kind; a comma inside an address parts nothing."""
    assert read_arguments(given, allowed=ALLOWED) == read


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"sinse": "2026-11-01"}, "unknown argument sinse (did you mean since?); allowed: since, until, sections, limit, url"),
        ({"since": "yesterday"}, "since=yesterday is no day; write it as 2026-11-22"),
        ({"since": "2026-11-03", "until": "2026-11-02"}, "since=2026-11-03 is later than until=2026-11-02"),
        ({"limit": "0"}, "limit=0 is no number of articles; give 1 or more"),
        ({"limit": "-3"}, "limit=-3 is no number of articles; give 1 or more"),
        ({"limit": "²"}, "limit=² is no number of articles; give 1 or more"),
        ({"sections": " , "}, "sections= names no section; give some, parted by commas"),
        ({"url": ""}, "url= is empty; give http(s) addresses, parted by commas"),
        ({"url": "www.example.org"}, "url=www.example.org is no address; give one like https://www.example.org/world"),
        ({"url": "http://a b/"}, "url=http://a b/ is no address; give one like https://www.example.org/world"),
        ({"url": "http://a.example:x/"}, "url=http://a.example:x/ is no address; give one like https://www.example.org/world"),
        ({"url": "file:///etc/passwd"}, "url=file:///etc/passwd is no address; give one like https://www.example.org/world"),
    ],
)
def test_wrong_arguments_are_told(given: dict[str, str], said: str) -> None:
    """What is wrong is said in one line, with what is allowed."""
    with pytest.raises(WrongUsageError) as caught:
        read_arguments(given, allowed=ALLOWED)
    assert str(caught.value) == said
