"""The words of a credit line that name nobody: labels, kinds of picture, links, noise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crawler.normalise.agencies import find_agency
from crawler.normalise.lexicon import rows
from crawler.normalise.names import looks_like_person
from crawler.normalise.phrases import Match, Phrases
from crawler.normalise.visible import begins_small

_AFTER_LABEL = re.compile(r"\s*(?:[:：=＝•|∶・՝፡፦៖]+|\.{3}|…)\s*|\s*\n\s*|\s+[-–—]\s+")
_AFTER_SOURCE = re.compile(r"\s*(?:,\s+|[，،]\s*)")
_AFTER_PICTURE = re.compile(r"\s*[/／]\s*")
_BLANK = re.compile(r"\s+|(?=[©ⓒ(@\[])")
_COPYRIGHT = re.compile(r"\s*(?:©|ⓒ|\(c\)|copyright\b|photo\b|foto\b)", re.IGNORECASE)
_GIVEN = re.compile(
    r"(?<=[\u3040-\u9fff가-힣])\s*(?:提供写真|提供|供图|供圖|제공)$|(?<=[A-Z])\s(?P<file>FILE|File)$"
    r"|(?<=[\u3400-\u9fff])(?P<kept>(?:資料|檔案|资料|档案)(?:照片?|圖片?|图片?|写真))$"
)
_THAI = re.compile(r"[([]?(?:ขอบคุณ|เครดิต)?(?:ภาพ|รูป|คลิป)(?:ถ่าย|ประกอบ|ข่าว)?(?:จาก|โดย)\s*[:：]?\s*(?=\S)")
"""Thai for "picture by" and "picture from", which no blank parts from the name."""
_FIRST_LINK = re.compile(r"[/|,(–—]")
_HAN_FROM = re.compile(r"(?:(?<=[图圖片面照像][来來]自)|(?<=^[图圖]源))(?=[^\s:：])")
"""Where a label ends and the house begins that no blank parts from it: ``题图来自视觉中国``."""
_TERMS = re.compile(
    r"\b(?:honorarfrei|verwendung gemäß|this image has been supplied|mandatory credit|no resales|no archives|"
    r"(?:for )?editorial use only)\b",
    re.IGNORECASE,
)
_BEFORE_TERMS = " \n\t\u00a0,;.–-"
_LICENCE = re.compile(
    r"\(?\b(?:CC[\s-]?(?:0|BY)(?:[\s-]?(?:SA|NC|ND))*|creative\s+commons(?:\s+\(?[A-Z]{2}(?:[\s-][A-Z]{2})*\)?)?)"
    r"(?:[\s-]*\d\.\d)?(?:\s+(?:DEED|[A-Z]{2}\b))?\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A phrase before a name: its craft (photo, source, copyright …) and whether it needs a colon."""

    craft: str
    stands: str


@dataclass(frozen=True, slots=True)
class Usage:
    """A phrase that says what kind of picture it is, and whether names may stand beside it.

    ``languages`` are those in which it says so, none for all; one with a minus is excepted.
    """

    value: str
    edge: bool
    languages: tuple[str, ...] = ()

    def counts(self, language: str | None) -> bool:
        """Whether the phrase says so in a text of that language."""
        excepted = f"-{language}" in self.languages
        return not excepted and (language in self.languages or all(name.startswith("-") for name in self.languages))


@dataclass(frozen=True, slots=True)
class Head:
    """What was taken off the head of a text, and the rest of it."""

    rest: str
    craft: str | None = None
    usage: str | None = None


@cache
def labels() -> Phrases[Label]:
    """The credit labels of all languages."""
    leads = ((row[0], Label("photo", row[1])) for row in rows("lead_picture_labels"))
    return Phrases((*((row[0], Label(row[1], row[2])) for row in rows("credit_labels")), *leads))


@cache
def lead_labels() -> Phrases[str]:
    """Those that name the page's opening picture."""
    return Phrases((row[0], row[0]) for row in rows("lead_picture_labels"))


@cache
def usages() -> Phrases[Usage]:
    """The words for archive, handout, screenshot and their like."""
    return Phrases(
        (row[0], Usage(row[1], row[2] == "edge", tuple(row[3].split()) if len(row) > 3 else ())) for row in rows("usage_words")
    )


@cache
def platforms() -> Phrases[str]:
    """Social networks and video platforms."""
    return Phrases((row[0], row[0]) for row in rows("credit_platforms"))


@cache
def _links() -> Phrases[str]:
    return Phrases((row[0], row[0]) for row in rows("credit_links"))


@cache
def _noise() -> Phrases[str]:
    return Phrases((row[0], row[1]) for row in rows("credit_noise"))


def spaced(text: str) -> str:
    """The text with a blank between a Chinese label and the house behind it."""
    return _HAN_FROM.sub(" ", text, count=1) if "自" in text or "源" in text else text


