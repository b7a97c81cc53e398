"""The head of an answer has an end: Twisted reads header lines for as long as they come."""

from __future__ import annotations

import re
import time
from collections.abc import Hashable
from typing import Any

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from twisted.internet.defer import Deferred
from twisted.internet.protocol import Protocol

MOST_HEAD = 256 * 1024
"""Bytes of a status line with its headers, what browsers take too; servers send 1 to 8 KiB."""
HEAD_SECONDS = 5.0
"""From a head's first byte to its last."""
_END = re.compile(rb"\n\r?\n")
_INTERIM = b"HTTP/1.1 1"


class HeadWatch:
    """Stand before a connection's ``dataReceived``: end it where a head is too long or takes too long.

    Bytes count from a request's beginning to the end of its answer's head, those of interim answers (1xx) included; what
    follows is the body, which others bound. The request then fails as one whose connection was lost.
    """

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._receive = connection.dataReceived
        self._ask = connection.request
        self._left: int | None = MOST_HEAD
        self._head = bytearray()
        self._begun = 0.0
        connection.dataReceived, connection.request = self.receive, self.request

    def request(self, request: Any) -> Any:
        """Send a request, and count anew."""
        self._left, self._head, self._begun = MOST_HEAD, bytearray(), 0.0
        return self._ask(request)

    def receive(self, data: bytes) -> None:
        """Hand on what came, or end the connection."""
        if self._left is not None:
            now = time.monotonic()
            self._begun = self._begun or now
            self._left = self._without(data, self._left) if now - self._begun < HEAD_SECONDS else -1
        if self._left is not None and self._left < 0:
            self._connection.transport.abortConnection()
        else:
            self._receive(data)

    def _without(self, data: bytes, left: int) -> int | None:
        """What is left after more data; ``None`` where the head has come to its end."""
        start = max(0, len(self._head) - 2)
        self._head += data
        while (end := _END.search(self._head, start)) is not None:
            if not self._head.startswith(_INTERIM):
                within = len(data) - (len(self._head) - end.end())
                self._head = bytearray()
                return None if within <= left else -1
            del self._head[: end.end()]
            start = 0
        return left - len(data)


class WatchedPool:
    """A pool of connections whose answers' heads have an end."""

    def __init__(self, pool: Any) -> None:
        self._pool = pool

    def getConnection(self, key: Hashable, endpoint: Any) -> Deferred[Any]:  # noqa: N802 - Twisted's interface
        """Give a connection for one request; one that lay in the pool comes wrapped, and is under watch since it was new."""
        deferred: Deferred[Any] = self._pool.getConnection(key, endpoint)
        return deferred.addCallback(_watched)

    def __getattr__(self, name: str) -> Any:
        """All else is the pool's own affair."""
        return getattr(self._pool, name)


def _watched(connection: Any) -> Any:
    if isinstance(connection, Protocol):
        HeadWatch(connection)
    return connection


class BoundedHandler(HTTP11DownloadHandler):
    """Scrapy's handler for http and https, with an end to each answer's head.

    Neither Scrapy nor Twisted has a setting for it; the pool is the one place that every connection passes.
    """

    _pool: Any

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool = WatchedPool(self._pool)
