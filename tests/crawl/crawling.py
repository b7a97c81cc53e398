"""``scrapy`` as cron starts it: in a process of its own."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def command(*arguments: str, data: Path) -> list[str]:
    """The command line of a run over ``data``."""
    return [sys.executable, "-m", "scrapy", "crawl", *arguments, "-s", f"DATA_DIR={data}"]


def crawl(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    """Run to the end, nobody looking."""
    return scrapy("crawl", *arguments, "-s", f"DATA_DIR={data}")


def scrapy(*arguments: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Carry out a command in a fork of a process that has all imported already."""
    return _forge().run(arguments, {**os.environ, **(environment or {})})


def start(*arguments: str, data: Path) -> subprocess.Popen[str]:
    """Start a run and go on."""
    pipe = subprocess.PIPE
    return subprocess.Popen(command(*arguments, data=data), cwd=ROOT, stdout=pipe, stderr=pipe, text=True)


def published(data: Path) -> list[dict[str, Any]]:
    """All lines of an installation."""
    files = sorted((data / "articles").rglob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def record(data: Path) -> dict[str, Any]:
    """The record of the last run."""
    path = max((data / "runs").glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    found: dict[str, Any] = json.loads(path.read_text())
    return found


def identities(lines: Sequence[dict[str, Any]]) -> list[tuple[str, int]]:
    """Article and revision of each line, in order."""
    return sorted((line["id"], line["revision"]["number"]) for line in lines)


@dataclass(frozen=True)
class Fault:
    """What befalls the calls by which a run changes files below a folder: see ``tests/store/faults.c``."""

    folder: str
    mode: str = "count"
    at: int = 0
    notes: str = ""


class Forge:
    """``forge.py`` in a process; ends with this one."""

    def __init__(self, *, preloaded: Path | None = None) -> None:
        pipe = subprocess.PIPE
        arguments = [sys.executable, "-m", "tests.crawl.forge"]
        environment = {**os.environ, **({"LD_PRELOAD": str(preloaded)} if preloaded else {})}
        self._process = subprocess.Popen(arguments, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True)
        self.calls = 0
        """How many calls of the last run changed files, where faults are preloaded and the run came to its end."""
        atexit.register(self.close)

    def run(
        self, arguments: Sequence[str], environment: Mapping[str, str], *, fault: Fault | None = None, after: float = 0
    ) -> subprocess.CompletedProcess[str]:
        """Carry out one command to its end, or until a fault or the time ends it."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with tempfile.TemporaryDirectory() as folder:
            out, errors = Path(folder) / "out", Path(folder) / "errors"
            wanted: dict[str, Any] = {"arguments": arguments, "environment": dict(environment), "after": after}
            wanted |= {"out": str(out), "errors": str(errors), "fault": asdict(fault) if fault else None}
            self._process.stdin.write(json.dumps(wanted) + "\n")
            self._process.stdin.flush()
            code, self.calls = map(int, self._process.stdout.readline().split())
            return subprocess.CompletedProcess(list(arguments), code, out.read_text(), errors.read_text())

    def close(self) -> None:
        """End the process; a second call does nothing."""
        self._process.communicate()
        atexit.unregister(self.close)


@cache
def _forge() -> Forge:
    return Forge()
