"""Picture credits: who made a picture, who distributes it, where it comes from, what kind of picture it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from crawler.evidence import Context, Segments, segments
from crawler.items import Credit, Source
from crawler.normalise.credits.assembly import Assembly, assemble
from crawler.normalise.credits.known import Name, known_names
from crawler.normalise.credits.names import read_link
from crawler.normalise.credits.parts import split_links
from crawler.normalise.credits.words import cut_head, drop_label, drop_terms
from crawler.normalise.lexicon import words
from crawler.normalise.names import is_given_name
from crawler.normalise.visible import visible

_LONGEST = 400
"""Characters of the longest credit line that is read for names; what is longer is prose."""
_EDGE = " \t\n.।۔,:;؛،*•·–—-|/=＝"
_OPEN = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】"}
_QUOTED = "„“”\"‘’'"
_QUOTES = frozenset(_QUOTED)
_ADDRESS = re.compile(r"https?://(?:www\.)?(?P<host>[\w.-]+\w)/?")
_LABELS = frozenset({"photo", "source", "copyright", "illustration"})
_MONTAGE = re.compile(r"\[M\]")
"""The sign of German magazines for a montage."""
_BEFORE_PLACE = frozenset({"house", "site", "word", "agency"})
_YEAR = re.compile(r"^\s*(?:19|20)\d\d[\s,]+(?=\S)")
_SPACED = re.compile(
    r"(?<![\u3400-\u9fff])([\u3400-\u9fff])\s([\u3400-\u9fff])(?=[摄攝图圖供](?![\u3400-\u9fff])|(?![\u3400-\u9fff]))"
)
"""A Chinese name of two signs, set as wide as one of three: "华 英摄"."""
_MARK = re.compile(r"©|ⓒ|\([cC]\)|\bcopyright\b|\btous droits réservés\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PictureCredit:
    """A credit line read.

    ``text`` is the line without its label ("Photo :", "©"), ``None`` where that leaves nothing to print; ``raw`` is the line
    as printed, on one line. ``creator`` are persons, and accounts (``@name``) as organisations; ``provider``
    are agencies and further houses, origin first. ``source`` is the site, platform, company or institution
    named that is no agency. ``copyright_holder`` is set where a copyright mark stands before one name alone.
    ``usage_info`` holds values of ``items.Image.usage_info``.
    """

    text: str | None
    raw: str
    creator: tuple[Credit, ...] = ()
    provider: tuple[str, ...] = ()
    source: Source | None = None
    copyright_holder: str | None = None
    copyright_notice: str | None = None
    usage_info: tuple[str, ...] = ()


def parse_credit(text: str | Segments, context: Context) -> PictureCredit | None:
    """Read a credit line such as ``Foto: picture alliance/dpa | Daniel Vogl``; ``None`` where nothing but a label is left.

    Segments are read as parted where the DOM parts them. Persons get natural case, houses stay as printed
    without a leading article. Never raises.
    """
    chain = "\n".join(line for part in segments(text) if (line := visible(part.text)))
    raw = " ".join(chain.split())
    head = _peel(chain)
    shown = _shown(_unwrap(drop_label(head.text)))
    if not any(sign.isalnum() for sign in shown):
        return None
    line = drop_terms(head.text)
    credit = assemble(_given(read_names(line, context, head.craft), head.usage)) if len(line) <= _LONGEST else Assembly()
    mark = _MARK.search(raw)
    return PictureCredit(
        text=shown,
        raw=raw,
        creator=credit.creator,
        provider=credit.provider,
        source=credit.source,
        copyright_holder=credit.only_name if head.copyright else None,
        copyright_notice=_unwrap(raw[mark.start() :]) if mark else None,
        usage_info=tuple(dict.fromkeys((*head.usage, *credit.usage_info))),
    )


def _given(names: tuple[Name, ...], usage: tuple[str, ...]) -> tuple[Name, ...]:
    """The giver of a handout ("Dok. Nusa Kabel Prima") is a house, unless a known given name says that it is a person."""
    opens = names and names[0].kind == "usage" and names[0].text == "handout" and not any(name.sign for name in names[1:])
    if not opens and "handout" not in usage:
        return names
    return tuple(
        replace(name, kind="house") if name.kind == "person" and not is_given_name(name.text.split()[0]) else name
        for name in names
    )


def bare_credit(text: str) -> str:
    """The credit line without brackets around it, without its label and bullet; an address alone by its host."""
    return _shown(_unwrap(drop_label(_peel(text).text)))


@lru_cache(maxsize=512)
def read_names(text: str, context: Context, craft: str | None = None) -> tuple[Name, ...]:
    """What the links of a credit line name, each with the sign before its link; ``craft`` is that of a label taken off.

    Cached: the rules for captions ask for one text again, and the pictures of a page share their credits.
    """
    names: list[Name] = []
    text = text if text.isascii() else _SPACED.sub(r"\1\2", text)
    for link in split_links(_MONTAGE.sub(" ", text) if "[M]" in text else text):
        quoted = link.text[0] in _QUOTES and link.text[-1] in _QUOTES
        if quoted and known_names(link.text.strip(_QUOTED), context) is None:
            continue  # the prompt of a picture generator, or a title
        found, craft = read_link(link.text, context, craft)
        names += (replace(found[0], sign=link.sign), *found[1:]) if found and link.sign else found
    return tuple(names[:-1] if _ends_in_place(names) else names)


def _ends_in_place(names: list[Name]) -> bool:
    """Whether brackets after house and photographer hold a third name, the place: ``VIVA/Rahmat Fajar (Surabaya)``."""
    *others, last = names or [Name("word", "")]
    kinds = {name.kind for name in others}
    placed = last.kind in ("person", "word") or last.text.casefold() in words("place_names")
    return last.sign == "(" and placed and "person" in kinds and bool(kinds & _BEFORE_PLACE)


@dataclass(frozen=True, slots=True)
class _Peeled:
    """A credit line without its labels, and what they said."""

    text: str
    craft: str | None = None
    usage: tuple[str, ...] = ()
    copyright: bool = False


def _peel(text: str) -> _Peeled:
    """Take brackets, bullets and labels off; a label of another craft ("Styling:") stays."""
    if len(text) > _LONGEST:
        return _Peeled(text)
    peeled = _Peeled(_unwrap(text))
    while head := cut_head(peeled.text):
        cut = peeled.text[: len(peeled.text) - len(head.rest)]
        if not (head.craft in _LABELS or (head.usage and ":" in cut and head.rest.strip(_EDGE))):
            break
        peeled = _Peeled(
            text=_unwrap(_YEAR.sub("", head.rest) if head.craft == "copyright" else head.rest),
            craft=peeled.craft if head.craft in (None, "copyright", "source") else head.craft,
            usage=(*peeled.usage, head.usage) if head.usage else peeled.usage,
            copyright=peeled.copyright or head.craft == "copyright",
        )
    return peeled


def _shown(text: str) -> str:
    address = _ADDRESS.fullmatch(text)
    return address["host"] if address else " ".join(text.split())


def _unwrap(text: str) -> str:
    """The text without marks at its edges and brackets that stand around all of it, or that never close or open."""
    before = None
    while text != before:
        before = text = text.strip(_EDGE)
        closing = _OPEN.get(text[:1])
        if closing and (closing not in text or text.find(closing) == len(text) - 1):
            text = text[1:].removesuffix(closing)
        opening = next((sign for sign, end in _OPEN.items() if text.endswith(end)), None)
        if opening and opening not in text:
            text = text[:-1]
    return text
