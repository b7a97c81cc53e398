"""What the article is filed under: section, keywords, breadcrumb trail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crawler.evidence import Candidate, Segment
from crawler.extract.page.document import Document, tidy
from crawler.extract.stated.metadata import Metadata, candidate
from crawler.items import Breadcrumb
from crawler.normalise.likeness import bare

_TRAIL = "[class*=breadcrumb i], [id*=breadcrumb i], [aria-label*=breadcrumb i], [itemtype*=BreadcrumbList]"
_GLUED_LIST = re.compile(r",(?=\S)")
_LONG_LIST = re.compile(r"[^,]{2,40}(?:, [^,&]{2,40}){2,}")
"""Three sections and more in one text; "Arts, Culture & Entertainment" is one."""
_LISTED = re.compile(r"\s*[,;|]\s*")
_HOME_WORDS = "home start startseite beranda inicio accueil homepage frontpage главная ホーム 首页 홈"
_HOME = frozenset(_HOME_WORDS.split())
_MACHINE = re.compile(r"[0-9a-f-]{20,}$|[A-Za-z ]{2,24}:\s?\S|[A-Z0-9]{3,}[-:][A-Z0-9]")
_NO_WORDS = "uncategorized uncategorised unknown none null default other article articles artikel posts detail thema themen"
_NO_SECTION = frozenset(_NO_WORDS.split()) | {"all articles", "alle artikel", "neue artikel"}
_MOST = 50


def breadcrumbs(metadata: Metadata, document: Document) -> tuple[Breadcrumb, ...]:
    """The trail as structured data give it, else as the page prints it."""
    if metadata.breadcrumbs:
        return metadata.breadcrumbs
    found: dict[str, Breadcrumb] = {}
    links = (link for holder in document.css(_TRAIL)[:3] for link in holder.css("a[href]")[:12])
    for node in links:
        name, url = tidy(node.text()), document.absolute(node.attributes.get("href"))
        if name and len(name) < 80:
            found.setdefault(name.casefold(), Breadcrumb(name, url))
    return tuple(found.values())


def sections(metadata: Metadata, trail: Sequence[Breadcrumb], headline: str | None) -> tuple[Candidate, ...]:
    """The sections of the best source: structured data, then meta names, then the last step of the trail."""
    stated = tuple(_stated(metadata))
    for source in ("jsonld", "microdata", "meta"):
        best = max((c.weight for c in stated if c.source == source), default=0)
        if found := tuple(c for c in stated if c.source == source and c.weight == best and len(c.text) < 80):
            return found
    own = bare(headline or "")
    steps = [step.name for step in trail if step.name and _is_section(step.name) and bare(step.name) != own]
    return (candidate("article_section", steps[-1], "dom", "breadcrumb"),) if steps and len(steps[-1]) < 40 else ()


def _stated(metadata: Metadata) -> Iterator[Candidate]:
    """Sections as stated, lists in one text parted; slugs ("culture_culture-lifestyle") and names of nothing left out."""
    for stated in metadata.of("article_section"):
        names = stated.text.split(", ") if _LONG_LIST.fullmatch(stated.text) else _GLUED_LIST.split(stated.text)
        for name in names:
            if name and "_" not in name and _is_section(name):
                yield replace(stated, parts=(Segment(name),))


def _is_section(name: str) -> bool:
    """Whether the name says what an article is about: no month, no front page, no word for any article."""
    return not name.isdigit() and name.casefold() not in _HOME | _NO_SECTION


def keywords(metadata: Metadata) -> tuple[str, ...]:
    """The keywords of the best source, each once, as printed."""
    stated = metadata.of("keywords")
    for source in ("jsonld", "meta"):
        own = [c for c in stated if c.source == source]
        best = max((c.weight for c in own), default=0)
        if found := _distinct(c.text for c in own if c.weight == best):
            return found
    return ()


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in texts:
        for word in _LISTED.split(text):
            if 1 < len(word) < 80:
                found.setdefault(word.casefold(), word)
    return tuple(word for word in found.values() if not _MACHINE.match(word))[:_MOST]
