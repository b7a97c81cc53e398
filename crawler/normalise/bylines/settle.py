"""What only the whole byline tells: which single word is a place, which house employs, which sign is whose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from crawler.normalise.bylines.known import MONONYMOUS, View
from crawler.normalise.lexicon import words
from crawler.normalise.names import is_given_name, name_key

_ARTICLE = re.compile(r"(?:The|Die|Der|Das|Le|La|El|Il|De|Het) (?=[^\W\d_a-z])")
_DESKS = ("中心",)
"""How the desks of Taiwan's newsrooms end; alone they are the author."""
_CREDITED = frozenset({"person", "agency", "publisher", "house", "desk", "initials"})
_HOUSES = frozenset({"agency", "organisation", "house", "publisher", "desk", "affiliation"})


@dataclass(slots=True)
class Entry:
    """One name on the sheet, still open to what stands behind it."""

    kind: str
    name: str
    roles: tuple[str, ...]
    labelled: bool
    line: int
    joint: str
    group: int = 0
    """Which printed label it stands under, counted; 0 under none."""
    dated: bool = False
    title: str = ""
    prefix: str = ""
    suffix: str = ""
    house: str = ""
    email: str = ""
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """All entries of the byline, the persons among them, and what is known of the page."""

    entries: Sequence[Entry]
    persons: Sequence[Entry]
    view: View


@dataclass(slots=True)
class Settled:
    """The entries that stay, as person, organisation, desk, agency or initials, and what became of the others."""

    entries: list[Entry] = field(default_factory=list)
    leftover: list[str] = field(default_factory=list)
    location: str | None = None
    houses: list[str] = field(default_factory=list)
    """Who employs the persons, printed behind them."""


def settle(entries: list[Entry], view: View) -> Settled:
    """Decide what each entry is in the end."""
    entries = _inverted(entries, view)
    _name_first(entries, view)
    whole = Whole(entries, [entry for entry in entries if entry.kind == "person"], view)
    settled = Settled()
    for entry in entries:
        kind = _kind(entry, whole)
        if kind == "place":
            settled.location = settled.location or entry.name
        elif kind == "affiliation":
            _employ(whole.persons, entry.name)
            settled.houses.append(entry.name)
        elif kind == "leftover":
            settled.leftover.append(entry.name)
        elif kind:
            entry.kind = kind
            settled.entries.append(entry)
    return settled


def _kind(entry: Entry, whole: Whole) -> str:
    """person, organisation, desk, agency, initials, place, affiliation or leftover; empty where it is nothing."""
    rule = _RULES.get(entry.kind)
    return rule(entry, whole) if rule else entry.kind


def _house(entry: Entry, whole: Whole) -> str:
    """A house employs the persons it is printed with; behind a desk it only says whose desk it is."""
    if entry.group and not any(other.group == entry.group for other in whole.persons):
        return "organisation"
    behind = any(other.kind == "desk" and other.line == entry.line for other in whole.entries)
    return "affiliation" if whole.persons or (behind and entry.joint != "start") else "organisation"


def _publisher(entry: Entry, whole: Whole) -> str:
    """The publisher is credited, unless it stands on a line of its own above persons, without a by-word."""
    first = all(other.line > entry.line for other in whole.persons) and not entry.labelled
    return "" if whole.persons and (first or entry.roles == ("source",)) else "organisation"


def _sign(_: Entry, whole: Whole) -> str:
    return "" if len(whole.entries) > 1 else "desk"


def _person(entry: Entry, whole: Whole) -> str:
    """Behind a date a name without a by-word may be a rubric: there it wants a known given name."""
    if _is_korean_place(entry, whole.persons):
        return "place"
    doubtful = entry.dated and not entry.labelled and name_key(entry.name) not in whole.view.units
    others = (other for other in whole.entries if other is not entry and other.kind in _CREDITED)
    earlier = any(not other.dated or other.labelled for other in others)
    return "leftover" if doubtful and earlier and not is_given_name(entry.name.split()[0]) else "person"


def _is_korean_place(entry: Entry, persons: Sequence[Entry]) -> bool:
    """Two syllables without a job title beside persons with one are the place they report from."""
    short = len(entry.name) == 2 and "가" <= entry.name[0] <= "힣"
    return short and not entry.title and any(other.title for other in persons)


