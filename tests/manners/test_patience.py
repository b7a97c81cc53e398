"""How long hosts are left alone, whether their 304s are believed, and what kinds of failure there are."""

import pytest

from crawler.manners import backoff, trust
from crawler.manners.backoff import Refusal, after_run, pause
from crawler.manners.failures import Kind, kind_of, weight_of
from crawler.manners.trust import DISTRUST, Trust


def test_a_host_that_goes_on_refusing_rests_longer_each_time() -> None:
    assert [pause(429, times) for times in (1, 2, 3, 4, 10_000)] == [2.0, 4.0, 8.0, 8.0, 8.0]
    assert [pause(503, times) for times in (1, 2, 3)] == [0.0, 2.0, 4.0]


def test_runs_that_end_refused_are_counted() -> None:
    """Nothing after one, a minute after two, an hour at most; the host's own wish goes before."""
    refusal, waits = None, []
    for _ in range(12):
        refusal = after_run(refusal, wish=None, now=1000.0)
        waits.append(refusal.until - 1000.0)
    assert waits[:4] == [0.0, 60.0, 120.0, 240.0]
    assert waits[-1] == 3600.0
    assert after_run(None, wish=7200.0, now=1000.0).left(2000.0) == 6200.0


def test_a_clock_that_was_set_back_ends_the_wait() -> None:
    assert Refusal(until=1e9).left(5e8) == 0.0
    assert Refusal(until=100.0).left(200.0) == 0.0


@pytest.mark.parametrize("value", [None, {}, 5, {"until": "x", "runs": 1}, {"until": 1.0}])
def test_damaged_notes_say_nothing(value: object) -> None:
    assert backoff.restored(value) is None
    assert trust.restored(value) == Trust()


def test_notes_survive_the_history() -> None:
    refusal, trusted = Refusal(until=5.0, runs=3), Trust(count=7, lied=1.5)
    assert backoff.restored(backoff.stored(refusal)) == refusal
    assert trust.restored(trust.stored(trusted)) == trusted


def test_every_twentieth_304_is_checked() -> None:
    trusted, checked = Trust(), []
    for number in range(1, 61):
        trusted = trusted.after_304()
        checked += [number] * trusted.is_due()
    assert checked == [20, 40, 60]


def test_a_host_that_lied_is_believed_again_in_time() -> None:
    assert [Trust(lied=100.0).believed(100.0 + seconds) for seconds in (0.0, DISTRUST - 1, DISTRUST)] == [False, False, True]
    assert Trust().believed(0.0)


@pytest.mark.parametrize(
    ("reason", "kind", "weight"),
    [
        ("unknown host", Kind.DNS, 1),
        ("certificate refused", Kind.TLS, 1),
        ("connection refused", Kind.REFUSED, 1),
        ("timeout", Kind.TIMEOUT, 1),
        ("connection failed", Kind.CONNECTION, 1),
        ("cut short", Kind.CUT_SHORT, 1),
        ("larger than DOWNLOAD_MAXSIZE", Kind.TOO_BIG, 2),
        ("more than 300000 tags", Kind.TOO_BIG, 2),
        ("HTTP 400", Kind.CLIENT, 1),
        ("HTTP 403", Kind.BLOCKED, 1),
        ("HTTP 429", Kind.BLOCKED, 1),
        ("HTTP 451", Kind.BLOCKED, 1),
        ("HTTP 404", Kind.GONE, 2),
        ("HTTP 410", Kind.GONE, 2),
        ("HTTP 500", Kind.SERVER, 1),
        ("HTTP 503", Kind.SERVER, 1),
        ("robots.txt: HTTP 503", Kind.SERVER, 1),
        ("forbidden by robots.txt", Kind.ROBOTS, 1),
        ("robots.txt shuts us out by name", Kind.ROBOTS, 1),
        ("the host asked to be left alone for 3600 s", Kind.BLOCKED, 1),
        ("not of this site", Kind.ELSEWHERE, 2),
        ("wall", Kind.WALLED, 1),
        ("error page", Kind.GONE, 2),
        ("no text", Kind.LAYOUT, 1),
        ("ValueError", Kind.OTHER, 1),
    ],
)
def test_every_reason_has_a_kind_and_a_weight(reason: str, kind: Kind, weight: int) -> None:
    assert (kind_of(reason), weight_of(reason)) == (kind, weight)
