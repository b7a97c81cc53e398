"""What one piece of a byline names: person, agency, desk, house, place, job title, sign, or nothing known."""

from __future__ import annotations

import re
from dataclasses import replace

from crawler.normalise.agencies import cut_first, cut_last
from crawler.normalise.bylines.caseless import CASELESS, read_caseless
from crawler.normalise.bylines.known import DOMAIN, MONONYMOUS, NOTHING, Piece, View, read_known, read_post
from crawler.normalise.bylines.labels import whole_label
from crawler.normalise.bylines.named import SLUG, read_name
from crawler.normalise.bylines.titles import begins_with_job, is_desk, own_desk, part_title
from crawler.normalise.lexicon import words
from crawler.normalise.names import is_initials, name_key
from crawler.normalise.visible import begins_small

_PAREN = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]?")
_WITH = re.compile(r"^(?:avec|mit|with|con|com|met|med)\s+")
_FOR = re.compile(r"\s+(?i:special to|special for|for|für|pour|voor|för|para|untuk|для)\s+(?=[^\W\d_a-zß-öø-ÿ])")
_FOR_START = re.compile(
    r"(?:da|do|della|(?i:special(?:ly)? (?:to|for)|exclusive to|for|für|pour|para|voor|för"
    r"|(?:em )?colaboração para(?: [oa])?|(?:en )?colaboración (?:con|para)|especial para(?: [oa]| el| la)?))\s+(?=\S)"
)
_IN = re.compile(r"\s+(?i:in|from|aus|at|à|w|v|в|у|из)\s+(?=[^\W\d_a-zß-öø-ÿа-яё])")
_IN_ALSO = re.compile(r"\s+(?i:en|em|i|au|ve|з|di|dari|na|nach|bei|près de|near)\s+(?=[^\W\d_a-zß-öø-ÿа-яё])")
"""Words for "in" that are particles of names elsewhere: they count only where the whole is no name."""
_IN_START = re.compile(r"(?i:in|from|aus|at|à|en|em|w|v|в|у|із|из|di|dari|في|من)\s+(?=\S)")
_OTHERS = re.compile(
    r"\s*외\s*(\d{1,3})\s*[명인]|\s*(?:and|und|et|y|e|dan|\+)\s*(\d{1,3})\s+(?:others?|more|weitere|autres|más|mais|lainnya)\b|\s*ほか(\d{1,3})人"
    r"|^\+?\s*(\d{1,3})\s+(?:others?|more|weitere|autres|más|mais|lainnya)$"
)
_OWNED = re.compile(r"([\w.& -]{2,40}?)['’]s\s+")
_FROM_HOUSE = re.compile(r"(?:[Dd]a|[Dd]o|della|dello|dell['’])\s*(?=[A-ZÀ-Þ])")
_FROM_LANGUAGES = frozenset({"pt", "it"})
_DOTTED = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ]\.")
"""A sign of capitals: ``J.D.``, ``J. D.``, ``J.-M. R.``"""
_BRAND = re.compile(r"^[a-z]+[A-Z]|[a-z][A-Z]")
_PREFIXES = ("Mc", "Mac", "De", "La", "Le", "Di", "Du", "Van", "O'", "Fitz")


def read_piece(text: str, view: View) -> tuple[Piece, ...]:
    """What the text names, most important first; a piece may name a person and, in brackets or behind, an agency."""
    text, others = _cut_others(text)
    text, inner = _cut_brackets(text)
    if not text:
        found = tuple(piece for part in inner for piece in _inside(part, view, alone=True))
        return found or ((replace(NOTHING, others=others),) if others else ())
    pieces = _read(text, view)
    within = tuple(piece for part in inner for piece in _inside(part, view, alone=False))
    if pieces[0].kind == "single" and within and within[0].kind == "place" and view.context.language in MONONYMOUS:
        return (replace(pieces[0], kind="person", place=within[0].text),)
    if others:
        pieces = (replace(pieces[0], others=others), *pieces[1:])
    return (*pieces, *within) if within else pieces


def _read(text: str, view: View) -> tuple[Piece, ...]:
    known = read_known(text, view)
    if known is not None:
        return (known,)
    place, name = (side.strip() for side in text.partition(":")[::2])
    if place and name and ":" not in name and (posted := read_known(place, view)) and posted.kind == "place":
        return tuple(replace(piece, place=posted.text) for piece in read_piece(name, view))
    if CASELESS.match(text):
        return read_caseless(text, view)
    for reader in (_owned, _edition, _placed, read_name, _employed, _placed_also, _titled, _crowded):
        found = reader(text, view)
        if found:
            return found
    return (_shape(text),)


