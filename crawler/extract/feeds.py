"""Feeds and sitemaps read as lists of announcements: RSS, Atom, JSON Feed, sitemaps, news sitemaps and their indexes.

Nothing outside the document is ever asked for: entities that a document declares stay unread.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import feedparser
import orjson
from selectolax.lexbor import LexborHTMLParser

from crawler.extract.listing.json_lists import ended_as, read_json_list
from crawler.extract.listing.reading import Card, Listing, read_listing
from crawler.extract.listing.sitemaps import read_sitemap
from crawler.extract.page.document import tidy
from crawler.normalise.hosts import host_of, registered_domain
from crawler.normalise.urls import clean_url
from crawler.site import NOWHERE, Site

MAX_BYTES = 10_000_000
"""Of an unpacked list. The sitemap protocol knows five times as many; 50,000 addresses, its other bound, take 5 million."""
MOST_TAGS = 500_000
_MAX_ENTRIES = 1000
_GZIP = b"\x1f\x8b"
_HEAD = 1024
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_SUBSET_END = re.compile(rb"\]\s*>")


def read_list(
    body: bytes, url: str, site: Site = NOWHERE, *, articles: str | None = None, charset: str | None = None
) -> Listing:
    """Read whatever announces articles: feed, sitemap, JSON or HTML, told apart by what it is; total."""
    body = _bounded(unpack(body))
    head = _COMMENT.sub(b"", without_doctype(body[: _HEAD * 8]))[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _SITEMAP.search(head):
        return read_sitemap(body, url, site, articles=articles)
    if _FEED.search(head):
        return read_feed(body, url, site)
    if head[:1] == b"{" and b"jsonfeed.org" in head:
        return read_json_feed(body, url, site)
    if head[:1] in (b"{", b"["):
        pattern = re.compile(articles) if articles else None
        read = read_json_list(body, url, site.domains or (registered_domain(url),), articles=pattern)
        if isinstance(read, Listing):
            return read
        if read is not None:
            return ended_as(read_listing(read, url, site, articles=articles), body)
    return read_listing(body, url, site, articles=articles, charset=charset)


def unpack(body: bytes) -> bytes:
    """Unpack a gzip file (``sitemap.xml.gz``), at most ``MAX_BYTES`` of it; other bytes as they are."""
    if not body.startswith(_GZIP):
        return body
    try:
        return zlib.decompressobj(31).decompress(body, MAX_BYTES)
    except zlib.error:
        return b""


def _bounded(body: bytes) -> bytes:
    """A list without the tags that are too many: the newest come first."""
    return body if body.count(b"<") <= MOST_TAGS else b"<".join(body.split(b"<", MOST_TAGS)[:MOST_TAGS])


def without_doctype(body: bytes) -> bytes:
    """A document without its declaration, and so without entities of its own; as it is where the declaration does not end."""
    found = _DOCTYPE.search(body)
    if found is None:
        return body
    subset, end = body.find(b"[", found.end()), body.find(b">", found.end())
    if 0 <= subset < end:
        closing = _SUBSET_END.search(body, subset)
        end = closing.end() - 1 if closing else -1
    return body[: found.start()] + body[end + 1 :] if end >= 0 else body


def read_feed(body: bytes, url: str, site: Site = NOWHERE) -> Listing:
    """Read RSS or Atom; what cannot be read gives no cards."""
    try:
        feed = feedparser.parse(without_doctype(body), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # noqa: BLE001 - the library falls over broken markup in ways of its own
        return Listing(via="feed", fault=f"not readable: {type(error).__name__}")
    cards = [card for entry in feed.entries[:_MAX_ENTRIES] if (card := _entry(entry, url, site)) is not None]
    following = (_address(link.get("href"), url) for link in _records(feed.feed, "links") if link.get("rel") == "next")
    fault = f"not well-formed: {feed.bozo_exception}" if feed.bozo and not _is_harmless(feed.bozo_exception) else None
    return Listing(via="feed", cards=_ranked(cards), next_pages=tuple(filter(None, following)), fault=fault)


def _is_harmless(error: Exception) -> bool:
    """Whether a complaint of the parser is about the declared encoding alone."""
    return isinstance(error, feedparser.CharacterEncodingOverride | feedparser.NonXMLContentType)


def read_json_feed(body: bytes, url: str, site: Site = NOWHERE) -> Listing:
    """Read a JSON Feed (jsonfeed.org, version 1 and 1.1)."""
    try:
        feed = orjson.loads(body)
        cards = [card for item in feed["items"][:_MAX_ENTRIES] if (card := _item(item, url, site)) is not None]
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        return Listing(via="feed", fault=f"not a JSON feed: {type(error).__name__} {error}")
    following = _address(feed.get("next_url"), url)
    return Listing(via="feed", cards=_ranked(cards), next_pages=(following,) if following else ())


def _entry(entry: Any, url: str, site: Site) -> Card | None:
    details = (entry.get("title_detail"), entry.get("summary_detail"))
    base = _address(next((each.get("base") for each in details if isinstance(each, dict)), None), url) or url
    link = _address(entry.get("feedburner_origlink") or entry.get("link"), base) or _address(entry.get("id"))
    if link is None:
        return None
    categories = [tag.get("term") for tag in _records(entry, "tags") if tag.get("term")]
    return Card(
        url=link,
        headline=_plain(entry.get("title")),
        summary=_plain(entry.get("summary")),
        picture=_enclosed(entry),
        date=_text(entry.get("published")) or _text(entry.get("updated")),
        modified=_text(dict.get(entry, "updated")),
        section=_plain(categories[0]) if categories else None,
        byline=_plain(entry.get("author")),
        kind=_kind(link, url, site),
    )


def _item(item: dict[str, Any], url: str, site: Site) -> Card | None:
    link = _address(item.get("url"), url) or _address(item.get("id"))
    if link is None:
        return None
    authors = item.get("authors") or [item.get("author") or {}]
    return Card(
        url=link,
        headline=_plain(item.get("title")),
        summary=_plain(item.get("summary")),
        picture=_text(item.get("image")) or _text(item.get("banner_image")),
        date=_text(item.get("date_published")),
        modified=_text(item.get("date_modified")),
        section=_text(next(iter(item.get("tags") or ()), None)),
        byline=", ".join(author["name"] for author in authors if author.get("name")) or None,
        kind=_kind(link, url, site),
    )


def _ranked(cards: list[Card]) -> tuple[Card, ...]:
    """A feed is a stream; the same article twice in it is one card."""
    unique = {card.key: card for card in reversed(cards)}
    kept = [card for card in cards if unique[card.key] is card]
    return tuple(replace(card, rank=rank, block="stream") for rank, card in enumerate(kept, start=1))


def _kind(link: str, url: str, site: Site) -> str:
    domains = site.domains or (registered_domain(url),)
    return "article" if registered_domain(host_of(link)) in domains or host_of(link) in domains else "external"


def _enclosed(entry: Any) -> str | None:
    """The picture of an entry: media:content, media:thumbnail, enclosure."""
    found = (
        *_records(entry, "media_content"),
        *_records(entry, "media_thumbnail"),
        *(link for link in _records(entry, "links") if _is_picture(link)),
    )
    return next((clean_url(address) for each in found if (address := each.get("url") or each.get("href"))), None)


def _is_picture(link: dict[str, Any]) -> bool:
    return link.get("rel") == "enclosure" and str(link.get("type", "")).startswith("image")


def _records(holder: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """What the library lists under a name; nothing where the feed has an element of that very name, whose text it gives."""
    found = holder.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _address(link: object, base: str = "") -> str | None:
    """A clean address of the web; one that is relative is taken from ``base``."""
    try:
        cleaned = clean_url(urljoin(base, link.strip())) if isinstance(link, str) and link.strip() else ""
    except ValueError:
        return None
    return cleaned if cleaned.startswith(("http://", "https://")) and host_of(cleaned) else None


def _text(value: object) -> str | None:
    return value or None if isinstance(value, str) else None


def _plain(text: object) -> str | None:
    """A title or summary without its markup."""
    if not isinstance(text, str):
        return None
    bare = LexborHTMLParser(text).text(separator=" ") if "<" in text or "&" in text else text
    return tidy(bare) or None
