"""Whole runs of ``scrapy crawl`` killed, cut off from power or disk, and started twice: every article is on exactly one line.

``tests/store/test_crashes.py`` strikes at every call of the store; here spider, pipelines and record take part. Each push
strikes at a few of a run's calls; with ``COPYDESK_THOROUGH`` in the environment at sixty of them in each way.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest

from crawler.demo.server import DemoServer
from crawler.demo.site import Reply
from crawler.store.care import check
from tests.crawl.crawling import Fault, Forge, identities, published, start
from tests.store.laboratory import MISSING, THOROUGH, compiled, quick_folder
from tests.store.power import cut

pytestmark = pytest.mark.skipif(MISSING, reason="needs a C compiler and LD_PRELOAD")

STRIKES = 60 if THOROUGH else 3
"""Calls of a run that are struck in each way."""
SECTION = "bola"
SMALL = ("-s", "PUBLISH_LINES=3")


class Bench:
    """Runs over one section of the demo site, whose articles a whole run has counted."""

    def __init__(self, forge: Forge, demo: DemoServer, room: Path) -> None:
        self.forge = forge
        self.demo = demo
        self.data = room / "data"
        self.notes = room / "notes"
        self.kills = 0
        self.arguments = ("crawl", "news", "-a", f"url={demo.url}{SECTION}", "-s", f"DATA_DIR={self.data}", *SMALL)
        self.fresh()
        assert self.run().returncode == 0
        self.calls = forge.calls
        self.wanted = identities(published(self.data))

    def fresh(self) -> None:
        """Begin with an empty data directory."""
        shutil.rmtree(self.data, ignore_errors=True)

    def run(
        self, mode: str = "count", at: int = 0, *, watched: bool = False, after: float = 0
    ) -> subprocess.CompletedProcess[str]:
        """Run once, with a fault or not."""
        if watched:
            shutil.rmtree(self.notes, ignore_errors=True)
            self.notes.mkdir()
        fault = Fault(str(self.data), mode, at, str(self.notes) if watched else "")
        done = self.forge.run(self.arguments, os.environ, fault=fault, after=after)
        self.kills += done.returncode < 0
        return done

    def some(self) -> range:
        """The calls to strike at: so many, spread over the run."""
        return range(1, self.calls + 1, max(1, self.calls // STRIKES))

    def sound(self) -> bool:
        """Whether each article is on one whole line, and files, manifest and history agree."""
        return identities(published(self.data)) == self.wanted and not check(self.data)

    def make_good(self, trial: str) -> None:
        """Run once more: it ends well, nothing that was there is gone, nothing is missing."""
        before = identities(published(self.data))
        done = self.run()
        assert (done.returncode, done.stderr) == (0, ""), trial
        assert set(before) <= set(identities(published(self.data))), f"{trial}: a line vanished"
        assert self.sound(), trial


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    forge = Forge(preloaded=compiled(tmp_path_factory.mktemp("faults")))
    room = quick_folder()
    with DemoServer() as demo:
        made = Bench(forge, demo, room)
        yield made
    forge.close()
    shutil.rmtree(room)
    if THOROUGH:
        sys.stderr.write(f"\n{made.kills} kills of whole runs\n")


@pytest.mark.parametrize("mode", ["half", "after"])
def test_a_run_killed_at_any_call_is_made_good_by_the_next(bench: Bench, mode: str) -> None:
    """Strikes late in the run may miss: how many calls it makes differs by a few from run to run."""
    ends = {}
    for at in bench.some():
        bench.fresh()
        ends[at] = bench.run(mode, at).returncode
        bench.make_good(f"{mode} {at} of {bench.calls}")
    assert set(ends.values()) <= {-9, 0}
    assert all(end == -9 for at, end in ends.items() if at < 0.9 * bench.calls)


@pytest.mark.parametrize("mode", ["full", "broken"])
def test_a_disk_that_fails_from_any_call_on_is_told_and_loses_nothing(bench: Bench, mode: str) -> None:
    """74 and one line; or 0, where all was on disk before."""
    for at in bench.some():
        bench.fresh()
        done = bench.run(mode, at)
        assert done.returncode in (0, 74), f"{mode} {at}: {done}"
        assert done.stderr.startswith("scrapy crawl: storage failed: ") or bench.sound(), f"{mode} {at}: {done}"
        assert done.stderr.count("\n") == (done.returncode == 74)
        bench.make_good(f"{mode} {at} of {bench.calls}")


def test_runs_killed_at_random_moments_eight_in_a_row_are_made_good(bench: Bench) -> None:
    """Eight kills, one good run; and that again."""
    random = Random(8)
    for chain in range(20 if THOROUGH else 1):
        bench.fresh()
        for _ in range(8):
            bench.run(after=random.uniform(0.05, 0.8))
        bench.make_good(f"chain {chain}")


@pytest.mark.parametrize("late", [False, True])
def test_a_power_cut_loses_nothing_that_a_run_has_said(bench: Bench, late: bool) -> None:
    """After a run that ended well all is on disk; after one that was cut off the next makes it good."""
    for at in (0, *bench.some()[1:]):
        bench.fresh()
        bench.run("after" if at else "count", at, watched=True)
        cut(bench.data, bench.notes, late=late)
        assert at or bench.sound()
        bench.make_good(f"cut at {at}")


def test_what_a_killed_run_was_told_of_comes_though_no_list_names_it_any_more(bench: Bench) -> None:
    """The list has scrolled on by the time of the next run."""
    bench.fresh()
    while not identities(published(bench.data)):
        bench.run("after", bench.calls * 2 // 3)
    bench.demo.answers[f"/{SECTION}"] = Reply(b"<h1>Bola</h1>")
    assert bench.run().returncode in (0, 69)
    del bench.demo.answers[f"/{SECTION}"]
    assert bench.sound()


def test_of_two_runs_at_once_the_second_leaves_within_seconds(bench: Bench, tmp_path: Path) -> None:
    """75, one line; the first goes on."""
    bench.demo.requests.clear()
    slow = ("-s", 'DOWNLOAD_SLOTS={"127.0.0.1": {"delay": 0.4, "concurrency": 1}}')
    arguments = ("news", "-a", f"url={bench.demo.url}{SECTION}")
    first = start(*arguments, *slow, data=tmp_path)
    while len(bench.demo.requests) < 2 and first.poll() is None:
        time.sleep(0.01)
    second = bench.forge.run(("crawl", *arguments, "-s", f"DATA_DIR={tmp_path}"), os.environ)
    assert first.poll() is None, "the first was still on"
    assert (second.returncode, second.stderr.count("\n")) == (75, 1)
    assert first.wait(60) == 0
    assert identities(published(tmp_path)) == bench.wanted
    first.communicate()


def test_a_reader_that_looks_all_the_while_sees_whole_lines_and_never_fewer(bench: Bench) -> None:
    bench.fresh()
    over = Event()
    looks: list[set[tuple[str, int]]] = [set()]

    def look() -> None:
        while not over.is_set():
            looks.append(set(identities(published(bench.data))))

    reader = Thread(target=look)
    reader.start()
    try:
        bench.run("half", bench.calls * 3 // 4)
        bench.make_good("read")
    finally:
        over.set()
        reader.join()
    assert all(before <= after for before, after in pairwise(looks))
    assert looks[-1] <= set(bench.wanted)
