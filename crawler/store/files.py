"""Files that are whole or not there: temp, fsync, rename, fsync of the folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from crawler.store.database import storage

_BUFFER = 1 << 18


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` in one step; it is on disk when this returns."""
    fill_whole(path, lambda target: target.write(data))


def fill_whole(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    """Let ``fill`` write a file, then put it at ``path`` in one step; it is on disk when this returns.

    Readers see the old file or the new one. On any failure ``path`` is as it was and ``StorageError`` is raised.
    """
    temporary = path.with_name(f".{path.name}.part")
    with storage(path):
        make_folder(path.parent)
        try:
            with temporary.open("wb", buffering=_BUFFER) as target:
                fill(target)
                target.flush()
                os.fsync(target.fileno())
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, each of them on disk when this returns."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Put a folder's list of names on disk; a file system that cannot sync folders keeps them safe in its own way."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
