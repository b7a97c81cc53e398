"""A text that appears again, on another site or on the same one, names the article that had it first."""

from __future__ import annotations

from pathlib import Path

from crawler.items import Article
from crawler.normalise.identity import content_hash
from crawler.pipelines.storage import keep
from crawler.store import Store
from crawler.store.care import rebuild_history
from crawler.store.copies import KEPT
from crawler.store.database import Database
from tests.normalise.test_copies import REPORT, WIRE
from tests.store.conftest import Hand, Opener


def article(name: str, text: str = WIRE) -> Article:
    site, _, number = name.partition(":")
    return Article(
        id=name, url=f"https://www.{site}/read/{number}-a-headline", headline=f"Headline of {name}", article_body=text
    )


def read(store: Store, name: str, text: str = WIRE) -> str | None:
    """Read an article as the pipeline does; give what its line says it is a copy of."""
    found = article(name, text)
    assert keep(found, store)
    return found.duplicate_of


def test_the_first_article_with_a_text_is_the_original_of_all_later_ones(open_store: Opener) -> None:
    """Committed or not, by whatever spider; a copy of a copy names the first."""
    store = open_store(spider="one")
    assert read(store, "one.example:1") is None
    assert read(store, "two.example:1", f"KOTA - {WIRE}") == "one.example:1"
    store.close()
    store = open_store("r2", spider="two")
    assert read(store, "three.example:7", f"KOTA - {WIRE} (RTR)") == "one.example:1"
    assert read(store, "one.example:2") == "one.example:1"
    assert read(store, "one.example:3", REPORT) is None


def test_it_stays_so_in_later_revisions_and_the_original_is_never_a_copy(open_store: Opener, clock: Hand) -> None:
    store = open_store()
    read(store, "one.example:1")
    clock.now += 60
    read(store, "two.example:1")
    clock.now += 60
    assert read(store, "one.example:1", f"{WIRE} More was known in the evening.") is None
    assert read(store, "two.example:1", REPORT * 2) == "one.example:1"
    assert read(store, "three.example:1", f"{WIRE} And more.") == "one.example:1"


def test_texts_of_long_ago_are_forgotten(open_store: Opener, clock: Hand, tmp_path: Path) -> None:
    store = open_store()
    read(store, "one.example:1")
    store.close()
    clock.now += KEPT + 30 * 86400
    open_store("r2").close()
    database = Database.open(tmp_path / "history.db")
    assert database.rows("SELECT * FROM text") == database.rows("SELECT * FROM band") == []
    database.close()


def test_lines_that_are_withheld_are_nobodys_original(open_store: Opener) -> None:
    """A broken layout gives many articles the same text."""
    store = open_store()
    store.hold = lambda: True
    read(store, "one.example:1")
    store.withhold("layout changed")
    assert read(store, "one.example:2") is None


def rows(data: Path) -> list[object]:
    database = Database.open(data / "history.db")
    texts = database.rows("SELECT article, sketch, original FROM text ORDER BY 1")
    bands = database.rows("SELECT * FROM band ORDER BY 1, 2")
    database.close()
    return [texts, bands]


def test_what_is_known_of_copies_is_rebuilt_from_the_lines(open_store: Opener, tmp_path: Path) -> None:
    store = open_store()
    read(store, "one.example:1")
    read(store, "two.example:1")
    store.close()
    before = rows(tmp_path)
    rebuild_history(tmp_path)
    assert rows(tmp_path) == before


def test_being_a_copy_is_no_change_of_content() -> None:
    plain, copy = article("one.example:1"), article("one.example:1")
    copy.duplicate_of = "two.example:1"
    assert content_hash(plain) == content_hash(copy)
