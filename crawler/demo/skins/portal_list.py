"""The portal's listings: rows with lazy thumbnails, a carousel, a most-read box, a button for more."""

from __future__ import annotations

from crawler.demo.newsroom import NAME, Card
from crawler.demo.skins.parts import (
    ICON,
    attr,
    card_date,
    filled,
    footer,
    intro,
    listing_head,
    menu_links,
    page_url,
    sheet,
    text,
)
from crawler.demo.story import Section
from crawler.demo.view import Listing


def most_read(cards: tuple[Card, ...]) -> str:
    """The box of the most read."""
    items = "\n".join(
        f'<li><span class="rank">{n}</span><a href="{card.url}"><h3>{text(card.headline)}</h3></a></li>'
        for n, card in enumerate(cards, 1)
    )
    return f'<section class="popular-box"><h4 class="section-title">Terpopuler</h4><ol>\n{items}\n</ol></section>'


def menu(sections: tuple[Section, ...], cards: tuple[Card, ...]) -> str:
    """The navigation: sections, and dated teasers in its flyout."""
    flyout = "\n".join(
        f'<li><div class="submenu-date">{card.published:%d/%m/%Y}</div>'
        f'<a class="submenu-title" href="{card.url}"><h3>{text(card.headline)}</h3></a></li>'
        for card in cards[:4]
    )
    return (
        f'<header class="header"><a class="logo" href="/"><h1>{NAME}</h1></a>'
        f'<nav class="menu"><ul>{menu_links(sections)}</ul>\n'
        f'<ul class="submenu">\n{flyout}\n</ul></nav></header>'
    )


def rows(listing: Listing) -> str:
    """The rows of a listing: also what the load-more request answers."""
    return "\n".join(row(card, listing) for card in listing.cards)


def row(card: Card, listing: Listing) -> str:
    """One row; a paid one has a badge where others have a date."""
    link = f'href="{attr(card.url)}"'
    date = "Advertorial" if card.sponsored else card_date(card, listing)
    return (
        f'<div class="article-list-row"><div class="article-list-thumb thumb-loading">'
        f'<a class="article-list-thumb-link flex_ori" {link}>'
        f'<img class="lazyload" src="{ICON}" data-original="/media/{card.picture}.jpg" alt="img_title"></a></div>\n'
        f'<div class="article-list-info content_center"><span>'
        f'<a class="article-list-title" {link}><h2>{text(card.headline)}</h2></a>\n'
        f'<a class="article-list-cate content_center" href="#"><h3>{text(card.section)}</h3></a>'
        f'<div class="article-list-date content_center"><span>{date}</span></div></span>\n'
        f'<div class="article-list-desc">{text(card.summary[:140])}</div></div></div>'
    )


def listing(listing: Listing) -> str:
    """The section page."""
    slides = "\n".join(
        f'<div class="headline-slide"><a href="{c.url}"><h2>{text(c.headline)}</h2></a></div>' for c in listing.carousel
    )
    return filled(
        "portal-listing.html",
        language=listing.language,
        head=listing_head(listing),
        style=sheet("portal.css"),
        menu=menu(listing.menu, listing.most_read),
        carousel=slides,
        title=text(listing.title),
        intro=intro(listing),
        rows=rows(listing),
        more=load_more(listing),
        most_read=most_read(listing.most_read),
        footer=footer(),
    )


def load_more(listing: Listing) -> str:
    """The button for older articles, with its script's settings."""
    if listing.page >= listing.pages:
        return ""
    return (
        f'<a class="btn-more" id="load-more-btn" rel="next" href="{page_url(listing, listing.page + 1)}">Muat Lainnya</a>\n'
        f'<script>load_more().setup({{last_publish_date: "{listing.cards[-1].published:%Y-%m-%d %H:%M:%S}",'
        f' url: "{listing.base}/request/load-more", page: {listing.page + 1}, record_count: {len(listing.cards)}, max_hit: 3,'
        f' load_more_btn: "#load-more-btn", load_more_div: "div#load-content", channel_name: "{listing.path.strip("/")}",'
        f' token: "demo-token", infinit_load: false}});</script>'
    )
