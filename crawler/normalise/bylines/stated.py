"""The authors that a page states unseen: JSON-LD, microdata, meta elements, feed entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawler.evidence import Candidate, Context
from crawler.items import Credit
from crawler.normalise.bylines.grammar import Byline, parse_byline
from crawler.normalise.bylines.known import is_of_host, is_publisher
from crawler.normalise.bylines.merge import once
from crawler.normalise.bylines.titles import is_bare_desk
from crawler.normalise.names import name_key

SOURCES = ("jsonld", "microdata", "meta", "feed", "sitemap")
"""Sources no reader sees, the most trusted first."""
_ROLES = frozenset({None, "author", "creator", "reporter"})


@dataclass(frozen=True, slots=True)
class Stated:
    """Authors and agencies of the most trusted unseen source, without the publisher itself."""

    authors: tuple[Credit, ...]
    agencies: tuple[Credit, ...]
    source: str

    @property
    def persons(self) -> tuple[Credit, ...]:
        """The authors that are persons."""
        return tuple(credit for credit in self.authors if credit.type == "Person")

    @property
    def known(self) -> dict[str, str]:
        """Name keys of the authors with their type, as ``parse_byline`` takes them."""
        return {name_key(credit.name): credit.type or "" for credit in self.authors}


def read_stated(candidates: Sequence[Candidate], context: Context, *, source: str | None = None) -> Stated | None:
    """The authors that the page states unseen; ``None`` where it states none, or only itself."""
    for origin in SOURCES:
        for group in _groups([candidate for candidate in candidates if candidate.source == origin]):
            bylines = [_parse(candidate, context) for candidate in group]
            authors = once(c for byline in bylines for c in byline.authors if not _is_own(c, byline.raw, context))
            agencies = once(credit for byline in bylines for credit in byline.source_organization)
            if authors or agencies:
                return Stated(authors, agencies, source or origin)
    return None


def _is_own(credit: Credit, raw: str, context: Context) -> bool:
    """Whether the house itself is stated: by name, by its host, as ``Kompas Cyber Media`` at kompas.com, or as "Redaktion"."""
    if is_publisher(credit.name, context):
        return True
    if credit.type == "Person":
        return False
    if is_bare_desk(credit.name) or is_of_host(credit.name, context) or any(host in raw for host in context.hosts):
        return True
    own = name_key(credit.name)
    return " " in own and any(name_key(publisher).startswith(own + " ") for publisher in context.publishers)


def stated_editors(candidates: Sequence[Candidate], context: Context) -> tuple[Credit, ...]:
    """The persons in a meta element for the text's editor. JSON-LD is not asked: its ``editor`` is the chief's name too."""
    named = (c for c in candidates if c.source == "meta" and c.role == "editor")
    found = (credit for candidate in named for credit in _parse(candidate, context).authors if credit.type == "Person")
    return once(replace(credit, role="editor") for credit in found)


def _groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """The candidates of one source by key and weight, the best first; those for authors before those for creators."""
    groups: dict[tuple[str, int], list[Candidate]] = {}
    for candidate in candidates:
        if candidate.role in _ROLES:
            groups.setdefault((candidate.key, candidate.weight), []).append(candidate)
    return [groups[place] for place in sorted(groups, key=lambda place: (-place[1], "author" not in place[0]))]


def _parse(candidate: Candidate, context: Context) -> Byline:
    """A statement is one name or a list of names; what is stated as a person is one, in whatever shape.

    A meta element is believed only where all of it is understood: much else than authors stands there.
    """
    text = candidate.text
    single = len(text) <= 60 and not any(sign in text for sign in ",;|/_@:") and not any(sign.isdigit() for sign in text)
    known = {name_key(text): candidate.kind} if single and candidate.kind in {"Person", "Organization"} else None
    byline = parse_byline(candidate.parts, context, known=known)
    if candidate.kind == "Organization" and not single:
        byline = replace(byline, authors=tuple(replace(credit, type="Organization") for credit in byline.authors))
    houses = [credit for credit in byline.authors if credit.type != "Person"]
    if candidate.source == "meta" and (byline.leftover or len(houses) > 1):
        return Byline(byline.raw)
    return byline
