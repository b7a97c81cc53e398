"""Which addresses show the same picture file."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

_SIZE = re.compile(
    r"(?:[-_.@](?:\d{2,5}x\d{0,5}|\d{2,4}px|[wh][-_]?\d{2,4}|\d(?:\.\d)?x|scaled|large|medium|small|thumb(?:nail)?|orig(?:inal)?|crop|"
    r"e\d{10,}))+$",
    re.IGNORECASE,
)
_HASH = re.compile(r"[\da-f]{32,}")
"""A file's fingerprint: what stands behind it in the name is of the version ("…9fe1-s1200-c85.webp")."""
_TAIL = 100
"""Characters at a stem's end that may be its sizes."""
_MOST_PROXIES = 5
_INNER = frozenset({"url", "src", "image", "img", "source"})
_ADDRESS = re.compile(r"https?://[^?#]+\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)", re.IGNORECASE)
"""A picture's whole address, whatever a proxy calls it."""
_SHORTEST = 8
"""Characters of a file's stem from which on it names one picture on a page: the shortest generic one is "original"."""
_GENERIC = re.compile(
    r"(?:image|original|default|large|photo|picture|master|resize|crop|ratio|file|16x9)[-_\d]*|[\d_x-]{1,9}", re.IGNORECASE
)


def picture_key(url: str) -> str:
    """Give what all sizes and formats of one picture have in common.

    It is the file's stem without size words where that is telling (eight characters and more), else host and path; an address
    within the query (image proxies) counts as the address.

    >>> picture_key("https://cdn.example/2024/storm-at-sea-1024x683.jpg?w=640") == picture_key("/img/storm-at-sea.webp")
    True
    """
    return _key(url, _MOST_PROXIES)


def _key(url: str, within: int) -> str:
    """The key; ``within`` are the addresses in addresses that are still looked into."""
    try:
        parts = urlsplit(url)
        query = parse_qsl(parts.query)
    except ValueError:
        return url
    inside = (value for name, value in query if "/" in value and (name in _INNER or _ADDRESS.match(value)) and value != url)
    inner = next(inside, None)
    if inner:
        return _key(inner, within - 1) if len(inner) < len(url) and within else inner
    stem = unquote(parts.path).rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold()
    found = _HASH.search(stem)
    bare = stem[: found.end()] if found else stem[:-_TAIL] + _SIZE.sub("", stem[-_TAIL:])
    if len(bare) >= _SHORTEST and not _GENERIC.fullmatch(bare):
        return bare
    return f"{parts.netloc}{parts.path}?{parts.query if '.' not in parts.path.rsplit('/', 1)[-1] else ''}".casefold()
