"""What a line is by its words alone: an offer, a wall, a notice, a button, the label of a list that is not there."""

from __future__ import annotations

import re
from functools import cache

from crawler.normalise.credits.words import cut_head
from crawler.normalise.headings import heading_kind, label_key
from crawler.normalise.lexicon import rows
from crawler.normalise.rare import rare

_COPYRIGHT = re.compile(r"(?:©|ⓒ|\(c\)|copyright\b)", re.IGNORECASE)
_TIMED = re.compile(
    r"\d\s?-?min(?:ute)?s?\.?[\s-](?:read|lesezeit|lesen|de lecture|de lectura|di lettura|de leitura|leestijd)(?!\w)",
    re.IGNORECASE,
)
"""How long the text or a film takes."""
_PLACEHOLDER = re.compile(
    r"(?:img|image|photo|placeholder)[\s_-]?(?:title|alt|caption|image)?[\s_-]?\d*|placeholder\b.{0,12}", re.IGNORECASE
)
_PAGE = re.compile(r"\d{1,3} (?:dari|of|von|de|di|av|van|z|из|/) \d{1,3}(?: \w+)?", re.IGNORECASE)
_OWN_CHANNEL = rare(r"\b(?:app|inbox)\b", "app inbox")
_LEFT = re.compile(r"残り\d+文字")
_LONGEST_CALL = 220
_QUOTES = frozenset("\"“„”«»'‘’")
_CHANNEL_LINK = re.compile(
    r"//(?:[\w-]+\.)*(?:whatsapp\.com|t\.me|telegram\.\w+|news\.google\.com|play\.google\.com|apps\.apple\.com|google\.com/preferences"
    r"|youtube\.com/(?:@|c/|channel|user)|facebook\.com/[\w.-]+/?$|instagram\.com/[\w.-]+/?$)|newsletter|bulet[ií]n",
    re.IGNORECASE,
)
_MISTAKE = rare(
    r"ctrl\s?\+\s?enter",
    "ctrl",
)
"""The keys that report a slip of the pen, which houses of Eastern Europe ask for below every text."""
_LONGEST_OFFER, _LONGEST_APPEAL = 350, 500
_COUNTED = re.compile(
    r"(?:post views|views|vues|aufrufe|average rating|rating|dibaca|dilihat|likes?|shares?|좋아요|댓글|조회)"
    r"[\s:()\d.,/-]*(?:voters?|votes?|kali|times|x)?[\s)]*"
    r"|powered by \w+(?: \w+)?|\d[.,]\d+ (?:bei|von|from|sur|/) \d+ \w+",
    re.IGNORECASE,
)
"""A counter of the page, or the maker of a part of it."""
_REACHED = re.compile(
    r"\W*(?:contact|e-?mail|reach|write to|tips?|kontakt|schreiben sie|contacto|escriba|contactez|[ée]crire|contatta|scrivi"
    r"|hubungi)\b.{0,120}?(?:\w@\w|\s@\w)|[\w.+-]+@[\w.-]+\.\w+$",
    re.IGNORECASE,
)
_LEFTOVER = re.compile(r"[\W_]*|[\d.,:/\s|-]+")
_MARKED = re.compile(r"^.{2,40}?[:：|=]|^\w{3,5}\. ")
_CRAFTS = frozenset({"photo", "illustration", "video", "source"})
_LONGEST = 200
_SHORT = 80


def of_text(text: str, *, trailing: bool = False, leading: bool = False) -> str | None:
    """What a line is by its words alone; ``None`` for a paragraph.

    After the last one, offers and labels of any list count too; before the first one, the labels.
    """
    if _LEFTOVER.fullmatch(text) or _PLACEHOLDER.fullmatch(text):
        return "placeholder"
    if trailing and (kind := _ending(text)):
        return kind
    if len(text) <= _LONGEST_OFFER and _MISTAKE.search(text):
        return "navigation"
    if (
        len(text) <= _LONGEST_CALL
        and text[0] not in _QUOTES
        and (calls(text) or (len(text) <= _SHORT and (_says(text, "preferred") or _says(text, "meter"))))
    ):
        return "newsletter"
    return (_listed(text) or _announced(text, outside=trailing or leading)) if len(text) <= _LONGEST else None


def _ending(text: str) -> str | None:
    """What a line is that may stand after the last paragraph."""
    if is_offer(text) or is_wall(text) or appeals(text):
        return "newsletter"
    if is_credit(text):
        return "label"
    if len(text) <= _LONGEST_OFFER and _says(text, "origin"):
        return "brand"
    return closes(text) or ("brand" if reaches(text) else None)


def is_offer(text: str) -> bool:
    """Whether a line invites its readers to a channel of the publisher; said only of what ends an article."""
    return len(text) <= _LONGEST_OFFER and names_channel(text) and _says(text, "invitation")


