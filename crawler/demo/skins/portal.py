"""A big portal's grammar: lazy pictures with a constant ``alt``, credits as labelled lists, load-more listings.

Its template closes ``</article>`` while the body's ``<div>`` is open, as such templates do.
"""

from __future__ import annotations

from crawler.demo.newsroom import HOST, NAME, Card
from crawler.demo.skins.parts import (
    ICON,
    attr,
    filled,
    footer,
    head,
    linked_data,
    news_article,
    person,
    runs,
    sheet,
    text,
    topic,
)
from crawler.demo.skins.portal_list import listing, menu, most_read, rows
from crawler.demo.story import Block, Picture, Section
from crawler.demo.view import View, paragraph, printed

__all__ = ["article", "listing", "most_read", "rows"]

PRINTED_SITE = HOST.replace("sauh", NAME)
SIMPLE = {
    "paragraph": "<p>{}</p>",
    "heading": "<h2><strong>{}</strong></h2>",
    "quote": "<blockquote><p>{}</p></blockquote>",
    "item": "<li>{}</li>",
    "advert": '<div class="ads adsbygoogle"><small>Advertisement</small><script>document.write("");</script></div>',
    "video": '<div class="embed"><iframe src="https://video.example/embed/7731"></iframe></div>',
}


def article(view: View) -> str:
    """The article page."""
    story = view.story
    return filled(
        "portal-article.html",
        language=view.section.language,
        head=head(view, linked_data(structured(view))),
        keywords=attr(", ".join(story.tags)),
        style=sheet("portal.css"),
        id=story.id,
        title_attr=attr(story.headline),
        pages=view.pages,
        menu=menu(view.menu, view.most_read),
        base=view.base,
        section_url=view.base + view.section.path,
        section=view.section.title,
        headline=text(story.headline),
        date=view.date(story.published),
        byline=byline(view),
        lead=lead(view),
        body=body(view),
        pagination=pagination(view),
        tags=tags(view),
        cards="\n".join(full_card(card, index, view.section) for index, card in enumerate(view.cards)),
        most_read=most_read(view.most_read),
        footer=footer(),
    )


def structured(view: View) -> dict[str, object]:
    """The article's structured data; a video has its own type."""
    story = view.story
    authors = [person(name) for name in story.byline if name.role == "author"]
    data: dict[str, object] = news_article(view) | ({"author": authors} if authors else {})
    if story.kind == "video":
        media = f"{view.base}/media/{story.id}.mp4"
        data |= {"@type": "VideoObject", "name": story.headline, "uploadDate": data["datePublished"], "contentUrl": media}
    return data


def byline(view: View) -> str:
    """The block of names; pages without one have none."""
    items = [
        f'<li><a href="{view.base}/penulis/{topic(name.name)}">{text(name.printed)}</a></li>'
        if name.role == "author" and name.kind == "Person"
        else f"<li>{'' if name.role == 'author' else name.role.title() + ' : '}{text(name.printed)}</li>"
        for name in view.story.byline
    ]
    return f'<div class="main-content-author"><span>Oleh :</span><ul>{"".join(items)}</ul></div>' if items else ""


def lead(view: View) -> str:
    """The picture or the player above the text."""
    if view.story.kind == "video":
        return f'<div class="main-content-video"><video controls src="{view.base}/media/{view.story.id}.mp4"></video></div>'
    if not view.story.pictures or view.page > 1:
        return ""
    return f'<div class="main-content-image">{figure(view, view.story.pictures[0], "Sumber :")}</div>'


def figure(view: View, picture: Picture, label: str) -> str:
    """A picture; the credit is a labelled list of one item, unless it is printed within the caption."""
    caption = f"{picture.label}: {picture.caption}" if picture.label else picture.caption or ""
    inner = picture.shape == "parens" and picture.credit
    caption = f"{caption} (Foto: {picture.credit})" if inner else caption
    listed = (
        "" if inner or not picture.credit else f'<div class="mci-source">{label}<ul><li>{text(picture.credit)}</li></ul></div>'
    )
    return (
        f'<div class="mci-frame flex_ori"><img class="lazyload" src="{ICON}" data-original="{view.picture(picture.file)}"'
        f' alt="img_title" width="800" height="450"></div>'
        f'<p class="mci-caption">{text(caption)}</p>{listed}'
    )


