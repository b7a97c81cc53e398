"""Runs of ``newsdesk.run`` in forks of one warm process, each with a fault at a chosen system call.

Reads one JSON command a line: ``data``, ``run``, ``listed``, ``again``, ``mode``, ``at``, ``notes``; answers each with
``status`` (exit code, or minus the signal), ``operations`` counted and what the run ``said``. To be started with
``faults.so`` preloaded.
"""

from __future__ import annotations

import ctypes
import json
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

from tests.store.newsdesk import run

MODES = ("count", "before", "half", "after", "full", "broken")


def serve() -> None:
    for text in sys.stdin:
        answer = trial(json.loads(text))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def trial(command: dict[str, Any]) -> dict[str, Any]:
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        os._exit(victim(command, into))
    os.close(into)
    with os.fdopen(out, "rb") as source:
        said = source.read().decode().split()
    _, status = os.waitpid(child, 0)
    operations = [int(word) for word in said if word.isdigit()]
    return {
        "status": os.waitstatus_to_exitcode(status),
        "said": [word for word in said if not word.isdigit()],
        "operations": operations[-1] if operations else None,
    }


def victim(command: dict[str, Any], into: int) -> int:
    faults = ctypes.CDLL(None)
    data = Path(command["data"])
    faults.faults_arm(os.fsencode(data), MODES.index(command["mode"]), ctypes.c_long(command["at"]))
    if command["notes"]:
        faults.faults_watch(os.fsencode(command["notes"]))
    try:
        code = run(
            data,
            command["run"],
            command["listed"],
            again=command["again"],
            withheld=command["withheld"],
            said=lambda word: os.write(into, f"{word} ".encode()),
        )
    except (OSError, ValueError, AssertionError, KeyError, TypeError, sqlite3.Error) as error:
        os.write(into, f"{type(error).__name__} ".encode())
        code = 70
    faults.faults_count.restype = ctypes.c_long
    os.write(into, str(faults.faults_count()).encode())
    return code


if __name__ == "__main__":
    serve()
