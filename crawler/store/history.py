"""The history: which articles are known, in which revision, under which addresses, and when to look again."""

from __future__ import annotations

from crawler.normalise.identity import Remembered
from crawler.normalise.urls import clean_url
from crawler.store.database import Database, Statement
from crawler.store.entries import Clock, Reading, Recheck, Validators
from crawler.store.keys import address_key, exact_key, iso, key_of, pack, seconds, unpack
from crawler.store.schedule import LONGEST_WAIT, next_check

_ALTERNATES = 20
"""Addresses kept as text for an article; one was seen under 2,162."""

_SAVE = """INSERT INTO article (key, id, revision, hash, digests, first_seen, checked)
    VALUES (:key, :id, :number, :hash, :digests, :first, :checked)
    ON CONFLICT (key) DO UPDATE SET revision = :number, hash = :hash, digests = :digests, checked = :checked
    WHERE :number > revision"""
_ADDRESS = "INSERT OR REPLACE INTO address (key, article) VALUES (?, ?)"
_ALTERNATE = """INSERT OR IGNORE INTO alternate (article, url)
    SELECT ?1, ?2 WHERE (SELECT count(*) FROM alternate WHERE article = ?1) < ?3"""
_SCHEDULE = "INSERT OR REPLACE INTO schedule (article, spider, url, next_check) VALUES (?, ?, ?, ?)"
_VALIDATOR = "INSERT OR REPLACE INTO validator (key, etag, last_modified, checked) VALUES (?, ?, ?, ?)"
_DUE = """SELECT s.url, a.id FROM schedule s JOIN article a ON a.key = s.article
    WHERE s.spider = ? AND (s.next_check <= ? OR s.next_check > ?) ORDER BY s.next_check LIMIT ?"""


