"""A piece of a byline that is a person's name and nothing else, however it is spelt."""

from __future__ import annotations

import re

from crawler.normalise.bylines.known import Piece, View
from crawler.normalise.bylines.titles import is_desk, part_honours, part_title
from crawler.normalise.names import is_given_name, looks_like_person, name_key, natural_case

SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)+|\d+")
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}(?:,\d)*$|[*†‡§¹²³⁴⁵]+$")
_NICK = re.compile(r"\s*[\"“„«'‘][^\"“”„«»'’]{2,20}[\"”“»'’]")


def read_name(text: str, view: View) -> tuple[Piece, ...] | None:
    """A person and nothing else, in any case of letters, honours parted from the name; ``None`` for all else."""
    honours = part_honours(text)
    name = _FOOTNOTE.sub("", honours.name)
    if _NICK.search(name):
        bare = _NICK.sub("", name)
        return (_person(name, honours.prefix, honours.suffix),) if looks_like_person(bare) and not part_title(bare) else None
    unit = view.units.get(name_key(name))
    if unit == "Organization" and not is_given_name(name.split(" ")[0]):
        return None
    if is_desk(name.partition(" ")[0]) and not is_given_name(name.partition(" ")[0]):
        return None
    if looks_like_person(name, language=view.context.language) and not _has_office(name, unit):
        return (_person(name, honours.prefix, honours.suffix),)
    if unit == "Person" and name and not SLUG.fullmatch(name) and not is_desk(name):
        return (_person(name, honours.prefix, honours.suffix),)
    mended = _flattened(name, unit=unit) or _from_slug(name)
    return (_person(mended, honours.prefix, honours.suffix),) if mended else None


def _has_office(name: str, unit: str | None) -> bool:
    """Whether a job title is in it; where the markup sets it apart as a name, beside a full name."""
    titled = part_title(name) if unit is None or unit == "" else None
    return titled is not None and (unit is None or " " in titled.name)


def _from_slug(text: str) -> str | None:
    """A person's name as an address spells it: ``chuck-ross``, where the first word is a given name."""
    parts = text.replace("_", "-").replace(".", "-").split("-")
    slug = 2 <= len(parts) <= 3 and all(part.isalpha() and part.islower() for part in parts)
    return natural_case(" ".join(parts)) if slug and is_given_name(parts[0]) and len(parts[-1]) > 1 else None


def _flattened(name: str, *, unit: str | None) -> str | None:
    """A name printed small, whole or behind its initials (``e. barreneche``, ``J. I. da silva``), with its capitals.

    It must begin with initials or a known given name, or be a unit: any two small words would do else.
    """
    initials = name[:1].isalpha() and name[1:2] == "."
    if " " not in name or not (name.islower() or (initials and name.rsplit(" ", 1)[-1].islower())):
        return None
    if part_title(name) or is_desk(name) or not (initials or unit is not None or is_given_name(name.split(" ", maxsplit=1)[0])):
        return None
    mended = natural_case(name.lower())
    return mended if looks_like_person(mended) else None


def _person(name: str, prefix: str = "", suffix: str = "") -> Piece:
    return Piece("person", name, prefix=prefix, suffix=suffix)
