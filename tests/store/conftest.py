"""A clock that can be set, stores that are closed whatever happens, and the laboratory of faults."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from crawler.store import Options, StorageError, Store
from tests.store.laboratory import COMPILER, Laboratory

Opener = Callable[..., Store]


class Hand:
    """A clock set by hand: seconds since 1970."""

    def __init__(self) -> None:
        self.now = 1_795_000_000.0

    def __call__(self) -> float:
        """The time it was set to."""
        return self.now


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def open_store(tmp_path: Path, clock: Hand) -> Iterator[Opener]:
    """Open stores on one data directory, spider ``example`` unless told otherwise."""
    made: list[Store] = []

    def opener(run_id: str = "r1", *, spider: str = "example", **options: Any) -> Store:
        store = Store.open(tmp_path, spider=spider, run_id=run_id, options=Options(clock=clock, **options))
        made.append(store)
        return store

    yield opener
    for store in made:
        with suppress(StorageError):
            store.close()


@pytest.fixture(scope="module")
def laboratory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laboratory]:
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    source = Path(__file__).with_name("faults.c")
    assert COMPILER is not None
    subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    memory = Path("/dev/shm")
    made = Laboratory(library, Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None)))
    yield made
    made.close()


@pytest.fixture(scope="module")
def operations(laboratory: Laboratory) -> int:
    """How many calls of a whole run change files."""
    laboratory.fresh()
    answer = laboratory.run("r1")
    assert answer["status"] == 0
    assert laboratory.sound()
    return int(answer["operations"])
