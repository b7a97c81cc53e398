"""The container's texts by line: what is printed as one paragraph, heading or row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crawler.extract.page.container import Container
from crawler.extract.page.outline import Outline
from crawler.normalise.headings import heading_kind

_LONGEST_SUBJECT = 40
_REPEATABLE, _MOST_TIMES = range(10, 120), 3


@dataclass(frozen=True, slots=True)
class Line:
    """Texts that are printed as one: a paragraph, a heading, a row."""

    texts: tuple[int, ...]
    element: int


def lines_of(outline: Outline, container: Container) -> Iterator[Line]:
    """The container's texts by line; a single ``br`` does not end a paragraph, two do."""
    current: list[int] = []
    for text in range(outline.starts[container.body], outline.stops[container.body]):
        if current:
            last = current[-1]
            if outline.lines[text] != outline.lines[last] or outline.runs[text] - outline.runs[last] > 1:
                yield Line(tuple(current), outline.lines[last])
                current = []
        current.append(text)
    if current:
        yield Line(tuple(current), outline.lines[current[-1]])


def repeated(outline: Outline, lines: Iterable[Line]) -> set[str]:
    """Short lines that stand there again and again: the titles of a gallery's slides, the credits of a playlist."""
    whole = (outline.texts[line.texts[0]].strip() for line in lines if len(line.texts) == 1)
    counts = Counter(text for text in whole if len(text) in _REPEATABLE)
    return {text for text, count in counts.items() if count > _MOST_TIMES}


def subject_lines(outline: Outline, lines: Iterable[Line]) -> Iterator[int]:
    """The first texts of lines that list what an article is about: a heading such as "Related topics" and its links."""
    heading: int | None = None
    for line in lines:
        short = sum([len(outline.texts[text]) for text in line.texts]) <= _LONGEST_SUBJECT
        if short and all(outline.links[text] >= 0 for text in line.texts):
            if heading is not None:
                yield from (heading, line.texts[0])
            continue
        text = outline.texts[line.texts[0]].strip() if short and len(line.texts) == 1 else ""
        heading = line.texts[0] if text and heading_kind(text) == "topic" else None
