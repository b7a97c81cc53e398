"""What one piece of a byline names: person, agency, desk, house, place, job title, sign, or nothing known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from crawler.evidence import Context
from crawler.normalise.agencies import Agency, cut_first, cut_last, find_agency
from crawler.normalise.byline_titles import (
    begins_with_job,
    is_credential,
    is_desk,
    is_honorific,
    own_desk,
    part_honours,
    part_title,
)
from crawler.normalise.lexicon import words
from crawler.normalise.names import is_given_name, is_initials, looks_like_person, name_key, natural_case

_PAREN = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]?")
_FOR = re.compile(r"\s+(?i:special to|special for|for|für|pour|voor|för|para|untuk|для)\s+(?=[^\W\d_a-zß-öø-ÿ])")
_FOR_START = re.compile(r"(?i:special(?:ly)? (?:to|for)|exclusive to|for|für|pour|para|voor|för)\s+(?=\S)")
_IN = re.compile(r"\s+(?i:in|from|aus|at|à|w|v|в|у|из)\s+(?=[^\W\d_a-zß-öø-ÿа-яё])")
_IN_ALSO = re.compile(r"\s+(?i:en|em|i|au|ve|з|di|dari|na|nach|bei|près de|near)\s+(?=[^\W\d_a-zß-öø-ÿа-яё])")
"""Words for "in" that are particles of names elsewhere: they count only where the whole is no name."""
_IN_START = re.compile(r"(?i:in|from|aus|at|à|en|em|w|v|в|у|із|из|di|dari|في|من)\s+(?=\S)")
_OTHERS = re.compile(
    r"\s*외\s*(\d{1,3})\s*[명인]|\s*(?:and|und|et|y|e|dan|\+)\s*(\d{1,3})\s+(?:others?|more|weitere|autres|más|mais|lainnya)\b|\s*ほか(\d{1,3})人"
)
_DOMAIN = re.compile(r"(?:[\w-]{2,40}\.){1,3}[A-Za-z]{2,10}")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)+|\d+")
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}(?:,\d)*$|[*†‡§¹²³⁴⁵]+$")
_CASELESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_NICK = re.compile(r"\s*[\"“„«'‘][^\"“”„«»'’]{2,20}[\"”“»'’]")
_DESK_CODES = frozenset(["lno", "lsw", "lby", "lbn", "lbb", "lbw", "lhe", "lmv", "lni", "lnw", "lrs", "lrp", "lsa", "lsc", "lsn", "lth", "lah", "lsl"])


@dataclass(frozen=True, slots=True)
class Piece:
    """What a piece names. ``kind`` is person, agency, house, publisher, desk, title, place, affiliation, initials, credential,
    single (one capitalised word), other, or nothing. ``agency`` comes with agencies and with titles that name one.
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

    context: Context = Context()
    units: Mapping[str, str] = field(default_factory=dict)
    """Name key to Person, Organization or nothing, for texts that stand alone in a link to an author, or in structured data."""


NOTHING = Piece("nothing")


def read_piece(text: str, view: View) -> tuple[Piece, ...]:
    """What the text names, most important first; a piece may name a person and, in brackets or behind, an agency."""
    text, others = _cut_others(text)
    text, inner = _cut_brackets(text)
    if not text:
        found = tuple(piece for part in inner for piece in _inside(part, view, alone=True))
        return found or ((replace(NOTHING, others=others),) if others else ())
    pieces = _read(text, view)
    if others and pieces:
        pieces = (replace(pieces[0], others=others), *pieces[1:])
    return (*pieces, *(piece for part in inner for piece in _inside(part, view, alone=False)))


def is_publisher(text: str, context: Context) -> bool:
    """Whether the text is one of the site's own names or hosts, with or without a word such as "News" or "Online"."""
    key = name_key(text)
    label = text.rsplit(".", 1)[0].casefold() if _DOMAIN.fullmatch(text) else key
    for own in _own_keys(context.publishers, context.hosts):
        if own in {key, label} or key.replace(" ", "") == own.replace(" ", ""):
            return True
        if text.isupper() and len(text) > 2 and own.startswith(key + " "):
            return True
        if key.startswith(own + " ") and all(word in words("organisation_words") for word in key[len(own) :].split()):
            return True
    return False


