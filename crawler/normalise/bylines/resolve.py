"""Deciding who is credited, from all that a page states: its visible bylines, structured data, sign-offs, datelines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crawler.evidence import Candidate, Context
from crawler.items import Conflict, Credit
from crawler.normalise.bylines.merge import blend, mend, once
from crawler.normalise.bylines.shown import Shown, is_doubtful, read_shown
from crawler.normalise.bylines.stated import Stated, read_stated

_MOST_CANDIDATES = 80


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


def resolve_byline(candidates: Sequence[Candidate], context: Context) -> BylineDecision:
    """Decide between the candidates for the byline; total, ``BylineDecision()`` where nobody is named.

    What the page shows goes before what it states unseen; of what it shows, a line that names persons goes before one
    that names a desk, and that before the publisher's own name. Unseen statements mend it: they complete counted
    authors ("and 1 other"), spell shouted names, expand signs and part glued names. The publisher is an author only
    where it stands in the visible byline.
    """
    candidates = candidates[:_MOST_CANDIDATES]
    stated = read_stated(candidates, context)
    shown = read_shown(candidates, context, stated)
    primary = next(iter(shown.bylines), None)
    if primary is None or is_doubtful(primary, stated):
        return _unseen(_with_reporter(stated, candidates, context), shown)
    byline = blend(shown.bylines, shown.contributors, stated)
    authors = mend(byline, stated)
    if not any(credit.type == "Person" for credit in authors):
        told = _dateline(candidates, context)
        authors = once((*(told.persons if told else ()), *authors))
    return BylineDecision(
        byline=primary.byline.undated,
        authors=authors or _as_authors(byline.source_organization),
        contributors=_helpers(shown.contributors, authors),
        source_organization=byline.source_organization,
        source=primary.candidate.source,
        conflicts=_conflicts(authors or byline.source_organization, stated),
        messages=_messages(byline.leftover, byline.others - (len(authors) - len(byline.authors))),
        is_based_on=shown.sources,
    )


def _unseen(stated: Stated | None, shown: Shown) -> BylineDecision:
    """No byline is shown: the unseen statement, or the dateline's reporter and agency."""
    if stated is None:
        asking = tuple(credit for credit in shown.contributors if credit.role == "interviewer")
        return BylineDecision(
            byline=shown.raw,
            authors=once(asking),
            contributors=_helpers(shown.contributors, asking),
            source=shown.contributors_source if shown.contributors else None,
            is_based_on=shown.sources,
        )
    return BylineDecision(
        authors=stated.authors or _as_authors(stated.agencies),
        contributors=_helpers(shown.contributors, stated.authors),
        source_organization=stated.agencies,
        source=stated.source,
        is_based_on=shown.sources,
    )


def _dateline(candidates: Iterable[Candidate], context: Context) -> Stated | None:
    """The reporter and agency of the dateline, where nothing else names anybody."""
    return read_stated([replace(c, source="jsonld") for c in candidates if c.key == "dateline"], context, source="text")


def _with_reporter(stated: Stated | None, candidates: Iterable[Candidate], context: Context) -> Stated | None:
    """The unseen statement; the dateline where there is none, or where it alone names a person."""
    told = _dateline(candidates, context) if stated is None or not stated.persons else None
    return told if told and (stated is None or told.persons) else stated


def _as_authors(agencies: Iterable[Credit]) -> tuple[Credit, ...]:
    return tuple(replace(agency, role="author") for agency in agencies)


def _helpers(contributors: Iterable[Credit], authors: Iterable[Credit]) -> tuple[Credit, ...]:
    """Contributors that are no authors as well, each once."""
    writing = {credit.name.casefold() for credit in authors}
    return once(credit for credit in contributors if credit.name.casefold() not in writing)


def _conflicts(kept: Sequence[Credit], stated: Stated | None) -> tuple[Conflict, ...]:
    """The unseen statement, where it names others."""
    other = {credit.name.casefold() for credit in stated.authors} if stated else set()
    if stated is None or not other or other <= {credit.name.casefold() for credit in kept}:
        return ()
    shown, hidden = ("; ".join(credit.name for credit in credits) for credits in (kept, stated.authors))
    return (Conflict("authors", shown, hidden, stated.source),)


def _messages(leftover: str | None, missing: int) -> tuple[str, ...]:
    told = (f"not understood in the byline: {leftover}",) if leftover else ()
    return (*told, f"{missing} more counted in the byline, not named") if missing > 0 else told
