"""One link of a credit line read: an agency, a person, a site, a handle, a kind of picture."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from crawler.evidence import Context
from crawler.normalise.agencies import cut_first, cut_last
from crawler.normalise.credits.guess import guess_name, is_person
from crawler.normalise.credits.known import EDGE, Name, as_printed, is_own_name, known_names
from crawler.normalise.credits.words import Head, cut_head, cut_tail, drop_rights, platforms, skip_link, usages
from crawler.normalise.lexicon import words
from crawler.normalise.names import is_given_name, natural_case

_EDGES = EDGE + "()[]"
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<=\s)[\w.+-]+@$")
_YEARS = re.compile(r"^(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)[\s,]+|[\s,]+(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?$")
_COMMA = re.compile(r"\s*[,،、，]\s*(?!\s*(?:Jr|Sr|Inc|Ltd|LLC)\b)")
_AND = re.compile(r"\s+(?:und|and|et|y|e|en|och|og|dan|i|и|та|avec|with|mit|&|\+)\s+|\s*&\s*")
_FOR = re.compile(r"\s+(?:for|für|pour|para)\s+(?:the\s+)?", re.IGNORECASE)
_FOR_END = re.compile(r"(?<=\w)\s+(?:for|für|pour|para)$", re.IGNORECASE)
_FROM = re.compile(
    r"\s+(?:from|on|auf|von|par|per|at|dari|in|bei|over|über|across|of|by|durch|con|de|sur|på|i)\s+(?:the\s+)?", re.IGNORECASE
)
_HYPHEN = re.compile(r"\s*[-–・=＝]\s*")
_NAMED = frozenset({"known", "person"})
_DASH = re.compile(r"(?<=[a-z])-(?=[A-Z])")
_MAKER = re.compile(
    r"(?P<house>[\u3400-\u9fff]{2,8}?)?(?:本报|本報)?(?:记者|記者|通讯员|通訊員|摄影|攝影)\s*(?P<name>[\u3400-\u9fff\s]{2,20})$"
)
_SIGNED = re.compile(
    r"\s*(?:사진|선임|인턴)?(?:기자|특파원)$|\s*(?:摄影|攝影|摄|攝|撮影|发|發)$|(?<=[\u3400-\u9fff])\s+[图圖]$"
)
_HANGUL = re.compile(r"[가-힣]")
_TAKEN = re.compile(
    r"(?:(?:图片?|圖片?|照片)(?:翻[攝摄拍]|取|截[圖图]|[擷撷]取|摘|来|來)?|翻[攝摄拍]|[擷撷]取|截[圖图]|取)自\s*"
)
"""Chinese for "taken from"."""
_FROM_HEAD = re.compile(r"(?:From|Via)\s+(?=[A-Z])")
_INVERTED = re.compile(r"(?P<family>[^\W\d_]{2,}(?:-[^\W\d_]{2,})?),\s+(?P<given>[^\W\d_]{2,}(?:-[^\W\d_]{2,})?)")
_PLACES = 4
"""Commas that a name and its place have fewer of: a list of makers has more."""
_DESK = re.compile(r"(?P<name>.+\S)\s+(?P<desk>[BCDFGHJKLMNPQRSTVWXZ]{2,4})")
"""A person and the sign of a paper or desk, which has no vowel: ``Kitty Kleist-Heinrich TSP``."""


def read_link(text: str, context: Context, craft: str | None = None) -> tuple[tuple[Name, ...], str | None]:
    """Name whatever one link of the chain holds, in printed order, and the craft that stands at its end.

    Nothing for noise. ``craft`` is what the links before it left standing.
    """
    names: list[Name] = []
    rest = _MAIL.sub(" ", text) if "@" in text else text
    while rest := _FOR_END.sub("", drop_rights(rest.strip(_EDGES))).strip(_EDGES):
        known = known_names(rest, context)
        if known is not None:
            names += known
            break
        head = cut_head(rest) or cut_tail(rest) or _of_a_house(rest, context)
        if head is None:
            names += _read(rest, context, len(_SPLITTERS))
            break
        craft = head.craft if head.craft not in (None, "copyright", "source") else craft
        names += [Name("usage", head.usage)] if head.usage else []
        rest = head.rest
    if craft == "other":
        return (), craft
    return tuple(replace(name, craft=craft) for name in names) if craft else tuple(names), craft


def _of_a_house(text: str, context: Context) -> Head | None:
    """A word for the kind of picture that stands for itself, before a name that is known: ``ARCHIVES OUEST-FRANCE``."""
    usage = usages().head(text)
    rest = text[usage.end :].strip() if usage and usage.start == 0 and text[usage.end : usage.end + 1] == " " else ""
    return Head(rest, usage=usage.value.value) if usage and rest and known_names(rest, context) else None


def _read(text: str, context: Context, depth: int) -> list[Name]:
    """Names of a text without labels; ``depth`` bounds how often it may still be parted."""
    text = _without_place(_YEARS.sub("", text).strip(EDGE))
    text = f"{text}»" if text.count("«") > text.count("»") else text
    text = _FROM_HEAD.sub("", _TAKEN.sub("", text, count=1) if not text.isascii() else text, count=1)
    known = known_names(text, context) if text else []
    if known is None:
        known = _for_the_house(text, context) or _inverted(text)
    if known is not None:
        return known
    if depth:
        parted = _apart(text, context, depth - 1) or _beside(text, context, depth - 1)
        if parted:
            return parted
    signed = _SIGNED.sub("", text)
    return (known_names(signed, context) if signed != text else None) or [guess_name(signed, context)]


def _without_place(text: str) -> str:
    """A name without the city and country behind it: ``Royal Geographical Society, London, UK``."""
    name, *places = text.split(", ") if ", " in text else [text]
    place = places[0].casefold() if 0 < len(places) < _PLACES else ""
    return name if " " in name and any(place in words(known) for known in ("cities", "places", "place_names")) else text


def _for_the_house(text: str, context: Context) -> list[Name] | None:
    """A person and the site itself, a hyphen or nothing between: ``Teguh Joko Sutrisna-tvOne``, ``Adil Boukind Le Devoir``."""
    name, sign, house = text.rpartition("-")
    known = known_names(house.strip(), context) if sign and is_own_name(house.strip(), context) else None
    if known and is_person(name.strip(), context):
        return [guess_name(name.strip(), context), *known]
    own = next((each for each in context.publishers if text.casefold().endswith(f" {each.casefold()}")), "")
    desk = None if own else _DESK.fullmatch(text)
    size = len(own) or (len(desk["desk"]) if desk and not desk["name"].isupper() else len(text))
    name, house = text[:-size].strip(), text[-size:]
    archive = usages().tail(name)
    name = name[: archive.start].strip() if archive else name
    beside = " " in name and is_person(name, context)
    return [guess_name(name, context), Name("house", house, known=bool(own))] if beside else None


def _inverted(text: str) -> list[Name] | None:
    """A person as an index has it, the family name first: ``Hanser, Oliver``."""
    found = _INVERTED.fullmatch(text)
    if found is None or not is_given_name(found["given"]) or is_given_name(found["family"]):
        return None
    return [Name("person", natural_case(f"{found['given']} {found['family']}"))]


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
        house = known_names(maker["house"], context) if maker["house"] else None
        return [*(house or ()), *_read(maker["name"], context, depth)]
    parts = _SIGNED.sub("", text).split() if _HANGUL.match(text) else []
    if len(parts) == 2 and is_person(parts[0], context) and not is_person(parts[1], context) and _HANGUL.match(parts[1]):
        return [*_read(parts[0], context, depth), Name("house", parts[1])]
    first, last = cut_first(text), cut_last(text)
    if first and _sure(first[1], context) in _NAMED:
        printed = text[: len(text) - len(first[1])].strip()
        return [Name("agency", as_printed(printed, first[0]), agency=first[0]), *_read(first[1], context, depth)]
    if last and _sure(last[0], context) in _NAMED:
        printed = text[len(last[0]) :].strip()
        return [*_read(last[0], context, depth), Name("agency", as_printed(printed, last[1]), agency=last[1])]
    platform = platforms().head(text)
    if platform and text[platform.end : platform.end + 1] in (" ", "@"):
        account = _read(skip_link(text[platform.end :].strip(EDGE)), context, depth)
        channel = ("word", "person") if text[: platform.end].casefold() == "youtube" else ("word",)
        return [
            Name("platform", text[: platform.end]),
            *(replace(a, kind="house") if a.kind in channel else a for a in account),
        ]
    return []


def _sure(text: str, context: Context) -> str:
    """How sure a part is: ``known``, ``person``, ``house`` by its shape, or ``""``."""
    text = text.strip(EDGE)
    if not text:
        return ""
    if known_names(text, context) is not None or _are_known(text, context):
        return "known"
    if is_person(_SIGNED.sub("", text), context):
        return "person"
    platform = platforms().head(text)
    if platform and text[platform.end : platform.end + 1] in (" ", "@"):
        return "known"
    acronym = text.isupper() and text.isalpha() and 1 < len(text) < 7
    return "house" if acronym or any(word in words("organisation_words") for word in text.casefold().split()) else ""


def _are_known(text: str, context: Context) -> bool:
    """Whether a list of names holds known ones alone: ``NASA & CSA``."""
    parts = _AND.split(text) if "&" in text else []
    return len(parts) > 1 and all(known_names(part, context) for part in parts if part)


def _some_known(parts: list[str]) -> bool:
    return "known" in parts or parts[0] == "person" or ("house" in parts and "person" in parts)


def _all_sure(parts: list[str]) -> bool:
    return all(part in _NAMED for part in parts)


def _last_known(parts: list[str]) -> bool:
    return parts[0] in _NAMED and parts[-1] == "known"


def _first_person(parts: list[str]) -> bool:
    return parts[0] in ("person", "known")


def _all_known(parts: list[str]) -> bool:
    return all(part == "known" for part in parts)


def _person_for_known(parts: list[str]) -> bool:
    return parts == ["person", "known"]


_SPLITTERS: tuple[tuple[re.Pattern[str], int, Callable[[list[str]], bool]], ...] = (
    (_COMMA, 7, _some_known),
    (_AND, 7, _all_sure),
    (_FOR, 1, _first_person),
    (_FROM, 1, _last_known),
    (_HYPHEN, 3, _all_known),
    (_DASH, 1, _person_for_known),
)
