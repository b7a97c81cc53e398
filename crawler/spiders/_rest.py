"""Sections that failed again and again rest: they are asked for seldom, and come back by themselves."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence

from scrapy.settings import BaseSettings

from crawler.store.notes import Notes
from crawler.store.rhythm import rhythm_of


def awake(notes: Notes, spider: str, urls: Sequence[str], *, wanted: Collection[str], settings: BaseSettings) -> list[str]:
    """The sections to ask for: without those that failed ``rhythm.DEAD`` times in a row and whose next look is not due.

    What is ``wanted`` by name is asked for in any case, and so are all where none would be left.
    """
    bounds = {"shortest": settings.getfloat("TICK_SHORTEST"), "longest": settings.getfloat("TICK_LONGEST")}
    now = time.time()
    rhythms = {url: rhythm_of(notes, spider, url) for url in urls if url not in wanted}
    resting = {url for url, each in rhythms.items() if each and each.rests(now, **bounds)}
    return [url for url in urls if url not in resting] or list(urls)
