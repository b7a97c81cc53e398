"""A clock that can be set, and stores that are closed whatever happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from crawler.store import Options, StorageError, Store

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
