"""What structured data says of pictures: caption, creator, credit, rights, by the picture's address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crawler.extract.page.document import Document
from crawler.extract.stated import jsonld
from crawler.extract.stated.jsonld import Node
from crawler.extract.stated.statement import Statement

_SAID = ("caption", "creditText", "creator", "author", "copyrightHolder", "copyrightNotice", "license", "name", "description")
_HOLDERS = ("image", "primaryImageOfPage", "associatedMedia", "hasPart", "photo")


@dataclass(frozen=True, slots=True)
class StatedPicture:
    """A picture as structured data describes it; ``stated`` has schema.org's names of ``ImageObject`` as keys."""

    url: str
    stated: dict[str, tuple[str, ...]] = field(default_factory=dict)
    width: int | None = None
    height: int | None = None


def read_pictures(statement: Statement, nodes: Sequence[Node], document: Document) -> tuple[StatedPicture, ...]:
    """The pictures of the article's own nodes, of the page's, and those that stand in the graph by themselves."""
    values = [node.get(name) for node in (*statement.nodes, *statement.pages) for name in _HOLDERS]
    found: dict[str, StatedPicture] = {}
    for value in (*values, *jsonld.are(nodes, "ImageObject")):
        for picture in _pictures(value, document):
            known = found.get(picture.url)
            if known is None or len(picture.stated) > len(known.stated):
                found[picture.url] = picture
    return tuple(found.values())


def _pictures(value: object, document: Document) -> Iterator[StatedPicture]:
    for item in jsonld.items(value):
        if isinstance(item, str):
            if address := document.absolute(item):
                yield StatedPicture(address)
        elif isinstance(item, dict) and "ImageObject" in (jsonld.types(item) or ("ImageObject",)):
            address = document.absolute(
                next((text for key in ("contentUrl", "url", "@id") for text in jsonld.texts(item.get(key))), None)
            )
            if address:
                yield StatedPicture(address, _said(item), _pixels(item.get("width")), _pixels(item.get("height")))


def _said(item: Node) -> dict[str, tuple[str, ...]]:
    said = {name: tuple(jsonld.texts(item.get(name), "name", "url", "@id")) for name in _SAID}
    if not said["creator"]:
        said["creator"] = said["author"]
    return {name: texts for name, texts in said.items() if texts and name != "author"}


def _pixels(value: object) -> int | None:
    digits = "".join(letter for letter in str(value or "").split(".")[0] if letter.isascii() and letter.isdigit())
    return int(digits[:6]) or None if digits else None
