"""What stands in the place of an article gives no line and counts as unseen: a later run tries again."""

from __future__ import annotations

import hashlib
from typing import Any, Self

from scrapy.crawler import Crawler

from crawler.extensions._bounds import filled
from crawler.extensions.sites import count_failure
from crawler.extensions.storage import Missing, Storage
from crawler.items import Article
from crawler.manners.walls import REPEATED, Repetitions, announcements, why_wall
from crawler.middlewares.memory import Memory
from crawler.normalise.hosts import registered_domain
from crawler.pipelines.desk import is_read

_MOST_KNOWN = 50


class WallPipeline:
    """Raise ``Missing`` for what stands in an article's place. Stats: ``pages/fresh/none`` and the reason."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._memory = Memory(crawler)
        self._texts: dict[str, Repetitions] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline; what is usual on a site is looked up with the first item."""
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        """Give the item back where it is an article."""
        if not is_read(item):
            return item
        storage = self.crawler.get_extension(Storage)
        usual = storage.bounds.usual if storage is not None and storage.bounds is not None else ()
        reason = why_wall(item, usual=usual, filled=filled(item)) or self._repeated(item)
        if reason is None:
            return item
        stats = self.crawler.stats
        for name in ("pages/fresh/none", f"pages/fresh/none/{reason}"):
            stats.inc_value(name)
        count_failure(stats, item.url, reason)
        raise Missing(item.url, reason)

    def _repeated(self, item: Article) -> str | None:
        """Whether the site showed the very same under another announcement; kept for later runs."""
        if not item.article_body:
            return None
        name = f"walls/{registered_domain(item.url)}"
        if name not in self._texts:
            self._texts[name] = Repetitions(self._memory.get(name) or ())
        texts = self._texts[name]
        count = len(texts.known)
        shown = f"{item.headline}\n{item.article_body}".encode("utf-8", "replace")
        digest = hashlib.blake2b(shown, digest_size=8).hexdigest()
        found = texts.is_wall(digest, item.url, announcements(item))
        if len(texts.known) != count:
            self._memory.put(name, texts.known[-_MOST_KNOWN:])
        return REPEATED if found else None
