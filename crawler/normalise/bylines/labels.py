"""By-words and role labels: ``By``, ``Von``, ``Editor:``, ``Übersetzt von``, ``责编：``, ``… contributed to this report``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crawler.normalise.agencies import find_agency
from crawler.normalise.bylines.noise import BREAK
from crawler.normalise.lexicon import rows, words
from crawler.normalise.names import is_given_name, looks_like_person

_WORD_START = re.compile(r"(?:^|(?<=[\s\x1f(\[|*•·/;,&:–—-]))[^\W\d_]")
_FIRST = re.compile(r"[^\s:|•·/(\x1f]+")
_MARK = re.compile(r"[ \x1f]*[:|•·・/\-–—>=＝\x1f]+[ \x1f:]*")
_GLUED = re.compile(r"(?:By|Von|Par|Por|Oleh)(?=[A-ZÀ-ÖØ-Þ][^\W\d_]*[ \x1f])")
_SPACELESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_END = re.compile(r"\s*[,;|/&\x1f•·(、，；／]|\s+(?:and|und|et|y|e|dan|och|og|en|i|и|та)\s")
_GREEK = str.maketrans("ςάέήίόύώ", "σαεηιουω")
"""Small letters: two for sigma, and accents that no capital bears."""
_MARKS = " \x1f|•·,;/-–—"
_UNLISTED = re.compile(r"([^\W\d_][\w-]{3,25}(?: [\w-]{2,20})?) ?: (?=[^\W\d_a-z])")
_PARTING = frozenset(",;|•·\x1f")
WITH = frozenset({"with", "mit", "avec", "con", "com", "med", "met"})
"""By-words that credit only agencies: "mit dpa"; before other words they begin a sentence."""
_GLUING = (" von", " by", " par", " por", " oleh", " door")
"""By-words that lost markup glues to a name: ``Veröffentlicht vonChris Jung``."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Label:
    """A by-word: the roles it gives (none: what follows is no credit), the genre it states, and whether it may stand bare."""

    phrase: str = ""
    roles: tuple[str, ...] = ("author",)
    genre: str | None = None
    bare: bool = True
    languages: frozenset[str] = frozenset("*")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a byline under one label; ``label`` is ``None`` where none was printed."""

    label: Label | None
    text: str
    marked: bool = False
    """Whether a colon or other mark stood behind the label."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a phrase stands: the text before it, the mark behind it, the rest, and the page's language."""

    before: str
    rest: str
    mark: str
    language: str | None
    apart: bool
    """Whether a blank stands behind the phrase."""

    def trusts(self, label: Label) -> bool:
        """Whether the bare word is a by-word in this language."""
        return label.bare and ("*" in label.languages or self.language in label.languages)


def cut_labels(text: str, *, language: str | None = None) -> list[Part]:
    """Cut a line at its labels. Bare by-words count at the start, and in the middle where they are phrases or marked."""
    parts: list[Part] = []
    label, marked, start = None, False, 0
    for found, begin, end, mark in _labels(text, language):
        if parts or label or text[start:begin].strip(" \x1f,;|•·-–—("):
            parts.append(Part(label, text[start:begin], marked))
        label, marked, start = found, mark, end
    return [*parts, Part(label, text[start:], marked)]


def after_label(text: str) -> tuple[str, Label] | None:
    """The text before a label that stands behind names, and that label: ``John Leicester contributed to this report``."""
    low = _low(text.rstrip(" .:)\x1f"))
    for phrase, label in _after().get(low[-3:], ()):
        if low.endswith(phrase) and not low[: -len(phrase)][-1:].isalnum():
            left = text[: len(low) - len(phrase)].rstrip(" ,-–—\x1f")
            name = " ".join(left.replace(BREAK, " ").split()[-2:])
            return (left, label) if " " in phrase or looks_like_person(name) else None
    return None


def whole_label(text: str) -> Label | None:
    """The label that the text is, and nothing else: a table cell or line ``Penulis``, ``Editor:``."""
    bare = _low(text.strip(" :：|•·\x1f-–—."))
    if bare in words("desk_phrases") and ":" not in text:
        return None
    head = _FIRST.match(bare)
    return next((label for phrase, label in _before().get(head[0], ()) if phrase == bare), None) if head else None


def _labels(text: str, language: str | None) -> Iterator[tuple[Label, int, int, bool]]:
    """Each label with its place, the end of its mark, and whether it has one."""
    reach, listed, labelled = 0, False, -1
    for word in _WORD_START.finditer(text):
        begin = word.start()
        if begin < reach:
            continue
        first = begin == 0 or not text[:begin].strip(" \x1f|•·-–—([*")
        found = _label_at(text, begin, first=first, language=language, labelled=labelled)
        found = found or (_unlisted(text, begin) if listed else None)
        if found:
            label, end, marked = found
            listed, labelled = listed or marked, end
            yield label, begin, end, marked
            reach = end


def _unlisted(text: str, begin: int) -> tuple[Label, int, bool] | None:
    """A word with a colon that no list knows, behind a label with a colon: ``Redaktion: A B, Audioversion: C D``."""
    if text[:begin].rstrip(" ")[-1:] not in _PARTING:
        return None
    word = _UNLISTED.match(text, begin)
    return (Label(word[1].lower(), ("contributor",), bare=False), word.end(), True) if word else None


