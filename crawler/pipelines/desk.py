"""The copy desk's steps as item pipelines, in the order of ``settings.ITEM_PIPELINES``.

Each hands the article to one pure function of ``normalise.desk`` and writes what comes
back through an ``ItemAdapter``. Items of other kinds pass untouched.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self, TypeGuard

from itemadapter import ItemAdapter
from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from crawler.extensions.storage import Missing
from crawler.items import Article
from crawler.normalise import desk


def is_read(item: Any) -> TypeGuard[Article]:
    """Whether an item is an article that was read: the last line of one that is gone passes the desk untouched."""
    return isinstance(item, Article) and item.revision.status != "removed"


class DeskPipeline:
    """Run one step over each article and count the fields that it filled."""

    step: ClassVar[desk.Step]

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline with the crawl's statistics."""
        assert crawler.stats is not None
        return cls(crawler.stats)

    def process_item(self, item: Any) -> Any:
        """Give the item back with this step's fields set."""
        if not is_read(item):
            return item
        adapter = ItemAdapter(item)
        for name, value in type(self).step(item).items():
            adapter[name] = value
        return item


class FactsPipeline(DeskPipeline):
    """Headline, language, section and publisher: what the other steps read by."""

    step = desk.facts


class DatelinePipeline(DeskPipeline):
    """Part the dateline from the first paragraph and lay out the body."""

    step = desk.dateline


class BylinePipeline(DeskPipeline):
    """Decide who wrote, edited, translated; and which agency the text is from."""

    step = desk.byline


class CreditPipeline(DeskPipeline):
    """Part caption from credit, and the credit into creators, agencies and sources."""

    step = desk.credit


class TeaserPipeline(DeskPipeline):
    """Clean the teasers of other articles and tell their kinds apart."""

    step = desk.teaser


class DatePipeline(DeskPipeline):
    """Decide when the article was published and changed."""

    step = desk.date


class IdentityPipeline(DeskPipeline):
    """Give the article its id and the hash of its own content."""

    step = desk.identity


class CheckPipeline(DeskPipeline):
    """Close the ledger, hold the line against its schema; drop what is no article, with the reason counted."""

    step = desk.check

    def process_item(self, item: Any) -> Any:
        """Give the checked item back; raises ``Missing`` for a page that holds no article."""
        item = super().process_item(item)
        if not is_read(item):
            return item
        if item.evidence is not None and item.evidence.reason is not None:
            self.stats.inc_value(f"articles/none/{item.evidence.reason}")
            raise Missing(item.url, item.evidence.reason)
        for message in desk.weaknesses(item):
            self.stats.inc_value(f"articles/weak/{message}")
        return item
