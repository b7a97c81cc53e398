"""A section whose further stories come by its load-more request alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.demo.server import DemoServer
from crawler.demo.site import Reply
from tests.crawl.crawling import crawl, published

SECTION = "/berita"
FIRST = 9
"""Eight rows and one more story in the carousel."""


@pytest.fixture
def site() -> Iterator[DemoServer]:
    """A site whose section has a button and no link to a second page."""
    with DemoServer() as demo:
        demo.answers[SECTION] = lambda: without_links(demo.site.get(SECTION))
        yield demo


def without_links(reply: Reply) -> Reply:
    text = re.sub(r'<link rel="next"[^>]*>', "", reply.body.decode())
    text = re.sub(r'<a class="btn-more"[^>]*>(.*?)</a>', r'<button class="btn-more" id="load-more-btn">\1</button>', text)
    return replace(reply, body=text.encode())


def wanted(site: DemoServer) -> list[str]:
    return sorted(url for url in site.articles if f"{SECTION}/" in url)


def asked(site: DemoServer) -> list[str]:
    return [request.path for request in site.requests if request.method == "POST"]


def test_every_story_is_found_once(site: DemoServer, tmp_path: Path) -> None:
    """As many requests as the list has further pages."""
    run = crawl("news", "-a", f"url={site.url.rstrip('/')}{SECTION}", data=tmp_path)
    assert run.returncode == 0, run.stderr
    assert sorted(line["url"] for line in published(tmp_path) if f"{SECTION}/" in line["url"]) == wanted(site)
    assert asked(site) == ["/request/load-more"] * 2


def test_a_later_run_goes_on_to_known_ground_only(site: DemoServer, tmp_path: Path) -> None:
    """One new row above seven known ones: what follows is older still, so nothing more is asked for."""
    url = f"url={site.url.rstrip('/')}{SECTION}"
    crawl("news", "-a", url, data=tmp_path)
    site.requests.clear()
    site.grow(1)
    assert crawl("news", "-a", url, data=tmp_path).returncode == 0
    assert asked(site) == []


def test_a_server_that_refuses_ends_the_list_and_fails_nothing(
    site: DemoServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the first page named is there; the section is no failure."""
    monkeypatch.setattr(site.site, "more", lambda _target, _form: Reply(b"expired", status=419))
    run = crawl("news", "-a", f"url={site.url.rstrip('/')}{SECTION}", data=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert len(published(tmp_path)) == FIRST
    assert len(asked(site)) == 1


def test_a_server_that_repeats_itself_ends_the_list(site: DemoServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same rows again are not asked for a third time."""
    real = site.site.more
    monkeypatch.setattr(site.site, "more", lambda target, form: real(target, form | {"page": "1"}))
    run = crawl("news", "-a", f"url={site.url.rstrip('/')}{SECTION}", data=tmp_path)
    assert run.returncode == 0
    assert len(published(tmp_path)) == FIRST
    assert len(asked(site)) == 1
