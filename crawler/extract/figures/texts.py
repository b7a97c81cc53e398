"""What is printed with a picture, parted into caption and credit as the markup parts it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from crawler.evidence import Segments
from crawler.extract.figures.boxes import Box, is_captioned
from crawler.extract.figures.names import names_caption, names_credit
from crawler.extract.figures.telling import says_credit
from crawler.extract.lines.dates import is_date
from crawler.extract.page.outline import Outline
from crawler.extract.page.spans import segments
from crawler.normalise.agencies import find_agency
from crawler.normalise.credits.words import cut_head, labels
from crawler.normalise.names import looks_like_person

_PRINTED = frozenset({"figcaption", "small", "cite", "footer"})
_CONTROL = frozenset({"button", "label", "summary", "h-offscreen", "h1"})
_CONTROL_NAMES = re.compile(
    r"(?:^|[\s_-])(?:btn|button|zoom|expand|fullscreen|lightbox|is_blind|blind|offscreen|sr-only|counter|share|close|toggle|tooltip)(?:$|[\s_-])"
)
_COUNTER = re.compile(
    r"[\[(]?(?:(?:image|photo|picture|slide|bild|foto|imagen|imagem|immagine|gambar)\s)?\d{1,3}\s*(?:/|of|von|van|de|di|sur|dari)\s*\d{1,3}[\])]?|\d{1,2}(?:[.,]\d{1,2})?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:[^\W\d_]+\s)?\d{1,3}\s([^\W\d_']+)")
_FILE = re.compile(r"[\w/.%-]+\.(?:jpe?g|png|webp|gif|tiff?)", re.IGNORECASE)
_JOINT = re.compile(r"[-–—|/•·\s]+")
_DATA = {"data-credit": "creditText", "data-copyright": "creditText", "data-photographer": "creator", "data-caption": "caption",
         "data-image-credit": "creditText", "data-source": "creditText", "data-author": "creator"}  # fmt: skip
_PROPERTIES = frozenset({"copyrightHolder", "creditText", "copyrightNotice", "creator", "author", "provider"})
"""Properties of schema.org's ``ImageObject`` that name whom a picture is from."""
_LONGEST_CREDIT = 200
_TOLD_HEIGHT = 5
_LONGEST_COUNT = 20
_YEAR = 7
"""Letters of a year or a span of years, which may be all of a caption; a whole day is when the picture was put there."""
_LONGEST_CHAIN = 60
_LARGEST_CONTROL = 3
"""Texts that a button holds; one around picture and caption holds more."""


@dataclass(frozen=True, slots=True)
class Texts:
    """``used`` are the indices of all texts of the box, what is a mere control included."""

    caption: Segments = ()
    credit: Segments = ()
    used: tuple[int, ...] = ()
    stated: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_texts(outline: Outline, box: Box, taken: set[int]) -> Texts:
    """Read the box; texts in ``taken`` belong to another picture."""
    elements = (box.element, *box.beside)
    texts = [
        text for element in elements for text in range(outline.starts[element], outline.stops[element]) if text not in taken
    ]
    controls = frozenset(text for text in texts if _is_control(outline, text, box))
    spoken = _once(outline, _spoken(outline, box, [text for text in texts if text not in controls]))
    told = _told_unseen(outline, texts, controls)
    spoken = sorted({*spoken, *told})
    marked = [text in told or _is_credit(outline, text, box) for text in spoken]
    marked = _labelled(outline, spoken, marked)
    if marked == [True] and _is_told_alike(outline, spoken[0], box):
        marked = [False]
    if all(marked) and spoken and sum(len(outline.texts[text]) for text in spoken) > _LONGEST_CREDIT:
        marked = [False] * len(spoken)
    caption = [text for text, is_credit in zip(spoken, marked, strict=True) if not is_credit]
    credit = [text for text, is_credit in zip(spoken, marked, strict=True) if is_credit]
    if all(_JOINT.fullmatch(outline.texts[text]) for text in caption):
        caption = []
    return Texts(segments(outline, caption), segments(outline, credit), tuple(texts), _stated(outline, box))


def _spoken(outline: Outline, box: Box, spoken: list[int]) -> list[int]:
    """The texts that are no controls; where some stand in a caption's element, those and the credits alone."""
    printed = [text for text in spoken if _is_printed(outline, text, box)]
    if all(_is_credit(outline, text, box) for text in printed):
        return spoken
    return [text for text in spoken if text in printed or _names_maker(outline.texts[text].strip(" \n\t()[]"))]


def _once(outline: Outline, spoken: list[int]) -> list[int]:
    """Each long text once: a slider made for two widths of the page prints the caption twice."""
    if len(spoken) < 2:
        return spoken
    first = {" ".join(outline.texts[text].split()): text for text in reversed(spoken)}
    return [text for text in spoken if len(outline.texts[text]) <= _LONGEST_COUNT or text in first.values()]


def _told_unseen(outline: Outline, texts: list[int], controls: frozenset[int]) -> frozenset[int]:
    """Texts behind a label for those who hear the page: ``<span class=visually-hidden>Image source,</span> AP``."""
    pairs = pairwise(texts) if controls else ()
    return frozenset(b for a, b in pairs if a in controls and b not in controls and _is_label(outline.texts[a]))


