"""Finding where a page prints who wrote the article.

Candidates keep their segments: ``<div class="byline">By <a href="/staff/jane">Jane Doe</a></div>`` is one of two
segments. Names of picture credits, comments, quotes and teasers are left where they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.evidence import Candidate, Segment, Segments, plain
from crawler.extract.bylines.pairs import find_pairs
from crawler.extract.bylines.words import WEIGHTS, Known, worded
from crawler.extract.lines.credits import is_credit_line
from crawler.extract.lines.dates import LABEL, looks_dated
from crawler.extract.page.links import one_line
from crawler.extract.page.outline import Outline
from crawler.extract.page.place import Place, segments
from crawler.extract.page.roles import AUTHOR_EXTRA, AUTHOR_LINK
from crawler.extract.page.walk import BLOCKS
from crawler.normalise.agencies import find_agency
from crawler.normalise.names import looks_like_person

_LONGEST = 300
"""Characters of a whole byline; longer ones hold a biography."""
_ADDED = 80
"""Characters, blanks of the source among them, that a holder may add to the names in it."""
_LONGEST_NAME = 45
_SENTENCE, _PROSE = 45, 110
"""Characters of one run of text that make it a sentence about the writer, not the name."""
_STOPS = ("।", "。", "۔")
_SENTENCE_UNCASED = 25
"""The same for a sentence that ends in a stop which no name has."""
_PROSE_TAGS = frozenset({"p", "div", "span"})
_RUBRIC = re.compile(
    r"/(?:tags?|cat|categor\w+|kategori\w*|rubrik\w*|rubrique|thema|themen|topics?|sections?|kanal)/|#(?:respond|comments?|disqus)"
)
_EDITORS = frozenset({"editor", "editor-name", "editor-adi", "nama-editor", "redaktur", "bianji"})
"""Class words of elements that name who edited it."""
_SUBJECT = re.compile(r"(?:^|[\s_-])(?:categor(?:y|ies)|tags?|topics?)(?:$|[\s_-])")
_PORTRAIT = re.compile(r"caption|avatar|image|photo|picture|portrait")
_COUNT = re.compile(r"[.,]*\d[\d.,]*\s*[kK]?")
"""How often it was read or commented on."""


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates, and the elements whose text they took."""

    candidates: tuple[Candidate, ...] = ()
    elements: frozenset[int] = frozenset()


def find_bylines(place: Place, known: Known, *, others: frozenset[int] = frozenset()) -> Found:
    """The bylines around headline and body; ``others`` are elements whose text is no part of them: dates, captions."""
    outline = place.outline
    named = dict(_named(place))
    starts = sorted(named)
    for element, weight in worded(place, known, others):
        following = bisect_left(starts, element)
        if following == len(starts) or not outline.holds(element, starts[following]):
            named[element] = weight
    candidates: dict[str, Candidate] = {}
    taken: set[int] = set()
    for element, weight in _grouped(place, known, sorted(named.items())):
        parts = segments(outline, element, skip=others | _extras(place, element))
        parts = _without_rubrics(tuple(part for part in parts if not (_COUNT.fullmatch(part.text) or _is_place(part.text))))
        text = plain(parts)
        if not LABEL.sub("", text).strip(" |·•:-–—.,/"):
            continue
        taken.add(element)
        role = None if _EDITORS.isdisjoint(outline.words(element).split()) else "editor"
        candidates.setdefault(text.casefold(), Candidate("byline", parts, "dom", _key(outline, element), role, weight=weight))
    for pair in find_pairs(place, known.language, taken=taken | others):
        parts = (Segment(f"{outline.text(pair.label)}:"), *segments(outline, pair.name))
        weight, key = WEIGHTS[place.zone(pair.name)] - (not pair.is_author), _key(outline, pair.name)
        candidates.setdefault(plain(parts).casefold(), Candidate("byline", parts, "dom", key, weight=weight))
        taken.add(pair.element)
    if not candidates and not known.writers and (lone := _lone(place)) is not None:
        candidates[""] = Candidate("byline", segments(outline, lone), "dom", _key(outline, lone), weight=1)
    return Found(tuple(candidates.values()), frozenset(taken))


def _lone(place: Place) -> int | None:
    """The only link of the whole page to a writer that the markup names so: a box beside the text, a line above the pager."""
    outline = place.outline
    found = {outline.text(anchor): anchor for anchor in outline.anchors if _is_writers(place, anchor)}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_writers(place: Place, anchor: int) -> bool:
    outline, attributes = place.outline, place.outline.attributes(anchor)
    if not 2 < outline.link_size(anchor) < _LONGEST_NAME:
        return False
    named = place.names(anchor).author or place.names(outline.parents[anchor]).author
    own = "author" in (attributes.get("rel") or "") or AUTHOR_LINK.search(attributes.get("href") or "") is not None
    around = (anchor, *outline.ancestors(anchor))
    return named and own and not any(each in place.cut or place.names(each).noise for each in around)


def _is_place(text: str) -> bool:
    """Whether a run of text is one word of capitals and a comma, before the date that is taken out: "MAIORI, 14 febbraio"."""
    word = text.removesuffix(",")
    return word != text and word.isalpha() and word.isupper() and find_agency(word) is None


