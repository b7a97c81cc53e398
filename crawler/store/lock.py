"""One run of a spider at a time: locks of the kernel, which end with the process, however it ends."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from pathlib import Path

from crawler.store.database import storage

_LONGEST_NOTE = 2000


class LockHeldError(Exception):
    """Another run holds the lock; the run should end with exit code 75."""

    def __init__(self, path: Path, holder: str) -> None:
        super().__init__(f"{path.stem}: another run is on" + (f" ({holder})" if holder else ""))
        self.path = path
        self.holder = holder


class Lock:
    """An exclusive ``flock`` on a file; the file stays, the lock is gone when the process is.

    ``wait`` says whether to wait for it; without, a second holder gets ``LockHeldError`` at once. ``left`` is what the last
    holder noted and did not take back: it was killed. Notes survive the process, not a power cut.
    """

    def __init__(self, path: Path, *, wait: bool = False) -> None:
        self.path = path
        with storage(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError as error:
            holder = self._read().partition("\n")[0]
            os.close(self._descriptor)
            raise LockHeldError(path, holder) from error
        self.left = self._read().partition("\n")[2]
        self.note("")

    def note(self, text: str) -> None:
        """Write down what is being done, for whoever comes after a crash; costs a few microseconds."""
        data = f"process {os.getpid()}\n{text}".encode("utf-8", "replace")[:_LONGEST_NOTE]
        with suppress(OSError):  # a full disk must not hinder: the note only helps
            os.pwrite(self._descriptor, data.ljust(_LONGEST_NOTE), 0)

    def release(self) -> None:
        """Give the lock back, notes taken back; a second call does nothing."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor < 0:
            return
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
        os.close(descriptor)

    def _read(self) -> str:
        return os.pread(self._descriptor, _LONGEST_NOTE, 0).decode("utf-8", "replace").rstrip()

    def __enter__(self) -> Lock:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
