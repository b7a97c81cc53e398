"""Deciding who is credited, from all that a page states: its visible bylines, structured data, sign-offs, datelines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crawler.evidence import Candidate, Context
from crawler.items import Conflict, Credit
from crawler.normalise.byline_grammar import Byline, parse_byline
from crawler.normalise.byline_pieces import is_publisher
from crawler.normalise.names import is_initials, name_key

_STATED = ("jsonld", "microdata", "meta", "feed", "sitemap")
"""Sources no reader sees, the most trusted first."""
_MOST_CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class BylineDecision:
    """Who is credited with the article, and what that rests on.

    ``byline`` is the printed credit line, ``None`` where the page shows none. ``source`` is that of the candidate that
    decided. ``is_based_on`` are organisations named as a source or with thanks below the text, which is no byline.
    """

    byline: str | None = None
    authors: tuple[Credit, ...] = ()
    contributors: tuple[Credit, ...] = ()
    source_organization: tuple[Credit, ...] = ()
    source: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    messages: tuple[str, ...] = ()
    is_based_on: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A candidate and what it says."""

    candidate: Candidate
    byline: Byline


def resolve_byline(candidates: Sequence[Candidate], context: Context) -> BylineDecision:
    """Decide between the candidates for the byline; total, ``BylineDecision()`` where nobody is named.

    What the page shows goes before what it states unseen; of what it shows, a line that names persons goes before one
    that names a desk, and that before the publisher's own name. Unseen statements mend it: they complete counted
    authors ("and 1 other"), spell shouted names, expand signs and part glued names. The publisher is an author only
    where it stands in the visible byline.
    """
    candidates = candidates[:_MOST_CANDIDATES]
    stated = _stated(candidates, context)
    known = {name_key(credit.name): credit.type or "" for credit in stated.byline.authors} if stated else {}
    visible = [_Read(candidate, parse_byline(candidate.parts, context, known=known)) for candidate in _shown(candidates)]
    primary = _best(visible, context)
    if primary is None:
        return _unseen(stated, visible, candidates, context)
    return _decide(primary, visible, stated, context)


def _shown(candidates: Iterable[Candidate]) -> list[Candidate]:
    shown = [c for c in candidates if c.source not in _STATED and c.source != "url" and c.key != "dateline"]
    return sorted(shown, key=lambda candidate: (candidate.source == "text", -candidate.weight))


def _stated(candidates: Sequence[Candidate], context: Context) -> _Read | None:
    """The authors that the most trusted unseen source names, one candidate each, without the publisher itself."""
    for source in _STATED:
        for authors in _author_groups([c for c in candidates if c.source == source]):
            reads = [_Read(candidate, _parse_stated(candidate, context)) for candidate in authors]
            credits = tuple(
                credit for read in reads for credit in read.byline.authors if not is_publisher(credit.name, context)
            )
            agencies = tuple(credit for read in reads for credit in read.byline.source_organization)
            if credits or agencies:
                raw = "; ".join(read.candidate.text for read in reads)
                return _Read(authors[0], Byline(raw, authors=_once(credits), source_organization=_once(agencies)))
    return None


def _author_groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Candidates of one source by key, those for authors before those for creators; other roles are none."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.role in {None, "author", "creator"}:
            groups.setdefault(candidate.key, []).append(candidate)
    return sorted(groups.values(), key=lambda group: (-group[0].weight, "author" not in group[0].key))


def _parse_stated(candidate: Candidate, context: Context) -> Byline:
    """A statement is one name or a list of names; a person stated as such is one, in whatever shape."""
    kind = candidate.kind or ""
    known = {name_key(candidate.text): kind} if kind in {"Person", "Organization"} and "@" not in candidate.text else None
    byline = parse_byline(candidate.parts, context, known=known if _nameable(candidate.text) else None)
    if candidate.url and len(byline.authors) == 1:
        byline = replace(byline, authors=(replace(byline.authors[0], url=candidate.url),))
    return byline


def _nameable(text: str) -> bool:
    return len(text) <= 60 and not any(sign in text for sign in ",;|/_") and not any(sign.isdigit() for sign in text)


def _best(visible: Sequence[_Read], context: Context) -> _Read | None:
    """The shown byline that names the most: persons before desks and agencies, those before the publisher."""
    graded = [(_grade(read.byline, context), read) for read in visible]
    top = max((grade for grade, _ in graded), default=0)
    return next((read for grade, read in graded if grade == top), None) if top else None


def _grade(byline: Byline, context: Context) -> int:
    """3 for a person, 2 for a desk or agency, 1 for the publisher or a contributor, 0 for nobody."""
    if any(credit.type == "Person" for credit in byline.authors):
        return 3
    if byline.source_organization or any(not is_publisher(credit.name, context) for credit in byline.authors):
        return 2
    return 1 if byline.authors else 0


