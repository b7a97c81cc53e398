"""What an address alone says of the page behind it: article, list, or neither.

``/berita/dunia/1507311-korut-tawarkan-100-ribu-tentaranya`` is surely an article, ``/tag/korut`` surely not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from crawler.normalise.lexicon import table

_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|pdf|docx?|xlsx?|pptx?|zip|gz|rar|mp[34]|m4[av]|mov|webm|m3u8|ogg|wav|css|js|json|xml|rss|atom|txt|apk|exe)$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\.(?:s?html?|php|aspx?|jsp|ece|cms|amp)$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_ID = re.compile(r"(?<!\d)\d{5,}(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?:/[01]?\d(?:/[0-3]?\d)?(?=/)|-[01]\d(?:-[0-3]\d(?!\d)|(?=/))|[01]\d[0-3]\d)")
_CODE = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{6,}$", re.IGNORECASE)
_LONGEST_CODE = 64
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_PARTS = re.compile(r"[-_+.,~ ]+")
_PAGINATED = re.compile(r"/(?:page|seite|halaman|pagina|p)[-/]\d+/?$", re.IGNORECASE)
_LEGAL = re.compile(
    r"(?:^|-)(?:privacy-(?:policy|notice|rights|statement|choices)|terms-(?:and-|of-)?(?:conditions|service|use)|cookie-(?:policy|notice)"
    r"|(?:ccpa|gdpr)-|opt-out$|do-not-sell|staff-directory|code-of-conduct|pedoman-(?:media|pemberitaan)|kebijakan-privasi)"
)
_LEGAL_LENGTH = 5
"""Words of an address that is called after a page of the house: headlines about such pages are longer."""
_ID_KEYS = frozenset({"id", "p", "aid", "artid", "articleid", "article", "story", "storyid", "news_id", "newsid", "nid", "sid"})
_LIST_KEYS = frozenset({"q", "s", "query", "keyword", "search", "tag", "cat", "author"})
_SLUG = 3
_TELLING = 6
"""Words of a last segment that name an article whatever stands above it; four do beside an id or a date."""


@dataclass(frozen=True, slots=True)
class Address:
    """The evidence of one address.

    ``score`` is 0 where nothing speaks for an article, 3 and more where it surely is one; below 0 it surely
    is none. ``shape`` is equal for addresses that the same rule of the site made.
    """

    score: int
    shape: tuple[str, ...]


@lru_cache(maxsize=4096)
def judge(url: str) -> Address:
    """Weigh an absolute address; total."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return Address(-1, ())
    segments = [unquote(segment) for segment in parts.path.split("/") if segment]
    if len(segments) > 1 and _PAGE.sub("", segments[-1]) == "index" and _slug_words(segments[-2]) >= _SLUG:
        del segments[-1]
    shape = (parts.netloc, *map(_kind, segments), *_called(parts, segments))
    if _is_list(parts, segments):
        return Address(-1, shape)
    return Address(_score(parts, segments), shape)


def _called(parts: SplitResult, segments: list[str]) -> tuple[str, ...]:
    """What a script is called and asked by: ``artikel.php?id=7`` and ``rubrik.php?id=7`` are of two kinds."""
    keys = ",".join(sorted(key for key, _ in parse_qsl(parts.query)))
    return (segments[-1], keys) if keys and segments and _PAGE.search(segments[-1]) else (keys,) if parts.query else ()


def _is_list(parts: SplitResult, segments: list[str]) -> bool:
    keys = {key.lower() for key, _ in parse_qsl(parts.query)}
    if not segments:
        return not keys & _ID_KEYS
    if _FILE.search(segments[-1]) or _PAGINATED.search(parts.path) or (keys & _LIST_KEYS and not keys & _ID_KEYS):
        return True
    hubs = table("listing_hubs")
    lower = [segment.lower() for segment in segments]
    last = _PAGE.sub("", lower[-1])
    if hubs.get(last) in ("any", "last") or (any(hubs.get(segment) == "any" for segment in lower) and not _tells(parts, last)):
        return True
    if _LEGAL.search(last) and _slug_words(last) <= _LEGAL_LENGTH:
        return True
    return all(_NUMBER.fullmatch(segment) and len(segment) <= 4 for segment in segments[-2:])


def _tells(parts: SplitResult, last: str) -> bool:
    """Whether a last segment names an article even under a hub: ``/books/authors/on-the-death-of-the-poet-110811073``."""
    words = _slug_words(last)
    return words >= _TELLING or (words >= 4 and bool(_ID.search(last) or _DATE.search(parts.path)))


def _score(parts: SplitResult, segments: list[str]) -> int:
    tail = segments[-2:]
    bare = [_PAGE.sub("", segment) for segment in tail]
    slug = max(map(_slug_words, bare), default=0)
    score = {0: 0, 1: 0, 2: 0, 3: 1, 4: 2}.get(slug, 3)
    numbers = [number for segment in bare for number in _ID.findall(segment)]
    if numbers or _UUID.search(parts.path):
        score += 2
    elif any(_CODE.search(_PARTS.split(segment)[-1][-_LONGEST_CODE:]) for segment in bare[-1:]):
        score += 1
    if _DATE.search(unquote(parts.path)):
        score += 2
    if segments and _PAGE.search(segments[-1]) and (slug >= 2 or numbers):
        score += 1
    if any(key.lower() in _ID_KEYS and _NUMBER.search(value) for key, value in parse_qsl(parts.query)):
        score += 2
    under_genre = any(table("listing_hubs").get(segment.lower()) == "genre" for segment in segments[:-1])
    return score + (under_genre and (slug >= 2 or score > 0))


def _slug_words(segment: str) -> int:
    words = [word for word in _PARTS.split(segment) if word]
    return sum(1 for word in words if not _NUMBER.fullmatch(word)) if len(words) > 1 else 0


def _kind(segment: str) -> str:
    bare = _PAGE.sub("", segment)
    if _NUMBER.fullmatch(bare):
        return "year" if _YEAR.fullmatch(bare) else "number" if len(bare) < 5 else "id"
    words = _slug_words(bare)
    mark = "+id" if _ID.search(bare) else ""
    if words >= 3:
        return "slug" + mark
    return (mark or "word") + segment[len(bare) :]


def is_headline(text: str, *, heading: bool = False) -> bool:
    """Whether a link's text reads like a headline: a handful of words, or of signs where a script has no blanks."""
    words = len(text.split())
    letters = sum(map(str.isalpha, text))
    if letters and sum(1 for char in text if "\u2e80" < char < "\ud7ff") * 2 > letters:
        return letters >= 8
    return (words >= 4 and letters >= 18) or (heading and words >= 2 and letters >= 12)


def is_article_link(url: str, text: str, *, heading: bool = False) -> bool:
    """Whether a link leads to an article, by its address and text alone."""
    score = judge(url).score
    return score >= 4 or (score >= 1 and is_headline(text, heading=heading))
