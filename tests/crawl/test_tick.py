"""``scrapy due`` and ``scrapy tick`` as cron starts them, with the way to the network closed."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from crawler.commands.tick import _bounded, _gravity, lanes
from crawler.demo.server import DemoServer
from crawler.normalise.hosts import registered_domain
from crawler.spiders.sites import all_sites
from crawler.spiders.viva import VivaSpider
from crawler.store.database import Database
from crawler.store.lock import Lock
from crawler.store.notes import Notes
from crawler.store.opening import DATABASE, LOCKS
from crawler.store.rhythm import looked, rhythm_of
from tests.crawl import crawling
from tests.crawl.crawling import ROOT, crawl


def nowhere() -> str:
    """A proxy's address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


def closed() -> dict[str, str]:
    """What has every request fail at once."""
    proxy = nowhere()
    return {"https_proxy": proxy, "http_proxy": proxy, "no_proxy": ""}


def scrapy(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    return crawling.scrapy(*arguments, "-s", f"DATA_DIR={data}", "-s", "RETRY_TIMES=0", environment=closed())


def read_lately(data: Path, *urls: str) -> None:
    """Have VIVA's sections read a moment ago but for those given."""
    data.mkdir(exist_ok=True)
    database = Database.open(data / DATABASE)
    notes, now = Notes(database), int(time.time())
    for url in VivaSpider.sections:
        database.write(looked(notes, "viva", url, now=now - (40000 if url in urls else 60), new=3))
    database.close()


@pytest.fixture
def switch() -> Iterator[tuple[str, list[str]]]:
    """A dead-man switch: its address, and the paths that it was asked for."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    asked: list[str] = []
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/uuid/", asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_due_tells_what_a_tick_would_do(tmp_path: Path) -> None:
    """Sections never read, overdue and not due yet, the longest overdue first; nothing is made on disk."""
    fresh = scrapy("due", "viva", data=tmp_path / "data")
    assert fresh.stdout.splitlines()[0].split() == ["viva", f"{VivaSpider.sections[0]}:", "due,", "never", "read"]
    assert not (tmp_path / "data").exists()
    late = VivaSpider.sections[3]
    read_lately(tmp_path / "data", late)
    lines = scrapy("due", "viva", data=tmp_path / "data").stdout.splitlines()
    assert len(lines) == len(VivaSpider.sections)
    assert lines[0].split(maxsplit=1)[1] == f"{late}: due since 11 h, last change 11 h ago, every 15 min"
    assert ": due in 14 min, last change 1 min ago" in lines[1] or ": due in 13 min" in lines[1]


def test_a_tick_runs_what_is_due_and_nothing_else(tmp_path: Path, switch: tuple[str, list[str]]) -> None:
    """Its code is that of the run, its line says which site it was, and the switch is told."""
    late = VivaSpider.sections[3]
    read_lately(tmp_path, late)
    address, asked = switch
    run = scrapy("tick", "viva", "-s", f"PING_URL={address}", data=tmp_path)
    assert run.returncode == 69
    assert run.stderr.startswith("viva: scrapy crawl: site down: 1 of 1 section pages could not be read")
    (path,) = (tmp_path / "runs").glob("*.json")
    record = json.loads(path.read_text())
    assert (record["arguments"]["sections"], record["exit_code"]) == ([late], 69)
    assert asked == ["/uuid/69"]


def test_a_tick_with_nothing_due_starts_nothing(tmp_path: Path) -> None:
    read_lately(tmp_path)
    run = scrapy("tick", "viva", data=tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert not (tmp_path / "runs").exists()


def test_ticks_do_not_overlap(tmp_path: Path) -> None:
    """The second leaves with 75, and without a word: cron mails what is printed."""
    with Lock(tmp_path / LOCKS / "tick.lock"):
        run = scrapy("tick", "viva", data=tmp_path)
    assert (run.returncode, run.stderr) == (75, "")


def test_a_stopped_tick_stops_its_run(tmp_path: Path) -> None:
    """75: come again. The run that was on has ended too."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        proxy = f"http://127.0.0.1:{silent.getsockname()[1]}"
        command = [sys.executable, "-m", "scrapy", "tick", "viva", "-s", f"DATA_DIR={tmp_path}"]
        tick = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **closed(), "https_proxy": proxy}, stderr=subprocess.PIPE, text=True
        )
        connection, _ = silent.accept()
        tick.send_signal(signal.SIGTERM)
        _, errors = tick.communicate(timeout=30)
        connection.close()
    assert tick.returncode == 75
    assert errors == "viva: scrapy crawl: stopped by SIGTERM; the next run goes on from here\n"
    Lock(tmp_path / LOCKS / "viva.lock").release()


