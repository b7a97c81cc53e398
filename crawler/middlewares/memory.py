"""What middlewares know from earlier runs."""

from __future__ import annotations

from typing import Any

from scrapy.crawler import Crawler

from crawler.extensions.storage import Storage
from crawler.normalise.urls import clean_url


class Memory:
    """Notes in the history, by name; a run without a store (``scrapy shell``) remembers nothing."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    def get(self, name: str) -> Any:
        """Give a note of an earlier run; ``None`` for none."""
        storage = self._storage()
        if storage is None:
            return None
        with storage.guarded():
            return storage.store.notes.get(name)
        return None

    def put(self, name: str, value: Any) -> None:
        """Keep a note for later runs; ``None`` removes it."""
        storage = self._storage()
        if storage is not None:
            with storage.guarded():
                storage.store.add(storage.store.notes.put(name, value))

    def _storage(self) -> Storage | None:
        storage = self._crawler.get_extension(Storage)
        return storage if storage is not None and storage.is_open else None


def origin_of(url: str) -> str:
    """Scheme, host and port of an address, without its usual port and without user and password."""
    return "/".join(clean_url(url).split("/")[:3])
