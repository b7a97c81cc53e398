"""From the counts of a run to an exit code and a sentence. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crawler.manners.failures import Kind, kind_of
from crawler.manners.robots import SHUT_OUT

_BLOCKING = (Kind.BLOCKED, Kind.WALLED, Kind.ROBOTS, Kind.RESERVED)
_SHUT_OUT = "robotstxt/shut_out/"
_FEW = 5
"""Below so many pages a share says nothing."""
_MOST = 0.8
"""The share of pages without an article, or of articles without a field, from which on the layout has changed."""
_FIELDS = ("headline", "articleBody", "datePublished")


@dataclass(frozen=True, slots=True)
class Outcome:
    """An exit code (sysexits) and, unless it is 0, the cause in a sentence."""

    code: int = 0
    cause: str | None = None


def judge(stats: Mapping[str, Any]) -> Outcome:
    """Judge a run whose storage and code held: by what its sections and articles gave."""
    found = _judge_sections(stats) or _judge_articles(stats) or _judge_bounds(stats) or Outcome()
    missing = stats.get("browser/missing")
    if found.cause is None or not missing:
        return found
    return Outcome(found.code, f"{found.cause}; {missing} pages are filled by script: {stats.get('browser/fault')}")


def _judge_sections(stats: Mapping[str, Any]) -> Outcome | None:
    good = stats.get("sections/read", 0) + stats.get("sections/unchanged", 0)
    failed, empty = stats.get("sections/failed", 0), stats.get("sections/empty", 0)
    reason = _commonest(stats, "sections/failed/")
    if failed and failed >= good + empty:
        if reason == SHUT_OUT:
            hosts = ", ".join(name.removeprefix(_SHUT_OUT) for name in stats if name.startswith(_SHUT_OUT))
            return Outcome(69, f"{hosts} does not want us: {SHUT_OUT}; ask the site, or take it off the schedule")
        state = _state(reason)
        return Outcome(69, f"site {state}: {failed} of {failed + good + empty} section pages could not be read ({reason})")
    if empty and not good:
        return Outcome(69, "nothing found: no article is named on any section page")
    if not good and not failed and not empty:
        return Outcome(70, "no section was asked for")
    return None


def _judge_articles(stats: Mapping[str, Any]) -> Outcome | None:
    """Pages that failed in earlier runs already say nothing new: without a fresh one there is no alarm."""
    good = sum(stats.get(f"articles/{kind}", 0) for kind in ("new", "updated", "corrected", "unchanged", "not_modified"))
    for kind, code in (("none", 65), ("failed", 69)):
        fresh = stats.get(f"pages/fresh/{kind}", 0)
        every = fresh + stats.get(f"pages/again/{kind}", 0)
        if fresh and every >= _FEW and every >= (good + every) * _MOST:
            reason = _commonest(stats, f"pages/fresh/{kind}/")
            blocked = kind == "none" and _state(reason) == "blocked"
            return Outcome(69 if blocked else code, _told(kind, every, good + every, reason))
    return None


def _told(kind: str, count: int, total: int, reason: str | None) -> str:
    if kind == "none" and _state(reason) == "blocked":
        return f"site blocked: {count} of {total} pages give no article ({reason})"
    if kind == "none":
        return f"layout changed? {count} of {total} pages hold no article ({reason})"
    return f"site {_state(reason)}: {count} of {total} articles could not be read ({reason})"


def _state(reason: str | None) -> str:
    return "blocked" if reason is not None and kind_of(reason) in _BLOCKING else "down"


def _judge_bounds(stats: Mapping[str, Any]) -> Outcome | None:
    breach = stats.get("sections/out_of_bounds")
    if breach:
        return Outcome(65, f"layout changed? {breach}")
    lines = sum(stats.get(f"articles/{kind}", 0) for kind in ("new", "updated", "corrected"))
    for field in _FIELDS:
        weak = stats.get(f"articles/weak/{field}", 0)
        if lines >= _FEW and weak >= lines * _MOST:
            return Outcome(65, f"layout changed? {weak} of {lines} articles have no {field}")
    return None


def _commonest(stats: Mapping[str, Any], prefix: str) -> str | None:
    reasons = {name.removeprefix(prefix): count for name, count in stats.items() if name.startswith(prefix)}
    return max(reasons, key=lambda reason: reasons[reason], default=None)
