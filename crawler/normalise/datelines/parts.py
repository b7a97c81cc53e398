"""What one part of a dateline is: outlet, section, city, agency, date."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from crawler.evidence import Context
from crawler.normalise.agencies import find_agency
from crawler.normalise.dates.grammar import find_days, find_partial
from crawler.normalise.dates.tokens import tokenise
from crawler.normalise.dates.words import vocabulary
from crawler.normalise.lexicon import rows, words
from crawler.normalise.names import natural_case

DOMAIN = re.compile(
    r"(?:www\.)?[\w-]{2,30}\.(?:com|co(?:\.[a-z]{2})?|go\.id|or\.id|id|net|org|news|info|tv|press|my|sg|in|de|at|ch|tr|vn|ng|ke|za|ph)",
    re.IGNORECASE,
)
_PLACE_WORD = re.compile(r"[^\W\d_][^\d_!?:;\"“”„«»()\[\]]*")
_SIGN = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9./& -]+|[\u0900-\u0dff]{2,10}")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_WASTE = re.compile(r"[\W_]+")
_MOST_WORDS = 4
_SHORT_SIGN = 16


def is_outlet(text: str, context: Context) -> bool:
    """Whether the words are the site itself: one of its names, a domain, or the squeezed form of its host ("Kabar Nagari")."""
    if DOMAIN.fullmatch(text) or dateline_word(text) == "outlet":
        return True
    squeezed = _squeeze(text)
    return bool(squeezed) and (squeezed in _names(context.publishers) or squeezed in _hosts(context.hosts))


def outlet_and_section(text: str, context: Context) -> tuple[str, str] | None:
    """Part "VIVA Nasional" into the site's name and up to two capitalised words; ``None`` where no name leads."""
    for name in sorted(context.publishers, key=len, reverse=True):
        rest = text[len(name) :]
        if text.casefold().startswith(name.casefold()) and rest[:1] == " ":
            section = rest.strip()
            if section and len(section.split()) <= 2 and section[0].isupper() and find_agency(section) is None:
                return text[: len(name)], section
    return None


def read_day(text: str, context: Context) -> str | None:
    """Give the day that the words are, and nothing else: ``2024-05-03``, without a year ``05-03``; ``None`` for other words."""
    if not any(map(str.isdigit, text)):
        return None
    tokens = tokenise(text, vocabulary(context.language))
    full = next(iter(find_days(tokens, context)), None)
    day = full or find_partial(tokens, context)
    if day is None or set("xn:") & set(tokens.classes):
        return None
    if day.month_day:
        return f"{day.month_day[0]:02}-{day.month_day[1]:02}"
    return day.day.isoformat() if day.day and day.precision == "day" else None


def is_city_shaped(text: str) -> bool:
    """Whether the words can be a place: up to four, capitalised or of a script without case, particles allowed between."""
    if not text or dateline_word(text) in {"label", "series", "report"}:
        return False
    parts = re.split(r"[\s/]+", text)
    if len(parts) > _MOST_WORDS or not all(_PLACE_WORD.fullmatch(part) for part in parts):
        return False
    return all(not part[0].islower() or (n > 0 and dateline_word(part) == "particle") for n, part in enumerate(parts))


def is_known_city(text: str) -> bool:
    """Whether every place between slashes is a city of the lexicon."""
    return all(part.strip().casefold() in words("cities") for part in text.split("/"))


def is_shouted(text: str) -> bool:
    """Whether the words are upper case, three letters or more."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 2 and all(letter.isupper() for letter in letters) and letters[0].lower() != letters[0]


def is_sure_city(text: str) -> bool:
    """Whether a place needs no other evidence: shouted, known, or of a script without case."""
    return is_shouted(text) or is_known_city(text) or (text[:1].isalpha() and text[:1].lower() == text[:1].upper())


def city_name(text: str, context: Context) -> str:
    """The place in natural case."""
    if not is_shouted(text):
        return text
    return "/".join(natural_case(place, language=context.language) for place in text.split("/"))


def is_sign(text: str, context: Context) -> bool:
    """Whether words in brackets can be an agency's or outlet's sign: known, or short and in capitals or an Indian script."""
    if find_agency(text) or is_outlet(text, context):
        return True
    return len(text) <= _SHORT_SIGN and bool(_SIGN.fullmatch(text))


@lru_cache(maxsize=1024)
def dateline_word(text: str) -> str | None:
    """The kind that ``dateline_words.tsv`` gives these words."""
    return _kinds().get(text.casefold().strip())


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("dateline_words")}


@lru_cache(maxsize=2048)
def _squeeze(text: str) -> str:
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold().replace("ı", "i")))
    return _WASTE.sub("", plain)


@lru_cache(maxsize=256)
def _names(publishers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_squeeze(name) for name in publishers) - {""}


@lru_cache(maxsize=256)
def _hosts(hosts: tuple[str, ...]) -> frozenset[str]:
    labels = [host.removeprefix("www.").partition(".")[0] for host in hosts]
    return frozenset(_squeeze(label) for label in labels if len(label) > 3)
