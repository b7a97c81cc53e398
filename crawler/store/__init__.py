"""History, frontier, outbox and publisher: SQLite and files, no Scrapy. ``store.Store`` is the door; start reading there."""

from crawler.store.database import StorageError
from crawler.store.entries import Entry, Options, Reading, Recheck, Validators, Waiting, reading_of
from crawler.store.lock import LockHeldError
from crawler.store.store import Store

__all__ = [
    "Entry",
    "LockHeldError",
    "Options",
    "Reading",
    "Recheck",
    "StorageError",
    "Store",
    "Validators",
    "Waiting",
    "reading_of",
]
