"""What a card says of its article: an entry of the frontier, and evidence for the copy desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from crawler.evidence import Candidate, Context, segments
from crawler.extract.listing.reading import Card, Listing
from crawler.items import Article
from crawler.normalise.dates import parse_date
from crawler.normalise.hosts import host_of, registered_domain
from crawler.normalise.lexicon import table
from crawler.site import Site
from crawler.store.entries import Entry, Waiting

_KEPT = ("headline", "kicker", "summary", "picture", "date", "modified", "section", "byline", "kind", "block")
_STATED = {
    "headline": "headline",
    "date": "date_published",
    "modified": "date_modified",
    "byline": "byline",
    "section": "article_section",
}
"""Card texts that a feed or sitemap states of the article itself."""
_LEAST = -10
"""A card is weaker evidence than anything on the page."""


def section_name(url: str) -> str | None:
    """The section that a list's address names: the last word of its path, else its sub-domain; ``None`` for a front page.

    Words that only say "list" (``/indeks``, ``/rss``, ``/sitemap.xml``) name no section.
    """
    return next(
        (word for word in section_words(url) if not word.isdecimal() and "." not in word and not _says_list(word)), None
    )


def section_words(url: str) -> tuple[str, ...]:
    """The words of a list's address that may name its section: those of the path, last first, then the sub-domain's."""
    host = host_of(url)
    below = host.removesuffix(registered_domain(url)).rstrip(".").removeprefix("www")
    path = [part for part in urlsplit(url).path.split("/") if part]
    return (*reversed(path), *(label for label in below.split(".") if label))


def _says_list(word: str) -> bool:
    return table("listing_hubs").get(word) in ("any", "last")


def entries(listing: Listing, cards: Iterable[Card], *, section_url: str, seen_at: str) -> Iterator[Entry]:
    """Cards of a list as entries of the frontier."""
    for card in cards:
        yield Entry(
            url=card.url,
            listing_url=section_url,
            section=section_name(section_url) if listing.via == "section" else card.section,
            rank=card.rank,
            seen_at=seen_at,
            via=listing.via,
            card=_texts(card),
        )


def _texts(card: Card) -> dict[str, Any]:
    found = ((name, getattr(card, name)) for name in _KEPT)
    return {name: value for name, value in found if value and value != "article"}


def moment_of(text: str | None, url: str, site: Site) -> datetime | None:
    """The time that a card prints or states; ``None`` for what cannot be read."""
    if not text:
        return None
    context = Context(
        language=site.language,
        timezone=site.timezone,
        date_order=site.date_order,
        url=url,
        fetched_at=datetime.now(UTC),
    )
    value = parse_date(text, context)
    return value.moment if value is not None else None


def changes(cards: Iterable[Card], site: Site) -> dict[str, int]:
    """When each article was last changed, as feeds and sitemaps state it; URL -> seconds since 1970.

    A time that most of the list shares is that of the list, and a time to come is a mistake: they say nothing.
    """
    stated = {card.url: card.modified for card in cards if card.modified}
    shared = {text for text, count in Counter(stated.values()).items() if count > max(1, len(stated) / 2)}
    now = datetime.now(UTC).timestamp()
    found = {url: moment_of(text, url, site) for url, text in stated.items() if text not in shared}
    times = {url: int(_aware(moment).timestamp()) for url, moment in found.items() if moment is not None}
    return {url: seconds for url, seconds in times.items() if seconds <= now}


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def announce(article: Article, page: Waiting) -> None:
    """Set the article's ``appearances`` and add what feeds and sitemaps state to its evidence."""
    article.appearances = page.appearances()
    if article.evidence is not None:
        added = tuple(_candidates(page.entries))
        article.evidence = replace(article.evidence, candidates=(*article.evidence.candidates, *added))


def _candidates(announced: Iterable[Entry]) -> Iterator[Candidate]:
    for entry in announced:
        source = {"feed": "feed", "sitemap": "sitemap", "newsSitemap": "sitemap"}.get(entry.via or "")
        if source is None:
            continue
        for name, field in _STATED.items():
            text = entry.card.get(name)
            parts = segments(text) if isinstance(text, str) else ()
            if parts:
                yield Candidate(field, parts, source, key=f"{entry.via}:{name}", weight=_LEAST)
