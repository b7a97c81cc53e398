"""Walls and failures of every kind in one crawl: no line, not seen, counted for the site, and there once they are gone."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.crawl.crawling import crawl, published, record
from tests.crawl.host import HEADLINES, Answer, Host, path_of, section_page, story_page

TALK = f"<p>{'We and our 842 partners store cookies on your device for advertising, if you let us do so. ' * 12}</p>"
FAST = ("-s", "DOWNLOAD_TIMEOUT=1.5", "-s", "RETRY_TIMES=0", "-s", "DOWNLOAD_MAXSIZE=400000")


def page(title: str, body: str, *, head: str = "") -> Answer:
    return Answer(body=f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode())


def to(target: str) -> Answer:
    return Answer(status=302, headers=(("Location", target),))


LOCKED = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "%s", "isAccessibleForFree": false}</script>'
CASES: tuple[tuple[str, Answer], ...] = (
    ("gone", Answer(status=404, body=b"<h1>Not here</h1>")),
    ("gone", Answer(status=410)),
    ("blocked", Answer(status=403, body=b"<h1>Request blocked</h1>")),
    ("blocked", Answer(status=451)),
    ("walled", Answer(status=402)),
    ("4xx", Answer(status=418)),
    ("5xx", Answer(status=500)),
    ("timeout", Answer(silence=2.5)),
    ("connection", Answer(reset=True)),
    ("cut short", Answer(body=story_page(9), length=60_000)),
    ("too big", Answer(body=b"<p>x</p>" * 60_000)),
    ("elsewhere", to("http://other.example/news")),
    ("elsewhere", to("javascript:alert(1)")),
    ("gone", to("/")),
    ("walled", to("/login?next=" + path_of(14).replace("/", "%2F"))),
    ("walled", page("Before you continue", f"<div><h1>We value your privacy</h1>{TALK}<button>Agree</button></div>")),
    ("walled", page("Sign in", f"<h1>Only for members</h1><form><input type=password></form>{TALK}")),
    ("walled", page("Just a moment...", "<h1>Checking your browser</h1><p>Ray ID 7f3a</p>")),
    ("walled", page("Sorry", "<h1>Not available in your region</h1><p>We are sorry.</p>")),
    ("gone", page("Page not found", "<article><h1>404 - Not found</h1><p>Sorry, it has moved.</p></article>")),
    ("5xx", page("Site under maintenance", "<h1>Under maintenance</h1><p>Back soon.</p>")),
    ("layout", Answer(body=b"")),
    ("layout", page(HEADLINES[22], "<div id=root></div><script src=/app.js></script>")),
    ("walled", page(HEADLINES[23], f"<article><h1>{HEADLINES[23]}</h1></article>", head=LOCKED % HEADLINES[23])),
    ("walled", Answer(status=202, body=story_page(24))),
)  # fmt: skip
"""Kind in the record -> what stands at the address of an article."""


def test_what_stands_in_an_articles_place_gives_no_line_and_is_told_by_kind(tmp_path: Path) -> None:
    """All in one run; the next finds the articles, each once."""
    with Host() as host:
        paths = host.publish(len(CASES) + 3)
        host.answers["/"] = Answer(body=section_page([0]))
        host.answers[f"/login?next={path_of(14).replace('/', '%2F')}"] = page("Sign in", f"<h1>{HEADLINES[14]}</h1>{TALK}")
        for path, (_, answer) in zip(paths, CASES, strict=False):
            host.answers[path] = answer
        locked = story_page(len(CASES), head=LOCKED % HEADLINES[len(CASES)])
        host.answers[paths[len(CASES)]] = Answer(body=locked)
        assert crawl("news", "-a", f"url={host.section}", *FAST, data=tmp_path).returncode in (65, 69)
        lines = {line["headline"]: line for line in published(tmp_path)}
        assert set(lines) == set(HEADLINES[len(CASES) : len(CASES) + 3])
        assert lines[HEADLINES[len(CASES)]]["isAccessibleForFree"] is False
        assert lines[HEADLINES[len(CASES)]]["access"]["state"] == "subscription"
        wanted = {kind: sum(each == kind for each, _ in CASES) for kind, _ in CASES}
        found = record(tmp_path)
        told = {kind: count for kind, count in found["sites"]["127.0.0.1"].items() if kind in wanted}
        assert told == wanted, f"{found}"
        host.publish(len(CASES) + 3)
        crawl("news", "-a", f"url={host.section}", data=tmp_path)
        assert sorted(line["headline"] for line in published(tmp_path)) == sorted(HEADLINES[: len(CASES) + 3])


class _Quiet(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Silent(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that refuses our certificate is what is tested."""


