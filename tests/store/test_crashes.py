"""Whatever is killed, full or broken at whichever system call: every revision stands on exactly one line.

A run makes some 400 calls that change files. Each push strikes at a part of them; with ``COPYDESK_THOROUGH`` set
in the environment each of them is struck in every way.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from crawler.store.database import Database
from crawler.store.verify import verify
from tests.store.newsdesk import lines, wanted

ROOT = Path(__file__).parents[2]
COMPILER = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
pytestmark = pytest.mark.skipif(COMPILER is None or sys.platform != "linux", reason="needs a C compiler and LD_PRELOAD")

LISTED = list(range(1, 13))
AGAIN = LISTED[::3]
STRIDE = 1 if os.environ.get("COPYDESK_THOROUGH") else 11


class Laboratory:
    """Runs with faults; ``data`` is the folder of the present trial, emptied by ``fresh``."""

    def __init__(self, library: Path, room: Path) -> None:
        self.room = room
        self.data = room / "data"
        environment = {**os.environ, "LD_PRELOAD": str(library), "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.zygote"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, run_id: str, mode: str = "count", at: int = 0, *, listed: bool = True, again: bool = False) -> dict[str, Any]:
        """Run once with a fault; ``listed``: the section page shows something, ``again``: some articles have changed."""
        command = {"data": str(self.data), "run": run_id, "mode": mode, "at": at}
        command |= {"listed": LISTED if listed else [], "again": AGAIN if again else []}
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def fresh(self, template: Path | None = None) -> None:
        """Begin with an empty data directory, or with a copy of one."""
        shutil.rmtree(self.data, ignore_errors=True)
        if template is not None:
            shutil.copytree(template, self.data)

    def sound(self, *, again: bool = False) -> bool:
        """Say whether every revision stands on one whole line, and database and manifest agree with the files."""
        database = Database.open(self.data / "history.db")
        whole = not verify(database, self.data / "articles") and not database.faults()
        database.close()
        return whole and sorted(lines(self.data)) == wanted(LISTED, AGAIN if again else [])

    def close(self) -> None:
        """End the process and remove what the trials left."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(10)
        shutil.rmtree(self.room)


@pytest.fixture(scope="module")
def laboratory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laboratory]:
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    source = Path(__file__).with_name("faults.c")
    assert COMPILER is not None
    subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    memory = Path("/dev/shm")
    made = Laboratory(library, Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None)))
    yield made
    made.close()


@pytest.fixture(scope="module")
def operations(laboratory: Laboratory) -> int:
    laboratory.fresh()
    answer = laboratory.run("r1")
    assert answer["status"] == 0
    assert laboratory.sound()
    return int(answer["operations"])


def make_good(laboratory: Laboratory, struck: dict[str, Any], trial: str, *, again: bool = False) -> None:
    """Run once more; what the struck run had named is not listed again: only the frontier remembers it."""
    seen = set(lines(laboratory.data))
    answer = laboratory.run("r9", listed="named" not in struck["said"], again=again)
    assert answer["status"] == 0, f"{trial}: {answer}"
    assert laboratory.sound(again=again), trial
    assert seen <= set(lines(laboratory.data)), f"{trial}: a line vanished"


@pytest.mark.parametrize(("mode", "stride"), [("half", (STRIDE + 1) // 2), ("after", STRIDE)])
def test_a_run_killed_at_any_system_call_is_made_good_by_the_next(
    laboratory: Laboratory, operations: int, mode: str, stride: int
) -> None:
    """``half`` kills in the middle of a write, before any other call; ``after`` kills behind each call."""
    for at in range(1, operations + 1, stride):
        laboratory.fresh()
        struck = laboratory.run("r1", mode, at)
        assert struck["status"] == -9, f"{mode} {at}: {struck}"
        make_good(laboratory, struck, f"{mode} {at} of {operations}")


@pytest.mark.parametrize("mode", ["full", "broken"])
def test_a_disk_that_fails_from_any_system_call_on_ends_the_run_with_74_and_loses_nothing(
    laboratory: Laboratory, operations: int, mode: str
) -> None:
    """``full`` refuses whatever needs room, ``broken`` everything."""
    for at in range(1, operations + 1, STRIDE):
        laboratory.fresh()
        struck = laboratory.run("r1", mode, at)
        assert struck["status"] in (0, 74), f"{mode} {at}: {struck}"
        assert struck["status"] == 74 or laboratory.sound(), f"{mode} {at}: success over lost lines"
        make_good(laboratory, struck, f"{mode} {at} of {operations}")


def test_a_run_that_puts_a_killed_one_in_order_may_be_killed_too(laboratory: Laboratory, operations: int) -> None:
    """The first is killed in the middle of its work, the second at any call of its recovery, the third makes it good."""
    template = laboratory.room / "killed"
    for middle in (operations * 3 // 5, operations * 4 // 5):
        laboratory.fresh()
        struck = laboratory.run("r1", "half", middle)
        shutil.copytree(laboratory.data, template)
        calls = laboratory.run("r2", listed=False)["operations"]
        for at in range(1, calls + 1, STRIDE):
            laboratory.fresh(template)
            assert laboratory.run("r2", "half", at, listed=False)["status"] == -9
            make_good(laboratory, struck, f"{middle}, then {at} of {calls}")
        shutil.rmtree(template)


def test_updates_struck_at_any_system_call_are_made_good_by_the_next(laboratory: Laboratory) -> None:
    template = laboratory.room / "first"
    laboratory.fresh()
    laboratory.run("r1")
    shutil.copytree(laboratory.data, template)
    calls = laboratory.run("r2", again=True)["operations"]
    for at in range(1, calls + 1, STRIDE):
        for mode in ("half", "full"):
            laboratory.fresh(template)
            struck = laboratory.run("r2", mode, at, again=True)
            make_good(laboratory, struck, f"{mode} {at} of {calls}", again=True)
    shutil.rmtree(template)


def test_forty_kills_in_a_row_lose_and_double_nothing(laboratory: Laboratory, operations: int) -> None:
    laboratory.fresh()
    for number in range(40):
        laboratory.run(f"r1{number}", "half", 1 + number * 37 % operations)
    make_good(laboratory, {"said": []}, "forty kills")


def test_a_reader_sees_whole_lines_only_and_never_fewer_than_before(laboratory: Laboratory) -> None:
    laboratory.fresh()
    seen: set[tuple[str, int]] = set()
    with ThreadPoolExecutor(1) as pool:
        going = pool.submit(lambda: [laboratory.run(f"r{number}", again=number > 0)["status"] for number in range(6)])
        while not going.done():
            now = set(lines(laboratory.data))
            assert seen <= now
            seen = now
    assert going.result() == [0] * 6
    assert laboratory.sound(again=True)
