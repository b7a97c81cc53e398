"""Pace, rights and conditional requests in real runs."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest

from crawler.line import faults
from crawler.middlewares.whole import zstd
from tests.crawl.crawling import crawl, published, record, scrapy
from tests.crawl.host import HEADLINES, Answer, Host, Seen, path_of, section_page, story_page


@pytest.fixture
def host() -> Iterator[Host]:
    with Host() as found:
        yield found


def refusing(*times: tuple[int, str | None], then: Answer) -> Callable[[Seen], Answer]:
    """Refuse with these statuses and Retry-After, one after the other, then answer."""
    left = list(times)

    def answer(_: Seen) -> Answer:
        if not left:
            return then
        status, wish = left.pop(0)
        return Answer(status=status, headers=(("Retry-After", wish),) if wish else ())

    return answer


def test_pages_say_what_may_be_done_with_them(host: Host, tmp_path: Path) -> None:
    """Noindex and a past unavailable_after keep a page out; all else stands on the line; the files are asked for once a day."""
    paths = host.publish(6)
    heads = ("<meta name=robots content='noindex'>", "<meta name=robots content='noarchive, nofollow'>",
             "<meta name=tdm-reservation content=1>")  # fmt: skip
    for number, head in enumerate(heads):
        host.answers[paths[number]] = Answer(body=story_page(number, head=head))
    host.answers[paths[3]] = Answer(body=story_page(3), headers=(("X-Robots-Tag", "unavailable_after: 2020-01-01"),))
    host.answers[paths[4]] = Answer(body=story_page(4), headers=(("X-Robots-Tag", "otherbot: noindex"),))
    rule = b'[{"location": "' + paths[5].encode() + b'", "tdm-reservation": 1, "tdm-policy": "https://sauh.example/p"}]'
    host.answers["/.well-known/tdmrep.json"] = Answer(body=rule, kind="application/json")
    assert crawl("news", "-a", f"url={host.section}", data=tmp_path).returncode == 0
    lines = {line["headline"]: line for line in published(tmp_path)}
    assert not [fault for line in lines.values() for fault in faults(line)]
    said = {number: lines[HEADLINES[number]]["metadata"].get("validationMessages", {}) for number in (1, 2, 4, 5)}
    assert set(lines) == {HEADLINES[number] for number in (1, 2, 4, 5)}
    assert said[1]["robots"] == ["noarchive (meta:robots)", "nofollow (meta:robots)"]
    assert said[2]["tdmReservation"] == ["1 (meta)"]
    assert "robots" not in said[4]
    assert said[5]["tdmReservation"] == ["1 (tdmrep.json)", "policy https://sauh.example/p"]
    assert record(tmp_path)["sites"]["127.0.0.1"]["reserved"] == 2
    assert host.paths().count("/ai.txt") == 1
    crawl("news", "-a", f"url={host.section}", "-s", "TDM_RESERVATION_OBEY=True", data=tmp_path)
    assert "/ai.txt" not in host.paths()


def test_a_reservation_is_obeyed_when_the_setting_says_so(host: Host, tmp_path: Path) -> None:
    """By ai.txt the page is not even asked for; a list whose links are not for robots names nothing."""
    paths = host.publish(2)
    host.answers["/ai.txt"] = Answer(body=f"User-agent: *\nDisallow: {paths[0]}\n".encode(), kind="text/plain")
    host.answers[paths[1]] = Answer(body=story_page(1), headers=(("tdm-reservation", "1"),))
    crawl("news", "-a", f"url={host.section}", "-s", "TDM_RESERVATION_OBEY=True", data=tmp_path)
    assert published(tmp_path) == []
    assert paths[0] not in host.paths()
    page = section_page(range(2)).replace(b"<head>", b"<head><meta name=robots content='noindex, nofollow'>")
    host.answers["/news"] = Answer(body=page)
    crawl("news", "-a", f"url={host.section}", data=tmp_path / "other")
    assert [path for path in host.paths() if path in paths] == []


def test_one_request_at_a_time_with_a_pause_between(tmp_path: Path) -> None:
    """On any host but one's own machine; the user agent says who asks."""
    with Host(address="127.0.0.2") as host:
        host.publish(4)
        assert crawl("news", "-a", f"url={host.section}", data=tmp_path).returncode == 0
        assert host.seen[-1].at - host.seen[0].at > 0.25 * (len(host.seen) - 1) * 0.8
        assert all("+http" in seen.headers["user-agent"] for seen in host.seen)
        assert record(tmp_path)["sites"]["127.0.0.2"]["requests"] == len(host.seen)


def test_a_host_that_refuses_is_left_alone_in_this_run_and_the_next(host: Host, tmp_path: Path) -> None:
    """A short Retry-After is waited for; a long one ends the run for the host, and holds for later runs."""
    paths = host.publish(3)
    host.answers[paths[1]] = refusing((429, "2"), then=Answer(body=story_page(1)))
    assert crawl("news", "-a", f"url={host.section}", data=tmp_path).returncode == 0
    times = [seen.at for seen in host.seen if seen.path == paths[1]]
    assert times[1] - times[0] > 1.9
    host.paths()
    host.answers["/news"] = Answer(status=503, headers=(("Retry-After", "600"),))
    run = crawl("news", "-a", f"url={host.section}", data=tmp_path)
    assert run.returncode == 69
    assert host.paths() == ["/robots.txt", "/news"]
    host.publish(4)
    run = crawl("news", "-a", f"url={host.section}", data=tmp_path)
    assert (run.returncode, host.paths()) == (69, [])
    assert "site blocked" in run.stderr
    assert "the host asked to be left alone for" in run.stderr


