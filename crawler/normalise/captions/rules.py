"""Where a caption's text turns into its credit: brackets, labels, marks, sentence ends, separators, chains."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from crawler.evidence import Context
from crawler.normalise.captions.shapes import credit_shape, heads_house, is_bare_credit, is_pair, labelled, opening
from crawler.normalise.captions.wires import ISSUED, find_chain, find_house
from crawler.normalise.credits.words import drop_terms, is_noise, labels, usages
from crawler.normalise.lexicon import words
from crawler.normalise.visible import begins_small

_LONGEST = 2000
"""Characters of a caption."""
_REACH = 260
"""Characters from the end within which a credit begins."""
_COLON = re.compile(r"\s*[:：=＝՝፡፦៖]")
_GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ]|[\d)\].!?])[A-ZÀ-Þ][a-zß-ÿ]+$")
_BY = re.compile(
    r"\b(?:photos?|images?|pictures?|illustrations?|fotos?)\s+(?:by|von|de|di|oleh|door|courtesy(?:\s+of)?|credits?)\s"
    r"|\bpicha\s+na\s|(?<=\s)(?:ขอบคุณ)?(?:ภาพ|รูป)(?:จาก|โดย)|\bcredit\.{3}(?=[^\W\d_])|\b(?:fot|phot|ph|ilustr)\.\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_MARK = re.compile(r"©|ⓒ|\(C\)|（[CcＣ]）|(?<=\s)\(c\)|\b(?:copyright|tous droits réservés)\b", re.IGNORECASE)
_STOP = re.compile(
    r"(?<=[^\s.])(?:[.!?…]+[\"”“»’')\]]*|[\"”»])\s+|(?<=[a-zß-ÿ\d]{2})\.(?=[A-ZÀ-Þ][A-Za-zÀ-ÿ]+\s|(?:[A-ZÀ-Þ]\.)+\s)|[。！？।۔]+[」』”]*\s*|(?<=[)\]])\s+"
)
_ENDED = (".", "!", "?", "。", "।", "۔", "”", '"', "»")
_DASHED = re.compile(r"\S+\s+[-–—]\s+\S")
"""A label of one word and a dash for its colon: ``(ફોટો - સંદેશ)``."""
_DASH = re.compile(r"(?<=\w)\s+[-–—]\s+")
_INNER = re.compile(r"[＝=）)]")
"""Signs behind which the credit begins, not at the comma before them."""
_ORDINAL = re.compile(r"(?:^|[\s(])\d{1,2}\.$|\b[A-Z][a-z]{2,3}\.$")
_SEPARATOR = re.compile(
    r"\s*[|｜•·]\s*|\s+[/—–-]\s+|\s+[—–-](?=[^\W\d_])|(?<=[.\"”»)\]])\s*[/—–]\s*|\s*＝\s*|(?<=[\u3040-\u9fff）)])=|(?<=[\u3040-\u9fff])\s*[、，]\s*|\s{3,}"
)
_NEAR = 40
"""Characters before a stop that tell what it ends."""
_ABBREVIATED = re.compile(
    r"\b(?:gov|sen|rep|gen|dr|prof|mr|mrs|ms|st|ste|lt|col|maj|capt|cmdr|sgt|cpl|pvt|rev|hon|pres|jr|sr|vs|feat|dipl|ing|mag|"
    r"bzw|ca|nr|no|vol|li|re|mi|l|r|m|v|o|u|u\.a|v\.l|v\.r|z\.b|d\.h|mme|mlle|sra|srta|sr|dra|dott|sig|drs|ir|h|hj|kh|tgk|ust|"
    r"adm|atty|asst|dist|supt|det|insp|messrs|fr|bro|[A-ZÀ-Þ])\.\s*$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\b[A-Z]{2,5}\s$")
_SHORTEST = 3
"""Letters of a word behind the last stop that is nothing but the label of a credit that is gone: ``… Season City. Dok``."""
_LONG = 8
"""Words of a caption behind which a person in brackets is no part, nor the player of one, shown in the picture."""
_HOUSE_BEFORE = re.compile(r"(?P<stop>[.!?]\s+)(?:[A-Z][\w.]*\s){1,3}$")
_MOST_LABELLED = 7
"""Words in brackets behind a label without a colon: ``[사진 이담엔터테인먼트]``."""
_UNSURE = frozenset("।۔")
"""Stops of scripts in which two words more often are a sentence's rest than a person's name."""
_CLOSING = frozenset('"”»')
"""Quotation marks, which end a sentence where a capital follows."""
_OPENS = 12
"""Characters before a stop that may be a caption of their own: ``Lionel Messi. Reuters``."""
_LABELLED, _GOOD = frozenset({"label"}), frozenset({"label", "signed", "agency", "usage"})
Rule = Callable[[str, Context], tuple[int, str] | None]


def find_credit(text: str, context: Context, *, sure: bool = False) -> tuple[int, str] | None:
    """The place where the credit begins and the name of the rule that found it; ``None`` where no rule does.

    ``sure`` asks only for credits that a bracket, a label or a mark sets apart. Of a text longer than any caption the end is
    read.
    """
    unread = len(text) - _LONGEST
    if unread > 0:
        found = find_credit(text[unread:], context, sure=sure)
        return (found[0] + unread, found[1]) if found and found[0] else None
    for rule in _SURE if sure else _RULES:
        found = rule(text, context)
        if found:
            return found
    return None


def _head(text: str, context: Context) -> tuple[int, str] | None:
    """A caption that begins with a label is nothing but a credit: ``Foto: Nick Fedirko/Shutterstock``."""
    begins = not _prose(text) and labelled(text) in ("label", "bare") and not _names_film(text)
    return (0, "label") if begins and credit_shape(text.rstrip(")] "), context) == "label" else None


def _names_film(text: str) -> bool:
    """Whether the label says that a film is shown, whose title follows: ``VIDEO: What to do in a storm``."""
    label = labels().head(text)
    return label is not None and label.value.craft == "video"


def _whole(text: str, context: Context) -> tuple[int, str] | None:
    """A caption that is nothing but a credit, unless a stop stands before a label: ``De Dam in Amsterdam. Foto ANP``."""
    if _prose(text) or not is_bare_credit(text, context):
        return None
    for stop in _STOP.finditer(text):
        rest = text[stop.end() :]
        if labelled(rest) or (stop[0].startswith(".") and stop.end() >= _OPENS and is_bare_credit(rest, context)):
            return None
    return 0, "whole"


def _bracket(text: str, context: Context) -> tuple[int, str] | None:
    """``… in Indianapolis. (AP Photo/Darron Cummings)``; a house alone only behind a full sentence."""
    closed = text.rstrip(" .。")
    start = opening(closed)
    if start is None:
        return None
    inner = closed[start + 1 : -1]
    shape = credit_shape(inner, context)
    behind_sentence = text[:start].rstrip().endswith(_ENDED) and len(inner.split()) <= 8
    if text[:start].rstrip().endswith(":") and shape in _GOOD:
        return _label_start(text, start), "bracket"
    if behind_sentence and is_noise(inner):
        return start, "bracket"
    if shape == "agency":
        return _named_before(text, start, context), "bracket"
    wire = ISSUED.search(text, max(0, start - 8), start) if shape == "signed" else None
    if wire:
        return wire.start(), "bracket"
    sure = shape in _GOOD or shape == "chain" or (shape == "person" and (behind_sentence or len(text[:start].split()) >= _LONG))
    bare = labelled(inner) == "bare" and len(inner.split()) <= _MOST_LABELLED
    house = shape == "house" or bare
    return (start, "bracket") if sure or (house and behind_sentence) or (bare and _DASHED.match(inner)) else None


def _named_before(text: str, start: int, context: Context) -> int:
    """Where the person begins who stands behind a full sentence and before the bracket: ``… 2024. Alketa Misja (dpa)``."""
    label = _label(text[:start].rstrip(), context)
    if label and start - label[0] < _NEAR:
        return label[0]
    stop = _sentence(text, context)
    return stop[0] if stop and stop[0] < start and credit_shape(text[stop[0] : start], context) == "person" else start


def _label(text: str, context: Context) -> tuple[int, str] | None:
    """``… World CupCredit: PA``, ``… Moritzburg Foto: Sylvio Dittrich``, ``… Photo by X``; not ``Im Bild: …``."""
    for start, shapes in _label_starts(text):
        before = text[:start].split()
        introduced = bool(before) and before[-1].casefold() in words("caption_introductions")
        if not introduced and not _prose(text[start:]) and credit_shape(text[start:].rstrip(")] "), context) in shapes:
            return start, "label"
    return None


def _label_starts(text: str) -> Iterator[tuple[int, frozenset[str]]]:
    """Where a label with a colon, or with "by", may begin, and what shapes the credit from there may have."""
    offset = max(0, len(text) - _REACH)
    places = [(colon.start(), True) for colon in _COLON.finditer(text, offset)]
    places += [(dash.start(), True) for dash in _DASH.finditer(text, offset) if _is_dashed_label(text[: dash.start()])]
    places += [(by.start(), False) for by in _BY.finditer(text, offset)]
    for place, colon in sorted(places):
        if not colon:
            house = _HOUSE_BEFORE.search(text, max(0, place - 40), place)
            if house:
                yield house.end("stop"), _LABELLED | {"agency", "chain"}
            yield _label_start(text, place), _LABELLED
            continue
        label = labels().tail(text[:place])
        glued = _GLUED.search(text[max(0, place - 30) : place])
        if label and label.value.craft not in ("other", "video"):
            yield _label_start(text, label.start), _LABELLED
        elif glued and labels().whole(glued[0]):
            yield max(0, place - 30) + glued.start(), _LABELLED


def _is_dashed_label(text: str) -> bool:
    """Whether a text ends in a label that opens a line or follows a sentence: a dash stands behind it for a colon."""
    label = labels().tail(text)
    before = text[: label.start].rstrip() if label else text
    return label is not None and label.value.craft == "photo" and (not before or before.endswith(_ENDED))


def _label_start(text: str, start: int) -> int:
    """Where the labels begin of which the last one begins here: ``Crédits : ©``, ``Photo d'illustration ©``, ``ST PHOTO:``."""
    while start > 0:
        before = text[:start].rstrip(" :")
        found = [match for match in (labels().tail(before), usages().tail(before)) if match and match.end == len(before)]
        begins = min((match.start for match in found), default=start)
        if begins == start or (begins and text[begins - 1].isalnum()):
            break
        start = begins
    initials = _INITIALS.search(text, max(0, start - 8), start) if text[start : start + 3].isupper() else None
    return initials.start() if initials else start