def names_channel(text: str) -> bool:
    """Whether a line names a messenger, a network, an app or a newsletter."""
    return _says(text, "channel") or bool(_OWN_CHANNEL.search(text))


def calls(text: str) -> bool:
    """Whether a sentence of the line tells its readers to follow, join or subscribe to a channel: nobody's report does.

    >>> calls("Sign up for our weekly newsletter here."), calls("He told his followers to join the channel on Telegram.")
    (True, False)
    """
    return names_channel(text) and bool(_calls().search(text))


def appeals(text: str) -> bool:
    """Whether a line asks its readers for money or membership; said only of what ends an article."""
    if len(text) > _LONGEST_APPEAL:
        return False
    lowered = text.lower()
    return any(map(lowered.__contains__, _appeals()))


def is_wall(text: str) -> bool:
    """Whether a line says that the rest is for subscribers; said only of what ends the text."""
    return len(text) <= _LONGEST and (_says(text, "wall") or bool(_LEFT.search(text)))


def closes(text: str) -> str | None:
    """The kind of a line with which a house ends its articles: "For all the latest news, click here."; else ``None``."""
    if len(text) > _LONGEST_OFFER:
        return None
    key = label_key(text)
    if not key.startswith(_last_words()):
        return None
    return next(kind for phrase, kind in _closings() if key.startswith(phrase))


def reaches(text: str) -> bool:
    """Whether a line says how to reach its writer; said only of what ends an article.

    >>> reaches("Contact Jane Doe at jdoe@example.org"), reaches("She is said to reach for the moon.")
    (True, False)
    """
    return len(text) <= _LONGEST and _REACHED.match(text) is not None


def is_credit(text: str) -> bool:
    """Whether a line is nothing but the credit of a picture or a source, with a mark behind its label.

    Said only of what ends an article: a picture beside it would have claimed the line.

    >>> is_credit("Titelfoto: Jane Doe / Example"), is_credit("The photo of the year: a boy and his dog.")
    (True, False)
    """
    found = cut_head(text.strip("()[] ")) if len(text) <= _SHORT and _MARKED.search(text) else None
    return found is not None and found.craft in _CRAFTS and bool(found.rest)


def states_rights(text: str) -> bool:
    """Whether a line with the mark of copyright says what nobody may do with the text.

    >>> states_rights("© Example. All rights reserved."), states_rights("© Jane Doe/Example")
    (True, False)
    """
    return _COPYRIGHT.match(text) is not None and _says(text, "rights")


def leads_to_channel(href: str) -> bool:
    """Whether a link leads to a messenger, a news reader, an app store or a newsletter."""
    return bool(_CHANNEL_LINK.search(href))


def _listed(text: str) -> str | None:
    """The kind that the list of phrases gives, or the form of the line."""
    key = label_key(text)
    if known := _phrases().get(key):
        return known
    if key.startswith(_first_words()):
        return next(kind for phrase, kind in _openings().items() if key.startswith(phrase))
    if _PAGE.fullmatch(text) or _COUNTED.fullmatch(text):
        return "navigation"
    if len(text) <= _SHORT and any(map(str.isdigit, text)) and (_TIMED.search(text) or _says(text, "timed")):
        return "label"
    return "brand" if _COPYRIGHT.match(text) or _says(text, "rights") else None


def _announced(text: str, *, outside: bool) -> str | None:
    """Whether the line is the heading of a list that is not there."""
    kind = heading_kind(text) if len(text) <= _SHORT else None
    return "label" if kind and (outside or kind not in ("topic", "recirculation")) else None


def _says(text: str, kind: str) -> bool:
    """Whether a phrase of that kind stands in the text."""
    lowered = text.lower()
    return any(map(lowered.__contains__, _said(kind, lowered.isascii())))


@cache
def _said(kind: str, ascii_only: bool) -> tuple[str, ...]:
    return tuple(row[0] for row in rows("line_phrases") if row[1] == kind and (row[0].isascii() or not ascii_only))


@cache
def _calls() -> re.Pattern[str]:
    """The imperatives at the beginning of a sentence, or behind a label of one or two words and a colon."""
    words = "|".join(re.escape(row[0]).replace(r"\*", r"\w*") for row in rows("channel_calls"))
    return re.compile(rf"(?:^\W*|[.!?:] )(?:[^\W\d_]{{1,20}} ?[^\W\d_]{{0,20}}: )?(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _appeals() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("support_appeals"))


@cache
def _phrases() -> dict[str, str]:
    return {label_key(row[0]): row[1] for row in rows("body_noise") if row[2] != "closes"}


@cache
def _closings() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in rows("body_noise") if row[2] == "closes")


@cache
def _openings() -> dict[str, str]:
    return {label_key(row[0]): row[1] for row in rows("body_noise") if row[2] == "begins"}


@cache
def _first_words() -> tuple[str, ...]:
    return tuple(_openings())


@cache
def _last_words() -> tuple[str, ...]:
    return tuple(phrase for phrase, _ in _closings())
