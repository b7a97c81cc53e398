"""robots.txt by RFC 9309: what an answer means, what it forbids, how slowly it wants us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from protego import Protego

from crawler.manners.caching import fresh_for

MOST_BYTES = 500 * 1024
"""RFC 9309, 2.5: at least 500 KiB are to be parsed; what lies beyond is not read."""
MOST_HOPS = 5
"""RFC 9309, 2.3.1.2: at least five redirects are to be followed."""
LONGEST_KEPT = 24 * 3600
"""RFC 9309, 2.4: a copy older than a day is not to be used."""
FORBIDDEN = "forbidden by robots.txt"
SHUT_OUT = "robots.txt shuts us out by name"
_STRANGER = "somebody-else"
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A robots.txt as it was read: its text (empty where there is none), when, and what to ask again with.

    ``fresh`` are the seconds for which the server itself allows to use it unasked.
    """

    text: str = ""
    read_at: float = 0.0
    fresh: float = 0.0
    etag: str | None = None
    last_modified: str | None = None

    def is_fresh(self, now: float) -> bool:
        """Whether it may be used without asking."""
        return 0 <= now - self.read_at < self.fresh

    def is_usable(self, now: float) -> bool:
        """Whether it may stand in while the server does not answer."""
        return 0 <= now - self.read_at < LONGEST_KEPT


def copy_of(status: int, body: bytes, headers: Mapping[str, str], *, now: float) -> Copy | None:
    """What an answer means; ``None`` where it closes the site: 429 (too many requests), 5xx and what is no answer at all.

    Every other 4xx says that there are no rules, and so does a redirect that leads nowhere after ``MOST_HOPS``. ``headers``
    has lower-case names.
    """
    if status == 429 or not 200 <= status < 500:
        return None
    return Copy(
        text=text_of(body) if status < 300 else "",
        read_at=now,
        fresh=min(fresh_for(headers), LONGEST_KEPT) if status < 300 else 0.0,
        etag=headers.get("etag") if status < 300 else None,
        last_modified=headers.get("last-modified") if status < 300 else None,
    )


def text_of(body: bytes) -> str:
    """The text of the first 500 KiB, whole lines only: half a rule might forbid everything. Total."""
    if len(body) > MOST_BYTES:
        head = body[:MOST_BYTES]
        end = max(head.rfind(b"\n"), head.rfind(b"\r"))
        body = head[: end + 1] if end >= 0 else b""
    return body.decode("utf-8", "replace").removeprefix(_BOM)


class Rules:
    """What a robots.txt says to us; ``agents`` are the names by which we are addressed, the longest match decides."""

    def __init__(self, text: str, agents: str) -> None:
        self._parsed = Protego.parse(text)
        self._agents = agents

    def why_not(self, url: str) -> str | None:
        """Why an address may not be asked for; ``None`` where it may."""
        if self._parsed.can_fetch(url, self._agents):
            return None
        return SHUT_OUT if self.shut_out(url) else FORBIDDEN

    def shut_out(self, url: str) -> bool:
        """Whether the whole site is closed to us and open to others."""
        front = _front(url)
        return not self._parsed.can_fetch(front, self._agents) and self._parsed.can_fetch(front, _STRANGER)

    def delay(self, most: float) -> float:
        """The seconds wanted between two requests, by Crawl-delay or Request-rate, at most ``most``; 0 where none are."""
        rate = self._parsed.request_rate(self._agents)
        wanted = (self._parsed.crawl_delay(self._agents) or 0.0, rate.seconds / rate.requests if rate else 0.0)
        return min(max(0.0, *wanted), most)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps named, whoever they are for."""
        return tuple(self._parsed.sitemaps)


def stored(copy: Copy) -> dict[str, Any]:
    """A copy as the history keeps it."""
    return {"text": copy.text, "at": copy.read_at, "fresh": copy.fresh, "etag": copy.etag, "modified": copy.last_modified}


def restored(value: Any) -> Copy | None:
    """The copy that the history kept; ``None`` for nothing, or for what cannot be read."""
    try:
        return Copy(
            text=str(value["text"]),
            read_at=float(value["at"]),
            fresh=float(value["fresh"]),
            etag=value["etag"],
            last_modified=value["modified"],
        )
    except (TypeError, KeyError, ValueError):
        return None


def _front(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}/"
