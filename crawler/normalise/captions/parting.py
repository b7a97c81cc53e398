"""Captions and credits parted, first as the markup parts them, then by the shape of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crawler.evidence import Context, Segments, segments
from crawler.normalise.captions.brackets import Pair, closed
from crawler.normalise.captions.rules import find_credit
from crawler.normalise.captions.shapes import credit_shape
from crawler.normalise.captions.wires import cut_leading_credit, cut_wire_head
from crawler.normalise.credits import read_names
from crawler.normalise.credits.words import is_noise, labels, usages
from crawler.normalise.datelines.parts import outlet_and_section
from crawler.normalise.lexicon import rows, words
from crawler.normalise.phrases import Phrases
from crawler.normalise.visible import visible

_CREDIT_CLASS = re.compile(
    r"credit|copyright|(?<![a-z])(?:source|author|owner|rights|photographer|fotograf|bildquelle|quelle)s?(?![a-z])"
)
_TAIL = 50
"""Characters of the longest button's words, and more."""
_SENTENCE = 170
"""Characters from which on an element with a credit's class holds the caption too."""
_TRAILING = 6
"""Segments at the end of a caption that may be its credit."""
_EDGE = " \t\n|/–—-•·*,;:؛،＝=、"
_POINTERS = "▲△▼▽◀▶◁▷↑↓←→■●◆ "
"""Signs that point from a caption to its picture, or open it like a bullet."""
_DATED = re.compile(r"(?<=[摄攝])\s*\d{2,4}年\d{1,2}月\d{1,2}日$")
"""The day behind the photographer: ``中央社記者王騰毅攝 113年5月3日``."""
_BRACKETED = re.compile(r"[(\[（]([^()\[\]（）]{2,40})[)\]）]")
_PIECE = re.compile(r"\s+[-–—|/]\s+|,\s+|\.\s+|:\s+")
_GOOD = frozenset({"label", "signed", "agency", "usage"})
_SENTENCE_ENDS = (".", "!", "?", "。")
_ENDS = (".", "!", "?", "。", ")", "]", "”", '"', "»", "…")


@dataclass(frozen=True, slots=True)
class CaptionSplit:
    """A caption without its credit.

    ``credit`` is as printed, with its label. ``label`` is the site's own word before the caption where
    ``Context.caption_labels`` names it. ``how`` says what parted them: markup, line, bracket, label, mark, sentence, separator,
    chain, or none.
    """

    caption: str | None
    credit: str | None
    label: str | None
    how: str
    raw: str | None = None
    """The caption as printed, without the segments that are credit."""
    pieces: tuple[str, ...] = ()
    """The credits one by one, in printed order."""


def split_caption(parts: str | Segments, context: Context) -> CaptionSplit:
    """Part a caption from the credit printed with it; the credit is ``None`` where nothing has a credit's shape.

    Segments whose class, id or itemprop says credit come first, then segments at the end (or the first) that have a
    credit's shape, then the text's own signs. Where two credits stand, both are given, in printed order.
    Never raises.
    """
    cleaned = [(part, text) for part in segments(parts) if (text := _clean(part.text)) and not _is_furniture(text)]
    if not cleaned:
        return CaptionSplit(None, None, None, "none")
    cleaned = closed(cleaned)
    marked = _marked(cleaned, context)
    outer = [text for (_, text), credit in zip(cleaned, marked, strict=True) if credit]
    left = [pair for pair, credit in zip(cleaned, marked, strict=True) if not credit]
    how = "markup" if outer else "none"
    if not outer:
        left, outer, how = _by_segment(left, context)
    raw = " ".join(text for _, text in left)
    text, head = cut_wire_head(_cut_tail(_DATED.sub("", raw)))
    if head is None and not outer:
        text, head = cut_leading_credit(text, context)
    outer = [head, *outer] if head else outer
    found = find_credit(text, context, sure=bool(outer))
    pieces = [text[found[0] :], *outer] if found else outer
    caption = text[: found[0]] if found else text
    if pieces and not outer and _is_credit_too(_trim(caption).strip("."), context):
        pieces, caption = [_trim(caption).strip("."), *pieces], ""
    caption = _cut_hanging(caption) if pieces else caption
    label, caption = _cut_label(caption, context, credited=bool(pieces))
    return CaptionSplit(
        caption=_trim(caption) or None,
        credit=" ".join(pieces) or None,
        label=label,
        how=found[1] if found and how == "none" else how,
        raw=raw or None,
        pieces=tuple(pieces),
    )


def _is_credit_too(caption: str, context: Context) -> bool:
    """Whether what stands before the credit is one as well: "Photo illustration: Jane Doe/Axios. Photo: John Roe/AP"."""
    return ":" in caption[:_TAIL] and len(caption) < _SENTENCE and credit_shape(caption, context) in ("label", "usage")


def _marked(parts: list[Pair], context: Context) -> list[bool]:
    """Which segments the markup calls credit; none where it calls all of them so and they have no credit's shape."""
    marked = [bool(_CREDIT_CLASS.search(part.cls)) and len(text) < _SENTENCE for part, text in parts]
    if all(marked) and not credit_shape(" ".join(text for _, text in parts), context):
        return [False] * len(parts)
    return marked


def caption_usage(caption: str) -> tuple[str, ...]:
    """What the caption says of the picture's nature: ``(Archivbild)``, ``FILE - …``, ``Ilustrasi …``."""
    pieces = [*_BRACKETED.findall(caption), *_PIECE.split(caption)[:1], *_PIECE.split(caption)[-1:]]
    found = [usages().whole(piece) for piece in pieces if len(piece) < 40]
    head = usages().head(caption)
    opens = (
        head is not None and head.start == 0 and (head.value.edge or caption[head.end :].lstrip()[:1] in ("-", "–", "—", ":"))
    )
    values = [usage.value for usage in (*found, head.value if head and opens else None) if usage]
    return tuple(dict.fromkeys(values))


