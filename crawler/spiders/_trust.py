"""Conditional requests, and whether a host's 304 is believed: sampled by full requests, kept from run to run."""

from __future__ import annotations

import logging
import time
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.items import Article
from crawler.manners.trust import Trust, restored, stored
from crawler.middlewares.memory import Memory
from crawler.normalise.hosts import host_of
from crawler.store.entries import Validators

CHECKING = "checking_304"
"""Meta key of a full request that checks a 304."""
UNKNOWN = Validators()
_LOG = logging.getLogger(__name__)


class Conditions:
    """What to ask hosts with. Stats: ``conditional/checked/<host>``, ``conditional/lied/<host>``."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._memory = Memory(crawler)
        self._every = crawler.settings.getint("CONDITIONAL_CHECK_EVERY")
        self._hosts: dict[str, Trust] = {}
        crawler.signals.connect(self.item_scraped, signals.item_scraped)

    def validators(self, url: str, known: Validators) -> Validators:
        """What to ask an address with: nothing where its host has lied."""
        return known if known == UNKNOWN or self._trust(host_of(url)).believed(time.time()) else UNKNOWN

    def must_check(self, url: str) -> bool:
        """Take note of a 304; say whether it is to be checked by a full request."""
        host = host_of(url)
        trust = self._trust(host).after_304()
        self._keep(host, trust)
        due = trust.is_due(self._every)
        if due:
            self._crawler.stats.inc_value(f"conditional/checked/{host}")
        return due

    def lied(self, url: str) -> None:
        """Take note that a 304 stood for something new."""
        host = host_of(url)
        _LOG.warning("%s answers 304 for pages that have changed: %s; it is asked in full from now on", host, url)
        self._crawler.stats.inc_value(f"conditional/lied/{host}")
        self._keep(host, Trust(lied=time.time()))

    def item_scraped(self, item: Any, response: Response | None) -> None:
        """An article that was said to be as it was, and is another revision."""
        if response is None or response.request is None or not response.meta.get(CHECKING):
            return
        if isinstance(item, Article) and item.revision.status != "new":
            self.lied(item.url)

    def _trust(self, host: str) -> Trust:
        if host not in self._hosts:
            self._hosts[host] = restored(self._memory.get(f"trust/{host}"))
        return self._hosts[host]

    def _keep(self, host: str, trust: Trust) -> None:
        self._hosts[host] = trust
        self._memory.put(f"trust/{host}", stored(trust))
