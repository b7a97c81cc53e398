"""The last step: an article that is new or changed becomes a line, and the line and its seen mark are one commit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from crawler.extensions._bounds import filled
from crawler.extensions.storage import Settled, Storage
from crawler.items import Article
from crawler.line import to_line
from crawler.normalise.copies import sketch_of
from crawler.normalise.identity import Remembered, believed_canonical, next_revision, removal
from crawler.site import NOWHERE
from crawler.store.entries import reading_of
from crawler.store.store import Store


class StoragePipeline:
    """Give each article its identity and revision in the history and hand its line to the store.

    What the history has unchanged is dropped as ``Settled``; where the storage fails the item is dropped, so that
    no other feed shows what was not kept. Stats: ``articles/`` and new, updated, corrected, removed or unchanged.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline; the store is looked up with the first item."""
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        """Give the stored article back; raises ``DropItem`` for what gives no line."""
        storage = self.crawler.get_extension(Storage)
        if storage is None or not isinstance(item, Article):
            return item
        kept: bool | None = None
        with storage.guarded():
            kept = keep(item, storage.store)
        if kept is None:
            raise DropItem("storage failed", log_level="INFO")
        self.crawler.stats.inc_value(f"articles/{item.revision.status if kept else 'unchanged'}")
        if not kept:
            raise Settled("unchanged", log_level="DEBUG")
        if storage.bounds is not None and item.revision.status != "removed":
            storage.bounds.count(filled(item))
        return item


def keep(article: Article, store: Store) -> bool:
    """Set identity and revision and store the line; ``False`` where this revision is known.

    A later revision names every further address that the article was ever seen under.
    """
    site = article.evidence.site if article.evidence else NOWHERE
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if article.revision.status == "removed":
        last = store.remembered(article.id)
        article.revision = removal(article, last=last or Remembered(), checked_at=now)
        return store.keep(to_line(article), reading_of(article))
    canonical = believed_canonical(site=site, url=article.url, canonical=article.canonical_url)
    article.id = store.resolve((article.url, canonical, *article.alternate_urls)) or article.id
    revision = next_revision(article, last=store.remembered(article.id), checked_at=now)
    if revision is None:
        article.revision = replace(article.revision, checked_at=now)
        store.unchanged(reading_of(article))
        return False
    article.revision = revision
    sketch = sketch_of(article.article_body)
    article.duplicate_of = store.copies.original(article.id, sketch)
    if revision.number > 1:
        known = dict.fromkeys((*article.alternate_urls, *store.alternates(article.id)))
        article.alternate_urls = tuple(url for url in known if url != article.url)
    return store.keep(to_line(article), reading_of(article, sketch=sketch))