def _by_segment(parts: list[Pair], context: Context) -> tuple[list[Pair], list[str], str]:
    """Take the segments off that are credit by their shape: the last ones, or the first."""
    named = len(parts) > 1 and "caption" in parts[-1][0].cls and "caption" not in parts[0][0].cls
    if named and credit_shape(parts[0][1], context) in ("label", "signed", "agency", "chain"):
        return parts[1:], [parts[0][1]], "markup"
    for start in range(max(1, len(parts) - _TRAILING), len(parts)):
        credit = " ".join(text for _, text in parts[start:])
        if _own_credit(parts[start - 1], parts[start], credit, context):
            return parts[:start], [credit], _how(parts[start - 1], parts[start])
    if len(parts) > 1 and parts[0][0].line != parts[1][0].line and credit_shape(parts[0][1], context) in {*_GOOD, "chain"}:
        return parts[1:], [parts[0][1]], "line"
    return parts, [], "none"


def _own_credit(before: Pair, first: Pair, text: str, context: Context) -> bool:
    """Whether segments stand apart from the caption's and have a credit's shape; a name linked in a sentence does not."""
    if len(text) > _SENTENCE:
        return False
    shape = credit_shape(_clean(text).strip("."), context)
    apart = before[0].line != first[0].line or before[1].endswith(_ENDS) or text[0] in "([©•|/–—"
    if first[0].tag == "a" and not apart:
        return False
    bracketed = text[0] == "(" and text[-1] == ")"
    if bracketed and not shape and before[1].endswith(_SENTENCE_ENDS):
        return _names_a_house(text[1:-1], context)
    marked = bracketed and first[0].tag != before[0].tag
    apart = apart or (first[1] == text and _set_apart(before, first))
    return shape in _GOOD or (shape in ("person", "chain") and apart) or (shape == "house" and marked)


def _set_apart(before: Pair, first: Pair) -> bool:
    """Whether two elements of one kind hold caption and credit, each with a class of its own, whatever that is."""
    (one, told), (other, _) = before, first
    differing = one.tag == other.tag and bool(one.cls and other.cls) and one.cls != other.cls
    return differing and told[-1:].isalnum() and told.split()[-1].casefold() not in words("caption_introductions")


def _names_a_house(text: str, context: Context) -> bool:
    """Whether brackets after a caption's last sentence hold one name, however long: "U.S. District Court, Eastern District".

    A licence stands for one.
    """
    if is_noise(text):
        return True
    names = read_names(text, context) if text[:1].isupper() and not text.endswith(_SENTENCE_ENDS) else ()
    return len(names) == 1 and names[0].kind == "house"


def _how(before: Pair, first: Pair) -> str:
    return "line" if before[0].line != first[0].line else "markup"


def _cut_label(caption: str, context: Context, *, credited: bool) -> tuple[str | None, str]:
    """Part the site's own word ("VIVA Militer: …") and words of the page ("Bildunterschrift: …") from the caption.

    Where the credit stands elsewhere, "Foto: …" before a caption is such a word too.
    """
    folded = caption.casefold()
    for label in context.caption_labels:
        rest = caption[len(label) :].lstrip()
        if folded.startswith(label.casefold()) and rest[:1] in (":", "："):
            return label, rest[1:].lstrip()
    words_before, colon, rest = caption.partition(":")
    if colon and len(words_before) < _TAIL and outlet_and_section(words_before.strip(), context):
        return words_before.strip(), rest.lstrip()
    page = _page_labels().head(caption)
    if page and page.start == 0 and caption[page.end :].lstrip()[:1] in (":", ",", "："):
        return None, caption[page.end :].lstrip()[1:].lstrip()
    craft = labels().whole(words_before.strip()) if credited and colon else None
    return None, rest.lstrip() if craft and craft.craft == "photo" and rest.strip() else caption


def _cut_hanging(caption: str) -> str:
    """The caption without the label at its end whose credit the markup sets apart: ``… Ảnh: <em>AFP</em>``."""
    label = labels().tail(caption) if caption.rstrip()[-1:] in (":", "：") else None
    return caption[: label.start] if label and label.start else caption


def _is_furniture(text: str) -> bool:
    """Whether a whole segment is a button or a word of the page before the caption."""
    bare = text.strip(_EDGE).casefold() if len(text) < _TAIL else ""
    return bare in words("caption_tails") or bare in words("caption_labels")


def _cut_tail(text: str) -> str:
    """The text without the words of buttons at its end, glued or not."""
    while (folded := text[-_TAIL:].casefold()).endswith(_tails()):
        tail = next(tail for tail in _tails() if folded.endswith(tail))
        before = text[: len(text) - len(tail)]
        if before[-1:].isalpha() and not text[len(before)].isupper():
            return text
        text = before.rstrip(" ,|")
    return text


def _trim(caption: str) -> str:
    caption = caption.strip(_EDGE)
    return caption[:-1].rstrip() if caption.endswith(("(", "[", "（")) else caption


def _clean(text: str) -> str:
    return visible(text).lstrip(_POINTERS)


@cache
def _tails() -> tuple[str, ...]:
    return tuple(sorted(words("caption_tails"), key=len, reverse=True))


@cache
def _page_labels() -> Phrases[str]:
    return Phrases((row[0], row[0]) for row in rows("caption_labels"))