def _without_rubrics(parts: Segments) -> Segments:
    """Links to tags, rubrics, comments and other stories go where another link leads to the writer's own page."""
    own = [AUTHOR_LINK.search(part.href or "") is not None for part in parts]
    if True not in own:
        return parts
    return tuple(part for part, kept in zip(parts, own, strict=True) if kept or not (part.href and _leads_elsewhere(part)))


def _leads_elsewhere(part: Segment) -> bool:
    return len(part.text) > _LONGEST_NAME or bool(_RUBRIC.search(part.href or ""))


def _key(outline: Outline, element: int) -> str:
    words = outline.words(element).split()
    return ".".join((outline.tags[element], *words[:1]))


def _extras(place: Place, element: int) -> frozenset[int]:
    """Buttons and biographies within a byline; a button that opens the writer's card holds the name."""
    outline = place.outline
    return frozenset(
        other
        for other in outline.within(element)
        if not place.names(other).author
        and (
            _is_button(place, other)
            or (_is_extra(outline, other) and not _is_framed(place, other))
            or _is_biography(place, other)
        )
    )


def _is_framed(place: Place, element: int) -> bool:
    """Whether the name stands in what the markup calls a portrait's caption."""
    outline = place.outline
    framed = _PORTRAIT.search(outline.words(element)) is not None
    return framed and any(place.names(within).author for within in outline.within(element))


def _is_extra(outline: Outline, element: int) -> bool:
    """Whether the markup calls it a portrait, a biography or the like, and neither markup nor words say that it is a name."""
    words = outline.words(element)
    named = any(word.endswith("name") for word in words.split())
    return AUTHOR_EXTRA.search(words) is not None and not named and not looks_like_person(outline.text(element))


def _is_biography(place: Place, element: int) -> bool:
    """Whether a paragraph, or a run of text, in the byline is a sentence about the writer."""
    outline = place.outline
    if outline.tags[element] not in _PROSE_TAGS or outline.size(element) < _SENTENCE_UNCASED:
        return False
    if outline.tags[element] != "p" and outline.stops[element] - outline.starts[element] > 1:
        return False
    text = outline.text(element)
    return text.endswith(_STOPS) or (text.endswith(".") and outline.size(element) >= _SENTENCE)


def _is_button(place: Place, element: int) -> bool:
    if place.outline.tags[element] == "a" and _SUBJECT.search(place.outline.words(element)):
        return True
    if place.outline.tags[element] != "button":
        return False
    return not any(place.names(other).author for other in place.outline.within(element))


def _named(place: Place) -> Iterator[tuple[int, int]]:
    """Elements that are named after the author, and links to a writer's own page, the outermost that is short enough."""
    outline = place.outline
    done = -1
    for element in place.elements:
        if element < done or outline.starts[element] == outline.stops[element]:
            continue
        named = place.names(element).author
        if named and _is_short(place, element):
            done = outline.ends[element]
            yield element, WEIGHTS[place.zone(element)]
        elif not named and outline.tags[element] == "a" and _is_profile(outline, element) and place.zone(element) != "body":
            yield element, WEIGHTS[place.zone(element)] - 1


def _is_short(place: Place, element: int) -> bool:
    outline = place.outline
    if place.is_main(element):
        return False
    if outline.stops[element] - outline.starts[element] > 60:
        return False
    runs = [len(" ".join(text.split())) for text in outline.texts[outline.starts[element] : outline.stops[element]]]
    return sum(runs) <= _LONGEST and max(runs, default=0) <= _PROSE


def _is_profile(outline: Outline, element: int) -> bool:
    href = outline.attributes(element).get("href") or ""
    return 2 < outline.link_size(element) < 60 and AUTHOR_LINK.search(href) is not None


def _grouped(place: Place, known: Known, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Inline elements give way to the line they stand in, and neighbours of one holder to the holder: by-words stand there."""
    outline = place.outline
    lines = [_line(place, known, element) if outline.tags[element] not in BLOCKS else element for element, _ in found]
    last = {outline.parents[each]: each for (element, _), line in zip(found, lines, strict=True) for each in (element, line)}
    done = -1
    for (element, weight), line in zip(found, lines, strict=True):
        if element < done:
            continue
        parent = outline.parents[line]
        shared = last.get(parent, -1) > line and parent > place.region and _is_short(place, parent)
        holder = parent if shared and _adds_little(outline, parent, found) else line
        done = outline.ends[holder]
        yield holder, weight


def _adds_little(outline: Outline, parent: int, found: Sequence[tuple[int, int]]) -> bool:
    """Whether the holder has little text beside what was found in it: a by-word, an "and"."""
    start = bisect_left(found, (parent, 0))
    within = outline.size(parent) + outline.link_size(parent)
    for element, _ in found[start:]:
        if element >= outline.ends[parent]:
            break
        within -= outline.size(element) + outline.link_size(element)
    return within <= _ADDED


def _line(place: Place, known: Known, element: int) -> int:
    """The line around an inline element, unless prose begins it, or something else while the by-word is in the element."""
    outline = place.outline
    line = outline.lines[outline.starts[element]]
    if line >= element or not _is_short(place, line) or place.is_elsewhere(line):
        return element
    before = one_line(outline, outline.starts[line], outline.starts[element])
    if len(before) > _SENTENCE and not looks_dated(before):
        return element
    return line if not before or not is_credit_line(outline.text(element), known.language) else element
