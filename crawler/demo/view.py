"""What one page shows, decided once: the skins print it, the truth describes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from crawler.demo.newsroom import ADVERTS, Card, Newsroom
from crawler.demo.story import LINK, Block, Section, Story

RELATED = {"id": "Baca juga", "en": "Read more", "de": "Lesen Sie auch", "ja": "関連記事"}
AT_END = {"id": "Berita Terkait", "en": "More on this story", "de": "Mehr zum Thema", "ja": "あわせて読みたい"}
MOST_READ = {"id": "Terpopuler", "en": "Most read", "de": "Meistgelesen", "ja": "アクセスランキング"}
SPONSORED = {"id": "Advertorial", "en": "Sponsored", "de": "Anzeige", "ja": "PR"}

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
FORMS = {
    "id": "{day}, {d.day} {month} {d:%Y} - {d:%H:%M} {zone}",
    "id-short": "{day}, {d:%d} {month:.3} {d:%Y} {d:%H:%M} {zone}",
    "id-bare": "{d.day} {month} {d:%Y} {d:%H:%M} {zone}",
    "id-day": "{d.day} {month} {d:%Y}",
    "en": "{d.day} {month} {d:%Y}, {d:%H:%M}",
    "en-day": "{d.day} {month} {d:%Y}",
    "de": "{d:%d.%m.%Y}, {d:%H:%M} Uhr",
    "de-day": "{d.day}. {month} {d:%Y}",
    "ja": "{d.year}年{d.month}月{d.day}日 {d.hour}時{d:%M}分",
    "ja-day": "{d.year}年{d.month}月{d.day}日",
}
"""How dates are printed, by language and use."""

MIDDLE_OF_PAID = 2
"""Paragraphs that a reader without a subscription sees."""


@dataclass(frozen=True, slots=True)
class View:
    """An article page: the story's state with everything that stands around it."""

    base: str
    path: str
    story: Story
    section: Section
    blocks: tuple[Block, ...]
    inline: dict[int, Card]
    """The cards that the body's promos name, by story."""
    cards: tuple[Card, ...]
    most_read: tuple[Card, ...]
    menu: tuple[Section, ...]
    now: datetime
    page: int = 1
    """0 is the whole article on one page."""
    pages: int = 1

    @property
    def url(self) -> str:
        """The article's address, whichever of its pages this is."""
        return self.base + self.path

    def date(self, moment: datetime, form: str = "") -> str:
        """A moment as this section prints it."""
        return printed(moment, self.section, form)

    def named(self, block: Block) -> tuple[Card, ...]:
        """The cards of those stories that a promo names and that are published."""
        return tuple(self.inline[ref] for ref in block.refs if ref in self.inline)

    def picture(self, name: str) -> str:
        """The address of a picture."""
        return f"{self.base}/media/{name}.jpg"


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list of stories, and what stands around it."""

    base: str
    path: str
    title: str
    language: str
    skin: str
    cards: tuple[Card, ...]
    page: int
    pages: int
    carousel: tuple[Card, ...]
    most_read: tuple[Card, ...]
    menu: tuple[Section, ...]
    charset: str = "utf-8"
    intro: tuple[str, ...] = ()
    newest: datetime | None = None


def printed(moment: datetime, section: Section, form: str = "") -> str:
    """A moment in a section's zone and language; ``form`` is a suffix of a name in ``FORMS``."""
    local = moment.astimezone(ZoneInfo(section.zone))
    language = section.language
    day = DAYS[local.weekday()]
    month = MONTHS.get(language, MONTHS["en"]).split()[local.month - 1]
    pattern = FORMS.get(f"{language}-{form}") or FORMS[language]
    return pattern.format(d=local, day=day, month=month, zone=ZONES.get(section.zone, ""))


def paragraph(text: str, view: View) -> str:
    """A paragraph's text as HTML; its links lead to stories that are published."""
    html = escape(text, quote=False)
    for match in LINK.finditer(html):
        card = view.inline.get(int(match[2]))
        linked = f'<a href="{card.url}">{match[1]}</a>' if card else match[1]
        html = html.replace(match[0], linked)
    return html


def view(newsroom: Newsroom, number: int, base: str, *, page: int = 0) -> View:
    """The page of a published story; ``page`` 0 shows all of it."""
    story = newsroom.state(number)
    section = newsroom.section(story)
    chunks = split(story.blocks)
    page = page if page <= len(chunks) else 1
    named = {ref for block in story.blocks if block.kind in {"related", "promo"} for ref in block.refs}
    named |= {int(match[2]) for block in story.blocks for match in LINK.finditer(block.text)}
    adverts = (ADVERTS[story.id % len(ADVERTS)],) if story.sponsored else ()
    return View(
        base=base,
        path=newsroom.path(story),
        story=story,
        section=section,
        blocks=visible(story, chunks[page - 1] if page else tuple(b for chunk in chunks for b in chunk)),
        inline={ref: card for ref in sorted(named) if (card := newsroom.card(ref, base))},
        cards=newsroom.cards(story.related, base) + adverts,
        most_read=newsroom.most_read(section.language, base, without=story.id),
        menu=newsroom.sections,
        now=newsroom.now,
        page=page,
        pages=len(chunks),
    )


def split(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """The blocks of each page of an article."""
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == "page":
            pages.append([])
        else:
            pages[-1].append(block)
    return [tuple(page) for page in pages]


def visible(story: Story, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """What of the blocks a reader without a subscription gets."""
    if not story.paid:
        return blocks
    stops = [index for index, block in enumerate(blocks) if block.kind == "paragraph"]
    return blocks[: stops[MIDDLE_OF_PAID]] if len(stops) > MIDDLE_OF_PAID else blocks
