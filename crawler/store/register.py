"""What a site has taught: the texts that announce its articles, and the names that stand in its bylines."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.normalise.hosts import registered_domain
from crawler.normalise.identity import folded
from crawler.normalise.urls import clean_url
from crawler.store.database import Database, Statement
from crawler.store.entries import Clock, Reading
from crawler.store.keys import address_key, key_of
from crawler.store.schedule import DAY

_TEASER = "INSERT OR REPLACE INTO teaser (key, page, seen) VALUES (?, ?, ?)"
_STAFF = """INSERT INTO staff (site, name, url, articles, seen) VALUES (?1, ?2, ?3, 1, ?4)
    ON CONFLICT (site, name) DO UPDATE SET articles = articles + 1, seen = ?4, url = coalesce(?3, url)"""
KEPT = 120 * DAY
"""A text that no listing has shown for so long is forgotten."""


class Register:
    """Teaser texts and staff, by site (any name the callers agree on; the site's ``name`` serves)."""

    def __init__(self, database: Database, *, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def announced(self, site: str, texts: Iterable[str], *, url: str | None) -> list[Statement]:
        """Give the statements that remember texts (headline, summary, picture caption) as announcing the page at ``url``."""
        page = address_key(url) if url else 0
        return [(_TEASER, (_key(site, text), page, int(self._clock()))) for text in texts if folded(text)]

    def news(self, site: str, texts: Iterable[str]) -> tuple[str, ...]:
        """Give those of the texts that have not been seen on the site lately: what ``announced`` is worth a write for."""
        old = int(self._clock()) - DAY
        return tuple(text for text in texts if folded(text) and self._seen(_key(site, text)) < old)

    def knows(self, site: str, text: str) -> bool:
        """Whether a text has announced an article of the site."""
        return self._page(_key(site, text)) is not None

    def changed(self, url: str) -> int | None:
        """Give the time of its last change that lists stated of a page; ``None`` where none did."""
        return self._page(_key("changed", clean_url(url)))

    def changes(self, url: str, time: int) -> list[Statement]:
        """Give the statements that keep the time of a page's last change as stated, in seconds."""
        return [(_TEASER, (_key("changed", clean_url(url)), time, int(self._clock())))]

    def teasing(self, site: str, texts: Iterable[str], *, inside: Iterable[str]) -> frozenset[str]:
        """Give those of the texts that are known to announce another article than the one at these addresses: leaked teasers.

        White space, composition and case make no difference. Ask for lines that stand alone, not for parts of sentences.
        """
        own = {None, *map(address_key, inside)}
        return frozenset(text for text in texts if folded(text) and self._page(_key(site, text)) not in own)

    def met(self, site: str, names: Iterable[str], *, url: str | None = None) -> list[Statement]:
        """Give the statements that count one article more for each of the names, with the profile page where known."""
        return [(_STAFF, (site, name, url, int(self._clock()))) for name in dict.fromkeys(names) if name]

    def unmet(self, site: str, names: Iterable[str]) -> list[Statement]:
        """Give the statements that take one article off the count of each of the names: it was read wrongly."""
        less = "UPDATE staff SET articles = articles - 1 WHERE site = ? AND name = ?"
        none = "DELETE FROM staff WHERE site = ? AND name = ? AND articles < 1"
        return [statement for name in dict.fromkeys(names) for statement in ((less, (site, name)), (none, (site, name)))]

    def read(self, reading: Reading) -> list[Statement]:
        """Give the statements that count the people in an article's byline, once for all its revisions."""
        return self.met(registered_domain(reading.url), reading.staff) if reading.number == 1 else []

    def staff(self, site: str, *, least: int = 1) -> dict[str, int]:
        """Give the names found in at least ``least`` bylines of the site, with their number of articles, most first."""
        sql = "SELECT name, articles FROM staff WHERE site = ? AND articles >= ? ORDER BY articles DESC, name"
        return dict(self._database.rows(sql, (site, least)))

    def forgotten(self) -> list[Statement]:
        """Give the statements that forget the teaser texts of long ago."""
        return [("DELETE FROM teaser WHERE seen < ?", (int(self._clock()) - KEPT,))]

    def _seen(self, key: int) -> int:
        row = self._database.row("SELECT seen FROM teaser WHERE key = ?", (key,))
        return row[0] if row else 0

    def _page(self, key: int) -> int | None:
        row = self._database.row("SELECT page FROM teaser WHERE key = ?", (key,))
        return row[0] if row else None


def _key(site: str, text: str) -> int:
    return key_of(f"{site} {folded(text).casefold()}")
