"""Why a page holds no article: a wall, a paywall, an error, a list of links, no text. Where in doubt it holds one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.evidence import Candidate, RawBlock
from crawler.extract.page.place import width
from crawler.extract.stated.access import read_access
from crawler.extract.stated.metadata import Metadata
from crawler.normalise.lexicon import table

_SHORTEST = 80
"""Characters of text below which a page needs another sign that it is an article: the shortest annotated news has 260."""
_LOCKED = 200
"""Characters of text below which a page that says it is not free shows no more than its headline."""
_FEW = 400
_MANY = 3_000
"""Characters that the summaries on a section page may come to, where nothing on it is signed or dated."""
_LINKS, _CROWD = 8, 12
_SUMMARY = 250
"""Characters of a section page's summaries: the second longest of a page with more is a paragraph (seen on lists: 225)."""
_LEGIBLE = 20
"""One lost character in so many is too many: the page is in another encoding, and comes right another day."""
_MOST = 0.5
"""The share of a title that names a failure, from which on it is about nothing else, however long the page."""
_FAILURES = table("page_failures")
_FAILURE = re.compile("|".join(sorted(map(re.escape, _FAILURES), key=len, reverse=True)), re.IGNORECASE)


def why_none(
    metadata: Metadata, candidates: Sequence[Candidate], texts: Sequence[str], blocks: Sequence[RawBlock]
) -> str | None:
    """``broken encoding``, ``wall``, ``paywall``, ``maintenance``, ``error page``, ``list of links`` or ``no text``; ``None``
    for an article.
    """
    text, titles = " ".join(texts), [candidate.text for candidate in candidates if candidate.field == "headline"]
    nameless = not any(candidate.field in ("byline", "date_published") for candidate in candidates)
    if text.count("\ufffd") * _LEGIBLE > len(text):
        return "broken encoding"
    if len(text) < _LOCKED and width(text) < _LOCKED and read_access(metadata)[0] is False:
        return "paywall"
    if nameless and not metadata.is_article and (failure := _failure(titles, "", share=_MOST)):
        return failure
    written = len(texts) > 1 and sorted(map(width, texts))[-2] >= _SUMMARY
    return _too_little(metadata, titles, text, sum(len(block.items) for block in blocks), nameless=nameless and not written)


def _too_little(metadata: Metadata, titles: Sequence[str], text: str, items: int, *, nameless: bool) -> str | None:
    """What a page is that has hardly any text, or mostly links; ``None`` for one that has enough."""
    size = width(text) if len(text) < _MANY else len(text)
    listed = nameless and items >= _CROWD and size < _MANY
    if (metadata.is_article and text) or (size >= _FEW and not listed):
        return None
    if size < _FEW and (failure := _failure(titles, text)):
        return failure
    if items >= _LINKS and not metadata.is_article:
        return "list of links"
    return "no text" if size < _SHORTEST else None


def _failure(titles: Sequence[str], text: str, *, share: float = 0.0) -> str | None:
    """What a short title says of the page, where the words for it are at least that share of the title."""
    short = (title for title in (*titles, text[:_SHORTEST]) if len(title) <= _SHORTEST)
    found = ((_FAILURE.search(title), title) for title in short)
    match = next((each for each, title in found if each and len(each.group()) >= share * len(title)), None)
    return _FAILURES[match.group().casefold()] if match else None
