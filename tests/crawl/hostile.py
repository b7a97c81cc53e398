"""A site on 127.0.0.1 that answers with any bytes at all, good articles among them."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import struct
import threading
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

Answer = bytes | Callable[[socket.socket], None]


def story(number: int, *, headline: str = "", head: str = "", body: str = "") -> str:
    """An article of our own: signed, dated, long enough to be one."""
    headline = headline or f"Jembatan nomor {number} di Sungai Kali Bening dibuka untuk umum"
    text = "".join(
        f"<p>Paragraf {part} berita {number}: warga desa menunggu itu sejak pagi, kata kepala desa kepada wartawan.</p>"
        for part in range(4)
    )
    return f"""<!doctype html><html lang="id"><head>{head}<title>{headline}</title></head><body><article><h1>{headline}</h1>
<p class="byline">Oleh Rina Wulandari</p><time datetime="2026-11-20T08:00:00+07:00">20 November 2026</time>
<div class="isi">{text}{body}</div></article></body></html>"""


def page(body: str | bytes, *headers: str, kind: str = "text/html", status: str = "200 OK") -> bytes:
    """A whole HTTP answer."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(data)}", *headers, *([f"Content-Type: {kind}"] if kind else [])]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


def moved(target: str) -> bytes:
    """A redirect."""
    return page("", f"Location: {target}", status="302 Found")


def reset(connection: socket.socket) -> None:
    """Half an article, then a reset."""
    whole = page(story(1))
    connection.sendall(whole[: len(whole) // 2])
    time.sleep(0.05)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def ending(part: bytes) -> Callable[[socket.socket], None]:
    """An answer that ends before its end."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(part)
        connection.close()

    return answer


def endless(start: bytes, more: bytes, pause: float = 0.001) -> Callable[[socket.socket], None]:
    """An answer that never ends."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(more)
            time.sleep(pause)

    return answer


class HostileSite:
    """Serve ``pages`` by path, a list of them at ``/``, and 404 for all else; ``asked`` has every path asked for."""

    def __init__(self, pages: Mapping[str, Answer] | None = None, *, address: tuple[str, int] = ("127.0.0.1", 0)) -> None:
        self.pages: dict[str, Answer] = dict(pages or {})
        self.asked: list[str] = []
        site = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                with contextlib.suppress(OSError, ValueError):
                    while line := self.rfile.readline(65536):
                        while self.rfile.readline(65536).strip():
                            pass
                        self.answer(line.split()[1].decode("latin-1"))

            def answer(self, path: str) -> None:
                site.asked.append(path)
                answer = site.pages.get(path) or (site.listing() if path == "/" else page("none", status="404 Not Found"))
                if callable(answer):
                    answer(self.connection)
                    raise ValueError
                self.connection.sendall(answer)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            request_queue_size = 64

        self._server = Server(address, Handler)
        self.port: int = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def listing(self) -> bytes:
        """The section page: a card for each article."""
        cards = "".join(
            f"<article><h2><a href='{path}'>Kabar dari {path.strip('/').replace('-', ' ')} hari ini</a></h2></article>"
            for path in self.pages
            if path.startswith("/berita/")
        )
        return page(f"<html><head><title>Kabar</title></head><body><main>{cards}</main></body></html>")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
