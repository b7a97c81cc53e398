"""The container's texts by line: what is printed as one paragraph, heading or row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crawler.extract.container import Container
from crawler.extract.outline import Outline

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
