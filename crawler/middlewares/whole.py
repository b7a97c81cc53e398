"""Half a page is no page, and one of a million elements is a trap: both are refused before anything reads them.

Scrapy gives what it could unpack of a body that was cut short. A gzip file ends with the length of what it holds, so one
comparison tells; where that fails, and for the other encodings, the stream is read again.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from typing import Self

import brotli
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import IgnoreRequest, ResponseDataLossError
from scrapy.http import Request, Response

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

__all__ = ["MOST_TAGS", "PackedMiddleware", "WholeMiddleware", "is_whole", "zstd"]

_PACKED = "packed_body"
_TRAILER = 4
_PIECE = 1 << 20
MOST_TAGS = 300_000
"""Start and end tags of a page: the largest of a thousand saved news pages has 22,000; two million take half a gigabyte."""


class PackedMiddleware:
    """Stand between the network and ``HttpCompressionMiddleware``: keep the packed bytes at hand."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Note the packed body of an answer, and how it was packed last."""
        names = b",".join(response.headers.getlist("Content-Encoding")).lower().split(b",")
        outer = names[-1].strip().decode("latin-1").removeprefix("x-")
        if outer in _ENDS and request.method != "HEAD":
            request.meta[_PACKED] = (outer, response.body)
        return response


class WholeMiddleware:
    """Stand behind ``HttpCompressionMiddleware``: ask again for a body that was cut short, as for any that breaks off.

    Raises ``ResponseDataLossError`` where it was asked for often enough, ``IgnoreRequest`` for a body of too many tags.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response | Request:
        """Compare what was unpacked with what the packed body says it holds."""
        encoding, packed = request.meta.pop(_PACKED, ("", b""))
        if packed and not is_whole(encoding, packed, len(response.body)):
            self.crawler.stats.inc_value("whole/cut_short")
            assert self.crawler.spider is not None
            again = get_retry_request(request, spider=self.crawler.spider, reason="cut short")
            if again is None:
                raise ResponseDataLossError(f"the {encoding} stream ends before its end")
            return again
        if response.body.count(b"<") > MOST_TAGS:
            raise IgnoreRequest(f"more than {MOST_TAGS} tags")
        return response


def is_whole(encoding: str, packed: bytes, length: int) -> bool:
    """Whether a packed body that unpacks to ``length`` bytes came to its end; ``encoding`` is gzip, deflate, br or zstd."""
    if encoding == "gzip" and int.from_bytes(packed[-_TRAILER:], "little") == length & 0xFFFFFFFF:
        return True
    try:
        return _ENDS[encoding](packed)
    except (zlib.error, brotli.error, zstd.ZstdError, EOFError):
        return False


def _zlib_ends(packed: bytes, *, window: int = zlib.MAX_WBITS) -> bool:
    stream = zlib.decompressobj(window)
    while packed and not stream.eof:
        packed = stream.unconsumed_tail if stream.decompress(packed, _PIECE) else b""
    return stream.eof


def _gzip_ends(packed: bytes) -> bool:
    return _zlib_ends(packed, window=zlib.MAX_WBITS | 16)


def _deflate_ends(packed: bytes) -> bool:
    """Some servers leave out the stream's head."""
    try:
        return _zlib_ends(packed)
    except zlib.error:
        return _zlib_ends(packed, window=-zlib.MAX_WBITS)


def _brotli_ends(packed: bytes) -> bool:
    stream = brotli.Decompressor()
    while stream.process(packed, output_buffer_limit=_PIECE):
        packed = b""
    return bool(stream.is_finished())


def _zstd_ends(packed: bytes) -> bool:
    """A body may be of several frames: the last must be whole."""
    while packed:
        stream = zstd.ZstdDecompressor()
        while not stream.eof and stream.decompress(packed, _PIECE):
            packed = b""
        if not stream.eof:
            return False
        packed = stream.unused_data
    return True


_ENDS: dict[str, Callable[[bytes], bool]] = {
    "gzip": _gzip_ends,
    "deflate": _deflate_ends,
    "br": _brotli_ends,
    "zstd": _zstd_ends,
}
