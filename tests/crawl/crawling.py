"""``scrapy`` as cron starts it: in a process of its own."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
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


def identities(lines: Sequence[dict[str, Any]]) -> list[tuple[str, int]]:
    """Article and revision of each line, in order."""
    return sorted((line["id"], line["revision"]["number"]) for line in lines)


class Forge:
    """``forge.py`` in a process; ends with this one."""

    def __init__(self) -> None:
        pipe = subprocess.PIPE
        arguments = [sys.executable, "-m", "tests.crawl.forge"]
        self._process = subprocess.Popen(arguments, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
        atexit.register(self._end)

    def run(self, arguments: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Carry out one command to its end."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with tempfile.TemporaryDirectory() as folder:
            out, errors = Path(folder) / "out", Path(folder) / "errors"
            wanted = {"arguments": arguments, "environment": environment, "out": str(out), "errors": str(errors)}
            self._process.stdin.write(json.dumps(wanted) + "\n")
            self._process.stdin.flush()
            code = int(self._process.stdout.readline())
            return subprocess.CompletedProcess(list(arguments), code, out.read_text(), errors.read_text())

    def _end(self) -> None:
        self._process.communicate()


@cache
def _forge() -> Forge:
    return Forge()
