"""The bylines that a page shows, best first, and the credits that stand around the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crawler.evidence import Candidate, Context
from crawler.items import Credit
from crawler.normalise.bylines.grammar import Byline, parse_byline
from crawler.normalise.bylines.known import is_publisher
from crawler.normalise.bylines.merge import is_sign_of
from crawler.normalise.bylines.stated import SOURCES, Stated, stated_editors
from crawler.normalise.names import is_initials, name_key

_UNSHOWN = frozenset({*SOURCES, "url", "site"})
_ABOVE = 3
"""Candidates of this weight and more stand around the headline."""
_UNCASED = re.compile(r"[\u0590-\u0eff\u1000-\u10ff\u1200-\u137f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7a3]")
_CRAFTS = frozenset({"photographer", "illustrator", "videographer"})
_HAN = re.compile(r"[^\w]*[\u3040-\u9fff]")
_SIGNED = 4
"""The grade of a sign alone, "(mwo)", in an element below the text that the markup names after the author."""
_HEAD = "body.head"
"""A line of the text before its first paragraph."""


@dataclass(frozen=True, slots=True)
class Read:
    """A candidate and what it says."""

    candidate: Candidate
    byline: Byline

    @property
    def is_above(self) -> bool:
        """Whether it stands above the text; plain text has nothing but its order."""
        return self.candidate.weight >= _ABOVE or self.candidate.key == _HEAD or self.candidate.source == "text"


@dataclass(frozen=True, slots=True)
class Shown:
    """The bylines that name authors, best first; contributors and quoted sources printed anywhere around the text."""

    bylines: tuple[Read, ...] = ()
    contributors: tuple[Credit, ...] = ()
    sources: tuple[Credit, ...] = ()
    contributors_source: str | None = None
    raw: str | None = None
    """The line that names contributors, where none names authors."""


def read_shown(candidates: Sequence[Candidate], context: Context, stated: Stated | None) -> Shown:
    """Read what the page shows. Below the text a sign or an agency alone is no byline, it ends the text."""
    known = stated.known if stated else {}
    seen = [c for c in candidates if c.source not in _UNSHOWN and c.key != "dateline"]
    reads = [Read(c, _role_kept(parse_byline(c.parts, context, known=known), c)) for c in seen]
    ranked = sorted((read for read in reads if _grade(read, context)), key=lambda read: -_grade(read, context))
    contributors = (*(credit for read in reads for credit in _contributors(read)), *stated_editors(candidates, context))
    people = [*(stated.persons if stated else ()), *(c for r in ranked for c in r.byline.authors), *contributors]
    below = tuple(c for r in reads if not r.is_above and r not in ranked[:1] for c in _agencies(r.byline, people))
    return Shown(
        bylines=tuple(ranked),
        contributors=tuple(credit for credit in contributors if credit.type == "Person" or credit.role != "contributor"),
        sources=(*(c for c in contributors if c.type != "Person" and c.role == "contributor"), *(below if ranked else ())),
        contributors_source=next((read.candidate.source for read in reads if read.byline.contributors), None),
        raw=next((read.byline.raw for read in reads if read.byline.contributors), None),
    )


def _agencies(byline: Byline, people: Sequence[Credit]) -> Iterator[Credit]:
    """The agencies of a line below the text; small letters that one of the page's people signs with are none."""
    for credit in byline.source_organization:
        if not (byline.raw.islower() and is_sign_of(credit.name, people)):
            yield credit


def _contributors(read: Read) -> tuple[Credit, ...]:
    """The contributors of a line; below the headline a line of photographers alone credits a picture."""
    byline = read.byline
    if read.is_above or any(credit.role not in _CRAFTS for credit in byline.credits):
        return byline.contributors
    return ()


def is_doubtful(read: Read, stated: Stated | None) -> bool:
    """Whether a line amid the text, without a by-word, names none of the persons that the page states as its authors."""
    if stated is None or not stated.persons or read.byline.by_word:
        return False
    if read.candidate.weight > 1 or read.candidate.source == "text":
        return False
    shown = {name_key(credit.name) for credit in read.byline.authors}
    return not read.candidate.key.startswith("body.") and shown.isdisjoint(stated.known)


def _role_kept(byline: Byline, candidate: Candidate) -> Byline:
    """Authors of a candidate whose markup names another role have that role."""
    if candidate.role in {None, "author", "source"} or not byline.authors:
        return byline
    moved = tuple(replace(credit, role=candidate.role) for credit in byline.authors)
    return replace(byline, authors=(), contributors=(*moved, *byline.contributors))


def _grade(read: Read, context: Context) -> int:
    """How much a shown byline says of the authors: persons, then desks and agencies, then the publisher; 0 for nothing."""
    byline = read.byline
    if _is_noise(read):
        return 0
    place = min(max(read.candidate.weight, 0), 9)
    persons = [credit for credit in byline.authors if credit.type == "Person"]
    if not read.is_above:
        authors = [credit for credit in byline.authors if not is_initials(credit.name)]
        persons = [credit for credit in authors if credit.type == "Person"]
        if not authors:
            if byline.authors and not read.candidate.key.startswith("body."):
                return _SIGNED
            return 5 if byline.source_organization and not byline.by_word else 0
    if persons:
        return 30 + place
    if byline.source_organization or any(not is_publisher(credit.name, context) for credit in byline.authors):
        return 20 + place
    return 10 + place if byline.authors else 0


def _is_noise(read: Read) -> bool:
    """Whether no by-word is printed and more of the text is not understood than is, or it is a bare line of the text in
    a script without capitals, where most words have the shape of a name.
    """
    byline = read.byline
    if byline.by_word:
        return False
    if read.candidate.key.startswith("body.") and _UNCASED.match(byline.raw) and not any(c.job_title for c in byline.authors):
        return read.candidate.key == _HEAD or not _HAN.match(byline.raw)
    named = sum(len(credit.name) for credit in byline.credits)
    return len(byline.leftover or "") > max(20, named)
