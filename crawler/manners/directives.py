"""What a page and its headers say to robots: noindex, nofollow, noarchive, unavailable_after …, for all or for us by name.

Sources: the robots meta element and X-Robots-Tag as Google, Bing and Yandex document them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_KNOWN = {
    "noindex": ("noindex",),
    "nofollow": ("nofollow",),
    "none": ("noindex", "nofollow"),
    "noarchive": ("noarchive",),
    "nocache": ("noarchive",),
    "nosnippet": ("nosnippet",),
    "noimageindex": ("noimageindex",),
    "noai": ("noai",),
    "noimageai": ("noimageai",),
}
"""Directives that take something away, by the words for them; all others (index, max-snippet …) ask for nothing."""
_UNTIL = "unavailable_after"
_VALUED = (_UNTIL, "max-snippet", "max-image-preview", "max-video-preview")
"""Names before a colon that are no user agent."""
_ALL = ("robots", "*")


@dataclass(frozen=True, slots=True)
class Directives:
    """What holds for us: the directives' names with where each stood, and the end of the page's time."""

    found: tuple[tuple[str, str], ...] = ()
    until: datetime | None = None

    def has(self, name: str) -> bool:
        """Whether a directive was given."""
        return any(each == name for each, _ in self.found)

    def told(self) -> tuple[str, ...]:
        """Each directive with its place, for the line: ``noarchive (meta:robots)``."""
        return tuple(dict.fromkeys(f"{name} ({place})" for name, place in self.found))

    def why_not(self, obeyed: Iterable[str], *, now: datetime) -> str | None:
        """Why the page may not be kept, by the directives that are ``obeyed``; ``None`` where it may."""
        names = frozenset(obeyed)
        if "noindex" in names and self.has("noindex"):
            return "noindex"
        if _UNTIL in names and self.until is not None and self.until < now:
            return _UNTIL
        return None


NO_DIRECTIVES = Directives()


def read_directives(headers: Iterable[str], metas: Iterable[tuple[str, str]], *, agents: str) -> Directives:
    """Read the values of ``X-Robots-Tag`` and the meta elements (name, content) that speak to all robots or to us.

    ``agents`` are our names, parted by blanks. Total: what is not understood asks for nothing.
    """
    names = frozenset((*_ALL, *agents.lower().split()))
    parts = [part for header in headers for part in _of_header(header, names)]
    parts += [(f"meta:{name.lower()}", content) for name, content in metas if name.strip().lower() in names]
    found = [(each, place) for place, text in parts for each in _words(text)]
    ends = [end for place, text in parts if (end := _end(text)) is not None]
    if ends:
        place = next(place for place, text in parts if _end(text) is not None)
        found.append((f"{_UNTIL} {min(ends).isoformat()}", place))
    return Directives(tuple(found), min(ends, default=None))


def _of_header(header: str, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The header's text where it speaks to us: ``otherbot: noindex`` does not."""
    agent, colon, rest = header.partition(":")
    agent = agent.strip().lower()
    if not colon or agent in _VALUED or "," in agent:
        yield "X-Robots-Tag", header
    elif agent in names:
        yield "X-Robots-Tag", rest


def _words(text: str) -> Iterator[str]:
    for part in text.lower().split(","):
        yield from _KNOWN.get(part.strip(), ())


def _end(text: str) -> datetime | None:
    """The time behind ``unavailable_after:``; RFC 822, RFC 850 or ISO 8601, UTC where no zone is given."""
    _, found, rest = text.partition(_UNTIL)
    if not found:
        return None
    value = rest.strip().lstrip(":").strip()
    return _moment(value) or _moment(value.split(",")[0].strip())


def _moment(value: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(value)
            return moment.astimezone(UTC) if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
