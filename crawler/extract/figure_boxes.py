"""The element around a picture that holds what is printed with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.extract.container import Container
from crawler.extract.image_addresses import IMAGES, is_ornament
from crawler.extract.link_words import HEADINGS
from crawler.extract.outline import Outline
from crawler.normalise.credit_words import cut_head, labels
from crawler.normalise.likeness import bare

CAPTION = re.compile(
    r"caption|bildunterschrift|bildtext|bildtitel|legend|keterangan|pied?-?de?-?foto|didascalia|leyenda|descri(?:ption|pcion|zione|ptif|cao)|deskripsi|beschreibung|beskriv(?:else|ning)|omschrijving"
    r"|(?<![a-z])(?:desc|cutline)(?![a-z])|photodesc|(?:photo|image|img|media|thumb|fig)[-_]*(?:text|title|lead|info)(?![a-z])"
)
CREDIT = re.compile(
    r"credit|copyright|licen[cs]e|(?:^|[\s_-])(?:attribution|bildlizenz|bildrechte?|nachweis|urheber|byline|source|quelle|sumber|rights|author|autor\w*|fotografer|photographer|fotograf\w*|agency|bildquelle|bildnachweis|fotocredit"
    r"|provider|courtesy)(?:$|[\s_-])|(?:image|photo|foto|picture|media|caption|img)[_-]*(?:source|author|by|rights|origin|agency)|photographer|__source|-source"
)
PICTORIAL = re.compile(
    r"caption|figure|image|photo|foto|picture|gallery|carousel|slide(?:s|r|show)?(?![a-z])"
    r"|(?<![a-z])(?:img|pic|media|thumb\w*|bild\w*|gambar|imagen|illustration)(?![a-z])"
)
_BUTTON = re.compile(r"btn|button|toggle|icon")
_PRINTED = frozenset({"figcaption", "small", "em", "i", "cite"})
_POINTING = IMAGES | {"a", "picture", "figure", "button"}
_HEIGHT, _REACH = 9, 60
_LONGEST = 700
_LONGEST_CREDIT, _SHORTEST_CREDIT, _LONGEST_LABEL = 120, 3, 30
_SIGNS = frozenset("摄攝影供图圖真)）")
_SIGNED = re.compile(r"[\u3400-\u9fff]\s?(?:摄影?|攝影?|撮影|供图|供圖|提供)[)）]?$|사진\s*=")
"""A caption that ends in the photographer's or the giver's name: "…录制视频 李尕 摄"."""
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
    beside = () if is_captioned(outline, element) else _beside(outline, container, element) or _referenced(outline, element)
    return Box(picture, element, figure is not None, beside)


def is_captioned(outline: Outline, element: int) -> bool:
    """Whether a caption's element with text stands under the element."""
    return any(
        outline.stops[each] > outline.starts[each]
        and (outline.tags[each] == "figcaption" or (CAPTION.search(names := outline.names(each)) and not _BUTTON.search(names)))
        for each in outline.within(element)
    )


def _figure(outline: Outline, picture: int) -> int | None:
    for holder, _ in zip(outline.ancestors(picture), range(_HEIGHT), strict=False):
        if outline.tags[holder] == "figure":
            return holder if len(_pictures(outline, holder)) <= 1 else None
    return None


def _pictures(outline: Outline, element: int) -> list[int]:
    """The pictures under an element, without those that are others in another size."""
    found = [each for each in outline.within(element) if outline.tags[each] in IMAGES and not is_ornament(outline, each)]
    alts = {outline.attributes(each).get("alt") or str(each) for each in found}
    return found[: len(alts)]


def _speaks(outline: Outline, element: int) -> bool:
    return any(
        not outline.unseen(outline.owners[text]) and outline.tags[outline.owners[text]] != "button"
        for text in range(outline.starts[element], outline.stops[element])
    )


def _grown(outline: Outline, container: Container, picture: int) -> int:
    element = picture
    headline = container.headline if container.headline is not None else -1
    for holder, _ in zip(outline.ancestors(picture), range(_HEIGHT), strict=False):
        if outline.holds(holder, container.body) or outline.holds(holder, headline) or len(_pictures(outline, holder)) > 1:
            break
        if not _is_caption_like(outline, holder):
            break
        element = holder
    return element


