"""Whether a site reserves text and data mining, by ``/.well-known/tdmrep.json`` and ``/ai.txt``: asked once a day."""

from __future__ import annotations

import asyncio
import time
from dataclasses import asdict
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Request

from crawler.extensions.storage import ASKED
from crawler.manners.reservation import (
    AI_TXT,
    KEPT,
    RESERVED,
    TDMREP,
    Rule,
    SiteReservation,
    read_ai_txt,
    read_tdmrep,
)
from crawler.middlewares.memory import Memory, origin_of
from crawler.middlewares.robots import file_request

RESERVATION = "reservation"
"""Meta key of article requests: the ``Reservation`` that the site's files state of the address."""
_PATIENCE = 5.0
"""Seconds to wait for a file that hardly any site has."""


class RightsMiddleware:
    """Put the site's reservation into the meta of article requests; with ``TDM_RESERVATION_OBEY`` refuse those it covers."""

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("TDM_RESERVATION_FILES"):
            raise NotConfigured
        self.crawler = crawler
        self.obeyed = crawler.settings.getbool("TDM_RESERVATION_OBEY")
        self.agents: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self._memory = Memory(crawler)
        self._sites: dict[str, asyncio.Task[SiteReservation]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Wait for the site's files before the first article; raise ``IgnoreRequest`` for a reserved one that is obeyed."""
        if ASKED not in request.meta or not request.url.startswith("http"):
            return
        origin = origin_of(request.url)
        if origin not in self._sites:
            self._sites[origin] = asyncio.ensure_future(self._ask(origin))
        stated = (await self._sites[origin]).of(request.url, self.agents)
        request.meta[RESERVATION] = stated
        if self.obeyed and stated.reserved:
            raise IgnoreRequest(RESERVED)

    async def _ask(self, origin: str) -> SiteReservation:
        note, now = f"rights/{origin}", time.time()
        kept = self._memory.get(note)
        if kept is not None and 0 <= now - kept["at"] < KEPT:
            return SiteReservation(tuple(Rule(**each) for each in kept["rules"]), kept["ai"])
        bodies = [await self._fetch(f"{origin}{path}") for path in (TDMREP, AI_TXT)]
        rules, ai_txt = read_tdmrep(bodies[0] or b""), read_ai_txt(bodies[1] or b"")
        if None not in bodies:
            value: dict[str, Any] = {"at": now, "rules": [asdict(rule) for rule in rules], "ai": ai_txt}
            self._memory.put(note, value)
        return SiteReservation(rules, ai_txt)

    async def _fetch(self, url: str) -> bytes | None:
        """The file; empty where there is none, ``None`` where the site did not say."""
        request = file_request(url)
        request.meta.update(download_timeout=_PATIENCE, dont_retry=True)
        try:
            response = await self.crawler.engine.download_async(request)
        except Exception:  # noqa: BLE001 - a file that cannot be read reserves nothing
            return None
        return response.body if response.status == 200 else b"" if response.status < 500 else None