def body(view: View) -> str:
    """The text with what stands in it."""
    opening = f"<strong>{text(view.story.dateline)}</strong> – " if view.story.dateline and view.page < 2 else ""
    parts = []
    for kind, html in runs(view.blocks, lambda block: printed_block(view, block)):
        opened = html.replace("<p>", f"<p>{opening}", 1) if kind == "paragraph" else html
        opening = "" if kind == "paragraph" else opening
        parts.append(opened)
    if view.page in {0, view.pages}:
        parts += [f'<p class="koreksi"><em>{text(note)}</em></p>' for note in view.story.notes]
    return "\n".join(parts)


def printed_block(view: View, block: Block) -> str:
    """One block of the body."""
    if block.kind == "picture":
        return f'<div class="content-image">{figure(view, view.story.pictures[block.refs[0] - 1], "Photo :")}</div>'
    if block.kind == "related":
        items = "".join(f'<li><a href="{c.url}">{text(c.headline)}</a></li>' for c in view.named(block))
        return f'<div class="recommended-article"><span>Baca Juga :</span><ul>{items}</ul></div>' if items else ""
    if block.kind == "promo":
        return "".join(promo(card, view.story.id) for card in view.named(block))
    return SIMPLE[block.kind].format(paragraph(block.text, view)) if block.kind in SIMPLE else ""


def promo(card: Card, number: int) -> str:
    """A headline between paragraphs, without a label: in a paragraph or in a box, as the article's number has it."""
    if number % 2:
        return f'<p><a href="{card.url}"><strong>{text(card.headline)}</strong></a></p>'
    return (
        f'<div class="recommended-article"><a class="content_center" href="{card.url}"><h3>{text(card.headline)}</h3></a></div>'
    )


def pagination(view: View) -> str:
    """The links to the article's other pages."""
    if view.pages < 2 or not view.page:
        return ""
    numbers = "".join(
        f'<a class="pagination-button{" active" if n == view.page else ""}" href="{view.url}?page={n}">{n}</a>'
        for n in range(1, view.pages + 1)
    )
    everything = f'<a class="pagination-button" href="{view.url}?page=all">TAMPILKAN SEMUA</a>'
    return f'<div class="pagination"><span>Halaman :</span>{numbers}{everything}</div>'


def tags(view: View) -> str:
    """The topics under the text."""
    links = "".join(f'<a class="tag-item" href="{view.base}/tag/{topic(tag)}">{text(tag)}</a>' for tag in view.story.tags)
    return f'<div class="tag-list"><span>Topik :</span>{links}</div>' if links else ""


def full_card(card: Card, index: int, section: Section) -> str:
    """A card at the end: the first with its picture's caption, others with summary, placeholder, site and date."""
    relation = ' rel="sponsored nofollow"' if card.sponsored else ""
    link = f'href="{attr(card.url)}"{relation}'
    if index == 0 and not card.sponsored:
        below = f'<span class="woa-caption">{text(card.caption)}</span>' if card.caption else ""
    else:
        mark = "Advertorial" if card.sponsored else PRINTED_SITE
        date = "" if card.sponsored else f'<span class="woa-date">{printed(card.published, section, "day")}</span>'
        below = f'<p class="woa-desc">{text(card.summary)}</p><span class="woa-site">{mark}</span>{date}'
    return (
        f'<div class="widget-other-article"><a class="woa-thumb flex_ori" {link}><img class="lazyload" src="{ICON}"'
        f' data-original="/media/{card.picture}.jpg" alt="img_title"></a>\n'
        f'<div class="woa-info"><a class="woa-title" {link}><h2>{text(card.headline)}</h2></a>{below}</div></div>'
    )
