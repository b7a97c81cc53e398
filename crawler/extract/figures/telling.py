"""Short texts that tell by their words alone that they are printed with a picture: a credit, or a caption that ends in one."""

from __future__ import annotations

import re

from crawler.evidence import Context
from crawler.normalise.agencies import find_agency
from crawler.normalise.captions.rules import find_credit
from crawler.normalise.captions.shapes import credit_shape, opening
from crawler.normalise.credits.words import cut_head, labels, lead_labels, spaced
from crawler.normalise.names import looks_like_person

SHORT = 250
"""Characters of the longest caption that nothing but its credit tells from a paragraph."""
LONGEST_CREDIT = 120
_SHORTEST_CREDIT, _LONGEST_LABEL, _SHORTEST_CAPTION = 3, 30, 5
_NOWHERE = Context()
_BY = (" by", " via", " of", " credit", "来自", "來自", "来源")
"""Ends of labels behind which nothing but a name stands."""
_MADE = frozenset({"photo", "illustration"})
_CREDITS = frozenset({"label", "agency"})
_CHAINS = frozenset({"agency", "chain"})
_LONGEST_CHAIN = 80
_OPENING, _CLOSING = frozenset("[("), frozenset("])")
_SIGNS = frozenset("摄攝影供图圖真)）")
_SIGNED = re.compile(r"[\u3400-\u9fff]\s?(?:摄影?|攝影?|撮影|供图|供圖|提供)[)）]?$|사진\s*=")
"""A caption that ends in the photographer's or the giver's name: "…录制视频 李尕 摄"."""
_TELLING = re.compile(r"[:：=＝]")
_SENTENCE_ENDS = (".", "!", "?", "。", "।", "۔", "؟", "”", '"', "»")


def ends_in_credit(text: str) -> bool:
    """Whether a short text ends in a maker and a house, or in a labelled credit: a paragraph of the story does not.

    A wire alone in brackets may sign the story; a library of pictures, a platform, a site does not.
    """
    if len(text) > SHORT or not (_TELLING.search(text[-LONGEST_CREDIT:]) or "/" in text or "©" in text or _is_given(text)):
        return False
    if len(text) <= _LONGEST_CHAIN and "/" in text and credit_shape(text, _NOWHERE) in _CHAINS:
        return True
    found = find_credit(text, _NOWHERE)
    tail = text[found[0] :] if found and found[0] else ""
    return len(tail) < LONGEST_CREDIT and credit_shape(tail.strip("()[]（）. "), _NOWHERE) in _CREDITS


def ends_in_agency(text: str) -> bool:
    """Whether a short text ends in an agency's name behind its last sentence, or in brackets: "… on Monday. Reuters".

    Said only of what stands in one box with a picture: a story may end so too.
    """
    before, stop, last = text.rstrip(" )]").rpartition(". ")
    ended = bool(stop) and len(text) <= SHORT and len(before) > _SHORTEST_CAPTION
    return ends_in_wire(text) or (ended and find_agency(last.strip(" ([")) is not None)


def says_credit(text: str) -> bool:
    """Whether a short line begins with a credit's label and a colon, or the sign of copyright, and names somebody.

    In brackets the label needs no colon: "[Image by Jane Doe/AP]".
    """
    if len(text) > LONGEST_CREDIT:
        return False
    if text[:1] in _OPENING and text[-1:] in _CLOSING:
        inner = text[1:-1].strip()
        return says_credit(inner) or says_maker(inner)
    if text[-1:] in _SIGNS and not text.isascii():
        return _SIGNED.search(text) is not None
    if text.startswith(("©", "(c) ")):
        return len(text) > _SHORTEST_CREDIT
    opening = text[:_LONGEST_LABEL]
    label = labels().head(text) if ":" in opening or "：" in opening else None
    begins = label is not None and label.start == 0 and text[label.end :].lstrip()[:1] in (":", "：")
    head = cut_head(text) if begins else None
    return head is not None and head.craft not in (None, "source", "other") and len(head.rest.strip()) > 1


def says_maker(text: str) -> bool:
    """Whether a short line is a credit with a label of several words or the opening picture's: "Photo by Jane Doe"."""
    text = spaced(text)
    label = labels().head(text) if len(text) <= LONGEST_CREDIT else None
    if label is None or label.start or label.value.craft not in _MADE:
        return False
    said, rest = text[: label.end].casefold(), text[label.end :].strip(" :：")
    lead = lead_labels().head(text) is not None
    if lead and said.endswith(_BY) and 1 < len(rest) <= _LONGEST_LABEL:
        return True
    return (lead or " " in said or said.endswith(_BY)) and credit_shape(text, _NOWHERE) == "label"


def ends_in_wire(text: str) -> bool:
    """Whether a wire in brackets ends a short text that is no full sentence: "The minister on Monday (AFP)"."""
    start = opening(text) if len(text) <= SHORT else None
    if start is None or text[:start].rstrip().endswith(_SENTENCE_ENDS):
        return False
    return find_agency(text[start + 1 : -1]) is not None


def _is_given(text: str) -> bool:
    """Whether a name in brackets ends the text that is no wire's, or a wire's behind its photographer."""
    before, _, bracket = text.rpartition("(") if text.endswith(")") else ("", "", "")
    agency = find_agency(bracket[:-1]) if bracket else None
    maker = before.rstrip().rpartition(". ")[2] if agency else ""
    return bool(bracket) and (agency is None or agency.kind != "wire" or (" " in maker and looks_like_person(maker)))
