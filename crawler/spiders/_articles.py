"""From the address of an article to the article: asked for, read, and what becomes of one that does not come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler import __version__
from crawler.evidence import Context
from crawler.extensions.bounds import PROBE
from crawler.extensions.sites import count_failure
from crawler.extensions.storage import ASKED, Storage
from crawler.extract.article import extract_article
from crawler.items import Article, Extractor, Http, Revision
from crawler.manners.walls import why_elsewhere
from crawler.normalise import facts
from crawler.normalise.hosts import host_of
from crawler.normalise.notes import noted
from crawler.site import Site
from crawler.spiders._arguments import Arguments
from crawler.spiders._cards import announce
from crawler.spiders._outcome import conditional, header_charset, reason_of, request_of, stamp
from crawler.spiders._pages import PagedSpider
from crawler.spiders._rechecks import Samples
from crawler.spiders._rendering import Rendering
from crawler.spiders._substitutes import Attempt, after_article, as_page, attempt_of
from crawler.spiders._trust import CHECKING, UNKNOWN, Conditions
from crawler.spiders._usage import policy_of, usage_of_article
from crawler.store.entries import Recheck, Validators, Waiting

_GONE = (404, 410)


class ArticleSpider(PagedSpider):
    """What a spider needs to get articles, new ones and known ones that may have changed."""

    allowed_domains: tuple[str, ...] = ()
    arguments: Arguments
    asked_for = 0
    """Articles asked for in this run."""
    rechecks_left = 0
    """Known articles that may still be looked at in this run: ``RECHECKS_MAX``."""
    samples: Samples
    conditions: Conditions
    _looked_at: frozenset[str] = frozenset()

    def facts_for(self, url: str) -> tuple[Site, str | None]:
        """The site that an address belongs to, and its pattern of article addresses."""
        raise NotImplementedError

    def refine(self, article: Article) -> Article:
        """For a site that needs an ``if``: change what was read of one page before the copy desk sees it."""
        return article

    @property
    def storage(self) -> Storage:
        """The run's storage."""
        found = self.crawler.get_extension(Storage)
        if found is None:
            raise RuntimeError("crawler.extensions.storage.Storage is not among EXTENSIONS")
        return found

    rendering: Rendering

    def article_request(self, page: Waiting, *, validators: Validators = UNKNOWN, checking: bool = False) -> Request:
        """A request for an article; with validators the answer may be 304, ``checking`` whether that was true."""
        self.asked_for += 1
        return Request(
            page.url,
            callback=self.parse_article,
            errback=self.article_failed,
            headers=conditional(self.conditions.validators(page.url, validators)),
            cb_kwargs={"page": page},
            meta={ASKED: page.url, CHECKING: checking, "handle_httpstatus_list": [304]},
            dont_filter=True,
        )

    def attempt_request(self, attempt: Attempt, page: Waiting) -> Request:
        """A request for what may hold the text of a page that holds none."""
        request = Request(
            **attempt.request(),
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"page": page},
            dont_filter=True,
            priority=1,
        )
        return request.replace(meta={**request.meta, ASKED: page.url})

    def recheck_requests(self, checks: Iterable[Recheck]) -> Iterator[Request]:
        """Ask whether known articles have changed, each once a run and no more than ``RECHECKS_MAX`` of them."""
        for check in self.samples.take(checks):
            if self.rechecks_left > 0 and check.article_id not in self._looked_at and self.has_room(check.url):
                self.rechecks_left -= 1
                self._looked_at |= {check.article_id}
                yield self.article_request(Waiting(url=check.url), validators=check.validators)
            elif check.headline is not None and check.article_id not in self._looked_at:
                self.storage.store.hasten(check.url)

    def has_room(self, url: str) -> bool:
        """Whether one more article may be asked for: of a site of this run, within ``limit``; few while a layout is broken."""
        limit = self.arguments.limit
        host = host_of(url)
        own = any(host == domain or host.endswith(f".{domain}") for domain in self.allowed_domains)
        most = min(PROBE, limit or PROBE) if self.storage.probing else limit
        return own and (most is None or self.asked_for < most)

    def parse_article(self, response: Response, page: Waiting) -> Iterator[Article | Request]:
        """Read an article and hand it to the copy desk."""
        store = self.storage.store
        self.storage.answered()
        with self.storage.guarded():
            if response.status == 304:
                store.not_modified(page.url)
                self.crawler.stats.inc_value("articles/not_modified")
                if self.samples.refuted(page.url):
                    return
                if self.conditions.must_check(page.url):
                    yield self.article_request(page, checking=True)
                return
            store.reading(page.url)
        response = as_page(response)
        article = self.article(response, page)
        yield from self.recheck_requests(self.samples.answered(page.url, _headlines(article)))
        section = page.entries[-1].listing_url if page.entries else None
        attempt = after_article(self.rendering, response, article, self.facts_for(response.url)[0], section)
        if attempt is not None:
            yield self.attempt_request(attempt, page)
            return
        reason = article.evidence.reason if article.evidence else None
        if reason is not None:
            self._count_lost(page, "none", reason)
        yield from self.whole(article, page)

    def _count_lost(self, page: Waiting, kind: str, reason: str) -> None:
        """Count a page without an article, apart for those that failed in earlier runs already."""
        when = "again" if page.tries else "fresh"
        self.crawler.stats.inc_value(f"pages/{when}/{kind}")
        self.crawler.stats.inc_value(f"pages/{when}/{kind}/{reason}")
        count_failure(self.crawler.stats, page.url, reason)

    def article(self, response: Response, page: Waiting) -> Article:
        """The article of a page, with how it came to us and where it was announced."""
        site, _ = self.facts_for(response.url)
        moment = datetime.now(UTC)
        charset = header_charset(response)
        article = extract_article(response.body, response.url, site=site, fetched_at=moment, charset=charset)
        stamp(article, response, asked=page.url)
        article.metadata = replace(
            article.metadata,
            date_downloaded=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            spider=self.name,
            run_id=self.storage.run_id,
            extractor=Extractor(version=__version__, site_profile=self.name),
        )
        if article.evidence and article.evidence.is_off_layout and article.evidence.reason is None:
            self.crawler.stats.inc_value("unmatched/layouts")
        announce(article, page)
        self._heed(article, response)
        return self.refine(article)

    def _heed(self, article: Article, response: Response) -> None:
        """Note what is said of the use of the text; what may not be kept, or came from another place, is no article."""
        policy = policy_of(self.crawler.settings)
        usage = usage_of_article(article, response, policy)
        article.metadata = noted(article.metadata, messages=usage.told())
        reason = why_elsewhere(response.status, response.url, article.alternate_urls)
        reason = reason or usage.why_not(policy, now=datetime.now(UTC))
        if reason is not None and article.evidence is not None:
            article.evidence = replace(article.evidence, reason=reason)

    def article_failed(self, failure: Failure) -> Iterator[Article | Request]:
        """Keep the page in the frontier for a later run; give the last line of a known article that is gone."""
        request = request_of(failure)
        reason = reason_of(failure)
        if reason is None:
            return
        page: Waiting = request.cb_kwargs["page"]
        attempt = attempt_of(request)
        if attempt is not None and (following := attempt.next()) is not None:
            yield self.attempt_request(following, page)
            return
        status = failure.value.response.status if isinstance(failure.value, HttpError) else None
        if status in _GONE and self.storage.store.known(page.url) is not None:
            self.crawler.stats.inc_value("pages/gone")
            count_failure(self.crawler.stats, page.url, reason)
            with self.storage.guarded():
                name = self.storage.store.gone(page.url, for_good=status == _GONE[1])
                if name is not None:
                    yield self.removed(name, page.url, status)
            return
        self._count_lost(page, "failed", reason)
        self.storage.failed(page.url, reason)

    def removed(self, article_id: str, url: str, status: int) -> Article:
        """The last line of an article: whose it was and where it stood, no content."""
        site, _ = self.facts_for(url)
        publisher, _source = facts.publisher((), site, Context(url=url, hosts=site.domains))
        article = Article(id=article_id, url=url, publisher=publisher, revision=Revision(status="removed"))
        moment = datetime.now(UTC)
        article.metadata = replace(
            article.metadata,
            date_downloaded=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            spider=self.name,
            run_id=self.storage.run_id,
            extractor=Extractor(version=__version__, site_profile=self.name),
            http=Http(status=status, via="http"),
        )
        return article


def _headlines(article: Article) -> list[str]:
    return [candidate.text for candidate in article.evidence.of("headline")] if article.evidence else []