def test_sites_run_side_by_side_and_all_stop_with_their_tick(tmp_path: Path) -> None:
    """Two are on before either has an answer."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        proxy = f"http://127.0.0.1:{silent.getsockname()[1]}"
        command = [sys.executable, "-m", "scrapy", "tick", "viva", "tempo", "-s", f"DATA_DIR={tmp_path}"]
        tick = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **closed(), "https_proxy": proxy}, stderr=subprocess.PIPE, text=True
        )
        connections: list[socket.socket] = []
        hosts: set[bytes] = set()
        while len(hosts) < 2:
            connections.append(silent.accept()[0])
            hosts.add(connections[-1].recv(100).split()[1])
        tick.send_signal(signal.SIGTERM)
        _, errors = tick.communicate(timeout=30)
        for connection in connections:
            connection.close()
    assert tick.returncode == 75
    stopped = "scrapy crawl: stopped by SIGTERM; the next run goes on from here"
    assert sorted(errors.splitlines()) == [f"tempo: {stopped}", f"viva: {stopped}"]


def test_sites_that_share_a_domain_run_one_after_the_other() -> None:
    sites = all_sites()
    found = lanes(sites)
    assert sorted(name for lane in found for name in lane) == sorted(sites)
    domains = [{registered_domain(f"https://{d}/") for name in lane for d in sites[name].allowed_domains} for lane in found]
    assert sum(map(len, domains)) == len(set().union(*domains))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["tick", "vva"], 2, "scrapy tick: no site vva (did you mean viva?); scrapy list names them\n"),
        (["due", "qqqqq"], 2, "scrapy due: no site qqqqq; scrapy list names them\n"),
        (["tick", "viva", "-s", "PING_URL=ping"], 78, "scrapy tick: PING_URL is no address\n"),
        (["tick", "viva", "-s", "TICK_SHORTEST=soon"], 78, "scrapy tick: TICK_SHORTEST=soon is no number\n"),
    ],
)
def test_wrong_usage_is_told_in_one_line(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    run = scrapy(*arguments, data=tmp_path / "data")
    assert (run.returncode, run.stdout, run.stderr) == (code, "", said)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("codes", "worst"), [((0, 75), 75), ((75, 65), 65), ((65, 74, 0), 74), ((78,), 70), ((143, 0), 75), ((-9, 69), 70)]
)
def test_the_worst_code_counts_and_is_never_over_75(codes: tuple[int, ...], worst: int) -> None:
    assert max(map(_bounded, codes), key=_gravity) == worst


def test_runs_teach_the_rhythm_of_their_sections(tmp_path: Path) -> None:
    """Also those that find the section unchanged."""
    with DemoServer() as demo:
        url = f"{demo.url}english"
        rhythms = []
        for _ in range(2):
            assert crawl("news", "-a", f"url={url}", data=tmp_path).returncode == 0
            database = Database.open(tmp_path / DATABASE)
            rhythms.append(rhythm_of(Notes(database), "news", url))
            database.close()
    first, second = rhythms
    assert first is not None and second is not None
    assert (first.changed, second.changed) == (first.read, first.read)
    assert second.read >= first.read
