"""The caption's elements that stand beside a picture, after it, or where it points to."""

from __future__ import annotations

import re

from crawler.extract.figures.addresses import IMAGES, is_ornament
from crawler.extract.figures.names import PRINTED, is_emphasised, is_named, is_printed, speaks
from crawler.extract.figures.telling import LONGEST_CREDIT, SHORT, ends_in_credit, ends_in_wire, says_credit
from crawler.extract.lines.credits import opens_as_byline
from crawler.extract.page.container import Container
from crawler.extract.page.links import HEADINGS
from crawler.extract.page.outline import Outline
from crawler.normalise.likeness import bare

LONGEST = 700
"""Characters of the longest caption."""
_POINTING = IMAGES | {"a", "picture", "figure", "button"}
_POINTERS = ("▲", "△", "▼", "▽", "◀", "▶", "↑", "↓")
"""Signs that point from a caption to the picture above or below it."""
_REACH = 60
_SHORTEST_ALT, _TELLING_ALT = 5, 20
_WRITER = re.compile(r"(?:^|[\s_-])(?:bylines?|authors?|autor\w*)(?:$|[\s_-])")
_DETACHED = re.compile(r"(?<!text-)caption(?!s)|copyright|bildunterschrift|bildtext|pie-?de-?foto|didascalia")
"""Names so telling that the element need not stand beside the picture."""


def find_beside(outline: Outline, container: Container, element: int) -> tuple[int, ...]:
    """The elements outside a picture's box that hold its caption, which the box itself lacks."""
    found = _following(outline, container, element) or _referenced(outline, element)
    return found or (() if speaks(outline, element) else _detached(outline, container, element))


def _following(outline: Outline, container: Container, element: int) -> tuple[int, ...]:
    """The caption's elements that follow a picture without one."""
    picture, marked = element, speaks(outline, element)
    while (
        not outline.holds(outline.parents[element], container.body)
        and outline.ends[outline.parents[element]] == outline.ends[element]
    ):
        element = outline.parents[element]
        if element <= 0 or (not marked and speaks(outline, element)):
            return ()
    found: list[int] = []
    following, end = outline.ends[element], outline.ends[outline.parents[element]]
    while following < end and len(found) < 2:
        if outline.tags[following] in IMAGES or any(outline.tags[each] in IMAGES for each in outline.within(following)):
            break
        if outline.stops[following] > outline.starts[following] and outline.tags[following] != "button":
            if outline.holds(following, container.body) or not _is_caption(outline, following, picture, marked=marked):
                break
            found.append(following)
        following = outline.ends[following]
    return tuple(found)


def _referenced(outline: Outline, element: int) -> tuple[int, ...]:
    """The caption elsewhere that the box points to: ``aria-describedby``, or a link "Show caption" to its id."""
    marks: set[str] = set()
    for each in range(element, outline.ends[element]):
        if outline.tags[each] in _POINTING:
            attributes = outline.attributes(each)
            marks.update((attributes.get("aria-describedby") or "").split())
            marks.update((attributes.get("href") or "").split("#")[1:2] if outline.tags[each] == "a" else ())
    following = range(outline.ends[element], min(outline.ends[element] + _REACH, len(outline.tags))) if marks - {""} else ()
    return next(((each,) for each in following if outline.attributes(each).get("id") in marks and _fits(outline, each)), ())


def _detached(outline: Outline, container: Container, element: int) -> tuple[int, ...]:
    """The caption of a picture above the text that stands in a box of its own, no other picture or heading between."""
    for each in range(outline.ends[element], min(outline.ends[element] + _REACH, container.body)):
        if outline.tags[each] in HEADINGS and outline.stops[each] > outline.starts[each]:
            break
        if outline.tags[each] in IMAGES and not is_ornament(outline, each) and not _is_double(outline, element, each):
            break
        if outline.stops[each] > outline.starts[each] and _tells(outline, each) and _fits(outline, each):
            after = outline.ends[each]
            beside = after < outline.ends[outline.parents[each]] and _DETACHED.search(outline.names(after))
            return (each, after) if beside and outline.stops[after] > outline.starts[after] else (each,)
    return ()


