"""Half a page is no page, and one of a million elements is a trap: both are refused before anything reads them.

Scrapy gives what it could unpack of a gzip body that was cut short. A gzip file ends with the length of what it holds, so
one comparison tells; only where that fails the stream is read again.
"""

from __future__ import annotations

import zlib
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, ResponseDataLossError
from scrapy.http import Request, Response
from scrapy.statscollectors import StatsCollector

_PACKED = "packed_body"
_TRAILER = 4
MOST_TAGS = 300_000
"""Start and end tags of a page: the largest of a thousand saved news pages has 22,000; two million take half a gigabyte."""


class PackedMiddleware:
    """Stand between the network and ``HttpCompressionMiddleware``: keep the packed bytes at hand."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Note the packed body of a gzip answer."""
        if (response.headers.get("Content-Encoding") or b"").strip().lower() in (b"gzip", b"x-gzip"):
            request.meta[_PACKED] = response.body
        return response


class WholeMiddleware:
    """Stand behind ``HttpCompressionMiddleware``: raise ``ResponseDataLossError`` for a body that was cut short,
    ``IgnoreRequest`` for one of too many tags.
    """

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware."""
        return cls(crawler.stats)

    def process_response(self, request: Request, response: Response) -> Response:
        """Compare what was unpacked with what the packed body says it holds."""
        packed = request.meta.pop(_PACKED, None)
        if packed and not is_whole(packed, len(response.body)):
            self.stats.inc_value("whole/cut_short")
            raise ResponseDataLossError("the gzip stream ends before its end")
        if response.body.count(b"<") > MOST_TAGS:
            raise IgnoreRequest(f"more than {MOST_TAGS} tags")
        return response


def is_whole(packed: bytes, length: int) -> bool:
    """Whether a gzip body that unpacks to ``length`` bytes came to its end."""
    if int.from_bytes(packed[-_TRAILER:], "little") == length & 0xFFFFFFFF:
        return True
    stream = zlib.decompressobj(31)
    try:
        while packed and not stream.eof:
            packed = stream.unconsumed_tail if stream.decompress(packed, 1 << 20) else b""
    except zlib.error:
        return False
    return stream.eof
