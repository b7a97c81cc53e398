"""Where a teaser leads: to an article, to a hub, to a share button, to an advertiser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from urllib.parse import unquote, urljoin, urlsplit

from crawler.evidence import Context
from crawler.normalise.lexicon import rows
from crawler.normalise.urls import clean_url, host_of, identity_key

_WEB = re.compile(r"https?://[^/]")
_EXTENSION = re.compile(r"\.(?:s?html?|php|aspx?|jsp|amp)$", re.IGNORECASE)
_WORD_BREAK = re.compile(r"[-_+. ]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")
_DIGIT = re.compile(r"\d")
_DAY = re.compile(r"(?:19|20)\d\d-?\d\d(?:-?\d\d)?")
_NUMBER = re.compile(r"(?<![0-9a-z])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-z])|(?<![0-9a-z])\d{7,}(?![0-9a-z])")
_NUMBERED = re.compile(r"(?:^|&)(?:id|nid|aid|newsid|articleid|article|news)=\d{2}", re.IGNORECASE)
_LISTING = re.compile(r"categor|section|itemlist|tag", re.IGNORECASE)
"""What a query says that asks one page of the site for everything: ``index.php?view=article&id=34002``."""
_HUB_ENDING = ("-hub", "-hubs")
_FURTHER = re.compile(r"_[2-9]")
"""What the file of an article's further page adds to the name of its first: "news089_2.html"."""
_FOLDERS = 3
"""Folders from which on ``index.html`` is what the last of them holds: its name says what that is."""
_HUB_WORDS = 3
"""A hub is named in up to three words, an article's slug or headline in more."""
_TAGS = frozenset(
    {"tag", "tags", "tagged", "hashtag", "keyword", "keywords", "etiqueta", "etiquetas", "schlagwort", "stichwort", "tagi"}
)
"""Folders of subjects, however many words a subject has."""
_SLUG_WORDS = 5
"""From five words on a slug names an article wherever it stands."""


def absolute(url: str | None, context: Context) -> str | None:
    """Give the address absolute and clean, or ``None`` where it is no web address."""
    if not url or not url.strip():
        return None
    try:
        joined = url if _WEB.match(url) else urljoin(context.url, url.strip())
    except ValueError:
        return None
    cleaned = clean_url(joined)
    return cleaned if host_of(cleaned) and _WEB.match(cleaned) else None


def picture_address(url: str | None, context: Context) -> str | None:
    """Give a picture's address absolute, as it stands; ``None`` where it is no web address."""
    if not url or _WEB.match(url):
        return url or None
    try:
        joined = urljoin(context.url, url.strip())
    except ValueError:
        return None
    return joined if _WEB.match(joined) else None


def link_kind(url: str, headline: str | None, context: Context) -> str | None:
    """Say what is known of a teaser by its address alone.

    Gives self (the article, and other pages with its number), share, selfpromo, sponsored or topic (a hub: home page,
    section, tag or author page); ``None`` for what may be an article.
    """
    if context.url and (_is_same(url, context.url) or _bears_number(url, context.url)):
        return "self"
    known = _host_kind(host_of(url), context)
    if known:
        return known
    segments = [segment for segment in unquote(urlsplit(url).path).lower().split("/") if segment]
    found = next((kind for segment in segments[:-1] if (kind := _paths().get(segment)) == "sponsored"), None)
    if found:
        return found
    if _is_selfpromo(segments):
        return "selfpromo"
    return "topic" if _is_hub(segments, urlsplit(url).query, headline) else None


def link_kinds(links: Sequence[tuple[str | None, str | None]], context: Context) -> tuple[str | None, ...]:
    """``link_kind`` for the addresses and headlines of a list: what stands in one folder with two articles of it is no hub."""
    kinds = [link_kind(url, headline, context) if url else None for url, headline in links]
    folders = Counter(_folder(url) for (url, _), kind in zip(links, kinds, strict=True) if url and kind is None)
    return tuple(
        None if kind == "topic" and url and folders[_folder(url)] > 1 and _may_be_slug(url) else kind
        for (url, _), kind in zip(links, kinds, strict=True)
    )


