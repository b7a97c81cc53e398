"""What a page gives before anything is decided: raw candidates with their source.

Extraction fills these, the normalisers read them. Texts are *segments*, parted as
the DOM parts them, so that names or captions that only look glued never are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from crawler.site import NOWHERE, Site
from crawler.spacing import goes_on, touches


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text as the DOM parts it.

    ``text`` has its white space collapsed and is never empty. ``href`` is the absolute
    target of the link it stands in, ``tag`` the element it stands in, ``cls`` that
    element's class, id, rel and itemprop words, lower case, joined by blanks.
    ``line`` counts the block-level lines of the candidate, from 0. ``glued`` says that no white
    space parts it from the segment before.
    """

    text: str
    href: str | None = None
    tag: str = ""
    cls: str = ""
    line: int = 0
    glued: bool = False


Segments = tuple[Segment, ...]


def segments(text: str | Segments | Sequence[Segment]) -> Segments:
    """Give a plain text the form of segments, one a line; segments pass through."""
    if isinstance(text, str):
        lines = (" ".join(line.split()) for line in text.splitlines())
        return tuple(Segment(line, line=number) for number, line in enumerate(line for line in lines if line))
    return tuple(text)


def plain(parts: Segments | Sequence[Segment]) -> str:
    """The segments' text on one line, parted by single blanks; punctuation that touches its neighbour stays there."""
    text = ""
    for part in parts:
        text += part.text if not text or (part.glued and touches(text, part.text)) else f" {part.text}"
    return text


def running(parts: Segments | Sequence[Segment]) -> str:
    """The text of a sentence: as ``plain``, but a word that its markup cuts in two is whole again.

    Links end within compounds, drop caps and ordinals are elements of their own, and scripts without blanks have none. A
    capital that touches a small letter or a stop begins a text of its own, which the page's style sets apart.

    >>> running((Segment("A", tag="b"), Segment("s Mount", glued=True), Segment("VIVA", glued=True)))
    'As Mount VIVA'
    """
    text, before = "", ""
    for part in parts:
        text += part.text if not text or (part.glued and goes_on(text, before, part.text, part.tag)) else f" {part.text}"
        before = part.tag
    return text


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place of the page that may state a field.

    ``field`` is the field's name in ``items.Article`` (``headline``, ``byline``, ``date_published``,
    ``date_modified``, ``in_language``, ``article_section``, ``keywords``, ``publisher``,
    ``description``, ``alternative_headline``, ``canonical_url``, ``access`` …). ``source`` is
    jsonld, meta, microdata, dom, feed, sitemap, url, text or site; ``key`` says where exactly (``NewsArticle.author``,
    ``meta:author``, ``div.author``). ``role`` is set where the markup itself names one
    (JSON-LD ``editor``, ``meta:content_editor``). ``kind`` is the schema.org type stated there
    (``Person``, ``Organization``), ``url`` the profile page stated with it.
    ``weight`` ranks candidates of one source: higher is better placed.
    """

    field: str
    parts: Segments
    source: str
    key: str = ""
    role: str | None = None
    kind: str | None = None
    url: str | None = None
    weight: int = 0

    @property
    def text(self) -> str:
        """The candidate's text on one line."""
        return plain(self.parts)


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """A block of the article's own text, in reading order.

    ``kind`` is paragraph, heading, item (of a list), quote or table; ``level`` is the
    heading's level, else 0. ``parts`` keeps the inline elements apart for the dateline and
    the sign-off; ``text`` is the whole text on one line.
    """

    kind: str
    text: str
    parts: Segments = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class RawImage:
    """A picture of the article as it stands on the page.

    ``caption`` is everything printed with it that is not evidently credit, ``credit``
    what the markup sets apart as credit. ``stated`` holds what JSON-LD, microdata or data attributes
    say of this very picture: creditText, creator, copyrightHolder, copyrightNotice,
    license, caption, name. ``position`` counts the body blocks before it.
    """

    url: str | None
    role: str
    position: int
    caption: Segments = ()
    credit: Segments = ()
    alt: str | None = None
    title: str | None = None
    stated: dict[str, tuple[str, ...]] = field(default_factory=dict)
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class RawTeaser:
    """One item of a promo block, nothing cleaned."""

    url: str | None
    headline: str | None
    kicker: str | None = None
    description: str | None = None
    date: str | None = None
    section: str | None = None
    publisher: str | None = None
    image_url: str | None = None
    image_caption: str | None = None
    image_alt: str | None = None
    badges: tuple[str, ...] = ()
    rel: str = ""
    """The link's ``rel`` words."""


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block that promotes other articles, cut out of the page before its text is read.

    ``placement`` is inline, end or aside. ``signals`` are the class, id, role and data words
    of the block and its near ancestors, lower case. ``position`` counts the body blocks before it.
    """

    label: str | None
    items: tuple[RawTeaser, ...]
    placement: str
    position: int = 0
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thrown:
    """A text of the container that goes into no field: ``kind`` as in ``items.Discarded``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Counts of the container's text blocks, as extraction left them."""

    blocks: int = 0
    assigned: int = 0
    thrown: tuple[Thrown, ...] = ()
    unassigned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a normaliser may know of the page: language, publisher, zone, time of the fetch.

    ``language`` is ISO 639-1 or ``None``. ``publishers`` are the site's own names as printed
    ("VIVA", "VIVA.co.id"), ``hosts`` its registered domains. ``timezone`` is an IANA name or
    ``None``; ``date_order`` is DMY, MDY or YMD, ``None`` where unknown. ``fetched_at`` is aware.
    ``caption_labels`` are words that recur before the site's captions ("VIVA Militer").
    ``headline`` is the article's own, ``subjects`` are its keywords.
    """

    language: str | None = None
    publishers: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    timezone: str | None = None
    date_order: str | None = None
    url: str = ""
    fetched_at: datetime | None = None
    caption_labels: tuple[str, ...] = ()
    headline: str | None = None
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that one page gave, with the facts known of its site beforehand."""

    site: Site = NOWHERE
    context: Context = Context()
    candidates: tuple[Candidate, ...] = ()
    body: tuple[BodyBlock, ...] = ()
    images: tuple[RawImage, ...] = ()
    blocks: tuple[RawBlock, ...] = ()
    ledger: Ledger = Ledger()
    further: tuple[str, ...] = ()
    """Addresses that complete an article of several pages: the one page that holds all, or those that follow."""
    reason: str | None = None
    """Why the page holds no article, where it holds none."""
    is_off_layout: bool = False
    """Whether the site has layouts and none of them fits this page: it was read as any other."""

    def of(self, name: str) -> tuple[Candidate, ...]:
        """The candidates for one field, in the order found."""
        return tuple(c for c in self.candidates if c.field == name)
