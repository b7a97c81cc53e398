"""How published files are compressed: not at all, gzip, or Zstandard. The same lines give the same bytes, always."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from importlib import import_module
from typing import Any, BinaryIO, cast

SUFFIXES = {None: ".jsonl", "gzip": ".jsonl.gz", "zstd": ".jsonl.zst"}
"""Compression -> end of the file's name."""


def packed(target: BinaryIO, compression: str | None) -> AbstractContextManager[BinaryIO]:
    """Give a stream that compresses into ``target`` and leaves that open."""
    if compression == "gzip":
        return cast("AbstractContextManager[BinaryIO]", gzip.GzipFile(filename="", mode="wb", fileobj=target, mtime=0))
    if compression == "zstd":
        return cast("AbstractContextManager[BinaryIO]", _zstd().ZstdFile(target, "wb"))
    return _Plain(target)


def unpacked(data: bytes, name: str) -> bytes:
    """Give a published file's lines; of a damaged file whatever can be read."""
    if name.endswith(".gz"):
        return _as_far_as_it_goes(data, zlib.decompressobj(31).decompress, zlib.error)
    if name.endswith(".zst"):
        return _as_far_as_it_goes(data, _zstd().ZstdDecompressor().decompress, _zstd().ZstdError)
    return data


def compression_of(name: str) -> str | None:
    """Give the compression that a published file's name says."""
    return next(kind for kind, suffix in SUFFIXES.items() if name.endswith(suffix))


class _Plain(AbstractContextManager[BinaryIO]):
    def __init__(self, target: BinaryIO) -> None:
        self._target = target

    def __enter__(self) -> BinaryIO:
        return self._target

    def __exit__(self, *_: object) -> None:
        self._target.flush()


def _zstd() -> Any:
    try:
        return import_module("compression.zstd")
    except ModuleNotFoundError:
        return import_module("backports.zstd")


def _as_far_as_it_goes(data: bytes, decompress: Callable[[bytes], bytes], error: type[Exception]) -> bytes:
    parts: list[bytes] = []
    with suppress(error, EOFError):
        parts.extend(decompress(data[start : start + 4096]) for start in range(0, len(data), 4096))
    return b"".join(parts)
