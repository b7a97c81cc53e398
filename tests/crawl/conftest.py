"""A demo site that was crawled once already: what many tests begin with costs one crawl."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.demo.newsroom import Newsroom
from crawler.demo.server import DemoServer
from crawler.demo.site import DemoSite
from tests.crawl.crawling import crawl


@pytest.fixture(scope="session")
def first_crawl(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DemoServer, Path]]:
    """The site, and what a crawl of its front page left."""
    data = tmp_path_factory.mktemp("first") / "data"
    with DemoServer() as demo:
        assert crawl("news", "-a", f"url={demo.url}", data=data).returncode == 0
        yield demo, data


@pytest.fixture
def crawled(first_crawl: tuple[DemoServer, Path], tmp_path: Path) -> DemoServer:
    """The site as it was a moment after that crawl, whose data lie in ``tmp_path``; no request is recorded yet."""
    demo, data = first_crawl
    shutil.copytree(data, tmp_path, dirs_exist_ok=True)
    demo.newsroom = Newsroom()
    demo.site = DemoSite(demo.newsroom, demo.url)
    demo.answers.clear()
    demo.requests.clear()
    return demo
