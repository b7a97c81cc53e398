"""``scrapy runs``: how the runs went; ``scrapy runs ID``: all that is known of one."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from crawler.commands import EX_USAGE, tell
from crawler.normalise.harmless import safe
from crawler.store.runs import RunRecord, read_record, records


class Command(ScrapyCommand):
    """List the last runs, oldest first, or show one."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Arguments as ``scrapy runs -h`` shows them."""
        return "[ID] [--spider NAME] [--last N]"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "List the last runs and how they ended, or show one"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the choice of runs."""
        super().add_options(parser)
        parser.add_argument("--spider", metavar="NAME", help="runs of this spider only")
        parser.add_argument("--last", metavar="N", type=int, default=20, help="so many runs (default: 20)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print a line a run, or one record as JSON; exit code 2 for a run that is not known."""
        assert self.settings is not None
        data_dir = self.settings["DATA_DIR"]
        if not args:
            for record in records(data_dir, spider=opts.spider, last=opts.last):
                print(safe(told(record)))
            return
        found = read_record(data_dir, args[0])
        if found is None:
            self.exitcode = tell("runs", f"no run {args[0]} in {data_dir}", code=EX_USAGE)
            return
        print(safe(json.dumps(asdict(found), indent=2, ensure_ascii=False)))


def told(record: RunRecord) -> str:
    """Give a run in one line: id, exit code or that it is on, what it brought, and the cause of a bad end."""
    end = "on" if record.ended_at is None else f"exit {record.exit_code}"
    counts = ", ".join(f"{count} {status}" for status, count in record.statuses.items()) or "nothing new"
    cause = f" · {record.cause}" if record.cause else ""
    return f"{record.id:36} {end:8} {counts}{cause}"
