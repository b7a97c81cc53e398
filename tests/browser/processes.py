"""What runs on this machine: the browser of a crawl, and whether anything of it is left."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from crawler.browser.finding import find_browser

BROWSER = find_browser()
needs_browser = pytest.mark.skipif(BROWSER.fault is not None, reason=f"no browser can be had: {BROWSER.fault}")


def family(pid: int) -> list[psutil.Process]:
    """All that a process has started, directly or not."""
    with suppress(psutil.Error):
        return psutil.Process(pid).children(recursive=True)
    return []


def chromium_of(pid: int, *, within: float = 30.0) -> list[psutil.Process]:
    """Wait until a crawl's browser shows a page; gives driver, browser and renderers."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        found = family(pid)
        if any("--type=renderer" in _line(process) for process in found):
            return found
        time.sleep(0.05)
    raise AssertionError("no browser was started")


def main_process(found: list[psutil.Process]) -> psutil.Process:
    """The browser's first process."""
    return next(process for process in found if "--remote-debugging-pipe" in _line(process) and "--type=" not in _line(process))


def survivors(processes: list[psutil.Process], *, within: float = 8.0) -> list[str]:
    """What is left of these processes after a while; the dead that nobody has buried do not count."""
    end = time.monotonic() + within
    while (left := [process for process in processes if _lives(process)]) and time.monotonic() < end:
        time.sleep(0.05)
    return [_line(process) for process in left]


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _line(process: psutil.Process) -> str:
    with suppress(psutil.Error):
        return " ".join(process.cmdline())
    return ""


def script(path: Path, text: str) -> str:
    """An executable file of that text."""
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return str(path)
