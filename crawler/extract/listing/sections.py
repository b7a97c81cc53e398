"""The sections of a site, from the menus of one of its pages.

``/politik``, ``/news/politik``, ``/category/politics/``, ``ekonomi.example.org`` and, of old systems, ``rubrik.php?r=3``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborNode

from crawler.extract.listing.links import judge
from crawler.extract.listing.streams import markup_kind
from crawler.extract.page.document import Document, text_of
from crawler.normalise.hosts import registered_domain
from crawler.normalise.lexicon import table
from crawler.normalise.urls import clean_url, identity_key

_MOST_SECTIONS = 30
_LONGEST_NAME = 30
_MOST_WORDS = 4
_DEEPEST = 2
_MENU_DEPTH = 8
_LISTS = frozenset({"indeks", "index", "latest", "terbaru", "terkini", "news", "aktuell", "newsticker", "ticker"}) | frozenset(
    {"archiv", "archive", "archives", "arsip", "archivo", "archivio", "headlines", "schlagzeilen"}
)
"""Words of a last segment that are no article and no section, but the list of all that is new."""
_GROUPS = frozenset(
    {"category", "categories", "kategori", "kategorie", "categoria", "categorie", "kategoria", "kategorija", "cat"}
    | {"section", "sections", "seccion", "secao", "rubrik", "rubrique", "rubriek", "ressort", "kanal", "channel"}
)
"""Words that stand before the name of a section: ``/category/politics/``."""
_PAGE = re.compile(r"\.(?:s?html?|php|aspx?|jsp|cfm|cgi)$", re.IGNORECASE)
_VIEWS = frozenset(
    {"lang", "language", "locale", "hl", "l", "view", "mode", "theme", "print", "amp", "ref", "redirect", "return", "next"}
    | {"q", "s", "query", "search", "keyword", "author", "tag", "page_id", "p", "page", "sort", "order"}
    | {"date", "day", "year", "month"}
)
"""Parameters that show a page otherwise, search, count pages or days: they name no section."""
_FEWEST_ALIKE = 2
"""Sections that a parameter tells apart come in groups."""


def find_sections(document: Document, announced: Collection[str]) -> Iterator[str]:
    """The links of the menus that may be sections; of a page without menus, short links that stand on no card.

    ``announced`` are the keys of the page's cards.
    """
    found: dict[str, None] = {}
    beside: dict[str, None] = {}
    for node in document.css("body a[href]"):
        address = document.absolute(node.attributes.get("href"))
        if address is None or not _is_name(text_of(node)):
            continue
        url = clean_url(address)
        if identity_key(url) not in announced and _is_section(url, document.url):
            (found if _is_menu(node) else beside).setdefault(url.partition("#")[0])
    chosen = tuple(_in_groups(found or beside))
    unique = {identity_key(url): url for url in reversed(chosen)}
    yield from [url for url in chosen if unique[identity_key(url)] == url][:_MOST_SECTIONS]


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and len(text.split()) <= _MOST_WORDS and any(map(str.isalpha, text))


def _is_section(url: str, here: str) -> bool:
    """An own address of one or two words, or of a host of its own, that is neither an article nor a service."""
    if registered_domain(url) != registered_domain(here) or identity_key(url) == identity_key(here):
        return False
    parts = urlsplit(url)
    words = [_PAGE.sub("", word.lower()) for word in parts.path.split("/") if word]
    hubs = table("listing_hubs")
    below = parts.netloc.partition(":")[0].removesuffix(registered_domain(url)).rstrip(".").removeprefix("www")
    if any(hubs.get(word) in ("any", "last") for word in below.split(".") if word):
        return False
    if parts.query:
        return _is_chosen_by(url) and all(hubs.get(word) != "any" or word in _GROUPS for word in words)
    if not words:
        return bool(below)
    names = [word for place, word in enumerate(words) if word not in _GROUPS or place == len(words) - 1]
    if len(names) > _DEEPEST or any(hubs.get(word) == "any" for word in names):
        return False
    return names[-1] in _LISTS or len(names) < len(words) or judge(url).score == 0


def _is_chosen_by(url: str) -> bool:
    """Whether one short parameter chooses what an address shows."""
    pairs = parse_qsl(urlsplit(url).query)
    return len(pairs) == 1 and pairs[0][0].lower() not in _VIEWS and 0 < len(pairs[0][1]) <= _LONGEST_NAME


def _in_groups(urls: Iterable[str]) -> Iterator[str]:
    """Leave out addresses with a parameter that no other one has."""
    kept = tuple(urls)
    frames = Counter(frame for url in kept if (frame := _frame(url)) is not None)
    yield from (url for url in kept if (frame := _frame(url)) is None or frames[frame] >= _FEWEST_ALIKE)


def _frame(url: str) -> tuple[str, str] | None:
    parts = urlsplit(url)
    return (parts.path, parts.query.partition("=")[0]) if parts.query else None


def _is_menu(node: LexborNode) -> bool:
    current: LexborNode | None = node
    for _ in range(_MENU_DEPTH):
        current = current.parent if current is not None else None
        if current is None or current.tag in ("body", "footer"):
            return False
        if current.tag in ("nav", "header") or markup_kind(current) == "menu":
            return True
    return False
