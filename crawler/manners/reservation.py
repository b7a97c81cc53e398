"""Text and data mining reserved: what a header, a meta element, ``/.well-known/tdmrep.json`` or ``/ai.txt`` say.

Sources: the TDM Reservation Protocol (W3C community group, 2024-02), and ai.txt as Spawning describes it: robots.txt's grammar
for the use of a site's content in training.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from protego import Protego

TDMREP, AI_TXT = "/.well-known/tdmrep.json", "/ai.txt"
FILES = (TDMREP, AI_TXT)
KEPT = 24 * 3600
"""Seconds for which what the files say is not asked for again."""
MOST_BYTES = 128 * 1024
"""A longer file is not read: the longest real ones have a few rules."""
RESERVED = "text and data mining is reserved"
_MOST_RULES = 500
_MARKUP = re.compile(r"\s*<")


@dataclass(frozen=True, slots=True)
class Reservation:
    """Whether mining is reserved (``None``: nothing is said), who says so, and where the licence is."""

    reserved: bool | None = None
    source: str | None = None
    policy: str | None = None

    def told(self) -> tuple[str, ...]:
        """For the line: ``1 (tdmrep.json)``, and the policy's address."""
        if self.reserved is None:
            return ()
        return (f"{int(self.reserved)} ({self.source})", *((f"policy {self.policy}",) if self.policy else ()))


NOTHING_SAID = Reservation()


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of tdmrep.json: a path with ``*`` and ``$`` as in robots.txt."""

    location: str
    reserved: bool
    policy: str | None = None


@dataclass(frozen=True, slots=True)
class SiteReservation:
    """What the two files of a site say."""

    rules: tuple[Rule, ...] = ()
    ai_txt: str = ""

    def of(self, url: str, agents: str) -> Reservation:
        """What holds for an address: tdmrep.json before ai.txt, there the longest location before shorter ones."""
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        matching = [rule for rule in self.rules if _matches(rule.location, path)]
        if matching:
            rule = max(matching, key=lambda each: len(each.location))
            return Reservation(rule.reserved, "tdmrep.json", rule.policy)
        if self.ai_txt and not Protego.parse(self.ai_txt).can_fetch(url, agents):
            return Reservation(True, "ai.txt")
        return NOTHING_SAID


def read_tdmrep(body: bytes) -> tuple[Rule, ...]:
    """The rules of a tdmrep.json; empty for anything else. Total."""
    try:
        entries = json.loads(body.decode("utf-8-sig")) if len(body) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        return ()
    return tuple(_rules(entries))[:_MOST_RULES] if isinstance(entries, list) else ()


def _rules(entries: list[Any]) -> Iterator[Rule]:
    for entry in entries:
        location = entry.get("location") if isinstance(entry, dict) else None
        reserved = _flag(entry.get("tdm-reservation")) if isinstance(entry, dict) else None
        if isinstance(location, str) and reserved is not None:
            policy = entry.get("tdm-policy")
            yield Rule(location if location.startswith("/") else f"/{location}", reserved, _address(policy))


def read_ai_txt(body: bytes) -> str:
    """The text of an ai.txt that has rules; empty for anything else, such as a page that says "not found". Total."""
    text = body[:MOST_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
    return text if "user-agent" in text.lower() and not _MARKUP.match(text) else ""


def read_reservation(headers: Iterable[tuple[str, str]], metas: Iterable[tuple[str, str]]) -> Reservation:
    """What an answer says of itself; header before meta element. Names are ``tdm-reservation`` and ``tdm-policy``."""
    for source, pairs in (("header", headers), ("meta", metas)):
        stated = {name.lower(): text.strip() for name, text in pairs}
        reserved = _flag(stated.get("tdm-reservation"))
        if reserved is not None:
            return Reservation(reserved, source, _address(stated.get("tdm-policy")))
    return Reservation()


def _flag(value: object) -> bool | None:
    return {"1": True, "0": False}.get(str(value).strip()) if not isinstance(value, bool) else value


def _address(value: object) -> str | None:
    return value if isinstance(value, str) and value.startswith(("https://", "http://")) else None


def _matches(location: str, path: str) -> bool:
    """Whether a location with ``*`` and a final ``$`` covers a path; part after part, without going back."""
    anchored = location.endswith("$")
    first, *parts = location.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for index, part in enumerate(parts):
        last = anchored and index == len(parts) - 1
        found = len(path) - len(part) if last and path.endswith(part) else path.find(part, at)
        if found < at or (last and not path.endswith(part)):
            return False
        at = found + len(part)
    return not anchored or at == len(path)
