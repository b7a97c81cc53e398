"""The elements that print a date: ``time`` elements, elements named after one, lines and runs of text that are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.extract.lines.credits import is_credit_line
from crawler.extract.lines.dates import (
    DIGITS,
    FULL_DATE,
    LABEL,
    LOOKS_DATED,
    STAMPED,
    beside_date,
    is_bare,
    is_date,
    names_somebody,
)
from crawler.extract.page.document import tidy
from crawler.extract.page.outline import Outline
from crawler.extract.page.place import Place
from crawler.extract.page.roles import AUTHOR_LINK
from crawler.extract.page.spans import fills_line
from crawler.normalise.agencies import find_agency
from crawler.normalise.bylines.noise import cut_noise
from crawler.normalise.names import begins_as_name, looks_like_person

_MACHINE = re.compile(
    r"^data-(?:[a-z]+-){0,2}(?:date|time|datetime|timestamp|published|publish|pubdate|unixtime|utc)(?:-[a-z]+)?$"
)
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d")
"""As hAtom writes it into the title of an ``abbr``."""
_SAYS_SO = re.compile(r"publish|publi[ck]a|modif|updat|datepub|posted|created")
_PLAYER = re.compile(r"player|duration(?!-\d)|progress|reading|read-?time|countdown")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?!\d|[./]\d)")
_UNTIL = re.compile(r"\b(?:bis|until|till|jusqu|hasta|até|fino|tot|do|min|mins|sek|sec)\b", re.IGNORECASE)
"""Words of lines that say how long a film lasts or may be seen."""
_NEAR_HEADLINE = 2
"""Runs of text between that line and the headline: a kicker."""
_LISTS = frozenset({"li", "ul", "ol"})
_RANKED = frozenset({"h2", "h3", "h4"})
"""Headings: blogs print the day above the post in one, named as a date."""
_PICTURES = frozenset({"img", "picture"})
_MOST_LEFT = 5
"""Letters beside the date in an element that is named after the author: a name has more."""
_NEVER = frozenset({"a", "h1", "h2", "h3", "h4", "button", "label", "input"})
_SENTENCE = 25
"""Characters beside a date that make a sentence of its line."""
_LONGEST = 160
_STAMP = 60
"""Characters within which a line that begins with a label names its day: "Published 10:00 a.m. Wednesday, May 3, 2024"."""


def around(place: Place) -> Iterator[int]:
    """``time`` elements; elements named after a date that hold no such element; dated lines between headline and body."""
    outline = place.outline
    done = -1
    for element in place.elements:
        if element >= done and _is_unit(place, element):
            done = outline.ends[element]
            yield element


def last_resort(place: Place) -> Iterator[int]:
    """Where no date stands around headline and body: the only ``time``, a labelled line, the day above the post."""
    outline = place.outline
    stamps = (e for e in reversed(place.elements) if outline.tags[e] == "time" and _stands_alone(outline, e))
    times = {found[1]: element for element in stamps if (found := machine(outline, element))}
    if len(times) == 1:
        yield from times.values()
        return
    for element in place.elements:
        short = 0 < outline.stops[element] - outline.starts[element] <= 6 and not place.is_main(element)
        whole = short and LABEL.match(text := outline.text(element)) and FULL_DATE.search(text) and is_pure(place, element)
        if whole or (short and _has_labelled_line(outline, element)):
            yield element
            return
    before = outline.starts[place.region] - 1
    line = outline.lines[before] if before >= 0 else 0
    if place.names(line).date and FULL_DATE.search(outline.text(line)) and len(outline.text(line)) <= 40:
        yield line


def is_pure(place: Place, element: int) -> bool:
    """Whether the element holds nothing else, nobody's name either."""
    named = place.names(element)
    if place.outline.tags[element] == "time":
        return True
    text = place.outline.text(element)
    if named.date and not named.author:
        return not any(is_credit_line(part, None, above=True) for part in beside_date(text))
    left = "".join(cut_noise(LABEL.sub(" ", text)).texts) if named.author else ""
    return (
        is_bare(text)
        and sum(map(str.isalpha, left)) <= _MOST_LEFT
        and not (names_somebody(text) or _names_apart(place, element))
    )


