"""Where the reading of a section ends."""

from dataclasses import replace

from crawler.extract.listing.more import LoadMore
from crawler.extract.listing.reading import Card, Listing
from crawler.spiders._walk import Walk

SITE = "https://news.example/"


def page(*numbers: int, following: str | None = None, pinned: tuple[int, ...] = ()) -> Listing:
    cards = [Card(url=f"{SITE}{n}-pinned-story-of-the-day", block="highlight") for n in pinned]
    cards += [Card(url=f"{SITE}{n}-a-story-of-some-words", block="stream") for n in numbers]
    return Listing(cards=tuple(cards), next_pages=(following,) if following else ())


def keys(*numbers: int) -> set[str]:
    return {Card(url=f"{SITE}{n}-a-story-of-some-words").key for n in numbers}


def walk(*, deep: bool = False, most: int = 100) -> Walk:
    return Walk(url=SITE, most_pages=most, known_stop=3, deep=deep)


def test_unknown_ground_is_walked_on() -> None:
    """A page with new articles leads to the next."""
    assert walk().next_page(page(9, 8, 7, 6, following=f"{SITE}?page=2"), known=keys(6)) == f"{SITE}?page=2"


def test_a_row_of_known_articles_ends_the_section() -> None:
    """Three known ones in a row, below new ones, are known ground."""
    assert walk().next_page(page(9, 8, 7, 6, 5, following=f"{SITE}?page=2"), known=keys(7, 6, 5)) is None


def test_known_articles_between_new_ones_end_nothing() -> None:
    """An order that is not chronological is walked on."""
    reading = walk()
    assert reading.next_page(page(9, 3, 8, 2, 7, 1, following=f"{SITE}?page=2"), known=keys(3, 2, 1)) is not None


def test_pinned_stories_do_not_count() -> None:
    """A known story in the carousel above the stream says nothing about what follows."""
    reading = walk()
    listing = page(9, 8, following=f"{SITE}?page=2", pinned=(1, 2, 3, 4))
    assert reading.next_page(listing, known={card.key for card in listing.cards if card.block == "highlight"}) is not None


def test_a_short_page_of_known_articles_ends_the_section() -> None:
    """A page with fewer cards than the rule asks for ends it too, where all are known."""
    assert walk().next_page(page(2, 1, following=f"{SITE}?page=2"), known=keys(2, 1)) is None


def test_a_deep_walk_passes_known_ground() -> None:
    """A first reading, one that was cut short and a backfill go on to the end."""
    assert walk(deep=True).next_page(page(2, 1, following=f"{SITE}?page=2"), known=keys(2, 1)) == f"{SITE}?page=2"


def test_pages_that_repeat_end_the_section() -> None:
    """A server that answers page 2 with page 1 is not asked for page 3, in a deep walk neither."""
    reading = walk(deep=True)
    reading.next_page(page(2, 1, following=f"{SITE}?page=2"), known=())
    assert reading.next_page(page(2, 1, following=f"{SITE}?page=3"), known=()) is None


def test_an_empty_page_ends_the_section() -> None:
    """A shell without cards has no next page, whatever it links."""
    assert walk().next_page(page(following=f"{SITE}?page=2"), known=()) is None


def test_the_cap_ends_a_pager_without_end() -> None:
    """However new the articles, the number of pages is bounded."""
    reading = walk(most=3)
    turns = [reading.next_page(page(n, following=f"{SITE}?page={n}"), known=()) for n in range(1, 5)]
    assert turns[:3] == [f"{SITE}?page=1", f"{SITE}?page=2", None]


def test_no_page_is_asked_for_twice() -> None:
    """A pager whose next page leads in a circle ends."""
    reading = walk()
    assert reading.next_page(page(1, following=f"{SITE}?page=2"), known=()) is not None
    assert reading.next_page(page(2, following=f"{SITE}?page=2"), known=()) is None


MORE = LoadMore(url=f"{SITE}more", form=(("page", "{page}"),))


def stated(*numbers: int, following: str | None = None, ended: bool = False) -> Listing:
    return replace(page(*numbers, following=following), more=(MORE,), ended=ended)


def test_a_list_without_pages_goes_on_by_its_request() -> None:
    """Each answer leads to the next, as long as it brings something new."""
    reading = walk()
    assert reading.next_page(stated(9, 8), known=()) == MORE
    assert reading.next_page(page(7, 6), known=()) == MORE.following(2)
    assert reading.next_page(page(7, 6), known=()) is None


def test_a_page_of_its_own_goes_before_the_request() -> None:
    """The last of the pages is the end of the list."""
    reading = walk()
    assert reading.next_page(stated(9, 8, following=f"{SITE}?page=2"), known=()) == f"{SITE}?page=2"
    assert reading.next_page(stated(7, 6), known=()) is None


def test_where_the_next_page_lies_the_request_is_tried() -> None:
    """A server that answers page 2 with page 1 may still answer its script."""
    reading = walk()
    reading.next_page(stated(9, 8, following=f"{SITE}?page=2"), known=())
    assert reading.next_page(stated(9, 8, following=f"{SITE}?page=3"), known=()) == MORE
    assert reading.next_page(page(7, 6), known=()) == MORE.following(2)


def test_an_answer_that_calls_itself_the_last_is_believed() -> None:
    """``has_more: false``."""
    reading = walk()
    reading.next_page(stated(9, 8), known=())
    assert reading.next_page(stated(7, 6, ended=True), known=()) is None


def test_ways_that_are_refused_or_bring_nothing_are_tried_in_turn() -> None:
    """Page 2 lies, the first request too, the second works: nothing else is tried after it."""
    ways = tuple(LoadMore(url=f"{SITE}{name}", form=(("page", "{page}"),)) for name in "abc")
    reading = walk(deep=True)
    first = replace(page(9, 8, following=f"{SITE}?page=2"), more=ways)
    assert reading.next_page(first, known=()) == f"{SITE}?page=2"
    assert reading.next_page(page(9, 8, following=f"{SITE}?page=3"), known=()) == ways[0]
    assert reading.otherwise() == (ways[1],)
    assert reading.next_page(page(7, 6), known=()) == ways[1].following(2)
    assert reading.otherwise() == ()
    assert reading.next_page(page(7, 6), known=()) is None


def test_the_archive_of_a_day_leads_to_the_day_before() -> None:
    """Past days without news and past today's, which repeats the front page; not for ever."""
    reading = walk(deep=True)
    days = [f"{SITE}arsip?tgl=2026-11-{day:02}" for day in range(24, 4, -1)]
    assert reading.next_page(page(9, 8, following=days[0]), known=()) == days[0]
    assert reading.next_page(page(9, following=days[1]), known=()) == days[1]
    assert reading.next_page(page(7, 6, following=days[2]), known=()) == days[2]
    asked = [reading.next_page(page(following=day), known=()) for day in days[3:]]
    assert [day for day in asked if day is not None] == days[3:10]


def test_known_articles_at_the_end_of_a_page_end_the_section() -> None:
    """A third of the page: what follows is older still. In the middle of it they end nothing."""
    old = {1, 2, 3}
    assert walk_of_ten().next_page(page(9, 8, 7, 6, 5, 4, 3, 2, 1, following=f"{SITE}?page=2"), known=keys(*old)) is None
    middle = page(9, 8, 3, 2, 1, 7, 6, 5, 4, following=f"{SITE}?page=2")
    assert walk_of_ten().next_page(middle, known=keys(*old)) == f"{SITE}?page=2"


def walk_of_ten() -> Walk:
    return Walk(url=SITE, most_pages=100, known_stop=10)
