"""Why a page holds no article: a wall, an error, a list of links, no text. Where in doubt it holds one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.evidence import Candidate, RawBlock
from crawler.extract.metadata import Metadata
from crawler.extract.place import width
from crawler.normalise.lexicon import table

_SHORTEST = 80
"""Characters of text below which a page needs another sign that it is an article: the shortest annotated news has 260."""
_FEW = 400
_MANY = 3_000
"""Characters that the summaries on a section page may come to, where nothing on it is signed or dated."""
_LINKS, _CROWD = 8, 12
_LEGIBLE = 20
"""One lost character in so many is too many: the page is in another encoding, and comes right another day."""
_FAILURES = table("page_failures")
_FAILURE = re.compile("|".join(sorted(map(re.escape, _FAILURES), key=len, reverse=True)), re.IGNORECASE)


REASONS = frozenset({"broken encoding", "list of links", "no text", *_FAILURES.values()})
"""All that ``why_none`` gives."""


def why_none(metadata: Metadata, candidates: Sequence[Candidate], text: str, blocks: Sequence[RawBlock]) -> str | None:
    """``broken encoding``, ``wall``, ``error page``, ``list of links`` or ``no text``; ``None`` for an article."""
    if text.count("\ufffd") * _LEGIBLE > len(text):
        return "broken encoding"
    titles = [candidate.text for candidate in candidates if candidate.field == "headline"]
    items = sum(len(block.items) for block in blocks)
    nameless = not any(candidate.field in ("byline", "date_published") for candidate in candidates)
    size = width(text)
    listed = nameless and items >= _CROWD and size < _MANY
    if (metadata.is_article and text) or (size >= _FEW and not listed):
        return None
    if size < _FEW and (failure := _failure(titles, text)):
        return failure
    if items >= _LINKS and not metadata.is_article:
        return "list of links"
    return "no text" if size < _SHORTEST else None


def _failure(titles: Sequence[str], text: str) -> str | None:
    short = (title for title in (*titles, text[:_SHORTEST]) if len(title) <= _SHORTEST)
    found = next((found for title in short if (found := _FAILURE.search(title))), None)
    return _FAILURES[found.group().casefold()] if found else None