def _mark(text: str, context: Context) -> tuple[int, str] | None:
    """``… gar nicht gefallen. © IMAGO / i-Images``, ``… Bild © Roman Warschauer (hr)``."""
    line = drop_terms(text)
    for mark in _MARK.finditer(line, max(0, len(line) - _REACH)):
        if mark[0] == "(c)" and "(b)" in text:
            continue
        if not _prose(line[mark.end() :]) and credit_shape(line[mark.start() :].rstrip("] "), context):
            return _before_mark(text, _label_start(text, mark.start()), context), "mark"
    return None


def _before_mark(text: str, start: int, context: Context) -> int:
    """Where a person begins who stands between a dash and the mark: ``… à Matignon - Ludovic MARIN © 2019 AFP``."""
    head, dash, name = text[:start].rpartition(" - ")
    return len(head) + len(dash) if dash and credit_shape(name.strip(), context) == "person" else start


def _sentence(text: str, context: Context) -> tuple[int, str] | None:
    """``… in Colorado. The Associated Press``, ``…悠闲周末。 刘力鑫 摄``; persons not behind an abbreviation."""
    for stop in _STOP.finditer(text, max(0, len(text) - _REACH)):
        rest = text[stop.end() :]
        if not rest or _prose(rest) or _ORDINAL.search(text, max(0, stop.start() - 3), stop.start() + 1):
            continue
        shape = credit_shape(rest, context)
        sentence = stop.end() >= 20 and not _ABBREVIATED.search(text[max(0, stop.end() - _NEAR) : stop.end()])
        named = shape in ("person", "chain") or (" for " in rest and is_pair(rest, context))
        named, ended = named and stop[0][0] not in _UNSURE, bool(stop[0].strip())
        quoted = stop[0][0] in _CLOSING and not rest[0].isupper() and shape not in ("label", "signed")
        if quoted or (not ended and begins_small(rest)):
            continue
        sure = shape in _GOOD and (shape != "usage" or (ended and len(rest) > _SHORTEST))
        sure = sure or (ended and not shape and heads_house(rest))
        if sure or (named and sentence and ended and not begins_small(rest)):
            return stop.end(), "sentence"
    return None


