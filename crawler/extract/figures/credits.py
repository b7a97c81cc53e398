"""Credits that stand in the text as lines of their own, paragraphs after the picture that they mean: "Image: Jane Doe"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.extract.figures.found import Figure
from crawler.extract.figures.telling import says_credit, says_maker
from crawler.extract.lines.noise import states_rights
from crawler.extract.page.outline import Outline
from crawler.extract.page.spans import segments
from crawler.normalise.credits.words import lead_labels

_CREDITED = re.compile(r"[©/(]|[.!?”]\s+[—–-]\s*[^\W\d_]|fot[oó]|photo|bild\b|image|credit|제공$", re.IGNORECASE)
"""What a caption that holds its credit has somewhere."""
_MARKED = re.compile(r"[:©]|^[\[(]")
_BRACKETS = "[]() "
_REACH = 30


def with_lines(outline: Outline, body: int, figures: Sequence[Figure], cut: Sequence[tuple[int, int]]) -> tuple[Figure, ...]:
    """The pictures, those without a credit with the first line between them and the next picture that is one.

    ``body`` is the element of the text, ``cut`` are the element ranges of the promos.
    """
    found = list(figures)
    for number, figure in enumerate(found):
        if _is_credited(figure):
            continue
        stop = outline.starts[found[number + 1].element] if number + 1 < len(found) else outline.stops[body]
        start = max(outline.starts[body], max(figure.texts, default=-1) + 1, outline.starts[figure.element])
        texts = next((texts for texts in _lines(outline, start, stop, cut) if not _names_lead(outline, texts)), None)
        if texts is not None:
            found[number] = _credited(outline, figure, texts)
    return _with_last(outline, body, _with_named(outline, body, found, cut), cut)


def credited_lines(outline: Outline, figures: Sequence[Figure]) -> frozenset[int]:
    """The lines printed with pictures that have a credit as well: "Jane Doe" there is who they show, and wrote nothing."""
    found: set[int] = set()
    for figure in figures:
        lines = {outline.lines[text] for text in figure.texts}
        if figure.image.credit or any(says_credit(outline.text(line)) for line in lines):
            found |= lines
    return frozenset(found)


def _is_credited(figure: Figure) -> bool:
    return bool(figure.image.credit) or any(_CREDITED.search(part.text) for part in figure.image.caption)


def _names_lead(outline: Outline, texts: Sequence[int]) -> bool:
    return lead_labels().head(outline.texts[texts[0]].strip()) is not None


def _with_named(outline: Outline, body: int, found: Sequence[Figure], cut: Sequence[tuple[int, int]]) -> Sequence[Figure]:
    """The pictures, the opening one with the line that names it, wherever that stands: "Featured image: Jane Doe"."""
    if not found or found[0].image.role != "lead" or _is_credited(found[0]):
        return found
    lines = _lines(outline, outline.starts[body], outline.stops[body], cut)
    named = next(
        (texts for texts in lines if _names_lead(outline, texts) and says_maker(_joined(outline, texts).strip(_BRACKETS))), None
    )
    return found if named is None else (_credited(outline, found[0], named), *found[1:])


def _with_last(outline: Outline, body: int, found: Sequence[Figure], cut: Sequence[tuple[int, int]]) -> tuple[Figure, ...]:
    """The pictures; a line after the last one, which has a credit of its own, means the first, if that has none."""
    if len(found) < 2 or found[0].image.role != "lead" or found[0].image.credit or found[0].image.caption:
        return tuple(found)
    start = max(outline.starts[found[-1].element], max(found[-1].texts, default=-1) + 1)
    texts = next(_lines(outline, start, outline.stops[body], cut), None)
    return tuple(found) if texts is None else (_credited(outline, found[0], texts), *found[1:])


def _credited(outline: Outline, figure: Figure, texts: Sequence[int]) -> Figure:
    image = replace(figure.image, credit=segments(outline, texts))
    return replace(figure, image=image, texts=(*figure.texts, *texts))


def _lines(outline: Outline, start: int, stop: int, cut: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Whole lines of the text that are credits."""
    text = start
    while text < stop:
        run, first = outline.runs[text], text
        while text < stop and outline.runs[text] == run:
            text += 1
        if first and outline.runs[first - 1] == run:
            continue
        line = _joined(outline, range(first, text))
        opening = line[:_REACH]
        is_credit = _MARKED.search(opening) and says_credit(line) and not states_rights(line)
        if is_credit or says_maker(line):
            owner = outline.owners[first]
            if not any(begin <= owner < end for begin, end in cut):
                yield list(range(first, text))


def _joined(outline: Outline, texts: Sequence[int]) -> str:
    return " ".join(" ".join(outline.texts[texts[0] : texts[-1] + 1]).split())
