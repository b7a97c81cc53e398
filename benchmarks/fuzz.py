"""Broken, spliced and hostile inputs for every reader: none may raise, none may hang, memory stays small.

    make fuzz                                                 some thousand inputs each
    python -m benchmarks.fuzz byline credit date --inputs 1000000
    python -m benchmarks.fuzz corpus --inputs 20000           saved pages from ../shared/corpus, where present

Inputs are made from good ones by a seeded generator: cut, spliced, doubled, nested, bytes flipped, words of the lexicons and
characters that have a meaning somewhere put in. The same seed makes the same inputs. Exit code 1 where anything fell.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from benchmarks.fuzz_inputs import LINES, LONGEST, broken
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
HANG = 10.0
"""CPU seconds for one input."""
URL = "https://www.harian.example/berita/2026/11/20/jembatan-baru-123456"
LANGUAGES = (None, "id", "en", "de", "fr", "es", "ru", "ar", "fa", "zh", "ja", "ko", "th", "hi", "tr", "xx")

STOPPED: list[bool] = []


class HangError(Exception):
    """An input took longer than ``HANG``."""


def main() -> int:
    """Run the targets named, and tell what fell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], default=[])
    parser.add_argument("--inputs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _hang)
    for signum in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signum, _stop)
    wanted = given.targets or [name for name in TARGETS if name != "corpus"]
    faults = sum([run(name, given.inputs, given.seed) for name in wanted])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {memory} MiB")
    return 1 if faults else 0


def run(name: str, count: int, seed: int) -> int:
    """Hand ``count`` inputs to a target, print the figures, give the number of faults."""
    seeds, read = TARGETS[name]
    stock = seeds()
    if not stock:
        print(f"{name:8} nothing to begin with: {CORPUS} is not there")
        return 0
    random, faults, slowest, begun = Random(f"{name}{seed}"), Counter[str](), 0.0, time.process_time()
    done = 0
    for number in range(count):
        if STOPPED:
            break
        done += 1
        made = broken(stock, random)
        start = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, HANG)
        try:
            read(made, random)
        except Exception as error:  # noqa: BLE001 - whatever falls is what is looked for
            _tell(name, number, error, faults)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        slowest = max(slowest, time.process_time() - start)
    spent = time.process_time() - begun
    print(f"{name:8} {done} inputs, {faults.total()} faults, {spent:.0f} s CPU, slowest {slowest * 1000:.0f} ms", flush=True)
    return faults.total()


def _tell(name: str, number: int, error: Exception, faults: Counter[str]) -> None:
    """Print the first of each kind with its place; the seed and number make the input again."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    kind = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
    if not faults[kind]:
        print(f"{name:8} input {number}: {kind}: {str(error)[:200]!r}")
    faults[kind] += 1


def _stop(*_: object) -> None:
    """End after this input; what was done is told."""
    STOPPED.append(True)


def _hang(*_: object) -> None:
    raise HangError


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


def _lines() -> tuple[bytes, ...]:
    return tuple(line.encode() for line in LINES)


def _site() -> DemoSite:
    return DemoSite(Newsroom(start=EPOCH, rate=0.0), "https://www.harian.example/")


def _pages() -> tuple[bytes, ...]:
    site = _site()
    return tuple(site.article(story).body for story in site.newsroom.published())[:80]


def _lists() -> tuple[bytes, ...]:
    return tuple(_site().get(path).body for path in ("/", "/english", "/berita", "/indeks", "/deutsch", "/nihongo"))


def _feeds() -> tuple[bytes, ...]:
    site = _site()
    return tuple(site.get(path).body for path in ("/rss.xml", "/sitemap.xml", "/sitemap-news.xml", "/english/rss.xml"))


def _corpus() -> tuple[bytes, ...]:
    paths = sorted(path for path in CORPUS.rglob("*.gz") if path.stat().st_size < LONGEST // 4)
    return tuple(gzip.decompress(path.read_bytes())[:LONGEST] for path in paths[:: max(1, len(paths) // 300)])


TARGETS: dict[str, tuple[Callable[[], tuple[bytes, ...]], Callable[[bytes, Random], None]]] = {
    "byline": (_lines, read_byline),
    "credit": (_lines, read_credit),
    "date": (_lines, read_date),
    "listing": (_lists, read_listing),
    "feed": (_feeds, read_listing),
    "article": (_pages, read_article),
    "corpus": (_corpus, read_article),
}


if __name__ == "__main__":
    sys.exit(main())
