"""Crawls that start no browser: because none is needed, none is wanted, or none is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crawler.demo.server import DemoServer
from crawler.demo.site import Reply
from tests.browser.processes import script
from tests.crawl.crawling import crawl, published

MISSING = ("-s", "BROWSER_EXECUTABLE=/nowhere/chromium")


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


def record(data: Path) -> dict[str, Any]:
    """The last run's record."""
    found: dict[str, Any] = json.loads(max((data / "runs").glob("*.json")).read_text(encoding="utf-8"))
    return found


def test_a_site_that_needs_no_browser_starts_none(demo: DemoServer, tmp_path: Path) -> None:
    """No page of the whole static site is rendered."""
    trap = script(tmp_path / "chromium", f"#!/bin/sh\ntouch {tmp_path}/started\n")
    run = crawl("news", "-a", f"url={demo.url}", "-s", f"BROWSER_EXECUTABLE={trap}", data=tmp_path / "data")
    assert run.returncode == 0
    assert len(published(tmp_path / "data")) == len(demo.articles)
    assert record(tmp_path / "data")["browser"] == {}
    assert not (tmp_path / "started").exists()


def test_without_a_browser_the_crawl_says_once_what_it_could_not_read(demo: DemoServer, tmp_path: Path) -> None:
    """The rest comes as before; the cause, what is unread and what helps stand in one line."""
    run = crawl("news", "-a", f"url={demo.url}app", *MISSING, data=tmp_path)
    assert run.returncode == 69
    assert run.stderr.count("\n") == 1
    assert "1 pages are filled by script: BROWSER_EXECUTABLE=/nowhere/chromium is no program" in run.stderr
    run = crawl("news", "-a", f"url={demo.url}muat", *MISSING, data=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert len(published(tmp_path)) == 8
    log = max((tmp_path / "runs").glob("*.log")).read_text(encoding="utf-8")
    assert log.count("filled by script") == 1


def test_never_is_never(demo: DemoServer, tmp_path: Path) -> None:
    """``-a render=never`` reads what the page itself gives, and complains of nothing."""
    run = crawl("news", "-a", f"url={demo.url}muat", "-a", "render=never", *MISSING, data=tmp_path)
    assert (run.returncode, run.stderr, len(published(tmp_path))) == (0, "", 8)
    assert record(tmp_path)["browser"] == {}


def test_a_version_that_needs_no_script_is_read_in_its_place(demo: DemoServer, tmp_path: Path) -> None:
    """AMP: the article has its own address, not that of the version."""
    story = demo.newsroom.published("/english/world")[0]
    path = demo.newsroom.path(story)
    whole = demo.reply(path)
    shell = (
        f'<html><head><title>SAUH</title><link rel="amphtml" href="{demo.url}amp/1"></head>'
        f'<body><div id="root"></div><script src="/assets/app.js"></script></body></html>'
    )
    demo.answers = {path: Reply(shell.encode()), "/amp/1": whole}
    assert crawl("news", "-a", f"url={demo.url}english/world", *MISSING, data=tmp_path).returncode == 0
    line = next(line for line in published(tmp_path) if line["url"].endswith(path))
    assert line["articleBody"]
    assert line["metadata"]["http"]["via"] == "http"
    assert "etag" not in line["metadata"]["http"] or line["metadata"]["http"]["etag"] is None
    assert "missing" not in record(tmp_path)["browser"]


@pytest.mark.parametrize("argument", ["render=sometimes", "render="])
def test_a_mode_that_is_none_is_wrong_usage(tmp_path: Path, argument: str) -> None:
    run = crawl("news", "-a", "url=http://127.0.0.1:9/", "-a", argument, data=tmp_path)
    assert run.returncode == 2
    assert "allowed: never, auto, always" in run.stderr
