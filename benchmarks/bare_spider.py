"""The floor: a bare Scrapy spider on default settings that follows the links and extracts nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import scrapy
from scrapy.http import Response, TextResponse


class BareSpider(scrapy.Spider):
    """Listing pages to articles; an item is an address and a length."""

    name = "bare"

    def __init__(self, url: str, **arguments: Any) -> None:
        super().__init__(**arguments)
        self.url = url

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """Ask for the first listing page."""
        yield scrapy.Request(self.url)

    def parse(self, response: Response) -> Iterator[Any]:
        """Follow articles and the next page."""
        assert isinstance(response, TextResponse)
        yield from response.follow_all(css="a.card", callback=self.article)
        yield from response.follow_all(css="a[rel=next]", callback=self.parse)

    def article(self, response: Response) -> Iterator[dict[str, Any]]:
        """Give the page's size."""
        yield {"url": response.url, "size": len(response.body)}
