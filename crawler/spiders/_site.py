"""The facts of a site, checked when its class is made: a misspelt one fails at import, not in the night."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from crawler.extensions._bounds import JUDGED
from crawler.extract.layout import is_css
from crawler.extract.listing.more import declared_more
from crawler.site import RENDER, Site

TUPLES = ("allowed_domains", "sections", "publishers", "layouts", "caption_labels", "load_more")
TEXTS = ("name", "articles", "native_id", "timezone", "language", "date_order", "homepage", "known_from", "list_rows", "render")
_KNOWN_FROM = re.compile(r"hearsay|pages \d{4}(?:-\d{4})?")
FACTS = frozenset((*TUPLES, *TEXTS, "render_sections", "expects", "custom_settings", "start_urls", "site"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What a healthy run of the site shows.

    ``cards`` are the least and the most cards of a section's first page, ``filled`` the least share of lines with a field, by
    field (``{"images": 0.5}``). What is not declared is learned from the site's good runs. A field that nobody judges by raises
    ``ValueError``.
    """

    cards: tuple[int, int] = (1, 1000)
    filled: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, share in self.filled.items():
            if name not in JUDGED or not 0 <= share <= 1:
                raise ValueError(f"Expect.filled: {name}={share}; shares from 0 to 1 are wanted for {', '.join(JUDGED)}")


def site_from(owner: Any) -> Site:
    """Build the site from the facts of its spider class."""
    domains = owner.allowed_domains
    return Site(
        name=domains[0] if domains else "",
        domains=domains,
        publishers=owner.publishers,
        url=owner.homepage,
        timezone=owner.timezone,
        language=owner.language,
        date_order=owner.date_order,
        native_id=owner.native_id,
        caption_labels=owner.caption_labels,
        list_rows=owner.list_rows,
        load_more=owner.load_more,
        render=owner.render,
        render_sections=owner.render_sections,
        layouts=owner.layouts,
    )


def check_facts(owner: type, facts: Mapping[str, object]) -> None:
    """Raise ``TypeError`` for a fact that nobody reads or of the wrong kind, ``ValueError`` for one that cannot be."""
    for name, value in facts.items():
        if name.startswith("_") or callable(value) or isinstance(value, classmethod | staticmethod | property):
            continue
        if name not in FACTS:
            hint = "".join(f", did you mean {guess}?" for guess in get_close_matches(name, FACTS, 1))
            raise TypeError(f"{owner.__name__}: nobody reads {name!r}{hint or '; known: ' + ', '.join(sorted(FACTS))}")
        if name in TUPLES and not isinstance(value, tuple):
            raise TypeError(f"{owner.__name__}.{name}: a tuple is wanted, not {value!r}")
        if name in TEXTS and not isinstance(value, str | None):
            raise TypeError(f"{owner.__name__}.{name}: a text is wanted, not {value!r}")
    _check_pattern(owner, "articles", facts.get("articles"))
    _check_zone(owner, facts.get("timezone"))
    _check_source(owner, facts.get("known_from"))
    _check_more(owner, facts.get("load_more"))
    if isinstance(rows := facts.get("list_rows"), str) and not is_css(rows):
        raise ValueError(f"{owner.__name__}.list_rows: {rows!r} is not CSS")
    _check_render(owner, facts)
    sections = facts.get("sections")
    for url in sections if isinstance(sections, tuple) else ():
        if not str(url).startswith(("https://", "http://")):
            raise ValueError(f"{owner.__name__}.sections: {url!r} is no address")


def _check_pattern(owner: type, name: str, pattern: object) -> None:
    if isinstance(pattern, str):
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{owner.__name__}.{name}: {error} in {pattern!r}") from error


def _check_zone(owner: type, zone: object) -> None:
    if isinstance(zone, str):
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"{owner.__name__}.timezone: {zone!r} is no IANA zone") from error


def _check_more(owner: type, declared: object) -> None:
    for each in declared if isinstance(declared, tuple) else ():
        try:
            declared_more(each, "https://www.example.org/")
        except ValueError as error:
            raise ValueError(f"{owner.__name__}.load_more: {error}") from error


def _check_render(owner: Any, facts: Mapping[str, Any]) -> None:
    by_section = facts.get("render_sections") or {}
    for chosen in (facts.get("render") or "auto", *by_section.values()):
        if chosen not in RENDER:
            raise ValueError(f"{owner.__name__}.render: {chosen!r} is none of {', '.join(RENDER)}")
    for url in by_section:
        if url not in owner.sections:
            raise ValueError(f"{owner.__name__}.render_sections: {url!r} is none of its sections")


def _check_source(owner: type, source: object) -> None:
    if isinstance(source, str) and not _KNOWN_FROM.fullmatch(source):
        raise ValueError(f"{owner.__name__}.known_from: {source!r} is neither 'hearsay' nor 'pages' and their years")
