"""Datelines of Chinese, Japanese and Korean houses: no blanks, brackets of their own, the reporter within."""

from __future__ import annotations

import re

from crawler.evidence import Context
from crawler.normalise.agencies import find_agency
from crawler.normalise.datelines.parts import dateline_word, is_outlet

_CHINESE = re.compile(
    r"[（(]?(?P<house>[\u4e00-\u9fff]{1,6}?[社网網报報台])(?P<city>[\u4e00-\u9fff·]{2,8}?)\s*(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
    r"(?:电|電|讯|訊|消息)\s*(?:[（(]\s*(?:记者|記者)\s*(?P<named>[^）)]{2,30})[）)]|(?:记者|記者)\s*(?P<spoken>[\u4e00-\u9fff]{2,3})(?=报道|報道|报导|報導|[:：]))?"
    r"[）)]?(?:报道|報道|报导|報導)?\s*[:：]?\s*"
)
_TAIWAN = re.compile(
    r"[（(〔［\[【](?P<house>[\u4e00-\u9fff]{2,5}?)?記者"
    r"(?P<reporter>[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3}){0,4})[／/\s]?(?P<city>[\u4e00-\u9fff]{2,4})"
    r"(?P<day>\d{1,2}日)?(?:電|報導|專電)[）)〕］\]】]\s*"
)
_JAPANESE = re.compile(r"[【［\[](?P<inside>[^】］\]]{2,40})[】］\]]\s*")
_JAPANESE_DAY = re.compile(r"(?:(\d{1,2})月)?\d{1,2}日(?:発)?")
_JAPANESE_JOINT = re.compile(r"[\s＝=・]+")
_KOREAN = re.compile(
    r"[\[(【](?P<first>[가-힣A-Za-z·]{1,12})\s*[=＝]\s*(?P<second>[가-힣A-Za-z0-9. ]{2,20})[\])】]\s*"
    r"(?:(?P<reporter>[가-힣]{2,4})(?:\s?[·,]\s?[가-힣]{2,4})*\s*(?:기자|특파원|통신원)\s*[=＝]?\s*)?"
)
_KOREAN_REPORTER = re.compile(r"(?P<name>[가-힣]{2,4})\s*(?:기자|특파원)")
_OPENINGS = frozenset("（(〔［[【")

Fields = dict[str, str | None]
"""Fields of ``Dateline`` besides its text."""


def read_cjk(text: str, context: Context) -> tuple[Fields, int] | None:
    """Give what a dateline of these scripts names, and where it ends; ``None`` where the text opens with none."""
    head = text[:12]
    if head.isascii() or not (head[:1] in _OPENINGS or "\u3400" <= head[:1] <= "\u9fff"):
        return None
    for read in (_taiwanese, _chinese, _korean, _japanese):
        found = read(text[:120], context)
        if found is not None:
            return found
    return None


def _chinese(text: str, context: Context) -> tuple[Fields, int] | None:
    match = _CHINESE.match(text)
    if match is None:
        return None
    house = match["house"]
    own = dateline_word(house) == "outlet" or is_outlet(house, context)
    if not own and find_agency(house) is None:
        return None
    day = f"{int(match['month']):02}-{int(match['day']):02}" if match["month"] else None
    reporter = (match["named"] or match["spoken"] or "").strip() or None
    fields: Fields = {"city": match["city"], "date": day, "reporter": reporter}
    return {**fields, "outlet" if own else "agency": house}, match.end()


def _taiwanese(text: str, context: Context) -> tuple[Fields, int] | None:
    match = _TAIWAN.match(text)
    if match is None:
        return None
    house = match["house"]
    fields: Fields = {"city": match["city"], "reporter": match["reporter"]}
    if house:
        fields["agency" if find_agency(house) and not is_outlet(house, context) else "outlet"] = house
    return fields, match.end()


def _japanese(text: str, _: Context) -> tuple[Fields, int] | None:
    match = _JAPANESE.match(text)
    if match is None:
        return None
    inside = match["inside"]
    parts = [part for part in _JAPANESE_JOINT.split(_JAPANESE_DAY.sub(" ", inside)) if part]
    agency = next((part for part in parts[1:] or parts if find_agency(part)), None)
    if agency is None and parts and (glued := _glued_agency(parts[0])):
        parts[0], agency = glued
    city = next((part for part in parts if part != agency), None)
    if agency is not None:
        return {"city": city, "agency": agency}, match.end()
    if len(parts) == 2 and ("＝" in inside or "=" in inside):
        return {"city": parts[0], "reporter": parts[1]}, match.end()
    return None


def _glued_agency(text: str) -> tuple[str, str] | None:
    ends = (n for n in range(2, len(text) - 1) if find_agency(text[n:]))
    return next(((text[:n], text[n:]) for n in ends), None)


def _korean(text: str, context: Context) -> tuple[Fields, int] | None:
    match = _KOREAN.match(text)
    if match is None:
        return None
    first, second = match["first"], match["second"].strip()
    if named := _KOREAN_REPORTER.fullmatch(second):
        return {"outlet": first, "reporter": named["name"]}, match.end()
    own = is_outlet(second, context)
    return {"city": first, "outlet" if own else "agency": second, "reporter": match["reporter"]}, match.end()
