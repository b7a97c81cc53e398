"""What is known of the reading itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Extractor:
    """Which version read the page, and with which site's facts."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    version: str
    """Version of Copydesk."""
    site_profile: str | None = None
    """Name of the site whose facts were used."""


@dataclass(frozen=True, slots=True)
class Http:
    """How the page came to us."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    status: int | None = None
    """HTTP status."""
    via: str | None = None
    """http, browser, archive or file."""
    etag: str | None = None
    """As sent."""
    last_modified: str | None = None
    """As sent."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A candidate that lost against the one kept."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    field: str
    """Key on the line."""
    kept: str
    """The value kept."""
    other: str
    """The value that lost."""
    other_source: str
    """Where that one stood."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that the body names and that is not the article's own."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    raw: str
    """As printed."""
    date: str | None = None
    """ISO 8601 day."""
    position: int | None = None
    """Index of the paragraph."""


@dataclass(frozen=True, slots=True)
class Discarded:
    """A text of the container that belongs to no field, and why."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"kind", "text"})

    kind: str
    """placeholder, label, advert, share, navigation, consent, newsletter, comment, duplicate or brand."""
    text: str
    """As printed."""
    count: int | None = None
    """How often, where more than once."""


@dataclass(frozen=True, slots=True)
class TextAccounting:
    """The ledger's sum: ``blocks == assigned + discarded + unassigned``."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    blocks: int = 0
    """Text blocks of the container."""
    assigned: int = 0
    """Blocks that went into a field."""
    discarded: int = 0
    """Blocks listed in ``discarded``, repetitions counted."""
    unassigned: int = 0
    """Blocks that no field took: 0, or the line says so."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the reading itself."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"date_downloaded", "extractor"})

    date_downloaded: str | None = None
    """UTC, ISO 8601."""
    probability: float | None = None
    """0 to 1: how sure the reader is that the page is an article."""
    validation_messages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Field -> what is wrong or missing, and why. ``robots`` and ``tdmReservation``: what page and site say of the use."""
    spider: str | None = None
    """Spider that fetched the page."""
    run_id: str | None = None
    """Run that fetched it."""
    extractor: Extractor | None = None
    """What read it."""
    http: Http | None = None
    """How it came."""
    field_sources: dict[str, str] = field(default_factory=dict)
    """Field -> jsonld, meta, microdata, dom, feed, sitemap, url, text or site."""
    conflicts: tuple[Conflict, ...] = ()
    """Candidates that lost."""
    date_mentions: tuple[DateMention, ...] = ()
    """Dates that the body only mentions."""
    discarded: tuple[Discarded, ...] = ()
    """Texts that belong to no field."""
    text_accounting: TextAccounting | None = None
    """The ledger's sum."""
    source_id: str | None = None
    """The ``id`` of the manifest line that the page came from (``scrapy extract``)."""
