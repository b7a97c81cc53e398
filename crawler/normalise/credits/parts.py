"""A credit line cut into its links: ``APA/AFP/Mandel Ngan``, ``Florion Goga (REUTERS) | Vídeo: EPV``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.normalise.agencies import find_agency
from crawler.normalise.credits.words import labels, usages

_ADDRESS = r"(?:https?://|www\.)[^\s()<>|,;\"”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_HOST = r"(?<![\w.@])(?:[\w-]{2,63}\.)+(?:[a-z]{2,4})/[\w~%.=&?-]*[\d?=&%~-][^\s()<>|,;\"”]*"
_SHORTENED = r"(?<!Dok|dok|DOK|Inc|Ltd|Ing|Mag|Gen|Sen|Gov|Sgt|Fot|fot|Mat|mat|Ist)(?<!Corp|Prof|Dipl|Univ|Dept|Bros|Natl|Arch)"
_STOP = rf"(?<=\w{{3}}){_SHORTENED}\.\s+(?=(?-i:[A-ZÀ-ÞА-ЯΑ-Ω©\"“(]))"
_BY = r"(?<=[\w.])\s+(?:file\s+|staff\s+)?photos?\s+by\s+"
_IN = r"(?<=\w)\s+In:\s+"
"""As parishes credit their picture service: ``Jane Doe In: Pfarrbriefservice.de``."""
_SIGN = rf"{_BY}|{_IN}|[|｜•·∙⁄;；›→←＝\n\t]|(?<=\s)[»«](?=\s)|/(?!\d{{1,4}}(?:\b|/))|(?<!\d)/|／|{_STOP}|(?<=\s)[-–—]+(?=\s)|—"
_MARK = r"©|ⓒ|\([cC]\)|（[CcＣ]）|(?<=\w\s)copyright\b(?=:?\s\w)"
_REST = rf"(?P<mark>{_MARK})|(?P<via>\bvia\b)|(?P<sign>{_SIGN})|(?P<bracket>[()\[\]（）［］【】])"
_SPLIT = re.compile(_REST, re.IGNORECASE)
_SPLIT_ADDRESSED = re.compile(rf"(?P<address>{_ADDRESS}|{_HOST})|{_REST}", re.IGNORECASE)
_COLON = re.compile(r"\s*[:：]\s+|：")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain and the sign before it.

    ``sign`` is ``"/"`` for any plain separator, ``"|"`` for a bar, ``via``, ``(`` for text in
    brackets, ``©`` after a copyright mark, ``,`` after a comma, ``:`` after a colon, ``""`` at the start.
    """

    text: str
    sign: str = ""


def split_links(text: str) -> tuple[Link, ...]:
    """Cut a credit line at its separators; addresses stay whole, commas and "and" are left for later."""
    links: list[Link] = []
    start, sign = 0, ""
    pattern = _SPLIT_ADDRESSED if "." in text else _SPLIT
    for found in pattern.finditer(text):
        kind = found.lastgroup or ""
        _add(links, text[start : found.start()], sign)
        start, sign = found.end(), _sign_of(kind, found[0], sign)
        if kind == "address":
            _add(links, found[0], sign)
            sign = "/"
    _add(links, text[start:], sign)
    return tuple(link for n, link in enumerate(links) if not n or not _is_short_form(link, links[n - 1]))


def _is_short_form(link: Link, before: Link) -> bool:
    """Whether brackets hold the initials of the name before them: ``African News Agency (ANA)``."""
    if link.sign != "(" or not link.text.isupper():
        return False
    return link.text == "".join(word[0] for word in before.text.split() if word[0].isupper())


def _sign_of(kind: str, sign: str, before: str) -> str:
    if kind in ("mark", "via"):
        return "©" if kind == "mark" else "via"
    if kind == "bracket":
        return "(" if sign in "([（［【" else "/"
    if kind == "address":
        return before
    return "|" if sign in "|｜•" else "/"


def _add(links: list[Link], text: str, sign: str) -> None:
    text = text.strip()
    if text:
        links.extend(_colons(text, sign))


def _colons(text: str, sign: str) -> list[Link]:
    """Part ``Fairmont Lodge: Jacob Sjöman`` at the colon, ``Jane Doe Styling: X`` before the label."""
    links: list[Link] = []
    start = 0
    for colon in _COLON.finditer(text):
        left = text[start : colon.start()]
        label = None if find_agency(left) else labels().tail(left) or usages().tail(left)
        end = start + label.start if label else colon.start()
        if end > start:
            links.append(Link(text[start:end].strip(" ,"), sign))
            start, sign = (end, "/") if label else (colon.end(), ":")
    links.append(Link(text[start:].strip(), sign))
    return [link for link in links if link.text]