def _read(text: str, view: View) -> tuple[Piece, ...]:
    known = _known(text, view)
    if known is not None:
        return (known,)
    if _CASELESS.match(text):
        return _read_caseless(text, view)
    for reader in (_edition, _placed, _named, _employed, _placed_also, _titled, _crowded):
        found = reader(text, view)
        if found:
            return found
    return (_shape(text),)


def _known(text: str, view: View) -> Piece | None:
    """Texts that the word lists know whole."""
    low = text.casefold().strip(" .:+")
    if low in words("byline_furniture") or low in words("unnamed_agencies") or is_honorific(text):
        return NOTHING
    agency = find_agency(text)
    if is_publisher(text, view.context) and not (agency and agency.kind == "wire"):
        return Piece("publisher", text)
    if agency:
        return Piece("agency" if agency.kind in {"wire", "photo", "stock"} else "house", text, agency=agency)
    if low in {"red", "pm"}:
        return Piece("sign", text)
    if low in words("desk_phrases"):
        return Piece("desk", own_desk(text))
    if low in words("places"):
        return Piece("place", text)
    if is_credential(text):
        return Piece("credential", text)
    return None


def _named(text: str, view: View) -> tuple[Piece, ...] | None:
    """A person and nothing else, in any case of letters, honours parted from the name."""
    honours = part_honours(text)
    name = _FOOTNOTE.sub("", honours.name)
    if _NICK.search(name):
        bare = _NICK.sub("", name)
        return (_person(name, honours.prefix, honours.suffix),) if looks_like_person(bare) and not part_title(bare) else None
    unit = view.units.get(name_key(name))
    if unit == "Organization":
        return None
    if looks_like_person(name, language=view.context.language) and not (unit is None and part_title(name)):
        return (_person(name, honours.prefix, honours.suffix),)
    if unit == "Person" and name and not _SLUG.fullmatch(name):
        return (_person(name, honours.prefix, honours.suffix),)
    mended = _flattened(name) or _from_slug(name)
    return (_person(mended, honours.prefix, honours.suffix),) if mended else None


def _from_slug(text: str) -> str | None:
    """A person's name as an address spells it: ``chuck-ross``, where the first word is a given name."""
    parts = text.replace("_", "-").split("-")
    slug = 2 <= len(parts) <= 3 and all(part.isalpha() and part.islower() for part in parts)
    return natural_case(" ".join(parts)) if slug and is_given_name(parts[0]) and len(parts[-1]) > 1 else None


def _flattened(name: str) -> str | None:
    """A name printed small, whole or behind its initials (``e. barreneche``, ``J. I. da silva``), with its capitals."""
    initials = name[:1].isalpha() and name[1:2] == "."
    if " " not in name or not (name.islower() or (initials and name.rsplit(" ", 1)[-1].islower())):
        return None
    if part_title(name) or is_desk(name):
        return None
    mended = natural_case(name.lower())
    return mended if looks_like_person(mended) else None


def _person(name: str, prefix: str = "", suffix: str = "") -> Piece:
    return Piece("person", name, prefix=prefix, suffix=suffix)


def _edition(text: str, view: View) -> tuple[Piece, ...] | None:
    """An agency's service for a country or in a language: ``AFP Deutschland``."""
    cut = cut_first(text)
    if (
        cut is None
        or cut[0].kind != "wire"
        or " " in cut[1]
        or not cut[1].istitle()
        or view.units.get(name_key(text)) == "Person"
    ):
        return None
    named = not text.split(maxsplit=1)[0].istitle() or cut[1].casefold() in words("organisation_words")
    return (Piece("agency", text, agency=replace(cut[0], name=text)),) if named and not part_title(cut[1]) else None


