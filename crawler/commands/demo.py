"""``scrapy demo``: serve the bundled news site and say what to try on it."""

from __future__ import annotations

import argparse
import errno
import subprocess
import sys
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from crawler.commands import EX_USAGE, tell
from crawler.demo.server import DemoServer, serve

PORT = 8000
GUIDE = """The demo site is at {url} (stop it with Ctrl-C).
In another terminal, try:

  scrapy crawl news -a url={url}              all of it, into data/articles/
  scrapy crawl news -a url={url}ekonomi       one section
  scrapy show                                 what came in, one article made readable

Its clock runs {speed}: after a while new articles appear and some are corrected. Crawl again, and only
those come. Pages worth a look in a browser: {url}berita/nasional, {url}english, {url}deutsch, {url}arsip;
filled by script: {url}app, {url}gulir, {url}muat, {url}izin (docs/browser.md)
"""


class Command(ScrapyCommand):
    """Serve until interrupted."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Arguments as ``scrapy demo -h`` shows them."""
        return "[--port PORT] [--rate RATE] [--crawl]"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Serve the bundled news site on this machine, to try the crawler on"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the port and the speed of the site's clock."""
        super().add_options(parser)
        parser.add_argument("--port", type=int, default=PORT, help=f"port on 127.0.0.1 (default: {PORT}; 0 takes a free one)")
        parser.add_argument("--crawl", action="store_true", help="crawl it once, show what came in, and end")
        parser.add_argument("--rate", type=float, default=600.0, help="seconds of its clock in one of ours (default: 600)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the guide and serve; exit code 2 for arguments it does not know or a port that is taken."""
        if args:
            self.exitcode = tell("demo", "takes no arguments: scrapy demo [--port PORT]", code=EX_USAGE)
            return
        speed = f"{opts.rate:g} times as fast as ours" if opts.rate else "not"

        def ready(url: str) -> None:
            print(GUIDE.format(url=url, speed=speed), flush=True)

        try:
            if opts.crawl:
                assert self.settings is not None
                self.exitcode = crawl(opts.port, self.settings["DATA_DIR"])
            else:
                serve(port=opts.port, rate=opts.rate, ready=ready)
        except KeyboardInterrupt:
            print()
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or error
            self.exitcode = tell("demo", f"cannot listen on port {opts.port}: {reason}", code=EX_USAGE)


def crawl(port: int, data_dir: str) -> int:
    """Crawl the site with its clock stopped, then show the lines; gives the exit code of the crawl."""
    scrapy, data = [sys.executable, "-m", "scrapy"], ["-s", f"DATA_DIR={data_dir}"]
    with _server(port) as demo:
        print(f"Crawling the demo site at {demo.url}", flush=True)
        code = subprocess.call([*scrapy, "crawl", "news", "-a", f"url={demo.url}", *data])
    return code or subprocess.call([*scrapy, "show", *data])


def _server(port: int) -> DemoServer:
    """The site at that port; where the usual one is taken, at any that is free."""
    try:
        return DemoServer(port)
    except OSError as error:
        if error.errno != errno.EADDRINUSE or port != PORT:
            raise
        return DemoServer()