def cut_head(text: str) -> Head | None:
    """Take the label or the word for the kind of picture off the head; ``None`` where the text has neither.

    A label counts with a colon, a bar or a line end after it, or bare where its list allows and what follows
    is no agency's name of which it is the first word.
    """
    text = spaced(text)
    if given := _THAI.match(text):
        return Head(text[given.end() :], "photo")
    usage = usages().head(text)
    label = labels().head(text)
    if usage and (label is None or usage.end >= label.end):
        found = _cut_usage(text, usage)
        if found:
            return found
    return _cut_label(text, label) if label else None


def drop_label(text: str) -> str:
    """The text without label and colon at its head, where a phrase for the kind of picture holds both: ``Foto: istimewa``."""
    label = labels().head(text) if usages().whole(text) else None
    sign = _AFTER_LABEL.match(text[label.end :]) if label and label.start == 0 else None
    if label and label.start == 0 and label.value.craft == "copyright":
        return text[label.end :].lstrip(" ©ⓒ")
    return text[label.end + sign.end() :] if label and sign else text


def drop_terms(text: str) -> str:
    """The credit without the terms of use behind it: ``SWR/Hugo Jehle, honorarfrei - Verwendung gemäß der AGB …``."""
    terms = _TERMS.search(text)
    return (text[: terms.start()].rstrip(_BEFORE_TERMS) if terms else "") or text


def cut_tail(text: str) -> Head | None:
    """Take a label or a word for the kind of picture off the tail ("LRT nuotr.", "警視庁提供"); ``None`` for neither."""
    given = _GIVEN.search(text)
    if given and given.start() > 0:
        return Head(text[: given.start()], usage="archive" if given["file"] or given["kept"] else "handout")
    usage = usages().tail(text)
    if usage and usage.value.edge and usage.start > 0:
        return Head(text[: usage.start].rstrip(" ,:;(-–—=＝"), usage=usage.value.value)
    label = labels().tail(text)
    if label and label.value.stands in ("tail", "both") and label.start > 0:
        return Head(text[: label.start].rstrip(" ,:;(-–—=＝"), craft=label.value.craft)
    return None


def skip_link(text: str) -> str:
    """The text without a small word at its head ("von", "from the"), where more follows."""
    link = _links().head(text)
    if link and link.start == 0 and link.end < len(text) and text[link.end].isspace():
        return text[link.end :].lstrip(" :")
    return text


def is_noise(text: str) -> bool:
    """Whether the text is a statement of rights, a licence, or names staff nobody knows."""
    return _noise().whole(text) is not None or _LICENCE.fullmatch(text) is not None


def drop_rights(text: str) -> str:
    """The text without a Creative Commons note and without statements of rights at its edges."""
    if " " not in text:
        return text
    text = _LICENCE.sub(" ", text) if "CC" in text or "cc" in text or "ommons" in text else text
    tail = _noise().tail(text)
    if tail and tail.value == "rights" and tail.start > 0:
        text = text[: tail.start]
    head = _noise().head(text)
    return text[head.end :] if head and head.value == "rights" and text[head.end : head.end + 1] in ("", " ", ".") else text


def _cut_usage(text: str, usage: Match[Usage]) -> Head | None:
    rest = text[usage.end :]
    if not rest.strip(" .:"):
        return None if usage.value.languages else Head("", usage=usage.value.value)
    sign = _AFTER_LABEL.match(rest)
    if sign:
        return Head(rest[sign.end() :], usage=usage.value.value)
    if usage.value.edge and (rest[0] in " .(@\n" or text[usage.end - 1] == "."):
        return Head(skip_link(rest.lstrip(" .")), usage=usage.value.value)
    return None


def _cut_label(text: str, label: Match[Label]) -> Head | None:
    rest, craft = text[label.end :], label.value.craft
    sign = _AFTER_LABEL.match(rest) or (
        _AFTER_SOURCE.match(rest) if craft == "source" or " " in text[: label.end].strip() or text[0] > "\u0e00" else None
    )
    if sign is None and craft == "photo" and find_agency(text[: label.end]) is None:
        sign = _AFTER_PICTURE.match(rest)
    if sign:
        return Head(skip_link(rest[sign.end() :]), craft)
    if craft == "copyright" or not rest.strip():
        return Head(rest.lstrip(), craft)
    return Head(skip_link(rest.lstrip()), craft) if _bare(text, rest, label.value) else None


def _bare(text: str, rest: str, label: Label) -> bool:
    """Whether a label without colon is one: ``Photo by X``, ``Bild © X``, ``Foto dpa``, but not ``Image Source``."""
    if not _BLANK.match(rest) or find_agency(_FIRST_LINK.split(text, maxsplit=1)[0]):
        return False
    after = rest.strip()
    linked = skip_link(after)
    if _COPYRIGHT.match(rest) or linked != after:
        return linked == after or not begins_small(linked)
    return (
        label.stands in ("bare", "both")
        or find_agency(after) is not None
        or looks_like_person(_FIRST_LINK.split(after, maxsplit=1)[0].strip())
    )
