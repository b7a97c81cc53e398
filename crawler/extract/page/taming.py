"""Pages that are made, or broken, so that an HTML parser takes minutes or gigabytes: they are cut before anything reads them.

HTML5 parsers take time that grows with the square of nesting and of a tag's attributes. Formatting elements that nobody closes
are opened again in every block that follows: fifty kilobytes of ``<p><b id=1><p><b id=2>…`` make three gigabytes of tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_DEPTH = 5_000
"""Elements within each other; no real page has 500, browsers stop at 512."""
MAX_ATTRIBUTES = 2_000
"""Of one tag. The fullest of 400 saved pages has 40; a parser takes a second for a megabyte of tags as full as this."""
MAX_COPIES = 100_000
"""Elements that a parser opens again by itself, each 360 bytes; real pages have a few hundred."""
_FEW = 20
"""Formatting elements open at once that no page need be looked at closely for."""
_WINDOW = MAX_ATTRIBUTES
"""An attribute takes two bytes: a tag of so many spans a whole window, wherever it begins."""
_ATTRIBUTE = rb"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+"
_START = re.compile(rb"<[a-zA-Z]")
_CROWDED = re.compile(rb"<[a-zA-Z][^\s/>]*+(?:%b){0,%d}+(%b)?+" % (_ATTRIBUTE, MAX_ATTRIBUTES, _ATTRIBUTE))
"""A tag as far as its attributes need be read; the group is the one too many."""
_BLANKS = b" \t\n\v\f\r"
_MOST_READ = 200
"""Times that the bytes of a long tag are read, from one or another ``<`` in it, before it counts as crowded."""
_KEY = 100
"""Bytes of a tag's attributes that are compared; longer ones count as unlike any other."""
_NAMES = rb"b|big|code|em|font|i|s|small|strike|strong|tt|u"
_FORMATTING = re.compile(rb"<(?=/?[bcefistu])(/?)(" + _NAMES + rb")(?=[\s/>])([^>]{0,100})", re.IGNORECASE)
_OPENING = re.compile(rb"<[bBcCeEfFiIsStTuU](?i:ig|ode|m|ont|mall|trike|trong|t)?[\s/>]")
"""Where one of these begins, and now and then what is none: found in half the time, and most pages have few of them."""
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})([^<>]{0,100})")
_FORMATTING_NAMES = frozenset(_NAMES.split(b"|"))
_NEVER_NESTED = frozenset(
    b"a nobr area base br col embed frame hr img input link meta param source track wbr p li dt dd option optgroup rb rt rp rtc"
    b" tr td th tbody thead tfoot colgroup html head body script style".split()
)
"""Elements without content, and those that end where the next of them begins."""
_FENCES = frozenset(b"table object applet marquee template caption foreignobject desc annotation-xml".split())
"""An end tag does not close what was opened outside of these."""
_REACH = 100
"""How many open elements an end tag is compared with."""


def tame(body: bytes) -> bytes:
    """Give the page without attributes that are too many, cut where its tree would grow beyond measure."""
    for start, end in reversed(tuple(_huge_tags(body))):
        body = body[:start] + b"<x" + body[end:]
    tags = body.count(b"<")
    deep = tags > MAX_DEPTH and tags - body.count(b"</") > MAX_DEPTH  # the second count takes three times the first
    return body[: _end(body)] if deep or _most_open(body) > _FEW else body


def _huge_tags(body: bytes) -> Iterator[tuple[int, int]]:
    """Tags with thousands of attributes. Where no tag ends for long they stand, or long values and scripts."""
    at, last, ends = 0, 0, _Ends(body)
    while at < len(body):
        end = ends.find(at, at + _WINDOW)
        if end >= 0:
            at, last = at + _WINDOW, end
            continue
        end = ends.find(at + _WINDOW, len(body))
        end = len(body) if end < 0 else end
        start = _crowded(body, last, end)
        if start is not None:
            yield start, end
        at = last = end + 1


