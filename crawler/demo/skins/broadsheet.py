"""A broadsheet's grammar: HTML as it is meant, and structured data that says the same as the page."""

from __future__ import annotations

from typing import Any

from crawler.demo.newsroom import NAME, Card
from crawler.demo.skins.parts import (
    attr,
    card_date,
    footer,
    head,
    image_object,
    linked_data,
    listing_head,
    news_article,
    page_url,
    person,
    text,
)
from crawler.demo.story import Block, Name, Picture
from crawler.demo.view import AT_END, MOST_READ, RELATED, SPONSORED, Listing, View, paragraph

BY = {"en": "By", "de": "Von", "id": "Oleh", "ja": "文・"}
AND = {"en": " and ", "de": " und ", "id": " dan ", "ja": "、"}
ROLES = {
    "en": {"editor": "Edited by", "translator": "Translated by", "photographer": "Photographs by"},
    "de": {"editor": "Redaktion:", "translator": "Übersetzung:", "photographer": "Fotos:"},
    "id": {"editor": "Editor:", "translator": "Penerjemah:", "photographer": "Foto:"},
    "ja": {"editor": "編集・", "translator": "翻訳・", "photographer": "撮影・"},
}
CREDIT = {"en": "Photograph: ", "de": "Foto: ", "id": "Foto: ", "ja": "写真・"}
KINDS = {"live": "LiveBlogPosting", "opinion": "OpinionNewsArticle", "gallery": "ImageGallery"}
NEXT = {"en": "Older", "de": "Weiter", "id": "Berikutnya", "ja": "次へ"}


def article(view: View) -> str:
    """The article page."""
    story, language = view.story, view.section.language
    kicker = f'<p class="kicker">{text(story.kicker)}</p>' if story.kicker else ""
    standfirst = f'<p class="standfirst">{text(story.standfirst)}</p>' if story.standfirst else ""
    changed = (
        f' <span class="updated">(<time datetime="{story.modified.isoformat()}">{view.date(story.modified)}</time>)</span>'
        if story.modified
        else ""
    )
    lead = figure(view, story.pictures[0], "lead") if story.pictures and story.kind != "gallery" else ""
    return f"""<!doctype html>
<html lang="{language}"><head>
{head(view, structured(view))}
<meta property="article:section" content="{text(view.section.title)}">
</head><body>
{menu(view.menu)}
<main>
<article>
<header>{kicker}<h1>{text(story.headline)}</h1>{standfirst}
<p class="byline">{byline(view)}</p>
<p class="dates"><time datetime="{story.published.isoformat()}">{view.date(story.published)}</time>{changed}</p></header>
{lead}
<div class="article-body">
{body(view)}
</div>
{tail(view)}
</article>
{related(view)}
</main>
{most_read(view.most_read, language)}
<footer>{footer()}</footer>
</body></html>
"""


def structured(view: View) -> str:
    """The graph of publisher, page and article."""
    story = view.story
    data = news_article(view, KINDS.get(story.kind, "NewsArticle"))
    data |= {
        "author": [person(n) for n in story.byline if n.role == "author"],
        "editor": [person(n) for n in story.byline if n.role == "editor"],
        "image": [image_object(p, view.picture(p.file), credited=p.shape in {"stated", "cite"}) for p in story.pictures],
        "isAccessibleForFree": not story.paid,
    }
    if story.paid:
        data["hasPart"] = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paywall"}
    if story.kind == "live":
        data["liveBlogUpdate"] = [update(title, moment, texts) for moment, title, texts in entries(view)]
    site = {"@type": "WebSite", "name": NAME, "url": view.base}
    return linked_data({"@graph": [site, {key: value for key, value in data.items() if value or value is False}]})


def update(title: str, moment: str, texts: list[str]) -> dict[str, Any]:
    """An entry of a live blog as schema.org has it."""
    return {"@type": "BlogPosting", "headline": title, "datePublished": moment, "articleBody": " ".join(texts)}


def entries(view: View) -> list[tuple[str, str, list[str]]]:
    """The live blog's entries: time, title, paragraphs."""
    found: list[tuple[str, str, list[str]]] = []
    for block in view.blocks:
        if block.kind == "entry" and block.at:
            found.append((block.at.isoformat(), block.text, []))
        elif found and block.kind == "paragraph":
            found[-1][2].append(block.text)
    return found


def byline(view: View) -> str:
    """The names with their roles."""
    language = view.section.language
    authors = [named(view, name) for name in view.story.byline if name.role == "author"]
    by = {"opinion": "Ein Kommentar von" if language == "de" else BY[language]}.get(view.story.kind, BY[language])
    parts = [f"{by} {AND[language].join(authors)}"] if authors else []
    parts += [
        f'<span class="{n.role}">{ROLES[language][n.role]} {text(n.name)}</span>'
        for n in view.story.byline
        if n.role != "author"
    ]
    return " · ".join(parts)


def named(view: View, name: Name) -> str:
    """A name of the byline: a person with a page of its own, a desk or an agency as plain text."""
    title = f', <span class="job">{text(name.title)}</span>' if name.title else ""
    place = f" in {text(name.place)}" if name.place else ""
    if name.kind != "Person":
        return text(name.name) + title
    return f'<a rel="author" href="{view.base}/authors/{attr(name.name.lower().replace(" ", "-"))}">{text(name.name)}</a>{title}{place}'


