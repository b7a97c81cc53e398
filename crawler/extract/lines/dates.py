"""What a line says of dates: that it holds one, is a stamp, is a day and nothing else, names somebody beside it."""

from __future__ import annotations

import re

from crawler.extract.lines.credits import is_credit_line
from crawler.normalise.agencies import find_agency
from crawler.normalise.lexicon import table
from crawler.normalise.names import begins_as_name, looks_like_person
from crawler.normalise.rare import branches

LABELS = table("date_labels")
_LONGEST_STAMP = 80
LABEL = re.compile(rf"(?<!\w){branches(LABELS)}(?![a-zà-ÿ])", re.IGNORECASE)
STAMPED = re.compile(LABEL.pattern + r"\W{1,3}\d{1,2}\W|" + LABEL.pattern + r"\W{1,3}(?:19|20)\d\d-", re.IGNORECASE)
"""A label right before a date: the line is a stamp, whatever follows."""
LOOKS_DATED = re.compile(
    r"(?=\d)(?:(?<!\d)(?:(?:19|20)\d\d(?!\d)|\d{1,2}[:.h]\d\d(?!\d)|\d{1,2}[./-]\d{1,2}(?!\d))|\d{1,2}\s*[年月日時时分]"
    r"|\d\s+\w+\s+(?:ago|lalu|yang lalu))"
)
_AGO = re.compile(r"\d\s+\w+\s+(?:ago|lalu|yang lalu)")
FULL_DATE = re.compile(r"(?=\d)(?:(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d\d|\d{1,2}\s*月)")
DIGITS = re.compile(r"\d+")
_PARTS = re.compile(r"\s*[|/•·]\s*|\s(?=[^\W\d_]{3,14}\s?[:：]\s?(?:[^\W\d_]{2,12},?\s){0,2}\d)")
"""A bar, or what stands before a label and its date: "Author: Jane Doe Date: May 3, 2024"."""
_FIGURES = re.compile(r"^[\d\s年月日时時分秒:./-]+")
_OPENING = re.compile(r"\s[-–—]\s|\s?[|•·,]\s")
_SIGNED = re.compile(r"\d\W{0,3}\s(?:(?:Uhr|h|[ap]\.?m\.?|[A-Z]{2,4})\s)?((?:by|von|par|por|oleh|door|av|af|di)\s.+)$")
"""A by-word behind the date: "Publié le 03/05/2024 à 10:00 par Jeanne Dupontel"."""
_LONGEST_LINE = 160
_SITE = re.compile(r"[\w-]{3,}\.[A-Za-z]{2,4}")
_LONGEST_DATE, _MOST_LETTERS = 40, 14
"""Of a line that is a date and nothing else: a weekday or a long month, and the word for the hour."""
_BARE = 24
"""Letters of a weekday, a month and "Uhr"."""


def looks_dated(text: str) -> bool:
    """Whether a short text seems to hold a date or a clock."""
    return LOOKS_DATED.search(text) is not None and (len(DIGITS.findall(text)) > 1 or _AGO.search(text) is not None)


def is_stamp(text: str) -> bool:
    """Whether a line says when something was published or changed, and nothing else."""
    return len(text) <= _LONGEST_STAMP and looks_dated(text) and LABEL.search(text) is not None and is_bare(text)


def is_date(text: str) -> bool:
    """Whether a short line is nothing but a day, with or without the hour: "21.04.2024 , 20:24 Uhr"."""
    return len(text) <= _LONGEST_DATE and bool(FULL_DATE.search(text)) and sum(map(str.isalpha, text)) <= _MOST_LETTERS


def is_bare(text: str) -> bool:
    """Whether a date fills the text, its label aside."""
    return sum(map(str.isalpha, text)) <= _BARE or sum(map(str.isalpha, LABEL.sub("", text))) <= _BARE


def names_somebody(text: str) -> bool:
    """Whether a dated line credits somebody as well: "Submitted by Jane Doe on …", "Jane Doe / TNN / May 3"."""
    named = any(is_credit_line(part, None, above=True) or _is_name(part) for part in beside_date(text))
    return named or opens_with_name(text)


def opens_with_name(text: str) -> bool:
    """Whether a dated line begins with a person's name: "Budi Santosa - Jumat, 3 Mei 2024", "Jane Doe, May 3, 2024"."""
    parts = _OPENING.split(text, maxsplit=1)
    name = parts[0].strip()
    return len(parts) == 2 and looks_dated(parts[1]) and looks_like_person(name) and begins_as_name(name)


def beside_date(text: str) -> list[str]:
    """The parts of a dated line, the figures of the date before each left out: "2024-05-03 10:00 来源：新华社"."""
    if len(text) > _LONGEST_LINE:
        return [text]
    parts = [_FIGURES.sub("", part) for part in _PARTS.split(text)]
    signed, label = _SIGNED.search(text), LABEL.search(text)
    before = text[: label.start()].rstrip(" ,;-–—") if label else ""
    return [part for part in (*parts, signed[1] if signed else "", before) if part]


def _is_name(part: str) -> bool:
    """Whether a part without digits is a person, an agency or a site."""
    return not DIGITS.search(part) and (
        looks_like_person(part) or _SITE.fullmatch(part) is not None or find_agency(part) is not None
    )
