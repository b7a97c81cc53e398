"""The broadsheet's lists: section pages, related stories, the most read."""

from __future__ import annotations

from crawler.demo.newsroom import NAME, Card
from crawler.demo.skins.parts import attr, card_date, filled, footer, intro, listing_head, menu_links, page_url, sheet, text
from crawler.demo.view import AT_END, MOST_READ, SPONSORED, Listing, View

NEXT = {"en": "Older", "id": "Lainnya", "de": "Weiter", "ja": "次へ"}


def related(view: View) -> str:
    """The cards after the article."""
    language = view.section.language
    items = "\n".join(related_card(card, language) for card in view.cards)
    heading = f'<h2 id="more">{AT_END[language]}</h2>'
    return f'<aside class="related" aria-labelledby="more">{heading}<ul>\n{items}\n</ul></aside>' if items else ""


def related_card(card: Card, language: str) -> str:
    """A card: a link around the headline, then a badge or a summary."""
    relation = ' rel="sponsored"' if card.sponsored else ""
    below = f'<span class="badge">{SPONSORED[language]}</span>' if card.sponsored else f"<p>{text(card.summary[:110])}</p>"
    return f'<li><a href="{attr(card.url)}"{relation}><h3>{text(card.headline)}</h3></a>{below}</li>'


def most_read(cards: tuple[Card, ...], language: str) -> str:
    """The box of the most read."""
    items = "\n".join(f'<li><a href="{card.url}">{text(card.headline)}</a></li>' for card in cards)
    return f'<section class="most-read"><h2>{MOST_READ[language]}</h2><ol>\n{items}\n</ol></section>'


def listing(listing: Listing) -> str:
    """The section page."""
    older = f'<a rel="next" href="{page_url(listing, listing.page + 1)}">{NEXT[listing.language]}</a>'
    return filled(
        "broadsheet-listing.html",
        language=listing.language,
        head=listing_head(listing),
        style=sheet("broadsheet.css"),
        name=NAME,
        menu=menu_links(listing.menu),
        title=text(listing.title),
        intro=intro(listing),
        rows="\n".join(row(card, listing) for card in listing.cards),
        next=older if listing.page < listing.pages else "",
        most_read=most_read(listing.most_read, listing.language),
        footer=footer(),
    )


def row(card: Card, listing: Listing) -> str:
    """One card of a listing."""
    if card.sponsored:
        badge = f'<span class="badge">{SPONSORED[listing.language]}</span>'
        title = f'<h2><a rel="sponsored" href="{attr(card.url)}">{text(card.headline)}</a></h2>'
        return f'<article class="card card--paid">{badge}{title}</article>'
    return (
        f'<article class="card"><h2><a href="{card.url}">{text(card.headline)}</a></h2>\n<p>{text(card.summary[:140])}</p>'
        f'<time datetime="{card.published.isoformat()}">{card_date(card, listing)}</time></article>'
    )
