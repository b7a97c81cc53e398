"""Lines that are nothing but a credit, known by their words alone: "Von Max Muster", "Reporting by …", "（记者王伟）".

They stand between headline and body without a telling class, or as the first or last lines of the body itself.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from crawler.normalise.agencies import find_agency
from crawler.normalise.bylines.titles import is_desk, part_honours
from crawler.normalise.lexicon import rows, words
from crawler.normalise.names import is_initials, looks_like_person
from crawler.normalise.phrases import Match, Phrases
from crawler.normalise.visible import begins_small

_WRITING = frozenset({"author", "editor", "translator", "contributor", "interviewer", "interviewee", "*"})
_LONGEST = 160
_LONGEST_NOTE = 400
_EDGES = " \t()[]{}（）【】［］<>–—-•*|·~_"
_WORD = re.compile(r"\w+")
_REACH = 60
_DASHES = ("-", "–", "—", ":")
_AFTER_LABEL = " \t:：-–—|/="
_AND = "and|For|und|dan|et|y|e|en|og|och|ja|ve|i|и|for|in|für|à|aus|at|on"
_PARTING = re.compile(rf"\s*(?:[,،;؛/|&·•、，()（）–—]|\s-\s|(?<=[^\W\d_]{{3}})\.\s|\b(?:{_AND})\b)\s*")
_CREDITED = re.compile(
    r"^(?:[^\s]{0,8}\s?)?(?:記者|记者|責任編輯|责任编辑|责编|編輯|编辑|通讯员)[:：\s]?.{2,40}$"
    r"|^.{2,30}(?:기자|특파원|記者)(?:\s*외\s*\d+명)?(?:\s*=?\s*[\w.+-]+@[\w.-]+)?$"
)
_HAN = re.compile(r"[\u3040-\u9fff]")
_SIGN_OFF = re.compile(r"[(（\[【]([^()（）\[\]【】]{2,90})[)）\]】](?:\s*\.)?(?:\s*(?:\+{3}|\d{6,8}))?$")
_DAY = re.compile(r",\s*\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2}|\d{4})$")
_SHORT_NAME = re.compile(r"[^\W\d_]{2,4}")
_OWNED = re.compile(r"[(（][cC][)）]\s?(?P<names>[^()（）。.!?]{2,60})$")
_LONGEST_OWNED = 70
"""Characters of what stands behind such a mark, the mark with it."""
_ENDED = (".", "!", "?", "…", "”", '"', "»", "“", "’", "।")
_OFFICE = re.compile(r"\s?[,|]\s|\s[-–—/]\s")
_BESIDE_WIRE = re.compile(r"\s(?:avec|with|mit|met|com|con|and|und|et|e|y|og|och|en)\s")
_VOWEL = re.compile("[aeiouy]")
_SMALL_SIGN = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4}){1,2}")
_LONGEST_OWN_DESK = 40
_LONGEST_DESK = 140
_MOST_BLANKS = 8
_CASELESS = re.compile(r"[\u0590-\u0fff\u1000-\u109f\u1200-\u137f\u1780-\u17ff]")
"""Scripts in which the words behind a small word that is a by-word too may as well be a sentence's."""
_SIGNS = re.compile(r"\s*[/,;|、.]\s*|\s-\s")
_SENTENCE = re.compile(r"(?<=[.!?»”\"])\s+(?=[A-ZÀ-Þ—–])")


@dataclass(frozen=True, slots=True)
class Label:
    """A by-word: how it stands (``by``, ``label``, ``after``), the languages it may be trusted in (``*``: any), its roles."""

    how: str
    languages: frozenset[str]
    roles: frozenset[str]


@cache
def _labels(after: bool) -> Phrases[Label]:
    chosen = (row for row in rows("byline_labels") if (row[2] == "after") == after)
    return Phrases((row[0], Label(row[2], frozenset(row[3].split(",")), frozenset(row[1].split("+")))) for row in chosen)


