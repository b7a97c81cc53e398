"""``scrapy tick``: run what is due, one site after the other; one line of cron every few minutes serves all sites."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

from scrapy.commands import ScrapyCommand
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

from crawler.commands import EX_CONFIG, EX_IOERR, EX_SOFTWARE, EX_TEMPFAIL, EX_USAGE, tell
from crawler.commands._checks import wrong_setting
from crawler.commands._schedule import Due, chosen, schedule
from crawler.store.database import StorageError
from crawler.store.lock import Lock, LockHeldError
from crawler.store.opening import LOCKS

_PING_SECONDS = 10


class Command(ScrapyCommand):
    """Run the due sections of each site by ``scrapy crawl``, and give the worst of the exit codes."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Arguments as ``scrapy tick -h`` shows them."""
        return "[SPIDER ...]"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Run what is due of all sites, or of some: for cron, every few minutes"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run to the end or to a signal; 75 where another tick is on, never more."""
        assert self.settings is not None
        spiders = chosen(args)
        if isinstance(spiders, str):
            self.exitcode = tell("tick", spiders, code=EX_USAGE)
            return
        if fault := wrong_setting(self.settings) or _wrong_ping(self.settings["PING_URL"]):
            self.exitcode = tell("tick", fault, code=EX_CONFIG)
            return
        try:
            with Lock(Path(self.settings["DATA_DIR"]) / LOCKS / "tick.lock"):
                self.exitcode = Round(self.settings).run(schedule(self.settings, spiders, time.time()))
        except LockHeldError:
            self.exitcode = EX_TEMPFAIL  # the usual thing while a long round is on: nothing that cron should mail
            return
        except StorageError as error:
            self.exitcode = tell("tick", str(error), code=EX_IOERR)
        ping(self.settings["PING_URL"], self.exitcode)


class Round:
    """The runs of one tick. A signal is passed on to the run that is on, and no other is begun."""

    def __init__(self, settings: BaseSettings) -> None:
        self.settings = settings
        self.stopped = False
        self._child: subprocess.Popen[str] | None = None
        for signum in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signum, self._handle)

    def run(self, sections: list[Due]) -> int:
        """Run each site that has a section due, the longest overdue first; give the worst exit code."""
        now = time.time()
        due: dict[str, list[str]] = {}
        for section in sections:
            if section.at <= now:
                due.setdefault(section.spider, []).append(section.url)
        codes = [self._crawl(spider, urls) for spider, urls in due.items() if not self.stopped]
        return max(map(_bounded, codes), key=_gravity, default=EX_TEMPFAIL if self.stopped else 0)

    def _crawl(self, spider: str, urls: list[str]) -> int:
        command = [sys.executable, "-m", "scrapy", "crawl", spider]
        if not any("," in url for url in urls):
            command += ["-a", f"sections={','.join(urls)}"]
        for name, value in given(self.settings).items():
            command += ["-s", f"{name}={value}"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as self._child:
            _, errors = self._child.communicate()
        for line in errors.splitlines():
            sys.stderr.write(f"{spider}: {line}\n")
        return self._child.returncode

    def _handle(self, signum: int, *_: object) -> None:
        self.stopped = True
        if self._child is not None:
            with suppress(ProcessLookupError):
                self._child.send_signal(signum)


def given(settings: BaseSettings) -> dict[str, Any]:
    """Give the settings of the command line, for the runs to have too."""
    cmdline = SETTINGS_PRIORITIES["cmdline"]
    return {name: settings[name] for name in settings if settings.getpriority(name) == cmdline}


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
        return f"PING_URL={url} is no address"
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
