"""Lines that their words alone make a byline: "Von Max Muster", a name beside a date, "Redazione ANSA"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crawler.extract.lines.credits import (
    is_credit_line,
    is_newsroom,
    is_person_of_wire,
    is_sign,
    is_staff,
    is_wire,
    names_someone,
)
from crawler.extract.lines.dates import beside_date, is_bare, looks_dated, opens_with_name
from crawler.extract.page.outline import Outline
from crawler.extract.page.place import Place
from crawler.extract.page.spans import fills_line
from crawler.normalise.bylines.labels import whole_label
from crawler.normalise.likeness import bare
from crawler.normalise.names import begins_as_name, is_given_name, looks_like_person

_LONGEST = 150
"""Characters of such a line."""
_BESIDE_NAME, _SHORT = 60, 25
_LONGEST_NAME = 45
_MOST_NAMES = 4
WEIGHTS = {"head": 4, "above": 3, "tail": 2, "body": 1}
"""How much the element of a zone is worth that the markup names after the author; a line is worth one less."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the page beforehand: its language, the site's names (case folded), the writers it states (bare)."""

    language: str | None = None
    houses: frozenset[str] = frozenset()
    writers: frozenset[str] = frozenset()

    def is_named_in(self, text: str) -> bool:
        """Whether a stated writer's name stands in the text, with little beside it."""
        if not self.writers:
            return False
        own = bare(text)
        return any(name in own and len(own) <= len(name) + _BESIDE_NAME for name in self.writers)


def worded(place: Place, known: Known, others: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Short lines above and below the text that say "Von …", or a name that the page states as its author's."""
    outline = place.outline
    skipped = -1
    below = outline.stops[place.headline] if place.headline is not None else -1
    for element in place.elements:
        first, end = outline.starts[element], outline.stops[element]
        if element in others:
            skipped = outline.ends[element]
        if element < skipped or not 0 < end - first <= 12:
            continue
        zone = place.zone(element)
        if zone == "body" or place.is_main(element):
            continue
        text = outline.text(element)
        if len(text) > _LONGEST:
            continue
        named = outline.lines[first] == element and known.is_named_in(text)
        signed = zone == "tail" and is_sign(text)
        signed = signed or (first == below and (is_wire(text) or text.casefold() in known.houses))
        signed = signed or (zone == "head" and place.names(element).details and _begins_details(text, outline.texts[first]))
        line = _marked(outline, first, text, known.language)
        signed = signed or (zone == "head" and (_is_bare_credit(text, known.language) or opens_with_name(text)))
        signed = signed or (zone == "head" and not place.names(element).beside and _is_dated_name(outline, element, known))
        if named or signed or _is_credit(line, known, above=zone != "tail"):
            skipped = outline.ends[element]
            yield element, WEIGHTS[zone] - 1


def _is_bare_credit(text: str, language: str | None) -> bool:
    """Whether a line between headline and text credits somebody without a by-word."""
    return is_newsroom(text) or is_staff(text, language) or is_person_of_wire(text, language)


def _is_credit(line: str, known: Known, *, above: bool) -> bool:
    """Whether the line, or above the text a part of it beside a date, credits somebody."""
    parts = beside_date(line) if above and looks_dated(line) else [line]
    return any(is_credit_line(part, known.language, houses=known.houses, above=above) for part in parts)


def _is_dated_name(outline: Outline, element: int, known: Known) -> bool:
    """Whether an element is names, wires or the house's, and nothing else, and a date stands before or behind it.

    On its own line a short run, a place or a rubric, may part them; on a line with more the date must be bare.
    """
    first, end = outline.starts[element], outline.stops[element]
    texts = [" ".join(text.split()) for text in outline.texts[first:end]]
    if len(texts) > _MOST_NAMES or not all(_is_sure_name(text, known) for text in texts):
        return False
    alone = fills_line(outline, element)
    return _is_dated(outline, first, -1, alone=alone) or _is_dated(outline, end - 1, 1, alone=alone)


def _is_dated(outline: Outline, text: int, step: int, *, alone: bool) -> bool:
    """Whether the next run of text in that direction is a date, or the one after a short one."""
    for at in (text + step, text + 2 * step)[: 1 + alone]:
        run = outline.texts[at].strip() if 0 <= at < len(outline.texts) else " " * _BESIDE_NAME
        if len(run) < _BESIDE_NAME and looks_dated(run) and (alone or is_bare(run)):
            return True
        if len(run) > _SHORT:
            break
    return False


def _is_sure_name(text: str, known: Known) -> bool:
    """Whether a text is a person whose given name is known, an agency, or the house."""
    if len(text) > _LONGEST_NAME or "/" in text:
        return False
    given = text.partition(" ")[0]
    person = (is_given_name(given) or given.endswith(".")) and looks_like_person(text, language=known.language)
    return person or is_wire(text) or text.casefold() in known.houses


def _begins_details(text: str, first: str) -> bool:
    """Whether a line of details is a person's name and a date behind a bar, "Jane Doe | May 3, 2024", or in another run."""
    name, bar, rest = text.partition("|")
    if bar and looks_dated(rest) and looks_like_person(name.strip()):
        return True
    own = " ".join(first.split())
    return begins_as_name(own) and looks_like_person(own) and looks_dated(text.removeprefix(own))


def _marked(outline: Outline, first: int, text: str, language: str | None) -> str:
    """The line with a colon behind a label that an element of its own sets apart: ``<b>Author</b> Jane Doe``."""
    label = " ".join(outline.texts[first].split())
    rest = text.removeprefix(label).strip()
    apart = rest and len(label) < _BESIDE_NAME and whole_label(label) is not None
    return f"{label}: {rest}" if apart and names_someone(rest, language) else text
