"""A clock that can be set, stores that are closed whatever happens, and the laboratory of faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from crawler.store import Options, StorageError, Store
from tests.store.laboratory import Laboratory, compiled, quick_folder

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
    made = Laboratory(compiled(tmp_path_factory.mktemp("faults")), quick_folder())
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
