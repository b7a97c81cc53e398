"""The arguments of a crawl (``-a NAME=VALUE``), read strictly: what is wrong is said in one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from urllib.parse import urlsplit

from crawler.normalise.hosts import host_of
from crawler.normalise.urls import clean_url
from crawler.site import RENDER


class WrongUsageError(ValueError):
    """An argument that cannot be meant; its text says what is allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """``since`` and ``until`` are days, both included; ``limit`` is the most articles asked for, ``render`` when
    pages go through the browser: never, auto or always.
    """

    since: date | None = None
    until: date | None = None
    sections: tuple[str, ...] = ()
    limit: int | None = None
    render: str | None = None
    urls: tuple[str, ...] = ()


def read_arguments(given: Mapping[str, str], *, allowed: Iterable[str]) -> Arguments:
    """Read the arguments; names that begin with ``_`` belong to job systems and are left alone.

    Raises ``WrongUsageError``.
    """
    named = {name: value for name, value in given.items() if not name.startswith("_")}
    names = tuple(allowed)
    for name in named:
        if name not in names:
            hint = "".join(f" (did you mean {guess}?)" for guess in get_close_matches(name, names, 1))
            raise WrongUsageError(f"unknown argument {name}{hint}; allowed: {', '.join(names)}")
    since, until = _day(named, "since"), _day(named, "until")
    if since and until and since > until:
        raise WrongUsageError(f"since={since} is later than until={until}")
    sections = tuple(part.strip() for part in named.get("sections", "").split(",") if part.strip())
    if "sections" in named and not sections:
        raise WrongUsageError("sections= names no section; give some, parted by commas")
    return Arguments(since=since, until=until, sections=sections, limit=_count(named), render=_render(named), urls=_urls(named))


def _day(named: Mapping[str, str], name: str) -> date | None:
    if name not in named:
        return None
    try:
        return date.fromisoformat(named[name])
    except ValueError:
        raise WrongUsageError(f"{name}={named[name]} is no day; write it as 2026-11-22") from None


def _count(named: Mapping[str, str]) -> int | None:
    if "limit" not in named:
        return None
    text = named["limit"]
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:9]) == int(text):
        raise WrongUsageError(f"limit={text} is no number of articles; give 1 or more")
    return int(text)


def _render(named: Mapping[str, str]) -> str | None:
    chosen = named.get("render")
    if chosen is not None and chosen not in RENDER:
        raise WrongUsageError(f"render={chosen}: allowed: {', '.join(RENDER)}")
    return chosen


def _urls(named: Mapping[str, str]) -> tuple[str, ...]:
    """The addresses of ``url=``: a comma parts two of them where an address follows it."""
    if "url" not in named:
        return ()
    found: list[str] = []
    for part in named["url"].split(","):
        if found and not part.strip().lower().startswith(("http://", "https://")):
            found[-1] += f",{part}"
        else:
            found.append(part.strip())
    if not any(found):
        raise WrongUsageError("url= is empty; give http(s) addresses, parted by commas")
    return tuple(_address(part) for part in found if part)


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        sound = parts.scheme.lower() in ("http", "https") and bool(host_of(text)) and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or any(char.isspace() for char in text):
        raise WrongUsageError(f"url={text} is no address; give one like https://www.example.org/world")
    return clean_url(text)
