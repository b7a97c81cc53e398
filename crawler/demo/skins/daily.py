"""A daily's grammar: the dateline before the first paragraph, promos as tables, tags within the body.

Its structured data names the editor as the author: the visible byline is right.
"""

from __future__ import annotations

from crawler.demo.newsroom import NAME, Card
from crawler.demo.skins.daily_list import listing, menu, most_read
from crawler.demo.skins.parts import attr, filled, footer, head, linked_data, news_article, person, runs, sheet, text, topic
from crawler.demo.story import Block, Picture
from crawler.demo.view import View, paragraph

__all__ = ["article", "listing"]

CREDITS = {"": " (Foto: {})", "span": ' <span class="photo__author">({})</span>', "dash": " - {}", "bold": " <b>({})</b>"}
"""Where the credit stands in the caption."""
SIMPLE = {
    "paragraph": "<p>{}</p>",
    "heading": "<h3>{}</h3>",
    "quote": '<blockquote class="quote">{}</blockquote>',
    "item": "<li>{}</li>",
    "advert": '<div class="parallaxindetail"><p class="para_caption">ADVERTISEMENT</p><div class="parallax"></div>'
    '<p class="para_caption">SCROLL TO CONTINUE WITH CONTENT</p></div>',
    "video": "<p><strong>Simak Video di bawah ini:</strong></p><center>[Gambas:Video]</center>",
}


def article(view: View) -> str:
    """The article page."""
    story = view.story
    return filled(
        "daily-article.html",
        language=view.section.language,
        head=head(view, linked_data(structured(view)), *meta(view)),
        style=sheet("daily.css"),
        base=view.base,
        name=NAME,
        id=story.id,
        menu=menu(view.menu),
        today=view.date(view.now, "day"),
        section=view.section.title,
        section_url=view.base + view.section.path,
        kicker=f'<h2 class="detail__subtitle">{text(story.kicker)}</h2>' if story.kicker else "",
        headline=text(story.headline),
        author=author(view),
        date=view.date(story.published, "short"),
        media=figure(view, story.pictures[0]) if story.pictures else "",
        body=body(view),
        end=end(view),
        cards=cards(view),
        most_read=most_read(view.most_read),
        footer=footer(),
    )


def structured(view: View) -> dict[str, object]:
    """The article's structured data; where a story has an editor, it names that one alone."""
    names = view.story.byline
    authors = [person(name) for name in names if name.role == "editor"] or [person(name) for name in names]
    pictures = [view.picture(picture.file) for picture in view.story.pictures[:1]]
    given = {"author": authors, "image": pictures}
    return news_article(view) | {key: value for key, value in given.items() if value}


def meta(view: View) -> list[str]:
    """The house's own metadata, which tells writers from editors."""
    roles = [("content_editor" if name.role == "editor" else "content_author", name.name) for name in view.story.byline]
    return [f'<meta name="{role}" content="{attr(name)}">' for role, name in roles]


def author(view: View) -> str:
    """The visible byline."""
    writers = ", ".join(name.name for name in view.story.byline if name.role == "author")
    label = f'<span class="detail__label">{NAME} {view.section.title}</span>'
    return f'<div class="detail__author">{text(writers)} - {label}</div>' if writers else ""


def figure(view: View, picture: Picture) -> str:
    """A picture; its credit stands at the end of the caption, in a way that differs from picture to picture."""
    credit = CREDITS.get(picture.shape, CREDITS[""]).format(text(picture.credit)) if picture.credit else ""
    return (
        f'<figure class="detail__media-image"><img src="{view.picture(picture.file)}?w=700&amp;q=90"'
        f' alt="{attr(view.story.headline)}" title="{attr(picture.caption)}">\n'
        f'<figcaption class="detail__media-caption">{text(picture.caption)}{credit}</figcaption></figure>'
    )


def body(view: View) -> str:
    """The text; the dateline stands outside the first paragraph."""
    opening = f"<strong>{text(view.story.dateline)}</strong> - " if view.story.dateline else ""
    return opening + "\n".join(html for _, html in runs(view.blocks, lambda block: printed_block(view, block)))


def printed_block(view: View, block: Block) -> str:
    """One block of the body."""
    if block.kind == "picture":
        return figure(view, view.story.pictures[block.refs[0] - 1])
    if block.kind == "related":
        return "".join(table(card) for card in view.named(block))
    if block.kind == "promo":
        return "".join(promo(card) for card in view.named(block))
    return SIMPLE[block.kind].format(paragraph(block.text, view)) if block.kind in SIMPLE else ""


def promo(card: Card) -> str:
    """A promo as a paragraph among the others."""
    link = f'<a class="inner-link-baca-juga" href="{card.url}?source=inline">{text(card.headline)}</a>'
    return f"<p><strong>Baca juga: {link}</strong></p>"


def table(card: Card) -> str:
    """A promo between paragraphs, as a table."""
    return (
        f'<table class="linksisip"><tbody><tr><td><div class="lihatjg"><strong>Baca juga:</strong>'
        f'<a data-label="List Berita" href="{card.url}">{text(card.headline)}</a></div></td></tr></tbody></table>'
    )


def end(view: View) -> str:
    """What ends the body: corrections, the initials of those who wrote, the tags."""
    story = view.story
    notes = "".join(f'<div class="detail__note">{text(note)}</div>\n' for note in story.notes)
    initials = f"<strong>({text(story.sign_off)})</strong>\n" if story.sign_off else ""
    links = "".join(
        f'<a class="nav__item" dtr-evt="tag" href="{view.base}/tag/{topic(tag)}">{text(tag)}</a>' for tag in story.tags
    )
    return f'{notes}{initials}<div class="detail__body-tag mgt-16"><div class="nav">{links}</div></div>'


def cards(view: View) -> str:
    """The cards under the article."""
    found = "\n".join(full_card(card) for card in view.cards)
    return f'<div class="berita-terkait"><div class="box__title">Berita Terkait</div>\n{found}</div>' if found else ""


def full_card(card: Card) -> str:
    """A card: picture, headline and, where it is paid, a badge."""
    link = f'href="{attr(card.url)}"' + (' rel="sponsored"' if card.sponsored else "")
    badge = '<span class="label">Advertorial</span>' if card.sponsored else ""
    return (
        f'<div class="list-content__item"><article><div class="media"><a {link} title="{attr(card.headline)}">'
        f'<img src="/media/{card.picture}.jpg" alt="{attr(card.caption)}"></a>'
        f'<h3 class="media__title"><a {link}>{text(card.headline)}</a></h3>{badge}</div></article></div>'
    )
