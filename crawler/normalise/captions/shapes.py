"""What makes a piece of a caption a credit: its shape, never its place alone."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.evidence import Context
from crawler.normalise.credits import bare_credit, read_names
from crawler.normalise.credits.known import Name
from crawler.normalise.credits.words import cut_head, cut_tail
from crawler.normalise.visible import begins_small

_LONGEST = 170
"""Characters of the longest credit on the annotated pages, with its terms of use."""
_REACH = 260
"""Characters from the end within which a bracket opens."""
_MOST_WORDS = 7
"""Words of the longest house or person; what has more is a sentence."""
_HOUSE_WORDS = 3
"""Words of a house that nothing but a label and its capitals tell."""
_SIGNED = 40
"""Characters of the longest name with "摄" or "nuotr." behind it."""
_NATURE = frozenset({"archive", "symbolic", "illustration"})
_MARK = re.compile(r"\W*(?:©|ⓒ|\([cC]\)|（[CcＣ]）|(?i:copyright\b|tous droits réservés))")
_SHORTENED = re.compile(r"[^\W\d_]{2,4}\.")
"""A label cut short with a stop, which no title of a picture begins with: "Fot. Polska Press", "Φωτ. INTIME NEWS"."""
_SURE = re.compile(
    r"[:：=＝|/,\n©ⓒ…՝፡፦៖]|\.\.|\bpicha na\b|\b(?:by|door|oleh|por|courtesy|credits?|crédits?|cr[eé]ditos?|crediti)\b|จาก|โดย",
    re.IGNORECASE,
)
_LOAN = re.compile(r"cr[eé]ditos?|crediti", re.IGNORECASE)
"""What heads a credit of names, and a loan: ``crédito hipotecario``."""
_GLUED = re.compile(r"[\u3400-\u9fff](?:(?:撮影|摄|攝)$|(?!から|にて|より|まで|でも|など|ので)[\u3041-\u3096]{2,3}撮影$)")
"""A name right before "撮影"; "上空から撮影" says from where."""
_PLACED = re.compile(
    r"\s(?:in|at|im|bei|beim|em|en|à|au|nel|nella|på|w|v|we|ve|на|в|у|во|со|în|la|nga|në|di|tại|ở|στην|στη|στον|στο|στα|στις|في|در|میں|में|से)\s"
)
"""Prepositions of place, which stand in few houses' names."""
_ACRONYMS = re.compile(r"[A-Z][A-Z\d&]{1,7}(?: ?/ ?[A-Z][A-Z\d&]{1,7}){1,3}")
"""Short forms of houses with slashes between, though no list knows them."""
_STRONG = frozenset({"agency", "site", "handle", "platform"})


@lru_cache(maxsize=512)
def credit_shape(text: str, context: Context) -> str:
    """Say what makes the whole text a credit.

    ``label`` ("Foto: …", "© …"), ``signed`` ("… 摄"), ``agency`` (an agency, site, account or mail address is
    named), ``usage`` ("Supplied"), ``nature`` (only "Symbolbild" or its like, which belongs to the caption),
    ``chain`` (a person and a house, a slash between), ``person`` (persons alone), ``house`` (names of houses
    alone), or ``""`` where it is prose.
    """
    if not text or len(text) > _LONGEST:
        return ""
    if _ACRONYMS.fullmatch(text):
        return "agency"
    names = read_names(text, context)
    if any(name.kind == "prose" or len(name.text.split()) > _MOST_WORDS for name in names):
        return ""
    if not names:
        return "label" if len(text) < _SIGNED and labelled(text) and any(sign.isalpha() for sign in bare_credit(text)) else ""
    label, kind = labelled(text), "agency" if "@" in text else _kind_of(names)
    if label == "bare":
        named = len(names) < 4 and any(name.kind == "person" for name in names)
        return "label" if kind in ("agency", "chain", "usage") or named else ""
    return label or kind


def is_bare_credit(text: str, context: Context) -> bool:
    """Whether a caption is nothing but a credit: ``Labour Party / Flickr``, ``Supplied``, ``ESA/ATG``."""
    if _ACRONYMS.fullmatch(text):
        return True
    shape = credit_shape(text, context)
    names = read_names(text, context) if shape in ("agency", "usage") else ()
    if shape == "usage":
        return all(name.kind == "usage" for name in names)
    houses = [name.text for name in names if name.kind in ("house", "word")]
    given = names[1:] if names and names[0].kind == "usage" else names
    if any(name.kind == "platform" and at and not name.sign for at, name in enumerate(given)):
        return False
    if any(_PLACED.search(house) for house in houses):
        return False
    return (
        0 < len(names) <= 3
        and "(" not in text
        and "（" not in text
        and len(houses) < 2
        and all(len(house.split()) < 5 for house in houses)
    )


def is_pair(text: str, context: Context) -> bool:
    """Whether the text names a person and the house behind: ``Jane Doe, The Star``, ``Jane Doe for The Star``."""
    names = read_names(text, context) if credit_shape(text, context) in ("house", "agency") else ()
    houses = ("house", "site", "agency", "word") if " for " in text else ("house", "site", "agency")
    return len(names) == 2 and names[0].kind == "person" and names[1].kind in houses


def _kind_of(names: tuple[Name, ...]) -> str:
    kinds = {name.kind for name in names}
    if kinds & _STRONG or any(name.known and name.kind == "house" for name in names):
        return "agency"
    if kinds == {"usage"}:
        return "nature" if {name.text for name in names} <= _NATURE else "usage"
    if "usage" in kinds and not any(begins_small(name.text) for name in names if name.kind in ("house", "word")):
        return "usage"
    if kinds > {"person"} and len(names) == 2 and names[1].sign in ("/", "|"):
        return "chain"
    return "person" if kinds == {"person"} else "house"


def heads_house(text: str) -> bool:
    """Whether a label without colon stands before one name of capitals: ``Φωτ. INTIME NEWS``."""
    house = bare_credit(text) if labelled(text) == "bare" else ""
    return 0 < len(house.split()) <= _HOUSE_WORDS and house.isupper()


def labelled(text: str) -> str:
    """Give ``label``, ``bare`` (a label without colon) or ``signed`` where a label stands at the head or the tail."""
    if _MARK.match(text):
        return "label"
    head = cut_head(text)
    if head and head.craft and bare_credit(text) != text.strip("()[] "):
        before = text[: len(text) - len(head.rest)]
        if _SHORTENED.fullmatch(before.strip()) and not begins_small(head.rest):
            return "label"
        if _SURE.search(before):
            return "" if begins_small(head.rest) and _LOAN.fullmatch(before.strip()) else "label"
        return "bare" if head.craft != "source" else ""
    if len(text) < _SIGNED and "、" not in text and _GLUED.search(text):
        return "signed"
    tail = cut_tail(text) if len(text) < _SIGNED else None
    return "signed" if tail and tail.craft else ""


def opening(text: str) -> int | None:
    """Where the bracket opens that the text ends with."""
    depth = 0
    if not text or text[-1] not in ")]）】］":
        return None
    for index in range(len(text) - 1, max(-1, len(text) - _REACH), -1):
        depth += (text[index] in ")]）】］") - (text[index] in "([（【［")
        if depth == 0:
            return index
    return None
