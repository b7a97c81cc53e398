"""What ``benchmarks.fuzz`` and ``benchmarks.fuzz_guided`` hand their inputs to, and the good inputs that each begins with."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from benchmarks.fuzz_inputs import LINES, LONGEST, Stock
from benchmarks.fuzz_pages import small_articles, small_feeds, small_lists
from crawler.demo.newsroom import EPOCH, Newsroom
from crawler.demo.site import DemoSite
from crawler.evidence import Context
from crawler.extract.article import extract_article
from crawler.extract.feeds import read_list
from crawler.line import encode, to_dict
from crawler.normalise.bylines import parse_byline
from crawler.normalise.captions import split_caption
from crawler.normalise.credits import parse_credit
from crawler.normalise.datelines import split_dateline
from crawler.normalise.dates import find_dates, parse_date
from crawler.normalise.desk import finish

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
URL = "https://www.harian.example/berita/2026/11/20/jembatan-baru-123456"
LANGUAGES = (None, "id", "en", "de", "fr", "es", "ru", "ar", "fa", "zh", "ja", "ko", "th", "hi", "tr", "xx")
SMALL_LINE = 300
SMALL_PAGE = 2000

Read = Callable[[bytes, Random], None]


def _context(random: Random) -> Context:
    return Context(language=random.choice(LANGUAGES), url=URL, fetched_at=datetime(2026, 11, 25, tzinfo=UTC))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def read_byline(data: bytes, random: Random) -> None:
    """A byline and a dateline."""
    parse_byline(_text(data), _context(random))
    split_dateline(_text(data), _context(random))


def read_credit(data: bytes, random: Random) -> None:
    """A picture credit and a caption."""
    parse_credit(_text(data), _context(random))
    split_caption(_text(data), _context(random))


def read_date(data: bytes, random: Random) -> None:
    """A date, and dates in a text."""
    parse_date(_text(data), _context(random))
    find_dates(_text(data), _context(random))


def read_listing(data: bytes, _: Random) -> None:
    """A list of any kind."""
    read_list(data, URL)


def read_article(data: bytes, _: Random) -> None:
    """A page, through extraction and desk to its line."""
    encode(to_dict(finish(extract_article(data, URL))))


def _lines() -> Stock:
    return Stock(small=tuple(line.encode() for line in LINES), most=SMALL_LINE)


def _site() -> DemoSite:
    return DemoSite(Newsroom(start=EPOCH, rate=0.0), "https://www.harian.example/")


def _articles() -> Stock:
    site = _site()
    whole = tuple(site.article(story).body for story in site.newsroom.published())
    return Stock(small=small_articles(), whole=whole, most=SMALL_PAGE)


def _lists() -> Stock:
    whole = tuple(_site().get(path).body for path in ("/", "/english", "/berita", "/indeks", "/deutsch", "/nihongo"))
    return Stock(small=small_lists(), whole=whole, most=SMALL_PAGE)


def _feeds() -> Stock:
    whole = tuple(_site().get(path).body for path in ("/rss.xml", "/sitemap.xml", "/sitemap-news.xml"))
    return Stock(small=small_feeds(), whole=whole, most=SMALL_PAGE)


def _corpus() -> Stock:
    paths = sorted(path for path in CORPUS.rglob("*.gz") if path.stat().st_size < LONGEST // 4)
    pages = tuple(gzip.decompress(path.read_bytes())[:LONGEST] for path in paths[:: max(1, len(paths) // 300)])
    return Stock(small=pages, most=LONGEST)


TARGETS: dict[str, tuple[Callable[[], Stock], Read]] = {
    "byline": (_lines, read_byline),
    "credit": (_lines, read_credit),
    "date": (_lines, read_date),
    "feed": (_feeds, read_listing),
    "listing": (_lists, read_listing),
    "article": (_articles, read_article),
    "corpus": (_corpus, read_article),
}
"""The quick ones first."""
