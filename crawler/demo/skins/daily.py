"""A daily's grammar: the dateline before the first paragraph, promos as tables, tags within the body.

Its structured data names the editor as the author: the visible byline is right.
"""

from __future__ import annotations

from crawler.demo.newsroom import NAME, Card
from crawler.demo.skins.parts import (
    attr,
    card_date,
    footer,
    head,
    linked_data,
    listing_head,
    news_article,
    page_url,
    person,
    text,
)
from crawler.demo.story import Block, Picture
from crawler.demo.view import Listing, View, paragraph

ADVERT = '<div class="parallaxindetail"><p class="para_caption">ADVERTISEMENT</p><div class="parallax"></div><p class="para_caption">SCROLL TO CONTINUE WITH CONTENT</p></div>'


def article(view: View) -> str:
    """The article page."""
    story = view.story
    editors = [person(name) for name in story.byline if name.role == "editor"]
    authors = editors or [person(name) for name in story.byline]
    data = news_article(view) | ({"author": authors} if authors else {})
    if story.pictures:
        data |= {"image": [view.picture(story.pictures[0].file)]}
    kicker = f'<h2 class="detail__subtitle">{text(story.kicker)}</h2>' if story.kicker else ""
    writer = ", ".join(name.name for name in story.byline if name.role == "author")
    author = (
        f'<div class="detail__author">{text(writer)} - <span class="detail__label">{NAME} {view.section.title}</span></div>'
        if writer
        else ""
    )
    return f"""<!DOCTYPE html>
<html lang="{view.section.language}"><head>
{head(view, linked_data(data), *meta(view))}
</head><body>
{menu(view.menu)}
<div class="column-8">
<article class="detail">
<div class="page__breadcrumb"><a href="{view.base}/">{NAME}</a> <a href="{view.base}{view.section.path}">{view.section.title}</a></div>
<div class="detail__header">{kicker}<h1 class="detail__title">{text(story.headline)}</h1>
{author}
<div class="detail__date">{view.date(story.published, "short")}</div></div>
<div class="detail__share">Share <span>0</span> <a href="#">Komentar</a></div>
{media(view)}
<div class="detail__body itp_bodycontent_wrapper"><div class="detail__body-text itp_bodycontent">
{body(view)}
{end(view)}
</div></div>
</article>
{cards(view)}
</div>
<div class="column-4">{most_read(view.most_read)}</div>
<footer>{footer()}</footer>
</body></html>
"""


def meta(view: View) -> list[str]:
    """The house's own metadata, which tells writers from editors."""
    return [
        f'<meta name="content_{"editor" if name.role == "editor" else "author"}" content="{attr(name.name)}">'
        for name in view.story.byline
    ]


def media(view: View) -> str:
    """The lead picture."""
    return figure(view, view.story.pictures[0]) if view.story.pictures else ""


def figure(view: View, picture: Picture) -> str:
    """A picture: its credit in brackets at the end of the caption, or in an element within the caption."""
    credit = ""
    if picture.credit:
        credit = (
            f' <span class="photo__author">({text(picture.credit)})</span>'
            if picture.shape == "span"
            else f" (Foto: {text(picture.credit)})"
        )
    if picture.shape == "dash" and picture.credit:
        credit = f" - {text(picture.credit)}"
    if picture.shape == "bold" and picture.credit:
        credit = f" <b>({text(picture.credit)})</b>"
    return (
        f'<figure class="detail__media-image"><img src="{view.picture(picture.file)}?w=700&q=90" alt="{attr(view.story.headline)}" '
        f'title="{attr(picture.caption)}"><figcaption class="detail__media-caption">{text(picture.caption)}{credit}</figcaption></figure>'
    )


def body(view: View) -> str:
    """The text; the dateline stands outside the first paragraph."""
    opening = f"<strong>{text(view.story.dateline)}</strong> - " if view.story.dateline else ""
    return opening + "\n".join(part for part in (printed_block(view, block) for block in view.blocks) if part)


def printed_block(view: View, block: Block) -> str:
    """One block of the body."""
    links = [view.inline[ref] for ref in block.refs if ref in view.inline] if block.kind in {"related", "promo"} else []
    if block.kind == "picture":
        return figure(view, view.story.pictures[block.refs[0] - 1])
    if block.kind == "related":
        return "".join(promo(card) for card in links)
    if block.kind == "promo":
        return "".join(
            f'<p><strong>Baca juga: <a class="inner-link-baca-juga" href="{card.url}?source=inline">{text(card.headline)}</a></strong></p>'
            for card in links
        )
    simple = {
        "paragraph": "<p>{0}</p>",
        "heading": "<h3>{0}</h3>",
        "quote": '<blockquote class="quote">{0}</blockquote>',
        "item": "<ul><li>{0}</li></ul>",
        "advert": ADVERT,
        "video": "<p><strong>Simak Video di bawah ini:</strong></p><center>[Gambas:Video]</center>",
    }
    return simple[block.kind].format(paragraph(block.text, view)) if block.kind in simple else ""


