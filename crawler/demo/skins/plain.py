"""An old site's grammar: tables, line breaks for paragraphs, no metadata, an encoding of its time."""

from __future__ import annotations

from crawler.demo.newsroom import NAME, Card
from crawler.demo.skins.parts import attr, card_date, footer, page_url, text
from crawler.demo.story import Block, Picture
from crawler.demo.view import MOST_READ, RELATED, Listing, View, paragraph

BY = {"id": "Oleh: ", "de": "Von ", "ja": "（記者・", "en": "By "}
CREDIT = {"id": "Foto: ", "de": "Foto: ", "ja": "＝", "en": "Photo: "}


def article(view: View) -> str:
    """The article page."""
    story = view.story
    names = ", ".join(name.name for name in story.byline if name.role == "author")
    author = f"<i>{BY[view.section.language]}{text(names)}{'）' if view.section.language == 'ja' else ''}</i>" if names else ""
    return f"""<html><head>
<meta http-equiv="Content-Type" content="text/html; charset={view.section.charset}">
<title>{text(story.headline)} - {NAME}</title></head>
<body bgcolor="#ffffff">
<table width="760" border="0"><tr><td colspan="2"><font size="5"><a href="/">{NAME}</a></font></td></tr>
<tr><td width="160" valign="top">{menu(view.menu)}{most_read(view.most_read, view.section.language)}</td>
<td width="600" valign="top">
<h1>{text(story.headline)}</h1>
<font size="2">{view.date(story.published, "bare" if view.section.language == "id" else "")}</font><br>
{author}
<p>
{body(view)}
</p>
</td></tr></table>
<hr>{footer()}
</body></html>
"""


def body(view: View) -> str:
    """The text, its blocks parted by two line breaks."""
    story = view.story
    opening = f"<b>{text(story.dateline)}</b> - " if story.dateline else ""
    blocks = [printed for block in view.blocks if (printed := printed_block(view, block))]
    notes = [f"<i>{text(note)}</i>" for note in story.notes]
    picture = table(view, story.pictures[0]) if story.pictures else ""
    return picture + opening + "\n<br><br>\n".join(blocks + notes)


def table(view: View, picture: Picture) -> str:
    """A picture with its caption in a table of its own."""
    credit = f"{CREDIT[view.section.language]}{text(picture.credit)}" if picture.credit else ""
    return (
        f'<table align="right" width="220"><tr><td><img src="{view.picture(picture.file)}" width="220"></td></tr>'
        f'<tr><td><font size="1">{text(picture.caption)} <i>{credit}</i></font></td></tr></table>'
    )


def printed_block(view: View, block: Block) -> str:
    """One block of the body."""
    if block.kind == "related":
        label = RELATED[view.section.language]
        return "<br>".join(
            f'<b>{label}: <a href="{view.inline[r].url}">{text(view.inline[r].headline)}</a></b>'
            for r in block.refs
            if r in view.inline
        )
    simple = {"paragraph": "{0}", "heading": "<b>{0}</b>", "quote": "<i>{0}</i>", "item": "* {0}"}
    return simple[block.kind].format(paragraph(block.text, view)) if block.kind in simple else ""


def menu(sections: tuple[object, ...]) -> str:
    """The navigation."""
    return "".join(f'<a href="{getattr(s, "path", "")}">{text(getattr(s, "title", ""))}</a><br>' for s in sections)


def most_read(cards: tuple[Card, ...], language: str) -> str:
    """The box of the most read."""
    return (
        f"<p><b>{MOST_READ[language]}</b><br>"
        + "".join(f'{n}. <a href="{c.url}">{text(c.headline)}</a><br>' for n, c in enumerate(cards, 1))
        + "</p>"
    )


def listing(listing: Listing) -> str:
    """The section page."""
    rows = "\n".join(
        f'<tr><td><a href="{attr(c.url)}"><b>{text(c.headline)}</b></a><br>'
        f'<font size="2">{"PR" if c.sponsored else card_date(c, listing, "day")}</font></td></tr>'
        for c in listing.cards
    )
    following = f'<a href="{page_url(listing, listing.page + 1)}">&gt;&gt;</a>' if listing.page < listing.pages else ""
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset={listing.charset}">
<title>{text(listing.title)} - {NAME}</title></head><body>
<table><tr><td valign="top">{menu(listing.menu)}{most_read(listing.most_read, listing.language)}</td><td valign="top">
<h2>{text(listing.title)}</h2><table>
{rows}
</table>{following}</td></tr></table>{footer()}</body></html>
"""
