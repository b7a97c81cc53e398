"""What a list says of articles that are known: that they have changed, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crawler.normalise.hosts import registered_domain
from crawler.normalise.identity import field_digests
from crawler.store.database import Statement
from crawler.store.entries import Entry, Recheck
from crawler.store.history import History
from crawler.store.register import Register


@dataclass(frozen=True, slots=True)
class Announcements:
    """What the history and the register know, to compare a list with."""

    history: History
    register: Register

    def read(self, entries: Iterable[Entry], *, changed: Mapping[str, int]) -> tuple[tuple[Recheck, ...], list[Statement]]:
        """Give the known articles that a list says have changed, and the statements that keep what it says.

        ``changed`` is URL -> time of the change as stated.
        """
        checks: dict[str, Recheck] = {}
        statements: list[Statement] = []
        for entry in entries:
            name = self.history.known(entry.url)
            stated, before = changed.get(entry.url), self.register.changed(entry.url)
            if name is not None and not self._is_fresh(name):
                sure = stated is not None and stated > ((self.history.checked(name) or 0) if before is None else before)
                headline = None if sure else self._new_headline(entry, name)
                if sure or headline is not None:
                    validators = self.history.validators(entry.url)
                    checks[name] = Recheck(url=entry.url, article_id=name, validators=validators, headline=headline)
                statements.extend(self.history.hastened(entry.url) if sure else ())
            if stated is not None and stated != before:
                statements.extend(self.register.changes(entry.url, stated))
            site, texts = registered_domain(entry.url), _texts(entry)
            statements.extend(self.register.announced(site, self.register.news(site, texts), url=entry.url))
        return tuple(checks.values()), statements

    def _is_fresh(self, name: str) -> bool:
        """Whether this run has read an article already, or nobody ever has: it is as new as can be."""
        return self.history.was_read(name) or self.history.checked(name) is None

    def _new_headline(self, entry: Entry, name: str) -> str | None:
        """The headline of an entry, where neither a list of the site nor the article itself had it."""
        headline = entry.card.get("headline")
        if not isinstance(headline, str):
            return None
        last = self.history.remembered(name)
        own = last.digests.get("headline") if last else None
        same = own == field_digests({"headline": headline}).get("headline")
        return None if same or self.register.knows(registered_domain(entry.url), headline) else headline


def _texts(entry: Entry) -> list[str]:
    return [text for key in ("headline", "summary") if isinstance(text := entry.card.get(key), str)]
