"""Half a page is no page, and one of a million elements is a trap: both are refused before anything reads them.

Scrapy gives what it could unpack of a body that was cut short. A gzip file ends with the length of what it holds, so one
comparison tells; where that fails, and for br and zstd, the stream is read again to see whether it comes to its end.
"""

from __future__ import annotations

import sys
import zlib
from typing import Self

import brotli
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, ResponseDataLossError
from scrapy.http import Request, Response
from scrapy.statscollectors import StatsCollector

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

__all__ = ["MOST_TAGS", "PackedMiddleware", "WholeMiddleware", "is_whole", "zstd"]

_GZIP = ("gzip", "x-gzip")
_PACKED = "packed_body"
_TRAILER = 4
MOST_TAGS = 300_000
"""Start and end tags of a page: the largest of a thousand saved news pages has 22,000; two million take half a gigabyte."""


class PackedMiddleware:
    """Stand between the network and ``HttpCompressionMiddleware``: keep the packed bytes at hand."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Note the packed body and how it is packed."""
        encoding = (response.headers.get("Content-Encoding") or b"").decode("latin-1").strip().lower()
        if encoding in (*_GZIP, "br", "zstd"):
            request.meta[_PACKED] = (encoding, response.body)
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
        encoding, packed = request.meta.pop(_PACKED, ("", b""))
        if packed and not is_whole(encoding, packed, len(response.body)):
            self.stats.inc_value("whole/cut_short")
            raise ResponseDataLossError(f"the {encoding} stream ends before its end")
        if response.body.count(b"<") > MOST_TAGS:
            raise IgnoreRequest(f"more than {MOST_TAGS} tags")
        return response


def is_whole(encoding: str, packed: bytes, length: int) -> bool:
    """Whether a packed body that unpacks to ``length`` bytes came to its end; ``encoding`` is gzip, br or zstd."""
    if encoding in _GZIP:
        return int.from_bytes(packed[-_TRAILER:], "little") == length & 0xFFFFFFFF or _ends_gzip(packed)
    return _ends_brotli(packed, length) if encoding == "br" else _ends_zstd(packed, length)


def _ends_gzip(packed: bytes) -> bool:
    stream = zlib.decompressobj(31)
    try:
        while packed and not stream.eof:
            packed = stream.unconsumed_tail if stream.decompress(packed, 1 << 20) else b""
    except zlib.error:
        return False
    return stream.eof


def _ends_brotli(packed: bytes, length: int) -> bool:
    stream = brotli.Decompressor()
    try:
        stream.process(packed, output_buffer_limit=length + 1)
        return bool(stream.is_finished())
    except brotli.error:
        return False


def _ends_zstd(packed: bytes, length: int) -> bool:
    """A body may be of several frames: the last must be whole."""
    try:
        while packed:
            stream = zstd.ZstdDecompressor()
            stream.decompress(packed, max_length=length + 1)
            if not stream.eof:
                return False
            packed = stream.unused_data
    except zstd.ZstdError:
        return False
    return True
