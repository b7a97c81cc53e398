"""What stands on one card of a promo block: headline, kicker, summary, picture, date, section, badges."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from crawler.evidence import RawTeaser
from crawler.extract.figures.addresses import best_address
from crawler.extract.page.links import HEADINGS, speaks
from crawler.extract.page.outline import Outline
from crawler.extract.promos.cards import Card
from crawler.normalise.headings import heading_kind

_KICKER = re.compile(
    r"kicker|over-?line|eyebrow|top-?line|dachzeile|spitzmarke|roof-?line|super-?title|sur-?titre|ante-?titulo|pre-?title|occhiello"
    r"|(?<![a-z])(?:flag|topic|tagline|upperdeck)(?![a-z])"
)
_TITLE = re.compile(r"title|headline|heading|titel|titre|titulo|judul|hed(?![a-z])")
_DATE = re.compile(r"(?<![a-z])(?:date|time|datum|tanggal|tgl|waktu|fecha|published|timestamp|ago)(?![a-z])|datetime|pubdate")
_SUMMARY = re.compile(
    r"summary|desc|excerpt|teaser-?text|intro|(?<![a-z])lead|dek(?![a-z])|standfirst|synopsis|snippet|abstract|subline"
)
_SECTION = re.compile(r"categor|section|rubri[ck]|kanal|channel|ressort|seccion")
_BADGE = re.compile(r"badge|label|sponsor|premium|(?<![a-z])(?:plus|paid|advert\w*|anzeige|flag|pill|marker|tag)(?![a-z])")
_CREDIT = re.compile(
    r"author|byline|credit|copyright|caption|photographer|source|screen-?reader|sr-only|visually-?hidden|comment|share|icon"
)
_TITLES = ("heading", "title")
_SHORT = re.compile(r"^(?:https?://[^/]+)?/?\?(?:.*&)?p=\d+")
_DEPTH = 6
_LONGEST_BADGE = 30
_SHORTEST_SUMMARY = 40


def _href(outline: Outline, card: Card) -> str | None:
    """The link's address; where it is a short one (``/?p=123``), the speaking one of the card's picture."""
    href = outline.attributes(card.link).get("href")
    if not card.whole or not _SHORT.search(href or ""):
        return href
    others = (
        outline.attributes(each).get("href") or "" for each in range(card.element, card.link) if outline.tags[each] == "a"
    )
    return max(others, key=lambda other: (other.count("-"), len(other)), default=None) or href


class _Part(NamedTuple):
    role: str
    text: str
    linked: bool


def read_card(outline: Outline, card: Card) -> RawTeaser:
    """Read the card; nothing is cleaned, and what is not there is ``None``."""
    parts = _parts(outline, card)
    headline = _headline(outline, card, parts)
    other = [part for part in parts if part.text not in (headline or "")]
    said = {part.role: part.text for part in reversed(other)}
    rest = [part.text for part in other if part.role in ("", "summary") and len(part.text) >= _SHORTEST_SUMMARY]
    attributes = outline.attributes(card.link)
    image_url, alt = _picture(outline, card)
    return RawTeaser(
        url=outline.document.absolute(_href(outline, card)),
        headline=headline,
        kicker=said.get("kicker") or said.get("heading"),
        description=max((text for text in rest if (headline or "") not in text), key=len, default=None),
        date=_date(outline, card, said.get("date")),
        section=said.get("section"),
        image_url=image_url,
        image_alt=alt,
        badges=tuple(part.text for part in other if part.role == "badge" and len(part.text) <= _LONGEST_BADGE),
        rel=attributes.get("rel") or "",
    )


def _parts(outline: Outline, card: Card) -> list[_Part]:
    """The card's lines with their roles; texts of one role on one line are one part, where style alone parts house and day."""
    parts: list[_Part] = []
    last: tuple[str, int, int] | None = None
    for text in range(card.first, card.last):
        role, owner = _role(outline, card, text)
        raw, linked = outline.texts[text], outline.links[text] >= 0
        one_line = role in _TITLES or (last is not None and outline.runs[text] == last[2] and linked == parts[-1].linked)
        if last is not None and (role, owner) == last[:2] and one_line:
            joint = " " if role == "date" else ""
            parts[-1] = _Part(role, f"{parts[-1].text}{joint}{raw}", parts[-1].linked or linked)
        else:
            parts.append(_Part(role, raw, linked))
        last = (role, owner, outline.runs[text])
    return [_Part(role, " ".join(text.split()), linked) for role, text, linked in parts]


def _role(outline: Outline, card: Card, text: int) -> tuple[str, int]:
    """What the nearest telling element around a text makes of it."""
    element = outline.owners[text]
    for _ in range(_DEPTH):
        if element < card.element:
            break
        tag, names = outline.tags[element], outline.names(element)
        if tag == "time":
            return "date", element
        if tag in ("button", "figcaption"):
            return "aside", element
        found = _named(names) if names else ""
        if found:
            return found, element
        if tag in HEADINGS:
            return "heading", element
        element = outline.parents[element]
    return "", element


@lru_cache(maxsize=8192)
def _named(names: str) -> str:
    """The role that class names give; a site's templates name the same things again and again."""
    if _KICKER.search(names):
        return "kicker"
    if _CREDIT.search(names):
        return "aside"
    if _TITLE.search(names):
        return "title"
    for role, pattern in (("date", _DATE), ("summary", _SUMMARY), ("section", _SECTION), ("badge", _BADGE)):
        if pattern.search(names):
            return role
    return ""


def _headline(outline: Outline, card: Card, parts: list[_Part]) -> str | None:
    """The longest heading of the link; else what is named its title; else its longest line; else the same outside it."""
    telling = [part for part in parts if len(part.text) > 4 and heading_kind(part.text) is None]
    for linked in (True, False):
        for roles in (("heading",), ("title",), ("", "summary")):
            found = [part.text for part in telling if part.linked is linked and part.role in roles]
            if found and (not linked or speaks(max(found, key=len), heading=True)):
                return max(found, key=len)
    return outline.attributes(card.link).get("title") or outline.text(card.link) or None


def _date(outline: Outline, card: Card, said: str | None) -> str | None:
    if said and any(map(str.isdigit, said)):
        return said
    if not card.whole:
        return None
    stamps = (element for element in range(card.element, outline.ends[card.element]) if outline.tags[element] == "time")
    return next((stamp for element in stamps if (stamp := outline.attributes(element).get("datetime"))), said)


def _picture(outline: Outline, card: Card) -> tuple[str | None, str | None]:
    if not card.whole:
        return None, None
    for element in range(card.element, outline.ends[card.element]):
        if outline.tags[element] in ("img", "amp-img"):
            return best_address(outline, element), outline.attributes(element).get("alt") or None
    return None, None
