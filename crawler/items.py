"""The line: one news article as it stands in the JSONL.

Names are those of schema.org, then zyte-common-items, then IPTC; a field's place
here is its place on the line. ``type`` is ``@type`` there, ``date_published`` is
``datePublished``. Scalars that may be absent are ``None``; collections are tuples.
``KEPT`` names the fields that a line always carries, even when null or empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from crawler.evidence import Evidence

SCHEMA_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Credit:
    """A person or organisation credited with a text or a picture."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"name"})

    type: str | None = None
    """``Person`` or ``Organization``."""
    name: str = ""
    """Clean name, in natural case and the script of the page."""
    name_raw: str | None = None
    """The name as printed, where that differs."""
    role: str | None = None
    """author, editor, translator, photographer, illustrator, videographer, interviewer, interviewee, contributor, source."""
    job_title: str | None = None
    honorific_prefix: str | None = None
    honorific_suffix: str | None = None
    affiliation: str | None = None
    """Name of the organisation the person is printed with."""
    url: str | None = None
    """Profile page, absolute."""
    email: str | None = None
    identifier: str | None = None
    """The site's own id of the author."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whose site the article stands on."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"name"})

    name: str
    url: str | None = None
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class Timezone:
    """The zone that ``date_published`` was read in, and what that rests on."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    name: str | None = None
    """IANA name; ``None`` where only an offset is known."""
    basis: str | None = None
    """explicit (printed), site (declared by the site), assumed."""


@dataclass(frozen=True, slots=True)
class Breadcrumb:
    """One step of the page's breadcrumb trail."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    name: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading of the body."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"text", "position"})

    text: str
    level: int
    """1 to 6."""
    position: int
    """Index into ``article_body.split("\\n\\n")``."""


@dataclass(frozen=True, slots=True)
class Source:
    """IPTC Source of a picture: a site, company or institution named as its origin."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"name", "url", "domain"})

    name: str
    url: str | None = None
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article with caption and credit parted."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"url", "caption", "credit_text"})

    url: str | None = None
    role: str | None = None
    """lead, inline or gallery."""
    position: int | None = None
    """How many paragraphs of ``article_body`` stand before it."""
    caption: str | None = None
    caption_raw: str | None = None
    """The caption as printed, where that differs."""
    caption_label: str | None = None
    """A label that recurs before the site's captions ("VIVA Militer")."""
    alt_text: str | None = None
    credit_text: str | None = None
    """schema.org creditText = IPTC Credit Line, label ("Photo :") removed."""
    credit_text_raw: str | None = None
    creator: tuple[Credit, ...] = ()
    source: Source | None = None
    provider: tuple[str, ...] = ()
    """Agencies and distributors, origin first."""
    copyright_holder: str | None = None
    copyright_notice: str | None = None
    license: str | None = None
    usage_info: tuple[str, ...] = ()
    """illustration, archive, handout, courtesy, screenshot, stock, pool, private, social media, AI generated, symbolic."""
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """A video or sound of the article."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"url"})

    url: str
    caption: str | None = None
    provider: str | None = None


@dataclass(frozen=True, slots=True)
class TeaserImage:
    """The picture of a teaser."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"url"})

    url: str | None = None
    caption: str | None = None
    alt_text: str | None = None


@dataclass(frozen=True, slots=True)
class Teaser:
    """A teaser of another article, found in or around this one."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"headline", "url", "kind", "placement"})

    headline: str | None = None
    url: str | None = None
    """Absolute, without tracking parameters."""
    description: str | None = None
    date_published: str | None = None
    date_published_raw: str | None = None
    publisher: str | None = None
    image: TeaserImage | None = None
    kind: str = "related"
    """related, recirculation or sponsored."""
    placement: str = "end"
    """inline, end or aside."""
    position: int | None = None
    label: str | None = None
    """Heading of the block it stood in ("Baca Juga")."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction or editors' note printed with the article."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str
    date_published: str | None = None
    kind: str | None = None
    """correction, clarification, retraction, update or editorsNote."""


@dataclass(frozen=True, slots=True)
class LiveBlogUpdate:
    """One entry of a live blog."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"article_body"})

    id: str | None = None
    headline: str | None = None
    article_body: str = ""
    date_published: str | None = None
    date_published_raw: str | None = None
    authors: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class Access:
    """Our verdict on who may read the whole text, with its evidence."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    state: str
    """open, metered, subscription, registration, partial or unknown."""
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class BodyPages:
    """How many pages the article was spread over, and whether all were read."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    count: int = 1
    complete: bool = True
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where the article was seen announced."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"listing_url"})

    listing_url: str
    section: str | None = None
    rank: int | None = None
    """1 is the first card of the list."""
    headline: str | None = None
    seen_at: str | None = None
    via: str | None = None
    """section, feed, newsSitemap, sitemap, search, api or related."""


@dataclass(frozen=True, slots=True)
class Revision:
    """Which state of the article this line is."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"number", "status", "content_hash", "changed_fields"})

    number: int = 1
    status: str = "new"
    """new, updated, corrected or removed."""
    content_hash: str = ""
    """``sha256:`` and the digest of the article's own content only."""
    previous_hash: str | None = None
    changed_fields: tuple[str, ...] = ()
    first_seen: str | None = None
    checked_at: str | None = None