def figure(view: View, picture: Picture, role: str) -> str:
    """A picture; the credit's place is the picture's ``shape``."""
    label = CREDIT[view.section.language]
    credit = {
        "": f' <span class="credit">{label}{text(picture.credit)}</span>',
        "cite": f" <cite>{text(picture.credit)}</cite>",
        "plain": f" {text(picture.credit)}",
        "paren": f" ({text(picture.credit)})",
        "copyright": f' <small class="copyright">© {text(picture.credit)}</small>',
        "stated": "",
    }[picture.shape]
    caption = f"<span>{text(picture.caption)}</span>" if picture.caption else ""
    return (
        f'<figure class="{role}"><img src="{view.picture(picture.file)}" srcset="{view.picture(picture.file)}?w=480 480w, {view.picture(picture.file)}?w=960 960w"'
        f' alt="{attr(picture.caption)}" width="960" height="540">'
        f"<figcaption>{caption}{credit if picture.credit else ''}</figcaption></figure>"
    )


def body(view: View) -> str:
    """The text with what stands in it."""
    opening = f'<span class="dateline">{text(view.story.dateline)}</span> — ' if view.story.dateline else ""
    parts = []
    for block in view.blocks:
        parts.append(printed_block(view, block, opening))
        opening = "" if block.kind == "paragraph" else opening
    return "\n".join(part for part in parts if part)


def printed_block(view: View, block: Block, opening: str) -> str:
    """One block of the body."""
    language = view.section.language
    cards = [view.inline[ref] for ref in block.refs if ref in view.inline] if block.kind in {"related", "promo"} else []
    if block.kind == "picture":
        return figure(view, view.story.pictures[block.refs[0] - 1], "inline")
    if block.kind == "related" and cards:
        rows = "".join(f'<li><a href="{card.url}">{text(card.headline)}</a></li>' for card in cards)
        return f'<aside class="related-inline"><h3>{RELATED[language]}</h3><ul>{rows}</ul></aside>'
    if block.kind == "promo":
        return "".join(
            f'<p><strong>{RELATED[language]}:</strong> <a href="{card.url}">{text(card.headline)}</a></p>' for card in cards
        )
    if block.kind == "entry" and block.at:
        return f'<h2 class="entry-title">{text(block.text)}</h2><p class="entry-time"><time datetime="{block.at.isoformat()}">{view.date(block.at)}</time></p>'
    simple = {
        "paragraph": "<p>{0}{1}</p>",
        "heading": "<h2>{1}</h2>",
        "quote": "<blockquote><p>{1}</p></blockquote>",
        "item": "<ul><li>{1}</li></ul>",
        "advert": '<div class="ad-slot" aria-hidden="true"><span>Anzeige</span></div>',
    }
    return simple[block.kind].format(opening, paragraph(block.text, view)) if block.kind in simple else ""


def tail(view: View) -> str:
    """What follows the text: the wall of a paid article, corrections, topics."""
    story = view.story
    wall = (
        '<div class="paywall"><h2>Weiterlesen mit SAUH+</h2><p>Jetzt vier Wochen kostenlos testen.</p><a href="/abo">Zum Angebot</a></div>'
        if story.paid
        else ""
    )
    notes = "".join(f'<p class="correction">{text(note)}</p>' for note in story.notes)
    links = "".join(f'<li><a rel="tag" href="{view.base}/tag/{n}">{text(tag)}</a></li>' for n, tag in enumerate(story.tags, 1))
    return f'{wall}{notes}<ul class="topics">{links}</ul>' if links else wall + notes


def related(view: View) -> str:
    """The cards after the article."""
    language = view.section.language
    rows = "".join(
        f'<li><a href="{attr(c.url)}"{" rel=sponsored" if c.sponsored else ""}><h3>{text(c.headline)}</h3></a>'
        f"{f'<span class=badge>{SPONSORED[language]}</span>' if c.sponsored else f'<p>{text(c.summary[:110])}</p>'}</li>"
        for c in view.cards
    )
    return (
        f'<aside class="related" aria-labelledby="more"><h2 id="more">{AT_END[language]}</h2><ul>{rows}</ul></aside>'
        if rows
        else ""
    )


def most_read(cards: tuple[Card, ...], language: str) -> str:
    """The box of the most read."""
    rows = "".join(f'<li><a href="{c.url}">{text(c.headline)}</a></li>' for c in cards)
    return f'<section class="most-read"><h2>{MOST_READ.get(language, MOST_READ["en"])}</h2><ol>{rows}</ol></section>'


def menu(sections: tuple[object, ...]) -> str:
    """The navigation."""
    links = "".join(f'<li><a href="{getattr(s, "path", "")}">{text(getattr(s, "title", ""))}</a></li>' for s in sections)
    return f'<header class="site"><a href="/">{NAME}</a><nav aria-label="Main"><ul>{links}</ul></nav></header>'


def listing(listing: Listing) -> str:
    """The section page."""
    rows = "\n".join(row(card, listing) for card in listing.cards)
    following = (
        f'<a rel="next" href="{page_url(listing, listing.page + 1)}">{NEXT.get(listing.language, "Older")}</a>'
        if listing.page < listing.pages
        else ""
    )
    return f"""<!doctype html>
<html lang="{listing.language}"><head>{listing_head(listing)}</head><body>
{menu(listing.menu)}
<main><h1>{text(listing.title)}</h1>
{rows}
<nav class="pagination">{following}</nav></main>
{most_read(listing.most_read, listing.language)}
<footer>{footer()}</footer></body></html>
"""


def row(card: Card, listing: Listing) -> str:
    """One card of a listing."""
    if card.sponsored:
        return f'<article class="card card--paid"><span class="badge">{SPONSORED.get(listing.language, "Sponsored")}</span><h2><a rel="sponsored" href="{attr(card.url)}">{text(card.headline)}</a></h2></article>'
    return (
        f'<article class="card"><h2><a href="{card.url}">{text(card.headline)}</a></h2><p>{text(card.summary[:140])}</p>'
        f'<time datetime="{card.published.isoformat()}">{card_date(card, listing)}</time></article>'
    )
