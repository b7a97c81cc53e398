"""What the desk notes about its own reading: sources, conflicts, messages, the tally of what it threw away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crawler.evidence import Thrown
from crawler.items import Conflict, DateMention, Discarded, Metadata, Teaser


def noted(
    metadata: Metadata,
    *,
    sources: Mapping[str, str | None] | None = None,
    conflicts: Sequence[Conflict] = (),
    messages: Mapping[str, Sequence[str]] | None = None,
) -> Metadata:
    """Give the metadata with these notes added; fields without a source or message add none."""
    told = {name: tuple(texts) for name, texts in (messages or {}).items() if texts}
    return replace(
        metadata,
        field_sources={**metadata.field_sources, **{name: source for name, source in (sources or {}).items() if source}},
        conflicts=(*metadata.conflicts, *conflicts),
        validation_messages={**metadata.validation_messages, **told},
    )


def tally(thrown: Sequence[Thrown]) -> tuple[Discarded, ...]:
    """List each thrown text once, in the order met, with its count where it came more than once."""
    counts = Counter((item.kind, item.text) for item in thrown)
    return tuple(Discarded(kind, text, count if count > 1 else None) for (kind, text), count in counts.items())


def undated(mentions: Sequence[DateMention], teasers: Sequence[Teaser]) -> str:
    """Say that no date was found, and to whom the dates belong that the page does print."""
    mentioned = [f"{mention.date} is only mentioned in the body" for mention in mentions if mention.date]
    teased = [f"{teaser.date_published} belongs to a teaser" for teaser in teasers if teaser.date_published]
    return "; ".join(("not found", ", ".join((*mentioned[:1], *teased[:1])))).removesuffix("; ")
