"""Pictures, sound and video of an article, and the teasers of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crawler.item_parts import Credit


@dataclass(frozen=True, slots=True)
class Source:
    """IPTC Source of a picture: a site, company or institution named as its origin."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"name", "url", "domain"})

    name: str
    """As printed; of a web address its host without ``www.``."""
    url: str | None = None
    """The address, where one is printed."""
    domain: str | None = None
    """The host, where the source is a site."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article with caption and credit parted."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"url", "caption", "credit_text"})

    url: str | None = None
    """Absolute, best quality offered."""
    role: str | None = None
    """lead, inline or gallery."""
    position: int | None = None
    """How many paragraphs of ``article_body`` stand before it."""
    caption: str | None = None
    """The caption without the credit."""
    caption_raw: str | None = None
    """The caption as printed, where that differs."""
    caption_label: str | None = None
    """A label that recurs before the site's captions ("VIVA Militer")."""
    alt_text: str | None = None
    """Alternative text; placeholders dropped."""
    credit_text: str | None = None
    """schema.org creditText = IPTC Credit Line, label ("Photo :") removed."""
    credit_text_raw: str | None = None
    """The credit as printed, with its label."""
    creator: tuple[Credit, ...] = ()
    """Who made it: persons; an organisation only where it is the maker."""
    source: Source | None = None
    """A site, company or institution named as origin."""
    provider: tuple[str, ...] = ()
    """Agencies and distributors, origin first."""
    copyright_holder: str | None = None
    """Named as holder ("©")."""
    copyright_notice: str | None = None
    """The notice as printed."""
    license: str | None = None
    """URL of the licence."""
    usage_info: tuple[str, ...] = ()
    """illustration, archive, handout, courtesy, screenshot, stock, pool, private, social media, AI generated, symbolic."""
    width: int | None = None
    """Pixels."""
    height: int | None = None
    """Pixels."""


@dataclass(frozen=True, slots=True)
class Media:
    """A video or sound of the article."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"url"})

    url: str
    """Absolute."""
    caption: str | None = None
    """As printed."""
    provider: str | None = None
    """Platform it is embedded from."""


@dataclass(frozen=True, slots=True)
class TeaserImage:
    """The picture of a teaser."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"url"})

    url: str | None = None
    """Absolute."""
    caption: str | None = None
    """As printed."""
    alt_text: str | None = None
    """Alternative text; placeholders dropped."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A teaser of another article, found in or around this one."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"headline", "url", "kind", "placement"})

    headline: str | None = None
    """Without its kicker."""
    url: str | None = None
    """Absolute, without tracking parameters."""
    description: str | None = None
    """Summary."""
    date_published: str | None = None
    """ISO 8601."""
    date_published_raw: str | None = None
    """As printed."""
    publisher: str | None = None
    """As printed in the card."""
    image: TeaserImage | None = None
    """Its picture."""
    kind: str = "related"
    """related, recirculation or sponsored."""
    placement: str = "end"
    """inline, end or aside."""
    position: int | None = None
    """Its place among the article's teasers, from 0."""
    label: str | None = None
    """Heading of the block it stood in ("Baca Juga")."""
