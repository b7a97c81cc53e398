"""The names of a credit line put in their places: creator, source, provider, usage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawler.items import Credit, Source
from crawler.normalise.credits.guess import is_surname
from crawler.normalise.credits.known import Name
from crawler.normalise.lexicon import words
from crawler.normalise.names import is_initials, name_key, natural_case

_ROLES = {"illustration": "illustrator", "video": "videographer", "photo": "photographer"}
_HOUSES = frozenset({"house", "site", "platform"})
_INITIALS = 2
_SHORTEST_STEM = 8
"""Letters from which on a name that is the beginning of another is taken for its truncated double."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """The fields that a credit line gives; ``only_name`` is set where it names one person or house alone."""

    creator: tuple[Credit, ...] = ()
    provider: tuple[str, ...] = ()
    source: Source | None = None
    usage_info: tuple[str, ...] = ()
    only_name: str | None = None


def assemble(names: Sequence[Name]) -> Assembly:
    """Put the names in their places, each once.

    The first house that is no agency is the source, further ones stand among the providers. A single word
    that may be person or house is a person beside an agency (``WDR / Biernat``), else a house.
    """
    named = _distinct(_main_craft([_settled(name, names) for name in names]))
    makers = [name for name in named if name.kind in ("person", "handle")]
    houses = [name for name in named if name.kind in _HOUSES]
    source = next(iter(houses), None)
    everyone = [name.text for name in named if name.kind != "usage"]
    return Assembly(
        creator=tuple(_creator(name) for name in makers),
        provider=_providers([name for name in named if name is not source]),
        source=Source(source.text, source.url, source.domain) if source else None,
        usage_info=tuple(dict.fromkeys(value for name in names for value in _usage(name))),
        only_name=everyone[0] if len(everyone) == 1 else None,
    )


def _settled(name: Name, names: Sequence[Name]) -> Name:
    """A single word decided: person or house; beside both it is a place in brackets or the sign of a desk, and dropped."""
    others = [other for other in names if other is not name]
    persons = any(other.kind == "person" for other in others)
    if name.kind == "house" and len(name.text) == _INITIALS and not persons and _is_initials_of_own(name.text, others):
        return replace(name, kind="person")
    if name.kind != "word":
        return name
    houses = any(other.kind == "agency" or other.kind in _HOUSES for other in others)
    if persons and name.sign == "(" and _is_sign_of(name.text, others):
        return replace(name, kind="dropped")
    if persons and houses and (name.sign == "(" or (is_initials(name.text) and name.text.islower())):
        return replace(name, kind="dropped")
    if not persons and _makes(name, others, houses=houses):
        return replace(name, kind="person", text=name.text if name.text.islower() else natural_case(name.text))
    return replace(name, kind="house")


def _makes(name: Name, others: Sequence[Name], *, houses: bool) -> bool:
    """Whether a single word is the maker: beside an agency, beside a house by its shape, alone by a family name's end."""
    if any(other.kind == "agency" for other in others):
        return True
    if houses:
        return name.known or (is_initials(name.text) and name.text.islower())
    return name.craft == "photo" and not others and is_surname(name.text)


def _is_initials_of_own(text: str, others: Sequence[Name]) -> bool:
    """Whether two capitals stand beside the site's own name: ``KB / Bondy Blog``."""
    return text.isalpha() and text.isupper() and any(other.kind == "house" and other.known for other in others)


def _is_sign_of(text: str, names: Sequence[Name]) -> bool:
    """Whether three to five small letters are those of a person's name in their order: ``Bretz, Andreas (abr)``."""
    if not (2 < len(text) < 6 and text.isalpha() and text.islower()):
        return False
    for name in names:
        letters = iter(name.text.casefold())
        if name.kind == "person" and all(letter in letters for letter in text):
            return True
    return False


def _main_craft(names: list[Name]) -> list[Name]:
    """Without those credited with the film where others made the picture, and without what names nobody."""
    still = any(name.craft != "video" and name.kind != "usage" for name in names)
    return [name for name in names if name.kind not in ("dropped", "prose") and not (still and name.craft == "video")]


def _distinct(names: Sequence[Name]) -> list[Name]:
    """Each name once: the first spelling, the longer one where the other is cut off."""
    kept: dict[str, Name] = {}
    for name in names:
        key = _key(name)
        double = next((known for known in kept if known == key or _truncated(known, key)), None)
        if double is None:
            kept[key] = name
        elif len(key) > len(double) and kept[double].kind == name.kind:
            kept = {(key if known == double else known): (name if known == double else kept[known]) for known in kept}
    return list(kept.values())


def _key(name: Name) -> str:
    """What two spellings of one house have in common; a wire's branches ("dpa-Zentralbild") stand for themselves."""
    if name.agency and not (name.agency.kind == "wire" and "-" in name.text):
        return name.agency.identifier
    return name_key(name.text) or name.text


def _truncated(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_STEM and len(long) - len(short) <= 2 and long.startswith(short)


def _providers(names: Sequence[Name]) -> tuple[str, ...]:
    """Agencies and further houses, origin first.

    A person behind the houses ("APA/AFP/Mandel Ngan") turns the order round; houses that mostly hand on come last.
    """
    listed = [name for name in names if name.kind == "agency" or name.kind in _HOUSES]
    last = names[-1] if names else None
    if last and last.kind == "person" and last.sign == "/" and not any(name.kind == "person" for name in names[:-1]):
        listed.reverse()
    if not any(name.sign == "via" for name in listed):
        listed.sort(key=lambda name: name.agency is not None and name.agency.identifier in words("credit_distributors"))
    return tuple(name.text for name in listed)


def _creator(name: Name) -> Credit:
    if name.kind == "handle":
        return Credit("Organization", name.text)
    return Credit("Person", name.text, role=_ROLES.get(name.craft or ""))


def _usage(name: Name) -> tuple[str, ...]:
    if name.kind == "usage":
        return (name.text,)
    if name.kind in ("handle", "platform"):
        return ("social media",)
    if name.craft == "illustration":
        return ("illustration",)
    return ("stock",) if name.agency and name.agency.kind == "stock" else ()
