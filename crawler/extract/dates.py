"""Finding where a page prints when it was published and changed.

``<time datetime="2022-08-16T09:20">`` between headline and body is a candidate for ``date_published``;
"Aktualisiert: 3. Mai" one for ``date_modified``. Today's date in the page's header and a teaser's date are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.evidence import Candidate, Segment
from crawler.extract.lines.dates import DIGITS, FULL_DATE, LABEL, LABELS, LOOKS_DATED, STAMPED, is_bare, names_somebody
from crawler.extract.page.document import tidy
from crawler.extract.page.outline import Outline
from crawler.extract.page.place import Place
from crawler.normalise.bylines.noise import cut_noise
from crawler.normalise.names import begins_as_name, looks_like_person

_MACHINE = re.compile(
    r"^data-(?:[a-z]+-){0,2}(?:date|time|datetime|timestamp|published|publish|pubdate|unixtime|utc)(?:-[a-z]+)?$"
)
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d")
"""As hAtom writes it into the title of an ``abbr``."""
_SAYS_SO = re.compile(r"publish|publi[ck]a|modif|updat|datepub|posted|created")
_PLAYER = re.compile(r"player|duration|progress|reading|read-?time|countdown")
_LISTS = frozenset({"li", "ul", "ol"})
_RANKED = frozenset({"h2", "h3", "h4"})
"""Headings: blogs print the day above the post in one, named as a date."""
_PICTURES = frozenset({"img", "picture"})
_MOST_LEFT = 5
"""Letters beside the date in an element that is named after the author: a name has more."""
_NEVER = frozenset({"a", "h1", "h2", "h3", "h4", "button", "label", "input"})
_LONGEST = 160
_STAMP = 60
"""Characters within which a line that begins with a label names its day: "Published 10:00 a.m. Wednesday, May 3, 2024"."""
_WEIGHTS = {"head": 3, "above": 2, "tail": 1, "body": 0}


@dataclass(frozen=True, slots=True)
class Dates:
    """The candidates, and the elements that hold nothing but a date: they are no part of a byline or of the body."""

    candidates: tuple[Candidate, ...] = ()
    elements: frozenset[int] = frozenset()


def find_dates(place: Place) -> Dates:
    """The dates that stand around headline and body, those between the two first in rank."""
    elements = tuple(_units(place)) or tuple(_last_resort(place))
    found = tuple(candidate for element in elements for candidate in _candidates(place, element))
    return Dates(found, frozenset(element for element in elements if _is_pure(place, element)))


def _is_pure(place: Place, element: int) -> bool:
    """Whether the element holds nothing else, nobody's name either."""
    named = place.names(element)
    if place.outline.tags[element] == "time" or (named.date and not named.author):
        return True
    text = place.outline.text(element)
    left = "".join(cut_noise(LABEL.sub(" ", text)).texts) if named.author else ""
    return (
        is_bare(text)
        and sum(map(str.isalpha, left)) <= _MOST_LEFT
        and not (names_somebody(text) or _names_apart(place, element))
    )


def _names_apart(place: Place, element: int) -> bool:
    """Whether a person's name is a run of text of its own beside the date."""
    runs = place.outline.texts[place.outline.starts[element] : place.outline.stops[element]]
    return len(runs) > 1 and any(begins_as_name(run) and looks_like_person(run) for run in map(str.strip, runs))


def _units(place: Place) -> Iterator[int]:
    """``time`` elements; elements named after a date that hold no such element; dated lines between headline and body."""
    outline = place.outline
    done = -1
    for element in place.elements:
        if element >= done and _is_unit(place, element):
            done = outline.ends[element]
            yield element


def _last_resort(place: Place) -> Iterator[int]:
    """Where no date stands around headline and body: the only ``time``, a labelled line, the day above the post."""
    outline = place.outline
    stamps = (e for e in reversed(place.elements) if outline.tags[e] == "time" and _stands_alone(outline, e))
    times = {found[1]: element for element in stamps if (found := _machine(outline, element))}
    if len(times) == 1:
        yield from times.values()
        return
    for element in place.elements:
        short = 0 < outline.stops[element] - outline.starts[element] <= 6 and not place.is_main(element)
        whole = short and LABEL.match(text := outline.text(element)) and FULL_DATE.search(text) and _is_pure(place, element)
        if whole or (short and _has_labelled_line(outline, element)):
            yield element
            return
    before = outline.starts[place.region] - 1
    line = outline.lines[before] if before >= 0 else 0
    if place.names(line).date and FULL_DATE.search(outline.text(line)) and len(outline.text(line)) <= 40:
        yield line


def _has_labelled_line(outline: Outline, element: int) -> bool:
    """Whether one of the lines that the element holds is a label and a day: "Publié le: Mardi 05 Novembre 2024"."""
    lines = (tidy(outline.texts[text]) for text in range(outline.starts[element], outline.stops[element]))
    return any(len(line) <= _STAMP and LABEL.match(line) and FULL_DATE.search(line) for line in lines)