@cache
def _edges(after: bool) -> frozenset[str]:
    """The words that labels begin with, or end in: most lines have none of them and need no closer look."""
    chosen = (_WORD.findall(row[0]) for row in rows("byline_labels") if (row[2] == "after") == after)
    return frozenset(words[-1 if after else 0].casefold() for words in chosen if words)


def is_credit_line(text: str, language: str | None, *, houses: Container[str] = (), above: bool = False) -> bool:
    """Whether a whole line credits the writers, their helpers, translators or editors, and says nothing else.

    ``houses`` are the site's own names, case folded. ``above`` says that the line stands above the text, where an
    agency named as the source is a byline.
    """
    if len(text) > _LONGEST_NOTE:
        return False
    line = text.strip(_EDGES)
    if not line.isascii() and _CREDITED.match(line):
        return True
    first = _WORD.search(line, 0, _REACH)
    if first and first[0].casefold() in _edges(False) and (found := _labels(False).head(line)) is not None:
        return _credits(line, found, language, houses, above)
    words = _WORD.findall(line[-_REACH:])
    after = _labels(True).tail(line.rstrip(".")) if words and words[-1].casefold() in _edges(True) else None
    return after is not None and "contributor" in after.value.roles and after.start > 3 and line[:1].isupper()


def opens_as_byline(text: str) -> bool:
    """Whether a line begins with a word that credits a writer in any language: "By Jane Doe", "Oleh: Budi Santosa".

    >>> opens_as_byline("By Jane Doe / Staff Writer"), opens_as_byline("Photo: Jane Doe")
    (True, False)
    """
    found = _labels(False).head(text.strip(_EDGES)) if len(text) <= _LONGEST_NOTE else None
    return found is not None and "author" in found.value.roles


def _credits(line: str, found: Match[Label], language: str | None, houses: Container[str], above: bool) -> bool:
    """Whether names follow the label; a label wants a colon, a by-word its language."""
    label, rest = found.value, line[found.end :]
    marked = rest.lstrip()[:1] in (":", "：", "|", "=")
    if not label.roles & _WRITING and not (above and "source" in label.roles):
        return False
    if not marked and (label.how == "label" or not label.languages & {"*", language}):
        return False
    rest = rest.strip(_AFTER_LABEL)
    if marked and 1 < len(rest) < 40 and rest[0].isalpha() and not begins_small(rest) and rest.count(" ") < 3:
        return True
    if not marked and _CASELESS.match(rest):
        short = rest.count(" ") < _MOST_BLANKS
        return rest.casefold() in houses or (short and is_name_line(rest, language)) or find_agency(rest) is not None
    desk = 4 < len(rest) <= _LONGEST_OWN_DESK and is_desk(rest)
    return desk or rest.casefold() in houses or names_someone(rest, language)


def names_someone(text: str, language: str | None) -> bool:
    """Whether the text begins with a person's or an agency's name, and is no sentence."""
    first = next((part for part in _PARTING.split(text[:_LONGEST]) if part), "")
    if _HAN.match(first) and ("：" in first or ":" in first):
        first = first.partition(" ")[0]
    first = first.removesuffix(".")
    if not 0 < len(first) <= 60:
        return False
    named = any(looks_like_person(name, language=language) for name in (first, part_honours(first).name))
    return named or find_agency(first) is not None or _is_desk(first)


def _is_desk(text: str) -> bool:
    """Whether a short text in capitals names a desk: "Express News Service", "Web Desk"."""
    parts = text.split()
    return 1 < len(parts) < 6 and all(part[0].isupper() for part in parts) and is_desk(text)


def is_name_line(text: str, language: str | None) -> bool:
    """Whether a line is nothing but persons' names, "Mathatisi Sebusi/Mohalenyane Phakela"; before a dash it is a place."""
    if text.rstrip()[-1:] in _DASHES:
        return False
    parts = [part for part in _PARTING.split(text.strip(_EDGES)[: _LONGEST + 1]) if part]
    return 0 < len(parts) <= 6 and len(text) <= _LONGEST and all(looks_like_person(part, language=language) for part in parts)


