"""From a page as it came to clean UTF-8 bytes, by the rules of the WHATWG and what servers really send."""

from __future__ import annotations

import re

from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding, to_unicode

from crawler.extract.taming import tame

MAX_BYTES = 10_000_000
"""What is beyond is not read: no article is that long, and a page without end must not cost a run."""
_MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"OggS", b"ID3", b"wOFF")
_CONTROLS = bytes(range(0x09)) + bytes(range(0x0E, 0x1B)) + bytes(range(0x1C, 0x20))
_FEW_CONTROLS = 50
"""One in so many: text has next to none of them, bytes at random one in ten."""
_FOREIGN = re.compile(
    rb"\s*(?:[\[{]\s*[\"{\[]|(?:(?:<\?[^>]{0,500}>|<!--[^>]{0,2000}-->)\s*){0,5}"
    rb"<(?:rss|feed|urlset|sitemapindex|rdf:RDF|opml|Error)[\s>])"
)
"""How feeds, sitemaps and JSON begin."""
_SEVEN_BIT = ("iso2022", "hz")
_LANGUAGE = re.compile(rb"<html[^>]{0,300}?\slang\s*=\s*[\"']?([a-z]{2}(?:-[a-z]+)?)", re.IGNORECASE)
_JAPANESE = ("euc_jp", "cp932")
_OF_LANGUAGES = {
    "ja": _JAPANESE,
    "zh-tw": ("big5",),
    "zh-hk": ("big5",),
    "zh-hant": ("big5",),
    "zh": ("gb18030",),
    "ko": ("cp949",),
    "th": ("cp874",),
    "el": ("cp1253",),
    "tr": ("cp1254",),
    "he": ("cp1255",),
    "ar": ("cp1256",),
    **dict.fromkeys(("ru", "uk", "bg", "be", "mk"), ("cp1251",)),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "ro", "hr", "sl"), ("cp1250",)),
    **dict.fromkeys(("lt", "lv", "et"), ("cp1257",)),
}
"""What pages of a language were written in before UTF-8; Japanese bytes that fit EUC fit Shift_JIS too, not the other way."""
_KANA = re.compile("[\u3041-\u30ff]")


def decode(html: bytes | str, *, charset: str | None = None) -> tuple[bytes, str | None]:
    """The page as UTF-8 without NUL or mark, and why it can be no page (``empty``, ``binary``, ``not HTML``), else ``None``.

    Order: byte-order mark; UTF-8 where the bytes are UTF-8; the header's charset; the page's own
    declaration; UTF-8 where few bytes offend; what pages of its language were written in; Windows-1252.
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
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    if sound > 20 * broken or (declared is None and sound > broken):
        return text.encode("utf-8")
    return _recode(body, declared or _guessed(body))


def _guessed(body: bytes) -> str:
    """By the page's language, or by the kana it holds, the encoding that all its bytes fit."""
    stated = _LANGUAGE.search(body[:4096])
    language = stated[1].decode().lower() if stated else ""
    names = _OF_LANGUAGES.get(language) or _OF_LANGUAGES.get(language[:2]) or (() if language else _JAPANESE)
    for name in names:
        try:
            text = body.decode(name)
        except UnicodeDecodeError:
            continue
        if name not in _JAPANESE or 8 * len(_KANA.findall(text)) > sum(letter > "\x7f" for letter in text):
            return name
    return "cp1252"


def _recode(body: bytes, encoding: str) -> bytes:
    """In UTF-8; a codec that is none for text (``hex``, ``idna``) is one that nobody meant."""
    try:
        return to_unicode(body, encoding).encode("utf-8", "replace")
    except (LookupError, UnicodeError, ValueError):
        return body.decode("utf-8", "replace").encode("utf-8")
