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
from crawler.item_media import Image, Media, Source, Teaser, TeaserImage
from crawler.item_metadata import Conflict, DateMention, Discarded, Extractor, Http, Metadata, TextAccounting
from crawler.item_parts import (
    Access,
    Appearance,
    BodyPages,
    Breadcrumb,
    Correction,
    Credit,
    Heading,
    LiveBlogUpdate,
    Publisher,
    Revision,
    Timezone,
)

__all__ = [
    "SCHEMA_VERSION",
    "Access",
    "Appearance",
    "Article",
    "BodyPages",
    "Breadcrumb",
    "Conflict",
    "Correction",
    "Credit",
    "DateMention",
    "Discarded",
    "Extractor",
    "Heading",
    "Http",
    "Image",
    "LiveBlogUpdate",
    "Media",
    "Metadata",
    "Publisher",
    "Revision",
    "Source",
    "Teaser",
    "TeaserImage",
    "TextAccounting",
    "Timezone",
]

SCHEMA_VERSION = "1.0"

_NO_PUBLISHER = Publisher("")
_FIRST_REVISION = Revision()


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
    """Version of this contract."""
    id: str = ""
    """``<site>:<native id, or hash of the canonical URL>``; survives slug, section, host and scheme changes."""
    url: str = ""
    """Final URL after redirects."""
    canonical_url: str | None = None
    """As declared by the page."""
    alternate_urls: tuple[str, ...] = ()
    """Other URLs seen for the same id: AMP, mobile, ``?page=all``, an old slug."""
    headline: str | None = None
    """The headline as printed, without the site's name."""
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
    """Agencies and other newsrooms the text comes from."""
    is_based_on: tuple[Credit, ...] = ()
    """Media quoted as source ("dikutip dari …")."""
    publisher: Publisher = _NO_PUBLISHER
    """Whose site it is."""
    date_published: str | None = None
    """ISO 8601, offset when known; never filled from the modified date."""
    date_published_raw: str | None = None
    """The date as printed or stated."""
    date_published_precision: str | None = None
    """second, minute, day, month or year."""
    date_modified: str | None = None
    """ISO 8601; the last change that the page states."""
    date_modified_raw: str | None = None
    """That date as printed or stated."""
    timezone: Timezone | None = None
    """The zone of ``date_published`` and what it rests on."""
    in_language: str | None = None
    """BCP 47 / ISO 639-1."""
    article_section: tuple[str, ...] = ()
    """Sections as printed, broadest first."""
    breadcrumbs: tuple[Breadcrumb, ...] = ()
    """The trail above the headline."""
    keywords: tuple[str, ...] = ()
    """Tags and keywords of the page."""
    article_body: str | None = None
    """Clean text with sub-headings, paragraphs parted by one empty line."""
    headings: tuple[Heading, ...] = ()
    """The sub-headings within ``article_body``."""
    article_body_html: str | None = None
    """Not written at present."""
    word_count: int | None = None
    """Words of ``article_body``, counted between blanks; each sign of Han and kana is one."""
    images: tuple[Image, ...] = ()
    """The article's own pictures, each once, in page order."""
    videos: tuple[Media, ...] = ()
    """Videos that belong to the article."""
    audios: tuple[Media, ...] = ()
    """Sound that belongs to the article."""
    related_articles: tuple[Teaser, ...] = ()
    """Teasers of other articles, in page order."""
    corrections: tuple[Correction, ...] = ()
    """Corrections and editors' notes."""
    live_blog_update: tuple[LiveBlogUpdate, ...] = ()
    """Entries of a live blog, newest first as printed."""
    is_accessible_for_free: bool | None = None
    """What the publisher states; null where nothing is stated."""
    access: Access | None = None
    """Our verdict, with its evidence."""
    copyright_notice: str | None = None
    """Copyright line of the text."""
    license: str | None = None
    """URL of the licence."""
    body_pages: BodyPages | None = None
    """Pages the text was spread over."""
    duplicate_of: str | None = None
    """Id of the earlier copy (wire copy, republication)."""
    appearances: tuple[Appearance, ...] = ()
    """Where the article was announced."""
    revision: Revision = _FIRST_REVISION
    """Which state of the article this is."""
    metadata: Metadata = field(default_factory=Metadata)
    """How the page was read."""
    evidence: Evidence | None = None

    def update(self, changes: dict[str, Any]) -> None:
        """Set the named fields; an unknown name raises ``AttributeError``."""
        for name, value in changes.items():
            setattr(self, name, value)
