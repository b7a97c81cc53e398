"""Videos and sounds of the article: those that structured data give it, and the players that stand in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.extract.page.container import Container
from crawler.extract.page.outline import Outline
from crawler.extract.stated import jsonld
from crawler.extract.stated.jsonld import Node
from crawler.items import Media
from crawler.normalise.hosts import registered_domain
from crawler.normalise.lexicon import rows

_PLAYERS = {domain: (provider, kind) for domain, provider, kind in rows("media_hosts")}
_PLAYS = re.compile(r"embed|player|video|watch|/v/|/e/|track|episode", re.IGNORECASE)
_BUTTON = re.compile(r"subscribe|like\.php|/like|follow|page\.php|comments", re.IGNORECASE)
_MOST = 40


@dataclass(frozen=True, slots=True)
class Recordings:
    """What can be seen and heard, each address once."""

    videos: tuple[Media, ...] = ()
    audios: tuple[Media, ...] = ()


def read_media(nodes: Sequence[Node], outline: Outline, container: Container | None, cut: Sequence[int]) -> Recordings:
    """Stated recordings first, then players within the text; those of promoted articles are left out."""
    found: dict[str, tuple[str, Media]] = {}
    players = _players(outline, container, cut) if container is not None else ()
    for kind, media in (*_stated(nodes, outline), *players):
        found.setdefault(media.url.split("?")[0], (kind, media))
    kept = list(found.values())[:_MOST]
    return Recordings(
        tuple(media for kind, media in kept if kind == "video"), tuple(media for kind, media in kept if kind == "audio")
    )


def _stated(nodes: Sequence[Node], outline: Outline) -> Iterator[tuple[str, Media]]:
    for node in nodes:
        for kind in ("video", "audio"):
            for item in jsonld.items(node.get(kind)):
                if not isinstance(item, dict):
                    continue
                stated = next((text for key in ("contentUrl", "embedUrl", "url") for text in jsonld.texts(item.get(key))), None)
                if url := outline.document.absolute(stated):
                    yield kind, Media(url, jsonld.first(item.get("caption") or item.get("name")), _provider(url))


def _players(outline: Outline, container: Container, cut: Sequence[int]) -> Iterator[tuple[str, Media]]:
    for element in range(container.region + 1, outline.ends[container.body]):
        tag = outline.tags[element]
        if tag not in ("iframe", "video", "audio") or any(outline.holds(root, element) for root in cut):
            continue
        url = _source(outline, element)
        known = _PLAYERS.get(registered_domain(url)) if url and _PLAYS.search(url) and not _BUTTON.search(url) else None
        kind = tag if tag != "iframe" else known[1] if known else None
        if url and kind:
            title = outline.attributes(element).get("title")
            yield kind, Media(url, None if tag == "iframe" else title or None, known[0] if known else None)


def _source(outline: Outline, element: int) -> str | None:
    attributes = outline.attributes(element)
    address = attributes.get("src") or attributes.get("data-src") or attributes.get("data-lazy-src")
    if not address and outline.tags[element] != "iframe":
        source = outline.nodes[element].css_first("source[src]")
        address = source.attributes.get("src") if source is not None else None
    return outline.document.absolute(address)


def _provider(url: str) -> str | None:
    known = _PLAYERS.get(registered_domain(url))
    return known[0] if known else None