def _employed(text: str, view: View) -> tuple[Piece, ...] | None:
    """A person for a house, or with an agency's name behind: ``Dolores Chang For Dailymail.Com``, ``… The Associated Press``."""
    if start := _FOR_START.match(text):
        return (Piece("affiliation", text[start.end() :]),)
    parts = _FOR.split(text, maxsplit=1)
    if len(parts) == 2 and (person := _named(parts[0], view)):
        return (replace(person[0], house=parts[1]),)
    cut = cut_last(text)
    if cut and (person := _named(cut[0].rstrip(" ,-–—"), view)):
        return (*person, Piece("agency" if cut[1].kind == "wire" else "house", cut[1].name, agency=cut[1]))
    return None


def _placed(text: str, view: View) -> tuple[Piece, ...] | None:
    """A person or agency in a place: ``Edward Qorro in Arusha``; a place alone behind its preposition."""
    if _IN_START.match(text) and len(text.split()) <= 4 and not part_title(text):
        return (Piece("place", _IN_START.sub("", text, count=1)),)
    return _at(_IN, text, view)


def _placed_also(text: str, view: View) -> tuple[Piece, ...] | None:
    return _at(_IN_ALSO, text, view)


def _at(preposition: re.Pattern[str], text: str, view: View) -> tuple[Piece, ...] | None:
    parts = preposition.split(text, maxsplit=1)
    if len(parts) < 2 or part_title(parts[1]):
        return None
    left = _known(parts[0], view) or next(iter(_named(parts[0], view) or _titled(parts[0], view) or ()), None)
    return (replace(left, place=parts[1]),) if left and left.kind in {"person", "agency", "desk", "title"} else None


def _titled(text: str, view: View) -> tuple[Piece, ...] | None:
    """A job title, with or without the person who has it; a desk."""
    first = cut_first(text)
    if first and first[0].kind == "wire" and (job := part_title(first[1])) and not job.name:
        return (Piece("title", text, title=text, agency=first[0]),)
    titled = part_title(text, language=view.context.language)
    if titled is None:
        return (Piece("desk", own_desk(text)),) if is_desk(text) else None
    agency = cut_first(titled.title)
    house = agency[0] if agency and agency[0].kind == "wire" else None
    person = _named(titled.name, view) if titled.name else None
    if person:
        return (replace(person[0], title=titled.title, agency=house),)
    kind = "desk" if is_desk(text) and not begins_with_job(text) else "title"
    if titled.name and (found := _known(titled.name, view)) and found.agency:
        house = found.agency
    return (Piece(kind, text, title=text, agency=house),)


def _crowded(text: str, view: View) -> tuple[Piece, ...] | None:
    """A person and a house that nothing parts: ``Trevor J. Mitchell Sioux Falls Argus Leader``."""
    tokens = text.split()
    size = 3 if len(tokens) > 1 and len(tokens[1].strip(".")) == 1 else 2
    if len(tokens) < size + 3 or tokens[-1].casefold() not in words("organisation_words"):
        return None
    person = _named(" ".join(tokens[:size]), view)
    return (replace(person[0], house=" ".join(tokens[size:])),) if person else None


def _shape(text: str) -> Piece:
    """What an unknown text looks like."""
    tokens = text.split()
    if len(tokens) == 1 and is_initials(text) and (text.islower() or "." not in text):
        return Piece("nothing") if text in _DESK_CODES else Piece("initials", text)
    if _DOMAIN.fullmatch(text):
        return Piece("house", text)
    if len(tokens) == 1 and text[0].isupper() and not _SLUG.fullmatch(text):
        return Piece("single", text)
    if any(token.casefold().strip(".,") in words("organisation_words") for token in tokens) and text[0].isupper():
        return Piece("affiliation", text)
    if len(tokens) == 1 and _uncased(text):
        return Piece("single", text)
    return Piece("other", text)


def _uncased(text: str) -> bool:
    return (text.isalpha() is False and not text.isascii()) or (not text.isupper() and not text.islower())


