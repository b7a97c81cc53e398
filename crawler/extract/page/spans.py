"""Texts of the outline as segments: the same as ``document.segments_of`` gives, without a second walk over the tree."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.evidence import Segment, Segments
from crawler.extract.page.document import PHRASES
from crawler.extract.page.outline import Outline
from crawler.extract.page.walk import tidy

PROSE = 60
"""Letters from which on a text is a sentence rather than a line of a caption or list."""


def segments(outline: Outline, texts: Iterable[int], *, named: bool = True) -> Segments:
    """The texts with these indices, in order, as segments; lines are counted from 0. Without ``named`` they have no ``cls``."""
    found: list[Segment] = []
    line, run, blank = -1, -1, True
    for text in texts:
        raw = outline.texts[text]
        clean = tidy(raw)
        if not clean:
            blank = True
            continue
        if outline.runs[text] != run:
            line, run, blank = line + 1, outline.runs[text], True
        owner, link = outline.owners[text], outline.links[text]
        href = outline.document.absolute(outline.attributes(link).get("href")) if link >= 0 else None
        glued = not blank and not raw[0].isspace()
        found.append(Segment(clean, href, outline.tags[owner], _called(outline, owner) if named else "", line, glued))
        blank = raw[-1].isspace()
    return tuple(found)


def fills_line(outline: Outline, element: int) -> bool:
    """Whether the element is a block-level line with text of its own, or fills one that line breaks part."""
    first, stop, runs = outline.starts[element], outline.stops[element], outline.runs
    if first == stop or outline.lines[first] == element:
        return first < stop
    return (first == 0 or runs[first - 1] != runs[first]) and (stop == len(runs) or runs[stop] != runs[stop - 1])


def _called(outline: Outline, owner: int) -> str:
    """The element's words; a mere phrase has those of what it stands in too."""
    element = outline.named(owner)
    words = outline.words(element)
    while element > 0 and outline.tags[element] in PHRASES:
        element = outline.parents[element]
        above = outline.words(element)
        words = f"{words} {above}" if above else words
    return words


def is_prose(text: str) -> bool:
    """Whether a text is long enough to be a sentence of the article; scripts without blanks need half the letters.

    >>> is_prose("Foto: ANTARA"), is_prose("灯台守の小野寺いずみさんは「毎朝、大きく書かないと」と話している。")
    (False, True)
    """
    return len(text) > PROSE or (len(text) * 2 > PROSE and text.rstrip()[-1:] in tuple("。！？」』"))
