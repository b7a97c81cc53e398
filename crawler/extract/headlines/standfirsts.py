"""Finding kicker and standfirst: the word above the headline, and the sentence or two below that sum the article up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.evidence import Candidate
from crawler.extract.lines.credits import is_credit_line, last_sentence, opens_as_byline
from crawler.extract.lines.dates import looks_dated
from crawler.extract.page.place import Place
from crawler.extract.page.roles import KICKER, STANDFIRST
from crawler.extract.stated.metadata import Metadata, candidate
from crawler.normalise.likeness import bare

_LENGTHS = range(20, 700)
_MOST_ELEMENTS = 40
_LEAST = 80
"""Characters of text beside a standfirst: what has less is the text itself."""
_SUBTITLE = re.compile(r"sub-?(?:title|titel|titulo|judul|head)")
"""Above a headline this names the kicker."""
_MACHINE = re.compile(r"(?:^|[\s_-])ai[_-]?(?:summary|overview|generated)")
"""What a machine made of the text is no standfirst."""
_LONGEST_BYLINE = 60
_LEAD = re.compile(r"(?:^|[\s_-])(?:lead|ingress|lede|leadtext)$")
"""Below the byline this names the first paragraph."""
_NEAR, _LONGEST_KICKER = 12, 90
_HEADINGS = frozenset({"h2", "h3", "h4"})
_TAGS = frozenset({"h2", "h3", "p", "div", "blockquote", "ul"})


@dataclass(frozen=True, slots=True)
class Standfirst:
    """The candidates, and the element whose text they took."""

    candidates: tuple[Candidate, ...] = ()
    elements: frozenset[int] = frozenset()


def find_standfirst(
    place: Place, metadata: Metadata, *, taken: frozenset[int] = frozenset(), language: str | None = None
) -> Standfirst:
    """The first element behind the headline that is named a standfirst, repeats the page's description, or is its sub-heading.

    A paragraph of the body itself is one only where its markup names it so, or where it repeats the description above the
    byline or date; below these, in one row with the other paragraphs, it opens the text. ``taken`` are elements read as
    something else. A byline that closes it, "… warten nun ab. Von Jana Muster", is a candidate of its own.
    """
    described = {bare(stated.text) for stated in metadata.of("description")}
    for element in _possible(place, taken):
        if _is_all(place, element):
            return Standfirst()
        text = place.outline.text(element)
        words = place.outline.words(element)
        named = STANDFIRST.search(words) is not None and not _MACHINE.search(words)
        repeats = bare(text) in described and (not place.outline.holds(place.body, element) or _is_above(place, element, taken))
        if named and _opens_text(place, element, taken):
            return Standfirst()
        if len(text) in _LENGTHS and (named or repeats or _is_subheading(place, element)):
            return Standfirst(
                tuple(_parted(text, place.outline.tags[element], named or repeats, language)), frozenset({element})
            )
    return Standfirst()


def _parted(text: str, tag: str, sure: bool, language: str | None) -> Iterator[Candidate]:
    last = last_sentence(text)
    said = text.removesuffix(last).rstrip()
    short = bool(said) and len(last) <= _LONGEST_BYLINE and opens_as_byline(last)
    signed = short and is_credit_line(last.rstrip("."), language)
    yield candidate("description", said if signed else text, "dom", tag, weight=2 if sure else 1)
    if signed:
        yield candidate("byline", last.rstrip("."), "dom", "standfirst", weight=2)


def _is_all(place: Place, element: int) -> bool:
    """Whether the page's text is but this element: a notice of one paragraph, the description of a programme."""
    outline = place.outline
    if outline.holds(element, place.body):
        return True
    return outline.holds(place.body, element) and outline.size(place.body) - outline.size(element) < _LEAST


def _opens_text(place: Place, element: int, taken: frozenset[int]) -> bool:
    """Whether a lead follows byline or date and stands as a paragraph beside the text's next one, or is named nothing else."""
    outline = place.outline
    if not outline.holds(place.body, element):
        return False
    beside = outline.tags[element] == "p" and outline.parents[outline.lines[place.second]] == outline.parents[element]
    return (
        (beside or _LEAD.search(outline.names(element)) is not None)
        and any(other < element for other in taken)
        and not _is_above(place, element, taken)
    )


def _is_above(place: Place, element: int, taken: frozenset[int]) -> bool:
    """Whether byline or date follow the element before the text begins; below a heading they are those of an entry."""
    outline = place.outline
    below = [other for other in taken if element < other and outline.starts[other] <= max(place.first, place.second)]
    if not below:
        return False
    headline = outline.text(place.headline) if place.headline is not None else ""
    headings = (each for each in range(element + 1, min(below)) if outline.tags[each] in _HEADINGS)
    return all(outline.text(each) == headline for each in headings)


def find_kicker(place: Place) -> Standfirst:
    """The short line above the headline that its markup names a kicker."""
    outline = place.outline
    if place.headline is None:
        return Standfirst()
    near = (element for element in place.elements if place.headline - _NEAR <= element < place.headline)
    for element in near:
        text = outline.text(element)
        named = KICKER.search(outline.words(element)) or (len(text) < 60 and _SUBTITLE.search(outline.words(element)))
        if named and 1 < len(text) <= _LONGEST_KICKER and not place.is_main(element) and not looks_dated(text):
            return Standfirst((candidate("alternative_headline", text, "dom", "kicker", weight=1),), frozenset({element}))
    return Standfirst()


def _possible(place: Place, taken: frozenset[int]) -> Iterator[int]:
    outline = place.outline
    skipped = -1
    for element in place.elements:
        if outline.starts[element] > max(place.first, place.second):
            return
        if element in taken:
            skipped = max(skipped, outline.ends[element])
        if element < skipped or outline.tags[element] not in _TAGS or place.zone(element) != "head":
            continue
        if not _holds_more(place, element):
            yield element


def _holds_more(place: Place, element: int) -> bool:
    """Whether the element goes on beyond the first paragraph, is a link, or holds the headline or a picture."""
    outline = place.outline
    if len(outline.within(element)) > _MOST_ELEMENTS:
        return True
    if outline.link_size(element) > outline.size(element) or any(outline.tags[e] == "img" for e in outline.within(element)):
        return True
    if place.headline is not None and outline.holds(element, place.headline):
        return True
    beyond = outline.starts[element] <= place.second < outline.stops[element] and place.second > place.first
    return beyond or element == place.body


def _is_subheading(place: Place, element: int) -> bool:
    """An ``h2`` right behind the headline, outside the text."""
    outline = place.outline
    if place.headline is None or outline.tags[element] != "h2" or outline.holds(place.body, element):
        return False
    return outline.stops[place.headline] == outline.starts[element] and len(outline.text(element)) > 30
