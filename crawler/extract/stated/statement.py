"""Which of the nodes that a page carries speak of the page's own article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from crawler.extract.stated import jsonld
from crawler.extract.stated.jsonld import Node
from crawler.normalise.hosts import path_of
from crawler.normalise.likeness import bare

_ARTICLES = frozenset({"Article", "BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting", "Review", "CriticReview"})
_OTHERS = frozenset(
    {"VideoObject", "ImageGallery", "MediaGallery", "PodcastEpisode", "AudioObject", "Recipe", "DiscussionForumPosting"}
)


@dataclass(frozen=True, slots=True)
class Statement:
    """The article's own nodes, the fullest first, and the page's.

    All of ``nodes`` speak of the same article; a node of another one is in neither.
    """

    nodes: tuple[Node, ...] = ()
    pages: tuple[Node, ...] = ()


def find_statement(nodes: Sequence[Node], url: str, titles: Sequence[str]) -> Statement:
    """Choose by type, by address, by title; where several articles are listed and none is known by these, choose none."""
    pages = tuple(node for node in nodes if any(name.lower().endswith("webpage") for name in jsonld.types(node)))
    articles = [node for node in nodes if _is_article(node)] or [node for node in nodes if _OTHERS & set(jsonld.types(node))]
    known = [node for node in articles if _is_own(node, url, titles)]
    if not known and len({bare(jsonld.first(node.get("headline")) or "") for node in articles}) <= 1:
        known = articles
    known.sort(key=_fullness, reverse=True)
    return Statement(tuple(known), pages)


def _is_article(node: Node) -> bool:
    return any(name.endswith("Article") or name in _ARTICLES for name in jsonld.types(node))


def _is_own(node: Node, url: str, titles: Sequence[str]) -> bool:
    if any(address_key(address) == address_key(url) for address in _addresses(node)):
        return True
    headline = bare(jsonld.first(node.get("headline")) or jsonld.first(node.get("name")) or "")
    return len(headline) > 9 and any(headline in title or title in headline for title in map(bare, titles) if len(title) > 9)


def _addresses(node: Node) -> Iterator[str]:
    for name in ("url", "@id", "mainEntityOfPage"):
        yield from jsonld.texts(node.get(name), "@id", "url")


def _fullness(node: Node) -> tuple[int, int]:
    """An article proper before a mere posting; then who says more of what only the article's own node says."""
    said = sum(bool(node.get(name)) for name in ("headline", "author", "datePublished", "image", "articleSection", "publisher"))
    return said, len(node)


def address_key(url: str) -> str:
    """What two addresses of one page share: the path without case of escapes, slash at the end, or index file."""
    return unquote(path_of(url)).rstrip("/").casefold() or url
