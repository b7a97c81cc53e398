"""Small forms of what is stored often: 64-bit keys, packed digests, times in seconds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import blake2b

from crawler.normalise.identity import OWN_FIELDS
from crawler.normalise.urls import clean_url, identity_key

_DIGEST_BYTES = 4
_EMPTY = bytes(_DIGEST_BYTES)


def key_of(text: str) -> int:
    """Give a text's 64-bit key, signed as SQLite's row ids are.

    Among ten million texts the odds of any two sharing one are 3 in a million.
    """
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def address_key(url: str) -> int:
    """Give the key that all views of a page share."""
    return key_of(identity_key(url))


def exact_key(url: str) -> int:
    """Give the key of this very address: views of one page have validators of their own."""
    return key_of(clean_url(url))


def pack(digests: Mapping[str, str]) -> bytes:
    """Pack the digests of the own fields, in their fixed order."""
    return b"".join(bytes.fromhex(digests[name])[:_DIGEST_BYTES] if name in digests else _EMPTY for name in OWN_FIELDS)


def unpack(packed: bytes | None) -> dict[str, str]:
    """Give the digests as they were packed; fields added since are absent."""
    whole = packed or b""
    cells = [whole[start : start + _DIGEST_BYTES] for start in range(0, len(whole), _DIGEST_BYTES)]
    return {name: cell.hex() for name, cell in zip(OWN_FIELDS, cells, strict=False) if cell != _EMPTY}


def iso(seconds: int | None) -> str | None:
    """Give a stored time as the line has it: UTC, ISO 8601."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds(text: str | None) -> int | None:
    """Give an ISO time in seconds since 1970; ``None`` for what is none."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return int((found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp())
