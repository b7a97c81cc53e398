"""``python -m crawler.demo``: serve the bundled site."""

from __future__ import annotations

import argparse
import contextlib

from crawler.demo.server import serve

parser = argparse.ArgumentParser(prog="python -m crawler.demo", description="Serve the bundled news site.")
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8000)
parser.add_argument("--rate", type=float, default=1.0, help="seconds of the site's clock in one of ours; 0 keeps it still")
arguments = parser.parse_args()
with contextlib.suppress(KeyboardInterrupt):
    serve(arguments.host, arguments.port, rate=arguments.rate)
