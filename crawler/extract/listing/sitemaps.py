"""Sitemaps, news sitemaps and sitemap indexes.

Read with an HTML parser on purpose: it knows no entities but the language's own and never asks for anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.extract.listing.links import judge
from crawler.extract.listing.reading import Card, Listing
from crawler.extract.page.document import tidy
from crawler.normalise.hosts import host_of, registered_domain
from crawler.normalise.urls import clean_url
from crawler.site import NOWHERE, Site

MOST_ADDRESSES = 50_000
"""As the sitemap protocol has it."""
_MOST_CHILDREN = 10
_END = re.compile(r"</(?:\w+:)?(?:urlset|sitemapindex)\s*>|<(?:\w+:)?(?:urlset|sitemapindex)[^>]*/>", re.IGNORECASE)
_TAIL = 2000
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ENTRY = re.compile(r"<(url|sitemap)(?=[\s/>])", re.IGNORECASE)
_SURE = 2


def read_sitemap(body: bytes, url: str, site: Site = NOWHERE, *, articles: str | None = None) -> Listing:
    """Read a sitemap: its articles newest first, or, of an index, the sitemaps that changed last.

    Of a plain sitemap, addresses that do not look like articles are cards of the kind "other"; a news sitemap holds none.
    """
    text = _plain(body.decode("utf-8", "replace"))
    tree = LexborHTMLParser(_ENTRY.sub(r"</\1><\1", text))  # an entry that does not end would hold all that follow
    children = _children(tree)
    fault = None if _END.search(text, max(0, len(text) - _TAIL)) else "cut off: it has no end"
    if children:
        return Listing(via="sitemap", sitemaps=children, fault=fault)
    pattern = re.compile(articles) if articles else None
    domains = site.domains or (registered_domain(url),)
    found = [card for node in tree.css("url")[:MOST_ADDRESSES] if (card := _card(node, pattern, domains)) is not None]
    found.sort(key=lambda card: card.date or card.modified or "", reverse=True)
    is_news = tree.css_first("news\\:news") is not None
    ranked = tuple(_ranked(found))
    return Listing(via="newsSitemap" if is_news else "sitemap", cards=ranked, fault=fault)


def _plain(text: str) -> str:
    """The document with what its CDATA sections hold as text; behind the last end of one none is looked for."""
    last = text.rfind("]]>") + 3
    return _CDATA.sub(lambda found: _escaped(found[1]), text[:last]) + text[last:] if last > 2 else text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _children(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The sitemaps of an index, last changed first; where none says when, news sitemaps first, then in the order given."""
    nodes = tree.css("sitemap")[:MOST_ADDRESSES]
    found = [(_text(node, "lastmod") or "", address) for node in nodes if (address := _address(node)) is not None]
    newest = max((date for date, _ in found), default="")
    if newest:
        day = newest[:10]
        found = sorted((each for each in found if each[0][:7] == day[:7]), reverse=True)
    else:
        found.sort(key=lambda each: "news" not in each[1].rpartition("/")[2].lower())
    return tuple(dict.fromkeys(address for _, address in found))[:_MOST_CHILDREN]


def _card(node: LexborNode, pattern: re.Pattern[str] | None, domains: tuple[str, ...]) -> Card | None:
    address = _address(node)
    if address is None:
        return None
    news = node.css_first("news\\:news")
    if pattern is not None and not pattern.search(address):
        return None
    host = host_of(address)
    own = host in domains or registered_domain(host) in domains
    sure = pattern is not None or news is not None or judge(address).score >= _SURE
    keywords = (_text(node, "news\\:keywords") or "").split(",")
    return Card(
        url=address,
        headline=_text(node, "news\\:title"),
        picture=_text(node, "image\\:loc"),
        date=_text(node, "news\\:publication_date"),
        modified=_text(node, "lastmod"),
        section=keywords[0].strip() or None,
        kind="external" if not own else "article" if sure else "other",
        block="stream",
    )


def _ranked(cards: list[Card]) -> Iterator[Card]:
    seen: set[str] = set()
    for card in cards:
        if card.key not in seen:
            seen.add(card.key)
            yield replace(card, rank=len(seen))


def _address(node: LexborNode) -> str | None:
    text = _text(node, "loc") or (tidy(node.text(deep=False)) if node.tag == "sitemap" else None)
    cleaned = clean_url(text) if text else ""
    return cleaned if cleaned.startswith(("http://", "https://")) and host_of(cleaned) else None


def _text(node: LexborNode, selector: str) -> str | None:
    found = node.css_first(selector)
    return tidy(found.text(deep=True)) or None if found is not None else None