def _separator(text: str, context: Context) -> tuple[int, str] | None:
    """``… en La Soledat / Lorenzo Marina``, ``… | AFP``; a dash or comma needs more than a person's name."""
    for sign in _SEPARATOR.finditer(text, max(0, len(text) - _REACH)):
        rest = text[sign.end() :]
        if sign.start() == 0 or not rest or _prose(rest) or (sign[0].strip() in "、，" and _INNER.search(rest)):
            continue
        shape = credit_shape(rest, context)
        alone = (shape == "person" or is_pair(rest, context)) and sign[0].strip() in ("/", "|", "•", "＝", "=")
        institution = shape == "house" and rest.split()[0].casefold() in words("organisation_words") and rest.istitle()
        signed = shape == "chain" and sign[0].strip() in ("—", "–") and text[: sign.start()].rstrip().endswith(_ENDED)
        if shape in _GOOD or institution or signed or (alone and credit_shape(text[: sign.start()], context) != "person"):
            return sign.end(), "separator"
    return None


def _prose(text: str) -> bool:
    """Whether a piece is a sentence at a glance: long, with many small words, or with a verb's end and a stop in Korean."""
    return len(text) > 170 or sum([begins_small(word) for word in text.split()]) > 6 or "다. " in text


_SURE: tuple[Rule, ...] = (_head, _bracket, _mark, _label, find_house, _whole)
_RULES: tuple[Rule, ...] = (*_SURE, _sentence, _separator, find_chain)
