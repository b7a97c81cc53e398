"""A page that stands in an article's place: told by where it was found, how it was announced and what is usual on its site.

Never by phrases of its text: an article may be about cookies, paywalls and error pages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from urllib.parse import unquote, urlsplit

from crawler.items import Article

STRANGER = "not the page that was announced"
ELSEWHERE = "leads to another page"
WALL = "wall"
UNLIKE = "unlike the site's other articles"
REPEATED = "the same text as other pages"
_SHORTEST_PATH = 4
"""A path as short as this may stand in another address by chance."""
_LEAST_USUAL = 2
_CHALLENGES = {"cf-mitigated": "challenge", "x-amzn-waf-action": "", "x-datadome": "protected", "x-sucuri-block": ""}
"""Headers by which defences say that they asked for a proof of being human, as Cloudflare, AWS, DataDome, Sucuri document them,
and what stands in them.
"""
_WHOLE = (200, 203)
_WORD = re.compile(r"[^\W_]{3,}")


def why_elsewhere(status: int, url: str, asked: Iterable[str]) -> str | None:
    """Why an answer is no article whatever it holds: by its status, and by where redirects led; ``None`` where it may be one.

    202 is how some bot checks answer, 206 is a part. ``asked`` are the addresses that led to ``url``.
    """
    return landed(url, asked) if status in _WHOLE else f"HTTP {status}"


def refusal(status: int, headers: Iterable[tuple[str, str]]) -> str:
    """Name an answer that is an error: ``bot check`` where the headers (lower-case names) say so, else ``HTTP 403``."""
    checked = any(name in _CHALLENGES and _CHALLENGES[name] in text.lower() for name, text in headers)
    return "bot check" if checked else f"HTTP {status}"


def why_wall(article: Article, *, usual: Collection[str] = (), filled: Collection[str] = ()) -> str | None:
    """Why a page is none of the site's articles; ``None`` where nothing speaks against it.

    ``usual`` are the fields that nearly every line of the site has, ``filled`` those that this one has. Announcements are
    ``article.appearances``.
    """
    announced = announcements(article)
    if announced:
        return STRANGER if article.date_published is None and is_stranger(article.headline, announced) else None
    expected = set(usual) - {"headline", "articleBody"}
    return UNLIKE if len(expected) >= _LEAST_USUAL and not expected & set(filled) else None


def landed(url: str, asked: Iterable[str]) -> str | None:
    """Why the address at the end of redirects is no article's: it is the front page, or it carries the one asked for.

    ``/login?next=%2Fnews%2F1`` and ``/consent/?url=https://…/news/1`` wait for the reader to come back.
    """
    here = urlsplit(url)
    carried = unquote(unquote(f"{here.query}#{here.fragment}"))
    for other in asked:
        there = urlsplit(other)
        deeper = there.path.strip("/")
        if deeper and there.path != here.path and len(there.path) >= _SHORTEST_PATH and there.path in carried:
            return WALL
        if deeper and not here.path.strip("/") and not here.query:
            return ELSEWHERE
    return None


def announcements(article: Article) -> tuple[str, ...]:
    """The headlines under which lists announced the article."""
    return tuple(appearance.headline for appearance in article.appearances if appearance.headline)


def is_stranger(headline: str | None, announced: Iterable[str]) -> bool:
    """Whether a headline has no word in common with any under which the page was announced."""
    words = words_of(headline or "")
    return not any(words & words_of(other) for other in announced)


def words_of(text: str) -> frozenset[str]:
    """The words of a headline that may tell it from others."""
    return frozenset(_WORD.findall(text.casefold()))


class Repetitions:
    """Texts met in a run and kept from earlier ones: two pages announced as different that show the very same are a wall.

    ``known`` are the digests of walls met before.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.known = list(known)
        self._seen: dict[str, tuple[str, frozenset[str]]] = {}

    def is_wall(self, digest: str, url: str, announced: Iterable[str]) -> bool:
        """Take in a page, by the digest of headline and text; say whether it shows what another one showed."""
        if digest in self.known:
            return True
        words = frozenset[str]().union(*map(words_of, announced))
        first, others = self._seen.setdefault(digest, (url, words))
        if first == url or not words or not others or words & others:
            return False
        self.known.append(digest)
        return True
