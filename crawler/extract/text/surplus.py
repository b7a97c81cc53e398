"""Blocks that add nothing to a text: a sentence of it set large beside it, what follows it about its writer and sources."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crawler.evidence import BodyBlock
from crawler.normalise.headings import label_key
from crawler.normalise.lexicon import rows
from crawler.normalise.likeness import bare

_QUOTED, _PRINTED = 15, 40
"""Letters from which on a quotation, and any other block, is no chance echo of a longer block."""
_LONGEST, _LONGEST_SOURCE, _LONGEST_NOTE = 300, 60, 600
_MOST = 400
"""Blocks that are compared with one another: no article that pulls quotes has more."""
_NOTES = 3
"""Blocks at the end that may be about the writer."""
_SHORTEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Makers:
    """Names of the bylines and of the site, in the form of ``bare``."""

    writers: Collection[str] = ()
    houses: Collection[str] = ()


NOBODY = Makers()


def surplus(blocks: Sequence[BodyBlock], makers: Makers) -> dict[int, str]:
    """Which blocks, by index, are surplus, and as what they are thrown."""
    about = (*_notes(blocks, {*makers.writers, *makers.houses}), *_boxes(blocks, makers.writers))
    found = {**dict.fromkeys(_pulled(blocks), "duplicate"), **dict.fromkeys(about, "brand")}
    return {**found, **dict.fromkeys(_sources(blocks), "label")}


def _pulled(blocks: Sequence[BodyBlock]) -> Iterator[int]:
    """Sentences below the first block that stand in a longer one as well, with the source that follows a quotation."""
    letters = [bare(block.text) for block in blocks[:_MOST]]
    whole = "\n".join(letters)
    pulled = -2
    for index, (block, own) in enumerate(zip(blocks, letters, strict=False)):
        least = _QUOTED if block.kind == "quote" else _PRINTED
        if index and block.kind in ("quote", "paragraph") and least <= len(own) <= _LONGEST and whole.count(own) > 1:
            if any(own in other and len(other) > len(own) and blocks[n].kind != "quote" for n, other in enumerate(letters)):
                pulled = index
                yield index
        elif block.kind == "quote" and pulled == index - 1 and len(block.text) <= _LONGEST_SOURCE:
            yield index


def _notes(blocks: Sequence[BodyBlock], names: Collection[str]) -> Iterator[int]:
    """The last blocks, as long as they begin with the name of a writer or of the house and say what that is."""
    for index in range(len(blocks) - 1, max(0, len(blocks) - 1 - _NOTES), -1):
        text = blocks[index].text
        is_post = len(text) <= _LONGEST and _post().match(text)
        if not is_post and not _is_about(text, names) and not _is_name(text, names):
            return
        yield index


def _sources(blocks: Sequence[BodyBlock]) -> Iterator[int]:
    """A list of sources that ends the text, with its heading."""
    last = len(blocks) - 1
    while last > 0 and blocks[last].kind == "item":
        last -= 1
    if 0 < last < len(blocks) - 1 and label_key(blocks[last].text) in _source_headings():
        yield from range(last, len(blocks))


def _boxes(blocks: Sequence[BodyBlock], writers: Collection[str]) -> Iterator[int]:
    """Boxes about a writer within the text: the name on a line of its own, and a note that begins with it."""
    for index in range(1, len(blocks) - 1):
        if _is_name(blocks[index].text, writers) and _is_about(blocks[index + 1].text, writers):
            yield from (index, index + 1)


def _is_about(text: str, names: Collection[str]) -> bool:
    found = _about().match(text) if len(text) <= _LONGEST_NOTE else None
    return found is not None and _is_name(found[1], names)


def _is_name(text: str, names: Collection[str]) -> bool:
    own = bare(text) if len(text) <= _LONGEST_SOURCE else ""
    return len(own) >= _SHORTEST_NAME and any(own in name for name in names)


@cache
def _about() -> re.Pattern[str]:
    """A name of up to four words and what its bearer is or does."""
    return re.compile(rf"((?:[\w.'’-]+ ){{1,4}}?)(?:{_any('verb')})\b")


@cache
def _post() -> re.Pattern[str]:
    """What a newsroom calls a writer; as the beginning of a last line, no sentence."""
    return re.compile(rf"(?:[\w-]+ )?[\w-]*(?:{_any('post')})(?:$|,| (?:{_any('link')})\b)", re.IGNORECASE)


def _any(kind: str) -> str:
    return "|".join(map(re.escape, _words(kind)))


@cache
def _source_headings() -> frozenset[str]:
    return frozenset(_words("sources"))


def _words(kind: str) -> list[str]:
    return [row[0] for row in rows("writer_notes") if row[1] == kind]