@dataclass(frozen=True, slots=True)
class Extractor:
    """Which version read the page, and with which site's facts."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    version: str
    site_profile: str | None = None


@dataclass(frozen=True, slots=True)
class Http:
    """How the page came to us."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    status: int | None = None
    via: str | None = None
    """http, browser, archive or file."""
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A candidate that lost against the one kept."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    field: str
    kept: str
    other: str
    other_source: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that the body names and that is not the article's own."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    raw: str
    date: str | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Discarded:
    """A text of the container that belongs to no field, and why."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"kind", "text"})

    kind: str
    """placeholder, label, advert, share, navigation, consent, newsletter, comment, duplicate or brand."""
    text: str
    count: int | None = None
    """How often, where more than once."""


@dataclass(frozen=True, slots=True)
class TextAccounting:
    """The ledger's sum: ``blocks == assigned + discarded + unassigned``."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    blocks: int = 0
    assigned: int = 0
    discarded: int = 0
    unassigned: int = 0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the reading itself."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"date_downloaded", "extractor"})

    date_downloaded: str | None = None
    """UTC, ISO 8601."""
    probability: float | None = None
    """0 to 1: how sure the reader is that the page is an article."""
    validation_messages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    spider: str | None = None
    run_id: str | None = None
    extractor: Extractor | None = None
    http: Http | None = None
    field_sources: dict[str, str] = field(default_factory=dict)
    """Field -> jsonld, meta, microdata, dom, feed, sitemap, url, text or site."""
    conflicts: tuple[Conflict, ...] = ()
    date_mentions: tuple[DateMention, ...] = ()
    discarded: tuple[Discarded, ...] = ()
    text_accounting: TextAccounting | None = None
    source_id: str | None = None
    """The ``id`` of the manifest line that the page came from (``scrapy extract``)."""


@dataclass(slots=True)
class Article:
    """One revision of one article: a line of the feed.

    ``evidence`` is what the page gave; it drives the pipelines and is not written.
    """

    KEPT: ClassVar[frozenset[str]] = frozenset({
        "type", "schema_version", "id", "url", "headline", "byline", "date_published", "date_published_precision", "authors",
        "images", "related_articles", "article_body", "in_language", "publisher", "revision", "metadata",
    })  # fmt: skip
    UNWRITTEN: ClassVar[frozenset[str]] = frozenset({"evidence"})

    type: str = "NewsArticle"
    """schema.org type: NewsArticle, OpinionNewsArticle, LiveBlogPosting, AdvertiserContentArticle, VideoObject …"""
    schema_version: str = SCHEMA_VERSION
    id: str = ""
    """``<site>:<native id, or hash of the canonical URL>``; survives slug, section, host and scheme changes."""
    url: str = ""
    """Final URL after redirects."""
    canonical_url: str | None = None
    """As declared by the page."""
    alternate_urls: tuple[str, ...] = ()
    headline: str | None = None
    alternative_headline: str | None = None
    """Kicker or second headline."""
    description: str | None = None
    """Standfirst or summary printed by the site."""
    dateline: str | None = None
    """As printed, without the dash."""
    byline: str | None = None
    """The whole credit line as printed."""
    authors: tuple[Credit, ...] = ()
    """Who wrote it: persons; else the desk or the agency in byline position."""
    contributors: tuple[Credit, ...] = ()
    """Editors, translators, photographers, helpers named in the byline, with role."""
    source_organization: tuple[Credit, ...] = ()
    """Agencies the text comes from."""
    is_based_on: tuple[Credit, ...] = ()
    """Media quoted as source ("dikutip dari …")."""
    publisher: Publisher = Publisher("")
    date_published: str | None = None
    """ISO 8601, offset when known; never filled from the modified date."""
    date_published_raw: str | None = None
    date_published_precision: str | None = None
    """second, minute, day, month or year."""
    date_modified: str | None = None
    date_modified_raw: str | None = None
    timezone: Timezone | None = None
    in_language: str | None = None
    """BCP 47 / ISO 639-1."""
    article_section: tuple[str, ...] = ()
    breadcrumbs: tuple[Breadcrumb, ...] = ()
    keywords: tuple[str, ...] = ()
    article_body: str | None = None
    """Clean text with sub-headings, paragraphs parted by one empty line."""
    headings: tuple[Heading, ...] = ()
    article_body_html: str | None = None
    word_count: int | None = None
    images: tuple[Image, ...] = ()
    videos: tuple[Media, ...] = ()
    audios: tuple[Media, ...] = ()
    related_articles: tuple[Teaser, ...] = ()
    corrections: tuple[Correction, ...] = ()
    live_blog_update: tuple[LiveBlogUpdate, ...] = ()
    is_accessible_for_free: bool | None = None
    access: Access | None = None
    copyright_notice: str | None = None
    license: str | None = None
    body_pages: BodyPages | None = None
    duplicate_of: str | None = None
    """Id of the earlier copy (wire copy, republication)."""
    appearances: tuple[Appearance, ...] = ()
    revision: Revision = Revision()
    metadata: Metadata = field(default_factory=Metadata)
    evidence: Evidence | None = None

    def update(self, changes: dict[str, Any]) -> None:
        """Set the named fields; an unknown name raises ``AttributeError``."""
        for name, value in changes.items():
            setattr(self, name, value)
