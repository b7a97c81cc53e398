"""The stories of the bundled site, as its data files hold them.

One file in ``content/`` is one section: a ``[section]`` table and its ``[[article]]`` tables. A body is plain
text, its blocks parted by empty lines: ``## `` opens a sub-heading, ``> `` a quote, ``- `` the items of a list;
``[picture N]``, ``[related ID …]``, ``[promo ID]``, ``[advert]``, ``[video]``, ``[page]`` and ``[entry TIME | TITLE]``
stand for what a page prints there. ``{words|ID}`` within a paragraph is a link to another story.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"
MARK = re.compile(r"\[(picture|related|promo|advert|video|page|entry)\b([^\]]*)\]\Z")
LINK = re.compile(r"\{([^|{}]+)\|(\d+)\}")


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody the byline names."""

    name: str
    role: str = "author"
    kind: str = "Person"
    title: str | None = None
    place: str | None = None
    prefix: str = ""
    """An academic title, printed before the name."""

    @property
    def printed(self) -> str:
        """The name as the byline has it."""
        return f"{self.prefix} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what is printed beside it (``caption``, ``credit``) and what that credit states."""

    file: str
    caption: str | None = None
    credit: str | None = None
    """The credit line without its label."""
    shape: str = ""
    """How the page prints the credit; each skin knows its own shapes, the empty one is its usual."""
    by: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    """Agencies and distributors, origin first."""
    source: str | None = None
    makers: tuple[str, ...] = ()
    """Accounts and organisations that made it."""
    usage: tuple[str, ...] = ()
    label: str | None = None
    """A label printed before the caption ("SAUH Militer")."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body. ``refs`` are story ids or, of a picture, its index."""

    kind: str
    text: str = ""
    refs: tuple[int, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """What changes in a story at a moment after its publication."""

    at: datetime
    note: str | None = None
    """Printed below the text where the change is a correction."""
    headline: str | None = None
    swap: tuple[tuple[str, str], ...] = ()
    """Passages of the body, old and new."""
    add: str = ""
    """Blocks put at the end or, as a live blog's newest entries, before its others."""


@dataclass(frozen=True, slots=True)
class Story:
    """One article in one of its states."""

    id: int
    section: str
    headline: str
    published: datetime
    slug: str
    blocks: tuple[Block, ...] = ()
    kind: str = "news"
    """news, opinion, live, gallery, video."""
    kicker: str | None = None
    standfirst: str | None = None
    dateline: str | None = None
    byline: tuple[Name, ...] = ()
    sign_off: str | None = None
    pictures: tuple[Picture, ...] = ()
    related: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    sponsored: bool = False
    """A paid card stands among the related ones."""
    paid: bool = False
    """Only subscribers read it whole: the page is cut."""
    modified: datetime | None = None
    notes: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = field(default=(), repr=False)

    def at(self, moment: datetime) -> Story:
        """The story in the state it has at that moment."""
        state = self
        for revision in self.revisions:
            if revision.at <= moment:
                state = revised(state, revision)
        return state

    def paragraphs(self) -> tuple[str, ...]:
        """The texts of the body's own paragraphs, links resolved to their words."""
        return tuple(words(block.text) for block in self.blocks if block.kind == "paragraph")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the site and the shape of its pages."""

    path: str
    title: str
    language: str
    zone: str
    skin: str
    url: str
    """Pattern of an article's path: ``{id}``, ``{slug}``, ``{date:%Y}``."""
    parent: str | None = None
    charset: str = "utf-8"
    feed: str = ""
    stories: tuple[Story, ...] = field(default=(), repr=False)


def words(text: str) -> str:
    """The text of a paragraph without its link marks."""
    return LINK.sub(r"\1", text)


def revised(story: Story, revision: Revision) -> Story:
    """The story after one revision."""
    blocks = tuple(replace(block, text=swapped(block.text, revision.swap)) for block in story.blocks)
    newest = next((index for index, block in enumerate(blocks) if block.kind == "entry"), len(blocks))
    ordered = blocks[:newest] + parsed(revision.add) + blocks[newest:]
    notes = (*story.notes, revision.note) if revision.note else story.notes
    headline = revision.headline or story.headline
    return replace(story, blocks=ordered, notes=notes, headline=headline, modified=revision.at)


def swapped(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """The text with every old passage replaced by its new one."""
    for old, new in pairs:
        text = text.replace(old, new)
    return text


def parsed(body: str) -> tuple[Block, ...]:
    """The blocks of a body in the files' notation."""
    chunks = (chunk.strip() for chunk in re.split(r"\n\s*\n", body))
    return tuple(block for chunk in chunks if chunk for block in read(chunk))


def read(chunk: str) -> tuple[Block, ...]:
    """The blocks of one chunk: as many as there are items where it is a list, else one."""
    if mark := MARK.match(chunk):
        return (marked(mark[1], mark[2].strip()),)
    if chunk.startswith("- "):
        return tuple(Block("item", line[2:].strip()) for line in chunk.splitlines())
    text = " ".join(chunk.split())
    for prefix, kind in (("## ", "heading"), ("> ", "quote")):
        if text.startswith(prefix):
            return (Block(kind, text[len(prefix) :]),)
    return (Block("paragraph", text),)


def marked(kind: str, rest: str) -> Block:
    """The block of a bracketed mark."""
    if kind == "entry":
        moment, _, title = rest.partition("|")
        return Block(kind, title.strip(), at=datetime.fromisoformat(moment.strip()))
    return Block(kind, refs=tuple(int(number) for number in rest.split()))


def slugged(headline: str) -> str:
    """A headline as the words of a URL; empty where it holds no Latin letter."""
    plain = unicodedata.normalize("NFKD", headline.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def story(section: str, table: dict[str, Any]) -> Story:
    """The story of one ``[[article]]`` table."""
    given = frozen(table)
    given["blocks"] = parsed(given.pop("body"))
    given["byline"] = tuple(Name(**name) for name in given.pop("byline", ()))
    given["pictures"] = tuple(Picture(**frozen(picture)) for picture in given.pop("pictures", ()))
    given["revisions"] = tuple(Revision(**frozen(revision)) for revision in given.pop("revisions", ()))
    given.setdefault("slug", slugged(given["headline"]))
    return Story(section=section, **given)


def frozen(table: dict[str, Any]) -> dict[str, Any]:
    """The table with its lists, and the lists in them, made tuples."""
    return {key: tupled(value) for key, value in table.items()}


def tupled(value: Any) -> Any:
    """A list as a tuple, anything else as it is."""
    return tuple(tupled(item) for item in value) if isinstance(value, list) else value


def section(path: Path) -> Section:
    """The section that one data file holds."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    table = data["section"]
    return Section(**table, stories=tuple(story(table["path"], article) for article in data.get("article", ())))


@cache
def sections() -> tuple[Section, ...]:
    """All sections, in the order of their files' names."""
    return tuple(section(path) for path in sorted(CONTENT.glob("*.toml")) if not path.stem.startswith("_"))
