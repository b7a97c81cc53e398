"""Picture records: caption, credit, alt text and rights of each picture, and each picture once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from crawler.evidence import Context, RawImage, Segment, Segments, plain
from crawler.items import Image
from crawler.normalise.captions import caption_usage, split_caption
from crawler.normalise.captions.shapes import credit_shape, is_pair, labelled
from crawler.normalise.credits import PictureCredit, bare_credit, parse_credit, read_names
from crawler.normalise.credits.words import is_noise
from crawler.normalise.lexicon import words
from crawler.normalise.names import name_key
from crawler.normalise.picture_files import picture_key

_FEW = 8
"""Words of a line that begins with a credit's label and may be no caption."""
_TELLING = 10
"""Characters from which on an alt text that begins the caption is its first part, not a word of it."""
_IN_ALT = frozenset({"bracket", "label", "mark"})
_IN_TITLE = _IN_ALT | {"whole", "separator", "sentence"}
_FILE_NAME = re.compile(r"[\w%.()-]+\.(?:jpe?g|png|webp|gif|avif)|(?:img|dsc|image|photo|foto)[_\s-]?\d+", re.IGNORECASE)

_HEADED = re.compile(r"\w[.!?] ?©")
"""What ends before the copyright mark is the caption where there is no other: "Mawar Eva. ©2020 Merdeka.com"."""


def read_images(raws: Iterable[RawImage], context: Context) -> tuple[Image, ...]:
    """Read all pictures in their order; entries that show one file are one picture, its gaps filled from the later ones."""
    merged: dict[str, RawImage] = {}
    for number, raw in enumerate(raws):
        key = picture_key(raw.url) if raw.url else f"#{number}"
        merged[key] = _joined(merged[key], raw) if key in merged else raw
    return tuple(read_image(raw, context) for raw in merged.values())


def read_image(raw: RawImage, context: Context) -> Image:
    """Read one picture: caption without its credit, the credit's names in their places, alt text, rights.

    The credit printed with the picture counts first (the markup's own, then the one inside the caption); the title and alt
    texts count where they are a credit by their shape, structured data where nothing is printed.
    Nothing is invented: without a credit all its fields stay empty.
    """
    raw = _told_apart(raw, context)
    split = split_caption(_behind_alt(_without(raw.caption, raw.credit), raw), context)
    inner = tuple(Segment(piece, line=-len(split.pieces) + at) for at, piece in enumerate(split.pieces))
    parts = (*inner, *raw.credit) or _unprinted(raw, context)
    pieces = [*split.pieces, plain(raw.credit)] if inner or raw.credit else [part.text for part in parts]
    credit = parse_credit(parts, context)
    image = Image(
        url=raw.url,
        role=raw.role,
        position=raw.position,
        caption=split.caption,
        caption_raw=_differing(split.raw or "", split.caption),
        caption_label=split.label,
        alt_text=_alt_text(raw.alt, context),
        copyright_notice=next(iter(raw.stated.get("copyrightNotice", ())), None),
        license=next((url for url in raw.stated.get("license", ()) if url.startswith(("http://", "https://"))), None),
        usage_info=caption_usage(split.caption or ""),
        width=raw.width,
        height=raw.height,
    )
    return _credited(image, credit, pieces) if credit else image


def _told_apart(raw: RawImage, context: Context) -> RawImage:
    """The picture with a caption that the markup calls credit put back into the caption, to be parted there."""
    if not raw.credit:
        return raw
    parts = _once(raw.credit)
    sentence = tuple(replace(part, cls="") for part in parts)
    split = split_caption(sentence, context)
    headed = not raw.caption and _HEADED.search(plain(sentence))
    if not split.caption or not (headed or _is_caption(split.caption, context)):
        return replace(raw, credit=parts)
    return replace(raw, caption=(*_without(raw.caption, raw.credit), *sentence), credit=())


def _once(parts: Segments) -> Segments:
    """The segments without repetitions, of one or of all the others together."""
    single = tuple({part.text: part for part in parts}.values())
    for part in single if len(single) > 2 else ():
        others = tuple(other for other in single if other is not part)
        if name_key(plain(others)) == name_key(part.text):
            return others
    return single


