"""One candidate of several: the plain resolver for fields that are printed as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.evidence import Candidate, Context
from crawler.items import Conflict, Publisher
from crawler.normalise.hosts import host_of
from crawler.normalise.likeness import bare
from crawler.normalise.urls import clean_url
from crawler.site import Site

_TRUST = {"dom": 5, "jsonld": 4, "microdata": 3, "meta": 2, "feed": 2, "sitemap": 1, "text": 1, "url": 0, "site": 0}


@dataclass(frozen=True, slots=True)
class Choice:
    """The value kept, its source, and what lost against it; ``value`` is ``None`` where nothing was stated."""

    value: str | None = None
    source: str | None = None
    conflicts: tuple[Conflict, ...] = ()


def choose(candidates: Sequence[Candidate]) -> Choice:
    """Keep the best placed candidate; on a tie the more trusted source, then the first.

    A candidate of another source with other words (case and punctuation aside) is a conflict.
    """
    stated = [candidate for candidate in candidates if candidate.text]
    if not stated:
        return Choice()
    best = max(stated, key=lambda c: (c.weight, _TRUST.get(c.source, 0)))
    others = {bare(c.text): c for c in stated if c.source != best.source and c.text != best.text}
    if others:
        others.pop(bare(best.text), None)
    conflicts = tuple(Conflict(best.field, best.text, other.text, other.source) for other in others.values())
    return Choice(best.text, best.source, conflicts)


def unlike(candidates: Sequence[Candidate], text: str | None) -> tuple[Candidate, ...]:
    """Those that say something else than a text: a standfirst that repeats the headline is none."""
    own = bare(text) if text is not None else None
    return tuple(candidate for candidate in candidates if bare(candidate.text) != own)


def above(kickers: Sequence[Candidate], sections: Sequence[Candidate], url: str) -> tuple[Choice, Sequence[Candidate]]:
    """Choose the line above the headline; where it but names the section that the address stands under, it is that."""
    choice = choose(kickers)
    words = re.split(r"[/.]", url.partition("://")[2].casefold())[:-1]
    if choice.value and "-".join(choice.value.casefold().split()) in words:
        return Choice(), sections or tuple(kickers)[:1]
    return choice, sections


def distinct(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """Give each text once, in the order found, compared without case."""
    found: dict[str, str] = {}
    for candidate in candidates:
        found.setdefault(candidate.text.casefold(), candidate.text)
    return tuple(text for text in found.values() if text)


def publisher(candidates: Sequence[Candidate], site: Site, context: Context) -> tuple[Publisher, str]:
    """Say whose site it is and where that stands: the site's own facts first, then what the page states, then its host."""
    domain = (site.domains or context.hosts or (None,))[0]
    url = (site.url or (_front_page(domain, context.url) if domain else "")).rstrip("/") or None
    if site.publishers:
        return Publisher(site.publishers[0], url, domain), "site"
    choice = choose(candidates)
    if choice.value and choice.source:
        return Publisher(choice.value, url, domain), choice.source
    return Publisher(domain or site.name, url, domain), "url"


def _front_page(domain: str, url: str) -> str:
    return "/".join(clean_url(url).split("/")[:3]) if host_of(url) == domain else f"https://{domain}"
