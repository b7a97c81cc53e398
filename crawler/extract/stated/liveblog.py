"""The entries of a live blog, as structured data list them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crawler.evidence import Context
from crawler.extract.stated import jsonld
from crawler.extract.stated.jsonld import Node
from crawler.items import Credit, LiveBlogUpdate
from crawler.normalise.dates import parse_date

_MOST = 500


def live_updates(nodes: Sequence[Node], context: Context) -> tuple[LiveBlogUpdate, ...]:
    """The updates in the order given; an entry without text is left out."""
    found = (update for node in nodes for item in jsonld.items(node.get("liveBlogUpdate")) for update in _update(item, context))
    return tuple(update for update, _ in zip(found, range(_MOST), strict=False))


def _update(item: object, context: Context) -> Iterator[LiveBlogUpdate]:
    if not isinstance(item, dict):
        return
    text = jsonld.first(item.get("articleBody")) or jsonld.first(item.get("text"))
    if not text:
        return
    raw = jsonld.first(item.get("datePublished"))
    date = parse_date(raw, context) if raw else None
    yield LiveBlogUpdate(
        id=jsonld.first(item.get("@id")) or jsonld.first(item.get("url")),
        headline=jsonld.first(item.get("headline")),
        article_body=text,
        date_published=date.iso if date else None,
        date_published_raw=raw if date and raw != date.iso else None,
        authors=tuple(_authors(item)),
    )


def _authors(item: Node) -> Iterator[Credit]:
    for author in jsonld.items(item.get("author")):
        kind = next(iter(jsonld.types(author)), None) if isinstance(author, dict) else None
        for name in jsonld.texts(author):
            yield Credit(type="Organization" if kind and "Organization" in kind else "Person", name=name, role="author")
