"""What stands in bylines beside the names: dates, reading times, addresses, handles, broken entities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crawler.normalise.lexicon import rows, table
from crawler.normalise.names import name_key

BREAK = "\x1f"
"""Stands between texts that the page parts by markup."""

_WIDE = str.maketrans(
    {
        **dict(zip("（）［］【】：；，／｜＆＠　＝．", "()[][]:;,/|&@ =.", strict=True)),
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
    }
)
_UNSEEN = re.compile(
    r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]"
    r"|(?<![\u0600-\u0eff])[\u200c\u200d]|(?<![\u094d\u09cd\u0acd\u0c4d\u0ccd\u0d4d])[\u200c\u200d](?![\u0600-\u0eff])"
)
"""Between letters of Persian and the scripts of India, and behind a virama, the joiners are part of the spelling."""
_ENTITY = re.compile(r"&(?:nbsp|#160|thinsp|shy|zwnj);?", re.IGNORECASE)
_AT = re.compile(r"\s?[\[({](?:at|AT)[\])}]\s?")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_HANDLE = re.compile(r"@\w{2,30}\b(?!\.\w)")
_ADDRESS = re.compile(r"\(?\b(?:https?://|www\.)[^\s()<>|]{2,200}\)?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_PHONE = re.compile(r"(?:\+|\b00?)\d[\d ()/-]{6,18}\d")
_PIECE = re.compile(r"[^\s\x1f]+|\x1f")
_EDGE = ".,;:()[]|*•·"
_NUMBER = re.compile(
    r"['’]?\d{1,8}(?:[.,/:\-–hH年月日時分年월일시분日号點点]\d{1,8}){0,6}"
    r"(?:[年月日時分頃年월일시분초前전号点點]|st|nd|rd|th|am|pm|a\.m|p\.m|h|uhr|ist|min|m|º|°|er|e|T\d.{0,24}|Z)?",
    re.IGNORECASE,
)
_STRONG = re.compile(r"\d{1,4}[./:\-–]\d|\b(?:19|20)\d\d\b|\d[年月日時시월일년]|\d(?:am|pm|h\d|st|nd|rd|th|uhr)", re.IGNORECASE)
_RARE = frozenset(["br", "cy", "eo", "fo", "fy", "ga", "gd", "gv", "ia", "kw", "rm", "se", "smn", "wo"])
"""Languages whose short names of days would be taken for a part of other languages' names."""
_GLUED = re.compile(r"(?<=[a-zß-öø-ÿ]{2})[A-Z][a-zß-öø-ÿ]{2,9}\b")
_HYPHENED = re.compile(r"(?<=[a-zß-öø-ÿ]{2})-([A-Z][a-z]{1,4}['’]?[a-z]{1,6})(?=,? \d)")
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT[\d:.+Z-]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a byline without its noise: the texts that dates part, the dates as printed, the e-mail addresses."""

    texts: tuple[str, ...]
    dates: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """The text with plain marks for wide ones, without unseen characters and broken entities, blanks collapsed."""
    if "&" in text:
        text = _ENTITY.sub(" ", text)
    if not text.isascii():
        text = _UNSEEN.sub("", text).translate(_WIDE)
    if "at" in text:
        text = _AT.sub("@", text)
    return " ".join(text.split())


def cut_noise(text: str, *, kept: frozenset[str] = frozenset()) -> Line:
    """Take dates, clocks, reading times, e-mail addresses, handles, web addresses and telephone numbers out.

    ``kept`` holds name keys of phrases that stay, such as a publisher called "20 Minuten".
    """
    emails: tuple[str, ...] = ()
    if "@" in text:
        text, emails = _cut_emails(text)
        text = _HANDLE.sub(BREAK, text)
    if not _DIGIT.search(text) and "://" not in text and "www." not in text:
        return Line((text,), (), emails)
    text = _HYPHENED.sub(_part_hyphened, _GLUED.sub(_part_glued, text))
    texts, dates = _cut_dates(_ADDRESS.sub(" ", text), kept)
    return Line(tuple(_PHONE.sub(BREAK, text) for text in texts), dates, emails)


def _part_glued(match: re.Match[str]) -> str:
    """Part a month or weekday that lost markup glues to the word before: ``Associated PressApril 28``."""
    return " " + match[0] if match[0].casefold() in _time_words() else match[0]


def _part_hyphened(match: re.Match[str]) -> str:
    """The same behind a hyphen: ``Jurnalis-Senin, 27 Juli 2026``."""
    return " " + match[1] if match[1].replace("’", "'").casefold() in _time_words() else match[0]


def _cut_emails(text: str) -> tuple[str, tuple[str, ...]]:
    emails = []
    for match in reversed(list(_EMAIL.finditer(text))):
        head = _glued_name(text[: match.start()], match[0])
        emails.append(match[0][len(head) :])
        text = text[: match.start()] + head + BREAK + text[match.end() :]
    return text, tuple(reversed(emails))


def _glued_name(before: str, email: str) -> str:
    """The letters of a name that run into the address: ``Reinamaria.carrasquilla@`` after ``María Alejandra Carrasquilla``."""
    if not email[:1].isupper():
        return ""
    local = name_key(email.partition("@")[0]).replace(" ", "")
    for name in before.split():
        at = local.find(name_key(name), 1)
        if at > 0 and len(name) > 2 and email[:at].isalpha():
            return email[:at]
    return ""


def _cut_dates(text: str, kept: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Cut the runs of numbers and time words that hold at least one number and make a date, clock or span."""
    pieces = [(match[0], match.start(), match.end()) for match in _PIECE.finditer(text)]
    kinds = [_kind(piece) for piece, _, _ in pieces]
    out, dates, at, start = [], [], 0, 0
    while at < len(pieces):
        end = _run(kinds, at)
        first, last = _trim(kinds, at, end)
        raw = text[pieces[first][1] : pieces[last][2]] if first <= last else ""
        if end > at and _dated(pieces[first : last + 1], kinds[first : last + 1]) and name_key(raw) not in kept:
            out.append(text[start : pieces[first][1]])
            start = pieces[last][2]
            dates.append(raw.strip(_EDGE + "–—-/ " + BREAK))
        at = max(end, at + 1)
    return (*out, text[start:]), tuple(dates)


def _run(kinds: list[str], at: int) -> int:
    while at < len(kinds) and kinds[at]:
        at += 1
    return at


def _trim(kinds: list[str], at: int, end: int) -> tuple[int, int]:
    """A run's first and last piece: glue counts at its start only before a number, never at its end."""
    last = end - 1
    while last >= at and kinds[last] == "glue":
        last -= 1
    while at <= last and kinds[at] == "glue" and not (at < last and kinds[at + 1] == "number"):
        at += 1
    return at, last


def _dated(pieces: list[tuple[str, int, int]], kinds: list[str]) -> bool:
    if "number" not in kinds:
        return False
    return "time" in kinds or any(_STRONG.search(piece) for piece, _, _ in pieces)


@cache
def _time_words() -> dict[str, str]:
    named = (name for name, _, _, languages in rows("date_names") if not _RARE.issuperset(languages.split(",")))
    return {**table("byline_times"), **dict.fromkeys(named, "time")}


def _kind(piece: str) -> str:
    """number, time, glue or nothing."""
    bare = piece.strip(_EDGE)
    if not bare:
        return "glue"
    if bare[0].isdigit() or bare[0] in "'’":
        return "number" if _NUMBER.fullmatch(bare) or _STAMP.fullmatch(bare) else ""
    return _time_words().get(bare.casefold(), "")
