"""Commands of the scrapy tool, and how they speak to cron: one line on stderr and an exit code."""

from __future__ import annotations

import sys

from crawler.normalise.harmless import safe, without_secrets

EX_OK = 0
EX_USAGE = 2
"""Wrong usage, as argparse and Scrapy return it."""
EX_DATAERR = 65
EX_UNAVAILABLE = 69
EX_SOFTWARE = 70
EX_IOERR = 74
EX_TEMPFAIL = 75
EX_CONFIG = 78


def tell(command: str, message: str, *, code: int) -> int:
    """Write ``scrapy <command>: <message>`` as one line to stderr and give ``code`` back."""
    sys.stderr.write(f"scrapy {command}: {safe(without_secrets(' '.join(message.split())))}\n")
    return code
