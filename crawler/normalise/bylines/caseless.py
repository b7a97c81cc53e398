"""Pieces of bylines in Han, Kana and Hangul, where no capital tells a name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from crawler.normalise.bylines.known import NOTHING, Piece, View, read_known
from crawler.normalise.bylines.titles import is_desk
from crawler.normalise.lexicon import words
from crawler.normalise.names import looks_like_person, name_key

CASELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_KANA_PLACE = re.compile(r"([\u30a0-\u30ff]{2,12})([\u3400-\u9fff々]{2,3}[\u3040-\u9fff]{1,3})")
_KANA = re.compile(r"[\u30a0-\u30ff]+")
_DEPARTMENT = re.compile(r"(?:[部局課班]|支局|総局|부|국|팀)$")
_REPORTED = re.compile(r"([\u3400-\u9fff]{2,6})?(?:报道|報道|報導|电|電)")
"""Where a reporter writes from: ``北京报道``."""
_OFFICE = re.compile(r"[\u30a0-\u30ff\u3400-\u9fff]{2,8}(?:支局長|総局長|支社長|支局|総局|特派員)")
"""The head of an office, before the name: ``熊本支局長 岩崎航``."""
_TOLD = frozenset({"desk", "agency", "publisher", "house", "title"})


def read_caseless(text: str, view: View) -> tuple[Piece, ...]:
    """Han, Kana and Hangul: job titles hang on names, departments and places stand before them: ``워싱턴=김철수``."""
    before, _, rest = text.rpartition("=")
    earlier, _, place = before.rpartition(" ")
    if earlier and rest and looks_like_person(earlier, language=view.context.language):
        return (*read_caseless(earlier, view), *read_caseless(f"{place}={rest}", view))
    if (place := before) and rest:
        return tuple(replace(piece, place=place) for piece in _read_whole(rest, view) or _read_words(rest, view))
    return _read_whole(text, view) or _read_words(text, view)


def _read_whole(text: str, view: View) -> tuple[Piece, ...]:
    """The piece that the whole text is; nothing where it has to be taken apart."""
    if view.units.get(name_key(text)) == "Person":
        return (Piece("person", text),)
    if behind := _behind_place(text, view):
        return (Piece("person", behind[1], place=behind[0]),)
    if known := read_known(text, view):
        return (known,)
    return (Piece("person", text),) if " " not in text and _is_person(text, view) else ()


def _read_words(text: str, view: View) -> tuple[Piece, ...]:
    """Words that blanks and job titles part; where none of them tells what they are, the text stays whole."""
    found: list[Piece] = []
    parts = text.split()
    if len(parts) > 1 and _OFFICE.fullmatch(parts[0]) and looks_like_person(parts[1], language=view.context.language):
        parts = parts[1:]
    for token in (token for part in parts for token in _cut_titles(part)):
        if token in words("job_titles"):
            found = _with_title(found, token)
        elif (piece := _caseless_token(token, view)).kind != "nothing":
            found.append(piece)
    merged = _merge_spaced(found, view.context.language)
    told = any(piece.title or piece.kind in _TOLD for piece in merged) or all(p.kind in {"person", "place"} for p in merged)
    if told or len(merged) == 1:
        return tuple(merged) or (NOTHING,)
    return (Piece("other", text),)


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
    if reported := _REPORTED.fullmatch(token):
        return _reported(reported[1], view)
    if _DEPARTMENT.search(token) or (_KANA.match(token) and _han_titles().search(token)):
        return Piece("title", token, title=token)
    if view.units.get(name_key(token)) == "Person" or looks_like_person(token, language=view.context.language):
        return Piece("person", token)
    return Piece("single", token)


def _reported(text: str | None, view: View) -> Piece:
    """Who or whence a report is: ``張曉峰報導``, ``北京报道``; two signs are a place."""
    if not text:
        return NOTHING
    person = len(text) > 2 and text not in words("cities") and looks_like_person(text, language=view.context.language)
    return Piece("person" if person else "place", text)


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
    whole = all(piece.kind == "person" for piece in found)
    short = len(found) == 2 and all(len(text) <= 4 for text in texts) and not whole and not any(p.title for p in found)
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
    if match is None or not 2 <= match.start() <= 8 or _KANA.fullmatch(token[: match.start()]):
        return [token]
    return [token[: match.start()], match[0]]
