"""Credits that wires set in their captions without brackets or labels: chains at the end, Korean heads, Chinese issues."""

from __future__ import annotations

import re

from crawler.evidence import Context
from crawler.normalise.agencies import cut_last, find_agency
from crawler.normalise.captions.shapes import credit_shape, labelled
from crawler.normalise.lexicon import words
from crawler.normalise.names import looks_like_person
from crawler.normalise.visible import begins_small

_WORD = re.compile(r"[^\s/]+")
ISSUED = re.compile(r"[\u3400-\u9fff]{2,5}[社网报][发發]$")
"""A Chinese agency that hands on what the photographer in brackets behind it made: ``新华社发（龙巍摄）``."""
_HEAD = re.compile(
    r"[(\[][가-힣]{1,8}=(?P<house>[가-힣A-Za-z\d]{2,10})[)\]]\s*(?P<name>[가-힣]{2,4})\s?(?:선임|인턴)?기자\s*=\s*"
)
_EQUALS = re.compile(r"(?<=[\u3040-\u9fff）」])[＝=](?P<house>[^\s＝=、。]{2,14})$")
_LEAST, _TAIL = 3, 40
"""Characters of the shortest caption before the Japanese sign, and of the longest house behind it."""
_SIGN = re.compile(r"\s+[–—|]\s+|\s+-\s+|(?<=[^\W\d_A-Z])\.\s+(?=[A-ZÀ-Þ])")
_TELLING = (1, 3)
"""Small words that make a caption of what follows a dash, and of what follows a full stop."""
_LABEL = 30
"""Characters of the longest label and its colon."""
_REACH = 120
"""Characters of the title that stands before the head."""


def cut_wire_head(text: str) -> tuple[str, str | None]:
    """The caption without the head of a Korean wire, and the credit that the head is: ``(서울=연합뉴스) 홍길동 기자 = …``."""
    head = _HEAD.search(text, 0, _REACH) if "=" in text[:_REACH] else None
    if head is None:
        return text, None
    return f"{text[: head.start()]}{text[head.end() :]}".strip(), f"{head['house']} {head['name']} 기자"


def cut_leading_credit(text: str, context: Context) -> tuple[str, str | None]:
    """The caption without the credit that stands before it: ``Foto: Jane Doe – Das Rathaus im Winter``."""
    for sign in _SIGN.finditer(text, 0, _REACH) if ":" in text[:_LABEL] else ():
        credit, rest = text[: sign.start()].rstrip(), text[sign.end() :]
        told = sum(begins_small(word) for word in rest.split())
        if told < _TELLING[sign[0].strip() == "."] or labelled(credit) != "label":
            continue
        shapes = ("", "house", "person") if told > 1 else ("",)
        if credit_shape(credit, context) == "label" and credit_shape(rest.rstrip("."), context) in shapes:
            return rest, credit
    return text, None


def find_chain(text: str, context: Context) -> tuple[int, str] | None:
    """``… in Washington DC Stefan Rousseau/via Reuters``: two words of a name, or an agency, right before the slash."""
    slash = text.find("/", max(0, len(text) - 90))
    if slash < 0:
        return _wire(text)
    parts = list(_WORD.finditer(text[:slash].rstrip()))
    for count in (4, 3, 2, 1):
        if len(parts) <= count:
            continue
        start = parts[-count].start()
        name = text[start:slash].strip()
        named = find_agency(name) or (count > 1 and looks_like_person(name) and _named(parts, count))
        if named and credit_shape(text[start:], context) == "agency":
            return start, "chain"
    return None


def _named(parts: list[re.Match[str]], count: int) -> bool:
    """Whether the last words are a name by themselves: two, or more with particles or initials between."""
    between = [word[0] for word in parts[-count + 1 : -1]] if count > 2 else []
    return all(word.islower() or word.rstrip(".").isupper() for word in between)


def _wire(text: str) -> tuple[int, str] | None:
    """``… East Sussex, during strong winds PA``, ``… who threatened them AFP via Getty``: behind a caption without a stop."""
    head, _, via = text.rpartition(" via ")
    before = head if find_agency(via) else text
    while last := cut_last(before):
        if last[1].kind not in ("wire", "photo"):
            return None
        before = last[0].removesuffix(" via")
    words_before = before.split()
    if before == text or len(words_before) < 5 or not text[len(before) :].lstrip()[0].isupper():
        return None
    lone = words_before[-1].casefold()
    sentence = lone in words("caption_introductions") or not lone.isalnum()
    return None if sentence else (len(before) + 1, "chain")


def find_house(text: str, context: Context) -> tuple[int, str] | None:
    """``記者会見する首相＝共同``: the wire behind the Japanese sign, and not the Korean pair ``로이터=연합뉴스``."""
    sign = _EQUALS.search(text, max(0, len(text) - _TAIL))
    before = text[: sign.start()] if sign else ""
    if sign is None or len(before) < _LEAST or credit_shape(before, context) == "agency":
        return None
    return (sign.start("house"), "separator") if credit_shape(sign["house"], context) == "agency" else None