def _is_label(text: str) -> bool:
    label = labels().whole(text.strip(" ,:.\n\t"))
    return label is not None and label.craft not in ("other", "video")


def _names_maker(text: str) -> bool:
    """Whether a short text is a credit by its words, though nothing calls it so: "(Foto: Reuters)", "© AP/Jane Doe"."""
    return says_credit(text) or _is_chain(text)


def _is_chain(text: str) -> bool:
    """Whether a short text is a house and a person with a slash between: "Republika/ Wihdan Hidayat"."""
    parts = [part.strip() for part in text.split("/")] if len(text) < _LONGEST_CHAIN and "/" in text else []
    return 1 < len(parts) < 4 and all(part[:1].isupper() for part in parts) and any(map(looks_like_person, parts))


def _is_printed(outline: Outline, text: int, box: Box) -> bool:
    element = outline.owners[text]
    while element >= box.element:
        names = outline.names(element)
        if outline.tags[element] in _PRINTED or names_caption(names) or names_credit(names):
            return True
        if element in (box.element, *box.beside):
            return False
        element = outline.parents[element]
    return False


def _is_control(outline: Outline, text: int, box: Box) -> bool:
    """Whether a text is a button's or a note of the page; what a caption beside the picture hides until asked for is none."""
    owner = outline.owners[text]
    said = outline.texts[text].strip()
    if outline.unseen(owner) and not any(outline.unseen(each) and outline.holds(each, owner) for each in box.beside):
        return True
    if _COUNTER.fullmatch(said) or _counts(said) or (said[:1].isdigit() and len(said) > _YEAR and is_date(said)):
        return True
    if "." in said[-5:] and _FILE.fullmatch(said):
        return True
    for element in (owner, outline.parents[owner]):
        if element < 0 or outline.stops[element] - outline.starts[element] > _LARGEST_CONTROL:
            continue
        if outline.tags[element] in _CONTROL or _CONTROL_NAMES.search(outline.names(element)):
            return True
    return False


def _counts(said: str) -> bool:
    """Whether a text says how many pictures there are: "14 Bilder", "View 6 images"."""
    found = _COUNTED.fullmatch(said) if len(said) <= _LONGEST_COUNT else None
    label = labels().whole(found[1]) if found else None
    return label is not None and label.craft == "photo"


def _is_credit(outline: Outline, text: int, box: Box) -> bool:
    """Whether the nearest telling element says credit: by name, or by tag where a caption stands beside it."""
    element = outline.owners[text]
    while element >= box.element and element != box.element:
        names, tag = outline.names(element), outline.tags[element]
        if (outline.attributes(element).get("itemprop") or "") in _PROPERTIES:
            return True
        if names_credit(names) and tag != "figcaption":
            return True
        if names_caption(names) and tag != "figcaption":
            return False
        if tag in ("cite", "footer"):
            return True
        if tag == "small":
            within = _in_caption(outline, element) or any(each < element < outline.ends[each] for each in box.beside)
            return not _fills(outline, element) if within else is_captioned(outline, box.element)
        element = outline.parents[element]
    return False


def _is_told_alike(outline: Outline, text: int, box: Box) -> bool:
    """Whether a "credit" within a caption is what the picture's ``alt`` says that it shows, and no credit by its words."""
    said = outline.texts[text].strip()
    alt = (outline.attributes(box.picture).get("alt") or "").strip()
    if said != alt or not said.endswith(".") or says_credit(said) or find_agency(said) is not None:
        return False
    around = (holder for holder, _ in zip(outline.ancestors(outline.owners[text]), range(_TOLD_HEIGHT), strict=False))
    return any(names_caption(outline.names(holder)) for holder in around)


def _in_caption(outline: Outline, element: int) -> bool:
    return any(outline.tags[holder] == "figcaption" for holder, _ in zip(outline.ancestors(element), range(3), strict=False))


def _fills(outline: Outline, element: int) -> bool:
    """Whether the element holds all text of its parent."""
    parent = outline.parents[element]
    return (outline.starts[element], outline.stops[element]) == (outline.starts[parent], outline.stops[parent])


def _labelled(outline: Outline, texts: list[int], marked: list[bool]) -> list[bool]:
    """A label alone on its line ("Photo :") makes a credit of what follows it."""
    found = list(marked)
    for number, text in enumerate(texts):
        words = outline.texts[text].strip()
        head = cut_head(words) if len(words) < 30 else None
        if head is not None and not head.rest.strip() and head.craft:
            alone = number == 0 or outline.runs[texts[number - 1]] != outline.runs[text]
            if alone and number + 1 < len(texts):
                found[number:] = [True] * (len(texts) - number)
                break
    return found


def _stated(outline: Outline, box: Box) -> dict[str, tuple[str, ...]]:
    """What data attributes of the picture or its box say."""
    found: dict[str, tuple[str, ...]] = {}
    for element in (box.picture, box.element):
        for name, value in outline.attributes(element).items():
            key = _DATA.get(name)
            if key and value and value.strip() and "{" not in value:
                found.setdefault(key, (value.strip(),))
    return found