def _names_apart(place: Place, element: int) -> bool:
    """Whether a person, an agency or a link to a writer's page is a run of text beside the date: "von Jana Muster"."""
    outline = place.outline
    runs = [" ".join(run.split()) for run in outline.texts[outline.starts[element] : outline.stops[element]]]
    links = (outline.attributes(each).get("href") or "" for each in outline.within(element) if outline.tags[each] == "a")
    said = (text for run in runs for text in (run, run.partition(" ")[2]) if text)
    named = any(find_agency(text) or (begins_as_name(text) and looks_like_person(text)) for text in said)
    return len(runs) > 1 and (named or any(map(AUTHOR_LINK.search, links)))


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


def _is_of_sentence(outline: Outline, element: int) -> bool:
    """Whether a sentence ends with the element: "Our radio spoke of it on <time>3 May 2024</time>."."""
    first, text = outline.starts[element], outline.text(element)
    line = outline.text(outline.lines[first]) if text else ""
    around = len(line) - len(text)
    ends = line.endswith(".") and line.rstrip(" .").endswith(text)
    return _SENTENCE < around <= _LONGEST and ends and not LABEL.search(line)


def _is_unit(place: Place, element: int) -> bool:
    outline = place.outline
    if not _may_hold(place, element) or place.is_main(element) or _PLAYER.search(outline.words(element)):
        return False
    if outline.tags[element] == "time":
        if _is_of_sentence(outline, element):
            return False
        return place.zone(element) in ("head", "above") or (place.zone(element) == "tail" and _is_labelled(outline, element))
    for other in outline.within(element):
        if outline.tags[other] == "time" or place.names(other).date:
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
    return named.date or named.details or _may_print(place, element, zone)


def _may_print(place: Place, element: int, zone: str) -> bool:
    """Whether an element without a telling name may print a date, by where it stands and how it begins."""
    outline, head = place.outline, zone == "head"
    if fills_line(outline, element):
        return head or (_is_over(place, element) if zone == "above" else LABEL.match(outline.text(element)) is not None)
    text = outline.text(element) if head else ""
    return bool(FULL_DATE.search(text)) and (LABEL.match(text) is not None or _is_day(place, element))


def _is_day(place: Place, element: int) -> bool:
    """Whether an element within a line is but a date: beside a name, an icon, a button."""
    outline = place.outline
    text = outline.text(element)
    return is_date(text) and not place.is_main(outline.lines[outline.starts[element]])


def _is_over(place: Place, element: int) -> bool:
    """Whether the line right above the headline is but a day and its hour; a day alone may be today's."""
    outline, headline = place.outline, place.headline
    near = headline is not None and outline.starts[headline] - outline.stops[element] <= _NEAR_HEADLINE
    text = outline.text(element) if near else ""
    return bool(_CLOCK.search(text)) and bool(FULL_DATE.search(text)) and is_bare(text) and not _UNTIL.search(text)


def _is_dated(place: Place, element: int) -> bool:
    outline, named = place.outline, place.names(element)
    text = outline.text(element)
    if not LOOKS_DATED.search(text):
        return named.date and machine(outline, element) is not None
    if named.date or named.details:
        return len(text) <= (_LONGEST if named.date else 2 * _LONGEST)
    if len(text) <= _LONGEST and STAMPED.match(text) and FULL_DATE.search(text[:_STAMP]):
        return True
    most = 24 if outline.tags[element] in _LISTS or _is_pictured(outline, element) else 60
    wordy = sum(map(str.isalpha, text)) > most or text.endswith(("!", "?"))
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


def machine(outline: Outline, element: int) -> tuple[str, str] | None:
    """A date that an attribute holds for scripts, ``datetime`` before others; or the title of an ``abbr``."""
    tag, attributes = outline.tags[element], outline.attributes(element)
    dated = "date" in (attributes.get("itemprop") or "").lower()
    names = ("datetime", "content") if dated else ("datetime",)
    for name, value in sorted(attributes.items(), key=_is_second) if "datetime" in attributes else attributes.items():
        text = tidy(value or "")
        if (
            text
            and len(text) <= 40
            and any(letter.isdigit() for letter in text)
            and (name in names or _MACHINE.match(name) or (tag == "abbr" and _ISO.match(text)))
        ):
            return name, text
    return None


def _is_second(attribute: tuple[str, str | None]) -> bool:
    return attribute[0] != "datetime"
