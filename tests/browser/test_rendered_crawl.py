"""Crawls of pages that script fills, with a real browser against the demo site."""

from __future__ import annotations

import json
import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from crawler.demo.scripted import listed
from crawler.demo.server import DemoServer
from crawler.demo.site import Reply
from tests.browser.processes import chromium_of, main_process, needs_browser, survivors
from tests.crawl.crawling import crawl, published, start

pytestmark = needs_browser


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


def named(demo: DemoServer, path: str) -> set[str]:
    """The addresses of all articles of a list."""
    views = (listed(demo.newsroom, demo.url[:-1], path, page)["items"] for page in (1, 2, 3))
    return {item["url"] for items in views for item in items}


def record(data: Path) -> dict[str, Any]:
    """The last run's record."""
    found: dict[str, Any] = json.loads(max((data / "runs").glob("*.json")).read_text(encoding="utf-8"))
    return found


def asked(demo: DemoServer) -> list[str]:
    """Paths asked for since the last look."""
    paths = [request.path for request in demo.requests]
    demo.requests.clear()
    return paths


def test_lists_that_script_fills_are_read_to_their_end_once_and_then_by_their_interface(
    demo: DemoServer, tmp_path: Path
) -> None:
    """Scrolling, a button and a consent dialog: every article on one line; the second run starts no browser."""
    lists = ("/gulir", "/muat", "/izin")
    urls = ",".join(f"{demo.url[:-1]}{path}" for path in lists)
    run = crawl("news", "-a", f"url={urls}", data=tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    lines = published(tmp_path)
    assert len(lines) == len({line["id"] for line in lines})
    assert {line["url"] for line in lines} == set().union(*(named(demo, path) for path in lists))
    assert {line["metadata"]["http"]["via"] for line in lines} == {"http"}
    assert record(tmp_path)["browser"]["pages"] == len(lists)
    asked(demo)
    assert crawl("news", "-a", f"url={urls}", data=tmp_path).returncode == 0
    assert not record(tmp_path)["browser"]
    assert {"/api/list/gulir?page=1", "/api/list/izin?page=1"} <= set(asked(demo))
    assert len(published(tmp_path)) == len(lines)


def test_articles_that_script_fills_come_like_all_others_and_then_by_their_interface(demo: DemoServer, tmp_path: Path) -> None:
    """The page goes through the same extraction; what script asked for once is asked for directly afterwards."""
    run = crawl("news", "-a", f"url={demo.url}app", "-a", "limit=2", data=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    first = published(tmp_path)
    assert [line["metadata"]["http"]["via"] for line in first] == ["browser"] * 2
    assert all(line["headline"] and line["byline"] and len(line["articleBody"]) > 300 for line in first)
    assert not any(line["metadata"]["http"].get("etag") for line in first)
    assert crawl("news", "-a", f"url={demo.url}app", data=tmp_path).returncode == 0
    lines = published(tmp_path)
    assert {line["url"] for line in lines} == named(demo, "/app")
    assert len(lines) == len({line["id"] for line in lines}) == 24
    assert {line["metadata"]["http"]["via"] for line in lines[2:]} == {"http"}


def neighbours() -> tuple[DemoServer, socket.socket, socket.socket]:
    """A demo site, and what listens at the port behind its own."""
    for _ in range(50):
        demo = DemoServer()
        place = ("127.0.0.1", (urlsplit(demo.url).port or 0) + 1)
        stream, datagram = socket.socket(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            stream.bind(place)
            datagram.bind(place)
        except OSError:
            stream.close()
            datagram.close()
            continue
        stream.listen()
        return demo, stream, datagram
    raise AssertionError("no two ports beside each other")


def listen(stream: socket.socket, datagram: socket.socket) -> list[bytes]:
    """What arrives from now on."""
    heard: list[bytes] = []

    def accept() -> None:
        while True:
            try:
                connection, _ = stream.accept()
            except OSError:
                return
            with closing(connection):
                heard.append(connection.recv(200))

    def receive() -> None:
        while True:
            try:
                heard.append(datagram.recv(200))
            except OSError:
                return

    for work in (accept, receive):
        Thread(target=work, daemon=True).start()
    return heard


def test_pages_that_misbehave_reach_nobody_and_stop_nothing(tmp_path: Path) -> None:
    """Alerts, windows, downloads, requests elsewhere: refused, the article comes. Loops and growth: that page fails."""
    site, stream, datagram = neighbours()
    with ExitStack() as stack:
        demo = stack.enter_context(site)
        for each in (stream, datagram):
            stack.enter_context(closing(each))
        elsewhere = f"http://127.0.0.1:{stream.getsockname()[1]}"
        demo.answers[f"/keluar?to={quote(elsewhere, safe='')}"] = Reply(b"", status=302, headers={"Location": elsewhere})
        heard = listen(stream, datagram)
        run = crawl("news", "-a", f"url={demo.url}nakal", "-s", "BROWSER_TIMEOUT=8", data=tmp_path)
        assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
        assert {line["url"].split("/")[4] for line in published(tmp_path)} == {"alerts", "windows", "requests", "downloads"}
        failed = record(tmp_path)["failed"]
        assert sum(failed.values()) == 2
        assert all(reason.startswith("browser: ") for reason in failed)
        assert heard == []
        paths = asked(demo)
        assert any(path.startswith("/keluar") for path in paths)
        assert not [path for path in paths if path.startswith("/internal")]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_no_browser_outlives_its_crawl(demo: DemoServer, tmp_path: Path, number: signal.Signals) -> None:
    """Whatever ends the crawl ends the browser, also while a page in it never rests."""
    run = start("news", "-a", f"url={demo.url}nakal", data=tmp_path)
    family = chromium_of(run.pid)
    run.send_signal(number)
    run.communicate(timeout=30)
    assert run.returncode == (-9 if number == signal.SIGKILL else 143)
    assert survivors(family) == []


def test_a_browser_that_ends_is_started_anew(demo: DemoServer, tmp_path: Path) -> None:
    """Nothing is lost by it."""
    run = start("news", "-a", f"url={demo.url}app", "-a", "limit=4", data=tmp_path)
    main_process(chromium_of(run.pid)).kill()
    _, said = run.communicate(timeout=60)
    assert (run.returncode, said) == (0, "")
    assert len(published(tmp_path)) == 4


def test_always_renders_what_needs_it_not(demo: DemoServer, tmp_path: Path) -> None:
    """The same articles as without, through the browser."""
    url = f"url={demo.url}english/world"
    run = crawl("news", "-a", url, "-a", "render=always", "-a", "limit=2", data=tmp_path / "browser")
    assert (run.returncode, run.stderr) == (0, "")
    crawl("news", "-a", url, "-a", "limit=2", data=tmp_path / "plain")
    rendered, plain = ({line["id"]: line for line in published(tmp_path / name)} for name in ("browser", "plain"))
    assert {line["metadata"]["http"]["via"] for line in rendered.values()} == {"browser"}
    assert {name: line["articleBody"] for name, line in rendered.items()} == {
        name: line["articleBody"] for name, line in plain.items()
    }
