"""Where links lead, and what they and the lines around them say."""

from __future__ import annotations

import re

from crawler.extract.page.outline import Outline
from crawler.normalise.headings import heading_kind

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_UNPROMISING = ("#", "javascript:", "mailto:", "tel:", "whatsapp:", "data:", "sms:", "fb-messenger:", "viber:", "tg:")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|pdf|mp[34]|zip|docx?|xlsx?)$", re.IGNORECASE)
_SHARE = re.compile(
    r"/(?:share[a-z.]*|sharer|intent|submit)(?:[/?]|$)|//(?:wa|t)\.me/"
    r"|//(?:www\.)?(?:youtube|linkedin|pinterest)\.com/[^/]*/?$"
    r"|//(?:www\.|m\.|mobile\.|web\.)?(?:facebook|instagram|twitter|x|tiktok|threads)\.(?:com|net)(?:/|$)",
    re.IGNORECASE,
)
_WRITER = re.compile(
    r"/(?:authors?|autor(?:a|en|es|innen)?|auteurs?|autori|penulis|contributors?|journalist(?:e|en|es|s)?|profiles?|columnists?"
    r"|redakteure?|reporters?|writers?|correspondents?|editors?|redaktur|jurnalis|wartawan)/(?:\d+/)?[^/?#-]{2,}(?:-[^/?#-]+){0,3}/?$",
    re.IGNORECASE,
)
"""Addresses of a writer's own page: links to them are bylines, no teasers."""
_WIDE = ("\u2e80", "\ud7ff")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese, Khmer: letters as narrow as Latin ones, and blanks between clauses alone."""
_SHORTEST, _SHORTEST_WIDE = 18, 8
_TELLING = 24
"""Characters of a path that names an article by itself, whatever its query says."""
_LONGEST_LABEL = 80


def target(href: str | None) -> str | None:
    """The key under which links to one page are the same; ``None`` for what is no page."""
    href = (href or "").strip()
    if not href or href.lower().startswith(_UNPROMISING):
        return None
    href = href.partition("#")[0]
    path, _, query = href.partition("?")
    if _FILE.search(path) or _SHARE.search(href) or _WRITER.search(path):
        return None
    return path if len(path) > _TELLING or not query else href


def speaks(text: str, *, heading: bool = False) -> bool:
    """Whether a link's text reads like a headline: four words, two in a heading, eight signs of a script without blanks."""
    words = text.count(" ") + 1
    if "://" in text:
        return False
    if (len(text) >= _SHORTEST and words >= 4) or (heading and len(text) >= 10 and words >= 2):
        return True
    if len(text) < _SHORTEST_WIDE or text.isascii():
        return False
    if len(text) >= _SHORTEST and _UNSPACED.match(text, len(text) // 2):
        return True
    return sum(1 for letter in text if _WIDE[0] < letter < _WIDE[1]) * 2 > len(text)


def one_line(outline: Outline, first: int, last: int) -> str:
    """The texts from ``first`` to before ``last`` on one line."""
    return " ".join("".join(outline.texts[first:last]).split())


def last_line(outline: Outline, first: int, last: int) -> str:
    """The last line of these texts."""
    start = last - 1
    while start > first and outline.runs[start - 1] == outline.runs[last - 1]:
        start -= 1
    return one_line(outline, start, last)


def known_label(outline: Outline, first: int, last: int) -> str | None:
    """The first line of these texts that is a label known to announce other articles; or all of them together.

    What follows a label on a line of its own is a section or a kicker. A line of several links is a row of tabs, and the first
    that is known the one that is open.
    """
    lines: dict[int, list[int]] = {}
    seen = [text for text in range(first, last) if not outline.unseen(outline.owners[text])]
    for text in seen or range(first, last):
        lines.setdefault(outline.runs[text], []).append(text)
    texts = ["".join(map(outline.texts.__getitem__, line)) for line in lines.values()]
    tabs = [outline.texts[text] for line in lines.values() if _is_row(outline, line) for text in line]
    labels = (" ".join(text.split()) for text in (*texts, " ".join(texts), *tabs))
    return next((label for label in labels if label and len(label) <= _LONGEST_LABEL and heading_kind(label)), None)


def _is_row(outline: Outline, line: list[int]) -> bool:
    links = [outline.links[text] for text in line]
    return len(set(links)) > 1 and min(links) >= 0
