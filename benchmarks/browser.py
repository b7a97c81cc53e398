"""What the browser costs: a rendered page against a static one, ``auto`` where nothing is rendered, memory over many pages.

    python -m benchmarks.browser                500 pages that script fills in one run; the whole process tree is measured
    python -m benchmarks.browser --pages 100
    python -m benchmarks.browser --static 6     six pairs of crawls of a static site: auto, and no browser at all
    python -m benchmarks.browser --instructions the same counted by valgrind, which other processes do not disturb; minutes

``make speed`` prints ``report``: ratios within one run.
"""

from __future__ import annotations

import argparse
import itertools
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import psutil

from benchmarks import crawl_cost
from crawler.demo.server import DemoServer
from crawler.demo.site import Reply

BEAT = 2.0
"""Seconds between two samples: reading what a process of Chromium shares with others takes a while."""
ROUNDS = 3
FLAT = 1.15
"""From the fiftieth page on memory may be larger by this factor, in the median of a tenth of the run."""
_FIRST_ID = 10_000_000
_HOW = {"auto": ("auto",), "off": ("never", "-s", "ADDONS={}")}
_COUNTED = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


@dataclass(slots=True)
class Measured:
    """A crawl's process tree: CPU seconds and the largest memory of each process, and memory as pages went by."""

    cpu: dict[int, float] = field(default_factory=dict)
    memory: list[tuple[int, float]] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """CPU seconds of all processes, as far as they were seen."""
        return sum(self.cpu.values())

    def look(self, root: psutil.Process, pages: int) -> None:
        """Take one sample."""
        size = 0.0
        for process in (root, *root.children(recursive=True)):
            with suppress(psutil.Error):
                times, memory = process.cpu_times(), process.memory_full_info()
                self.cpu[process.pid] = times.user + times.system
                size += getattr(memory, "pss", memory.rss) / 1024 / 1024
        self.memory.append((pages, size))

    def median(self, first: int, last: int) -> float:
        """The median memory while that many pages were done, in MiB."""
        return statistics.median([size for pages, size in self.memory if first <= pages <= last] or [0.0])


