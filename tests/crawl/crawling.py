"""``scrapy crawl`` in a process of its own, as cron starts it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def command(*arguments: str, data: Path) -> list[str]:
    """The command line of a run over ``data``."""
    return [sys.executable, "-m", "scrapy", "crawl", *arguments, "-s", f"DATA_DIR={data}"]


def crawl(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    """Run to the end, nobody looking."""
    return subprocess.run(command(*arguments, data=data), cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


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
