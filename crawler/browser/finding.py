"""Which browser there is: the one that is named, Playwright's own, or one that the system has."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ADVICE = "install one: playwright install chromium, or your system's chromium package; see docs/browser.md"
_SYSTEM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_OWN = ("chromium-*", "chromium_headless_shell-*")


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser to be started: ``executable`` is its path, ``None`` for Playwright's own; ``fault`` is why there is none."""

    executable: str | None = None
    fault: str | None = None


def find_browser(named: str | None = None) -> Browser:
    """Find a browser without starting anything; ``named`` is the setting ``BROWSER_EXECUTABLE``: a path or a command."""
    if find_spec("scrapy_playwright") is None:
        return Browser(fault="scrapy-playwright is not installed: pip install scrapy-playwright")
    if named:
        found = shutil.which(named)
        return Browser(executable=found) if found else Browser(fault=f"BROWSER_EXECUTABLE={named} is no program")
    if any(True for folder in _own_folders() for name in _OWN for _ in folder.glob(name)):
        return Browser()
    found = next(filter(None, map(shutil.which, (*_SYSTEM, *_PLACES))), None)
    return Browser(executable=found) if found else Browser(fault=f"no browser was found; {ADVICE}")


def _own_folders() -> Iterator[Path]:
    """Where ``playwright install`` puts its browsers, by Playwright's documentation."""
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if named and named != "0":
        yield Path(named)
        return
    home = Path.home()
    yield {
        "darwin": home / "Library" / "Caches" / "ms-playwright",
        "win32": Path(os.environ.get("LOCALAPPDATA", home)) / "ms-playwright",
    }.get(sys.platform, home / ".cache" / "ms-playwright")
