"""Finding where a page prints when it was published and changed.

``<time datetime="2022-08-16T09:20">`` between headline and body is a candidate for ``date_published``;
"Aktualisiert: 3. Mai" one for ``date_modified``. Today's date in the page's header and a teaser's date are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from crawler.evidence import Candidate, Segment
from crawler.extract.dates.units import around, is_pure, last_resort, machine
from crawler.extract.lines.dates import LABEL, LABELS, LOOKS_DATED
from crawler.extract.page.document import tidy
from crawler.extract.page.place import Place

_WEIGHTS = {"head": 3, "above": 2, "tail": 1, "body": 0}
_UNSURE = -2
"""Less than whatever else the page states."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The candidates, and the elements that hold nothing but a date: they are no part of a byline or of the body."""

    candidates: tuple[Candidate, ...] = ()
    elements: frozenset[int] = frozenset()


def find_dates(place: Place) -> Dates:
    """The dates that stand around headline and body, those between the two first in rank."""
    elements = tuple(around(place)) or tuple(last_resort(place))
    found = tuple(candidate for element in elements for candidate in _candidates(place, element))
    if not any(candidate.field == "date_published" for candidate in found):
        found = (*found, *(candidate for element in elements for candidate in _of_entry(place, element)))
    return Dates(found, frozenset(element for element in elements if is_pure(place, element)))


def _of_entry(place: Place, element: int) -> Iterator[Candidate]:
    """The only dates of an entry in the hAtom format, whose word for any date is "updated", where no word in print says so."""
    words = place.outline.words(element).split()
    if place.outline.tags[element] == "time" and "updated" in words and not LABEL.search(place.outline.text(element)):
        for found in _candidates(place, element):
            yield replace(found, field="date_published", weight=_UNSURE)


def _candidates(place: Place, element: int) -> Iterator[Candidate]:
    outline = place.outline
    tag, weight, named = outline.tags[element], _WEIGHTS[place.zone(element)], place.names(element)
    field, text, stated = _field(place, element), outline.text(element), machine(outline, element)
    printed = tuple(_parted(text, field))
    if stated:
        labelled = LABEL.search(text[:40])
        own = LABELS[labelled.group().lower()] if labelled else field
        # Beside "Posted: … | Updated: …" the one attribute may state either.
        sure = weight if len({each for each, _ in printed}) < 2 else 0
        yield Candidate(own, (Segment(stated[1]),), "dom", f"{tag}@{stated[0]}", weight=sure)
    key = ".".join((tag, *outline.words(element).split()[:1])) if tag != "time" else tag
    rank = weight - bool(stated) - (tag != "time" and not named.date)
    for own, chunk in printed:
        yield Candidate(own, (Segment(chunk),), "dom", key, weight=rank)


def _field(place: Place, element: int) -> str:
    """By the element's own words, then its holder's, then by what stands before it."""
    outline, attributes = place.outline, place.outline.attributes(element)
    if "pubdate" in attributes or "datePublished" in (attributes.get("itemprop") or ""):
        return "date_published"
    if place.names(element).changed or place.names(max(outline.parents[element], 0)).changed:
        return "date_modified"
    before = outline.starts[element] - 1
    if before >= 0 and len(label := tidy(outline.texts[before])) <= 40 and (labels := LABEL.findall(label)):
        return LABELS[labels[-1].lower()]
    return "date_published"


def _parted(text: str, field: str) -> Iterator[tuple[str, str]]:
    """One text with two dates, "Erstellt: … Aktualisiert: …", cut at its labels."""
    marks = list(LABEL.finditer(text))
    if not marks:
        if text:
            yield field, text
        return
    if LOOKS_DATED.search(head := text[: marks[0].start()]):
        if marks[0].end() == len(text):  # "2019年2月22日 14時30分 公開"
            yield LABELS[marks[0].group().lower()], tidy(head)
            return
        yield field, tidy(head)
    for mark, after in zip(marks, (*(m.start() for m in marks[1:]), len(text)), strict=True):
        if chunk := tidy(text[mark.start() : after]):
            yield LABELS[mark.group().lower()], chunk
