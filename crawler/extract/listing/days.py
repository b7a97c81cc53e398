"""Lists of one day or month that lead to those before: ``/indeks?date=2026-11-24``, ``/archiv/2026/11/24``, ``/2026/10/``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.extract.page.document import Document
from crawler.normalise.urls import clean_url

_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:([-/])([01]?\d)(?:\2([0-3]?\d))?|([01]\d)([0-3]\d)?)(?!\w)")
_TURNED = re.compile(r"(?<!\d)([0-3]?\d)([-/.])([0-3]?\d)\2((?:19|20)\d\d)(?!\d)")
_MOST = 31
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """The day (or with 0 the whole month) that an address names, and the list that it is a part of."""

    when: tuple[int, int, int]
    frame: tuple[str, ...]


def span_of(url: str) -> Span | None:
    """What a list's address says of its day; ``None`` for one without, or with another ending than a day."""
    try:
        parts = urlsplit(unquote(url))
    except ValueError:
        return None
    pairs = parse_qsl(parts.query)
    dated = next(((key, when) for key, value in pairs if (when := _when(value)) is not None), None)
    if dated is not None:
        rest = (f"{key}={value}" for key, value in pairs if key != dated[0] and not value.isdecimal())
        return Span(dated[1], (parts.netloc, parts.path.rstrip("/"), *sorted(rest)))
    found = _SPAN.search(parts.path)
    if found is None or parts.path[found.end() :].strip("/"):
        return None
    when = _when(found[0])
    return None if when is None else Span(when, (parts.netloc, parts.path[: found.start()].rstrip("/")))


def earlier_days(document: Document) -> tuple[str, ...]:
    """The lists of the days before this one's, the latest first; of a list without a day those of its days."""
    here = clean_url(document.url)
    ours = span_of(here)
    parts = urlsplit(here)
    bare = (parts.netloc, parts.path.rstrip("/"))
    found: dict[str, tuple[int, int, int]] = {}
    for node in document.css("a[href]"):
        address = document.absolute(node.attributes.get("href"))
        theirs = span_of(address) if address is not None and address != here else None
        if address is None or theirs is None:
            continue
        if ours is None:
            fits = theirs.frame == bare and theirs.when[2] > 0 and bool(bare[1])
        else:
            fits = theirs.frame == ours.frame and bool(theirs.when[2]) == bool(ours.when[2]) and theirs.when < ours.when
        if fits:
            found[clean_url(address)] = theirs.when
    return tuple(sorted(found, key=lambda address: found[address], reverse=True)[:_MOST])


def _when(text: str) -> tuple[int, int, int] | None:
    found, turned = _SPAN.fullmatch(text), _TURNED.fullmatch(text)
    if found is not None:
        year, month, day = int(found[1]), int(found[3] or found[5]), int(found[4] or found[6] or 0)
    elif turned is not None:
        first, second, year = int(turned[1]), int(turned[3]), int(turned[4])
        month, day = (first, second) if turned[2] == "/" and first <= _MONTHS else (second, first)
    else:
        return None
    return (year, month, day) if 1 <= month <= _MONTHS and day <= _MOST else None
