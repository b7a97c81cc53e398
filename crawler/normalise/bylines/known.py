"""What a piece of a byline names that the word lists or the page's own names know whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from crawler.evidence import Context
from crawler.normalise.agencies import Agency, find_agency
from crawler.normalise.bylines.titles import is_credential, is_desk, is_honorific, own_desk, part_title
from crawler.normalise.lexicon import words
from crawler.normalise.names import is_given_name, name_key

MONONYMOUS = frozenset({"id", "ms", "jv", "my", "ta", "te", "kn", "ml", "hi", "mn"})
"""Languages whose bearers often have one name only."""
DOMAIN = re.compile(r"(?:[\w-]{2,40}\.){1,3}[A-Za-z]{2,10}")
_NOTICE = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_NUMBER = re.compile(r"^\d+\s+")
_TEAMS = frozenset({"tim", "team", "redaksi", "redaktion", "équipe", "equipo", "equipe", "redacción", "redazione"})
_SIGNS = frozenset({"red", "pm"})
"""Signs of a desk that may also stand alone: "Redaktion", "Pressemitteilung"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a piece names. ``kind`` is person, agency, house, publisher, desk, title, place, affiliation, initials, credential,
    single (one capitalised word), other, or nothing. ``agency`` comes with agencies and with titles that name one, ``prefix``
    is an honour before a person, "for" before an affiliation.
    """

    kind: str
    text: str = ""
    title: str = ""
    prefix: str = ""
    suffix: str = ""
    place: str = ""
    house: str = ""
    agency: Agency | None = None
    others: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """What the reader of pieces knows of the page: its context and the names that its markup or data state whole."""

    context: Context = field(default_factory=Context)
    units: Mapping[str, str] = field(default_factory=dict)
    """Name key to Person, Organization or nothing, for texts that stand alone in a link to an author, or in structured data."""


NOTHING = Piece("nothing")


def read_known(text: str, view: View) -> Piece | None:
    """The piece, if it is furniture, publisher, agency, desk, place or credential in a known spelling; else ``None``."""
    low = _NUMBER.sub("0 ", text.replace("İ", "I").casefold().strip(" .:+"))
    agency = find_agency(text)
    if (
        (low in words("byline_furniture") and not agency)
        or low.rstrip(" :") in words("date_labels")
        or low in words("unnamed_agencies")
        or is_honorific(text)
        or _NOTICE.match(text)
    ):
        return NOTHING
    if is_publisher(text, view.context) and not (agency and agency.kind == "wire"):
        return Piece("publisher", text)
    if own := _own_part(text, view):
        return Piece(own, text)
    if agency:
        return Piece("agency" if agency.kind in {"wire", "photo", "stock"} else "house", text, agency=agency)
    return _read_listed(text, low)


def _read_listed(text: str, low: str) -> Piece | None:
    if low in _SIGNS:
        return Piece("sign", text)
    if low in words("desk_phrases"):
        return Piece("desk", own_desk(text))
    if low in words("places") or low.replace(".", "") in words("places"):
        return Piece("place", text)
    if not text[0].isascii() and text[0].upper() == text[0].lower() and low in words("cities"):
        return Piece("place", text)
    return Piece("credential", text) if is_credential(text) else None


def read_post(text: str, view: View) -> tuple[Piece, Piece] | None:
    """Where somebody writes from and as what: ``Bruxelles, envoyée spéciale``."""
    place, comma, job = text.partition(", ")
    title = part_title(job) if comma and place[:1].isupper() and not part_title(place) else None
    known = read_known(place, view)
    if title is None or title.name or (known and known.kind != "place"):
        return None
    return Piece("place", place), Piece("title", job, title=job)


def is_publisher(text: str, context: Context) -> bool:
    """Whether the text is one of the site's own names or hosts, with or without a word such as "News" or "Online"."""
    key = name_key(text)
    if DOMAIN.fullmatch(text):
        low = text.casefold()
        if any(host == low or host.endswith("." + low) for host in context.hosts):
            return True
        key = name_key(text.rsplit(".", 1)[0])
    squeezed = key.replace(" ", "")
    if any(squeezed == host for host in _host_keys(context.hosts)):
        return True
    return any(_is_own(key, own, shouted=text.isupper()) for own in _own_keys(context.publishers))


def is_of_host(text: str, context: Context) -> bool:
    """Whether a word of the name is the site's host: ``Kompas Cyber Media`` at kompas.com."""
    return any(len(word) > 3 and word in _host_keys(context.hosts) for word in name_key(text).split())


def _own_part(text: str, view: View) -> str | None:
    """A team or a section of the house, by its name: ``Tim VIVA`` is a desk, ``detik Finance`` a house."""
    words_of_it = text.split(maxsplit=1)
    if len(words_of_it) < 2 or view.units.get(name_key(text)) == "Person":
        return None
    first, rest = words_of_it
    if first.casefold() in _TEAMS and is_publisher(rest, view.context):
        return "desk"
    key = name_key(text)
    whose = next((own for own in _own_keys(view.context.publishers) if key.startswith(own + " ")), None)
    if whose is None or is_given_name(whose.split(" ")[0]) or part_title(text) or is_desk(text):
        return None
    section = key[len(whose) + 1 :].split(" ")
    return "house" if len(section) < 4 and section[0] != "s" and not is_given_name(section[0]) else None


def _is_own(key: str, own: str, *, shouted: bool) -> bool:
    if key.replace(" ", "") == own.replace(" ", ""):
        return True
    if shouted and len(key) > 2 and (own.startswith(key + " ") or key.startswith(own + " ")):
        return True
    return key.startswith(own + " ") and all(word in words("organisation_words") for word in key[len(own) :].split())


@cache
def _own_keys(publishers: tuple[str, ...]) -> tuple[str, ...]:
    """Name keys of the publisher's names, with and without an article."""
    keys = [key for key in map(name_key, publishers) if key]
    return tuple(dict.fromkeys((*keys, *(key[4:] for key in keys if key.startswith("the ")))))


@cache
def _host_keys(hosts: tuple[str, ...]) -> frozenset[str]:
    """The hosts' labels but the last, and the hosts, letters and digits only."""
    labels = (label for host in hosts for label in host.split(".")[:-1] if len(label) > 2)
    return frozenset(name_key(text).replace(" ", "") for text in (*hosts, *labels))
