"""Scrapy extensions: storage, verdict, record, progress."""

from __future__ import annotations

from scrapy.crawler import Crawler


def crawls_news(crawler: Crawler) -> bool:
    """Whether a crawler runs one of our spiders; ``scrapy shell`` and ``scrapy fetch`` bring one of their own."""
    return hasattr(crawler.spidercls, "sections")
