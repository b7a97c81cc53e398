"""A warm process that runs ``scrapy`` commands in forks of itself: what a command does, without the second its imports take.

Reads one JSON command a line: ``arguments``, ``environment``, ``out`` and ``errors`` (paths); answers each with its exit code.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
from typing import Any

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
        child = os.fork()
        if child == 0:
            run(json.loads(text))
        _, status = os.waitpid(child, 0)
        answers.write(f"{os.waitstatus_to_exitcode(status)}\n")
        answers.flush()


def modules() -> list[str]:
    """The modules that commands import, but for those that start something."""
    rooms = [(name, importlib.import_module(name).__path__) for name in ROOMS]
    found = [each.name for name, path in rooms for each in pkgutil.walk_packages(path, f"{name}.")]
    return [name for name in found if not name.endswith("__main__")]


def run(command: dict[str, Any]) -> None:
    for number, name in ((1, "out"), (2, "errors")):
        os.dup2(os.open(command[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.clear()
    os.environ.update(command["environment"])
    sys.argv = ["scrapy", *command["arguments"]]
    code: Any = 70
    try:
        importlib.import_module("scrapy.cmdline").execute()
        code = 0
    except SystemExit as end:
        code = end.code or 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


if __name__ == "__main__":
    serve()
