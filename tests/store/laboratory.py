"""Runs over a small site with a fault at a chosen system call, one after another and fast."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from crawler.store.database import Database
from crawler.store.verify import verify
from tests.store.newsdesk import lines, wanted
from tests.store.power import cut

ROOT = Path(__file__).parents[2]
COMPILER = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
MISSING = COMPILER is None or sys.platform != "linux"
"""Whether faults cannot be made here: they need a C compiler and LD_PRELOAD."""
LISTED = list(range(1, 13))
AGAIN = LISTED[::3]
THOROUGH = bool(os.environ.get("COPYDESK_THOROUGH"))


def compiled(folder: Path) -> Path:
    """Compile ``faults.c`` into a folder; give the library."""
    library = folder / "faults.so"
    source = Path(__file__).with_name("faults.c")
    assert COMPILER is not None
    subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


def quick_folder() -> Path:
    """A new folder in memory where that can be had: what is synced there need not wait for a disk."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))


class Laboratory:
    """Runs with faults; ``data`` is the folder of the present trial, emptied by ``fresh``."""

    def __init__(self, library: Path, room: Path) -> None:
        self.room = room
        self.data = room / "data"
        self.notes = room / "notes"
        self.kills = 0
        environment = {**os.environ, "LD_PRELOAD": str(library), "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.zygote"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(
        self,
        run_id: str,
        mode: str = "count",
        at: int = 0,
        *,
        listed: bool = True,
        again: bool = False,
        withheld: bool = False,
        watched: bool = False,
    ) -> dict[str, Any]:
        """Run once with a fault.

        ``listed``: the section page shows something; ``again``: some articles have changed; ``withheld``: the layout was
        broken; ``watched``: a journal for ``cut`` is kept.
        """
        command = {"data": str(self.data), "run": run_id, "mode": mode, "at": at, "notes": ""}
        command |= {"withheld": withheld}
        command |= {"listed": LISTED if listed else [], "again": AGAIN if again else []}
        if watched:
            shutil.rmtree(self.notes, ignore_errors=True)
            self.notes.mkdir()
            command["notes"] = str(self.notes)
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        self.kills += answer["status"] == -9
        return answer

    def cut(self, *, late: bool) -> None:
        """Cut the power after a watched run: only what is surely on disk is left of it."""
        cut(self.data, self.notes, late=late)

    def fresh(self, template: Path | None = None) -> None:
        """Begin with an empty data directory, or with a copy of one."""
        shutil.rmtree(self.data, ignore_errors=True)
        if template is not None:
            shutil.copytree(template, self.data)

    def sound(self, *, again: bool = False) -> bool:
        """Say whether every revision stands on one whole line, and database and manifest agree with the files."""
        database = Database.open(self.data / "history.db")
        whole = (
            not verify(database, self.data / "articles") and not database.faults() and not database.rows("SELECT 1 FROM outbox")
        )
        database.close()
        return whole and sorted(lines(self.data)) == wanted(LISTED, AGAIN if again else [])

    def close(self) -> None:
        """End the process and remove what the trials left."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(10)
        if THOROUGH:
            sys.stderr.write(f"\n{self.kills} kills of runs of the store\n")
        shutil.rmtree(self.room)
