"""Lists given as JSON: interfaces (WordPress, GraphQL), answers to load-more requests, data that a page embeds for its script.

No interface is known by name: an object that has an address and a headline is a card, wherever it lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import orjson
from selectolax.lexbor import LexborHTMLParser

from crawler.extract.listing.cards import Card, Listing
from crawler.extract.listing.links import is_headline, judge
from crawler.extract.page.document import Document, tidy
from crawler.extract.stated.states import cursor_in, objects, states
from crawler.normalise.hosts import host_of, registered_domain
from crawler.normalise.urls import clean_url

_ADDRESSES = ("link", "url", "permalink", "canonical_url", "canonicalUrl", "web_url", "webUrl", "href", "shareUrl", "share_url")
_HEADLINES = ("title", "headline", "judul", "title_digital", "name", "post_title")
_DATES = (
    "datePublished",
    "date_published",
    "published_at",
    "publishedAt",
    "published",
    "publish_date",
    "pubDate",
    "date_gmt",
    "date",
)
_MODIFIED = ("dateModified", "date_modified", "modified_gmt", "updated_at", "updatedAt", "modified")
_SUMMARIES = ("summary", "excerpt", "description", "intro", "teaser", "lead")
_PICTURES = ("image", "cover", "thumbnail", "picture", "feature_image", "coverImage", "image_url", "jetpack_featured_media_url")
_NEXT = ("next", "next_url", "nextUrl", "next_page_url", "nextPageUrl", "next_page", "nextPage")
_GOES_ON = ("has_more", "hasMore", "hasMorePages", "has_next", "hasNextPage", "has_next_page", "more")
_SURE = 2
_DEEPEST = 40
_MARKUP = 40
"""Letters from which on a text with a link in it is markup of cards."""


def read_json_list(
    body: bytes | str, url: str, domains: Sequence[str], *, articles: re.Pattern[str] | None = None
) -> Listing | str | None:
    """Read an answer: a listing; the markup that it carries, as text; or ``None`` where it is no JSON."""
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    found = cards_in(data, url, domains)
    cards = _ranked(card for card in found if articles is None or articles.search(card.url))
    if not cards:
        markup = "\n".join(text for text in _texts(data) if len(text) >= _MARKUP and "<a " in text)
        if markup:
            return markup
    return replace(Listing(via="section", cards=cards, next_pages=tuple(_following(data, url))), **_ending(data))


def ended_as(listing: Listing, body: bytes | str) -> Listing:
    """A listing read from the markup in an answer, with what the answer says of its end."""
    return replace(listing, **_ending(orjson.loads(body)))


def _ending(data: Any) -> dict[str, Any]:
    cursor = cursor_in(data)
    ended = any(node.get(name) is False for node in objects(data) for name in _GOES_ON)
    return {"ended": ended, "cursor": cursor[1] if cursor else None}


def embedded_cards(document: Document, domains: Sequence[str]) -> tuple[Card, ...]:
    """The cards of the data that a page carries for its script; an ``ItemList`` of schema.org is such data too."""
    found: list[Card] = []
    for data in states(document):
        found.extend(cards_in(data, document.url, domains))
    return _ranked(found)


def cards_in(data: Any, url: str, domains: Sequence[str]) -> Iterator[Card]:
    """Every object of the data that announces an article."""
    for node in objects(unpacked(data)):
        address = _address(_first(node, _ADDRESSES), url)
        headline = plain_text(_first(node, _HEADLINES))
        if address is None or not headline:
            continue
        score = judge(address).score
        if score < 0 or (score < _SURE and not is_headline(headline)):
            continue
        yield Card(
            url=address,
            headline=headline,
            summary=plain_text(_first(node, _SUMMARIES)),
            picture=_address(_first(node, _PICTURES), url),
            date=_date(node),
            modified=plain_text(_first(node, _MODIFIED)),
            kind="article" if {host_of(address), registered_domain(address)} & set(domains) or not domains else "external",
        )


def _ranked(cards: Iterable[Card]) -> tuple[Card, ...]:
    unique: dict[str, Card] = {}
    for card in cards:
        unique.setdefault(card.key, card)
    return tuple(replace(card, rank=rank, block="stream") for rank, card in enumerate(unique.values(), start=1))


def _texts(data: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif depth <= _DEEPEST:
        for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
            yield from _texts(value, depth + 1)


def unpacked(data: Any) -> Any:
    """Give the data with the references of a flat pool filled in (Nuxt: objects whose values are positions in one array)."""
    if not isinstance(data, list):
        return data
    pool = [node for node in data if isinstance(node, dict) and node and all(type(value) is int for value in node.values())]
    if not pool:
        return data
    size = len(data)
    return [{name: data[place] if 0 <= place < size else None for name, place in node.items()} for node in pool]


def _first(node: dict[str, Any], names: Sequence[str]) -> Any:
    return next((node[name] for name in names if node.get(name)), None)


def _address(value: Any, base: str) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = _first(value, ("url", "src", "href"))
    if not isinstance(value, str) or not value.strip() or " " in value.strip():
        return None
    text = value.strip()
    try:
        cleaned = clean_url(urljoin(base, text if "://" in text or text.startswith("/") else f"/{text}"))
    except ValueError:
        return None
    return cleaned if cleaned.startswith(("http://", "https://")) and host_of(cleaned) else None


def plain_text(value: Any) -> str | None:
    """Give a text without its markup; ``{"rendered": …}`` is what WordPress makes of one."""
    if isinstance(value, dict):
        value = value.get("rendered")
    if not isinstance(value, str):
        return None
    return tidy(LexborHTMLParser(value).text(separator=" ") if "<" in value or "&" in value else value) or None


def _date(node: dict[str, Any]) -> str | None:
    """The date; one that its name calls Greenwich time gets its zone."""
    name = next((name for name in _DATES if isinstance(node.get(name), str) and node[name]), None)
    return None if name is None else f"{node[name]}Z" if name.endswith("_gmt") and node[name][-1:].isdecimal() else node[name]


def _following(data: Any, url: str) -> Iterator[str]:
    for node in objects(data):
        value = next((node[name] for name in _NEXT if isinstance(node.get(name), str)), None)
        address = _address(value, url) if value and value.startswith(("http", "/", "?")) else None
        if address is not None and registered_domain(address) == registered_domain(url):
            yield address