def _stands_alone(outline: Outline, element: int) -> bool:
    """Whether little more than the element stands on its line: a day within a sentence is another day."""
    first = outline.starts[element]
    if first == outline.stops[element]:
        return False
    line = outline.text(outline.lines[first])
    return len(line) <= len(outline.text(element)) + 20 and not line.endswith((".", "!", "?"))


def _is_unit(place: Place, element: int) -> bool:
    outline = place.outline
    if not _may_hold(place, element) or place.is_main(element) or _PLAYER.search(outline.words(element)):
        return False
    if outline.tags[element] == "time":
        return place.zone(element) in ("head", "above") or (place.zone(element) == "tail" and _is_labelled(outline, element))
    if any(outline.tags[other] == "time" or place.names(other).date for other in outline.within(element)):
        return False
    labelled = place.zone(element) != "tail" or place.names(element).details or _is_labelled(outline, element)
    return labelled and _is_dated(place, element)


def _may_hold(place: Place, element: int) -> bool:
    """Whether the element is called a date, or is a line that may print one."""
    outline = place.outline
    tag = outline.tags[element]
    if tag == "time":
        return True
    if outline.stops[element] - outline.starts[element] > 12 or (zone := place.zone(element)) == "body":
        return False
    named = place.names(element)
    if tag in _NEVER:
        return named.date and tag in _RANKED and len(outline.text(element)) <= 40
    if named.date or named.details:
        return True
    if zone == "head" and LABEL.match(text := outline.text(element)) and FULL_DATE.search(text):
        return True
    return _is_line(outline, element) and (zone == "head" or (zone == "tail" and bool(LABEL.match(outline.text(element)))))


def _is_line(outline: Outline, element: int) -> bool:
    """Whether the element is a block-level line with text of its own, or fills one that line breaks part."""
    first, stop, runs = outline.starts[element], outline.stops[element], outline.runs
    if first == stop or outline.lines[first] == element:
        return first < stop
    return (first == 0 or runs[first - 1] != runs[first]) and (stop == len(runs) or runs[stop] != runs[stop - 1])


def _is_dated(place: Place, element: int) -> bool:
    outline, named = place.outline, place.names(element)
    text = outline.text(element)
    if not LOOKS_DATED.search(text):
        return named.date and _machine(outline, element) is not None
    if named.date or named.details:
        return len(text) <= (_LONGEST if named.date else 2 * _LONGEST)
    if len(text) <= _LONGEST and STAMPED.match(text) and FULL_DATE.search(text[:_STAMP]):
        return True
    most = 24 if outline.tags[element] in _LISTS or _is_pictured(outline, element) else 60
    wordy = sum(letter.isalpha() for letter in text) > most or text.endswith(("!", "?"))
    return not wordy and len(DIGITS.findall(text)) > 1 and bool(FULL_DATE.search(text))


def _is_pictured(outline: Outline, element: int) -> bool:
    """Whether a picture stands in the element or its holder: a line of words and a date there is its caption."""
    holder = max(outline.parents[element], 0)
    short = outline.stops[holder] - outline.starts[holder] <= 12
    return any(outline.tags[within] in _PICTURES for within in outline.within(holder if short else element))


def _is_labelled(outline: Outline, element: int) -> bool:
    """Whether a word such as "Published" opens it or stands right before it, or its markup says so."""
    before = outline.texts[outline.starts[element] - 1] if outline.starts[element] else ""
    words = f"{outline.words(element)} {outline.words(max(outline.parents[element], 0))}"
    return bool(LABEL.match(outline.text(element)) or LABEL.search(before[:40]) or _SAYS_SO.search(words))


def _machine(outline: Outline, element: int) -> tuple[str, str] | None:
    """A date that an attribute holds for scripts, or the title of an ``abbr``."""
    tag = outline.tags[element]
    dated = "date" in (outline.attributes(element).get("itemprop") or "").lower()
    names = ("datetime", "content") if dated else ("datetime",)
    for name, value in outline.attributes(element).items():
        text = tidy(value or "")
        if (
            text
            and len(text) <= 40
            and any(letter.isdigit() for letter in text)
            and (name in names or _MACHINE.match(name) or (tag == "abbr" and _ISO.match(text)))
        ):
            return name, text
    return None


def _candidates(place: Place, element: int) -> Iterator[Candidate]:
    outline = place.outline
    tag, weight, named = outline.tags[element], _WEIGHTS[place.zone(element)], place.names(element)
    field, text, stated = _field(place, element), outline.text(element), _machine(outline, element)
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
    outline = place.outline
    if "pubdate" in outline.attributes(element):
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
        yield field, tidy(head)
    for mark, after in zip(marks, (*(m.start() for m in marks[1:]), len(text)), strict=True):
        if chunk := tidy(text[mark.start() : after]):
            yield LABELS[mark.group().lower()], chunk
