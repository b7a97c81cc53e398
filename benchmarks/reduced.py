"""Pages robbed of what tells their parts apart: class names hashed, structured data taken out, telling elements made plain.

What a reading owes to names of templates that it knows falls away; what is left rests on structure and language, as on a site
whose class names a program made, or whose pages say nothing to machines.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable

from crawler.extract.page.encoding import decode

_CODE = re.compile(r"(<(script|style|svg)\b.*?</\2>)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_NAMES = re.compile(
    r"(\s(?:class|id|data-(?:testid|test|qa|component|module|type|region|tb-region))\s*=\s*)(?:\"([^\"{]*)\"|'([^'{]*)')",
    re.IGNORECASE,
)
_STRUCTURED = re.compile(r"<script[^>]*application/ld\+json[^>]*>.*?</script>", re.IGNORECASE | re.DOTALL)
_TELLING = re.compile(r"<(/?)(?:article|main|section|header|footer|aside|nav|figure|figcaption|address)\b", re.IGNORECASE)
_LETTERS = str.maketrans("abcdef", "ghjkmn")
"""Letters of a digest for those that "ad" and the like are made of."""


def without_classes(html: str) -> str:
    """Each word of class, id and test names hashed, the same word always to the same; code is left as it is."""
    parts = _CODE.split(html)
    # The split gives text, code, the code's tag, text …: every third is text.
    return "".join(_hashed_tags(part) if number % 3 == 0 else part for number, part in enumerate(parts) if number % 3 < 2)


def without_jsonld(html: str) -> str:
    """No JSON-LD."""
    return _STRUCTURED.sub("", html)


def without_tags(html: str) -> str:
    """``div`` for ``article``, ``figure``, ``figcaption``, ``nav`` and their like."""
    return _TELLING.sub(r"<\1div", html)


REDUCTIONS: dict[str, Callable[[str], str]] = {
    "classes": without_classes,
    "jsonld": without_jsonld,
    "tags": without_tags,
}


def reduce(html: bytes, names: Iterable[str]) -> bytes:
    """The page after the reductions of these names, as UTF-8 with a mark that says so."""
    text = decode(html)[0].decode("utf-8", "replace")
    for name in names:
        text = REDUCTIONS[name](text)
    return text.encode("utf-8-sig")


def _hashed_tags(text: str) -> str:
    return _TAG.sub(lambda tag: _NAMES.sub(_hashed, tag[0]), text)


def _hashed(found: re.Match[str]) -> str:
    words = (found[2] or found[3] or "").split()
    return f'{found[1]}"{" ".join(map(_hash, words))}"'


def _hash(word: str) -> str:
    return "c" + hashlib.sha256(word.encode()).hexdigest()[:6].translate(_LETTERS)
