"""The site's lists of stories: the front page, sections, topics, authors, and a hub."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from crawler.demo.newsroom import ADVERTS, Newsroom, below
from crawler.demo.skins.parts import topic
from crawler.demo.story import Story
from crawler.demo.view import Listing

PER_PAGE = 8
FRONT_PAGE = 20
PAID_AFTER = 3
"""How many cards stand before the paid one."""
HUB = "/topik/dermaga-merati"


@dataclass(frozen=True, slots=True)
class Stream:
    """A list of stories before it is cut into pages; ``takes`` says which stories belong to it."""

    title: str
    takes: Callable[[Story], bool]
    language: str = "id"
    skin: str = "portal"
    size: int = PER_PAGE
    charset: str = "utf-8"
    intro: tuple[str, ...] = ()


HUB_TEXT = (
    "Dermaga Kuala Merati dibangun pada 1994 dan menjadi pintu masuk bagi enam pulau kecil di Teluk Sendari. "
    "Pada akhir Agustus 2025 awak kapal melaporkan getaran yang tidak biasa, dan sejak itu nasib dermaga tua ini "
    "menjadi pembicaraan di setiap warung kopi.",
    "Halaman ini mengumpulkan semua laporan redaksi tentang pemeriksaan, penutupan, dan perbaikan dermaga, "
    "juga tentang nasib penumpang, pedagang, dan pelajar yang bergantung pada feri setiap hari.",
    "Laporan terbaru selalu berada di urutan paling atas.",
)


def streams(newsroom: Newsroom) -> dict[str, Stream]:
    """All lists with fixed addresses, by path."""
    found = {
        "/": Stream("Berita Terkini", lambda _: True, size=FRONT_PAGE),
        "/indeks": Stream("Indeks Berita", lambda _: True, size=FRONT_PAGE),
        "/berita": Stream("Berita", within("/berita")),
        "/english": Stream("English", within("/english"), "en", "broadsheet"),
        "/deutsch": Stream("Deutsch", within("/deutsch"), "de", "broadsheet"),
        HUB: Stream("Dermaga Merati", lambda story: "Pelabuhan" in story.tags, intro=HUB_TEXT),
    }
    for section in newsroom.sections:
        takes = within(section.path)
        found[section.path] = Stream(section.title, takes, section.language, section.skin, charset=section.charset)
    return found


def within(path: str) -> Callable[[Story], bool]:
    """Whether a story stands in the section of that path, or below it."""
    return lambda story: below(story.section, path)


def stream(newsroom: Newsroom, path: str) -> Stream | None:
    """The list at a path, or ``None``."""
    kind, _, name = path.strip("/").partition("/")
    if kind == "tag" and name:
        return labelled(newsroom, lambda story: story.tags, name)
    if kind in {"penulis", "authors"} and name:
        return labelled(newsroom, lambda story: tuple(credit.name for credit in story.byline), name)
    return streams(newsroom).get(path)


def labelled(newsroom: Newsroom, labels: Callable[[Story], tuple[str, ...]], name: str) -> Stream | None:
    """The list of the stories that bear a tag or a name, in the look of the newest of them."""

    def takes(story: Story) -> bool:
        return any(topic(label) == name for label in labels(story))

    stories = [story for story in newsroom.published() if takes(story)]
    if not stories:
        return None
    section = newsroom.section(stories[0])
    title = next(label for label in labels(stories[0]) if topic(label) == name)
    return Stream(title, takes, section.language, section.skin, charset=section.charset)


def listing(newsroom: Newsroom, base: str, path: str, number: int = 1) -> Listing | None:
    """A page of the list at a path, or ``None`` where there is no such list or page."""
    found = stream(newsroom, path)
    if found is None:
        return None
    stories = [story for story in newsroom.published() if found.takes(story)]
    pages = max(1, ceil(len(stories) / found.size))
    if not 1 <= number <= pages:
        return None
    shown = stories[(number - 1) * found.size : number * found.size]
    cards = newsroom.cards(tuple(story.id for story in shown), base)
    most_read = newsroom.most_read(found.language, base)
    return Listing(
        base=base,
        path=path,
        title=found.title,
        language=found.language,
        skin=found.skin,
        cards=(*cards[:PAID_AFTER], ADVERTS[number % len(ADVERTS)], *cards[PAID_AFTER:]),
        page=number,
        pages=pages,
        carousel=most_read[:3] if number == 1 else (),
        most_read=most_read,
        menu=newsroom.sections,
        charset=found.charset,
        intro=found.intro,
        newest=stories[0].published if stories else None,
    )
