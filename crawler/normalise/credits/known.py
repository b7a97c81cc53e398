"""What the lists and shapes know of a piece of a credit line: agencies, houses, addresses, accounts, kinds of picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from crawler.evidence import Context
from crawler.normalise.agencies import Agency, find_agency
from crawler.normalise.credits.words import is_noise, platforms, usages
from crawler.normalise.lexicon import words

EDGE = " \t\n.।۔,:;؛،*\"'“”„«»‹›`´=+-–—<>"
"""Marks around a name that are none of it."""
_HANDLE = re.compile(r"@[\w.]{2,40}")
_HOST = re.compile(
    r"(?P<scheme>https?://)?(?:www\.)?(?P<host>(?:[\w-]+\.)*[\w-]{2,63}\.(?:[a-z]{2}|[a-z]{2}\.[a-z]{2}|com|net|org|info|cat|eus|gal|"
    r"gov|edu|mil|int|news|online|press|media|agency|photo|photos|tv|biz|com\.[a-z]{2}|co\.[a-z]{2}))(?P<path>[/?#]\S*)?",
    re.IGNORECASE,
)
_URL = re.compile(r"(?P<scheme>https?://)(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?P<path>[/?#]\S*)?", re.IGNORECASE)
"""With its scheme an address is one, whatever its last part."""
_DATE = re.compile(
    r"[\d\s./:,-]+|\d{1,2}[./-][^\W\d]{3,9}\.?[./-]\d{2,4}|(?:\d{1,2}\.?\s)?[^\W\d]{3,10}\.?\s(?:\d{1,2},\s)?(?:19|20)\d\d",
    re.IGNORECASE,
)
_YEAR = re.compile(r",?\s(?:19|20)\d\d$")
_UNNAMED = re.compile(r"(?:special|exclusive) to (?:the )?", re.IGNORECASE)
_HANGUL = re.compile(r"[가-힣]")
_PAIR = re.compile(r"\s*[=/]\s*|\s+")
_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|mp4)$", re.IGNORECASE)
_CRAFT = re.compile(r"[\s-](?:photos?|fotos?|nuotr|newsroom|фото|写真|사진|摄|攝)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """What a link names.

    ``kind`` is agency, person, house (organisation that is no agency), site, platform, handle, word (a single
    word that may be either), prose (a sentence, which names nobody) or usage. ``text`` is the clean name
    or the usage value. ``sign`` is that of ``credit_parts.Link``.
    """

    kind: str
    text: str
    agency: Agency | None = None
    url: str | None = None
    domain: str | None = None
    craft: str | None = None
    sign: str = ""
    known: bool = False
    """Whether a house stands in a list (the site's own, or credited everywhere), or a word is mostly a person's name."""


def known_names(text: str, context: Context) -> list[Name] | None:
    """What the lists and shapes know for sure; an empty list is known noise, ``None`` is not known."""
    named = any(sign.isalpha() for sign in text)
    if not named or (_DATE.fullmatch(text) and not _agencies(text)) or _FILE.search(text):
        return [Name("house", text, known=True)] if not named and is_own_name(text, context) else []
    usage = usages().whole(text)
    if usage and usage.languages and usage.counts(context.language):
        return [Name("usage", usage.value)]
    agencies = _agencies(text)
    if agencies:
        return agencies
    if is_noise(text) or _UNNAMED.match(text):
        return []
    if usage and usage.counts(context.language):
        return [Name("usage", usage.value)]
    return _addressed(text, context)


def _agencies(text: str) -> list[Name]:
    """The agency that the text names, or the two of a Korean pair (``AP=연합뉴스``) whose union has a name of its own."""
    dated = _YEAR.search(text)
    text = text[: dated.start()] if dated else text
    agency = find_agency(text)
    if agency is None:
        return []
    pair = [(part, find_agency(part)) for part in _PAIR.split(text)] if _HANGUL.search(text) else []
    if pair and all(found for _, found in pair):
        return [Name("agency", part, agency=found) for part, found in pair]
    return [Name("agency", as_printed(text, agency), agency=agency)]


def _addressed(text: str, context: Context) -> list[Name] | None:
    if text[0] == "@" and _HANDLE.fullmatch(text):
        return [Name("handle", text)]
    host = (_URL.fullmatch(text) or _HOST.fullmatch(text)) if "." in text else None
    bare = without_article(text)
    if bare.casefold() in words("credit_houses") or is_own_name(text, context):
        return [Name("house", bare, domain=host["host"].lower() if host else None, known=True)]
    if platforms().whole(text):
        return [Name("platform", text)]
    if host is None:
        return None
    return [Name("site", host["host"], url=text if host["scheme"] else None, domain=host["host"].lower())]


def is_own_name(text: str, context: Context) -> bool:
    """Whether the text is the site's own name as printed, but for case."""
    return without_article(text).casefold() in _own_names(context.publishers)


@lru_cache(maxsize=64)
def _own_names(publishers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(without_article(name).casefold() for name in publishers)


def as_printed(text: str, agency: Agency) -> str:
    """The agency's name as printed, without article and the word "Photo"; in its own case where only case differs."""
    bare = without_article(text).strip(EDGE)
    short = _CRAFT.sub("", bare)
    if agency.name.casefold() in (short.casefold(), bare.casefold()):
        return agency.name
    return short if find_agency(short) == agency else bare


def without_article(name: str) -> str:
    """The name without "The" before it."""
    return _ARTICLE.sub("", name)
