"""Cards of other stories in plain text: headline, caption, summary, brand and date on a line each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.evidence import Context, RawTeaser, Thrown
from crawler.normalise.dates import parse_date

TITLE_LENGTH = (40, 110)
"""Length of a headline that stands alone between paragraphs, as measured on glued texts."""
SUMMARY_LENGTH = 110
DATE_LENGTH = 40

_PLACEHOLDER = re.compile(r"^(?:img|image)[_ ]?(?:title|alt)$", re.IGNORECASE)
_HOST = re.compile(r"^(?:www\.)?[\w-]+(?:\.[\w-]+)+$")
_LETTER = re.compile(r"[^\W\d_]")


def is_title_case(line: str) -> bool:
    """Whether a line looks like a headline set in title case, as no sub-heading of prose does."""
    if not TITLE_LENGTH[0] <= len(line) <= TITLE_LENGTH[1]:
        return False
    words = [word for word in line.split() if _LETTER.search(word) and len(word) > 3]
    return len(words) >= 4 and sum(_is_capital(word) for word in words) >= 0.8 * len(words)


def read_cards(lines: Sequence[str], context: Context) -> tuple[tuple[RawTeaser, ...], tuple[Thrown, ...]]:
    """Group the lines after the text into teasers; placeholders are thrown away.

    A card ends in its brand and date; in it the line before the summary is the headline, the one
    before that the picture's caption where a placeholder shows that there is a picture. Other lines
    are headlines on their own.
    """
    thrown = tuple(Thrown("placeholder", line) for line in lines if _PLACEHOLDER.match(line))
    teasers: list[RawTeaser] = []
    texts: list[str] = []
    brand = date = None
    pictured = False
    for line in lines:
        if _PLACEHOLDER.match(line):
            pictured = True
        elif _is_brand(line, context):
            brand = line
        elif len(line) <= DATE_LENGTH and parse_date(line, context):
            date = line
        else:
            if brand or date:
                teasers += _card(texts, brand, date, pictured=pictured)
                texts, brand, date, pictured = [], None, None, False
            texts.append(line)
    return (*teasers, *_card(texts, brand, date, pictured=pictured)), thrown


def _card(texts: Sequence[str], brand: str | None, date: str | None, *, pictured: bool) -> list[RawTeaser]:
    if not texts:
        return [RawTeaser(None, None, date=date, publisher=brand)] if brand or date else []
    summary = next((n for n, text in enumerate(texts) if n and _is_summary(text)), None)
    headline = len(texts) - 1 if summary is None else summary - 1
    has_caption = pictured and summary is not None and headline > 0
    alone = [RawTeaser(None, text) for text in texts[: headline - has_caption]]
    card = RawTeaser(
        url=None,
        headline=texts[headline],
        description=" ".join(texts[headline + 1 :]) or None,
        date=date,
        publisher=brand,
        image_caption=texts[headline - 1] if has_caption else None,
    )
    return [*alone, card]


def _is_summary(text: str) -> bool:
    return len(text) > SUMMARY_LENGTH or ". " in text


def _is_brand(line: str, context: Context) -> bool:
    return line.casefold() in {name.casefold() for name in context.publishers} or bool(_HOST.match(line))


def _is_capital(word: str) -> bool:
    first = next(letter for letter in word if letter.isalnum())
    return first.isupper() or first.isdigit()
