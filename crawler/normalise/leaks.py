"""Leaks: lines of the text that a list of the site shows as the headline of another article.

No page tells by itself that such a line is not its own; the site's lists do.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from crawler.evidence import BodyBlock, Evidence, RawBlock, RawTeaser
from crawler.items import Article
from crawler.normalise.identity import folded

_SHORTEST, _LONGEST = 25, 300
"""Letters between which a line may be a teaser; shorter ones are equal by chance."""
_WORDS = 4
_MOST = 5
"""More of them, or a third of the text, is an article that reports on others: a round-up."""


def suspects(article: Article) -> tuple[str, ...]:
    """Give the lines of the text that might be teasers of other articles: what to ask the site's lists for."""
    evidence = article.evidence or Evidence()
    return tuple(block.text for block in evidence.body if _may_leak(block))


def move_leaks(article: Article, known: Collection[str]) -> dict[str, Any]:
    """Move lines that are ``known`` to announce other articles out of the text, to the teasers within it.

    A line moves where it reads like a headline; one that ends as a sentence does only right after such a line, as its summary.
    Headings stay: an article may be named in one. The article's own headline, and what a teaser of the page says already, are
    no leaks. Gives the changes of the article, none where nothing leaked; every block keeps its place in the ledger.
    """
    evidence = article.evidence or Evidence()
    taken = _leaks(evidence, known)
    if not taken or len(taken) > _MOST or len(taken) * 3 > len(evidence.body):
        return {}
    return {"evidence": _without(evidence, taken)}


def _leaks(evidence: Evidence, known: Collection[str]) -> dict[int, str | None]:
    """Places of leaked headlines, each with the summary that follows it."""
    own = {folded(candidate.text).casefold() for candidate in evidence.of("headline")}
    own |= {folded(item.headline).casefold() for block in evidence.blocks for item in block.items}
    found: dict[int, str | None] = {}
    for place, block in enumerate(evidence.body):
        is_known = block.text in known and _may_leak(block)
        if is_known and not _is_sentence(block.text) and folded(block.text).casefold() not in own:
            found[place] = None
        elif is_known and _is_sentence(block.text) and place - 1 in found and found[place - 1] is None:
            found[place - 1] = block.text
    return found


def _without(evidence: Evidence, taken: dict[int, str | None]) -> Evidence:
    gone = sorted({*taken, *(place + 1 for place, summary in taken.items() if summary is not None)})
    blocks = tuple(
        RawBlock(None, (RawTeaser(None, evidence.body[place].text, description=summary),), "inline", _moved(place, gone))
        for place, summary in taken.items()
    )
    kept = (replace(block, position=_moved(block.position, gone)) for block in evidence.blocks)
    return replace(
        evidence,
        body=tuple(block for place, block in enumerate(evidence.body) if place not in gone),
        images=tuple(replace(image, position=_moved(image.position, gone)) for image in evidence.images),
        blocks=tuple(sorted((*kept, *blocks), key=lambda block: block.position)),
    )


def _moved(place: int, gone: list[int]) -> int:
    return place - sum(each < place for each in gone)


def _may_leak(block: BodyBlock) -> bool:
    text = block.text
    return block.kind in ("paragraph", "item") and _SHORTEST <= len(text) <= _LONGEST and _has_words(text)


def _has_words(text: str) -> bool:
    """Whether it has words enough; scripts without blanks have none to count."""
    return text.count(" ") >= _WORDS - 1 or not text.isascii()


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "…", "。"))
