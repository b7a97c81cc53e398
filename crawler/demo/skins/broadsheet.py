"""A broadsheet's grammar: HTML as it is meant, and structured data that says the same as the page."""

from __future__ import annotations

from crawler.demo.newsroom import NAME
from crawler.demo.skins.broadsheet_data import structured
from crawler.demo.skins.broadsheet_list import listing, most_read, related
from crawler.demo.skins.parts import attr, filled, footer, head, menu_links, runs, sheet, text, topic
from crawler.demo.story import Block, Name, Picture
from crawler.demo.view import RELATED, View, paragraph

__all__ = ["article", "listing"]

BY = {"en": "By {}", "de": "Von {}", "id": "Oleh {}", "ja": "文・{}"}
OPINION = {"en": "Comment by {}", "de": "Ein Kommentar von {}", "id": "Opini oleh {}", "ja": "{}"}
JOINED = {"en": " and ", "de": " und ", "id": " dan ", "ja": "、"}
ROLES = {
    "en": {"editor": "Edited by {}", "translator": "Translated by {}", "photographer": "Photographs by {}"},
    "id": {"editor": "Editor: {}", "translator": "Penerjemah: {}", "photographer": "Foto: {}"},
    "de": {"editor": "Redaktion: {}", "translator": "Übersetzung: {}", "photographer": "Fotos: {}"},
    "ja": {"editor": "編集・{}", "translator": "翻訳・{}", "photographer": "撮影・{}"},
}
CREDIT = {"en": "Photograph: {}", "id": "Foto: {}", "de": "Foto: {}", "ja": "写真・{}"}
SHAPES = {
    "": ' <span class="credit">{}</span>',
    "cite": " <cite>{}</cite>",
    "plain": " {}",
    "paren": " ({})",
    "copyright": ' <small class="copyright">© {}</small>',
    "stated": "",
}
"""Where the credit of a picture stands; ``stated`` is in the structured data alone."""
SIMPLE = {
    "paragraph": "<p>{}</p>",
    "heading": "<h2>{}</h2>",
    "quote": "<blockquote><p>{}</p></blockquote>",
    "item": "<li>{}</li>",
    "advert": '<div class="ad-slot" aria-hidden="true"><span>Advertisement</span></div>',
}
WORDS = {
    "id": ("Ke isi", "Simpan", "Bagikan", "Surat pagi"),
    "en": ("Skip to content", "Save", "Share", "Our morning letter"),
    "de": ("Zum Inhalt", "Merken", "Teilen", "Der Brief am Morgen"),
    "ja": ("本文へ", "保存", "共有", "朝のニュースレター"),
}
WALL = (
    '<div class="paywall"><h2>Weiterlesen mit SAUH+</h2><p>Dieser Artikel ist nur für Abonnenten. '
    'Jetzt vier Wochen kostenlos testen.</p><a href="/abo">Zum Angebot</a></div>'
)


def article(view: View) -> str:
    """The article page."""
    story, language = view.story, view.section.language
    skip, save, share, letter = WORDS[language]
    with_lead = story.pictures and story.kind != "gallery"
    return filled(
        "broadsheet-article.html",
        language=language,
        head=head(view, structured(view)),
        section=view.section.title,
        style=sheet("broadsheet.css"),
        name=NAME,
        menu=menu_links(view.menu),
        skip=skip,
        save=save,
        share=share,
        letter=letter,
        kicker=f'<p class="kicker">{text(story.kicker)}</p>' if story.kicker else "",
        headline=text(story.headline),
        standfirst=f'<p class="standfirst">{text(story.standfirst)}</p>' if story.standfirst else "",
        byline=byline(view),
        dates=dates(view),
        lead=figure(view, story.pictures[0], "lead") if with_lead else "",
        body=body(view),
        tail=tail(view),
        related=related(view),
        most_read=most_read(view.most_read, language),
        footer=footer(),
    )