def sign_off(text: str) -> str | None:
    """What stands in brackets at the very end of a text and signs it: "(dpa)", "(vyp/kna)"; ``None`` for other asides.

    A person signs where a sentence has ended before: "… bleibt spannend. (Anna Martel)", not "said its director (Jane Doe)";
    so do initials with a capital, "(Dio/Ysl)", of which one alone could be any word. A day may follow: "(APA, 3.5.2024)".
    """
    found = _SIGN_OFF.search(text)
    if found is None:
        return _owner(text)
    inner = _DAY.sub("", found.group(1)).strip()
    signs = all(is_initials(part) or find_agency(part) for part in _SIGNS.split(inner) if part)
    listed = "、" in inner and found.group()[0] in "【（" and _HAN.search(inner)
    if signs or listed or _CREDITED.match(inner):
        return found.group().strip()
    before = text[: found.start()].rstrip()
    signed = not before or before.endswith(_ENDED)
    people = [part.strip() for part in inner.split("/" if "/" in inner else ",")]
    named = all(map(looks_like_person, people)) or ("/" in inner and all(map(_SHORT_NAME.fullmatch, people)))
    return found.group().strip() if signed and len(people) < 4 and named else None


def _owner(text: str) -> str | None:
    """The agency, and its writer, behind a copyright mark right after the last sentence: "(c)AFP/Aminu ABUBAKAR"."""
    found = _OWNED.search(text, max(0, len(text) - _LONGEST_OWNED))
    parts = [part.strip() for part in found["names"].split("/")] if found else []
    agencies = [find_agency(part) for part in parts]
    signed = any(agencies) and all(agency or looks_like_person(part) for agency, part in zip(agencies, parts, strict=True))
    return found["names"].strip() if found and signed else None


def is_sign(text: str) -> bool:
    """Whether a whole line is a sign without brackets: "sak/Reuters", "dpa/lno", with an agency, or "kicp/mcc", all small."""
    if len(text) > 40 or "/" not in text:
        return False
    parts = [part.strip() for part in text.split("/")]
    if _SMALL_SIGN.fullmatch(text) and not all(map(_VOWEL.search, parts)):
        return True
    agencies = [find_agency(part) for part in parts]
    return any(agencies) and all(agency or is_initials(part) for agency, part in zip(agencies, parts, strict=True))


@cache
def _newsrooms() -> tuple[str, ...]:
    return tuple(f"{word} " for word in words("newsroom_heads"))


def is_newsroom(text: str) -> bool:
    """Whether a whole line names an unnamed desk: "Redazione ANSA", "न्यूज डेस्क, अमर उजाला"; one vague word is none."""
    if len(text) > _LONGEST_DESK:
        return False
    first = _PARTING.split(text, maxsplit=1)[0].casefold()
    return (" " in first and first in words("desk_phrases")) or (first.startswith(_newsrooms()) and first.count(" ") < 6)


@cache
def _press() -> re.Pattern[str]:
    """The beginnings of the offices that only the press has."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words('press_offices'))))})")


def is_staff(text: str, language: str | None) -> bool:
    """Whether a whole line is a person and the office that only the press has: "Ana Lima - Repórter da Agência Brasil"."""
    found = _OFFICE.search(text) if len(text) <= _LONGEST_DESK else None
    if found is None or not _press().search(text[found.end() :].casefold()):
        return False
    return looks_like_person(text[: found.start()], language=language)


def is_person_of_wire(text: str, language: str | None) -> bool:
    """Whether a whole line is a word joins persons and an agency, "Jeanne Dupontel avec AFP"; other marks credit pictures."""
    parts = _BESIDE_WIRE.split(text) if len(text) <= _LONGEST_DESK else []
    wires = [part for part in parts if is_wire(part)]
    return 0 < len(wires) < len(parts) and all(part in wires or looks_like_person(part, language=language) for part in parts)


def is_wire(text: str) -> bool:
    """Whether a whole line is the name of a news agency."""
    agency = find_agency(text) if len(text) <= 40 else None
    return agency is not None and agency.kind == "wire"


def last_sentence(text: str) -> str:
    """The last sentence of a note such as "Peoples reported from New York. Writers A and B contributed to this report."."""
    return _SENTENCE.split(text)[-1]