def _tells(outline: Outline, element: int) -> bool:
    """Whether an element by itself says that it is a caption: by its name, or named a credit by the one it ends in."""
    names = outline.names(element)
    return bool(_DETACHED.search(names)) or ("credit" in names and ends_in_credit(outline.text(element)))


def _is_double(outline: Outline, element: int, picture: int) -> bool:
    """Whether a picture is that of the box again, for another width of the page."""
    alt = outline.attributes(picture).get("alt")
    return bool(alt) and any(outline.attributes(each).get("alt") == alt for each in range(element, outline.ends[element]))


def _fits(outline: Outline, element: int) -> bool:
    """Whether an element holds a caption by its name and size."""
    return 0 < outline.size(element) + outline.link_size(element) <= LONGEST and is_named(outline, element)


def _is_caption(outline: Outline, element: int, picture: int, *, marked: bool) -> bool:
    """Whether an element after a picture is its caption: by name, by how it is set, or because it says what ``alt`` says."""
    size = outline.size(element) + outline.link_size(element)
    if size > LONGEST or _is_byline(outline, element) or _is_rubric(outline, element):
        return False
    owners = outline.owners[outline.starts[element] : outline.stops[element]]
    if is_named(outline, element) or all(_is_named_within(outline, element, owner) for owner in owners):
        return True
    if marked:
        return False
    if outline.tags[element] in PRINTED or is_emphasised(outline, element):
        return True
    if all(is_printed(outline, owner, element) for owner in owners):
        return True
    text = outline.text(element)
    points = text.startswith(_POINTERS) and len(text) <= SHORT
    points = points or _is_wired(outline, element)
    return points or _says_alt(outline, element, picture) or says_credit(text) or ends_in_credit(text)


def _is_byline(outline: Outline, element: int) -> bool:
    """Whether an element named for its author says who wrote the story, not who made the picture before it."""
    if not any(_WRITER.search(outline.names(each)) for each in range(element, outline.ends[element])):
        return False
    return opens_as_byline(outline.text(element)) or _is_reachable(outline, element)


def _is_reachable(outline: Outline, element: int) -> bool:
    """Whether a mail address stands in the element or the one after it: a writer's is printed, a photographer's is not."""
    after, end = outline.ends[element], outline.ends[outline.parents[element]]
    beside = outline.text(after) if after < end and outline.stops[after] > outline.starts[after] else ""
    return any(text.find("@") > 0 and len(text) <= LONGEST_CREDIT for text in (outline.text(element), beside))


def _is_rubric(outline: Outline, element: int) -> bool:
    """Whether an element holds nothing but links to the subjects of the story."""
    return not outline.size(element) and any(
        "tag" in (outline.attributes(each).get("rel") or "").split() for each in range(element, outline.ends[element])
    )


def _is_named_within(outline: Outline, element: int, owner: int) -> bool:
    while owner > element:
        if is_named(outline, owner):
            return True
        owner = outline.parents[owner]
    return False


def _is_wired(outline: Outline, element: int) -> bool:
    """Whether the story goes on behind a short text that ends in a wire: at its end that signs the story."""
    stop = outline.stops[outline.parents[element]]
    text, after = outline.text(element), outline.unlinked[stop] - outline.unlinked[outline.stops[element]]
    return 2 * len(text) < after and ends_in_wire(text)


def _says_alt(outline: Outline, element: int, picture: int) -> bool:
    """Whether an element says what the picture's ``alt`` says or begins with, with no more than a credit behind it."""
    inner = [each for each in range(picture, outline.ends[picture]) if outline.tags[each] in IMAGES]
    alts = [alt for each in inner if len(alt := bare(outline.attributes(each).get("alt") or "")) > _SHORTEST_ALT]
    told, opening = bare(outline.text(element)), bare(outline.texts[outline.starts[element]])
    if told in alts or (len(told) > _TELLING_ALT and any(alt.startswith(told) for alt in alts)):
        return True
    return len(opening) > _TELLING_ALT and len(told) - len(opening) <= LONGEST_CREDIT and opening in alts