class _Ends:
    """Finds each ``>`` that ends whatever is open: before one within a quoted value the last quote stands behind ``=``."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._read = 0
        self._open = {b'"': False, b"'": False}

    def find(self, start: int, stop: int) -> int:
        """The first of them, or -1. Asked for from left to right."""
        end = self._body.find(b">", start, stop)
        while end >= 0 and (quote := self._opened(end)):
            closing = self._body.find(quote, end, stop)
            end = self._body.find(b">", closing, stop) if closing >= 0 else -1
        return end

    def _opened(self, end: int) -> bytes | None:
        """The quote that may be open there."""
        opened = None
        for quote in self._open:
            last = self._body.rfind(quote, self._read, end)
            if last >= 0:
                self._open[quote] = self._is_opening(last)
            opened = quote if self._open[quote] else opened
        self._read = end
        return opened

    def _is_opening(self, quote: int) -> bool:
        before = quote - 1
        while before > 0 and self._body[before] in _BLANKS:
            before -= 1
        return self._body[before : before + 1] == b"="


def _crowded(body: bytes, start: int, end: int) -> int | None:
    """Where a tag with too many attributes begins; any ``<`` may be it, for scripts and values hold some as well.

    One that begins nearer to the end has no room for them: each takes two bytes.
    """
    last = max(start, end - 2 * MAX_ATTRIBUTES)
    first = _START.search(body, start, last)
    if first is None or not _has_room(body[first.start() : end]):
        return None
    left = (end - start) * _MOST_READ
    for found in _START.finditer(body, first.start(), last):
        tag = _CROWDED.match(body, found.start(), end)
        left -= tag.end() - tag.start() if tag else 0
        if left < 0 or (tag and tag[1] is not None):
            return found.start()
    return None


def _has_room(stretch: bytes) -> bool:
    """Whether enough stands there to part so many attributes: a blank or stroke before each, or the quotes before that."""
    parted = len(stretch) - len(stretch.translate(None, _BLANKS + b"/"))
    return parted + (stretch.count(b'"') + stretch.count(b"'")) // 2 >= MAX_ATTRIBUTES


def _most_open(body: bytes) -> int:
    """How many different formatting elements are open at once, at most."""
    if len(_OPENING.findall(body)) <= _FEW:
        return 0
    formatting, most = _Formatting(), 0
    for slash, name, attributes in _FORMATTING.findall(body):
        formatting.take(name.lower(), attributes, closing=bool(slash))
        most = max(most, formatting.count)
    return most


class _Formatting:
    """The formatting elements that a parser keeps open: of like ones three."""

    def __init__(self) -> None:
        self._open: dict[bytes, list[bytes]] = {}
        self.count = 0

    def take(self, name: bytes, attributes: bytes, *, closing: bool) -> None:
        """Open or close one."""
        known = self._open.setdefault(name, [])
        if closing:
            self.count -= bool(known)
            del known[-1:]
        elif _is_partial(attributes) or known[-3:].count(attributes) < 3:
            known.append(attributes)
            self.count += 1


def _is_partial(attributes: bytes) -> bool:
    """Whether attributes go on beyond what was read of them."""
    return len(attributes) == _KEY or attributes.count(b"'") % 2 == 1 or attributes.count(b'"') % 2 == 1


def _end(body: bytes) -> int:
    """Where nesting or copies pass what is bearable; the page's length where they never do."""
    stack: list[bytes] = []
    formatting, copies = _Formatting(), 0
    for found in _TAG.finditer(body):
        name, closing = found[2].lower(), bool(found[1])
        if name in _FORMATTING_NAMES:
            formatting.take(name, found[3], closing=closing)
        elif closing:
            _close(stack, name)
        elif name not in _NEVER_NESTED:
            stack.append(name)
        copies += 0 if closing else formatting.count
        if len(stack) + formatting.count > MAX_DEPTH or copies > MAX_COPIES:
            return found.start()
    return len(body)


def _close(stack: list[bytes], name: bytes) -> None:
    for back, opened in enumerate(reversed(stack[-_REACH:]), start=1):
        if opened == name:
            del stack[-back:]
            return
        if opened in _FENCES:
            return
