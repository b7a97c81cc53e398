"""From a page as it came to clean UTF-8 bytes, by the rules of the WHATWG and what servers really send."""

from __future__ import annotations

import re

from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding, to_unicode

from crawler.extract.page.charsets import WESTERN, detect, is_foreign
from crawler.extract.page.taming import tame

MAX_BYTES = 10_000_000
"""What is beyond is not read: no article is that long, and a page without end must not cost a run."""
_MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"OggS", b"ID3", b"wOFF")
_CONTROLS = bytes(range(0x09)) + bytes(range(0x0E, 0x1B)) + bytes(range(0x1C, 0x20))
_FEW_CONTROLS = 50
"""One in so many: text has next to none of them, bytes at random one in ten."""
_BROKEN = "\ufffd".encode()
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
"""Half a character of UTF-16, as some systems write it: the rest of the page is UTF-8."""
_FEW_BROKEN = 30
"""One replacement in so many bytes beyond ASCII is a slip, more are another encoding."""
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_FOREIGN = re.compile(
    rb"\s*(?:[\[{]\s*[\"{\[]|(?:(?:<\?[^>]{0,500}>|<!--[^>]{0,2000}-->)\s*){0,5}"
    rb"<(?:rss|feed|urlset|sitemapindex|rdf:RDF|opml|Error)[\s>])"
)
"""How feeds, sitemaps and JSON begin."""
_SEVEN_BIT = ("iso2022", "hz")


def decode(html: bytes | str, *, charset: str | None = None) -> tuple[bytes, str | None]:
    """The page as UTF-8 without NUL or mark, and why it can be no page (``empty``, ``binary``, ``not HTML``), else ``None``.

    Order: byte-order mark; UTF-8 where the bytes are UTF-8; the header's charset; the page's own
    declaration, where it reads well; UTF-8 where few bytes offend; what ``charsets`` detects.
    """
    if isinstance(html, str):
        return _checked(html[:MAX_BYTES].encode("utf-8", "replace"))
    body = html[:MAX_BYTES]
    marked, mark = read_bom(body)
    encoding = marked or _unmarked_utf16(body)
    if encoding is not None:
        return _checked(_recode(body[len(mark or b"") :], encoding))
    if _is_binary(body):
        return b"", "binary"
    return _checked(_undeclared(body, charset))


def _checked(body: bytes) -> tuple[bytes, str | None]:
    body = tame(body.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf"))
    if not body.strip():
        return b"", "empty"
    return (b"", "not HTML") if _FOREIGN.match(body) else (body, None)


def _is_binary(body: bytes) -> bool:
    head = body[:4096]
    return head.startswith(_MAGIC) or len(head) - len(head.translate(None, _CONTROLS)) > max(8, len(head) // _FEW_CONTROLS)


def _unmarked_utf16(body: bytes) -> str | None:
    """Markup is mostly ASCII: in UTF-16 nearly every second byte of its head is NUL."""
    head = body[:512]
    odd, even, half = head[1::2].count(0), head[::2].count(0), len(head) // 2
    if b"<" not in head or half < 8:
        return None
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.1 else None


def _undeclared(body: bytes, charset: str | None) -> bytes:
    """Bytes without a mark: valid UTF-8 beats what is declared, except for encodings that use ASCII bytes only."""
    stated = (resolve_encoding(charset) if charset else None, html_body_declared_encoding(body))
    declared = [encoding for encoding in stated if encoding]
    if declared and declared[0].startswith(_SEVEN_BIT):
        return _recode(body, declared[0])
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(body, next((encoding for encoding in declared if encoding != "utf-8"), None))
    return body


def _legacy(body: bytes, declared: str | None) -> bytes:
    """UTF-8 with a few broken bytes (a cut, a foreign widget) is still UTF-8; ``declared`` is something else, or nothing."""
    text = _SURROGATE.sub(_BROKEN, body).decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    if sound > 20 * broken or (declared in (None, WESTERN) and sound > broken) or not broken - len(_SURROGATE.findall(body)):
        return text.encode("utf-8")
    return _believed(body, declared) or _recode(body, detect(body))


def _believed(body: bytes, declared: str | None) -> bytes | None:
    """The page as declared; ``None`` where nothing is, where much of it comes out broken, or where it is no Latin text."""
    if declared is None or (declared == WESTERN and is_foreign(body)):
        return None
    read = _recode(body, declared)
    return None if read.count(_BROKEN) * _FEW_BROKEN > len(read) - len(read.translate(None, _BEYOND_ASCII)) else read


def _recode(body: bytes, encoding: str) -> bytes:
    """In UTF-8; a codec that is none for text (``hex``, ``idna``) is one that nobody meant."""
    try:
        return to_unicode(body, encoding).encode("utf-8", "replace")
    except (LookupError, UnicodeError, ValueError):
        return body.decode("utf-8", "replace").encode("utf-8")
