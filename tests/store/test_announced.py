"""Lists speak of known articles too: of changes, and of texts that announce."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from crawler.items import Article, Publisher
from crawler.line import to_line
from crawler.normalise.identity import removal
from crawler.store import Entry, Store, reading_of
from tests.store.conftest import Hand, Opener
from tests.store.newsdesk import NOW, entries, read, url_of


def listed(store: Store, *given: Entry, changed: dict[str, int] | None = None) -> list[str]:
    """The ids of the known articles that a list says have changed."""
    found = store.announced(given, changed=changed or {})
    store.publish()
    return [check.article_id for check in found]


def later_run(open_store: Opener, clock: Hand, run_id: str = "r2") -> Store:
    clock.now += 60
    return open_store(run_id)


def first_run(open_store: Opener, clock: Hand, *numbers: int) -> None:
    """Read articles, at the time their lines say."""
    clock.now = datetime.fromisoformat(NOW).timestamp()
    store = open_store()
    listed(store, *entries(numbers))
    for number in numbers:
        read(store, number)
    store.close()


def test_a_new_headline_has_an_article_looked_at_again_once(open_store: Opener, clock: Hand) -> None:
    """It is a sign, no statement: nothing is due because of it alone."""
    first_run(open_store, clock, 1, 2)
    same, other = entries([1, 2])
    renamed = replace(other, card={"headline": "Quite another headline"})
    store = later_run(open_store, clock)
    assert listed(store, same, renamed) == ["example.org:2"]
    assert store.rechecks() == ()
    assert listed(store, same, renamed) == []


def test_a_headline_that_another_list_or_the_article_had_says_nothing(open_store: Opener, clock: Hand) -> None:
    clock.now = datetime.fromisoformat(NOW).timestamp()
    store = open_store()
    (entry,) = entries([1])
    listed(store, replace(entry, card={"headline": "Short headline"}))
    read(store, 1)
    store.close()
    store = later_run(open_store, clock)
    assert listed(store, entry, replace(entry, card={"headline": "SHORT  headline"})) == []


def test_a_later_time_of_change_has_an_article_looked_at_again(open_store: Opener, clock: Hand) -> None:
    """Times are compared with what the list stated before; the first time with our last look."""
    first_run(open_store, clock, 1)
    (entry,) = entries([1])
    now = int(clock.now)
    store = later_run(open_store, clock)
    assert listed(store, entry, changed={entry.url: now - 9000}) == []
    store.close()
    store = later_run(open_store, clock, "r3")
    assert listed(store, entry, changed={entry.url: now - 9000}) == []
    assert listed(store, entry, changed={entry.url: now - 8000}) == ["example.org:1"]
    assert listed(store, entry, changed={entry.url: now - 8000}) == []


def test_what_this_run_has_read_is_not_looked_at_again(open_store: Opener) -> None:
    store = open_store()
    read(store, 1)
    store.publish()
    (entry,) = entries([1])
    assert listed(store, replace(entry, card={"headline": "Quite another"}), changed={entry.url: 2_000_000_000}) == []


def test_an_article_is_gone_in_the_second_run_that_does_not_find_it(open_store: Opener, clock: Hand) -> None:
    first_run(open_store, clock, 1)
    store = later_run(open_store, clock)
    assert (store.gone(url_of(1)), store.gone(url_of(1)), store.gone(url_of(7))) == (None, None, None)
    store.publish()
    assert store.gone(url_of(1)) is None
    assert [check.article_id for check in store.rechecks()] == ["example.org:1"]
    store.close()
    assert later_run(open_store, clock, "r3").gone(url_of(1)) == "example.org:1"


def test_an_article_that_was_there_in_between_is_not_gone(open_store: Opener, clock: Hand) -> None:
    first_run(open_store, clock, 1)
    store = later_run(open_store, clock)
    store.gone(url_of(1))
    store.close()
    store = later_run(open_store, clock, "r3")
    store.not_modified(url_of(1))
    store.close()
    assert later_run(open_store, clock, "r4").gone(url_of(1)) is None


def test_an_article_that_is_gone_for_good_is_told_once_and_left_alone(open_store: Opener, clock: Hand) -> None:
    first_run(open_store, clock, 1)
    store = later_run(open_store, clock)
    name = store.gone(url_of(1), for_good=True)
    last = store.remembered(name or "")
    assert name and last
    article = Article(id=name, url=url_of(1), publisher=Publisher("Example"))
    article.revision = removal(article, last=last, checked_at=NOW)
    assert (article.revision.number, article.revision.status) == (2, "removed")
    assert article.revision.previous_hash == last.content_hash
    assert article.revision.changed_fields == ("headline", "articleBody", "images")
    assert store.keep(to_line(article), reading_of(article))
    store.publish()
    clock.now += 86400
    assert store.rechecks() == ()
    assert store.gone(url_of(1), for_good=True) is None
    assert not store.keep(to_line(article), reading_of(article))
    store.publish()
    assert store.rechecks() == ()
    assert read(store, 1), "an article that comes back is a revision of its own"


def test_what_was_read_a_moment_ago_by_another_run_is_not_as_new_as_can_be(open_store: Opener, clock: Hand) -> None:
    """Runs may follow each other within one second of the clock."""
    first_run(open_store, clock, 1)
    store = open_store("r2")
    (entry,) = entries((1,))
    assert listed(store, replace(entry, card={**entry.card, "headline": "Ferry sails after all"})) != []
    store.close()
