"""Which of a picture's many addresses to keep, and which pictures are mere ornament."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.extract.page.outline import Outline
from crawler.normalise.rare import rare

IMAGES = frozenset({"img", "amp-img", "a-img", "pp-image", "image"})
"""Elements that show a picture."""

_CANDIDATE = re.compile(r"(\S[^\s,]*+(?:,(?!\s|https?:|/)[^\s,]*+)*+)(?:\s+([\d.]+)([wx]))?\s*(?:,\s+|,(?=https?:|/)|$)")
_BLANK = re.compile(
    r"(?:^|[/_.-])(?:leer|blank|placeholder|spacer|pixel|1x1|transparent|dummy|loading|loader|lazy|empty|default|no-?image)[^/]*$"
)
_SOURCE = re.compile(r"src|original|lazy|full|large|hi-?res|image|url|echo|bg")
_ADDRESS = re.compile(r"(?:https?:)?//\S+|[^\s{}<>\"']*\.(?:jpe?g|png|webp|gif|avif)(?:[?#]\S*)?", re.IGNORECASE)
_WITHIN = re.compile(r"(?:https?:)?//[^\s\"'<>\\)(&]+\.(?:jpe?g|png|webp|avif)(?![\w-])(?:\?[^\s\"'<>\\)(&]*)?", re.IGNORECASE)
_HELD = re.compile(
    r"data-(?:[a-z]+-)?(?:src|original|image|img|photo|picture|bg|background|full|large|hi-?res)(?:-(?:src|url))?"
)
_HOLDERS = 3
_LISTED = re.compile(r"https?://[^\s\"'<>\\]+")
_ORNAMENT = rare(
    r"(?:^|[/_.-])(?:(?:btn|gal|nav|ico|slider?|slick|swiper)[_-](?:left|right|prev|next|close|zoom)|logos?|icons?|icos?(?=/|[_-])|avatars?|sprites?|spacer|pixel|emoji|badge|headshots?|authors?(?=/)|tracking|gravatar|qr-?code|favicon|spinner|arrow|playbutton)"
    r"(?:[/_.-]|\d|$)|\.svg(?:$|\?)|/[a-z_-]{1,16}\.gif$|/(?:sns/[\w-]{1,24}|social/[a-z_-]{1,20}\d{0,3})\.(?:png|gif|jpe?g)|(?:468|728|9[78]0|1000)x(?:60|90|120)(?!\d)|/[\w-]{0,16}share[\w-]{0,12}\.(?:png|gif)$|/wp-includes/|/wp-content/(?:plugins|themes)/[^?]*\.(?:gif|png|jpe?g|webp)|doubleclick|scorecardresearch",
    "btn gal nav ico slide slick swiper logo avatar sprite spacer pixel emoji badge headshot author tracking qr spinner arrow"
    " playbutton .svg .gif share /sns/ /social/ x60 x90 x120 /wp- doubleclick scorecard",
    any_case=False,
)
"""Asked of addresses in lower case, which takes a third of the time that a pattern for any case does."""
_TINY_STYLE = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)")
_SMALL, _SQUARE, _RATIO = 100, 150, 24
_LONGEST = 20_000
_LONGEST_BLANK = 40
"""Letters of a blank's file name; in a longer one the word is one of many ("…-1170x480-c-default.jpeg")."""
_NUMBERED = re.compile(r"\d{5}")
"""A file that a system has numbered is no blank: ``58215_default_1uF.jpg``."""
_SHELVED = re.compile(r"(?:/\d{2}){3,}/default\.[a-z]+$")
"""Nor is one on a shelf that is numbered for it alone: ``61/51/63/default.jpg``."""


def address_of(outline: Outline, element: int) -> str | None:
    """The picture's address: its own, that of the ``source`` elements beside it, or that of the ``noscript`` after it.

    For an element that only scripts or styles make a picture, the first that any attribute in it holds.
    """
    if outline.tags[element] not in IMAGES and outline.tags[element] != "noscript":
        return _scripted(outline, element)
    own = best_address(outline, element)
    parent = outline.parents[element]
    if own is None and parent >= 0:
        for sibling in outline.children(parent):
            if outline.tags[sibling] == "source":
                own = own or best_address(outline, sibling)
            elif outline.tags[sibling] == "noscript":
                own = own or _fallback(outline, sibling)
    return own or _held(outline, element)