def _single(entry: Entry, whole: Whole) -> str:
    unit = whole.view.units.get(name_key(entry.name))
    if unit in {"Person", "Organization"}:
        return "person" if unit == "Person" else "organisation"
    if entry.roles == ("source",) and entry.name.lower() == entry.name.upper():
        return "leftover" if whole.persons else "organisation"
    peers = [other for other in whole.persons if other.roles == entry.roles]
    if peers:
        shouted = entry.name.isupper() and len(entry.name) > 1 and not all(other.name.isupper() for other in peers)
        return "affiliation" if shouted else "place"
    mononym = entry.roles != ("author",) or (entry.labelled and whole.view.context.language in MONONYMOUS)
    if mononym or (unit == "" and not entry.name.isupper()):
        return "person"
    if any(other.kind in _HOUSES for other in whole.entries) and (not entry.name.isupper() or _is_city(entry.name)):
        return "place"
    return _bare_single(entry)


def _is_city(name: str) -> bool:
    return name.replace("İ", "I").casefold() in words("cities")


def _bare_single(entry: Entry) -> str:
    """A single word and nobody else: who a by-word names, a house in capitals, or nothing known."""
    if entry.name.isupper() or entry.name.endswith(_DESKS) or (entry.labelled and not entry.name.isalpha()):
        return "organisation"
    return "person" if entry.labelled else "leftover"


def _initials(entry: Entry, whole: Whole) -> str:
    if whole.view.units.get(name_key(entry.name)):
        return "person"
    house = entry.name.isupper() and "." not in entry.name
    if whole.persons:
        return "affiliation" if house and not _signs(entry.name, whole.persons) else ""
    others = whole.entries[1:]
    first = entry is whole.entries[0] and bool(others) and all(other.kind == "initials" for other in others)
    return "organisation" if house or first else "initials"


def _signs(text: str, persons: Iterable[Entry]) -> bool:
    """Whether the letters are the initials of one of the persons: an avatar, ``LP`` beside Luana Patriolino."""
    return any(
        "".join(word[0] for word in person.name.split()).casefold() == text.replace(".", "").casefold() for person in persons
    )


def _other(entry: Entry, whole: Whole) -> str:
    unit = whole.view.units.get(name_key(entry.name))
    if unit:
        return "person" if unit == "Person" else "organisation"
    few = len(entry.name.split()) <= 5 and len(entry.name) < 50
    alone = not any(other.line == entry.line for other in whole.persons)
    named = alone and entry.joint == "start" and (entry.labelled or unit is not None)
    beside = not whole.persons and entry.name[:1].isupper() and any(other.kind == "agency" for other in whole.entries)
    if few and (named or beside):
        return "organisation"
    return "affiliation" if few and whole.persons and _ARTICLE.match(entry.name) else "leftover"


def _title(entry: Entry, whole: Whole) -> str:
    """A job title before a name belongs to it; with a by-word and without a name it is a desk."""
    if not whole.persons:
        return "desk" if entry.labelled else "leftover"
    whole.persons[0].title = whole.persons[0].title or entry.name
    return ""


_RULES: dict[str, Callable[[Entry, Whole], str]] = {
    "person": _person,
    "single": _single,
    "initials": _initials,
    "other": _other,
    "house": _house,
    "affiliation": _house,
    "publisher": _publisher,
    "title": _title,
    "sign": _sign,
}


def _employ(persons: Iterable[Entry], house: str) -> None:
    for person in persons:
        person.house = person.house or house


def _inverted(entries: list[Entry], view: View) -> list[Entry]:
    """``Czelinski, Patrick``: family name first, and nothing else in the byline."""
    if len(entries) != 2 or view.context.language in MONONYMOUS:
        return entries
    family, given = entries
    if family.kind == given.kind == "single" and given.joint == "comma" and not family.name.isupper():
        family.name, family.kind = f"{given.name} {family.name}", "person"
        return [family]
    return entries


def _name_first(entries: Sequence[Entry], view: View) -> None:
    """A given name alone that opens the byline before a house is a person's only one, no city: ``Budi - detikNews``."""
    first = entries[0] if len(entries) == 2 and view.context.language in MONONYMOUS else None
    if first is None or first.kind != "single" or entries[1].kind not in _HOUSES or first.name.isupper():
        return
    if is_given_name(first.name) and first.name.casefold() not in words("cities"):
        first.kind = "person"
