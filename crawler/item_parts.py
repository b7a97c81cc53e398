"""Parts of an article: credits, headings, corrections, entries of a live blog, its state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


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
    """As printed ("Political Correspondent")."""
    honorific_prefix: str | None = None
    """As printed: "Dr.", "Prof."."""
    honorific_suffix: str | None = None
    """As printed: "CFP", "S.Kom."."""
    affiliation: str | None = None
    """Name of the organisation the person is printed with."""
    url: str | None = None
    """Profile page, absolute."""
    email: str | None = None
    """As printed or linked."""
    identifier: str | None = None
    """The site's own id of the author."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whose site the article stands on."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"name"})

    name: str
    """Name as printed."""
    url: str | None = None
    """Front page."""
    domain: str | None = None
    """Registered domain."""


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
    """As printed."""
    url: str | None = None
    """Absolute."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading of the body."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"text", "position"})

    text: str
    """As printed."""
    level: int
    """1 to 6."""
    position: int
    """Index into ``article_body.split("\\n\\n")``."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction or editors' note printed with the article."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str
    """As printed."""
    date_published: str | None = None
    """ISO 8601."""
    kind: str | None = None
    """correction, clarification, retraction, update or editorsNote."""


@dataclass(frozen=True, slots=True)
class LiveBlogUpdate:
    """One entry of a live blog."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"article_body"})

    id: str | None = None
    """The site's own id of the entry."""
    headline: str | None = None
    """As printed."""
    article_body: str = ""
    """Its text, paragraphs parted by one empty line."""
    date_published: str | None = None
    """ISO 8601."""
    date_published_raw: str | None = None
    """As printed."""
    authors: tuple[Credit, ...] = ()
    """Who wrote the entry."""


@dataclass(frozen=True, slots=True)
class Access:
    """Our verdict on who may read the whole text, with its evidence."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    state: str
    """open, metered, subscription, registration, partial or unknown."""
    evidence: str | None = None
    """What the verdict rests on."""


@dataclass(frozen=True, slots=True)
class BodyPages:
    """How many pages the article was spread over, and whether all were read."""

    KEPT: ClassVar[frozenset[str]] = frozenset()

    count: int = 1
    """Pages that there are."""
    complete: bool = True
    """Whether all of them were read."""
    urls: tuple[str, ...] = ()
    """The pages read."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where the article was seen announced."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"listing_url"})

    listing_url: str
    """The list."""
    section: str | None = None
    """Section of the list."""
    rank: int | None = None
    """1 is the first card of the list."""
    headline: str | None = None
    """Headline of the card."""
    seen_at: str | None = None
    """ISO 8601, UTC."""
    via: str | None = None
    """section, feed, newsSitemap, sitemap, search, api or related."""


@dataclass(frozen=True, slots=True)
class Revision:
    """Which state of the article this line is."""

    KEPT: ClassVar[frozenset[str]] = frozenset({"number", "status", "content_hash", "changed_fields"})

    number: int = 1
    """From 1."""
    status: str = "new"
    """new, updated, corrected or removed. Removed: the page answered 410, or 404 in two runs; the content fields are null or
    empty, the last text is on the line that ``previous_hash`` names."""
    content_hash: str = ""
    """``sha256:`` and the digest of the article's own content only."""
    previous_hash: str | None = None
    """Of the revision before."""
    changed_fields: tuple[str, ...] = ()
    """Keys that changed since then."""
    first_seen: str | None = None
    """ISO 8601, UTC."""
    checked_at: str | None = None
    """ISO 8601, UTC."""
