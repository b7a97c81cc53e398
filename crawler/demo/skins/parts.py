"""What the skins share: page skeletons, the head of a page, its structured data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from typing import Any

from crawler.demo.newsroom import HOST, NAME, Card
from crawler.demo.story import Block, Name, Picture, Section, slugged
from crawler.demo.view import Listing, View, printed

TEMPLATES = Path(__file__).parents[1] / "templates"
ICON = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
"""The blank that stands in for a picture until a script has loaded it."""


@cache
def sheet(name: str) -> str:
    """A file of the templates' folder as it is."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def filled(name: str, /, **values: object) -> str:
    """A page skeleton with its places filled; a place without a value raises ``KeyError``."""
    return Template(sheet(name)).substitute(values)


def text(value: str | None) -> str:
    """A text for the inside of an element."""
    return escape(value or "", quote=False)


def attr(value: str | None) -> str:
    """A text for a quoted attribute."""
    return escape(value or "", quote=True)


def topic(tag: str) -> str:
    """A tag's or a person's part of a URL."""
    return slugged(tag) or "t" + "".join(f"{ord(letter):x}" for letter in tag[:4])


def head(view: View, *extra: str) -> str:
    """The metadata of an article page, Open Graph and the like."""
    story = view.story
    summary = attr(story.standfirst or (story.paragraphs() or ("",))[0][:150])
    lead = view.picture(story.pictures[0].file) if story.pictures else ""
    lines = [
        f'<meta charset="{view.section.charset}">',
        f"<title>{text(story.headline)} - {NAME}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="index, follow, max-image-preview:large">',
        f'<meta name="description" content="{summary}">',
        f'<link rel="canonical" href="{view.url}">',
        '<meta property="og:type" content="article">',
        f'<meta property="og:site_name" content="{NAME}">',
        f'<meta property="og:title" content="{attr(story.headline)}">',
        f'<meta property="og:url" content="{view.url}">',
        f'<meta property="og:description" content="{summary}">',
        f'<meta property="og:image" content="{lead}">' if lead else "",
        '<meta name="twitter:card" content="summary_large_image">',
        f'<meta property="article:published_time" content="{story.published.isoformat()}">',
        f'<link rel="alternate" type="application/rss+xml" href="{view.base}{view.section.path}/rss.xml">',
        *extra,
    ]
    return "\n".join(line for line in lines if line)


def person(name: Name) -> dict[str, Any]:
    """A name as schema.org has it."""
    stated: dict[str, Any] = {"@type": name.kind, "name": name.name}
    return stated | ({"jobTitle": name.title} if name.title else {})


def image_object(picture: Picture, url: str, *, credited: bool) -> dict[str, Any]:
    """A picture as schema.org has it, with its credit where the site states it there."""
    stated: dict[str, Any] = {"@type": "ImageObject", "url": url, "width": 960, "height": 540}
    if picture.caption:
        stated["caption"] = picture.caption
    if credited and picture.credit:
        stated["creditText"] = picture.credit
    return stated


def news_article(view: View, kind: str = "NewsArticle") -> dict[str, Any]:
    """The article as schema.org has it, without its text."""
    story = view.story
    stated: dict[str, Any] = {
        "@type": kind,
        "headline": story.headline,
        "mainEntityOfPage": {"@type": "WebPage", "@id": view.url},
        "datePublished": story.published.isoformat(),
        "dateModified": (story.modified or story.published).isoformat(),
        "inLanguage": view.section.language,
        "articleSection": view.section.title,
        "publisher": {"@type": "Organization", "name": NAME, "url": view.base},
    }
    if story.standfirst:
        stated["description"] = story.standfirst
    if story.tags:
        stated["keywords"] = list(story.tags)
    return stated


def linked_data(data: dict[str, Any]) -> str:
    """A script element of structured data."""
    body = json.dumps({"@context": "https://schema.org"} | data, ensure_ascii=False, indent=1)
    return '<script type="application/ld+json">\n' + body.replace("</", "<\\/") + "\n</script>"


def runs(blocks: Iterable[Block], printer: Callable[[Block], str]) -> list[tuple[str, str]]:
    """The printed blocks with their kinds; the items of a list are one, and what prints nothing is left out."""
    found: list[tuple[str, str]] = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        texts = [printed for block in group if (printed := printer(block))]
        found += [(kind, f"<ul>{''.join(texts)}</ul>")] if kind == "item" else [(kind, text) for text in texts]
    return found


def menu_links(sections: tuple[Section, ...], item: str = "li") -> str:
    """The links of a navigation."""
    return "".join(f'<{item}><a href="{section.path}">{text(section.title)}</a></{item}>' for section in sections)


def listing_head(listing: Listing) -> str:
    """The head of a section page."""
    following = f'<link rel="next" href="{page_url(listing, listing.page + 1)}">' if listing.page < listing.pages else ""
    return (
        f'<meta charset="{listing.charset}"><title>{text(listing.title)} - {NAME}</title>\n'
        f'<meta property="og:type" content="website"><meta property="og:site_name" content="{NAME}">\n'
        f'<link rel="canonical" href="{page_url(listing, listing.page)}">{following}\n'
        f'<link rel="alternate" type="application/rss+xml" href="{listing.base}{listing.path.rstrip("/")}/rss.xml">'
    )


def intro(listing: Listing) -> str:
    """The text above a hub's list."""
    return "\n".join(f"<p>{text(paragraph)}</p>" for paragraph in listing.intro)


def page_url(listing: Listing, number: int) -> str:
    """The address of one page of a listing."""
    return f"{listing.base}{listing.path}" + (f"?page={number}" if number > 1 else "")


def card_date(card: Card, listing: Listing, form: str = "") -> str:
    """A card's date as the listing prints it: in the zone and language of the card's own section."""
    section = next(section for section in listing.menu if section.title == card.section)
    return printed(card.published, section, form)


def footer() -> str:
    """The small print below every page."""
    return (
        f"<p>© 2025 {NAME} ({HOST}). Semua tokoh, tempat, dan peristiwa di situs ini rekaan. "
        "All people, places and events on this site are invented.</p>"
    )