def dates(view: View) -> str:
    """When the article appeared and, where it did, changed."""
    story = view.story
    first = f'<time datetime="{story.published.isoformat()}">{view.date(story.published)}</time>'
    if not story.modified:
        return first
    changed = f'<time datetime="{story.modified.isoformat()}">{view.date(story.modified)}</time>'
    return f'{first} <span class="updated">(Updated {changed})</span>'


def byline(view: View) -> str:
    """The names with their roles."""
    language = view.section.language
    authors = JOINED[language].join(named(view, name) for name in view.story.byline if name.role == "author")
    by = (OPINION if view.story.kind == "opinion" else BY)[language]
    others = [
        f'<span class="{name.role}">{ROLES[language][name.role].format(text(name.printed))}</span>'
        for name in view.story.byline
        if name.role != "author"
    ]
    return " · ".join(([by.format(authors)] if authors else []) + others)


def named(view: View, name: Name) -> str:
    """A name of the byline: a person with a page of its own, a desk or an agency as plain text."""
    if name.kind != "Person":
        return text(name.printed)
    title = f', <span class="job">{text(name.title)}</span>' if name.title else ""
    place = f" in {text(name.place)}" if name.place else ""
    return f'<a rel="author" href="{view.base}/authors/{topic(name.name)}">{text(name.printed)}</a>{title}{place}'


def figure(view: View, picture: Picture, role: str) -> str:
    """A picture; the credit's place is the picture's ``shape``."""
    printed = CREDIT[view.section.language].format(picture.credit) if picture.shape == "" else picture.credit
    credit = SHAPES.get(picture.shape, SHAPES["paren"]).format(text(printed)) if picture.credit else ""
    caption = f"<span>{text(picture.caption)}</span>" if picture.caption and picture.shape != "plain" else text(picture.caption)
    address = view.picture(picture.file)
    return (
        f'<figure class="{role}"><img src="{address}" srcset="{address}?w=480 480w, {address}?w=960 960w"'
        f' alt="{attr(picture.caption)}" width="960" height="540">\n<figcaption>{caption}{credit}</figcaption></figure>'
    )


def body(view: View) -> str:
    """The text with what stands in it."""
    opening = f'<span class="dateline">{text(view.story.dateline)}</span> — ' if view.story.dateline else ""
    parts = []
    for kind, html in runs(view.blocks, lambda block: printed_block(view, block)):
        parts.append(html.replace("<p>", f"<p>{opening}", 1) if kind == "paragraph" else html)
        opening = "" if kind == "paragraph" else opening
    return "\n".join(parts)


def printed_block(view: View, block: Block) -> str:
    """One block of the body."""
    label = RELATED[view.section.language]
    if block.kind == "picture":
        role = "gallery-item" if view.story.kind == "gallery" else "inline"
        return figure(view, view.story.pictures[block.refs[0] - 1], role)
    if block.kind == "related":
        items = "".join(f'<li><a href="{card.url}">{text(card.headline)}</a></li>' for card in view.named(block))
        return f'<aside class="related-inline"><h3>{label}</h3><ul>{items}</ul></aside>' if items else ""
    if block.kind == "promo":
        return "".join(
            f'<p><strong>{label}:</strong> <a href="{card.url}">{text(card.headline)}</a></p>' for card in view.named(block)
        )
    if block.kind == "entry" and block.at:
        time = f'<time datetime="{block.at.isoformat()}">{view.date(block.at)}</time>'
        return f'<h2 class="entry-title" id="e{block.at:%H%M}">{text(block.text)}</h2>\n<p class="entry-time">{time}</p>'
    return SIMPLE[block.kind].format(paragraph(block.text, view)) if block.kind in SIMPLE else ""


def tail(view: View) -> str:
    """What follows the text: the wall of a paid article, corrections, topics."""
    story = view.story
    notes = "".join(f'<p class="correction">{text(note)}</p>\n' for note in story.notes)
    links = "".join(f'<li><a rel="tag" href="{view.base}/tag/{topic(tag)}">{text(tag)}</a></li>' for tag in story.tags)
    return (WALL if story.paid else "") + notes + (f'<ul class="topics">{links}</ul>' if links else "")
