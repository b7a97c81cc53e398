"""Why a page holds no article: a wall, an error, a list of links, no text. Where in doubt it holds one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.evidence import RawBlock
from crawler.extract.metadata import Metadata
from crawler.normalise.lexicon import table

_SHORTEST = 80
"""Characters of text below which a page needs another sign that it is an article: the shortest annotated news has 260."""
_FEW = 400
_LINKS = 8
_FAILURES = table("page_failures")
_FAILURE = re.compile("|".join(sorted(map(re.escape, _FAILURES), key=len, reverse=True)), re.IGNORECASE)


def why_none(metadata: Metadata, headline: str | None, text: str, blocks: Sequence[RawBlock]) -> str | None:
    """``wall``, ``error page``, ``list of links`` or ``no text``; ``None`` for an article."""
    if not text.strip():
        return _failure(metadata, headline, text) or "no text"
    if metadata.is_article or len(text) >= _FEW:
        return None
    if failure := _failure(metadata, headline, text):
        return failure
    if sum(len(block.items) for block in blocks) >= _LINKS:
        return "list of links"
    return "no text" if len(text) < _SHORTEST else None


def _failure(metadata: Metadata, headline: str | None, text: str) -> str | None:
    titles = [headline or "", *(stated.text for stated in metadata.of("headline")), text[:_SHORTEST]]
    found = next((found for title in titles if len(title) < _SHORTEST and (found := _FAILURE.search(title))), None)
    return _FAILURES[found.group().casefold()] if found else None
