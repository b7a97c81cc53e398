"""Echoes: paragraphs that only repeat the headline of a teaser on the same page, and belong to no text."""

from __future__ import annotations

from dataclasses import replace

from crawler.evidence import Evidence, Thrown
from crawler.normalise.likeness import bare

SHORTEST = 20
"""Letters of a headline below which an equal paragraph may be chance: a name, a sub-heading."""


def without_echoes(evidence: Evidence) -> Evidence:
    """Take such paragraphs out of the body; the ledger counts them as duplicates, places of pictures and promos move up."""
    headlines = {bare(item.headline) for block in evidence.blocks for item in block.items if item.headline}
    if not headlines:
        return evidence
    echoes = [n for n, b in enumerate(evidence.body) if b.kind != "heading" and _is_long(b.text) and bare(b.text) in headlines]
    if not echoes:
        return evidence
    thrown = tuple(Thrown("duplicate", evidence.body[n].text) for n in echoes)
    ledger = evidence.ledger
    return replace(
        evidence,
        body=tuple(block for n, block in enumerate(evidence.body) if n not in echoes),
        images=tuple(replace(image, position=_moved(image.position, echoes)) for image in evidence.images),
        blocks=tuple(replace(block, position=_moved(block.position, echoes)) for block in evidence.blocks),
        ledger=replace(ledger, assigned=ledger.assigned - len(echoes), thrown=(*ledger.thrown, *thrown)),
    )


def _is_long(text: str) -> bool:
    return SHORTEST <= len(text) < 200


def _moved(position: int, echoes: list[int]) -> int:
    return position - sum(echo < position for echo in echoes)