def _label_at(text: str, begin: int, *, first: bool, language: str | None, labelled: int) -> tuple[Label, int, bool] | None:
    """The label here, where it ends, and whether it is marked; ``labelled`` is the end of the label before, -1 for none."""
    head = _FIRST.match(text, begin)
    if head is None:
        return None
    if first and (glued := _GLUED.match(text, begin)):
        return Label(glued[0].lower()), glued.end(), False
    low = _low(head[0])
    known = _before().get(low, ()) or (_spaceless(low) if _SPACELESS.match(low) else ())
    window = _low(text[begin : begin + _LONGEST])
    for phrase, label in known:
        end = begin + len(phrase)
        if not window.startswith(phrase) or not _bounded(text, end, phrase) or _is_office(text, begin, end):
            continue
        mark = _MARK.match(text, end)
        spot = _Spot(
            text[:begin],
            text[mark.end() if mark else end :].strip(),
            mark[0] if mark else "",
            language,
            text[end : end + 1] == " ",
        )
        held = text[labelled:begin] if labelled >= 0 else ""
        if ":" in spot.mark or (_stands_first(label, spot) if first else _stands_within(label, spot, held)):
            return label, mark.end() if mark else end, ":" in spot.mark
    return None


def _is_office(text: str, begin: int, end: int) -> bool:
    """Whether a label of a script without blanks is but the head of a job title: "編集" of "編集委員"."""
    return not text[begin].isascii() and any(text[begin : end + more] in words("job_titles") for more in (1, 2, 3))


def _stands_first(label: Label, spot: _Spot) -> bool:
    """Whether a phrase at the start is a label: a mark follows, nothing follows, or it is a by-word, or a name follows."""
    marked = bool(spot.mark.strip(" -–—"))
    following = _END.split(spot.rest, maxsplit=1)[0]
    if label.phrase in WITH:
        return find_agency(following) is not None
    if label.phrase in words("desk_phrases"):
        return is_given_name(following.partition(" ")[0])
    if _SPACELESS.match(label.phrase):
        return marked or spot.apart or spot.trusts(label) or not spot.rest or looks_like_person(following)
    if len(label.phrase) <= 3 and not label.bare:
        return False
    named = looks_like_person(following) or find_agency(following) is not None
    return marked or not spot.rest or spot.trusts(label) or named


def _stands_within(label: Label, spot: _Spot, held: str) -> bool:
    """Whether a phrase in the middle is a label: a by-word of several words, one behind a break, one between two names,
    a helper's behind a comma: ``Anna Nowicka, współpraca Jan Kowalewski``.

    ``held`` is the text between the label before and this one: ``Penulis Budi Santoso Editor Sari Dewi``.
    """
    helps = "author" not in label.roles and spot.before.rstrip()[-1:] == ","
    between = label.roles and (helps or (held and not label.bare and looks_like_person(held.strip(_MARKS))))
    if between and looks_like_person(_END.split(spot.rest, maxsplit=1)[0]):
        return True
    broken = spot.before[-1:] in BREAK + "|•·;/" or spot.before.rstrip()[-1:] in "|•·;/.)"
    named = bool(spot.rest.strip(" " + BREAK)) and len(label.phrase) > 1
    if (broken or spot.mark.strip(" -–—")) and named and _SPACELESS.match(label.phrase):
        return True
    return spot.trusts(label) and (" " in label.phrase or broken)


def _bounded(text: str, end: int, phrase: str) -> bool:
    """Whether the phrase ends where a word ends; in scripts without blanks two signs are enough."""
    follower = text[end : end + 1]
    if follower.isupper() and text[end - 1].islower() and phrase.endswith(_GLUING):
        return True
    if phrase[-1].isalnum() and _SPACELESS.match(phrase[-1]):
        return len(phrase) > 1 or not follower.isalnum()
    return not follower.isalnum() or not phrase[-1].isalnum()


def _low(text: str) -> str:
    lowered = text.lower()
    return lowered if lowered.isascii() else lowered.translate(_GREEK)


@cache
def _entries() -> tuple[tuple[str, str, Label], ...]:
    out = []
    for printed, roles, how, languages, genre in rows("byline_labels"):
        phrase = _low(printed)
        given = () if roles == "-" else tuple(roles.split("+"))
        spoken = frozenset(languages.split(","))
        out.append((phrase, how, Label(phrase, given, None if genre == "-" else genre, how == "by", spoken)))
    return tuple(out)


@cache
def _before() -> dict[str, tuple[tuple[str, Label], ...]]:
    """Labels that stand before names by their first word, longest phrase first, bare ones before the others."""
    table: dict[str, list[tuple[str, Label]]] = {}
    for phrase, how, label in _entries():
        if how != "after":
            head = _FIRST.match(phrase)
            table.setdefault(head[0] if head else phrase, []).append((phrase, label))
    return {word: tuple(sorted(found, key=lambda entry: (-len(entry[0]), not entry[1].bare))) for word, found in table.items()}


@cache
def _after() -> dict[str, tuple[tuple[str, Label], ...]]:
    """Labels that stand behind names by their last three letters, longest phrase first."""
    table: dict[str, list[tuple[str, Label]]] = {}
    for phrase, how, label in sorted(_entries(), key=lambda entry: -len(entry[0])):
        if how == "after" and label.roles != ("*",):
            table.setdefault(phrase[-3:], []).append((phrase, label))
    return {ending: tuple(found) for ending, found in table.items()}


def _spaceless(word: str) -> tuple[tuple[str, Label], ...]:
    """Labels that a word without blanks begins with, longest first."""
    for size in range(min(8, len(word)), 0, -1):
        if found := _before().get(word[:size]):
            return found
    return ()
