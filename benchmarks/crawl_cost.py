"""What a whole crawl costs: CPU per article against a bare Scrapy spider that extracts nothing, on the same site.

The demo site's pages are multiplied to some thousand articles and served from a process of their own; both crawls
run in turn, each a process of its own, with the start-up of an empty crawl taken off.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: CPU seconds, peak memory in MiB, lines it wrote."""

    cpu: float
    memory: float
    lines: int


def report(articles: int) -> None:
    """Run the bare and our crawl over ``articles`` articles and print CPU per article and peak memory."""
    with tempfile.TemporaryDirectory() as name, site(articles) as url:
        folder = Path(name)
        empty = _run(_bare(url, folder / "empty.jsonl", limit=1), folder / "empty.jsonl")
        bare = _run(_bare(url, folder / "bare.jsonl"), folder / "bare.jsonl")
        ours = _run(_ours(url, folder), folder / "data")
        again = _run(_ours(url, folder), folder / "data")
    print(f"crawl of {articles} articles, CPU milliseconds an article without start-up")
    for label, cost in (("bare Scrapy, nothing extracted", bare), ("copydesk, everything read", ours)):
        per_article = 1000 * (cost.cpu - empty.cpu) / max(cost.lines, 1)
        print(f"  {label:32} {per_article:7.2f}   {cost.lines} lines, peak {cost.memory:.0f} MiB")
    print(f"  ratio {(ours.cpu - empty.cpu) / (bare.cpu - empty.cpu) * bare.lines / max(ours.lines, 1):.2f}")
    print(f"  second run: {again.cpu:.1f} s CPU in all, {again.lines - ours.lines} new lines")


@contextmanager
def site(articles: int) -> Iterator[str]:
    """Serve so many articles from a process of its own; give the address."""
    command = [sys.executable, "-m", "benchmarks.multiplied", str(articles), str(PER_PAGE)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.terminate()


def _bare(url: str, out: Path, *, limit: int = 0) -> list[str]:
    spider = str(Path(__file__).with_name("bare_spider.py"))
    settings = ["-s", f"CLOSESPIDER_ITEMCOUNT={limit}", "-s", "LOG_LEVEL=ERROR", "-s", "COMMANDS_MODULE="]
    return [sys.executable, "-m", "scrapy", "runspider", spider, "-a", f"url={url}", "-O", str(out), *settings]


def _ours(url: str, folder: Path) -> list[str]:
    return [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"url={url}", "-s", f"DATA_DIR={folder / 'data'}"]


def _run(command: list[str], out: Path) -> Cost:
    """Run to the end; its own CPU and peak memory by wait4, its lines by counting what it wrote."""
    folder = ROOT if "crawl" in command else Path(__file__).parent
    process = subprocess.Popen(command, cwd=folder)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        print(f"  exit code {process.returncode}: {' '.join(command)}")
    files = out.rglob("*.jsonl") if out.is_dir() else [out]
    lines = sum(path.read_bytes().count(b"\n") for path in files if path.is_file())
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, lines)
