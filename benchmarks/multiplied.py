"""The demo site's articles, multiplied: ``python -m benchmarks.multiplied ARTICLES PER_PAGE`` prints its address and serves."""

from __future__ import annotations

import asyncio
import sys

from crawler.demo.newsroom import Newsroom
from crawler.demo.site import DemoSite

HEAD = "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"


class Multiplied:
    """Answers listing pages ``/?page=N``, articles ``/news/<number>-<slug>``, and 404 for the rest."""

    def __init__(self, articles: int, per_page: int) -> None:
        self.articles, self.per_page = articles, per_page
        newsroom = Newsroom()
        site = DemoSite(newsroom, "http://127.0.0.1/")
        stories = newsroom.published()
        paths = [newsroom.path(story) for story in stories]
        self.pages = [(path, story.headline, site.get(path)) for path, story in zip(paths, stories, strict=True)]

    def reply(self, target: str) -> tuple[str, str, bytes]:
        """Status, content type and body of one address."""
        if target == "/" or target.startswith("/?page="):
            return "200 OK", "text/html; charset=utf-8", self._listing(int(target.partition("=")[2] or 1))
        number = target.removeprefix("/news/").partition("-")[0]
        if target.startswith("/news/") and number.isdecimal() and int(number) < self.articles:
            path, headline, reply = self.pages[int(number) % len(self.pages)]
            body = reply.body.replace(path.encode(), target.encode())
            return "200 OK", reply.kind, body.replace(headline.encode(), f"{headline} {number}".encode())
        return "404 Not Found", "text/plain", b"not here"

    def _listing(self, page: int) -> bytes:
        first = (page - 1) * self.per_page
        numbers = range(first, min(first + self.per_page, self.articles))
        rows = "".join(self._row(number) for number in numbers)
        last = first + self.per_page >= self.articles
        following = "" if last else f'<a rel="next" href="/?page={page + 1}">Next</a>'
        return f"<html lang=en><title>News</title><body><h1>News</h1><ul>{rows}</ul>{following}".encode()

    def _row(self, number: int) -> str:
        headline = self.pages[number % len(self.pages)][1]
        return f'<li><a class="card" href="/news/{number}-a-story-told-once-more"><h2>{headline} {number}</h2></a></li>'

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection until it ends."""
        while request := await reader.readline():
            while (await reader.readline()).strip():
                pass
            status, kind, body = self.reply(request.split()[1].decode("ascii", "replace"))
            writer.write(HEAD.format(status=status, kind=kind, length=len(body)).encode() + body)
        writer.close()


async def main() -> None:
    """Serve on a free port of 127.0.0.1 until ended."""
    site = Multiplied(int(sys.argv[1]), int(sys.argv[2]))
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
