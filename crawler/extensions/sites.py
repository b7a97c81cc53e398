"""What each host gave in a run, for the record: failures by kind, requests, bytes, refusals, and whether its 304s are true."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scrapy.statscollectors import StatsCollector

from crawler.manners.failures import kind_of
from crawler.normalise.hosts import host_of

_FAILURES = "failures/"
_COUNTS = {
    "pace/requests/": "requests",
    "pace/bytes/": "bytes",
    "pace/refused/": "refused",
    "pace/spent/": "budget spent",
    "robotstxt/shut_out/": "shut out",
    "conditional/checked/": "304 checked",
    "conditional/lied/": "304 untrue",
}
"""Stats before the name of a host -> what the record calls them."""


def count_failure(stats: StatsCollector, url: str, reason: str) -> None:
    """Count that an address gave nothing, for its host and by the kind of the reason."""
    stats.inc_value(f"{_FAILURES}{host_of(url)}/{kind_of(reason)}")


def sites_of(stats: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """What was counted for each host: ``{"www.sauh.example": {"requests": 61, "walled": 2}}``."""
    found: dict[str, dict[str, int]] = {}
    for name, value in stats.items():
        if name.startswith(_FAILURES):
            host, _, what = name.removeprefix(_FAILURES).partition("/")
            found.setdefault(host, {})[what] = value
        for prefix, what in _COUNTS.items():
            if name.startswith(prefix) and value:
                found.setdefault(name.removeprefix(prefix), {})[what] = value
    return found
