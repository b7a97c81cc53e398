"""Putting together what several bylines of one page say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from crawler.items import Credit
from crawler.normalise.agencies import find_agency
from crawler.normalise.bylines.grammar import Byline
from crawler.normalise.names import is_given_name, is_initials, name_key

_NAMED = 4
"""The weight of an element between headline and text that the markup names after the author."""
_HAN = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]")

if TYPE_CHECKING:
    from crawler.normalise.bylines.shown import Read
    from crawler.normalise.bylines.stated import Stated


def once(credits: Iterable[Credit]) -> tuple[Credit, ...]:
    """Each name once for each role, the first of them."""
    first: dict[tuple[str, str | None], Credit] = {}
    for credit in credits:
        first.setdefault((name_key(credit.name), credit.role), credit)
    return tuple(first.values())


def blend(bylines: Sequence[Read], contributors: Iterable[Credit], stated: Stated | None) -> Byline:
    """The best byline with what the others add: authors named with a by-word or stated as such, agencies above the text.
    Who is no agency and named as a source below the text is none ("Sumber: Persib").

    A role that another line prints for an author wins over none: "Yoga Sukmana" above, "Editor: Yoga Sukmana" below.
    """
    best, *others = bylines
    added = [credit for read in others for credit in _additions(read, stated)]
    told = (read for read in others if _is_twin(read, best) or _completes(read, best))
    added += [credit for read in told for credit in read.byline.authors if credit.type == "Person"]
    if best.candidate.key.startswith("body."):
        added += [
            c for read in others if read.is_above and read.byline.by_word for c in read.byline.authors if c.type != "Person"
        ]
    authors = _without_parts((*best.byline.authors, *added))
    own = {name_key(credit.name) for credit in best.byline.contributors}
    helping = {name_key(c.name) for c in contributors if c.type == "Person" and c.role != "contributor"} - own
    kept = tuple(credit for credit in authors if name_key(credit.name) not in helping)
    near = (read for read in bylines if read is best or read.is_above)
    agencies = once(c for read in near for c in read.byline.source_organization if read.is_above or c.type != "Person")
    if any(credit.type == "Person" for credit in kept):
        agencies = tuple(c for c in agencies if c in best.byline.source_organization or find_agency(c.name))
    employers = (Credit(type="Organization", name=house, role="source") for house in best.byline.newsrooms)
    agencies = _each_wire_once(once((*agencies, *employers)))
    if not kept:
        kept = authors
    return replace(best.byline, authors=kept, source_organization=agencies)


def _each_wire_once(agencies: Sequence[Credit]) -> tuple[Credit, ...]:
    """Without the short name of an agency whose longer one is there as well: "EFE" beside "Agencia EFE"."""
    words = [(find_agency(credit.name), set(name_key(credit.name).split(" "))) for credit in agencies]
    return tuple(
        credit
        for credit, (agency, own) in zip(agencies, words, strict=True)
        if agency is None or not any(agency == other and own < longer for other, longer in words)
    )


def _is_twin(read: Read, best: Read) -> bool:
    """Whether a byline above the text stands in an element of the same kind as the best one: one element a writer."""
    twins = read.candidate.key == best.candidate.key and read.candidate.weight == best.candidate.weight >= _NAMED
    return twins and not read.byline.leftover


def _completes(read: Read, best: Read) -> bool:
    """Whether a line names everybody whom the best one names, and others beside them: "Lee Su-jeong, Kim Nam-jun" below."""
    first = {name_key(credit.name) for credit in best.byline.authors if credit.type == "Person"}
    return bool(first) and not read.byline.leftover and first < {name_key(credit.name) for credit in read.byline.authors}


def _additions(read: Read, stated: Stated | None) -> Iterable[Credit]:
    """Authors of a further line that may be believed beside the best one."""
    known = stated.known if stated else {}
    for credit in read.byline.authors:
        person = credit.type == "Person" and not is_initials(credit.name)
        sure = name_key(credit.name) in known or is_given_name(credit.name.split()[0]) or bool(_HAN.match(credit.name))
        of_text = read.candidate.key.startswith("body.") and (sure or read.byline.by_word)
        if person and (of_text or (read.is_above and name_key(credit.name) in known)):
            yield credit


def _without_parts(authors: Iterable[Credit]) -> tuple[Credit, ...]:
    """Each author once; a name that differs by a letter or lacks a middle name is the same person."""
    kept: list[Credit] = []
    for credit in once(authors):
        if not any(_same(credit, other) for other in kept):
            kept.append(credit)
    return tuple(kept)


def _same(one: Credit, other: Credit) -> bool:
    """Whether two names are one person's: the words of one are among the other's, or one word differs by one letter."""
    first, second = name_key(one.name).split(" "), name_key(other.name).split(" ")
    if set(first) <= set(second) or set(second) <= set(first):
        return min(len(first), len(second)) > 1
    if one.type != "Person" or len(first) != len(second):
        return False
    differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(first) > 1 and len(differing) == 1 and _misspelt(*differing[0])


def _misspelt(one: str, other: str) -> bool:
    """Whether a letter was doubled, dropped or changed in a long word: ``Gebeily`` and ``Gebeilly``."""
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1:
        return False
    head = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shorter, longer = sorted((one[head:], other[head:]), key=len)
    return longer[1:] == (shorter if len(shorter) < len(longer) else shorter[1:])


def mend(byline: Byline, stated: Stated | None) -> tuple[Credit, ...]:
    """The shown authors with what the unseen statement knows better."""
    if stated is None:
        return byline.authors
    authors = [_respelt(_expanded(credit, stated.persons), stated.persons) for credit in byline.authors]
    if byline.others:
        present = {name_key(credit.name) for credit in authors}
        authors += [credit for credit in stated.persons if name_key(credit.name) not in present][: byline.others]
    return once(authors)


def _expanded(credit: Credit, persons: Sequence[Credit]) -> Credit:
    """A sign becomes the only person stated whose name it abbreviates."""
    if credit.type != "Person" or not is_initials(credit.name):
        return credit
    fitting = [person for person in persons if _abbreviates(credit.name, person.name)]
    return replace(fitting[0], name_raw=credit.name) if len(fitting) == 1 else credit


def is_sign_of(sign: str, persons: Iterable[Credit]) -> bool:
    """Whether the letters are the sign of one of the persons: ``kna`` beside Kirana Abdi, which is no agency then."""
    return any(person.type == "Person" and _abbreviates(sign, person.name) for person in persons)


def _abbreviates(sign: str, name: str) -> bool:
    """Whether the letters stand in the name in this order, the first of them at its start."""
    letters = iter(name_key(name))
    return name_key(name)[:1] == sign[:1].casefold() and all(letter in letters for letter in name_key(sign).replace(" ", ""))


def _respelt(credit: Credit, persons: Sequence[Credit]) -> Credit:
    """The stated spelling of the same name where the shown one was shouted, and its profile page."""
    for person in persons:
        if name_key(person.name) == name_key(credit.name):
            mended = credit.name_raw and not person.name.isupper() and not person.name.islower()
            return replace(credit, name=person.name if mended else credit.name, url=credit.url or person.url)
    return credit
