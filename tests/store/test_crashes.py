"""Whatever is killed, full or broken at whichever system call: every revision stands on exactly one line.

A run makes some 400 calls that change files. Each push strikes at a part of them; with ``COPYDESK_THOROUGH`` set
in the environment each of them is struck in every way.
"""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.store.laboratory import MISSING, THOROUGH, Laboratory
from tests.store.newsdesk import lines

pytestmark = pytest.mark.skipif(MISSING, reason="needs a C compiler and LD_PRELOAD")

STRIDE = 1 if THOROUGH else 11


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


@pytest.mark.parametrize("late", [False, True])
def test_a_power_cut_at_any_system_call_is_made_good_by_the_next_run(
    laboratory: Laboratory, operations: int, late: bool
) -> None:
    """Whether names reach the disk before they are synced or not until then."""
    for at in range(1, operations + 1, STRIDE):
        laboratory.fresh()
        struck = laboratory.run("r1", "after", at, watched=True)
        laboratory.cut(late=late)
        make_good(laboratory, struck, f"cut at {at} of {operations}")


@pytest.mark.parametrize("late", [False, True])
def test_what_a_finished_run_has_said_is_on_disk(laboratory: Laboratory, late: bool) -> None:
    laboratory.fresh()
    assert laboratory.run("r1", watched=True)["status"] == 0
    laboratory.cut(late=late)
    assert laboratory.sound()


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
