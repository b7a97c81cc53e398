"""A site of any manners on 127.0.0.1: each address answers as a test wants it, and every request is remembered."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, Self

HEADLINES = (
    "Harbour reopens after the storm",
    "Council votes for a second bridge",
    "Museum shows letters of a lighthouse keeper",
    "Ferry timetable changes in spring",
    "Library lends telescopes to children",
    "Orchestra rehearses in the old market hall",
    "Rain fills the reservoirs again",
    "School builds a boat from driftwood",
    "Village counts its apple trees",
    "Tram line turns one hundred",
    "Bakers agree on a common oven",
    "Chess club wins by post",
    "Mountain railway gets new carriages",
    "Choir sings for the night shift",
    "Beekeepers report a mild winter",
    "Old cinema becomes a dance hall",
    "Fishermen mend nets on the quay",
    "Students map the town by smell",
    "Windmill grinds flour once more",
    "Swimming pool opens before sunrise",
    "Potters fire a kiln for three days",
    "Weather station finds its first diary",
    "Post office prints a stamp of the pier",
    "Gardeners swap seeds at the station",
    "Clockmaker repairs the tower bell",
    "Canal boats race for a copper kettle",
    "Printers show a poster in forty colours",
    "Astronomers count craters with pupils",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it came; header names are in lower case."""

    path: str
    headers: Mapping[str, str]
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is sent: a response; nothing for ``silence`` seconds; or, with ``reset``, a broken connection."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    kind: str = "text/html; charset=utf-8"
    silence: float = 0.0
    reset: bool = False
    length: int | None = None
    """The Content-Length stated, where that is not the body's."""


Rule = Answer | Callable[[Seen], Answer]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        host = self.server.host
        seen = Seen(self.path, {name.lower(): value for name, value in self.headers.items()}, time.monotonic())
        host.seen.append(seen)
        rule = host.answers.get(self.path, Answer(status=404, body=b"<h1>Not here</h1>"))
        answer = rule(seen) if callable(rule) else rule
        time.sleep(answer.silence)
        if answer.reset:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            return
        self.send_response_only(answer.status)
        for name, value in (("Content-Type", answer.kind), *answer.headers):
            self.send_header(name, value)
        if answer.status != 304:
            self.send_header("Content-Length", str(len(answer.body) if answer.length is None else answer.length))
        self.end_headers()
        self.wfile.write(answer.body)
        self.close_connection = answer.length is not None

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    host: Host

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is none of the site's business."""


@dataclass(slots=True)
class Host:
    """The site; ``answers`` by path with query, all others are 404. A section ``/news`` names stories ``/news/<n>-…``."""

    address: str = "127.0.0.1"
    answers: dict[str, Rule] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    _server: _Server | None = None

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._server = _Server((self.address, 0), _Handler)
        self._server.host = self
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Serve no more."""
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where the site is, without a final stroke."""
        assert self._server is not None
        return f"http://{self.address}:{self._server.server_address[1]}"

    @property
    def section(self) -> str:
        """The section that ``publish`` fills."""
        return f"{self.url}/news"

    def publish(self, count: int) -> list[str]:
        """Let the section name so many stories, each with a page; give their paths."""
        paths = [path_of(number) for number in range(count)]
        self.answers["/news"] = Answer(body=section_page(range(count)))
        for number, path in enumerate(paths):
            self.answers[path] = Answer(body=story_page(number))
        return paths

    def paths(self) -> list[str]:
        """The paths asked for since the last look, in order."""
        found = [seen.path for seen in self.seen]
        self.seen.clear()
        return found


def path_of(number: int) -> str:
    """The path of a story."""
    return f"/news/{1000001 + number}-{HEADLINES[number].lower().replace(' ', '-')}"


def section_page(numbers: range | list[int]) -> bytes:
    """A list of stories."""
    cards = "".join(f"<article><h2><a href='{path_of(number)}'>{HEADLINES[number]}</a></h2></article>" for number in numbers)
    return f"<html><head><title>News</title></head><body><main>{cards}</main></body></html>".encode()


def story_page(number: int, *, head: str = "", text: str = "") -> bytes:
    """A story; ``text`` stands in place of its paragraphs."""
    sentence = f"Story {number} of the day is told in this sentence, which is long enough to be one of an article. "
    body = text or "".join(f"<p>{sentence * 2}Paragraph {part}.</p>" for part in range(4))
    return (
        f"<html><head><title>{HEADLINES[number]}</title>{head}"
        f"<meta property='og:type' content='article'>"
        f"<meta property='article:published_time' content='2026-10-{number + 1:02}T08:00:00+00:00'></head>"
        f"<body><article><h1>{HEADLINES[number]}</h1><p class='byline'>By Ada Berg</p>{body}</article></body></html>"
    ).encode()
