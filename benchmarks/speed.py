"""What reading costs: ratios within one run, medians, no figure that depends on the machine's clock alone.

    make speed                                 pages, then a whole crawl
    python -m benchmarks.speed --pages 200 --rounds 3 --no-crawl

Pages: extraction with all normalisers, a bare ``lxml.html`` parse and trafilatura on the same bytes, interleaved page by page,
CPU time of this process. The real pages beside the project (``../shared/corpus``) are used where present, else the demo site's.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import lxml.html
import trafilatura

from benchmarks import browser, crawl_cost
from crawler.demo.server import DemoServer
from crawler.extract.article import extract_article
from crawler.items import Article
from crawler.normalise.desk import finish

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "articles"
TRAFILATURA_EVERY = 8
"""It takes some twenty times as long: every eighth page is enough for its median."""


def main() -> int:
    """Run both parts and print their tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--no-crawl", action="store_true")
    options = parser.parse_args()
    _page_table(list(_pages(options.pages)), options.rounds)
    if not options.no_crawl:
        crawl_cost.report(options.articles)
        browser.report()
    return 0


def _pages(limit: int) -> Iterator[tuple[str, bytes]]:
    """Yield address and bytes of real pages, evenly picked over the publishers, or of the demo site."""
    files = sorted(CORPUS.rglob("*.html.gz"))
    if files:
        yield from (
            (f"https://{path.stem}.example/", gzip.decompress(path.read_bytes())) for path in files[:: -(-len(files) // limit)]
        )
        return
    with DemoServer() as demo:
        for story in demo.newsroom.published()[:limit]:
            path = demo.newsroom.path(story)
            yield demo.url.rstrip("/") + path, demo.site.get(path).body


def _page_table(pages: list[tuple[str, bytes]], rounds: int) -> None:
    ours: dict[int, list[float]] = {}
    parse: dict[int, list[float]] = {}
    other: dict[int, list[float]] = {}
    for _ in range(rounds):
        for number, (url, body) in enumerate(pages):
            parse.setdefault(number, []).append(_cpu(partial(lxml.html.fromstring, body)))
            ours.setdefault(number, []).append(_cpu(partial(_ours, body, url)))
            if number % TRAFILATURA_EVERY == 0:
                other.setdefault(number, []).append(_cpu(partial(trafilatura.extract, body, with_metadata=True)))
    best = {name: {n: min(times) for n, times in table.items()} for name, table in (("o", ours), ("p", parse), ("t", other))}
    size = statistics.mean(len(body) for _, body in pages)
    worst = max(best["o"], key=lambda n: best["o"][n])
    print(f"{len(pages)} pages, mean {size / 1000:.0f} kB, best of {rounds} rounds, CPU milliseconds")
    print(f"  bare lxml parse           {statistics.median(best['p'].values()):8.2f}")
    print(f"  extract and normalise     {statistics.median(best['o'].values()):8.2f}", end="")
    print(f"   = {statistics.median(best['o'][n] / best['p'][n] for n in best['p']):.2f} x a bare parse (median of the pages)")
    print(f"  trafilatura with metadata {statistics.median(best['t'].values()):8.2f}", end="")
    print(f"   = {statistics.median(best['t'][n] / best['o'][n] for n in best['t']):.1f} x ours on the same pages")
    print(f"  worst page                {best['o'][worst]:8.2f}   {len(pages[worst][1]) / 1000:.0f} kB, {pages[worst][0]}")


def _ours(body: bytes, url: str) -> Article:
    return finish(extract_article(body, url))


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time_ns()
    try:
        work()
    except (ValueError, lxml.etree.LxmlError):
        return 0.001
    return (time.process_time_ns() - start) / 1e6


if __name__ == "__main__":
    sys.exit(main())