def promo(card: Card) -> str:
    """A promo between paragraphs, as a table."""
    return (
        f'<table class="linksisip"><tbody><tr><td><div class="lihatjg"><strong>Baca juga:</strong>'
        f'<a data-label="List Berita" href="{card.url}">{text(card.headline)}</a></div></td></tr></tbody></table>'
    )


def end(view: View) -> str:
    """What ends the body: corrections, the initials of those who wrote, the tags."""
    story = view.story
    notes = "".join(f'<div class="detail__note">{text(note)}</div>' for note in story.notes)
    initials = f"<strong>({text(story.sign_off)})</strong>" if story.sign_off else ""
    links = "".join(
        f'<a class="nav" dtr-evt="tag" href="{view.base}/tag/{attr(t.lower().replace(" ", "-"))}">{text(t)}</a>'
        for t in story.tags
    )
    return f'{notes}{initials}<div class="detail__body-tag mgt-16"><div class="nav">{links}</div></div>'


def cards(view: View) -> str:
    """The cards under the article."""
    found = "".join(
        f'<div class="list-content__item"><article><div class="media"><a href="{attr(c.url)}" title="{attr(c.headline)}"'
        f'{" rel=sponsored" if c.sponsored else ""}><img src="/media/{c.picture}.jpg" alt="{attr(c.caption)}"></a>'
        f'<h3 class="media__title"><a href="{attr(c.url)}">{text(c.headline)}</a></h3>'
        f"{'<span class=label>Advertorial</span>' if c.sponsored else ''}</div></article></div>"
        for c in view.cards
    )
    return f'<div class="berita-terkait"><div class="box__title">Berita Terkait</div>{found}</div>' if found else ""


def most_read(cards: tuple[Card, ...]) -> str:
    """The box of the most read."""
    items = "".join(
        f'<div class="list-content__item"><span>#{n}</span><h3><a href="{c.url}">{text(c.headline)}</a></h3></div>'
        for n, c in enumerate(cards, 1)
    )
    return f'<div class="box cb-mostpop"><div class="box__title">Terpopuler</div>{items}</div>'


def menu(sections: tuple[object, ...]) -> str:
    """The navigation."""
    links = "".join(
        f'<li class="nav__item"><a href="{getattr(s, "path", "")}">{text(getattr(s, "title", ""))}</a></li>' for s in sections
    )
    return f'<header><div class="logo"><a href="/">{NAME}</a></div><ul class="nav">{links}</ul></header>'


def listing(listing: Listing) -> str:
    """The section page."""
    rows = "\n".join(row(card, listing) for card in listing.cards)
    carousel = "".join(
        f'<div class="box_headline"><a href="{c.url}"><h2>{text(c.headline)}</h2></a></div>' for c in listing.carousel
    )
    numbers = "".join(
        f'<a class="pagination__item{" pagination__item--active" if n == listing.page else ""}" href="{page_url(listing, n)}">{n}</a>'
        for n in range(1, listing.pages + 1)
    )
    following = (
        f'<a class="pagination__item" rel="next" href="{page_url(listing, listing.page + 1)}">Next</a>'
        if listing.page < listing.pages
        else ""
    )
    return f"""<!DOCTYPE html>
<html lang="{listing.language}"><head>{listing_head(listing)}</head><body>
{menu(listing.menu)}
<div class="headline">{carousel}</div>
<div class="column-8"><h1>{text(listing.title)}</h1><div class="list-content">
{rows}
</div><div class="pagination">{numbers}{following}</div></div>
<div class="column-4">{most_read(listing.most_read)}</div>
<footer>{footer()}</footer></body></html>
"""


def row(card: Card, listing: Listing) -> str:
    """One row of a listing."""
    when = "Advertorial" if card.sponsored else f"{NAME} {card.section} | {card_date(card, listing, 'short')}"
    return (
        f'<article class="list-content__item"><div class="media"><div class="media__image"><a href="{attr(card.url)}"><img src="/media/{card.picture}.jpg" alt="{attr(card.headline)}"></a></div>'
        f'<div class="media__text"><h3 class="media__title"><a class="media__link" href="{attr(card.url)}">{text(card.headline)}</a></h3>'
        f'<div class="media__desc">{text(card.summary[:120])}</div><div class="media__date"><span title="{when}">{when}</span></div></div></div></article>'
    )