def _is_caption(text: str, context: Context) -> bool:
    """Whether a text that the markup calls credit is none: three words and more that name nobody, or one long house."""
    shape = credit_shape(text, context)
    if is_noise(text) or is_pair(text, context):
        return False
    parts = text.strip("()[] ").split()
    if (
        labelled(text)
        and len(parts) < _FEW
        and not any(name.kind == "prose" or name.craft == "video" for name in read_names(text, context))
    ):
        return False
    capitals = all(part[0].isupper() for part in parts if len(part) > 3)
    return len(parts) > 2 and (shape == "" or (shape == "house" and "/" not in text and len(parts) > 3 and not capitals))


def _credited(image: Image, credit: PictureCredit, pieces: Sequence[str]) -> Image:
    shown = " | ".join(_distinct(bare for piece in pieces if (bare := " ".join(bare_credit(piece).split()))))
    return replace(
        image,
        credit_text=shown,
        credit_text_raw=_differing(credit.raw, shown),
        creator=credit.creator,
        source=credit.source,
        provider=credit.provider,
        copyright_holder=credit.copyright_holder,
        copyright_notice=credit.copyright_notice or image.copyright_notice,
        usage_info=tuple(dict.fromkeys((*credit.usage_info, *image.usage_info))),
    )


def _unprinted(raw: RawImage, context: Context) -> Segments:
    """The credit that only the title or alt text or the structured data state."""
    for text, rules in ((raw.title, _IN_TITLE), (raw.alt, _IN_ALT)):
        told = split_caption(" ".join((text or "").split()), context)
        if told.credit and told.how in rules and _evident(told.credit, context):
            return (Segment(told.credit),)
    own = {name_key(name) for name in context.publishers}
    for field in ("creditText", "creator", "copyrightHolder"):
        values = [" ".join(value.split()) for value in raw.stated.get(field, ())]
        stated = [value for value in values if value and name_key(value) not in own]
        if stated:
            return tuple(Segment(value, line=line) for line, value in enumerate(stated))
    return ()


def _evident(credit: str, context: Context) -> bool:
    """Whether a text not printed is a credit beyond doubt: an agency is named, or a label stands before a colon."""
    shape = credit_shape(credit, context)
    return shape == "agency" or (shape == "label" and labelled(credit.strip("()[]")) == "label")


def _without(caption: Segments, credit: Segments) -> Segments:
    """The caption's segments without the credit that the markup also sets apart."""
    if not caption or not credit:
        return caption
    told = plain(credit)
    left = tuple(part for part in caption if part.text != told and part not in credit)
    last = left[-1] if left else None
    if last and last.text.endswith(told) and len(told) > 3:
        rest = last.text.removesuffix(told).rstrip()
        return (*left[:-1], replace(last, text=rest)) if rest else left[:-1]
    return left


def _behind_alt(caption: Segments, raw: RawImage) -> Segments:
    """The caption parted where it goes on after the alt or title text: what follows there is mostly the credit."""
    text = caption[0].text if len(caption) == 1 else ""
    for told in (raw.alt, raw.title):
        head = " ".join((told or "").split())
        rest = text[len(head) :].strip()
        if len(head) >= _TELLING and text.startswith(head) and rest and (rest[0] in "/|–—-(©[•" or head[-1] in ".!?"):
            return (replace(caption[0], text=head), replace(caption[0], text=rest, tag="alt"))
    return caption


def _joined(first: RawImage, second: RawImage) -> RawImage:
    """One picture of two entries: the first one, its gaps filled."""
    wider = second if (second.width or 0) > (first.width or 0) else first
    return replace(
        first,
        role="lead" if "lead" in (first.role, second.role) else first.role,
        caption=first.caption or second.caption,
        credit=first.credit or second.credit,
        alt=first.alt or second.alt,
        title=first.title or second.title,
        stated={**second.stated, **first.stated},
        url=wider.url,
        width=wider.width,
        height=wider.height,
    )


def _alt_text(alt: str | None, context: Context) -> str | None:
    """The alt text, unless it is a template's placeholder, a file name or the headline."""
    text = " ".join((alt or "").split())
    folded = text.casefold()
    if not text or folded in words("alt_placeholders") or _FILE_NAME.fullmatch(text):
        return None
    return None if context.headline and name_key(text) == name_key(context.headline) else text


def _differing(raw: str, clean: str | None) -> str | None:
    return raw if raw and raw != clean else None


def _distinct(texts: Iterable[str]) -> list[str]:
    """Each text once; one that another holds is left out."""
    kept: list[str] = []
    for text in texts:
        if not any(name_key(text) in name_key(other) for other in kept):
            kept = [other for other in kept if name_key(other) not in name_key(text)] + [text]
    return kept
