"""Articles given as data: what a page embeds for its script, and answers of the interfaces that script asks.

No interface is known by name: an object that has a headline and a long text is the article, wherever it lies. It becomes a
plain page with the same head, which goes through the same extraction as any other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

import orjson

from crawler.extract.listing.json_lists import plain_text, unpacked
from crawler.extract.page.document import Document, tidy
from crawler.extract.stated.jsonld import clean
from crawler.extract.stated.metadata import Metadata
from crawler.extract.stated.states import objects, states
from crawler.normalise.hosts import path_of

_HEADLINES = ("headline", "title", "judul", "name")
_BODIES = (
    "articleBody",
    "body",
    "content",
    "contentHtml",
    "content_html",
    "bodyHtml",
    "body_html",
    "html",
    "text",
    "isi",
    "blocks",
)
_PARTS = ("html", "text", "content", "value", "paragraph", "children")
_NAMES = ("author", "authors", "byline", "creator", "writers", "penulis")
_PUBLISHED = ("datePublished", "date_published", "publishedAt", "published_at", "publishDate", "date")
_MODIFIED = ("dateModified", "date_modified", "updatedAt", "updated_at", "modified")
_SUMMARIES = ("description", "summary", "excerpt", "standfirst", "lead")
_OWN = ("url", "link", "canonical", "canonicalUrl", "slug", "id", "path")
_LEAST = 100
"""Characters from which on a text is an article's."""
_LEAST_STATED = 300
"""The same where no script shows the text: what is shorter sums up the article."""
_DEEPEST = 8


def embedded_article(document: Document) -> str | None:
    """Give the article that a page embeds as data, as a page of its own; ``None`` where there is none."""
    found = (page for data in states(document) if (page := article_in(data, document)) is not None)
    return next(found, None)


def stated_article(metadata: Metadata, document: Document) -> str | None:
    """Give the text of JSON-LD as a page; ``None`` where it states none, or no more than a summary."""
    text = metadata.article_body
    if text is None or len(text) < _LEAST_STATED:
        return None
    headline = next((candidate.text for candidate in metadata.of("headline")), "")
    stated = (node.get("articleBody") for node in metadata.nodes)
    printed = next((value for value in stated if isinstance(value, str) and clean(value) == text), text)
    return _page({"headline": headline}, _markup(unescape(printed)), document)


def answered_article(body: bytes, document: Document) -> str | None:
    """Give the article that an interface answered for a page, as a page; ``None`` where the answer holds none."""
    try:
        return article_in(orjson.loads(body), document)
    except orjson.JSONDecodeError:
        return None


def article_in(data: Any, document: Document) -> str | None:
    """Find the page's article in data: the longest text of an object that names the page's address or its title."""
    titled = document.first("title")
    title = tidy(titled.text()) if titled is not None else ""
    best, longest = None, _LEAST
    for node in objects(unpacked(data)):
        headline = plain_text(_first(node, _HEADLINES))
        body = _body(node) if headline else ""
        own = headline is not None and (headline in title or _is_of(node, document.url))
        if own and len(plain_text(body) or "") >= longest:
            best, longest = (node, body), len(body)
    return _page(*best, document) if best is not None else None


def _first(node: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((node[name] for name in names if node.get(name)), None)


def _body(node: dict[str, Any]) -> str:
    return max((_markup(node[name]) for name in _BODIES if node.get(name)), key=len, default="")


def _markup(value: Any, depth: int = 0) -> str:
    """The markup of a text: a string, WordPress' ``{"rendered": …}``, or a list of blocks."""
    if isinstance(value, str):
        text = value.strip()
        return text if text.startswith("<") else "".join(f"<p>{part.strip()}</p>" for part in text.split("\n") if part.strip())
    if depth > _DEEPEST:
        return ""
    if isinstance(value, dict):
        inner = value.get("rendered") or _first(value, _PARTS)
        return _markup(inner, depth + 1) if inner else ""
    return "".join(_markup(part, depth + 1) for part in value) if isinstance(value, list) else ""


def _is_of(node: dict[str, Any], url: str) -> bool:
    path = path_of(url).rstrip("/")
    last = path.rpartition("/")[2]
    stated = (str(node[name]).rstrip("/") for name in _OWN if node.get(name))
    return any(
        text and (text.endswith(path) or text == last or (text.isdecimal() and text in re.findall(r"\d+", path)))
        for text in stated
    )


def _page(node: dict[str, Any], body: str, document: Document) -> str:
    """A page with the head of the one at hand and what the data state, as structured data."""
    head = document.tree.head.inner_html if document.tree.head is not None else ""
    headline = plain_text(_first(node, _HEADLINES)) or ""
    stated = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline,
        "datePublished": _text(_first(node, _PUBLISHED)),
        "dateModified": _text(_first(node, _MODIFIED)),
        "description": plain_text(_first(node, _SUMMARIES)),
        "author": [{"@type": "Person", "name": name} for name in _names(_first(node, _NAMES))] or None,
    }
    known = json.dumps({name: value for name, value in stated.items() if value}).replace("<", "\\u003c")
    data = f'<script type="application/ld+json">{known}</script>'
    article = f"<article><h1>{escape(headline)}</h1>{body}</article>"
    return f"<!doctype html><html><head>{head}{data}</head><body>{article}</body></html>"


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _names(value: Any) -> Iterator[str]:
    for entry in value if isinstance(value, list) else [value]:
        name = entry.get("name") or entry.get("fullName") if isinstance(entry, dict) else entry
        if isinstance(name, str) and name.strip():
            yield name.strip()
