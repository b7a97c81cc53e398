"""What a page in the browser may ask for at all, before the middlewares say whether it may go there. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Fate = Literal["ask", "empty", "refuse"]
_DROPPED = frozenset(
    {
        "user-agent",
        "accept-encoding",
        "accept-language",
        "authorization",
        "cookie",
        "referer",
        "origin",
        "host",
        "connection",
        "content-length",
        "if-none-match",
        "if-modified-since",
        "range",
        "cache-control",
        "pragma",
    }
)


def fate(kind: str, method: str, url: str) -> Fate:
    """Say what becomes of a request by a page: its kind is Playwright's ``resource_type``.

    Scripts and what they fetch are asked for. Style sheets are answered empty: script may wait for them, nobody looks. All
    else is refused: pictures, media, fonts, frames, beacons, event streams, other methods, other schemes.
    """
    if not url.startswith(("https://", "http://")):
        return "refuse"
    if kind == "stylesheet":
        return "empty"
    if kind == "script" and method == "GET":
        return "ask"
    return "ask" if kind in ("fetch", "xhr") and method in ("GET", "POST") else "refuse"


def sent(headers: Mapping[str, str]) -> dict[str, str]:
    """Give those headers of a page's request that go to the site: none that names us otherwise, none that is a secret."""
    return {
        name: value
        for name, value in headers.items()
        if name.lower() not in _DROPPED and not name.lower().startswith(("sec-", ":"))
    }
