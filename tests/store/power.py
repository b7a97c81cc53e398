"""What a power cut may leave of a folder, told from the journal that ``faults.c`` keeps.

Of contents only what was synced is left. For names there are two adversaries: ``early`` has every change of a name on disk at
once, ``late`` none before its folder is synced (but a synced new file has its name, as on ext4 and XFS).
"""

from __future__ import annotations

import shutil
from pathlib import Path

Names = dict[str, list[bytes]]
"""Path -> a cell with the synced content, shared by all names of one file."""


def cut(data: Path, notes: Path, *, late: bool) -> None:
    """Leave in ``data`` what a power cut would have left, had the run been on a real disk."""
    now: Names = {}
    safe: Names = {}
    for line in (notes / "journal").read_text().splitlines():
        what, one, other = line.split("\t")
        if what == "folder":
            _settle(now, safe, one)
        elif what == "synced":
            cell = now.setdefault(one, [b""])
            cell[0] = Path(other).read_bytes()
            if not any(cell is each for each in safe.values()):
                safe[one] = cell
        else:
            _rename(now, what, one, other)
    _lay_out(data, safe if late else now)


def _rename(now: Names, what: str, one: str, other: str) -> None:
    if what == "made":
        now.setdefault(one, [b""])
    elif what == "removed":
        now.pop(one, None)
    elif one in now:
        now[other] = now[one] if what == "linked" else now.pop(one)


def _settle(now: Names, safe: Names, folder: str) -> None:
    for name in [name for name in safe if name.rpartition("/")[0] == folder]:
        del safe[name]
    safe.update({name: cell for name, cell in now.items() if name.rpartition("/")[0] == folder})


def _lay_out(data: Path, names: Names) -> None:
    folders = {path for path in data.rglob("*") if path.is_dir()}
    kept = {path for path in folders if all(str(each) in names for each in (path, *path.parents) if data in each.parents)}
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    for folder in sorted(kept):
        folder.mkdir()
    for name, (content,) in names.items():
        path = Path(name)
        if path not in folders and (path.parent == data or path.parent in kept) and not name.endswith("-shm"):
            path.write_bytes(content)
