"""The kinds of failure, by the reasons in the run record, and how heavily each weighs on a page.

A reason is a few words (``HTTP 503``, ``timeout``, ``wall``). Its kind says who has to act; its weight, how soon a page that
keeps failing is set aside.
"""

from __future__ import annotations

from enum import StrEnum

from crawler.normalise.reach import REFUSALS

ENDING = "the run is ending"
SPENT = "the run's budget for this site is spent"
NO_FAILURES = frozenset((ENDING, SPENT))
"""Reasons that are no failures: what was not asked for is left to the next run."""


class Kind(StrEnum):
    """Who has to act: the network, the site, the site's rules, its layout, or we."""

    DNS = "dns"
    TLS = "tls"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    CONNECTION = "connection"
    CUT_SHORT = "cut short"
    TOO_BIG = "too big"
    SERVER = "5xx"
    CLIENT = "4xx"
    GONE = "gone"
    BLOCKED = "blocked"
    WALLED = "walled"
    ROBOTS = "robots"
    RESERVED = "reserved"
    ELSEWHERE = "elsewhere"
    LAYOUT = "layout"
    CHARSET = "charset"
    NO_PAGE = "no page"
    OTHER = "other"


TEMPORARY = frozenset((Kind.DNS, Kind.REFUSED, Kind.TIMEOUT, Kind.CONNECTION, Kind.SERVER, Kind.BLOCKED, Kind.TLS))
"""The host's trouble rather than the page's: while other pages do not come either, it does not count against one."""
LASTING = frozenset(("list of links", "no text", "paywall", "noindex", "unavailable_after", "text and data mining is reserved"))
"""Reasons that will hold for hours on a site that is well; walls and errors may be gone with the next run."""
_HARD = frozenset((Kind.GONE, Kind.TOO_BIG, Kind.ELSEWHERE, Kind.NO_PAGE))
_EXACT = {
    "timeout": Kind.TIMEOUT,
    "too slow": Kind.TIMEOUT,
    "unknown host": Kind.DNS,
    "certificate refused": Kind.TLS,
    "connection refused": Kind.REFUSED,
    "connection failed": Kind.CONNECTION,
    "cut short": Kind.CUT_SHORT,
    "badly packed": Kind.CUT_SHORT,
    "larger than DOWNLOAD_MAXSIZE": Kind.TOO_BIG,
    "HTTP 404": Kind.GONE,
    "HTTP 410": Kind.GONE,
    "HTTP 401": Kind.BLOCKED,
    "HTTP 402": Kind.WALLED,
    "HTTP 403": Kind.BLOCKED,
    "HTTP 406": Kind.BLOCKED,
    "HTTP 407": Kind.BLOCKED,
    "HTTP 429": Kind.BLOCKED,
    "HTTP 451": Kind.BLOCKED,
    "HTTP 511": Kind.WALLED,
    "bot check": Kind.BLOCKED,
    "wall": Kind.WALLED,
    "paywall": Kind.WALLED,
    "maintenance": Kind.SERVER,
    "not the page that was announced": Kind.WALLED,
    "the same text as other pages": Kind.WALLED,
    "error page": Kind.GONE,
    "leads to another page": Kind.GONE,
    "unlike the site's other articles": Kind.WALLED,
    "text and data mining is reserved": Kind.RESERVED,
    "noindex": Kind.RESERVED,
    "unavailable_after": Kind.RESERVED,
    **dict.fromkeys(REFUSALS, Kind.ELSEWHERE),
    "list of links": Kind.LAYOUT,
    "no text": Kind.LAYOUT,
    "empty": Kind.LAYOUT,
    "not HTML": Kind.NO_PAGE,
    "binary": Kind.CHARSET,
    "led to no address": Kind.ELSEWHERE,
    "broken encoding": Kind.CHARSET,
}
_OF_ROBOTS = "robots.txt: "
"""Before the reason why a robots.txt could not be read, and the site is closed."""
_BEGINNINGS = (
    ("HTTP 5", Kind.SERVER),
    ("HTTP 4", Kind.CLIENT),
    ("HTTP 3", Kind.ELSEWHERE),
    ("HTTP 2", Kind.WALLED),
    ("robots.txt", Kind.ROBOTS),
    ("forbidden by robots.txt", Kind.ROBOTS),
    ("the host asked to be left alone", Kind.BLOCKED),
    ("max redirections", Kind.ELSEWHERE),
    ("more than", Kind.TOO_BIG),
)


def kind_of(reason: str) -> Kind:
    """The kind of a reason; ``OTHER`` for one that is not known here."""
    reason = reason.removeprefix(_OF_ROBOTS)
    if reason in _EXACT:
        return _EXACT[reason]
    return next((kind for beginning, kind in _BEGINNINGS if reason.startswith(beginning)), Kind.OTHER)


def weight_of(reason: str) -> int:
    """How many of its tries a failed run costs a page: 2 where it is hard, else 1."""
    return 2 if kind_of(reason) in _HARD else 1