def main() -> int:
    """Render many pages in one run; exit code 1 where memory grows or a browser is left."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--static", type=int, metavar="PAIRS")
    parser.add_argument("--instructions", action="store_true")
    options = parser.parse_args()
    if options.static:
        report_static(options.static)
    elif options.instructions:
        report_instructions()
    else:
        return _many(options.pages)
    return 0


def _many(pages: int) -> int:
    with tempfile.TemporaryDirectory() as name, site(pages) as (demo, url):
        began = time.monotonic()
        found, code, left = crawl(
            url, Path(name), "always", done=lambda: sum("/api/story" in each.path for each in demo.requests)
        )
        lines = sum(path.read_bytes().count(b"\n") for path in Path(name).rglob("articles/**/*.jsonl"))
    early, late = found.median(50, 100), found.median(pages - pages // 10, pages)
    print(f"{pages} pages that script fills, one run: exit code {code}, {lines} lines, {time.monotonic() - began:.0f} s")
    print(f"  memory of the process tree, median MiB: pages 50 to 100 {early:.0f}, the last tenth {late:.0f}, ", end="")
    print(f"largest {max(size for _, size in found.memory):.0f}")
    print(f"  processes left afterwards: {left}")
    return int(late > early * FLAT or left > 0 or lines != pages)


def report(pages: int = 300, rendered: int = 30) -> None:
    """Print what a rendered page costs against a static one, and what ``auto`` costs where nothing needs a browser."""
    with tempfile.TemporaryDirectory() as name, site(pages, scripted=False) as (_, url):
        static = min(crawl(url, Path(name) / f"never{number}", "never")[0].seconds for number in range(ROUNDS))
        empty = crawl(url, Path(name) / "empty", "never", "-a", "limit=1")[0].seconds
        browser = crawl(url, Path(name) / "always", "always", "-a", f"limit={rendered}")[0].seconds
    static, through = (static - empty) / pages, (browser - empty) / rendered
    print(f"pages through the browser, CPU of all processes, {rendered} of {pages} static articles")
    print(f"  a rendered page costs {through / static:.0f} x a static one", end="")
    print(f" ({1000 * through:.0f} against {1000 * static:.0f} ms, the browser's own start included)")
    report_static(ROUNDS)


def report_static(pairs: int, articles: int = 2000) -> None:
    """Print what ``auto`` costs on a site that needs no browser, against the same crawl with the add-on switched off."""
    spent: dict[tuple[str, int], list[float]] = {}
    with tempfile.TemporaryDirectory() as name, crawl_cost.site(articles) as url:
        for number, limit in itertools.product(range(pairs), (1, articles)):
            for mode in ("off", "auto") if number % 2 else ("auto", "off"):
                found, code, _ = crawl(url, Path(name) / f"{mode}{number}-{limit}", *_HOW[mode], "-a", f"limit={limit}")
                spent.setdefault((mode, limit), []).append(found.seconds if not code else math.nan)
    print(f"auto where nothing is rendered, against a crawl without the add-on, CPU, {pairs} pairs in turn")
    for limit, label in ((articles, f"a crawl of {articles} articles"), (1, "a crawl of one article")):
        ours, bare = spent["auto", limit], spent["off", limit]
        middle = statistics.median(one / other for one, other in zip(ours, bare, strict=True)) - 1
        print(f"  {label}: {middle:+.1%} in the median of the pairs, {min(ours) / min(bare) - 1:+.1%} between the best", end="")
        print(f" ({min(ours):.2f} and {min(bare):.2f} s)")


def report_instructions(articles: int = 60) -> None:
    """Print the instructions that ``auto`` takes beyond a crawl without the add-on: once, and for each article."""
    counts: dict[tuple[str, int], int] = {}
    with tempfile.TemporaryDirectory() as name, crawl_cost.site(articles) as url:
        for mode, limit in itertools.product(_HOW, (1, articles)):
            crawled = _command(url, Path(name) / f"{mode}{limit}", *_HOW[mode], "-a", f"limit={limit}")
            found = subprocess.run([*_COUNTED, *crawled], cwd=crawl_cost.ROOT, stderr=subprocess.PIPE, text=True, check=True)
            refs = re.search(r"I\s+refs:\s+([\d,]+)", found.stderr)
            counts[mode, limit] = int(refs[1].replace(",", "")) if refs else 0
    start, bare = counts["auto", 1], counts["off", 1]
    ours, other = ((counts[mode, articles] - counts[mode, 1]) / (articles - 1) for mode in ("auto", "off"))
    print("auto where nothing is rendered, against a crawl without the add-on, millions of instructions")
    print(f"  a crawl of one article {start / 1e6:.0f} and {bare / 1e6:.0f}: {start / bare - 1:+.2%}", end="")
    print(f"; each further article {ours / 1e6:.1f} and {other / 1e6:.1f}: {ours / other - 1:+.2%}")


@contextmanager
def site(pages: int, *, scripted: bool = True) -> Iterator[tuple[DemoServer, str]]:
    """The demo site with one list of that many articles, filled by script or not."""
    with DemoServer() as demo:
        stories = demo.newsroom.published("/english")
        for number in range(pages):
            story = stories[number % len(stories)]
            demo.newsroom.stories[_FIRST_ID + number] = replace(
                story, id=_FIRST_ID + number, headline=f"{story.headline}, part {number}", slug=f"{story.slug}-{number}"
            )
        added = [demo.newsroom.stories[_FIRST_ID + number] for number in range(pages)]
        paths = [f"/app/{story.id}-{story.slug}" if scripted else demo.newsroom.path(story) for story in added]
        shown = ((path, story.headline) for path, story in zip(paths, added, strict=True))
        rows = "".join(f'<li><a href="{path}"><h3>{headline}</h3></a></li>' for path, headline in shown)
        demo.answers["/many"] = Reply(f"<html lang=en><title>Many</title><body><ul>{rows}</ul></body></html>".encode())
        yield demo, f"{demo.url}many"


def crawl(url: str, data: Path, mode: str, *further: str, done: Callable[[], int] = lambda: 0) -> tuple[Measured, int, int]:
    """Crawl with that mode; gives what was measured, the exit code, and how many processes were left."""
    process = subprocess.Popen(_command(url, data, mode, *further), cwd=crawl_cost.ROOT)
    root, found, family = psutil.Process(process.pid), Measured(), set[psutil.Process]()
    ended, status, usage = 0, 0, None
    while not ended:
        with suppress(psutil.Error):
            if mode == "always":
                found.look(root, done())
                family.update(root.children(recursive=True))
        time.sleep(BEAT if mode == "always" else 0.05)
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
    process.returncode = os.waitstatus_to_exitcode(status)
    if usage is not None:
        found.cpu[process.pid] = usage.ru_utime + usage.ru_stime
    time.sleep(BEAT if family else 0.0)
    return found, process.returncode, sum(_lives(each) for each in family)


def _command(url: str, data: Path, mode: str, *further: str) -> list[str]:
    command = [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"url={url}", "-a", f"render={mode}", *further]
    return [*command, "-s", f"DATA_DIR={data}"]


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


if __name__ == "__main__":
    sys.exit(main())
