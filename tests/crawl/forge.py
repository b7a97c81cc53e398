"""A warm process that runs ``scrapy`` commands in forks of itself: what a command does, without the second its imports take.

Reads one JSON command a line: ``arguments``, ``environment``, ``out`` and ``errors`` (paths). Answers each with its exit code,
or minus the signal that ended it, and with the number of calls that changed files. Those are counted, and struck, where
``faults.so`` is preloaded and ``fault`` says below which ``folder``, in which ``mode``, ``at`` which call; ``notes`` is where
a journal for ``power.cut`` is kept. ``after`` so many seconds a run is killed at whatever it does.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import pkgutil
import signal
import sys
from typing import Any

from tests.store.zygote import MODES

ROOMS = ("crawler", "scrapy.commands", "scrapy.downloadermiddlewares", "scrapy.spidermiddlewares")
FURTHER = (
    "scrapy.cmdline",
    "scrapy.core.downloader.handlers.http11",
    "scrapy.core.engine",
    "scrapy.dupefilters",
    "scrapy.extensions.closespider",
    "scrapy.extensions.corestats",
    "scrapy.extensions.feedexport",
    "scrapy.extensions.logcount",
    "scrapy.extensions.memusage",
    "scrapy.extensions.spiderstate",
    "scrapy.extensions.throttle",
    "scrapy.logformatter",
    "scrapy.pqueues",
    "scrapy.squeues",
    "twisted.internet.asyncioreactor",
)


def serve() -> None:
    for name in (*modules(), *FURTHER):
        importlib.import_module(name)
    assert "twisted.internet.reactor" not in sys.modules, "each command installs its own"
    answers = os.fdopen(os.dup(1), "w")
    for text in sys.stdin:
        calls, into = os.pipe()
        child = os.fork()
        if child == 0:
            run(json.loads(text), into)
        os.close(into)
        _, status = os.waitpid(child, 0)
        with os.fdopen(calls) as source:
            answers.write(f"{os.waitstatus_to_exitcode(status)} {source.read() or 0}\n")
        answers.flush()


def modules() -> list[str]:
    """The modules that commands import, but for those that start something."""
    rooms = [(name, importlib.import_module(name).__path__) for name in ROOMS]
    found = [each.name for name, path in rooms for each in pkgutil.walk_packages(path, f"{name}.")]
    return [name for name in found if not name.endswith("__main__")]


def run(command: dict[str, Any], calls: int) -> None:
    for number, name in ((1, "out"), (2, "errors")):
        os.dup2(os.open(command[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.clear()
    os.environ.update(command["environment"])
    sys.argv = ["scrapy", *command["arguments"]]
    faults = armed(command["fault"]) if command["fault"] else None
    if command["after"]:
        signal.setitimer(signal.ITIMER_REAL, command["after"])  # nobody handles SIGALRM: it ends the process as SIGKILL does
    code: Any = 70
    try:
        importlib.import_module("scrapy.cmdline").execute()
        code = 0
    except SystemExit as end:
        code = end.code or 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        if faults is not None:
            os.write(calls, str(faults.faults_count()).encode())
        os._exit(code if isinstance(code, int) else 1)


def armed(fault: dict[str, Any]) -> ctypes.CDLL:
    """The preloaded library, set to strike."""
    faults = ctypes.CDLL(None)
    faults.faults_count.restype = ctypes.c_long
    faults.faults_arm(os.fsencode(fault["folder"]), MODES.index(fault["mode"]), ctypes.c_long(fault["at"]))
    if fault["notes"]:
        faults.faults_watch(os.fsencode(fault["notes"]))
    return faults


if __name__ == "__main__":
    serve()
