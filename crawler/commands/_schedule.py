"""What is due: the sections of the sites that have a file, by the rhythm that their runs have learned."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, ClassVar

from scrapy.settings import BaseSettings, Settings

from crawler.commands import EX_IOERR, EX_USAGE, tell
from crawler.spiders._news import NewsSpider
from crawler.spiders.sites import all_sites
from crawler.store.database import Database, StorageError
from crawler.store.notes import Notes
from crawler.store.opening import DATABASE
from crawler.store.rhythm import FIRST, Rhythm, rhythm_of, spoken


@dataclass(frozen=True, slots=True)
class Due:
    """A section of a spider, its rhythm (``None`` before its first look) and when its next look is due."""

    spider: str
    url: str
    rhythm: Rhythm | None
    at: float

    def told(self, now: float) -> str:
        """Give it in one line: since or until when, last change, interval."""
        if self.rhythm is None:
            return f"{self.spider:20} {self.url}: due, never read"
        when = f"due since {spoken(now - self.at)}" if self.at <= now else f"due in {spoken(self.at - now)}"
        changed = self.rhythm.changed
        last = f"last change {spoken(max(0, now - changed))} ago" if changed is not None else "no change seen"
        return f"{self.spider:20} {self.url}: {when}, {last}, every {spoken(self.rhythm.every)}"


class OverSites:
    """What commands over the sites named, or over all, have in common. As a ``ScrapyCommand`` it would be listed itself."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}
    settings: Settings | None
    exitcode: int
    name: ClassVar[str]
    """As it is called."""

    def syntax(self) -> str:
        """Arguments as ``-h`` shows them."""
        return "[SPIDER ...]"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Do it; one line on stderr where a name is no site's, or the store cannot be read."""
        assert self.settings is not None
        spiders = chosen(args)
        if isinstance(spiders, str):
            self.exitcode = tell(self.name, spiders, code=EX_USAGE)
            return
        try:
            self.exitcode = self.serve(self.settings, spiders)
        except StorageError as error:
            self.exitcode = tell(self.name, str(error), code=EX_IOERR)

    def serve(self, settings: BaseSettings, spiders: dict[str, type[NewsSpider]]) -> int:
        """Do it for these sites, and give the exit code."""
        raise NotImplementedError


def chosen(names: Iterable[str]) -> dict[str, type[NewsSpider]] | str:
    """Give the spiders named, all where none is; a sentence where a name is no site's."""
    sites = all_sites()
    for name in names:
        if name not in sites:
            hint = "".join(f" (did you mean {guess}?)" for guess in get_close_matches(name, sites, 1))
            return f"no site {name}{hint}; scrapy list names them"
    return {name: sites[name] for name in names} or sites


def schedule(settings: BaseSettings, spiders: dict[str, type[NewsSpider]], now: float) -> list[Due]:
    """Give all sections of the spiders, the longest overdue first."""
    path = Path(settings["DATA_DIR"]) / DATABASE
    shortest, longest = settings.getfloat("TICK_SHORTEST"), settings.getfloat("TICK_LONGEST")
    places = [(name, url) for name, spider in spiders.items() for url in spider.sections]
    rhythms: dict[tuple[str, str], Rhythm | None] = {}
    if path.exists():
        with closing(Database.open(path)) as database:
            rhythms = {place: rhythm_of(Notes(database), *place) for place in places}
    found = [Due(*place, rhythms.get(place), _at(rhythms.get(place), now, shortest, longest)) for place in places]
    return sorted(found, key=lambda due: due.at)


def _at(rhythm: Rhythm | None, now: float, shortest: float, longest: float) -> float:
    """The next look; one longer ahead than any interval means that the clock was set back."""
    if rhythm is None:
        return now - FIRST
    at = rhythm.due(shortest=shortest, longest=longest)
    return at if at <= now + longest else now
