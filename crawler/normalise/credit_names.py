"""One link of a credit line read: an agency, a person, a site, a handle, a kind of picture."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from crawler.evidence import Context
from crawler.normalise.agencies import Agency, cut_first, cut_last, find_agency
from crawler.normalise.credit_words import cut_head, cut_tail, drop_rights, is_noise, platforms, skip_link, usages
from crawler.normalise.lexicon import words
from crawler.normalise.names import looks_like_person, natural_case

_EDGE = " \t\n.,:;*\"'“”„«»‹›`´_=+-–—<>"
_EDGES = _EDGE + "()[]"
_HANDLE = re.compile(r"@[\w.]{2,40}")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOST = re.compile(
    r"(?P<scheme>https?://)?(?:www\.)?(?P<host>(?:[\w-]+\.)*[\w-]{2,63}\.(?:[a-z]{2}|[a-z]{2}\.[a-z]{2}|com|net|org|info|"
    r"gov|edu|mil|int|news|online|press|media|agency|photo|photos|tv|biz|com\.[a-z]{2}|co\.[a-z]{2}))(?P<path>[/?#]\S*)?",
    re.IGNORECASE,
)
_DATE = re.compile(r"[\d\s./:,-]+|(?:\d{1,2}\.?\s)?[^\W\d]{3,10}\.?\s(?:\d{1,2},\s)?(?:19|20)\d\d", re.IGNORECASE)
_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|mp4)$", re.IGNORECASE)
_YEARS = re.compile(r"^(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)[\s,]+|[\s,]+(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?$")
_ARTICLE = re.compile(r"^(?:the)\s+(?=\S)", re.IGNORECASE)
_CRAFT = re.compile(r"[\s-](?:photos?|fotos?|nuotr|newsroom|фото|写真|사진|摄|攝)$", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,、，]\s*(?!\s*(?:Jr|Sr|Inc|Ltd|LLC)\b)")
_AND = re.compile(r"\s+(?:und|and|et|y|e|en|och|og|dan|i|и|та|&|\+)\s+|\s*&\s*")
_FOR = re.compile(r"\s+(?:for|für|pour|para)\s+(?:the\s+)?", re.IGNORECASE)
_FROM = re.compile(
    r"\s+(?:from|on|auf|von|par|per|at|dari|in|bei|over|über|across|of|by|durch|con|de|sur|på|i)\s+(?:the\s+)?", re.IGNORECASE
)
_HYPHEN = re.compile(r"\s*[-–]\s*")
_MAKER = re.compile(
    r"(?P<house>[\u3400-\u9fff]{2,8}?)?(?:本报|本報)?(?:记者|記者|通讯员|通訊員|摄影|攝影)\s*(?P<name>[\u3400-\u9fff\s]{2,20})$"
)
_SIGNED = re.compile(r"\s*(?:사진|선임|인턴)?(?:기자|특파원)$|\s*(?:摄影|攝影|摄|攝|撮影|发|發)$")
_NO_PERSON = re.compile(r"[庁署社省局課会會館校院所党軍隊団室府県市]$|\s(?:und|and|et|og|och|dan|&)\s")
_SMALL_ARTICLE = re.compile(r"(?:the|der|die|das|den|dem|la|le|les|el|los|las|il|lo|gli|os|det|een|het)\s")
_VOWEL = re.compile(r"[AEIOUYÄÖÜÅØÉÈ]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff]")
_MOST_WORDS = 9
"""Words of the longest house's name on the annotated pages."""
_HOUSE_WORD = re.compile(
    r"photo|foto|press|image|media|news|pix|bild|sport|studio|agen[ct]|zeitung|verlag|polizei|polis|archiv|museum|"
    r"universit|minist|fire|police|\d|[社署庁省局部館院会會]$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """What a link names.

    ``kind`` is agency, person, house (organisation that is no agency), site, platform, handle, word (a single
    word that may be either), prose (a sentence, which names nobody) or usage. ``text`` is the clean name
    or the usage value. ``sign`` is that of ``credit_parts.Link``.
    """

    kind: str
    text: str
    printed: str = ""
    agency: Agency | None = None
    url: str | None = None
    domain: str | None = None
    craft: str | None = None
    sign: str = ""
    known: bool = False
    """Whether a house stands in a list: the site's own names, or houses credited everywhere."""


def read_link(text: str, context: Context, craft: str | None = None) -> tuple[tuple[Name, ...], str | None]:
    """Name whatever one link of the chain holds, in printed order, and the craft that stands at its end.

    Nothing for noise. ``craft`` is what the links before it left standing.
    """
    names: list[Name] = []
    rest = _MAIL.sub(" ", text) if "@" in text else text
    while rest := drop_rights(rest.strip(_EDGES)).strip(_EDGES):
        head = None if find_agency(rest) else cut_head(rest) or cut_tail(rest)
        if head is None:
            names += _read(rest, context, len(_SPLITTERS))
            break
        craft = head.craft if head.craft not in (None, "copyright", "source") else craft
        names += [Name("usage", head.usage)] if head.usage else []
        rest = head.rest
    if craft == "other":
        return (), craft
    return tuple(replace(name, craft=craft) for name in names) if craft else tuple(names), craft


def _read(text: str, context: Context, depth: int) -> list[Name]:
    """Names of a text without labels; ``depth`` bounds how often it may still be parted."""
    text = _YEARS.sub("", text).strip(_EDGE)
    known = _known(text, context)
    if known is not None:
        return known
    if depth:
        parted = _apart(text, context, depth - 1) or _beside(text, context, depth - 1)
        if parted:
            return parted
    return [_plain(text, context)]


def _known(text: str, context: Context) -> list[Name] | None:
    """What the lists and shapes know for sure; an empty list is known noise, ``None`` is not known."""
    if not any(sign.isalpha() for sign in text) or _DATE.fullmatch(text) or _FILE.search(text):
        return []
    agency = find_agency(text)
    if agency:
        return [Name("agency", _as_printed(text, agency), agency=agency)]
    if is_noise(text):
        return []
    usage = usages().whole(text)
    if usage:
        return [Name("usage", usage.value)]
    return _addressed(text, context)


def _addressed(text: str, context: Context) -> list[Name] | None:
    if text[0] == "@" and _HANDLE.fullmatch(text):
        return [Name("handle", text)]
    host = _HOST.fullmatch(text) if "." in text else None
    bare = _ARTICLE.sub("", text)
    if bare.casefold() in words("credit_houses") or bare.casefold() in _own_names(context.publishers):
        return [Name("house", bare, domain=host["host"].lower() if host else None, known=True)]
    if platforms().whole(text):
        return [Name("platform", text)]
    if host is None:
        return None
    return [Name("site", host["host"], url=text if host["scheme"] else None, domain=host["host"].lower())]


@lru_cache(maxsize=64)
def _own_names(publishers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_ARTICLE.sub("", name).casefold() for name in publishers)


def _apart(text: str, context: Context, depth: int) -> list[Name]:
    """Part at commas, "and", "from" or hyphens where what results is known; else nothing."""
    for splitter, most, enough in _SPLITTERS:
        parts = splitter.split(text, maxsplit=most)
        if 1 < len(parts) <= 8 and enough([_sure(part, context) for part in parts]):
            return [name for part in parts for name in _read(part, context, depth)]
    return []


def _beside(text: str, context: Context, depth: int) -> list[Name]:
    """Part ``AP 연합뉴스``, ``Reuters Jane Doe``, ``Jane Doe dpa``, ``YouTube Harian Kompas``, ``新华社记者 潘昱龙``."""
    maker = _MAKER.match(text)
    if maker:
        house = [Name("agency", maker["house"], agency=agency)] if (agency := find_agency(maker["house"] or "")) else []
        return [*house, *_read(maker["name"], context, depth)]
    first, last = cut_first(text), cut_last(text)
    if first and _sure(first[1], context):
        printed = text[: len(text) - len(first[1])].strip()
        return [Name("agency", _as_printed(printed, first[0]), agency=first[0]), *_read(first[1], context, depth)]
    if last and _sure(last[0], context):
        printed = text[len(last[0]) :].strip()
        return [*_read(last[0], context, depth), Name("agency", _as_printed(printed, last[1]), agency=last[1])]
    platform = platforms().head(text)
    if platform and text[platform.end : platform.end + 1] in (" ", "@"):
        account = _read(skip_link(text[platform.end :].strip(_EDGE)), context, depth)
        return [Name("platform", text[: platform.end]), *(replace(a, kind="house") if a.kind == "word" else a for a in account)]
    return []


def _sure(text: str, context: Context) -> str:
    """How sure a part is: ``known``, ``person`` or ``""``."""
    text = text.strip(_EDGE)
    if not text:
        return ""
    if _known(text, context) is not None:
        return "known"
    if _person(_SIGNED.sub("", text), context):
        return "person"
    platform = platforms().head(text)
    return "known" if platform and text[platform.end : platform.end + 1] in (" ", "@") else ""


def _plain(text: str, context: Context) -> Name:
    """A person, a single word that may be either, or a house."""
    text = _SIGNED.sub("", text)
    if _person(text, context):
        return Name("person", natural_case(text, language=context.language))
    house = _ARTICLE.sub("", text) if len(text) > 8 else text
    if _is_prose(house):
        return Name("prose", house)
    single = " " not in text and len(text) < 30 and not _HOUSE_WORD.search(text) and (not text.isupper() or len(text) > 8)
    return Name("word" if single else "house", house)


def _is_prose(text: str) -> bool:
    """Whether it is a sentence or a piece of one: long, begun with an article, or mostly of small words."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    if _SMALL_ARTICLE.match(text):
        return True
    return len(words) > _MOST_WORDS or (len(words) >= 3 and (small > len(words) / 2 or text[0].islower()))


def _person(text: str, context: Context) -> bool:
    """A person's shape, and neither an abbreviation before a word ("VS Tristach") nor two scripts ("Фундация DEJURE")."""
    if not looks_like_person(text, language=context.language):
        return False
    first = text.split(maxsplit=1)[0]
    short = first.isupper() and 2 <= len(first) <= 6 and not text.isupper() and "." not in first
    if short and not _VOWEL.search(first) and "J" not in first and (len(first) > 2 or context.language not in (None, "en")):
        return False
    return not (_LATIN.search(text) and _OTHER_SCRIPT.search(text)) and not _NO_PERSON.search(text)


def _as_printed(text: str, agency: Agency) -> str:
    """The agency's name as printed, without article and the word "Photo"; in its own case where only case differs."""
    bare = _ARTICLE.sub("", text).strip(_EDGE)
    short = _CRAFT.sub("", bare)
    if agency.name.casefold() in (short.casefold(), bare.casefold()):
        return agency.name
    return short if find_agency(short) == agency else bare


def _some_known(parts: list[str]) -> bool:
    return "known" in parts or parts[0] == "person"


def _all_sure(parts: list[str]) -> bool:
    return all(parts)


def _last_known(parts: list[str]) -> bool:
    return bool(parts[0]) and parts[-1] == "known"


def _first_person(parts: list[str]) -> bool:
    return parts[0] in ("person", "known")


def _all_known(parts: list[str]) -> bool:
    return all(part == "known" for part in parts)


_SPLITTERS: tuple[tuple[re.Pattern[str], int, Callable[[list[str]], bool]], ...] = (
    (_COMMA, 7, _some_known),
    (_AND, 7, _all_sure),
    (_FOR, 1, _first_person),
    (_FROM, 1, _last_known),
    (_HYPHEN, 3, _all_known),
)
