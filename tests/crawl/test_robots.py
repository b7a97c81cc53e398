"""robots.txt in real runs: many sites, one crawl each time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.crawl.crawling import crawl, published
from tests.crawl.host import Answer, Host, Rule, Seen

FAST = ("-s", "DOWNLOAD_TIMEOUT=1", "-s", "RETRY_TIMES=0")
CLOSED = b"User-agent: *\nDisallow: /\n"
TEXT = "text/plain"


@pytest.fixture
def hosts() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def rules(body: bytes, *, status: int = 200, kind: str = TEXT, **headers: str) -> Answer:
    return Answer(body=body, status=status, kind=kind, headers=tuple((k.replace("_", "-"), v) for k, v in headers.items()))


def moved(target: str) -> Answer:
    return Answer(status=301, headers=(("Location", target),))


def chain(hops: int) -> dict[str, Rule]:
    """So many redirects, then rules that close the site."""
    steps: dict[str, Rule] = {f"/hop{number}.txt": moved(f"/hop{number + 1}.txt") for number in range(1, hops)}
    return {"/robots.txt": moved("/hop1.txt"), **steps, f"/hop{hops}.txt": rules(CLOSED)}


CASES: dict[str, tuple[dict[str, Rule], bool]] = {
    "none": ({}, True),
    "403 with rules in it": ({"/robots.txt": rules(CLOSED, status=403)}, True),
    "410": ({"/robots.txt": rules(b"", status=410)}, True),
    "429": ({"/robots.txt": rules(b"", status=429)}, False),
    "500": ({"/robots.txt": rules(b"<h1>Error</h1>", status=500, kind="text/html")}, False),
    "503": ({"/robots.txt": rules(b"", status=503)}, False),
    "timeout": ({"/robots.txt": Answer(silence=2.5)}, False),
    "reset": ({"/robots.txt": Answer(reset=True)}, False),
    "a page": ({"/robots.txt": rules(b"<!doctype html><p>Welcome</p>", kind="text/html")}, True),
    "binary": ({"/robots.txt": rules(bytes(range(256)) * 40, kind="application/octet-stream")}, True),
    "byte order mark": ({"/robots.txt": rules(b"\xef\xbb\xbf" + CLOSED)}, False),
    "CRLF": ({"/robots.txt": rules(CLOSED.replace(b"\n", b"\r\n"))}, False),
    "longer than DOWNLOAD_MAXSIZE": ({"/robots.txt": rules(CLOSED + b"# much\n" * 2_000_000)}, False),
    "rules beyond 500 KiB": ({"/robots.txt": rules(b"# much\n" * 80_000 + CLOSED)}, True),
    "five redirects": (chain(5), False),
    "six redirects": (chain(6), True),
    "a redirect to itself": ({"/robots.txt": moved("/robots.txt")}, True),
    "a redirect to nowhere": ({"/robots.txt": Answer(status=302)}, True),
    "a redirect to another site": ({"/robots.txt": moved("http://other.example/robots.txt")}, False),
    "our name": ({"/robots.txt": rules(b"User-agent: copydesk\nDisallow: /\n")}, False),
    "another's name": ({"/robots.txt": rules(b"User-agent: otherbot\nDisallow: /\n")}, True),
    "a longer Allow": ({"/robots.txt": rules(b"User-agent: *\nDisallow: /\nAllow: /news\n")}, True),
}


def test_every_answer_opens_or_closes_its_site(hosts: ExitStack, tmp_path: Path) -> None:
    """Each case is a site; all are crawled in one run, and a closed one is asked for nothing but the file."""
    sites = {name: hosts.enter_context(Host()) for name in CASES}
    for name, site in sites.items():
        site.publish(1)
        site.answers.update(CASES[name][0])
    run = crawl("news", "-a", f"url={','.join(site.section for site in sites.values())}", *FAST, data=tmp_path)
    assert run.returncode == 69 or run.returncode == 0
    asked = {name: [path for path in site.paths() if path.startswith("/news")] for name, site in sites.items()}
    assert {name: bool(paths) for name, paths in asked.items()} == {name: case[1] for name, case in CASES.items()}
    assert all(len(paths) == 2 for paths in asked.values() if paths)


def test_a_site_that_shuts_us_out_by_name_is_left(hosts: ExitStack, tmp_path: Path) -> None:
    """69, and the sentence says what to do."""
    site = hosts.enter_context(Host())
    site.publish(1)
    site.answers["/robots.txt"] = rules(b"User-agent: Copydesk\nUser-agent: Scrapy\nDisallow: /\n")
    run = crawl("news", "-a", f"url={site.section}", data=tmp_path)
    assert run.returncode == 69
    assert "127.0.0.1 does not want us: robots.txt shuts us out by name" in run.stderr
    assert site.paths() == ["/robots.txt"]


def test_a_copy_stands_in_while_the_file_cannot_be_read(hosts: ExitStack, tmp_path: Path) -> None:
    """Asked for conditionally; a 503 is bridged by the copy of the day; a fresh copy is not asked for at all."""
    site = hosts.enter_context(Host())
    (path,) = site.publish(1)
    body = rules(b"User-agent: *\nDisallow: /secret\n", ETag='"v1"')

    def conditional(seen: Seen) -> Answer:
        return Answer(status=304) if seen.headers.get("if-none-match") == '"v1"' else body

    site.answers["/robots.txt"] = conditional
    codes = [crawl("news", "-a", f"url={site.section}", data=tmp_path).returncode]
    assert [seen.headers.get("if-none-match") for seen in site.seen if seen.path == "/robots.txt"] == [None]
    site.seen.clear()
    codes.append(crawl("news", "-a", f"url={site.section}", data=tmp_path).returncode)
    assert [seen.headers.get("if-none-match") for seen in site.seen if seen.path == "/robots.txt"] == ['"v1"']
    site.paths()
    site.answers["/robots.txt"] = rules(b"", status=503)
    codes.append(crawl("news", "-a", f"url={site.section}", *FAST, data=tmp_path).returncode)
    assert site.paths() == ["/robots.txt", "/news"]
    site.answers["/robots.txt"] = rules(b"", Cache_Control="max-age=600")
    codes.append(crawl("news", "-a", f"url={site.section}", data=tmp_path).returncode)
    site.paths()
    codes.append(crawl("news", "-a", f"url={site.section}", data=tmp_path).returncode)
    assert site.paths() == ["/news"]
    assert codes == [0] * 5
    assert [line["url"] for line in published(tmp_path)] == [site.url + path]


def test_crawl_delay_is_kept_between_all_requests(hosts: ExitStack, tmp_path: Path) -> None:
    """Also on the loopback, which is spared nothing that it asks for."""
    site = hosts.enter_context(Host())
    site.publish(3)
    site.answers["/robots.txt"] = rules(b"User-agent: *\nRequest-rate: 2/1\n")
    assert crawl("news", "-a", f"url={site.section}", data=tmp_path).returncode == 0
    times = [seen.at for seen in site.seen if seen.path != "/robots.txt"]
    assert len(times) >= 4
    assert times[-1] - times[0] > 0.5 * (len(times) - 1) * 0.8
