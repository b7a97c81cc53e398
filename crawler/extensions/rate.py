"""An answer that drips is given up long before its time is over: other pages of the host wait for it."""

from __future__ import annotations

import time
from typing import Self
from weakref import WeakKeyDictionary

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import StopDownload
from scrapy.http import Request

PATIENCE = 5.0
"""Seconds from the first byte of a body in which any rate will do."""
LEAST = 1000
"""Bytes a second: at that rate no page would be there before ``DOWNLOAD_TIMEOUT``."""


class Rate:
    """Stop a download whose body comes more slowly than ``LEAST``; the request fails as ``StopDownload``."""

    def __init__(self) -> None:
        self._bodies: WeakKeyDictionary[Request, tuple[float, int]] = WeakKeyDictionary()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the extension and have it see arriving bytes."""
        extension = cls()
        crawler.signals.connect(extension.bytes_received, signals.bytes_received)
        return extension

    def bytes_received(self, data: bytes, request: Request) -> None:
        """Count what came; raise ``StopDownload`` where it is too little."""
        now = time.monotonic()
        begun, count = self._bodies.get(request, (now, 0))
        self._bodies[request] = (begun, count + len(data))
        if now - begun > PATIENCE and count + len(data) < LEAST * (now - begun):
            raise StopDownload(fail=True)