@pytest.fixture
def self_signed(tmp_path: Path) -> Iterator[str]:
    """A site whose certificate nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    certificate = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + dt.timedelta(1))
    pem = certificate.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    plain = serialization.NoEncryption()
    pem += key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (tmp_path / "site.pem").write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "site.pem")
    server = _Silent(("127.0.0.1", 0), _Quiet)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"https://localhost:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_sections_fail_by_kind_and_the_others_are_read(tmp_path: Path, self_signed: str) -> None:
    """Unknown name, refused certificate, closed port: each has its kind, and none ends the crawl."""
    with Host() as host, socket.create_server(("127.0.0.2", 0)) as closed:
        port = closed.getsockname()[1]
        closed.close()
        host.publish(2)
        urls = (host.section, f"{self_signed}/news", f"http://127.0.0.2:{port}/news", "http://nowhere.invalid/news")
        crawl("news", "-a", f"url={','.join(urls)}", "-s", "RETRY_TIMES=0", data=tmp_path)
        sites = record(tmp_path)["sites"]
        assert len(published(tmp_path)) == 2
        assert (sites["localhost"]["tls"], sites["127.0.0.2"]["refused"], sites["nowhere.invalid"]["dns"]) == (1, 1, 1)


def test_a_wall_before_the_whole_site_costs_its_pages_no_try(tmp_path: Path) -> None:
    """69 and the reason; after many such runs every article still comes as soon as the wall is gone."""
    with Host() as host:
        paths = host.publish(6)
        for path in paths:
            host.answers[path] = page("Consent", f"<h1>We value your privacy</h1>{TALK}")
        runs = [crawl("news", "-a", f"url={host.section}", data=tmp_path) for _ in range(6)]
        assert runs[0].returncode == 69
        assert "site blocked: 6 of 6 pages give no article (not the page that was announced)" in runs[0].stderr
        host.publish(6)
        crawl("news", "-a", f"url={host.section}", data=tmp_path)
        assert len(published(tmp_path)) == 6


def test_a_dead_section_is_asked_for_seldom_and_comes_back_by_itself(tmp_path: Path) -> None:
    """Not while it is the only one or somebody names it; its rest ends, and the first good look ends it for good."""
    with Host() as host:
        host.publish(1)
        host.answers["/"] = Answer(body=host_front())
        for number, name in enumerate(("harbour", "market", "school"), start=1):
            host.answers[f"/{name}"] = Answer(body=section_page([number]))
            host.answers[path_of(number)] = Answer(body=story_page(number))
        arguments = ("news", "-a", f"url={host.url}/", "-s", "RETRY_TIMES=0")
        crawl(*arguments, data=tmp_path)
        host.answers["/market"] = Answer(status=500)
        asked = []
        for _ in range(5):
            host.paths()
            crawl(*arguments, data=tmp_path)
            asked.append("/market" in host.paths())
        assert asked == [True, True, True, False, False]
        crawl("news", "-a", f"url={host.url}/market", data=tmp_path)
        assert "/market" in host.paths()
        host.answers["/market"] = Answer(body=section_page([2, 4]))
        host.answers[path_of(4)] = Answer(body=story_page(4))
        crawl(*arguments, "-s", "TICK_SHORTEST=0", "-s", "TICK_LONGEST=0", data=tmp_path)
        crawl(*arguments, data=tmp_path)
        assert host.paths().count("/market") == 2
        assert HEADLINES[4] in [line["headline"] for line in published(tmp_path)]


def host_front() -> bytes:
    """A front page whose menu names three sections."""
    menu = "".join(f"<li><a href='/{name}'>{name.title()}</a></li>" for name in ("harbour", "market", "school"))
    return section_page([0]).replace(b"<main>", f"<nav><ul>{menu}</ul></nav><main>".encode())
