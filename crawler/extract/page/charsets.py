"""In which encoding bytes are that are not UTF-8 and that nobody named, or named wrongly.

Detection is charset-normalizer's, among the encodings that news pages of a language are in; of those, each first one is what
the HTML standard has browsers fall back to (section "determining the character encoding").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

WESTERN = "cp1252"
_LATIN = frozenset(("cp1250", "cp1252", "cp1254", "cp1257", "iso8859_2", "iso8859_9"))
_BY_LANGUAGE = {
    **dict.fromkeys(
        ("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"), ("cp1251", "koi8_r", "iso8859_5", "cp866")
    ),
    **dict.fromkeys(("cs", "hr", "sk", "hu", "pl", "sl", "ro"), ("cp1250", "iso8859_2")),
    **dict.fromkeys(("et", "lt", "lv"), ("cp1257",)),
    **dict.fromkeys(("tr", "ku", "az"), ("cp1254",)),
    **dict.fromkeys(("ar", "fa", "ur"), ("cp1256",)),
    **dict.fromkeys(("he", "iw", "yi"), ("cp1255",)),
    "el": ("iso8859_7", "cp1253"),
    "ja": ("cp932", "euc_jp"),
    "ko": ("cp949",),
    "th": ("cp874",),
    "vi": ("cp1258",),
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-hant"), ("big5",)),
    "zh": ("gb18030", "big5"),
}
_ANY = (
    *("cp932", "euc_jp", "euc_kr", "gb18030", "big5", "cp1251", "koi8_r"),
    *("cp1252", "cp1250", "cp1254", "cp1256", "iso8859_7", "cp874"),
)
_LANGUAGE = re.compile(rb"<html\b[^<>]{0,500}?\blang\s{0,9}=\s{0,9}[\"']?([a-zA-Z]{2,3}(?:-[a-zA-Z]{2,4})?)", re.IGNORECASE)
_KANA = re.compile("[\u3041-\u30ff]")
_TAG = re.compile(rb"<[^<>]*>")
_HEAD = 4096
_READ = 400_000
_ENOUGH = 20_000
_BEYOND = bytes(range(0x80, 0x100))
_LETTERS = bytes(range(0x41, 0x5B)) + bytes(range(0x61, 0x7B))
_LEAST = 30
"""Bytes beyond ASCII from which on they tell anything."""
_FOREIGN = 0.4
"""The share of letters beyond ASCII from which on a text is in no Latin script; Vietnamese and Polish stay below a third."""


def detect(body: bytes) -> str:
    """Name the encoding of a page that is not UTF-8; Windows-1252 where nothing speaks for another."""
    sample = b" ".join(_texts(body))
    usual = _usual(body) or (("euc_jp",) if _holds_kana(sample, "euc_jp") else ())
    fitting = [name for name in usual if _fits(sample, name)] or list(usual)
    if len(fitting) == 1:
        return fitting[0]
    telling = _count(sample, _BEYOND) >= _LEAST
    best = from_bytes(sample, cp_isolation=fitting or list(_ANY)).best() if telling else None
    if best is None:
        return fitting[0] if fitting else WESTERN
    return WESTERN if not usual and best.encoding in _LATIN else best.encoding


def _usual(body: bytes) -> tuple[str, ...]:
    """The encodings of the language that the page names; none where it names none, or one that these do not help with."""
    found = _LANGUAGE.search(body[:_HEAD])
    language = found[1].decode().lower() if found else ""
    return _BY_LANGUAGE.get(language) or _BY_LANGUAGE.get(language.partition("-")[0], ())


def _holds_kana(sample: bytes, name: str) -> bool:
    """Whether a sample reads as Japanese: bytes of Chinese and Korean texts give next to no kana."""
    text = sample.decode(name, "replace")
    return "\ufffd" not in text and 8 * len(_KANA.findall(text)) > sum(letter > "\x7f" for letter in text)


def _fits(sample: bytes, name: str) -> bool:
    try:
        sample.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def is_foreign(body: bytes) -> bool:
    """Whether a page's text is in no Latin script, so that a Latin encoding cannot be its own."""
    sample = b"".join(_texts(body))
    beyond, letters = _count(sample, _BEYOND), _count(sample, _LETTERS)
    return beyond >= _LEAST and beyond > _FOREIGN * (beyond + letters)


def _count(sample: bytes, wanted: bytes) -> int:
    return len(sample) - len(sample.translate(None, wanted))


def _texts(body: bytes) -> Iterator[bytes]:
    """What stands between tags and is not all ASCII, up to enough of it."""
    left = _ENOUGH
    for piece in _TAG.split(body[:_READ]):
        if not piece.isascii():
            left -= len(piece)
            if left < 0:
                return
            yield piece.strip()
