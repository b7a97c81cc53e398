"""What the middlewares decide, without a network."""

import gzip
import time
from collections.abc import Callable
from email.utils import formatdate

import brotli
import pytest
from scrapy.http import Request

from crawler.middlewares.pace import HostClock, retry_after
from crawler.middlewares.whole import is_whole, zstd


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (b"4", 4.0),
        (b" 120 ", 120.0),
        (b"-5", None),
        (b"soon", None),
        (b"1e9", None),
        (b"", None),
        (None, None),
        (b"9" * 400, None),
        (b"315360000", None),
        (b"Wed, 21 Oct 2099 07:28:00 GMT", None),
    ],
)
def test_retry_after_in_seconds(header: bytes | None, seconds: float | None) -> None:
    """Nonsense is no wish."""
    assert retry_after(header) == seconds


def test_retry_after_as_a_date() -> None:
    """A date is a time from now; one that has passed means at once."""
    later = retry_after(formatdate(time.time() + 100, usegmt=True).encode())
    assert later is not None
    assert 90 < later <= 101
    assert retry_after(formatdate(time.time() - 100, usegmt=True).encode()) == 0.0


def test_crawl_delay_is_the_longer_one() -> None:
    """A host is left alone for the longer of both delays."""
    clock = HostClock(delay=0.5, crawl_delay=2.0)
    clock.take_off(Request("https://sauh.example/"), 100.0)
    assert clock.free_at == 102.0


def test_a_host_that_kept_us_waiting_is_waited_for_less() -> None:
    """The others wait behind it; one that is slow by nature keeps its time."""
    assert [HostClock(timeouts=times).patience(15.0) for times in (0, 1, 2, 9)] == [15.0, 7.5, 5.0, 4.0]
    assert HostClock(timeouts=9, delay=3.0).patience(15.0) == 12.0
    assert HostClock(timeouts=0, delay=9.0).patience(5.0) == 5.0


def test_only_what_took_off_can_land() -> None:
    """A request that was refused before its turn frees no place."""
    clock = HostClock(at_once=1)
    flying = Request("https://sauh.example/1")
    clock.take_off(flying, 100.0)
    clock.land(Request("https://sauh.example/2"))
    assert clock.flying == {flying}
    clock.land(flying)
    assert not clock.flying


def test_a_rest_that_is_too_long_ends_the_run_for_a_host() -> None:
    """Shorter ones are waited for."""
    clock = HostClock()
    clock.rest(30.0, 100.0, longest=60.0)
    assert (clock.free_at, clock.away) == (130.0, None)
    clock.rest(3600.0, 100.0, longest=60.0)
    assert (clock.free_at, clock.away) == (130.0, "the host asked to be left alone for 3600 s")


PACKERS: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "br": brotli.compress, "zstd": zstd.compress}


@pytest.mark.parametrize("body", [b"", b"short", b"a page of some length " * 5000])
@pytest.mark.parametrize("encoding", PACKERS)
def test_whole_bodies_pass(encoding: str, body: bytes) -> None:
    assert is_whole(encoding, PACKERS[encoding](body), len(body))


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_two_members_are_whole(encoding: str) -> None:
    """The trailer of gzip is the last member's alone: then the stream is read."""
    pack = PACKERS[encoding]
    assert is_whole(encoding, pack(b"one") + pack(b"two and more"), 15)


@pytest.mark.parametrize("cut", [1, 5, 9, 200])
@pytest.mark.parametrize("encoding", PACKERS)
def test_cut_bodies_are_told(encoding: str, cut: int) -> None:
    """However little is missing."""
    body = b"".join(str(number).encode() for number in range(5000))
    assert not is_whole(encoding, PACKERS[encoding](body)[:-cut], len(body) - 50)


@pytest.mark.parametrize("encoding", PACKERS)
def test_what_is_not_packed_at_all_is_not_whole(encoding: str) -> None:
    assert not is_whole(encoding, b"<html>plain text under a false label</html>", 43)
