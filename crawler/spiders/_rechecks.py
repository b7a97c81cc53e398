"""Known articles that a list shows under another headline: many sites print a story under several, few of them corrected it."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.normalise.likeness import bare
from crawler.store.entries import Recheck


class Samples:
    """Which known articles are looked at because of their headline on a list: one, and the others only where its page bears it.

    What a list states otherwise (a time of change) is looked at in any case.
    """

    def __init__(self) -> None:
        self._sample: Recheck | None = None
        self._waiting: list[Recheck] = []
        self._proven: bool | None = None

    def take(self, checks: Iterable[Recheck]) -> tuple[Recheck, ...]:
        """Of what a list says has changed, what is to be looked at now."""
        chosen = []
        for check in checks:
            if check.headline is None or self._proven:
                chosen.append(check)
            elif self._sample is None:
                self._sample = check
                chosen.append(check)
            elif self._proven is None:
                self._waiting.append(check)
        return tuple(chosen)

    def refuted(self, url: str) -> bool:
        """Take note of an article that is as it was; give whether that was the sample: one look for nothing is enough."""
        before = self._proven
        self.answered(url, ())
        return self._proven is not before

    def answered(self, url: str, headlines: Iterable[str]) -> tuple[Recheck, ...]:
        """Take note of an article's headlines now; give what is to be looked at because of them."""
        if self._sample is None or self._proven is not None or self._sample.url != url:
            return ()
        wanted = bare(self._sample.headline or "")
        found = filter(None, map(bare, headlines))
        self._proven = any(wanted in headline or headline in wanted for headline in found)
        waiting, self._waiting = self._waiting, []
        return tuple(waiting) if self._proven else ()
