"""What durability costs: the share of a crawl's CPU that commits, files and locks take.

``python -m benchmarks.durability [ARTICLES]``; 1,000 without. One crawl of the multiplied demo site, in its own process, in
which the CPU time of the calls below is summed. The rest of the store (is this page known? is it a copy? what has changed?) is
told apart: a crawler that forgets on power cuts would need that too.
"""

from __future__ import annotations

import functools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import scrapy.cmdline

from benchmarks.crawl_cost import ROOT, site
from crawler.extensions.storage import Storage
from crawler.pipelines.storage import StoragePipeline
from crawler.store.database import Database
from crawler.store.lock import Lock
from crawler.store.publisher import Publisher
from crawler.store.store import Store

Calls = tuple[tuple[type, str], ...]

DURABLE: Calls = ((Database, "write"), (Publisher, "publish"), (Publisher, "finish"), (Lock, "note"))
STORE: Calls = (
    *(
        (Store, name)
        for name in ("open", "name", "due", "rechecks", "announced", "failed", "known", "validators", "close", "tick")
    ),
    (StoragePipeline, "process_item"),
    (Storage, "finish"),
)
TARGET = 0.03


class Tally:
    """CPU seconds of this thread spent in some calls, nested ones counted once."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._depth = 0

    def around(self, owner: type, name: str) -> None:
        """Count a method's time from now on."""
        plain = vars(owner)[name] if name in vars(owner) else getattr(owner, name)
        inner = plain.__func__ if isinstance(plain, classmethod) else plain
        counted = self._counting(inner)
        setattr(owner, name, classmethod(counted) if isinstance(plain, classmethod) else counted)

    def _counting(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def counted(*arguments: Any, **named: Any) -> Any:
            self._depth += 1
            begun = time.thread_time()
            try:
                return function(*arguments, **named)
            finally:
                self._depth -= 1
                if not self._depth:
                    self.seconds += time.thread_time() - begun

        return counted


def report(articles: int) -> None:
    """Crawl so many articles and print the shares."""
    with tempfile.TemporaryDirectory() as folder, site(articles) as url:
        command = [sys.executable, "-m", "benchmarks.durability", "--crawl", url, str(Path(folder) / "data")]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        total, durable, whole = json.loads(done.stdout)
        lines = sum(path.read_bytes().count(b"\n") for path in Path(folder).rglob("*.jsonl"))
    print(f"crawl of {lines} articles, {total:.1f} s CPU after imports, {1000 * total / lines:.2f} ms an article")
    for label, part in ((f"commits, files, locks (target {TARGET:.0%})", durable), ("all else of the store", whole - durable)):
        print(f"  {label:36} {1000 * part / lines:6.3f} ms an article  {100 * part / total:5.2f} %")


def crawl(url: str, data: str) -> None:
    """Crawl in this process; print CPU seconds in all, in durable calls and in the whole store as JSON."""
    durable, whole = Tally(), Tally()
    for owner, name in DURABLE:
        durable.around(owner, name)
    for owner, name in (*DURABLE, *STORE):
        whole.around(owner, name)
    begun = time.process_time()
    try:
        scrapy.cmdline.execute(["scrapy", "crawl", "news", "-a", f"url={url}", "-s", f"DATA_DIR={data}"])
    except SystemExit as end:
        if end.code:
            raise
    print(json.dumps([time.process_time() - begun, durable.seconds, whole.seconds]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--crawl"]:
        crawl(*sys.argv[2:4])
    else:
        report(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
