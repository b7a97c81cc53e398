"""Articles of several pages: read on until the article is whole, then hand it to the copy desk once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scrapy import Spider
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler.extensions.storage import ASKED
from crawler.extract.article_pages import join
from crawler.items import Article
from crawler.spiders._outcome import reason_of, request_of
from crawler.store.entries import Waiting


class PagedSpider(Spider):
    """What a spider needs to read on."""

    article: Callable[[Response, Waiting], Article]
    """Reads one page of an article."""

    def whole(self, article: Article, page: Waiting) -> Iterator[Article | Request]:
        """The article itself if it is whole, else the request for the rest of it."""
        further = article.evidence.further if article.evidence and article.evidence.reason is None else ()
        yield self.next_page(article, page, further) if further else article

    def next_page(self, article: Article, page: Waiting, further: tuple[str, ...]) -> Request:
        """Ask for the next of an article's further pages."""
        return Request(
            further[0],
            callback=self.parse_page,
            errback=self.page_failed,
            cb_kwargs={"article": article, "page": page, "further": further[1:]},
            meta={ASKED: page.url},
            dont_filter=True,
            priority=1,
        )

    def parse_page(
        self, response: Response, article: Article, page: Waiting, further: tuple[str, ...]
    ) -> Iterator[Article | Request]:
        """Join a further page; ask for the next, or give the article."""
        joined = join(article, self.article(response, page))
        yield self.next_page(joined, page, further) if further else joined

    def page_failed(self, failure: Failure) -> Iterator[Article]:
        """Give what was read so far: the line says that it is not complete. A run that ends leaves it to the next."""
        if reason_of(failure) is None:
            return
        self.crawler.stats.inc_value("pages/further_failed")
        yield request_of(failure).cb_kwargs["article"]
