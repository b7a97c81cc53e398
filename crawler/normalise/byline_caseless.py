"""Pieces of bylines in Han, Kana, Hangul and Thai, where no capital tells a name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from crawler.normalise.byline_known import Piece, View, read_known
from crawler.normalise.byline_titles import is_desk
from crawler.normalise.lexicon import words
from crawler.normalise.names import looks_like_person, name_key

CASELESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_KANA_PLACE = re.compile(r"([\u30a0-\u30ff]{2,12})([\u3400-\u9fff々]{2,3}[\u3040-\u9fff]{1,3})")
_TOLD = frozenset({"desk", "agency", "publisher", "house", "title"})


def read_caseless(text: str, view: View) -> tuple[Piece, ...]:
    """Han, Kana, Hangul and Thai: job titles hang on names, places and departments stand before them."""
    language = view.context.language
    if view.units.get(name_key(text)) == "Person":
        return (Piece("person", text),)
    if behind := _behind_place(text, view):
        return (Piece("person", behind[1], place=behind[0]),)
    if " " not in text and _is_person(text, view):
        return (Piece("person", text),)
    found: list[Piece] = []
    tokens = [token for part in text.split() for token in _cut_titles(part)]
    for token in tokens:
        if token in words("job_titles"):
            found = _with_title(found, token)
        else:
            found.append(_caseless_token(token, view))
    merged = _merge_spaced(found, language)
    told = any(piece.title or piece.kind in _TOLD for piece in merged) or all(piece.kind == "person" for piece in merged)
    return tuple(merged) if told or len(merged) == 1 else (Piece("other", text),)


def _is_person(text: str, view: View) -> bool:
    unstated = name_key(text) not in view.units
    return unstated and looks_like_person(text, language=view.context.language) and not is_desk(text)


def _behind_place(text: str, view: View) -> tuple[str, str] | None:
    """Place and person in one word: ``カイロ金子淳``, or before a person whom the page states."""
    if match := _KANA_PLACE.fullmatch(text):
        return match[1], match[2]
    for size in range(2, min(6, len(text) - 1)):
        if view.units.get(name_key(text[-size:])) == "Person" and " " not in text:
            return text[:-size], text[-size:]
    return None


def _caseless_token(token: str, view: View) -> Piece:
    known = read_known(token, view)
    if known:
        return known
    if is_desk(token) or any(token.endswith(word) for word in words("desk_words") if len(word) > 1 and CASELESS.match(word)):
        return Piece("desk", token)
    if view.units.get(name_key(token)) == "Person" or looks_like_person(token, language=view.context.language):
        return Piece("person", token)
    return Piece("single", token)


def _with_title(found: list[Piece], title: str) -> list[Piece]:
    """The title goes to the piece before it, which it makes a person, unless that is a house; else to the next."""
    if found and found[-1].kind in {"person", "single"} and len(found[-1].text) <= 8:
        earlier = [
            replace(piece, kind="place") if piece.kind in {"person", "single"} and not piece.title else piece
            for piece in found[:-1]
        ]
        return [*earlier, replace(found[-1], kind="person", title=title)]
    return [*found, Piece("title", title, title=title)]


def _merge_spaced(found: list[Piece], language: str | None) -> list[Piece]:
    """Family and given name printed apart (``山田 太郎``) are one person."""
    texts = [piece.text for piece in found]
    short = len(found) == 2 and all(len(text) <= 4 for text in texts) and not any(piece.title for piece in found)
    if (
        short
        and all(piece.kind in {"person", "single"} for piece in found)
        and looks_like_person(" ".join(texts), language=language)
    ):
        return [Piece("person", " ".join(texts))]
    return found


@cache
def _han_titles() -> re.Pattern[str]:
    titles = sorted((word for word in words("job_titles") if CASELESS.match(word)), key=len, reverse=True)
    return re.compile("(" + "|".join(map(re.escape, titles)) + ")$")


def _cut_titles(token: str) -> list[str]:
    """A word of such a script and the job title that ends it: ``박준석기자``, ``山田太郎記者``."""
    match = _han_titles().search(token)
    return [token[: match.start()], match[0]] if match and 2 <= match.start() <= 8 else [token]
