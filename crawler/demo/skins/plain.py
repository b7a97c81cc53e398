"""An old site's grammar: tables, line breaks for paragraphs, no metadata, an encoding of its time."""

from __future__ import annotations

from crawler.demo.newsroom import NAME, Card
from crawler.demo.skins.parts import attr, card_date, filled, footer, intro, page_url, text
from crawler.demo.story import Block, Picture, Section
from crawler.demo.view import MOST_READ, RELATED, Listing, View, paragraph

BY = {"id": "Oleh: {}", "en": "By {}", "de": "Von {}", "ja": "記者・{}"}
CREDIT = {"id": "Foto: {}", "en": "Photo: {}", "de": "Foto: {}", "ja": "写真：{}"}
SIMPLE = {"paragraph": "{}", "heading": "<b>{}</b>", "quote": "<i>{}</i>"}


def article(view: View) -> str:
    """The article page."""
    story, language = view.story, view.section.language
    names = ", ".join(name.name for name in story.byline if name.role == "author")
    return filled(
        "plain-article.html",
        charset=view.section.charset,
        headline=text(story.headline),
        name=NAME,
        section=view.section.title,
        menu=menu(view.menu),
        most_read=most_read(view.most_read, language),
        date=view.date(story.published, "bare"),
        author=f"<i>{BY[language].format(text(names))}</i>" if names else "",
        picture=table(view, story.pictures[0]) if story.pictures else "",
        body=body(view),
        footer=footer(),
    )


def body(view: View) -> str:
    """The text, its blocks parted by two line breaks."""
    opening = f"<b>{text(view.story.dateline)}</b> - " if view.story.dateline else ""
    blocks = [printed for block in view.blocks if (printed := printed_block(view, block))]
    return opening + "\n<br><br>\n".join(blocks + [f"<i>{text(note)}</i>" for note in view.story.notes])


def printed_block(view: View, block: Block) -> str:
    """One block of the body."""
    if block.kind == "related":
        label = RELATED[view.section.language]
        return "<br>".join(f'<b>{label}: <a href="{card.url}">{text(card.headline)}</a></b>' for card in view.named(block))
    return SIMPLE[block.kind].format(paragraph(block.text, view)) if block.kind in SIMPLE else ""


def table(view: View, picture: Picture) -> str:
    """A picture with its caption in a table of its own."""
    credit = f" <i>{CREDIT[view.section.language].format(text(picture.credit))}</i>" if picture.credit else ""
    return (
        f'<table align="right" width="220"><tr><td><img src="{view.picture(picture.file)}" width="220"></td></tr>\n'
        f'<tr><td><font size="1">{text(picture.caption)}{credit}</font></td></tr></table>'
    )


def menu(sections: tuple[Section, ...]) -> str:
    """The navigation."""
    return "\n".join(f'<a href="{section.path}">{text(section.title)}</a><br>' for section in sections)


def most_read(cards: tuple[Card, ...], language: str) -> str:
    """The box of the most read."""
    items = "\n".join(f'{number}. <a href="{card.url}">{text(card.headline)}</a><br>' for number, card in enumerate(cards, 1))
    return f"<b>{MOST_READ[language]}</b><br>\n{items}"


def listing(listing: Listing) -> str:
    """The section page."""
    return filled(
        "plain-listing.html",
        charset=listing.charset,
        title=text(listing.title),
        intro=intro(listing),
        name=NAME,
        menu=menu(listing.menu),
        most_read=most_read(listing.most_read, listing.language),
        rows="\n".join(row(card, listing) for card in listing.cards),
        next=f'<a href="{page_url(listing, listing.page + 1)}">&gt;&gt;</a>' if listing.page < listing.pages else "",
        footer=footer(),
    )


def row(card: Card, listing: Listing) -> str:
    """One row of a listing."""
    date = "PR" if card.sponsored else card_date(card, listing, "day")
    return f'<tr><td><a href="{attr(card.url)}"><b>{text(card.headline)}</b></a><br><font size="2">{date}</font></td></tr>'
