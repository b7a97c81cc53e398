"""A role and a name in elements of their own, side by side: ``<dt>Author</dt><dd>Jane Doe</dd>``, a name above "Editor"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from crawler.extract.lines.credits import names_someone
from crawler.extract.page.place import Place
from crawler.extract.page.roles import AUTHOR_LINK
from crawler.normalise.bylines.known import MONONYMOUS
from crawler.normalise.bylines.labels import Label, whole_label

_LONGEST_LABEL, _LONGEST_NAME, _TELLING = 25, 45, 5
_CELLS = frozenset({"td", "th"})
"""A table's cells are read row by row, with the text."""
_ROLES = frozenset({"author", "editor", "translator", "contributor", "photographer", "reporter"})


@dataclass(frozen=True, slots=True)
class Pair:
    """``element`` is the smallest of the page that holds both, or the name's where that holds more.

    ``is_author`` says that the role is the writer's, not an editor's or another's.
    """

    label: int
    name: int
    element: int
    is_author: bool = False


def find_pairs(place: Place, language: str | None, *, taken: Set[int]) -> Iterator[Pair]:
    """The pairs above and below the text; authors in an element of ``taken`` are known already."""
    outline = place.outline
    done = -1
    for element in place.elements:
        if element in taken:
            done = max(done, outline.ends[element])
        count = outline.stops[element] - outline.starts[element]
        if element < done or count != 1:
            continue
        first = outline.starts[element]
        text = outline.texts[first].strip()
        if len(text) > _LONGEST_LABEL or outline.tags[element] in _CELLS or place.zone(element) == "body":
            continue
        if (label := _label(text)) is None or not _ROLES.intersection(label.roles):
            continue
        link = outline.links[first]
        # "Music", a link to its section, is no role.
        if link >= 0 and outline.stops[link] - outline.starts[link] == 1:
            continue
        pair = _pair(place, element, language)
        if pair is not None and ("author" not in label.roles or not taken & {pair.name, pair.element}):
            done = outline.ends[pair.element]
            yield replace(pair, is_author="author" in label.roles)


def _pair(place: Place, label: int, language: str | None) -> Pair | None:
    """The name before the label, where their parent holds nothing else; else the one after it, behind a portrait too."""
    outline, parent = place.outline, place.outline.parents[label]
    before = next((each for each in outline.children(parent) if outline.stops[each] == outline.starts[label]), label)
    if before < label and outline.starts[before] == outline.starts[parent] and outline.stops[label] == outline.stops[parent]:
        return Pair(label, before, parent) if _names(place, before, language) else None
    after = outline.ends[label]
    while after < outline.ends[parent] and outline.starts[after] == outline.stops[after] and outline.tags[after] != "br":
        after = outline.ends[after]
    if after < outline.ends[parent] and _names(place, after, language):
        return Pair(label, after, after)
    return None


def _names(place: Place, element: int, language: str | None) -> bool:
    """Whether the element holds a name; a single word is one where the language or a link to its page says so."""
    outline = place.outline
    text = outline.text(element)
    if not 1 < len(text) <= _LONGEST_NAME or _label(text) is not None:
        return False
    if names_someone(text, language):
        return True
    return text.isalpha() and text.istitle() and (language in MONONYMOUS or _is_linked(place, element, text))


def _is_linked(place: Place, element: int, name: str) -> bool:
    """Whether the word is a link to a writer's page, or to one that is called after it."""
    outline = place.outline
    for each in (element, outline.parents[element], outline.parents[outline.parents[element]], *outline.within(element)):
        href = (outline.attributes(each).get("href") or "") if outline.tags[each] == "a" else ""
        called = href.count("/") > 1 and name[:_TELLING].lower() in href.rpartition("/")[2]
        if AUTHOR_LINK.search(href) or called:
            return True
    return False


def _label(text: str) -> Label | None:
    """The role that the text is; in an element of its own "Editor" needs no colon."""
    return whole_label(f"{text.rstrip(': ')}:")
