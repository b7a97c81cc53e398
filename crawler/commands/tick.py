"""``scrapy tick``: run what is due, a few sites at a time; one line of cron every few minutes serves all sites."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy.commands import ScrapyCommand
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

from crawler.commands import EX_CONFIG, EX_IOERR, EX_SOFTWARE, EX_TEMPFAIL, tell
from crawler.commands._checks import wrong_setting
from crawler.commands._schedule import Due, OverSites, schedule
from crawler.normalise.hosts import registered_domain
from crawler.spiders._news import NewsSpider
from crawler.spiders.sites import all_sites
from crawler.store.database import StorageError
from crawler.store.lock import Lock, LockHeldError
from crawler.store.opening import LOCKS

_PING_SECONDS = 10


class Command(OverSites, ScrapyCommand):
    """Run the due sections of each site by ``scrapy crawl``, and give the worst of the exit codes."""

    name = "tick"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Run what is due of all sites, or of some: for cron, every few minutes"

    def serve(self, settings: BaseSettings, spiders: dict[str, type[NewsSpider]]) -> int:
        """Run to the end or to a signal; 75 where another tick is on, never more."""
        if fault := wrong_setting(settings) or _wrong_ping(settings["PING_URL"]):
            return tell(self.name, fault, code=EX_CONFIG)
        try:
            with Lock(Path(settings["DATA_DIR"]) / LOCKS / "tick.lock"):
                code = Round(settings).run(schedule(settings, spiders, time.time()))
        except LockHeldError:
            return EX_TEMPFAIL  # the usual thing while a long round is on: nothing that cron should mail
        except StorageError as error:
            code = tell(self.name, str(error), code=EX_IOERR)
        ping(settings["PING_URL"], code)
        return code


class Round:
    """The runs of one tick, ``TICK_TOGETHER`` at a time, sites that share a domain one after the other.

    A signal is passed on to the runs that are on, and no other is begun.
    """

    def __init__(self, settings: BaseSettings) -> None:
        self.settings = settings
        self.stopped = False
        self._children: set[subprocess.Popen[str]] = set()
        for signum in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signum, self._handle)

    def run(self, sections: list[Due]) -> int:
        """Run each site that has a section due, the longest overdue first; give the worst exit code."""
        now = time.time()
        due: dict[str, list[str]] = {}
        for section in sections:
            if section.at <= now:
                due.setdefault(section.spider, []).append(section.url)
        with ThreadPoolExecutor(max(1, self.settings.getint("TICK_TOGETHER"))) as pool:
            done = [pool.submit(self._follow, [(spider, due[spider]) for spider in lane]) for lane in lanes(due)]
            codes = [code for each in done for code in each.result()]
        return max(map(_bounded, codes), key=_gravity, default=EX_TEMPFAIL if self.stopped else 0)

    def _follow(self, runs: list[tuple[str, list[str]]]) -> list[int]:
        return [self._crawl(spider, urls) for spider, urls in runs if not self.stopped]

    def _crawl(self, spider: str, urls: list[str]) -> int:
        command = [sys.executable, "-m", "scrapy", "crawl", spider]
        if not any("," in url for url in urls):
            command += ["-a", f"sections={','.join(urls)}"]
        for name, value in given(self.settings).items():
            command += ["-s", f"{name}={value}"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as child:
            self._children.add(child)
            if self.stopped:
                child.terminate()
            _, errors = child.communicate()
            self._children.remove(child)
        sys.stderr.write("".join(f"{spider}: {line}\n" for line in errors.splitlines()))
        return child.returncode

    def _handle(self, signum: int, *_: object) -> None:
        self.stopped = True
        for child in tuple(self._children):
            with suppress(ProcessLookupError):
                child.send_signal(signum)


def lanes(spiders: Iterable[str]) -> list[list[str]]:
    """Sort spiders into lanes: two of one lane share a domain, and its servers see one run at a time."""
    found: list[tuple[set[str], list[str]]] = []
    for spider in spiders:
        domains = {registered_domain(f"https://{domain}/") for domain in all_sites()[spider].allowed_domains}
        lane = next((each for each in found if each[0] & domains), None)
        if lane is None:
            found.append((domains, [spider]))
        else:
            lane[0].update(domains)
            lane[1].append(spider)
    return [names for _, names in found]


def given(settings: BaseSettings) -> dict[str, Any]:
    """Give the settings of the command line, for the runs to have too, but for the one that is a secret and the tick's own."""
    cmdline = SETTINGS_PRIORITIES["cmdline"]
    return {name: settings[name] for name in settings if settings.getpriority(name) == cmdline and name != "PING_URL"}


def _bounded(code: int) -> int:
    """A code that was cut short by a signal is "come again"; one of a wrong setting or a crash a fault of ours."""
    if 0 <= code <= EX_TEMPFAIL:
        return code
    return EX_TEMPFAIL if code in (130, 143, -signal.SIGINT, -signal.SIGTERM) else EX_SOFTWARE


def _gravity(code: int) -> int:
    """How bad a code is: "come again" is worse than nothing only."""
    return 1 if code == EX_TEMPFAIL else code


def _wrong_ping(url: str) -> str | None:
    if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname):
        return "PING_URL is no address"
    return None


def ping(url: str, code: int) -> None:
    """Ask for ``<url>/<code>``; nothing where none is set. Whoever waits for it notices by itself when it does not come."""
    if not url:
        return
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    with suppress(OSError, HTTPException):
        connection = kind(parts.netloc, timeout=_PING_SECONDS)
        connection.request("GET", f"{parts.path.rstrip('/')}/{code}")
        connection.getresponse().read()
        connection.close()
