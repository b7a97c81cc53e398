"""The daily's listings: media rows with a numbered pagination."""

from __future__ import annotations

from crawler.demo.newsroom import NAME, Card
from crawler.demo.skins.parts import attr, card_date, filled, footer, intro, listing_head, page_url, sheet, text
from crawler.demo.story import Section
from crawler.demo.view import Listing


def listing(listing: Listing) -> str:
    """The section page."""
    slides = "".join(
        f'<div class="box_headline"><a href="{c.url}"><h2>{text(c.headline)}</h2></a></div>' for c in listing.carousel
    )
    return filled(
        "daily-listing.html",
        language=listing.language,
        head=listing_head(listing),
        style=sheet("daily.css"),
        name=NAME,
        menu=menu(listing.menu),
        carousel=slides,
        title=text(listing.title),
        intro=intro(listing),
        rows="\n".join(row(card, listing) for card in listing.cards),
        numbers=numbers(listing),
        most_read=most_read(listing.most_read),
        footer=footer(),
    )


def numbers(listing: Listing) -> str:
    """The numbered pagination."""
    pages = "".join(
        f'<a class="pagination__item{" pagination__item--active" if number == listing.page else ""}"'
        f' href="{page_url(listing, number)}">{number}</a>'
        for number in range(1, listing.pages + 1)
    )
    if listing.page >= listing.pages:
        return pages
    return f'{pages}<a class="pagination__item" rel="next" href="{page_url(listing, listing.page + 1)}">Next</a>'


def row(card: Card, listing: Listing) -> str:
    """One row of a listing."""
    when = "Advertorial" if card.sponsored else f"{NAME} {card.section} | {card_date(card, listing, 'short')}"
    link = f'href="{attr(card.url)}"'
    return (
        f'<article class="list-content__item"><div class="media"><div class="media__image"><a {link}>'
        f'<img src="/media/{card.picture}.jpg" alt="{attr(card.headline)}"></a></div>\n'
        f'<div class="media__text"><h3 class="media__title"><a class="media__link" {link}>{text(card.headline)}</a></h3>'
        f'<div class="media__desc">{text(card.summary[:120])}</div>'
        f'<div class="media__date"><span title="{when}">{when}</span></div></div></div></article>'
    )


def most_read(cards: tuple[Card, ...]) -> str:
    """The box of the most read."""
    items = "\n".join(
        f'<div class="list-content__item"><span>#{number}</span><h3><a href="{card.url}">{text(card.headline)}</a></h3></div>'
        for number, card in enumerate(cards, 1)
    )
    return f'<div class="box cb-mostpop"><div class="box__title">Terpopuler</div>\n{items}</div>'


def menu(sections: tuple[Section, ...]) -> str:
    """The navigation's items."""
    return "".join(f'<li class="nav__item"><a href="{section.path}">{text(section.title)}</a></li>' for section in sections)