def _is_caption_like(outline: Outline, holder: int) -> bool:
    """Whether all text of the element may be printed with a picture."""
    size = outline.size(holder) + outline.link_size(holder)
    if size > _LONGEST or any(
        outline.tags[each] in HEADINGS and outline.stops[each] > outline.starts[each] for each in outline.within(holder)
    ):
        return False
    if size == 0 or PICTORIAL.search(outline.names(holder)):
        return True
    lines = dict.fromkeys(outline.lines[outline.starts[holder] : outline.stops[holder]])
    return all(
        _is_printed(outline, line, holder)
        or (outline.tags[line] != "p" and outline.size(line) + outline.link_size(line) <= _SHORT)
        for line in lines
    )


def _is_printed(outline: Outline, line: int, holder: int) -> bool:
    """Whether a line is set or named like a caption."""
    element = line
    while element >= holder:
        names = outline.names(element)
        if outline.tags[element] in _PRINTED or CAPTION.search(names) or CREDIT.search(names):
            return True
        element = outline.parents[element]
    return _is_emphasised(outline, line)


def _is_emphasised(outline: Outline, element: int) -> bool:
    texts = range(outline.starts[element], outline.stops[element])
    return bool(texts) and all(
        outline.tags[outline.owners[text]] in _PRINTED or outline.tags[outline.parents[outline.owners[text]]] in _PRINTED
        for text in texts
    )


def _beside(outline: Outline, container: Container, element: int) -> tuple[int, ...]:
    """The caption's elements that follow a picture without one."""
    picture, speaks = element, _speaks(outline, element)
    while (
        not outline.holds(outline.parents[element], container.body)
        and outline.ends[outline.parents[element]] == outline.ends[element]
    ):
        element = outline.parents[element]
        if element <= 0 or (not speaks and _speaks(outline, element)):
            return ()
    found: list[int] = []
    following, end = outline.ends[element], outline.ends[outline.parents[element]]
    while following < end and len(found) < 2:
        if outline.tags[following] in IMAGES or any(outline.tags[each] in IMAGES for each in outline.within(following)):
            break
        if outline.stops[following] > outline.starts[following]:
            if outline.holds(following, container.body) or not _is_caption(outline, following, picture, marked=speaks):
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


def _fits(outline: Outline, element: int) -> bool:
    """Whether an element holds a caption by its name and size."""
    size, names = outline.size(element) + outline.link_size(element), outline.names(element)
    return 0 < size <= _LONGEST and bool(CAPTION.search(names) or CREDIT.search(names))


def _is_caption(outline: Outline, element: int, picture: int, *, marked: bool) -> bool:
    """Whether an element after a picture is its caption: by name, by how it is set, or because it says what ``alt`` says."""
    if outline.size(element) + outline.link_size(element) > _LONGEST:
        return False
    names = outline.names(element)
    if outline.tags[element] == "figcaption" or CAPTION.search(names) or CREDIT.search(names):
        return True
    if marked:
        return False
    if outline.tags[element] in _PRINTED or _is_emphasised(outline, element):
        return True
    if all(_is_printed(outline, owner, element) for owner in outline.owners[outline.starts[element] : outline.stops[element]]):
        return True
    return _says_alt(outline, element, picture) or says_credit(outline.text(element))


def says_credit(text: str) -> bool:
    """Whether a short line begins with a credit's label and a colon, or the sign of copyright, and names somebody."""
    if len(text) > _LONGEST_CREDIT:
        return False
    if text[-1:] in _SIGNS and not text.isascii():
        return _SIGNED.search(text) is not None
    if text.startswith(("©", "(c) ")):
        return len(text) > _SHORTEST_CREDIT
    label = labels().head(text) if ":" in text[:_LONGEST_LABEL] else None
    begins = label is not None and label.start == 0 and text[label.end :].lstrip()[:1] in (":", "：")
    head = cut_head(text) if begins else None
    return head is not None and head.craft not in (None, "source") and len(head.rest.strip()) > 1


def _says_alt(outline: Outline, element: int, picture: int) -> bool:
    told = bare(outline.text(element))
    inner = [each for each in range(picture, outline.ends[picture]) if outline.tags[each] in IMAGES]
    return len(told) > 5 and any(bare(outline.attributes(each).get("alt") or "") == told for each in inner)