def _decide(primary: _Read, visible: Sequence[_Read], stated: _Read | None, context: Context) -> BylineDecision:
    byline = primary.byline
    authors = _mended(byline, stated)
    extra = [read.byline for read in visible if read is not primary]
    contributors = _once((*byline.contributors, *(credit for other in extra for credit in other.contributors)))
    names = {name_key(credit.name) for credit in authors}
    helpers = tuple(c for c in contributors if (c.type == "Person" and name_key(c.name) not in names) or c.role == "translator")
    based_on = tuple(c for c in contributors if c.type != "Person" and c not in helpers)
    agencies = byline.source_organization
    return BylineDecision(
        byline=byline.raw,
        authors=authors or tuple(replace(agency, role="author") for agency in agencies),
        contributors=helpers,
        source_organization=agencies,
        source=primary.candidate.source,
        conflicts=_conflicts(authors or agencies, stated),
        messages=_messages(byline, authors),
        is_based_on=based_on,
    )


def _mended(byline: Byline, stated: _Read | None) -> tuple[Credit, ...]:
    """The shown authors with what the unseen statement knows better."""
    if stated is None:
        return byline.authors
    persons = [credit for credit in stated.byline.authors if credit.type == "Person"]
    authors = [_respelt(_expanded(credit, persons), persons) for credit in byline.authors]
    if byline.others:
        present = {name_key(credit.name) for credit in authors}
        authors += [credit for credit in persons if name_key(credit.name) not in present][: byline.others]
    return _once(authors)


def _expanded(credit: Credit, persons: Sequence[Credit]) -> Credit:
    """A sign becomes the only person stated whose name it abbreviates."""
    if credit.type != "Person" or not is_initials(credit.name):
        return credit
    fitting = [person for person in persons if _abbreviates(credit.name, person.name)]
    return replace(fitting[0], name_raw=credit.name) if len(fitting) == 1 else credit


def _abbreviates(sign: str, name: str) -> bool:
    """Whether the letters stand in the name in this order, the first of them at its start."""
    letters = iter(name_key(name))
    return name_key(name)[:1] == sign[:1].casefold() and all(letter in letters for letter in name_key(sign).replace(" ", ""))


def _respelt(credit: Credit, persons: Sequence[Credit]) -> Credit:
    """The stated spelling of the same name where the shown one was shouted, and its profile page."""
    for person in persons:
        if name_key(person.name) == name_key(credit.name):
            name = person.name if credit.name_raw and not person.name.isupper() and not person.name.islower() else credit.name
            return replace(credit, name=name, url=credit.url or person.url)
    return credit


def _unseen(
    stated: _Read | None, visible: Sequence[_Read], candidates: Sequence[Candidate], context: Context
) -> BylineDecision:
    """No byline is shown: the unseen statement, else the dateline's reporter and agency."""
    contributors = _once(credit for read in visible for credit in read.byline.contributors)
    people = tuple(credit for credit in contributors if credit.type == "Person")
    if stated is None:
        stated = next(
            (_Read(c, parse_byline(c.parts, context)) for c in candidates if c.key == "dateline" and c.text.strip()), None
        )
    if stated is None:
        return BylineDecision(contributors=people, source=visible[0].candidate.source if people else None)
    agencies = stated.byline.source_organization
    return BylineDecision(
        authors=stated.byline.authors or tuple(replace(agency, role="author") for agency in agencies),
        contributors=people,
        source_organization=agencies,
        source=stated.candidate.source,
        messages=_messages(stated.byline, stated.byline.authors),
    )


def _conflicts(kept: Sequence[Credit], stated: _Read | None) -> tuple[Conflict, ...]:
    """The unseen statement, where it names others."""
    if stated is None:
        return ()
    mine = {name_key(credit.name) for credit in kept}
    other = {name_key(credit.name) for credit in stated.byline.authors}
    if not other or other <= mine:
        return ()
    shown, hidden = ("; ".join(credit.name for credit in credits) for credits in (kept, stated.byline.authors))
    return (Conflict("authors", shown, hidden, stated.candidate.source),)


def _messages(byline: Byline, authors: Sequence[Credit]) -> tuple[str, ...]:
    messages = []
    if byline.leftover:
        messages.append(f"not understood in the byline: {byline.leftover}")
    if byline.others and len(authors) <= len(byline.authors):
        messages.append(f"{byline.others} more counted in the byline, not named")
    return tuple(messages)


def _once(credits: Iterable[Credit]) -> tuple[Credit, ...]:
    """Each name once for each role, the first of them."""
    return tuple({(name_key(credit.name), credit.role): credit for credit in reversed(tuple(credits))}.values())[::-1]
