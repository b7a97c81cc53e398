"""A name with a character that was lost on the way (U+FFFD) is nobody's name: it stays in the raw text alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crawler.items import Credit, Image
from crawler.normalise.bylines.resolve import BylineDecision

_LOST = "\ufffd"
LOST_IN_A_NAME = "a character of a name was lost: the page is not in the encoding that it names"


def legible(credits: Iterable[Credit]) -> tuple[Credit, ...]:
    """The credits whose names are whole."""
    return tuple(credit for credit in credits if _LOST not in credit.name)


def legible_byline(decision: BylineDecision) -> BylineDecision:
    """The decision without broken names; a message says that there were some."""
    kept = replace(
        decision,
        authors=legible(decision.authors),
        contributors=legible(decision.contributors),
        source_organization=legible(decision.source_organization),
    )
    return kept if kept == decision else replace(kept, messages=(*decision.messages, LOST_IN_A_NAME))


def legible_image(image: Image) -> Image:
    """The picture without broken names; its credit text is as printed."""
    if _LOST not in (image.credit_text or "") and _LOST not in (image.credit_text_raw or ""):
        return image
    source = image.source if image.source is None or _LOST not in (image.source.name or "") else None
    provider = tuple(name for name in image.provider if _LOST not in name)
    return replace(image, creator=legible(image.creator), provider=provider, source=source)
