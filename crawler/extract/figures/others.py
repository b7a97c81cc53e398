"""What stands where a picture could, and is another's: films, portraits, teasers, offers; and what scripts make a picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.extract.figures.addresses import IMAGES, address_of, held_address
from crawler.extract.figures.boxes import Box
from crawler.extract.figures.links import enlarges
from crawler.extract.figures.names import names_picture
from crawler.extract.lines.noise import appeals, is_offer
from crawler.extract.page.container import Container
from crawler.extract.page.links import HEADINGS
from crawler.extract.page.outline import Outline
from crawler.extract.page.roles import AUTHOR_LINK, names
from crawler.normalise.headings import heading_kind
from crawler.normalise.names import looks_like_person

_FILM = re.compile(r"(?:^|\s)(?:[a-z]{1,3}[-_]+)?video(?!less)")
_DURATION = re.compile(r"-?\d{1,2}:\d\d(?::\d\d)?(?:\s*/\s*\d{1,2}:\d\d(?::\d\d)?)?")
_CAPTIONED = re.compile(r"(?<!text-)caption")
"""A caption's name, and not that of a size of letters."""
_NO_PICTURES = IMAGES | {"noscript", "video", "audio", "iframe", "object", "embed", "table", "pre", "blockquote", "figure"}
_FRAMES = frozenset({"div", "section", "span", "a"})
_HEIGHT, _LONGEST = 3, 500
"""Elements around a picture that may hold an offer, and the offer's characters."""
_BY_WORD = 6
"""Characters beside a name: "By", "Oleh"."""


def shows_other(outline: Outline, container: Container, box: Box) -> bool:
    """Whether the box holds a video's poster, an advertisement or a writer's portrait, or stands in an offer of the house."""
    captioned = "figcaption" in outline.tags[box.element : outline.ends[box.element]]
    texts = range(outline.starts[box.element], outline.stops[box.element])
    if any(_DURATION.fullmatch(outline.texts[text].strip()) for text in texts):
        return True
    if len(texts) == 1 and heading_kind(outline.texts[texts[0]]) == "sponsored":
        return True
    beside = (element for other in box.beside for element in range(other, outline.ends[other]))
    for element in (*range(box.element, outline.ends[box.element]), *beside):
        tag = outline.tags[element]
        if tag in ("video", "iframe", "audio", "time") or (tag in ("div", "span") and _FILM.search(outline.names(element))):
            return True
        if tag == "a" and AUTHOR_LINK.search(outline.attributes(element).get("href") or ""):
            return not captioned
    return (
        not captioned
        and not box.beside
        and (_is_writer(outline, container, box) or _is_offered(outline, container, box.element))
    )


def _is_writer(outline: Outline, container: Container, box: Box) -> bool:
    """Whether a picture stands in a byline; one with no more words than a name also beside that which its ``alt`` says."""
    said = outline.text(box.element)
    silent = len(said) <= len(outline.attributes(box.picture).get("alt") or "") + _BY_WORD
    for holder, _ in zip((box.element, *outline.ancestors(box.element)), range(_HEIGHT), strict=False):
        if outline.holds(holder, container.body) or outline.size(holder) + outline.link_size(holder) > _LONGEST:
            return False
        if names(outline.words(holder)).author or (silent and _is_named(outline, holder, box.picture)):
            return True
    return False


def _is_named(outline: Outline, holder: int, picture: int) -> bool:
    """Whether a text of the holder is the person's name that the picture's alternative text says."""
    alt = (outline.attributes(picture).get("alt") or "").strip()
    if not looks_like_person(alt):
        return False
    return any(text.strip() == alt for text in outline.texts[outline.starts[holder] : outline.stops[holder]])


def _is_offered(outline: Outline, container: Container, element: int) -> bool:
    """Whether the words around a picture without a caption are an offer: a newsletter, membership, an app, a film."""
    for holder, _ in zip(outline.ancestors(element), range(_HEIGHT), strict=False):
        if outline.holds(holder, container.body) or outline.size(holder) + outline.link_size(holder) > _LONGEST:
            return False
        if _FILM.search(outline.names(holder)):
            return True
        text = outline.text(holder)
        if text and (is_offer(text) or appeals(text)):
            return True
    return False


def is_promo(outline: Outline, box: Box, cut: Sequence[tuple[int, int]]) -> bool:
    """Whether all that is printed with the picture is the teaser of another story: the picture alone is not linked.

    A caption is none, unless it is a headline and nothing of it stands outside of links.
    """
    owners = outline.owners[outline.starts[box.element] : outline.stops[box.element]]
    if not owners or enlarges(outline, box.picture):
        return False
    within = range(box.element, outline.ends[box.element])
    told = [any(start <= owner < end for start, end in cut) for owner in owners]
    if not outline.size(box.element) and any(outline.tags[element] in HEADINGS for element in within):
        return any(told)
    if any(outline.tags[element] == "figcaption" or _CAPTIONED.search(outline.names(element)) for element in within):
        return False
    return all(told)


def is_scripted(outline: Outline, element: int, *, before: int) -> bool:
    """Whether scripts or styles will show a picture here, whose address the attributes hold.

    Such are a ``figure`` with a caption and nothing to see, and above the text (``before``) a frame with a picture behind it
    or kept for it.
    """
    tag = outline.tags[element]
    if tag == "figure":
        tags = outline.tags[element + 1 : outline.ends[element]]
        return "figcaption" in tags and _NO_PICTURES.isdisjoint(tags) and address_of(outline, element) is not None
    if (
        tag not in _FRAMES
        or element >= before
        or outline.ends[element] > element + 1
        or outline.starts[element] < outline.stops[element]
    ):
        return False
    behind = "url(" in (outline.attributes(element).get("style") or "") or held_address(outline, element)
    return bool(behind and names_picture(outline.names(element))) and address_of(outline, element) is not None
