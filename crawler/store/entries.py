"""What passes between the store and its users: plain frozen values."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from crawler.items import Appearance, Article
from crawler.normalise.copies import Sketch
from crawler.normalise.identity import believed_canonical, field_digests
from crawler.normalise.urls import clean_url
from crawler.site import Site

Clock = Callable[[], float]
"""Gives seconds since 1970; may jump."""

_PERSON = "Person"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of one spider. ``day`` (YYYY-MM-DD) names the folder of its files from first to last, across midnight.

    Spider and id become parts of paths; other than letters, digits, dots, dashes and underscores raise ``ValueError``.
    """

    spider: str
    id: str
    day: str

    def __post_init__(self) -> None:
        for part in (self.spider, self.id, self.day):
            if not _NAME.fullmatch(part):
                raise ValueError(f"no name for a file: {part!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a store works.

    Lines are committed after ``group_items`` of them or ``group_seconds``, published after ``publish_lines`` or
    ``publish_seconds`` and at the end; files are compressed with gzip, zstd or not. ``day`` (YYYY-MM-DD) names the folder
    of the files; without, it is the day of the start in UTC. Records of runs are removed after ``runs_kept_days``.
    """

    group_items: int = 50
    group_seconds: float = 2.0
    publish_lines: int = 1000
    publish_seconds: float = 300.0
    compression: str | None = None
    day: str | None = None
    runs_kept_days: int = 90
    clock: Clock = time.time


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as a listing named it.

    ``card`` is what the card, feed item or sitemap entry says beside the address (texts, numbers: it is kept as JSON),
    ``rank`` 1 the first of the list, ``seen_at`` an ISO time, ``via`` as in ``items.Appearance``.
    """

    url: str
    listing_url: str | None = None
    section: str | None = None
    rank: int | None = None
    seen_at: str | None = None
    via: str | None = None
    card: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A page to be asked for: ``entries`` are its announcements, first to last (at most twenty).

    ``tries`` counts the earlier runs that failed, ``reason`` is the last failure.
    """

    url: str
    entries: tuple[Entry, ...] = ()
    tries: int = 0
    reason: str | None = None

    def appearances(self) -> tuple[Appearance, ...]:
        """Give the announcements in the form of the line."""
        return tuple(
            Appearance(
                listing_url=entry.listing_url,
                section=entry.section,
                rank=entry.rank,
                headline=entry.card.get("headline"),
                seen_at=entry.seen_at,
                via=entry.via,
            )
            for entry in self.entries
            if entry.listing_url is not None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to ask "has it changed?" with."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """A known article whose next look is due; ``headline`` is the new one where only that on a list speaks for a change."""

    url: str
    article_id: str
    validators: Validators = Validators()
    headline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the history keeps of an article's reading.

    ``url`` is the address to ask for again, ``also`` every other one that led here or is stated by the page. ``digests``
    are those of ``identity.field_digests``. Times are ISO. ``removed`` articles are looked at no more. ``sketch`` is kept to
    know copies of the text, ``duplicate_of`` the id of the article that had it first, ``staff`` are the people in the byline.
    """

    article_id: str
    url: str
    content_hash: str
    number: int = 1
    digests: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    first_seen: str | None = None
    checked_at: str | None = None
    validators: Validators = Validators()
    removed: bool = False
    sketch: Sketch | None = None
    duplicate_of: str | None = None
    staff: tuple[str, ...] = ()


def reading_of(article: Article, *, also: tuple[str, ...] = (), sketch: Sketch | None = None) -> Reading:
    """Give the reading of an article whose ``id`` and ``revision`` are set.

    ``also`` are the addresses asked for on the way; ``sketch`` is that of its text, worth making for what is kept.
    """
    http = article.metadata.http
    stated = believed_canonical(site=Site(name=""), url=article.url, canonical=article.canonical_url)
    return Reading(
        article_id=article.id,
        url=article.url,
        content_hash=article.revision.content_hash,
        number=article.revision.number,
        digests=field_digests(article),
        also=_others(article.url, (*also, stated, *article.alternate_urls)),
        first_seen=article.revision.first_seen,
        checked_at=article.revision.checked_at,
        validators=Validators(etag=http.etag, last_modified=http.last_modified) if http else Validators(),
        removed=article.revision.status == "removed",
        sketch=sketch,
        duplicate_of=article.duplicate_of,
        staff=tuple(author.name for author in article.authors if author.type == _PERSON),
    )


def reading_of_line(line: Mapping[str, Any]) -> Reading | None:
    """Give the reading that a published line was; ``None`` for a line that is no article revision."""
    revision, name, url = line.get("revision"), line.get("id"), line.get("url")
    if not (isinstance(revision, dict) and isinstance(name, str) and isinstance(url, str)):
        return None
    stated = believed_canonical(site=Site(name=""), url=url, canonical=line.get("canonicalUrl"))
    http = (line.get("metadata") or {}).get("http") or {}
    return Reading(
        article_id=name,
        url=url,
        content_hash=revision.get("contentHash") or "",
        number=revision.get("number") or 1,
        digests=field_digests(line),
        also=_others(url, (stated, *(line.get("alternateUrls") or ()))),
        first_seen=revision.get("firstSeen"),
        checked_at=revision.get("checkedAt"),
        validators=Validators(etag=http.get("etag"), last_modified=http.get("lastModified")),
        removed=revision.get("status") == "removed",
        duplicate_of=line.get("duplicateOf"),
        staff=tuple(author["name"] for author in line.get("authors") or () if author.get("@type") == _PERSON),
    )


def _others(url: str, urls: tuple[str | None, ...]) -> tuple[str, ...]:
    cleaned = (clean_url(each) for each in urls if each)
    return tuple(dict.fromkeys(each for each in cleaned if each != clean_url(url)))