def _held(outline: Outline, element: int) -> str | None:
    """The address that an element around the picture keeps for a script: ``<div class=lazy-image data-src=…><img></div>``."""
    for holder, _ in zip(outline.ancestors(element), range(_HOLDERS), strict=False):
        if sum(outline.tags[each] in IMAGES for each in outline.within(holder)) > 1:
            return None
        if address := held_address(outline, holder):
            return address
    return None


def held_address(outline: Outline, element: int) -> str | None:
    """The picture's address that an attribute of the element itself keeps for a script: ``data-src``, ``data-bg``."""
    for name, value in outline.attributes(element).items():
        if value and _HELD.fullmatch(name) and _ADDRESS.fullmatch(value.strip()) and (real := _real(value.strip())):
            return outline.document.absolute(real)
    return None


def _scripted(outline: Outline, element: int) -> str | None:
    """The first picture's address in the attributes of an element and those in it, in whatever data or style it stands."""
    for each in range(element, outline.ends[element]):
        for value in outline.attributes(each).values():
            found = _WITHIN.search(value.replace("\\/", "/")) if value and "." in value and len(value) < _LONGEST else None
            if found and (real := _real(found[0])):
                return outline.document.absolute(real)
    return held_address(outline, element)


def _fallback(outline: Outline, noscript: int) -> str | None:
    image = outline.nodes[noscript].css_first("img")
    return outline.document.absolute(_real(image.attributes.get("src"))) if image is not None else None


def best_address(outline: Outline, element: int) -> str | None:
    """The address of the largest version that an ``img`` or ``source`` offers, whatever its attributes are called."""
    if element not in outline.addresses:
        attributes = outline.attributes(element)
        offered = [
            candidate for name, value in attributes.items() if value and _is_set(name) for candidate in _candidates(value)
        ]
        best = max(offered, key=lambda candidate: candidate[1], default=None)
        outline.addresses[element] = outline.document.absolute(best[0] if best else next(_sources(attributes), None))
    return outline.addresses[element]


def _size(text: str) -> float:
    """The width or density of a version; 1 where none is stated or it is no number."""
    try:
        return float(text)
    except ValueError:
        return 1.0


def _is_set(name: str) -> bool:
    return "src" in name and ("set" in name or name.endswith("srcs"))


def _sources(attributes: dict[str, str | None]) -> Iterator[str]:
    """Addresses in data attributes come first: there ``src`` holds a blank."""
    for name, value in attributes.items():
        if name.startswith("data-") and value and _SOURCE.search(name) and _ADDRESS.fullmatch(value.strip()) and _real(value):
            yield value.strip()
    if real := _real(attributes.get("src")):
        yield real


def _candidates(srcset: str) -> list[tuple[str, float]]:
    if len(srcset) > _LONGEST:
        return []
    if srcset.lstrip().startswith("{"):
        return [(address, 1.0) for address in _LISTED.findall(srcset)[:1]]
    found = [(address, _size(size)) for address, size, _ in _CANDIDATE.findall(srcset.strip()) if address]
    best = max(found, key=lambda candidate: candidate[1], default=None)
    return [best] if best is not None and _real(best[0]) else []


def _real(value: str | None) -> str | None:
    value = (value or "").strip()
    if not value or value.startswith(("data:", "{", "about:")) or "${" in value:
        return None
    path = value.partition("?")[0].lower()
    file = path.rpartition("/")[2]
    is_short = path.endswith(".gif") or (len(file) <= _LONGEST_BLANK and not _NUMBERED.search(file))
    return None if is_short and _BLANK.search(path) and not _SHELVED.search(path) else value


def is_ornament(outline: Outline, element: int) -> bool:
    """Whether a picture is an icon, a logo, a portrait in a square or a pixel that counts readers."""
    attributes = outline.attributes(element)
    width, height = pixels(attributes.get("width")), pixels(attributes.get("height"))
    is_ratio = "." in (attributes.get("width") or "") + (attributes.get("height") or "")
    if width is not None and height is not None and not is_ratio:
        if max(width, height) <= 2:
            return True
        if max(width, height) > _RATIO and (max(width, height) <= _SMALL or width == height <= _SQUARE):
            return True
    style = attributes.get("style") or ""
    if _TINY_STYLE.search(style) and "padding-" not in style:
        return True
    return bool(_ORNAMENT.search((best_address(outline, element) or "").lower()))


def pixels(value: str | None) -> int | None:
    """A width or height as a number; ``None`` for percentages and their like."""
    digits = (value or "").strip().removesuffix("px").partition(".")[0]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else None