def _read_caseless(text: str, view: View) -> tuple[Piece, ...]:
    """Han, Kana, Hangul and Thai: job titles hang on names, places and departments stand before them."""
    language = view.context.language
    unit = view.units.get(name_key(text))
    if unit == "Person" or (
        unit is None and " " not in text and looks_like_person(text, language=language) and not is_desk(text)
    ):
        return (_person(text),)
    found: list[Piece] = []
    tokens = [token for part in text.split() for token in _cut_titles(part)]
    for token in tokens:
        if token in words("job_titles"):
            found = _with_title(found, token)
        else:
            found.append(_caseless_token(token, view))
    merged = _merge_spaced(found, language)
    titled = any(piece.title or piece.kind in {"desk", "agency", "publisher", "house", "title"} for piece in merged)
    return tuple(merged) if titled or len(merged) == 1 else (Piece("other", text),)


def _caseless_token(token: str, view: View) -> Piece:
    known = _known(token, view)
    if known:
        return known
    if is_desk(token) or any(token.endswith(word) for word in words("desk_words") if len(word) > 1 and _CASELESS.match(word)):
        return Piece("desk", token)
    if view.units.get(name_key(token)) == "Person" or looks_like_person(token, language=view.context.language):
        return _person(token)
    return Piece("single", token)


def _with_title(found: list[Piece], title: str) -> list[Piece]:
    """The title goes to the piece before it, which it makes a person, unless that is a house; else to the next."""
    if found and found[-1].kind in {"person", "single"} and len(found[-1].text) <= 8:
        earlier = [
            replace(piece, kind="place") if piece.kind in {"person", "single"} and not piece.title else piece
            for piece in found[:-1]
        ]
        return [*earlier, replace(found[-1], kind="person", title=title)]
    return [*found, Piece("title", title, title=title)]


def _merge_spaced(found: list[Piece], language: str | None) -> list[Piece]:
    """Family and given name printed apart (``山田 太郎``) are one person."""
    texts = [piece.text for piece in found]
    short = len(found) == 2 and all(len(text) <= 4 for text in texts) and not any(piece.title for piece in found)
    if (
        short
        and all(piece.kind in {"person", "single"} for piece in found)
        and looks_like_person(" ".join(texts), language=language)
    ):
        return [_person(" ".join(texts))]
    return found


@cache
def _han_titles() -> re.Pattern[str]:
    titles = sorted((word for word in words("job_titles") if _CASELESS.match(word)), key=len, reverse=True)
    return re.compile("(" + "|".join(map(re.escape, titles)) + ")$")


def _cut_titles(token: str) -> list[str]:
    """A word of such a script and the job title that ends it: ``박준석기자``, ``山田太郎記者``."""
    match = _han_titles().search(token)
    return [token[: match.start()], match[0]] if match and 2 <= match.start() <= 8 else [token]


def _inside(text: str, view: View, *, alone: bool) -> tuple[Piece, ...]:
    """What stands in brackets: agency, place, title, credential; a sign beside a name says nothing new."""
    text = text.strip(" ,.")
    if not text:
        return ()
    pieces = _read(text, view)
    if alone:
        return pieces
    kinds = {"single": "place", "other": "affiliation", "person": "affiliation", "initials": "nothing", "house": "affiliation"}
    return tuple(replace(piece, kind=kinds.get(piece.kind, piece.kind)) for piece in pieces)


def _cut_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    if "(" not in text and "[" not in text:
        return text, ()
    inner = tuple(_PAREN.findall(text))
    return _PAREN.sub(" ", text).strip(" ()[]"), inner


def _cut_others(text: str) -> tuple[str, int]:
    match = _OTHERS.search(text)
    if not match:
        return text, 0
    return (text[: match.start()] + " " + text[match.end() :]).strip(), int(next(filter(None, match.groups())))


@cache
def _own_keys(publishers: tuple[str, ...], hosts: tuple[str, ...]) -> tuple[str, ...]:
    """Name keys of the publisher's names, its hosts and the hosts' first labels."""
    labels = (host.removeprefix("www.").split(".")[0] for host in hosts)
    names = (
        *publishers,
        *hosts,
        *(host.removeprefix("www.") for host in hosts),
        *(label for label in labels if len(label) > 2),
    )
    return tuple(dict.fromkeys(key for key in map(name_key, names) if key))
