"""One crawl of a site that lies, cuts, drips and bombs: its good articles arrive, nothing else does."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import brotli
import pytest
from backports import zstd

from tests.crawl.crawling import crawl, published, start
from tests.crawl.hostile import Answer, HostileSite, ending, endless, moved, page, reset, story

MOST_MEMORY = 300 * 1024
"""KiB, of the crawling process at its peak."""
BLANKS = b" " * (40 << 20)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
WHOLE = page(story(77))
PACKED = gzip.compress(story(78).encode())

CUT: dict[str, Answer] = {
    "short-length": ending(WHOLE[:-300]),
    "cut-chunk": ending(HEAD + b"Transfer-Encoding: chunked\r\n\r\n400\r\n" + story(79).encode()[:0x400] + b"\r\n"),
    "reset": reset,
    "cut-gzip": page(PACKED[:-60], "Content-Encoding: gzip"),
    "cut-deflate": page(zlib.compress(story(80).encode())[:-60], "Content-Encoding: deflate"),
    "cut-br": page(brotli.compress(story(80).encode())[:-20], "Content-Encoding: br"),
    "cut-zstd": page(zstd.compress(story(80).encode())[:-20], "Content-Encoding: zstd"),
    "cut-nested": page(gzip.compress(PACKED)[:-60], "Content-Encoding: gzip, gzip"),
    "corrupt-gzip": page(b"hello", "Content-Encoding: gzip"),
    "corrupt-br": page(b"\xff" * 50, "Content-Encoding: br"),
    "corrupt-zstd": page(b"hello", "Content-Encoding: zstd"),
}
ENDLESS: dict[str, Answer] = {
    "header-lines": endless(b"HTTP/1.1 200 OK\r\n", b"".join(b"X-%d: %s\r\n" % (n, b"y" * 500) for n in range(100))),
    "header-short-lines": endless(b"HTTP/1.1 200 OK\r\n", b"a:\r\n" * 5000),
    "header-line": endless(b"HTTP/1.1 200 OK\r\nX: ", b"y" * 60000),
    "interim-answers": endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 1000),
    "body": endless(HEAD + b"\r\n<html><body>", b"<p>" + b"kata " * 20000 + b"</p>"),
    "drip": endless(HEAD + b"Content-Length: 90000\r\n\r\n", b"x", 0.2),
    "header-drip": endless(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.2),
    "silence": endless(b"", b"", 0.2),
}
LARGE: dict[str, Answer] = {
    "bomb-gzip": page(gzip.compress(BLANKS), "Content-Encoding: gzip"),
    "bomb-deflate": page(zlib.compress(BLANKS), "Content-Encoding: deflate"),
    "bomb-br": page(brotli.compress(BLANKS, quality=3), "Content-Encoding: br"),
    "bomb-zstd": page(zstd.compress(BLANKS), "Content-Encoding: zstd"),
    "bomb-nested": page(gzip.compress(gzip.compress(BLANKS)), "Content-Encoding: gzip, gzip"),
    "bomb-file": page(gzip.compress(b"<urlset>" + b"<url><loc>http://x/</loc></url>" * 1_000_000), kind="application/gzip"),
    "tags": page("<p>x</p>" * 400_000),
}
DECEITFUL: dict[str, Answer] = {
    "picture": page(b"\x89PNG\r\n\x1a\n" + bytes(4000)),
    "paper": page(b"%PDF-1.7\n" + os.urandom(4000)),
    "noise": page(os.urandom(100_000)),
    "nul": page(bytes(100_000)),
    "packed": page(b"PK\x03\x04" + os.urandom(4000)),
    "feed": page('<?xml version="1.0"?><rss><channel><item><title>x</title></item></channel></rss>'),
    "json": page('{"headline": "x", "articleBody": "y"}'),
    "frames": page("<html><frameset><frame src='/x'></frameset></html>"),
}
GOOD: dict[str, Answer] = {
    **{f"good-{number}": page(story(number)) for number in range(8)},
    "good-gzip": page(PACKED, "Content-Encoding: gzip"),
    "good-deflate": page(zlib.compress(story(78).encode()), "Content-Encoding: deflate"),
    "good-br": page(brotli.compress(story(78).encode()), "Content-Encoding: br"),
    "good-zstd": page(zstd.compress(story(78).encode()), "Content-Encoding: zstd"),
    "good-chunks": HEAD
    + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(story(81).encode()), story(81).encode()),
    "good-untyped": page(story(82), kind=""),
    "good-mistyped": page(story(83), kind="image/png"),
    "good-deep": page(story(84, body="<div>" * 30_000)),
    "good-attributes": page(story(85, body="<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">isi</p>")),
    "good-json-ld": page(story(86, head=f'<script type="application/ld+json">{{"x": "{"kata " * 1_000_000}"}}</script>')),
    "good-deep-json": page(story(87, head=f'<script type="application/ld+json">{"[" * 90_000}{"]" * 90_000}</script>')),
    "good-controls": page(story(88, headline="Warga\x1b[31m menyambut \x07pembukaan\x85 jembatan\u2028 itu")),
}


def trips(site: HostileSite, away: HostileSite) -> dict[str, Answer]:
    """Ways to another machine, another port, another scheme; ``away`` must hear of none."""
    targets = {
        "port": away.url, "name": f"http://localhost:{away.port}/x", "decimal": f"http://2130706433:{away.port}/x",
        "octal": f"http://0177.0.0.1:{away.port}/x", "short": f"http://127.1:{away.port}/x", "zero": f"http://0:{away.port}/x",
        "mapped": f"http://[::ffff:127.0.0.1]:{away.port}/x", "six": f"http://[::1]:{away.port}/x",
        "wide": f"http://１２７.0.0.1:{away.port}/x", "user": f"http://127.0.0.1:{site.port}@127.0.0.1:{away.port}/x",
        "metadata": "http://169.254.169.254/latest/meta-data/", "private": "http://10.0.0.5/x", "stranger": "http://example.com/x",
        "file": "file:///etc/passwd", "data": "data:text/html,<h1>x</h1>", "script": "javascript:alert(1)", "ftp": "ftp://127.0.0.1/",
        "self": "/berita/to-self", "relative": f"//127.0.0.1:{away.port}/x", "backslash": f"http:\\\\127.0.0.1:{away.port}\\x",
    }  # fmt: skip
    found: dict[str, Answer] = {f"to-{name}": moved(target) for name, target in targets.items()}
    links = f"<base href='{away.url}'><link rel=canonical href='{away.url}c'><link rel=next href='{away.url}n'>"
    links += f"<link rel=amphtml href='{away.url}a'><meta property='og:url' content='{away.url}o'>"
    found["good-links"] = page(story(89, head=links, body=f"<iframe src='{away.url}f'></iframe><img src='{away.url}i'>"))
    found["refresh"] = page(f"<meta http-equiv=refresh content='0; url={away.url}r'>")
    return found


@dataclass(frozen=True, slots=True)
class Visit:
    """What a crawl of the site left behind."""

    lines: dict[str, dict[str, Any]]
    record: dict[str, Any]
    away: tuple[str, ...]
    memory: int
    code: int
    said: str
    asked: tuple[str, ...]
    raw: bytes
    """The published file."""
    again: list[dict[str, Any]]
    """All lines after a second run, for which the pages of ``CUT`` were whole."""


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """Crawl the site twice; the second time it is honest."""
    data = tmp_path_factory.mktemp("hostile")
    with HostileSite() as site, HostileSite() as away:
        every = {**GOOD, **CUT, **ENDLESS, **LARGE, **DECEITFUL, **trips(site, away)}
        site.pages = {f"/berita/{name}": answer for name, answer in every.items()}
        process = start("news", "-a", f"url={site.url}", "-s", "DOWNLOAD_TIMEOUT=12", "-s", "RETRY_TIMES=1", data=data)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out, said = process.communicate()
        lines = {line["url"].rpartition("/")[2]: line for line in published(data)}
        (record,) = (json.loads(path.read_text()) for path in (data / "runs").glob("*.json"))
        asked = tuple(site.asked)
        raw = b"".join(path.read_bytes() for path in (data / "articles").rglob("*.jsonl"))
        site.pages = {f"/berita/{name}": page(story(number)) for number, name in enumerate(CUT, start=200)}
        site.pages["/"] = page("<html><body><main></main></body></html>")
        crawl("news", "-a", f"url={site.url}", data=data)
        yield Visit(
            lines, record, tuple(away.asked), usage.ru_maxrss, process.returncode, out + said, asked, raw, published(data)
        )


@pytest.mark.parametrize("name", [*GOOD, "good-links"])
def test_a_good_article_arrives_whole_whatever_stands_beside_it(name: str, visit: Visit) -> None:
    line = visit.lines[name]
    assert line["articleBody"].count("Paragraf") == 4
    assert [author["name"] for author in line["authors"]] == ["Rina Wulandari"]


def test_nothing_else_becomes_an_article(visit: Visit) -> None:
    """Neither halves, nor bombs, nor what is no HTML."""
    assert set(visit.lines) == {*GOOD, "good-links"}


def test_no_other_machine_or_port_hears_of_the_crawl(visit: Visit) -> None:
    """Redirects in any spelling, meta refresh, base, canonical, pictures and frames lead nowhere."""
    assert visit.away == ()


def test_a_loop_of_redirects_ends(visit: Visit) -> None:
    assert 1 < visit.asked.count("/berita/to-self") <= 6


@pytest.mark.parametrize("name", CUT)
def test_half_a_page_is_asked_for_twice_and_comes_with_a_later_run(name: str, visit: Visit) -> None:
    """It was never seen: the frontier has it."""
    assert visit.asked.count(f"/berita/{name}") == (1 if name.startswith("corrupt") else 2)
    assert [line["headline"] for line in visit.again if line["url"].endswith(f"/{name}")] == [
        f"Jembatan nomor {200 + list(CUT).index(name)} di Sungai Kali Bening dibuka untuk umum"
    ]


def test_the_run_says_why_pages_gave_nothing(visit: Visit) -> None:
    """By kind, without the addresses: one reason for many pages."""
    told = set(visit.record["failed"])
    assert told >= {"cut short", "timeout", "too slow", "larger than DOWNLOAD_MAXSIZE", "badly packed"}
    assert told >= {"another port", "not of this site", "a user name in the address"}
    assert not [reason for reason in told if "://" in reason]


def test_memory_stays_bounded(visit: Visit) -> None:
    assert visit.memory < MOST_MEMORY


def test_the_run_ends_well_and_says_nothing(visit: Visit) -> None:
    """Bad pages are the site's affair as long as good ones come."""
    assert (visit.code, visit.said) == (0, "")


def test_control_characters_reach_no_reader_raw(visit: Visit) -> None:
    """The headline keeps its words; each line is one for any reader, and moves no cursor."""
    assert "menyambut" in visit.lines["good-controls"]["headline"]
    assert visit.raw.count(b"\n") == len(visit.lines) == len(visit.raw.decode().splitlines())
    assert not [byte for byte in visit.raw if byte < 0x20 and byte != 0x0A]
