"""The lines of a byline as the page prints it, each with its segments parted, dates and addresses taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.evidence import Segment
from crawler.normalise.bylines.noise import BREAK, cut_noise, tidy
from crawler.normalise.names import looks_like_person, name_key

_MOST_LINES = 40
_HAN_LABEL = re.compile(
    r"(?<=[\u3400-\u9fff]{2})(?<![本该實实見见特首])(?<!本报)(?<!本報)(?<!本网)(?<!本刊)(?<!本台)(?<!实习)(?<!實習)(?<!见习)(?<!特约)(?<!首席)(?<!特派)"
    r"(?=(?:记者|記者|特派员|特派員|通讯员)[\s:]?[\u3400-\u9fff])|(?<=社) (?=(?:记者|記者)[\s:]?[\u3400-\u9fff])"
)
_UNIT_WORDS = 6
_REPORT_NUMBER = re.compile(r"(?<=[)\]】])\s*\d{6,8}$")
_BRACKETS = frozenset("()[]")
_AUTHOR_WORDS = frozenset({"author", "authors", "name", "fn", "byline"})
_PROFILE = re.compile(
    r"/(?:author|autor|auteur|autore|autoren|autores|profil|profile|people|person|personen|staff|by|contributor|reporter|journalist|"
    r"writer|penulis|editor|redaktion|redaksi|team|user|member|columnist|firma|skribent|correspondent|journaliste|redakteur)"
    r"(?:en|e?s)?[/=_-]",
    re.IGNORECASE,
)
_RUBRIC = re.compile(
    r"/(?:category|categories|kategorie|categorie|categoria|kategori|tags?|themen?|topics?|topik|rubrik|rubrique|ressort)/",
    re.I,
)
_RUBRIC_WORDS = frozenset(
    {"category", "tag", "categories", "tags", "cat-links", "tags-links", "tag-links", "rubric", "articlesection"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of one line between dates. ``dated`` tells that a date was printed before it, on this line or above."""

    text: str
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows of a byline, and what was taken out of them."""

    rows: tuple[Row, ...]
    dates: tuple[str, ...]
    emails: tuple[str, ...]


def read_lines(parts: Sequence[Segment], *, kept: frozenset[str], headline: str | None) -> Lines:
    """Lay the segments out in rows; links to rubrics and the article's own headline are left out."""
    rows: list[Row] = []
    dates: list[str] = []
    emails: list[str] = []
    title = name_key(headline) if headline else None
    for line in _lines(parts)[:_MOST_LINES]:
        clean = cut_noise(line, kept=kept)
        for number, stretch in enumerate(clean.texts):
            dated = bool(dates) or number > 0
            text = _unbracketed(stretch.strip(" " + BREAK))
            if text and name_key(text.replace(BREAK, " ")) != title:
                rows.append(Row(text, dated))
        dates.extend(clean.dates)
        emails.extend(clean.emails)
    emails.extend(part.href[7:] for part in parts if part.href and part.href.startswith("mailto:") and "@" in part.href)
    return Lines(tuple(rows), tuple(dates), tuple(dict.fromkeys(email.split("?")[0] for email in emails)))


def _unbracketed(text: str) -> str:
    """The text without brackets around the whole of it, and the number of a report behind them."""
    text = _REPORT_NUMBER.sub("", text)
    inner = text[1:-1]
    return inner.strip() if text[:1] in "([" and text[-1:] in ")]" and not _BRACKETS.intersection(inner) else text


def units(parts: Sequence[Segment]) -> dict[str, str]:
    """Name keys of texts that stand alone in an author's link or element: each is one name, whatever its shape.

    ``spelled`` says of four words and more that the link's own address spells them as one name.
    """
    found = {}
    for part in parts:
        if (part.href and _PROFILE.search(part.href)) or _AUTHOR_WORDS.intersection(part.cls.split()):
            text = tidy(part.text)
            if len(text.split()) <= _UNIT_WORDS:
                key = name_key(text)
                spelled = part.href and key.count(" ") > 2 and key.replace(" ", "-") in part.href.lower()
                found[key] = "spelled" if spelled else ""
    return found


def profiles(parts: Sequence[Segment]) -> dict[str, str]:
    """The address that each linked text leads to, by name key; mail addresses are none."""
    return {name_key(tidy(part.text)): part.href for part in parts if part.href and not part.href.startswith("mailto:")}


def _lines(parts: Sequence[Segment]) -> list[str]:
    """The text of each line, segments of one line parted by the break."""
    lines: dict[tuple[int, int], list[str]] = {}
    before: Segment | None = None
    for part in parts:
        within, before = before is None or before.href == part.href or not before.href, part
        if _is_rubric(part):
            continue
        for offset, text in enumerate(part.text.splitlines()):
            line = lines.setdefault((part.line, offset), [])
            if part.glued and within and line and _is_cut(line[-1], text):
                line[-1] += tidy(text)
            else:
                line.append(_part_han_label(tidy(text)))
    return [BREAK.join(filter(None, lines[place])) for place in sorted(lines)]


def _part_han_label(text: str) -> str:
    """Chinese and Japanese: a break before the word for reporter where a house stands right before it: ``新華社記者李銀``."""
    return _HAN_LABEL.sub(BREAK, text)


def _is_cut(before: str, text: str) -> bool:
    """Whether markup cut a word behind an initial, ``J`` and ``ane Doe``; a job title may follow a whole name as close."""
    last = before.rpartition(" ")[2]
    return last.isalpha() and len(last) <= 2 and text[:1].islower()


def _is_rubric(part: Segment) -> bool:
    """Whether the text is the link to a rubric; a name that the markup calls the author's is none, wherever it leads.

    A link to a writer's own page is none, whatever it is called: some houses call all links that they set by themselves tags.
    """
    classes = part.cls.split()
    if not _RUBRIC_WORDS.isdisjoint(classes):
        return not (part.href and _PROFILE.search(part.href))
    leads = bool(part.href and _RUBRIC.search(part.href))
    return leads and (_AUTHOR_WORDS.isdisjoint(classes) or not looks_like_person(tidy(part.text)))
