"""Broken, spliced and hostile inputs for every reader: none may raise, none may hang, memory stays small.

    make fuzz                                                 some thousand inputs each
    python -m benchmarks.fuzz --inputs 1000000                a million each: an hour and a half of one core
    python -m benchmarks.fuzz article --first 400000          goes on where another ended
    python -m benchmarks.fuzz corpus --inputs 20000           saved pages from ../shared/corpus, where present
    python -m benchmarks.fuzz_guided byline                   guided by what the code reaches; needs atheris

Inputs are made from good ones by a seeded generator: cut, spliced, doubled, nested, bytes flipped, words of the lexicons and
characters that have a meaning somewhere put in. Of a hundred, 98 are small: lines of up to 300 bytes, pages and feeds of up to
2,000 that are put together from the parts of a page; two come from whole pages of the demo site (or from a line) and grow to
400,000. ``corpus`` breaks whole pages alone. Target, seed and number make an input again. Exit code 1 where anything fell.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

from benchmarks.fuzz_inputs import broken
from benchmarks.fuzz_targets import TARGETS, Read

HANG = 10.0
"""CPU seconds for one input."""
_TOLD = 3

STOPPED: list[bool] = []


class HangError(Exception):
    """An input took longer than ``HANG``."""


def main() -> int:
    """Run the targets named, and tell what fell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], default=[])
    parser.add_argument("--inputs", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _hang)
    for signum in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signum, _stop)
    wanted = given.targets or [name for name in TARGETS if name != "corpus"]
    faults = sum([run(name, given.inputs, seed=given.seed, first=given.first) for name in wanted])
    return 1 if faults else 0


def run(name: str, count: int, *, seed: int, first: int = 0) -> int:
    """Hand ``count`` inputs to a target, print the figures, give the number of faults."""
    begin, read = TARGETS[name]
    stock = begin()
    if not stock.small:
        print(f"{name:8} nothing to begin with")
        return 0
    faults, slowest, begun, done = Counter[str](), (0.0, 0), time.process_time(), 0
    for number in range(first, first + count):
        if STOPPED:
            break
        done += 1
        random = Random(f"{name} {seed} {number}")
        cost, error = _handed(read, broken(stock, random), random)
        slowest = max(slowest, (cost, number))
        if error is not None:
            _tell(name, number, error, faults)
    spent, memory = time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    worst = f"slowest {slowest[0] * 1000:.0f} ms (input {slowest[1]})"
    print(f"{name:8} {done} inputs, {faults.total()} faults, {spent:.0f} s CPU, {worst}, peak {memory} MiB", flush=True)
    return faults.total()


def _handed(read: Read, made: bytes, random: Random) -> tuple[float, Exception | None]:
    """CPU seconds that an input took, and what fell."""
    start, fallen = time.process_time(), None
    signal.setitimer(signal.ITIMER_VIRTUAL, HANG)
    try:
        read(made, random)
    except Exception as error:  # noqa: BLE001 - whatever falls is what is looked for
        fallen = error
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start, fallen


def _tell(name: str, number: int, error: Exception, faults: Counter[str]) -> None:
    """Print the first three of each kind with their place; the seed and number make an input again."""
    frames = traceback.extract_tb(error.__traceback__)
    last = next((frame for frame in reversed(frames) if frame.filename != __file__), frames[-1])
    kind = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
    faults[kind] += 1
    if faults[kind] <= _TOLD:
        print(f"{name:8} input {number}: {kind}: {str(error)[:200]!r}", flush=True)


def _stop(*_: object) -> None:
    """End after this input; what was done is told."""
    STOPPED.append(True)


def _hang(*_: object) -> None:
    raise HangError


if __name__ == "__main__":
    sys.exit(main())
