"""The bundled news site on a loopback port, in a thread of its own.

with DemoServer() as demo:
    crawl(demo.url)
    demo.grow(3)
    crawl(demo.url)
    assert any(request.status == 304 for request in demo.requests)
"""

from __future__ import annotations

import gzip
import hashlib
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs

from crawler.demo.newsroom import EPOCH, Newsroom
from crawler.demo.site import DemoSite, Reply
from crawler.demo.story import Story

SMALL = 500
"""Bodies below this many bytes are not worth compressing."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the server saw and answered it."""

    method: str
    path: str
    """With its query."""
    status: int
    headers: Mapping[str, str] = field(repr=False)
    """Names in lower case."""


class Handler(BaseHTTPRequestHandler):
    """One connection: keep-alive, validators, compression."""

    protocol_version = "HTTP/1.1"
    server: LoopbackServer
    wbufsize = 1 << 16
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer a page."""
        self._answer(self.server.demo.reply(self.path))

    def do_HEAD(self) -> None:
        """Answer the head of a page."""
        self.do_GET()

    def do_POST(self) -> None:
        """Answer a load-more request."""
        length = int(self.headers.get("Content-Length") or 0)
        form = {key: values[-1] for key, values in parse_qs(self.rfile.read(length).decode("utf-8", "replace")).items()}
        self._answer(self.server.demo.site.more(self.path, form))

    def _answer(self, reply: Reply) -> None:
        headers = {"Content-Type": reply.kind, "Date": format_datetime(datetime.now(UTC), usegmt=True), **reply.headers}
        if reply.status == 200:
            headers |= validators(reply)
            if unchanged(dict(self.headers), headers):
                reply = replace(reply, status=304, body=b"")
        body = self._packed(reply.body, headers) if reply.status != 304 else b""
        self._log(reply.status)
        self.send_response_only(reply.status)
        for name, value in headers.items():
            self.send_header(name, value)
        if reply.status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _packed(self, body: bytes, headers: dict[str, str]) -> bytes:
        headers["Vary"] = "Accept-Encoding"
        if len(body) < SMALL or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return body
        headers["Content-Encoding"] = "gzip"
        return gzip.compress(body, 6, mtime=0)

    def _log(self, status: int) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.demo.requests.append(Request(self.command, self.path, status, headers))

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: ``DemoServer.requests`` is the log."""


def validators(reply: Reply) -> dict[str, str]:
    """The entity tag and, where the page has one, the time of its last change."""
    tags = {"ETag": f'"{hashlib.sha1(reply.body, usedforsecurity=False).hexdigest()[:16]}"'}
    if reply.modified:
        tags["Last-Modified"] = format_datetime(reply.modified.astimezone(UTC), usegmt=True)
    return tags


def unchanged(asked: Mapping[str, str], stated: Mapping[str, str]) -> bool:
    """Whether the client has this very state; its entity tag, if it sends one, decides alone (RFC 9110, 13.2.2)."""
    if tags := asked.get("If-None-Match"):
        return stated["ETag"] in [tag.strip().removeprefix("W/") for tag in tags.split(",")] or tags.strip() == "*"
    since, modified = asked.get("If-Modified-Since"), stated.get("Last-Modified")
    if not since or not modified:
        return False
    try:
        return parsedate_to_datetime(modified) <= parsedate_to_datetime(since)
    except ValueError:
        return False


class LoopbackServer(ThreadingHTTPServer):
    """A threading server that knows its open connections and can end them."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], demo: DemoServer) -> None:
        self.demo = demo
        self.connections: set[socket.socket] = set()
        super().__init__(address, Handler)

    def get_request(self) -> tuple[socket.socket, Any]:
        """Accept a connection, and remember it."""
        connection, address = super().get_request()
        self.connections.add(connection)
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        """Close a connection."""
        self.connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is none of the site's business; a fault of the site's own is told."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class DemoServer:
    """The site on 127.0.0.1; ``port`` 0 takes a free one.

    ``rate`` is how many seconds of the site's clock pass in one of ours: 0 keeps it still. ``answers`` maps paths to
    replies, or to functions that give one, which take the place of the site's own.
    """

    def __init__(self, port: int = 0, *, host: str = "127.0.0.1", start: datetime = EPOCH, rate: float = 0.0) -> None:
        self.newsroom = Newsroom(start=start, rate=rate)
        self.requests: list[Request] = []
        self.answers: dict[str, Reply | Callable[[], Reply]] = {}
        self._server = LoopbackServer((host, port), self)
        self.url = f"http://{host}:{self._server.server_address[1]}/"
        self.site = DemoSite(self.newsroom, self.url)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Stop listening and end the open connections."""
        self._server.shutdown()
        self._thread.join()
        for connection in tuple(self._server.connections):
            self._server.shutdown_request(connection)
        self._server.server_close()

    def serve(self) -> None:
        """Answer in this thread until interrupted."""
        try:
            self._server.serve_forever()
        finally:
            self._server.server_close()

    def reply(self, target: str) -> Reply:
        """What the site answers to a path with its query."""
        given = self.answers.get(target)
        if given is None:
            return self.site.get(target)
        return given() if callable(given) else given

    def grow(self, count: int = 1) -> tuple[Story, ...]:
        """Put the site's clock forward until ``count`` more stories are published."""
        return self.newsroom.grow(count)

    def correct(self, article: int | Story) -> Story:
        """Let an article be corrected now."""
        return self.newsroom.correct(article if isinstance(article, int) else article.id)

    def advance(self, **delta: float) -> None:
        """Put the site's clock forward: keywords as of ``timedelta``."""
        self.newsroom.advance(**delta)

    def redesign(self, path: str, skin: str = "shell") -> None:
        """Give a section and its articles another look: a name in ``skins.SKINS``; ``shell`` is pages without text."""
        self.site.skins[path] = skin

    @property
    def articles(self) -> tuple[str, ...]:
        """The addresses of all articles on the site by now, newest first."""
        return tuple(self.site.base + self.newsroom.path(story) for story in self.newsroom.published())


def serve(host: str = "127.0.0.1", port: int = 8000, *, rate: float = 1.0, ready: Callable[[str], None] = print) -> None:
    """Serve until interrupted; ``ready`` is told the address."""
    server = DemoServer(port, host=host, rate=rate)
    ready(server.url)
    server.serve()