def test_what_a_budget_leaves_waits_for_the_next_run(host: Host, tmp_path: Path) -> None:
    """No failure: the pages were not asked for."""
    paths = host.publish(6)
    budget = ("-s", "BUDGET_REQUESTS=7")  # robots.txt, the section, two files, three articles
    assert crawl("news", "-a", f"url={host.section}", *budget, data=tmp_path).returncode == 0
    assert len(host.paths()) == 7
    assert record(tmp_path)["sites"]["127.0.0.1"]["budget spent"] == 1
    assert record(tmp_path)["failed"] == {}
    assert crawl("news", "-a", f"url={host.section}", data=tmp_path).returncode == 0
    assert sorted(line["url"] for line in published(tmp_path)) == sorted(host.url + path for path in paths)


def test_the_hosts_of_a_site_share_its_budget(host: Host, tmp_path: Path) -> None:
    """Those below one registered name: stories on other hosts wait once the section and the first of them have spent it."""
    names = [f"http://{name}.harian.example" for name in ("www", "bola", "seni", "kopi", "ilmu")]
    links = "".join(
        f"<article><h2><a href='{name}{path_of(number)}'>{HEADLINES[number]}</a></h2></article>"
        for number, name in enumerate(names)
    )
    host.answers[f"{names[0]}/news"] = Answer(body=f"<title>News</title><main>{links}</main>".encode())
    for number, name in enumerate(names):
        host.answers[name + path_of(number)] = Answer(body=story_page(number))
    proxy = {"http_proxy": host.url, "no_proxy": ""}
    whole = ("crawl", "news", "-a", f"url={names[0]}/news", "-s", "TDM_RESERVATION_FILES=False")
    assert scrapy(*whole, "-s", f"DATA_DIR={tmp_path}", "-s", "BUDGET_REQUESTS=6", environment=proxy).returncode == 0
    assert len(host.paths()) == 6
    assert sum(counted.get("budget spent", 0) for counted in record(tmp_path)["sites"].values()) == 1
    assert record(tmp_path)["failed"] == {}
    assert scrapy(*whole, "-s", f"DATA_DIR={tmp_path}", environment=proxy).returncode == 0
    assert {line["headline"] for line in published(tmp_path)} == set(HEADLINES[:5])


def test_a_host_whose_304_is_untrue_is_asked_in_full(host: Host, tmp_path: Path) -> None:
    """The sample finds what the 304 hid, and the host loses the privilege."""
    host.publish(2)

    def stubborn(seen: Seen) -> Answer:
        if "if-none-match" in seen.headers:
            return Answer(status=304)
        return Answer(body=section_page(range(len([path for path in host.answers if path.startswith("/news/")]))),
                      headers=(("ETag", '"same"'),))  # fmt: skip

    host.answers["/news"] = stubborn
    crawl("news", "-a", f"url={host.section}", data=tmp_path)
    host.publish(3)
    host.answers["/news"] = stubborn
    crawl("news", "-a", f"url={host.section}", data=tmp_path)
    assert len(published(tmp_path)) == 2
    crawl("news", "-a", f"url={host.section}", "-s", "CONDITIONAL_CHECK_EVERY=1", data=tmp_path)
    assert len(published(tmp_path)) == 3
    assert record(tmp_path)["sites"]["127.0.0.1"]["304 untrue"] == 1
    host.seen.clear()
    crawl("news", "-a", f"url={host.section}", data=tmp_path)
    assert [seen.headers.get("if-none-match") for seen in host.seen if seen.path == "/news"] == [None]


@pytest.mark.parametrize("cut", [False, True])
def test_packed_answers_are_unpacked_and_must_be_whole(host: Host, tmp_path: Path, cut: bool) -> None:
    """gzip, br and zstd; of a body that was cut short no article is made."""
    paths = host.publish(3)
    packers: dict[str, Callable[[bytes], bytes]] = {
        "gzip": gzip.compress,
        "br": brotli.compress,
        "zstd": zstd.compress,
    }
    ships = "".join(f"<p>In the year {year} the harbour counted {year * year % 9973} ships.</p>" for year in range(900))
    for number, (name, pack) in enumerate(packers.items()):
        body = pack(story_page(number, text=ships))
        body = body[: len(body) * 2 // 3] if cut else body
        host.answers[paths[number]] = Answer(body=body, headers=(("Content-Encoding", name),))
    crawl("news", "-a", f"url={host.section}", "-s", "RETRY_TIMES=0", data=tmp_path)
    assert len(published(tmp_path)) == (0 if cut else 3)
    asked = host.seen[-1].headers["accept-encoding"]
    assert all(name in asked for name in packers)
