"""Lines of the text that the site's own lists know as announcements of other articles."""

from __future__ import annotations

from typing import Any, Self

from itemadapter import ItemAdapter
from scrapy.crawler import Crawler

from crawler.extensions.storage import Storage
from crawler.normalise.hosts import registered_domain
from crawler.normalise.leaks import move_leaks, suspects
from crawler.pipelines.desk import is_read


class LeakPipeline:
    """Ask the register of announced texts, and move what leaked into the article to its teasers. Stats: ``articles/leaks``."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline; the store is looked up with the first item."""
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        """Give the item back without the lines that belong to others."""
        storage = self.crawler.get_extension(Storage)
        if storage is None or not is_read(item):
            return item
        known: frozenset[str] = frozenset()
        with storage.guarded():
            own = [url for url in (item.url, item.canonical_url, *item.alternate_urls) if url]
            own += [each.text for each in item.evidence.of("canonical_url")] if item.evidence else []
            known = storage.store.register.teasing(registered_domain(item.url), suspects(item), inside=own)
        for name, value in move_leaks(item, known).items() if known else ():
            self.crawler.stats.inc_value("articles/leaks")
            ItemAdapter(item)[name] = value
        return item
