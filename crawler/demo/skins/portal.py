"""A big portal's grammar: lazy pictures with a constant ``alt``, credits as labelled lists, load-more listings.

Its template closes ``</article>`` while the body's ``<div>`` is open, as such templates do.
"""

from __future__ import annotations

from crawler.demo.newsroom import HOST, NAME, Card
from crawler.demo.skins.parts import (
    ICON,
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


def article(view: View) -> str:
    """The article page."""
    story = view.story
    authors = [person(name) for name in story.byline if name.role == "author"]
    data = news_article(view, "VideoObject" if story.kind == "video" else "NewsArticle") | (
        {"author": authors} if authors else {}
    )
    if story.kind == "video":
        data |= {"name": story.headline, "uploadDate": data["datePublished"], "contentUrl": f"{view.base}/media/{story.id}.mp4"}
    return f"""<!DOCTYPE html>
<html lang="{view.section.language}"><head>
{head(view, linked_data(data))}
<meta name="news_keywords" content="{attr(", ".join(story.tags))}">
<script>window.csrf = "demo-token"; window.dataLayer = [{{"kanal": "{view.section.title}"}}];</script>
</head><body>
{menu(view.menu, view.most_read)}
<div class="main-wrapper content_center"><div class="main-content-left">
<div class="breadcrumb"><a class="breadcrumb-step content_center" href="{view.base}/"><h4>Home</h4></a>
<a class="breadcrumb-step content_center" href="{view.base}{view.section.path}"><h4>{view.section.title}</h4></a></div>
<article class="main-content">
<h1 class="main-content-title">{text(story.headline)}</h1>
<div class="main-content-date">{view.date(story.published)}</div>
{byline(view)}
<div class="main-content-share"><span>Bagikan :</span> <a class="share-fb" href="#">Facebook</a> <a class="share-x" href="#">X</a></div>
{lead(view)}
<div class="main-content-detail">
{body(view)}
{pagination(view)}
</article>
{tags(view)}
<div class="main-content-other">{"".join(full_card(card) for card in view.cards)}</div>
</div>
</div>
<div class="main-content-right">{most_read(view.most_read)}</div>
<footer class="footer">{footer()}</footer>
</div></body></html>
"""


def byline(view: View) -> str:
    """The block of names; pages without one have none."""
    rows = "".join(
        f'<li><a href="{view.base}/penulis/{attr(name.name.lower().replace(" ", "-"))}">{text(name.name)}</a></li>'
        for name in view.story.byline
        if name.role == "author"
    )
    others = "".join(f"<li>{name.role.title()} : {text(name.name)}</li>" for name in view.story.byline if name.role != "author")
    return f'<div class="main-content-author"><span>Oleh :</span><ul>{rows}{others}</ul></div>' if rows or others else ""


def lead(view: View) -> str:
    """The picture or the player above the text."""
    if view.story.kind == "video":
        return f'<div class="main-content-video"><video controls src="{view.base}/media/{view.story.id}.mp4"></video></div>'
    if not view.story.pictures:
        return ""
    return f'<div class="main-content-image">{figure(view, view.story.pictures[0], "Sumber :")}</div>'


def figure(view: View, picture: Picture, label: str) -> str:
    """A picture; the credit is a labelled list of one item, unless it is printed within the caption."""
    caption = f"{picture.label}: {picture.caption}" if picture.label else picture.caption
    inner = picture.shape == "parens"
    if inner and picture.credit:
        caption = f"{caption} (Foto: {picture.credit})"
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
    for block in view.blocks:
        parts.append(printed_block(view, block, opening))
        opening = "" if block.kind == "paragraph" else opening
    parts += [f'<p class="koreksi"><em>{text(note)}</em></p>' for note in view.story.notes]
    return "\n".join(part for part in parts if part)


def printed_block(view: View, block: Block, opening: str) -> str:
    """One block of the body."""
    cards = [view.inline[ref] for ref in block.refs if ref in view.inline] if block.kind in {"related", "promo"} else []
    if block.kind == "picture":
        return f'<div class="content-image">{figure(view, view.story.pictures[block.refs[0] - 1], "Photo :")}</div>'
    if block.kind == "related" and cards:
        rows = "".join(f'<li><a href="{card.url}">{text(card.headline)}</a></li>' for card in cards)
        return f'<div class="recommended-article"><span class="recommended-title">Baca Juga :</span><ul>{rows}</ul></div>'
    if block.kind == "promo" and cards:
        return "".join(f'<p><a href="{card.url}"><strong>{text(card.headline)}</strong></a></p>' for card in cards)
    simple = {
        "paragraph": "<p>{0}{1}</p>",
        "heading": "<h2><strong>{1}</strong></h2>",
        "quote": "<blockquote><p>{1}</p></blockquote>",
        "item": "<ul><li>{1}</li></ul>",
        "advert": '<div class="ads adsbygoogle"><small>Advertisement</small><script>document.write("<!-- slot -->")</script></div>',
        "video": '<div class="embed"><iframe src="https://video.example/embed/7731"></iframe></div>',
    }
    return simple[block.kind].format(opening, paragraph(block.text, view)) if block.kind in simple else ""


def pagination(view: View) -> str:
    """The links to the article's other pages."""
    if view.pages < 2 or not view.page:
        return ""
    numbers = "".join(
        f'<a class="pagination-button{" active" if n == view.page else ""}" href="{view.url}?page={n}">{n}</a>'
        for n in range(1, view.pages + 1)
    )
    return f'<div class="pagination">Halaman : {numbers}<a class="pagination-button" href="{view.url}?page=all">TAMPILKAN SEMUA</a></div>'


def tags(view: View) -> str:
    """The topics under the text."""
    links = "".join(
        f'<a class="tag-item" href="{view.base}/tag/{attr(t.lower().replace(" ", "-"))}">{text(t)}</a>' for t in view.story.tags
    )
    return f'<div class="tag-list"><span>Topik :</span>{links}</div>' if links else ""


def full_card(card: Card) -> str:
    """A card at the end: headline, caption, headline again, summary, the placeholder's word, site and date."""
    mark = (
        '<span class="badge-adv">Advertorial</span>'
        if card.sponsored
        else f'<span class="content_center">{HOST.upper().replace("EXAMPLE", "example")}</span>'
    )
    relation = ' rel="sponsored nofollow"' if card.sponsored else ""
    return f"""<div class="widget-other-article"><a class="woa-thumb flex_ori" href="{attr(card.url)}"{relation}>
<img class="lazyload" src="{ICON}" data-original="/media/{card.picture}.jpg" alt="img_title"></a>
<div class="woa-info"><a class="woa-title" href="{attr(card.url)}"{relation}><h2>{text(card.headline)}</h2></a>
<p class="woa-desc">{text(card.summary)}</p>{mark}</div></div>"""


def most_read(cards: tuple[Card, ...]) -> str:
    """The box of the most read."""
    rows = "".join(
        f'<li><span class="rank">{n}</span><a href="{card.url}"><h3>{text(card.headline)}</h3></a></li>'
        for n, card in enumerate(cards, 1)
    )
    return f'<section class="popular-box"><h4 class="section-title">Terpopuler</h4><ol>{rows}</ol></section>'


def menu(sections: tuple[object, ...], cards: tuple[Card, ...]) -> str:
    """The navigation: sections, and dated teasers in its flyout."""
    links = "".join(f'<li><a href="{getattr(s, "path", "")}">{text(getattr(s, "title", ""))}</a></li>' for s in sections)
    flyout = "".join(
        f'<li><div class="submenu-date">{card.published:%d/%m/%Y}</div>'
        f'<a class="submenu-title" href="{card.url}"><h3>{text(card.headline)}</h3></a></li>'
        for card in cards[:4]
    )
    return f'<header class="header"><a class="logo" href="/"><h1>{NAME}</h1></a><nav class="menu"><ul>{links}</ul><ul class="submenu">{flyout}</ul></nav></header>'


def rows(listing: Listing) -> str:
    """The rows of a listing: also what the load-more request answers."""
    parts = [row(card, card_date(card, listing) if not card.sponsored else "") for card in listing.cards]
    return "\n".join(parts)


def row(card: Card, date: str) -> str:
    """One row; a paid one has a badge where others have a date."""
    when = (
        '<span class="badge-adv">Advertorial</span>'
        if card.sponsored
        else f'<div class="article-list-date content_center"><span>{date}</span></div>'
    )
    return f"""<div class="article-list-row"><div class="article-list-thumb thumb-loading">
<a class="article-list-thumb-link flex_ori" href="{attr(card.url)}"><img class="lazyload" src="{ICON}" data-original="/media/{card.picture}.jpg" alt="img_title"></a></div>
<div class="article-list-info content_center"><span><a class="article-list-title" href="{attr(card.url)}"><h2>{text(card.headline)}</h2></a>
<a class="article-list-cate content_center" href="#"><h3>{text(card.section)}</h3></a>{when}</span>
<div class="article-list-desc">{text(card.summary[:140])}</div></div></div>"""


def listing(listing: Listing) -> str:
    """The section page."""
    slides = "".join(
        f'<div class="headline-slide"><a href="{c.url}"><h2>{text(c.headline)}</h2></a></div>' for c in listing.carousel
    )
    more = ""
    if listing.page < listing.pages:
        more = f"""<a class="btn-more" id="load-more-btn" rel="next" href="{page_url(listing, listing.page + 1)}">Muat Lainnya</a>
<script>load_more().setup({{last_publish_date: "{listing.cards[-1].published:%Y-%m-%d %H:%M:%S}", url: "{listing.base}/request/load-more",
page: {listing.page + 1}, record_count: {len(listing.cards)}, max_hit: 3, load_more_btn: "#load-more-btn", load_more_div: "div#load-content",
channel_name: "{listing.path.strip("/")}", token: "demo-token"}});</script>"""
    return f"""<!DOCTYPE html>
<html lang="{listing.language}"><head>{listing_head(listing)}</head><body>
{menu(listing.menu, listing.most_read)}
<div class="headline-carousel">{slides}</div>
<div class="main-wrapper"><h1 class="section-name">{text(listing.title)}</h1>
<div id="load-content" class="article-list">
{rows(listing)}
</div>{more}</div>
<div class="main-content-right">{most_read(listing.most_read)}</div>
<footer class="footer">{footer()}</footer></body></html>
"""
