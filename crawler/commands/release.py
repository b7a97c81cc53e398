"""``scrapy release SPIDER``: what failed or was kept back starts afresh, and what was usual on the site is learned anew."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from crawler.commands import EX_IOERR, EX_TEMPFAIL, EX_USAGE, tell
from crawler.spiders.sites import all_sites
from crawler.store.care import release
from crawler.store.database import StorageError
from crawler.store.lock import LockHeldError
from crawler.store.opening import DATABASE


class Command(ScrapyCommand):
    """Forget failures and habits of one spider."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Arguments as ``scrapy release -h`` shows them."""
        return "SPIDER"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Let a spider's failed pages start afresh and forget what was usual on its site"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Exit code 2 for a spider that is not there, 75 while a run of it is on, 74 where the disk refuses."""
        assert self.settings is not None
        data = Path(self.settings["DATA_DIR"])
        if len(args) != 1 or args[0] not in (*all_sites(), "news"):
            self.exitcode = tell("release", "takes one spider; scrapy list names them", code=EX_USAGE)
            return
        if not (data / DATABASE).exists():
            self.exitcode = tell("release", f"nothing to release in {data}", code=EX_USAGE)
            return
        try:
            release(data, spider=args[0])
        except LockHeldError as error:
            self.exitcode = tell("release", f"{error}; try again when no run is on", code=EX_TEMPFAIL)
        except StorageError as error:
            self.exitcode = tell("release", str(error), code=EX_IOERR)
