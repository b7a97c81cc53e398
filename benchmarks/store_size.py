"""What remembering costs: bytes on disk and microseconds a look-up at many articles, and what a line's commit costs.

``python -m benchmarks.store_size [ARTICLES]``; 100,000 without, 10 million need a few minutes of CPU.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from random import Random
from typing import TypeVar

from crawler.normalise.copies import Sketch
from crawler.normalise.identity import OWN_FIELDS
from crawler.store import Options, Reading, Store
from crawler.store.copies import Copies
from crawler.store.database import Database
from crawler.store.history import History
from crawler.store.keys import iso

T = TypeVar("T")
NOW = 1_800_000_000
DAY = 86400
YEAR = 365 * DAY
LINE = b'{"articleBody":"' + b"x" * 5800 + b'"}'
"""As long as the mean line of real pages."""
GROUP = 50
CHUNK = 2_500_000
_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT :start UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :end) "
_AGE = "(i % 730) * :day"
ROWS = (
    f"""{_NUMBERS} INSERT INTO article (key, id, revision, hash, digests, first_seen, checked) SELECT random(),
        'example.co.id:' || (i + 10000000), 1, randomblob(32), randomblob(28), :now - {_AGE}, :now - {_AGE} FROM n""",
    f"{_NUMBERS} INSERT INTO address (key, article) SELECT random(), random() FROM n",
    f"""{_NUMBERS} INSERT INTO schedule (article, spider, url, next_check) SELECT random(), 'example',
        'https://www.example.co.id/berita/nasional/' || i || '-a-headline-of-the-usual-length', :now + i % 604800
        FROM n WHERE i % 730 < 30""",
    f"""{_NUMBERS} INSERT INTO text (article, sketch, seen) SELECT random(), randomblob(68), :now - {_AGE} FROM n
        WHERE i % 730 < 120""",
    f"""{_NUMBERS} INSERT OR IGNORE INTO band (hash, article) SELECT random() & 0x3ffffff, i * 4 + j FROM n,
        (SELECT 0 AS j UNION SELECT 1 UNION SELECT 2 UNION SELECT 3) WHERE i % 730 < 120""",
)
LOOKUPS = 20_000


def reading(number: int, *, span: int = 2 * YEAR, of: int = 1) -> Reading:
    """One article of ``of``, spread over ``span`` seconds, known under one address."""
    mark = f"{number:08x}"
    return Reading(
        article_id=f"example.co.id:{number}",
        url=f"https://www.example.co.id/berita/nasional/{number}-a-headline-of-the-usual-length",
        content_hash=f"sha256:{mark * 8}",
        digests=dict.fromkeys(OWN_FIELDS[:5], mark),
        first_seen=iso(NOW - span + span * number // of),
        checked_at=iso(NOW - span + span * number // of),
        sketch=Sketch(tuple(number * odd & 0xFFFFFFFF for odd in range(1, 33, 2)), number),
    )


def fill(path: Path, articles: int) -> float:
    """Fill a history as years of crawling would; give the CPU seconds that the last ``LOOKUPS`` articles took.

    They are saved as a crawl saves them; the others are rows of the same size under keys as random, made by SQLite itself.
    """
    database = Database.open(path)
    database.row("PRAGMA cache_size=-1000000")
    for start in range(LOOKUPS, articles, CHUNK):
        numbers = {"start": start, "end": min(start + CHUNK, articles), "now": NOW, "day": DAY}
        database.write((sql, numbers) for sql in ROWS)
    database.close()
    database = Database.open(path)
    begun = time.process_time()
    history = History(database, spider="example", clock=lambda: float(NOW))
    copies = Copies(database, clock=lambda: float(NOW))
    readings = (reading(number, of=articles) for number in _spread(articles))
    while group := list(islice(readings, GROUP)):
        database.write(statement for each in group for statement in (*history.saved(each), *copies.kept(each)))
        history.forget_fresh()
        copies.forget_fresh()
    taken = time.process_time() - begun
    database.row("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return taken


def _spread(articles: int) -> range:
    """The numbers of ``LOOKUPS`` articles of all ages."""
    return range(1, articles + 1, max(1, articles // LOOKUPS))


def lookups(path: Path, articles: int) -> dict[str, float]:
    """Give CPU microseconds of each kind of look-up, at random places."""
    database = Database.open(path)
    history = History(database, spider="example", clock=lambda: float(NOW))
    copies = Copies(database, clock=lambda: float(NOW))
    random = Random(1)
    some = [reading(random.choice(_spread(articles)), of=articles) for _ in range(LOOKUPS)]
    strange = [f"https://www.example.co.id/berita/nasional/{random.randint(articles * 2, articles * 9)}-x" for _ in some]
    figures = {
        "known address": _each(history.known, [each.url for each in some]),
        "new address": _each(history.known, strange),
        "last revision": _each(history.remembered, [each.article_id for each in some]),
        "is it a copy": _each(lambda each: copies.original(f"other.example:{each.number}", each.sketch), some),
    }
    database.close()
    return figures


def commits(folder: Path, items: int = 400) -> dict[int, tuple[float, float]]:
    """Give, for groups of 1, 10 and 50, CPU and wall milliseconds a line from ``keep`` to its published file."""
    found = {}
    for size in (1, 10, 50):
        store = Store.open(folder / str(size), spider="example", run_id="r1", options=Options(group_items=size))
        begun = time.process_time(), time.perf_counter()
        for number in range(items):
            store.keep(LINE, reading(number, span=0))
        store.close()
        ended = time.process_time(), time.perf_counter()
        found[size] = (1000 * (ended[0] - begun[0]) / items, 1000 * (ended[1] - begun[1]) / items)
    return found


def report(articles: int) -> None:
    """Print all figures for a history of so many articles."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "history.db"
        taken = fill(path, articles)
        print(f"{articles} articles of two years, one address each")
        print(f"  {path.stat().st_size / articles:.0f} bytes an article, {1e6 * taken / LOOKUPS:.0f} us CPU to save one more")
        for kind, cost in lookups(path, articles).items():
            print(f"  {kind:14} {cost:5.1f} us CPU")
        print("a line of 5.8 kB, from keep to its published file")
        for size, (cpu, wall) in commits(Path(name)).items():
            print(f"  groups of {size:2}    {cpu:.2f} ms CPU, {wall:.2f} ms wall a line")


def _each(ask: Callable[[T], object], questions: list[T]) -> float:
    begun = time.process_time()
    for question in questions:
        ask(question)
    return 1e6 * (time.process_time() - begun) / len(questions)


if __name__ == "__main__":
    report(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
