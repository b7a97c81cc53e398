"""What stands on one card of a section page: headline, kicker, summary, picture, date, section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from crawler.extract.listing.places import Place
from crawler.extract.page.document import Document, lines_of, text_of, tidy, words

_HEADINGS = "h1, h2, h3, h4, h5, h6"
_NAMES = {
    "headline": re.compile(r"(?:title|headline|judul|heading|titel|titre|titulo)(?!-?(?:cate|label|kicker))"),
    "kicker": re.compile(r"kicker|overline|eyebrow|topline|dachzeile|supertitle|roofline|spitzmarke|surtitle|antetitulo"),
    "date": re.compile(r"date|time|waktu|tanggal|\btgl|datum|fecha|published"),
    "section": re.compile(r"cate|kanal|rubri|section|channel|seccion|ressort|\btag\b|\blabel\b"),
    "summary": re.compile(r"summary|desc|excerpt|teaser|intro|lead|dek\b|standfirst|ringkas|abstract|snippet"),
}
_DATE = re.compile(
    r"\b\d{1,2}[./ ]+(?:\d{1,2}|[a-z]{3,12})\.?[./, ]+(?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
    r"|\b[a-z]{3,9}\.? \d{1,2}, (?:19|20)\d\d\b"
    r"|\b\d+ (?:detik|menit|jam|hari|minggu|bulan) (?:yang )?(?:lalu|kemudian)\b"
    r"|\b\d+ ?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|w) ago\b|\bvor \d+ \w+",
    re.IGNORECASE,
)
_DURATION = re.compile(r"P(?:T|\d)|\d{1,2}:\d\d(?::\d\d)?$")
_BLANK = re.compile(
    r"(?:^|[/_.-])(?:leer|blank|placeholder|spacer|pixel|1x1|transparent|dummy|loading|loader)[^/]*$", re.IGNORECASE
)
_PICTURES = ("data-original", "data-src", "data-lazy-src", "data-lazy", "data-srcset", "srcset", "src")
_PAID = re.compile(
    r"sponsor|advertorial|\banzeige\b|\bwerbung\b|\biklan\b|promoted|paid (?:post|content)|partner content", re.IGNORECASE
)
_MORE = re.compile(
    r"^(?:read more|more|selengkapnya|baca selengkapnya|mehr|weiterlesen|lire la suite|leer más)\b", re.IGNORECASE
)
_SUMMARY_WORDS = 6
_LONGEST_LABEL = 40
_LONGEST_DATE = 60


@dataclass(frozen=True, slots=True)
class Announcement:
    """The texts of one card as printed; ``None`` for what it does not have. ``date`` prefers the machine-readable form."""

    headline: str | None = None
    kicker: str | None = None
    summary: str | None = None
    picture: str | None = None
    date: str | None = None
    section: str | None = None

    @property
    def paid(self) -> bool:
        """Whether the card calls itself an advert where others name their section."""
        return any(_PAID.search(label) for label in (self.kicker, self.section) if label)


def read_announcement(place: Place, document: Document) -> Announcement:
    """Read the card that ``place`` is the root of."""
    kicker = _named(place.root, "kicker", _LONGEST_LABEL * 2)
    headline = _headline(place, kicker[0] if kicker else None)
    date = _date(place)
    section = _section(place)
    told = {text for text in (headline, date, section, kicker[1] if kicker else None) if text}
    return Announcement(
        headline=headline,
        kicker=kicker[1] if kicker else None,
        summary=_summary(place, told),
        picture=_picture(place.root, document),
        date=date,
        section=section,
    )


def _headline(place: Place, kicker: LexborNode | None) -> str | None:
    """The heading that a link of this article stands in or wraps, else what is called a title, else the link's longest line."""
    skip = {kicker.mem_id} if kicker is not None else set()
    own = {link.node.mem_id for link in place.links}
    headings = [node for node in place.root.css(_HEADINGS) if _is_linked(node, own)] or place.root.css(_HEADINGS)
    text = max((text_of(node, skip=skip) for node in headings), key=len, default="")
    if not text:
        named = (text_of(node, skip=skip) for node in _all_named(place.root, "headline") if _is_linked(node, own))
        text = min(filter(None, named), key=len, default="")
    if not text:
        lines = (line for link in place.links for line in lines_of(link.node, skip=skip))
        text = max((line for line in lines if not _DATE.search(line) and not _MORE.match(line)), key=len, default="")
    return text or (place.best.text or None)


def _is_linked(heading: LexborNode, own: set[int]) -> bool:
    if any(node.mem_id in own for node in heading.css("a")):
        return True
    node: LexborNode | None = heading
    while node is not None and node.tag not in ("body", "html"):
        if node.mem_id in own:
            return True
        node = node.parent
    return False


def _all_named(root: LexborNode, role: str) -> Iterator[LexborNode]:
    for node in root.css("[class], [itemprop], [data-cy], [data-testid], [id]"):
        if node.mem_id != root.mem_id and _NAMES[role].search(words(node)):
            yield node


def _named(root: LexborNode, role: str, longest: int) -> tuple[LexborNode, str] | None:
    for node in _all_named(root, role):
        text = text_of(node)
        if text and len(text) <= longest:
            return node, text
    return None


def _date(place: Place) -> str | None:
    """``time[datetime]``, else what is named a date and holds a number, else a line that is one."""
    stamp = place.root.css_first("time")
    if stamp is not None:
        text = (stamp.attributes.get("datetime") or "").strip() or text_of(stamp)
        if text and not _DURATION.match(text):
            return text
    for node in _all_named(place.root, "date"):
        text = text_of(node)
        if 0 < len(text) <= _LONGEST_DATE and any(map(str.isdigit, text)):
            return text
    lines = (line for line in lines_of(place.root) if len(line) <= _LONGEST_DATE)
    return next((line for line in lines if _DATE.search(line)), None)


def _section(place: Place) -> str | None:
    """A short link of the card that does not lead to the article, else what is named a section."""
    own = {link.node.mem_id for link in place.links}
    for node in place.root.css("a[href]"):
        text = text_of(node) if node.mem_id not in own else ""
        if 0 < len(text) <= _LONGEST_LABEL and not any(map(str.isdigit, text)) and not _MORE.match(text):
            return text
    found = _named(place.root, "section", _LONGEST_LABEL)
    return found[1] if found and not any(map(str.isdigit, found[1])) else None


def _summary(place: Place, told: set[str]) -> str | None:
    named = (text_of(node) for node in _all_named(place.root, "summary"))
    paragraphs = (text_of(node) for node in place.root.css("p"))
    for texts in (paragraphs, named, lines_of(place.root)):
        found = [t for t in texts if t not in told and len(t.split()) >= _SUMMARY_WORDS and not any(each in t for each in told)]
        if found:
            return max(found, key=len)
    return None


def _picture(root: LexborNode, document: Document) -> str | None:
    for node in root.css("img"):
        attributes = node.attributes
        for name in _PICTURES:
            value = tidy(attributes.get(name) or "")
            if value and not value.startswith("data:") and not _BLANK.search(value.split("?")[0]):
                url = document.absolute(value.split(",")[0].split(" ")[0] if name.endswith("srcset") else value)
                if url is not None:
                    return url
    return None
