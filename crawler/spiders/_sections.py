"""The lists of a run: what they name goes to the frontier, how far they are read, and what is remembered of them."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from crawler.browser.job import Job
from crawler.extensions.sites import count_failure
from crawler.extensions.storage import Storage
from crawler.extract.listing.more import LoadMore
from crawler.extract.listing.reading import Card, Listing
from crawler.site import Site
from crawler.spiders._arguments import Arguments
from crawler.spiders._cards import changes, entries, moment_of, section_name
from crawler.spiders._compared import Compared
from crawler.spiders._site import Expect
from crawler.spiders._walk import Walk
from crawler.store.entries import Recheck, Validators, Waiting
from crawler.store.rhythm import looked, stumbled
from crawler.store.store import Store

_LOG = logging.getLogger(__name__)

_TOP = 20
"""So many articles at the top of a section are remembered as the ground of its last whole reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a page of a list leads to: new articles, known ones that it says have changed, further pages of the list."""

    new: tuple[Waiting, ...] = ()
    changed: tuple[Recheck, ...] = ()
    following: tuple[str | LoadMore | Job, ...] = ()


class Sections:
    """The walks over a run's sections.

    A section's validators are kept only when it was read to its end. Where its last reading was cut short, articles that it
    named end nothing: the next one goes on to the top of the last whole reading. So nothing that a killed run did not see
    is taken for known. Stats: ``sections/`` and read, unchanged, failed, empty, cards, new, changed;
    the same for each under ``section/<name>/``.
    """

    def __init__(self, crawler: Crawler, arguments: Arguments, settings: BaseSettings, *, expects: Expect, site: Site) -> None:
        self.crawler = crawler
        self.expects = expects
        self.site = site
        self.arguments = arguments
        self.most_pages = settings.getint("LISTING_PAGES_MAX")
        self.known_stop = settings.getint("LISTING_KNOWN_STOP")
        self._named: set[str] = set()
        self._compared = Compared()
        self._before: dict[str, str | None] = {}

    @property
    def _store(self) -> Store:
        storage = self.crawler.get_extension(Storage)
        assert storage is not None
        return storage.store

    def begin(self, url: str) -> Walk:
        """Start the reading of a section."""
        note = self._store.notes.get(self._note(url)) or {"open": True, "top": []}
        self._before[url] = note.get("at")
        return Walk(
            url=url,
            most_pages=self.most_pages,
            known_stop=self.known_stop,
            deep=self.arguments.since is not None or (note["open"] and not note["top"]),
            resumed=note["open"],
            ground=tuple(note["top"]),
            asked={url},
        )

    def validators(self, walk: Walk) -> Validators:
        """What to ask the section with: nothing where it is to be read again in any case."""
        return Validators() if walk.deep or walk.resumed else self._store.validators(walk.url)

    def part_validators(self, part: str | LoadMore | Job, walk: Walk) -> Validators:
        """What to ask a further page with: one that a list without cards of its own leads to, like a sitemap of an index."""
        is_part = isinstance(part, str) and part in walk.parts and not walk.deep and not walk.resumed
        return self._store.validators(str(part)) if is_part else Validators()

    def unchanged(self, walk: Walk) -> Found:
        """Take note that a section is as it was; what a list without cards of its own leads to may have changed."""
        note = self._store.notes.get(self._note(walk.url)) or {}
        walk.top, walk.validators = walk.ground, self._store.validators(walk.url)
        if parts := tuple(note.get("parts", ())):
            walk.pages, walk.parts = 1, dict.fromkeys(parts, Validators())
            walk.asked.update(parts)
            return Found(following=parts)
        self._count("unchanged", walk)
        self._remember(walk, is_open=False)
        self._looked(walk)
        return Found()

    def failed(self, walk: Walk, reason: str | None) -> None:
        """Take note that a page of a section could not be read."""
        if reason is not None:
            self._count("failed", walk)
            self.crawler.stats.inc_value(f"sections/failed/{reason}")
            count_failure(self.crawler.stats, walk.url, reason)
            self._store.add(stumbled(self._store.notes, self._spider, walk.url) if walk.pages == 0 else [])

    def take_in(self, listing: Listing, walk: Walk, *, asked: str, validators: Validators) -> Found:
        """Commit what a page names to the frontier; give what is to be asked for because of it."""
        store = self._store
        if asked in walk.parts:
            walk.parts[asked] = validators
        walk.top = walk.top or tuple(card.key for card in listing.stream)[:_TOP]
        if walk.pages == 0:
            walk.validators = validators
        if walk.cards == 0:
            self._measure(listing, walk.url)
        walk.cards += len(listing.articles)
        walk.oldest = next(((card.date, card.url) for card in reversed(listing.articles) if card.date), walk.oldest)
        self._count("cards", walk, len(listing.articles))
        for fact in listing.unmatched:
            self.crawler.stats.inc_value(f"unmatched/{fact}")
        wanted = [card for card in listing.articles if self._in_time(card)]
        before, known = self.known(listing, walk)
        following = self._following(listing, walk, known)
        if following:
            self._remember(walk, is_open=True)
        named = tuple(entries(listing, wanted, section_url=walk.url, seen_at=_now()))
        changed = store.announced(named, changed=changes(wanted, self.site))
        new = store.name(named)
        self._named.update(card.key for card in wanted if card.key not in before)
        unknown = [(card.key, card.url) for card in wanted if card.key not in before]
        self._compared.add(listing, unknown, is_first=walk.pages == 1)
        walk.new += len(new)
        self._count("new", walk, len(new))
        self._count("changed", walk, len(changed))
        return Found(new=new, changed=changed, following=following)

    def known(self, listing: Listing, walk: Walk) -> tuple[set[str], set[str]]:
        """What was known before the run, and what of it counts as known ground."""
        before = {card.key for card in listing.articles if self._was_known(card)}
        return before, before if not walk.resumed else {card.key for card in listing.articles if card.key in walk.ground}

    def goes_on(self, walk: Walk) -> None:
        """Note that a section goes on in a way that its page does not state; validators of a page without cards say nothing."""
        if not walk.cards:
            walk.validators = Validators()
        self._remember(walk, is_open=True)

    def end(self, walk: Walk) -> None:
        """Remember how a section's reading ended: nothing of it is left to ask for."""
        store = self._store
        if walk.pages:
            self._count("read" if walk.cards else "unchanged" if walk.same else "empty", walk)
            self._remember(walk, is_open=walk.cut)
            self._looked(walk)
            self.crawler.stats.set_value("compared", self._compared.report())
        if walk.pages and not walk.cut:
            self._prove(walk)
            store.listed(walk.url, walk.validators)
            for url, validators in walk.parts.items():
                if validators != Validators():
                    store.listed(url, validators)

    def _looked(self, walk: Walk) -> None:
        """Learn how often the section changes."""
        self._store.add(looked(self._store.notes, self._spider, walk.url, now=int(time.time()), new=walk.new))

    @property
    def _spider(self) -> str:
        return self.crawler.spider.name if self.crawler.spider else ""

    def _prove(self, walk: Walk) -> None:
        """Tell a gap: the list ended before it came to what was known, so something may have passed unseen."""
        if walk.deep or walk.met or not walk.cards or not walk.ground:
            return
        oldest = moment_of(*walk.oldest, self.site) if walk.oldest else None
        gap = {"section": walk.url, "from": self._before.get(walk.url), "to": oldest.isoformat() if oldest else None}
        self.crawler.stats.set_value("gaps", [*self.crawler.stats.get_value("gaps", []), gap])
        _LOG.warning("gap: %s was not read from %s to %s: the list ended before", *gap.values())

    def _measure(self, listing: Listing, url: str) -> None:
        """Note a section that shows fewer or more cards than a healthy one."""
        least, most = self.expects.cards
        count = len(listing.articles)
        if listing.via == "section":
            self.crawler.stats.set_value(f"sections/first/{url}", count)
        if listing.via == "section" and count and not least <= count <= most:
            breach = f"{count} cards on {url}, {least} to {most} expected"
            self.crawler.stats.set_value("sections/out_of_bounds", breach)

    def _following(self, listing: Listing, walk: Walk, known: Iterable[str]) -> tuple[str | LoadMore, ...]:
        """The next page; of a sitemap index its sitemaps; of a page without articles its data or the feed it declares."""
        following = walk.next_page(listing, known=set(known))
        if following is not None:
            return () if self.is_past(listing) else (following,)
        others = (
            listing.sitemaps if listing.via == "sitemap" else () if listing.articles else (*listing.data, *listing.feeds)[:1]
        )
        fresh = tuple(url for url in others if url not in walk.asked)
        walk.asked.update(fresh)
        walk.parts.update(dict.fromkeys(fresh, Validators()))
        return fresh

    def _remember(self, walk: Walk, *, is_open: bool) -> None:
        """Note whether something below is unread, and the top of the last whole reading."""
        at = self._before.get(walk.url) if is_open else _now()
        value = {"open": is_open, "top": walk.ground if is_open else walk.top or walk.ground, "at": at, "parts": [*walk.parts]}
        self._store.add(self._store.notes.put(self._note(walk.url), value))

    def _was_known(self, card: Card) -> bool:
        """Whether an article was known before this run: another section of it may have named it a moment ago."""
        if card.key in self._named:
            return False
        return self._store.known(card.url) is not None or self._store.frontier.state(card.url) is not None

    def _in_time(self, card: Card) -> bool:
        day = self._day(card)
        since, until = self.arguments.since, self.arguments.until
        return day is None or ((since is None or day >= since) and (until is None or day <= until))

    def is_past(self, listing: Listing) -> bool:
        """Whether a backfill has reached its bound: every dated card of the stream lies before it."""
        days = [day for card in listing.stream if (day := self._day(card)) is not None]
        return self.arguments.since is not None and bool(days) and max(days) < self.arguments.since

    def _day(self, card: Card) -> date | None:
        if not card.date or (self.arguments.since is None and self.arguments.until is None):
            return None
        moment = moment_of(card.date, card.url, self.site)
        return moment.date() if moment is not None else None

    def _note(self, url: str) -> str:
        return f"{self._spider}/{url}/walk"

    def _count(self, what: str, walk: Walk, count: int = 1) -> None:
        """Count for the run and for the section, which its name or its address stands for."""
        if count:
            self.crawler.stats.inc_value(f"sections/{what}", count)
            self.crawler.stats.inc_value(f"section/{section_name(walk.url) or walk.url}/{what}", count)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
