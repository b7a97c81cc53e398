"""How feeds and sitemaps of all kinds are read: part of ``python -m benchmarks.listings``."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from benchmarks.figures import Figure
from crawler.extract.feeds import read_list, unpack

_XML = re.compile(rb"(?:\xef\xbb\xbf)?<(?:\?xml|!--|\w*:?(?:rss|feed|rdf|urlset|sitemapindex)\b)", re.IGNORECASE)


def feeds(corpus: Path, index: list[dict[str, Any]]) -> Iterator[Figure]:
    """Feeds and sitemaps: the well-formed ones that name anything give cards or further sitemaps."""
    sound = Figure("feeds and sitemaps: well-formed ones read", asked=1.0)
    broken = Figure("feeds and sitemaps: broken ones give what they hold or why not", asked=0.95)
    for entry in index:
        if entry["kind"] not in ("feed", "sitemap"):
            continue
        body = unpack(gzip.decompress((corpus / entry["file"]).read_bytes()))
        if not _XML.match(body.lstrip()[:1000]):
            continue
        listing = read_list(body, entry["url"] or "https://www.example.org/feed")
        links = _links_in(body)
        figure = broken if links is None else sound
        if links == 0:
            continue
        good = bool(listing.cards or listing.sitemaps or (links is None and listing.fault))
        figure.hits, figure.of = figure.hits + good, figure.of + 1
        if not good:
            figure.notes.append(f"{entry['file']}: {links} links, {listing.via}")
    yield from (sound, broken)


def _links_in(body: bytes) -> int | None:
    """How many entries of a well-formed XML document name an address; ``None`` where it is not well-formed."""
    try:
        tree = ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError, LookupError):
        return None
    entries = [node for node in tree.iter() if _local(node) in ("item", "entry", "url", "sitemap")]
    return sum(1 for entry in entries if any(map(_is_address, entry)))


def _is_address(node: ElementTree.Element) -> bool:
    """Whether a child of an entry says where it leads."""
    if _local(node) == "link" and node.get("href") and node.get("rel", "alternate") == "alternate":
        return True
    return _local(node) in ("link", "loc", "guid", "id") and (node.text or "").strip().startswith(("http", "/"))


def _local(node: ElementTree.Element) -> str:
    return str(node.tag).rpartition("}")[2]