def _owned(text: str, view: View) -> tuple[Piece, ...] | None:
    """A person behind the name of the house: ``CNN's Jane Doe``; the house behind the person: ``da Folha de S.Paulo``."""
    start = _FROM_HOUSE.match(text) if view.context.language in _FROM_LANGUAGES else None
    rest = text[start.end() :] if start else ""
    if start and (" " in rest or rest.isupper()) and view.units.get(name_key(text)) != "Person":
        return (Piece("affiliation", rest, prefix=start[0].strip()),)
    house = _OWNED.match(text)
    if house is None or not (read_known(house[1], view) or house[1].isupper()):
        return None
    return tuple(replace(piece, house=house[1]) for piece in read_name(text[house.end() :], view) or ()) or None


def _edition(text: str, view: View) -> tuple[Piece, ...] | None:
    """An agency's or broadcaster's service for a country or in a language: ``AFP Deutschland``, ``CNN Indonesia``."""
    cut = cut_first(text)
    if cut is None or " " in cut[1] or not cut[1].istitle() or view.units.get(name_key(text)) == "Person":
        return None
    named = not text.split(maxsplit=1)[0].istitle() or cut[1].casefold() in words("organisation_words")
    if not named or part_title(cut[1]):
        return None
    return (Piece("agency" if cut[0].kind == "wire" else "house", text, agency=replace(cut[0], name=text)),)


def _employed(text: str, view: View) -> tuple[Piece, ...] | None:
    """A person for a house or before an agency: ``Dolores Chang For Dailymail.Com``, ``Jane Doe The Associated Press``."""
    if start := _FOR_START.match(text):
        house = text[start.end() :].removeprefix("the ").removeprefix("The ")
        return (Piece("affiliation", house, prefix=start[0].strip()),)
    parts = _FOR.split(text, maxsplit=1)
    if len(parts) == 2 and (person := read_name(parts[0], view)):
        return (replace(person[0], house=parts[1]),)
    cut = cut_last(text)
    if cut and (person := read_name(cut[0].rstrip(" ,-–—"), view)):
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
    left = read_known(parts[0], view) or next(iter(read_name(parts[0], view) or _titled(parts[0], view) or ()), None)
    if left is None or left.kind not in {"person", "agency", "desk", "title"}:
        return None
    if left.kind == "title":
        return (replace(left, title=text, place=parts[1]),)
    if any(word.casefold() in words("organisation_words") for word in parts[1].split()):
        return (replace(left, house=parts[1]),)
    return (replace(left, place=parts[1]),)


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
    person = read_name(titled.name, view) if titled.name else None
    if person:
        return (replace(person[0], title=titled.title, agency=house),)
    kind = "desk" if is_desk(text) and not begins_with_job(text) else "title"
    if titled.name and (found := read_known(titled.name, view)) and found.agency:
        house = found.agency
    return (Piece(kind, text, title=text, agency=house),)


def _crowded(text: str, view: View) -> tuple[Piece, ...] | None:
    """A person and a house that nothing parts: ``Trevor J. Mitchell Sioux Falls Argus Leader``."""
    tokens = text.split()
    size = 3 if len(tokens) > 1 and len(tokens[1].strip(".")) == 1 else 2
    if len(tokens) < size + 3 or tokens[-1].casefold() not in words("organisation_words"):
        return None
    person = read_name(" ".join(tokens[:size]), view)
    return (replace(person[0], house=" ".join(tokens[size:])),) if person else None


def _shape(text: str) -> Piece:
    """What an unknown text looks like."""
    tokens = text.split()
    if not any(map(str.isalpha, text)) or "%" in text:
        return NOTHING
    if _DOTTED.fullmatch(text):
        return NOTHING if text.replace(" ", "").casefold() in words("no_initials") else Piece("initials", text)
    if len(tokens) == 1:
        return _shape_word(text)
    named = any(token.casefold().strip(".,") in words("organisation_words") for token in tokens)
    return Piece("affiliation" if named and not begins_small(text) else "other", text)


def _shape_word(text: str) -> Piece:
    if len(text.strip(".")) == 1 and text.isascii():
        return NOTHING
    if is_initials(text) and (text.islower() or "." not in text):
        return NOTHING if text in words("no_initials") else Piece("initials", text)
    if DOMAIN.fullmatch(text) or (_BRAND.search(text) and not text.startswith(_PREFIXES)):
        return Piece("house", text)
    return Piece("single" if (text[0].isupper() or _uncased(text)) and not SLUG.fullmatch(text) else "other", text)


def _uncased(text: str) -> bool:
    return (text.isalpha() is False and not text.isascii()) or (not text.isupper() and not text.islower())


def _inside(text: str, view: View, *, alone: bool) -> tuple[Piece, ...]:
    """What stands in brackets: agency, place, title, credential; a sign beside a name says nothing new."""
    text = _WITH.sub("", text.strip(" ,."))
    if not text:
        return ()
    if not alone and (label := whole_label(text)) and label.roles:
        return (Piece("role", text),)
    posted = read_post(text, view)
    pieces = posted if posted and not (alone and read_name(posted[0].text, view)) else _read(text, view)
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