def _is_same(url: str, own: str) -> bool:
    """Whether an address is the article's own, or its path with another query: a further page, a print version."""
    if identity_key(url) == identity_key(own):
        return True
    path, first = urlsplit(url).path, urlsplit(own).path
    last = _EXTENSION.sub("", path.rstrip("/").rpartition("/")[2])
    stem = _EXTENSION.sub("", first)
    if path.startswith(f"{stem}_") and _FURTHER.fullmatch(_EXTENSION.sub("", path)[len(stem) :]):
        return True
    return path == first and (_count(last) > _HUB_WORDS or _NUMBER.search(last) is not None)


def _may_be_slug(url: str) -> bool:
    """Whether the last segment has two words or more and stands in a folder that is named no list."""
    *folders, last = urlsplit(url).path.lower().rstrip("/").split("/")
    return _count(_EXTENSION.sub("", last)) > 1 and any(folders) and not last.endswith(_HUB_ENDING) and not _names_hub(folders)


def _folder(url: str) -> str:
    return url.partition("?")[0].rstrip("/").rpartition("/")[0]


def _bears_number(url: str, own: str) -> bool:
    """Whether the address has the number of the article and no other: its gallery or print page."""
    found = _numbers(urlsplit(url).path)
    return bool(found) and found <= _numbers(urlsplit(own).path.rstrip("/").rpartition("/")[2])


@lru_cache(maxsize=2048)
def _numbers(path: str) -> frozenset[str]:
    return frozenset(match[0] for match in _NUMBER.finditer(path.lower()) if not _DAY.fullmatch(match[0]))


def _is_selfpromo(segments: list[str]) -> bool:
    if not segments:
        return False
    last = _EXTENSION.sub("", segments[-1])
    return "selfpromo" in (_paths().get(last), _paths().get(segments[0])) and _count(last) < _SLUG_WORDS


def _is_hub(segments: list[str], query: str, headline: str | None) -> bool:
    if len(segments) > _FOLDERS and _EXTENSION.sub("", segments[-1]) == "index":
        segments = segments[:-1]
    if not segments:
        return not query
    if len(segments) == 1 and _NUMBERED.search(query) and not _LISTING.search(query):
        return False
    last = _EXTENSION.sub("", segments[-1])
    named = last.endswith(_HUB_ENDING) and (_count(last) <= _SLUG_WORDS or _is_short(headline))
    if named or _hubs().get(last) is not None:
        return True
    if (
        _DAY.fullmatch(last)
        or not _TAGS.isdisjoint(segments[-2:-1])
        or (_names_hub(segments[-2:-1]) and _count(last) < _SLUG_WORDS)
    ):
        return True
    if _names_hub(segments[:-2]) and _is_short(headline):
        return True
    return not (query or _DIGIT.search("".join(segments))) and _count(last) <= _HUB_WORDS and _is_short(headline)


def _names_hub(segments: list[str]) -> bool:
    return not _hub_names().isdisjoint(segments)


def _is_short(headline: str | None) -> bool:
    if not headline:
        return True
    return (
        len(headline) <= 12 if _UNSPACED.search(headline) else len(headline.split()) <= _HUB_WORDS + 1 and len(headline) <= 32
    )


def _count(slug: str) -> int:
    """The words that hold a letter."""
    return len([word for word in _WORD_BREAK.split(slug) if word.isalpha() or any(map(str.isalpha, word))])


def _host_kind(host: str, context: Context) -> str | None:
    if not host or any(host == own or host.endswith("." + own) for own in context.hosts):
        return None
    labels = host.split(".")
    ends = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((kind for end in ends if (kind := _hosts().get(end))), None)


@cache
def _hosts() -> dict[str, str]:
    return {row[0]: row[2] for row in rows("teaser_signals") if row[1] == "host"}


@cache
def _paths() -> dict[str, str]:
    return {row[0]: row[2] for row in rows("teaser_signals") if row[1] == "path"}


@cache
def _hub_names() -> frozenset[str]:
    """Folders that are lists wherever they stand."""
    named = [name for name, kind in _paths().items() if kind == "topic"]
    return frozenset((*named, *(name for name, where in _hubs().items() if where == "any")))


@cache
def _hubs() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("listing_hubs")}
