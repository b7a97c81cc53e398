"""``scrapy verify``: are the published files and the history what the runs wrote? And make good what is not."""

from __future__ import annotations

import argparse
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from crawler.commands import EX_DATAERR, EX_IOERR, EX_TEMPFAIL, EX_USAGE, tell
from crawler.store.care import check, mend, rebuild_history
from crawler.store.database import StorageError
from crawler.store.lock import LockHeldError


class Command(ScrapyCommand):
    """Read every published file and compare it with the manifest."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Arguments as ``scrapy verify -h`` shows them."""
        return "[--repair | --rebuild]"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Check the published files against the manifest; repair them, or rebuild the history from them"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the two ways to mend."""
        super().add_options(parser)
        parser.add_argument(
            "--repair", action="store_true", help="keep whole lines of damaged files, read the other articles again"
        )
        parser.add_argument("--rebuild", action="store_true", help="make history.db anew from the published files")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Exit code 0 where all is well or mended, 65 for faults found, 75 while a run is on, 74 where the disk refuses."""
        assert self.settings is not None
        if args or (opts.repair and opts.rebuild):
            self.exitcode = tell("verify", f"takes {self.syntax()}", code=EX_USAGE)
            return
        try:
            self.exitcode = _verify(self.settings["DATA_DIR"], opts)
        except LockHeldError as error:
            self.exitcode = tell("verify", f"{error}; try again when no run is on", code=EX_TEMPFAIL)
        except StorageError as error:
            self.exitcode = tell("verify", str(error), code=EX_IOERR)


def _verify(data_dir: str, opts: argparse.Namespace) -> int:
    if opts.rebuild:
        print(*(rebuild_history(data_dir) or ("the history was made anew",)), sep="\n")
        return 0
    if opts.repair:
        print(*(mend(data_dir) or ("nothing to repair",)), sep="\n")
    faults = check(data_dir)
    print(
        *(f"{fault.kind}: {fault.name}" for fault in faults), *(() if faults else ("all published files are whole",)), sep="\n"
    )
    serious = [fault for fault in faults if fault.kind == "damaged"]
    return tell("verify", f"{len(serious)} damaged; scrapy verify --repair mends them", code=EX_DATAERR) if serious else 0
