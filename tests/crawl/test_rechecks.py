"""Other headlines on a list: one article is looked at, the others where it was true."""

import pytest

from crawler.spiders._rechecks import Samples
from crawler.store.entries import Recheck


def check(number: int, headline: str | None = "Dermaga Dibuka Lagi") -> Recheck:
    return Recheck(url=f"https://sauh.example/{number}", article_id=f"sauh:{number}", headline=headline)


def numbers(checks: tuple[Recheck, ...]) -> list[int]:
    return [int(each.article_id.partition(":")[2]) for each in checks]


@pytest.mark.parametrize(
    ("headlines", "then", "later"),
    [
        (("DERMAGA DIBUKA LAGI",), [2, 4], [5]),
        (("Sauh", "Dermaga dibuka lagi setelah dua pekan"), [2, 4], [5]),
        (("Dermaga Ditutup Dua Pekan", ""), [], []),
        ((), [], []),
    ],
)
def test_the_first_speaks_for_the_others(headlines: tuple[str, ...], then: list[int], later: list[int]) -> None:
    """What a list states by time is looked at in any case; a second answer changes nothing."""
    samples = Samples()
    assert numbers(samples.take([check(1), check(2), check(3, None), check(4)])) == [1, 3]
    assert samples.answered("https://sauh.example/3", ["Dermaga Dibuka Lagi"]) == ()
    assert numbers(samples.answered("https://sauh.example/1", headlines)) == then
    assert samples.answered("https://sauh.example/1", ["Dermaga Dibuka Lagi"]) == ()
    assert numbers(samples.take([check(5), check(6, None)])) == [*later, 6]


def test_a_sample_that_is_as_it_was_ends_the_matter() -> None:
    """Other articles that are say nothing."""
    samples = Samples()
    samples.take([check(1), check(2)])
    assert not samples.refuted("https://sauh.example/3")
    assert samples.refuted("https://sauh.example/1")
    assert not samples.refuted("https://sauh.example/1")
    assert samples.take([check(4)]) == ()