class History:
    """One spider's view of the history; articles and addresses are known to all spiders of the data directory.

    What was given to ``saved`` is seen at once by this object, committed or not; ``forget_fresh`` says that it is
    committed. Look-ups take some 15 microseconds at any size.
    """

    def __init__(self, database: Database, *, spider: str, clock: Clock) -> None:
        self._database = database
        self._spider = spider
        self._clock = clock
        self._fresh: dict[int, Remembered] = {}
        self._fresh_ids: dict[int, str] = {}
        self._fresh_addresses: dict[int, int] = {}
        self._read: set[int] = set()

    def forget_fresh(self) -> None:
        """Read from the database again what was saved since: it is committed."""
        for cache in (self._fresh, self._fresh_ids, self._fresh_addresses):
            cache.clear()

    def known(self, url: str) -> str | None:
        """Give the id of the article known under this address, any view of it; ``None`` for a new one."""
        key = address_key(url)
        if key in self._fresh_addresses:
            return self._fresh_ids[self._fresh_addresses[key]]
        row = self._database.row("SELECT a.id FROM address d JOIN article a ON a.key = d.article WHERE d.key = ?", (key,))
        return row[0] if row else None

    def remembered(self, article_id: str) -> Remembered | None:
        """Give what is kept of an article's last revision; ``None`` for a new article."""
        key = key_of(article_id)
        if key in self._fresh:
            return self._fresh[key]
        row = self._database.row("SELECT revision, hash, digests, first_seen FROM article WHERE key = ?", (key,))
        if row is None:
            return None
        return Remembered(number=row[0], content_hash=_hash_text(row[1]), digests=unpack(row[2]), first_seen=iso(row[3]))

    def checked(self, article_id: str) -> int | None:
        """Give the time of the last look at an article; ``None`` where it is not committed."""
        row = self._database.row("SELECT checked FROM article WHERE key = ?", (key_of(article_id),))
        return row[0] if row else None

    def was_read(self, article_id: str) -> bool:
        """Whether this run has looked at an article."""
        return key_of(article_id) in self._read

    def alternates(self, article_id: str) -> tuple[str, ...]:
        """Give the further addresses the article was seen under."""
        rows = self._database.rows("SELECT url FROM alternate WHERE article = ? ORDER BY url", (key_of(article_id),))
        return tuple(row[0] for row in rows)

    def validators(self, url: str) -> Validators:
        """Give what to ask this very address "has it changed?" with; empty where nothing is known."""
        row = self._database.row("SELECT etag, last_modified FROM validator WHERE key = ?", (exact_key(url),))
        return Validators(etag=row[0], last_modified=row[1]) if row else Validators()

    def due(self, limit: int = -1) -> tuple[Recheck, ...]:
        """Give the articles whose next look has come, the longest overdue first."""
        now = int(self._clock())
        rows = self._database.rows(_DUE, (self._spider, now, now + LONGEST_WAIT, limit))
        return tuple(Recheck(url=url, article_id=name, validators=self.validators(url)) for url, name in rows)

    def saved(self, reading: Reading) -> list[Statement]:
        """Give the statements that keep a new article or revision; an older one than that adds its addresses only."""
        key, now = key_of(reading.article_id), int(self._clock())
        self._read.add(key)
        last = self.remembered(reading.article_id)
        if last is not None and last.number > reading.number:
            return self._placed(key, reading)
        first = seconds(reading.first_seen) or now
        values = {
            "key": key,
            "id": reading.article_id,
            "number": reading.number,
            "hash": hash_bytes(reading.content_hash),
            "digests": pack(reading.digests),
            "first": first,
            "checked": seconds(reading.checked_at) or now,
        }
        self._fresh[key] = Remembered(
            number=reading.number, content_hash=reading.content_hash, digests=reading.digests, first_seen=reading.first_seen
        )
        return [(_SAVE, values), *self._placed(key, reading), *self._next(key, reading, first)]

    def unchanged(self, reading: Reading) -> list[Statement]:
        """Give the statements for a look that found nothing new: further addresses, validators, time of the next look."""
        key = key_of(reading.article_id)
        self._read.add(key)
        last = self.remembered(reading.article_id)
        first = seconds(last.first_seen if last else None) or int(self._clock())
        checked: Statement = ("UPDATE article SET checked = ? WHERE key = ?", (int(self._clock()), key))
        return [checked, *self._placed(key, reading), *self._next(key, reading, first)]

    def confirmed(self, url: str) -> list[Statement]:
        """Give the statements for an answer that a known article is as it was; none for a new one."""
        name = self.known(url)
        if name is None:
            return []
        self._read.add(key_of(name))
        return [("UPDATE article SET checked = ? WHERE key = ?", (int(self._clock()), key_of(name))), *self.postponed(url)]

    def postponed(self, url: str) -> list[Statement]:
        """Give the statements that let a known article wait for its next turn, this look having failed; none for a new one."""
        name = self.known(url)
        last = self.remembered(name) if name else None
        if name is None or last is None:
            return []
        first = seconds(last.first_seen) or int(self._clock())
        return self._scheduled(key_of(name), url, first, self.validators(url))

    def hastened(self, url: str) -> list[Statement]:
        """Give the statements that make a known article due at once; none for an unknown one."""
        name = self.known(url)
        return [(_SCHEDULE, (key_of(name), self._spider, clean_url(url), int(self._clock())))] if name else []

    def retired(self, article_id: str) -> list[Statement]:
        """Give the statements that end all looking at an article; it stays known."""
        return [("DELETE FROM schedule WHERE article = ?", (key_of(article_id),))]

    def validated(self, url: str, validators: Validators) -> list[Statement]:
        """Give the statements that keep an address's validators, or forget those it has no more."""
        key = exact_key(url)
        if validators == Validators():
            return [("DELETE FROM validator WHERE key = ?", (key,))]
        return [(_VALIDATOR, (key, validators.etag, validators.last_modified, int(self._clock())))]

    def _placed(self, key: int, reading: Reading) -> list[Statement]:
        self._fresh_ids[key] = reading.article_id
        statements: list[Statement] = []
        for address in dict.fromkeys(address_key(url) for url in (reading.url, *reading.also)):
            self._fresh_addresses[address] = key
            statements.append((_ADDRESS, (address, key)))
        statements.extend((_ALTERNATE, (key, url, _ALTERNATES)) for url in reading.also)
        return statements

    def _next(self, key: int, reading: Reading, first_seen: int) -> list[Statement]:
        if reading.removed:
            return [*self.retired(reading.article_id), *self.validated(reading.url, Validators())]
        return self._scheduled(key, reading.url, first_seen, reading.validators)

    def _scheduled(self, key: int, url: str, first_seen: int, validators: Validators) -> list[Statement]:
        due = next_check(first_seen=first_seen, now=int(self._clock()))
        if due is None:
            return [("DELETE FROM schedule WHERE article = ?", (key,)), *self.validated(url, Validators())]
        return [(_SCHEDULE, (key, self._spider, clean_url(url), due)), *self.validated(url, validators)]


def hash_bytes(content_hash: str) -> bytes | None:
    """Give a content hash in its stored form; ``None`` for none."""
    try:
        return bytes.fromhex(content_hash.removeprefix("sha256:")) or None
    except ValueError:
        return None


def _hash_text(stored: bytes | None) -> str:
    return f"sha256:{stored.hex()}" if stored else ""
