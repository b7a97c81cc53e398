"""The element around a picture that holds what is printed with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.extract.figures.addresses import IMAGES, held_address, is_ornament
from crawler.extract.figures.beside import LONGEST, find_beside
from crawler.extract.figures.names import is_printed, names_caption, names_picture
from crawler.extract.figures.telling import ends_in_agency, ends_in_credit, says_credit
from crawler.extract.lines.noise import of_text
from crawler.extract.page.container import Container
from crawler.extract.page.links import HEADINGS
from crawler.extract.page.outline import Outline

_BUTTON = re.compile(r"btn|button|toggle|icon")
_HEIGHT = 9
_MOST_SIZES = 20
_MOST_LINES = 3
_TITLE = 120
"""Characters of the longest line without a full stop that is taken for a picture's title."""
_SHORT = 250
"""Characters that an unnamed element may hold to be a caption; prose is longer."""


@dataclass(frozen=True, slots=True)
class Box:
    """``element`` holds the picture and what is printed with it; ``beside`` are elements after it that belong to it."""

    picture: int
    element: int
    is_figure: bool
    beside: tuple[int, ...] = ()


def box_of(outline: Outline, container: Container, picture: int) -> Box:
    """Find the picture's ``figure``, or the largest element that holds this picture and no prose."""
    figure = _figure(outline, picture)
    element = _grown(outline, container, picture) if figure is None else figure
    beside = () if is_captioned(outline, element) else find_beside(outline, container, element)
    return Box(picture, element, figure is not None, beside)


def is_captioned(outline: Outline, element: int) -> bool:
    """Whether a caption's element with text stands under the element."""
    return any(
        outline.stops[each] > outline.starts[each]
        and (outline.tags[each] == "figcaption" or (names_caption(names := outline.names(each)) and not _BUTTON.search(names)))
        for each in outline.within(element)
    )


def _figure(outline: Outline, picture: int) -> int | None:
    if outline.tags[picture] == "figure":
        return picture
    for holder, _ in zip(outline.ancestors(picture), range(_HEIGHT), strict=False):
        if outline.tags[holder] == "figure":
            return None if _holds_several(outline, holder) else holder
    return None


def _holds_several(outline: Outline, element: int) -> bool:
    """Whether there are pictures of several things under an element: one may be there in some sizes, with the same text."""
    alts: set[str] = set()
    sizes = 0
    for each in outline.within(element):
        if outline.tags[each] in IMAGES and not is_ornament(outline, each):
            alts.add(outline.attributes(each).get("alt") or str(each))
            sizes += 1
            if len(alts) > 1 or sizes > _MOST_SIZES:
                return True
    return False


def _grown(outline: Outline, container: Container, picture: int) -> int:
    element = picture
    headline = container.headline if container.headline is not None else -1
    kept = outline.tags[picture] not in IMAGES
    for holder, _ in zip(outline.ancestors(picture), range(_HEIGHT), strict=False):
        if outline.holds(holder, container.body) or outline.holds(holder, headline) or _holds_several(outline, holder):
            break
        if kept and any(each != picture and held_address(outline, each) for each in outline.within(holder)):
            break
        if not _is_caption_like(outline, holder):
            break
        element = holder
    return element


def _is_caption_like(outline: Outline, holder: int) -> bool:
    """Whether all text of the element may be printed with a picture."""
    size = outline.size(holder) + outline.link_size(holder)
    if size > LONGEST or any(
        outline.tags[each] in HEADINGS and outline.stops[each] > outline.starts[each] for each in outline.within(holder)
    ):
        return False
    if size == 0 or names_picture(outline.names(holder)):
        return True
    lines = dict.fromkeys(outline.lines[outline.starts[holder] : outline.stops[holder]])
    return _is_credited(outline, holder) or all(
        is_printed(outline, line, holder)
        or (outline.tags[line] != "p" and outline.size(line) + outline.link_size(line) <= _SHORT)
        for line in lines
    )


def _is_credited(outline: Outline, holder: int) -> bool:
    """Whether few lines are a caption: the last one is a credit, or the only one ends in it or is too short for a sentence."""
    texts = range(outline.starts[holder], outline.stops[holder])
    lines = list(dict.fromkeys(outline.lines[text] for text in texts if outline.tags[outline.owners[text]] != "button"))
    last = outline.text(lines[-1]) if lines else ""
    if len(lines) > 1:
        return len(lines) <= _MOST_LINES and says_credit(last)
    titled = 0 < len(last) <= _TITLE and last[-1].isalnum() and of_text(last) is None
    return titled or ends_in_credit(last) or ends_in_agency(last)
