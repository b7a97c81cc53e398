"""The bounds of a site in one run: what was usual, what this run shows, and whether its lines may go out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scrapy.statscollectors import StatsCollector

from crawler.extensions._bounds import COUNTED, FEW, Sample, few_cards, learned, lost_field, remembered, usual_fields
from crawler.store.database import Statement
from crawler.store.notes import Notes

PROBE = 10
"""Articles asked for in a run while a layout is broken: enough to see whether it was mended."""
_LINES, _FILLED, _CARDS = "fields/lines", "fields/filled/", "sections/first/"


class Bounds:
    """Compare a run with the last good ones of the same site.

    ``notes`` keeps what was learned under ``name``; ``declared`` are least shares of lines with a field, by field. Runs with
    few lines are judged together. While ``broken`` the last judgement was bad.
    """

    def __init__(self, notes: Notes, stats: StatsCollector, *, name: str, declared: Mapping[str, float]) -> None:
        known = notes.get(name) or {}
        self.broken = bool(known.get("broken"))
        self.lost: str | None = None
        """The field that was lost, in a sentence, once the run is concluded."""
        self.few: str | None = None
        """Likewise the section that shows too little."""
        self._notes = notes
        self._stats = stats
        self._name = name
        self._declared = declared
        self._good = [Sample(*each) for each in known.get("good", ())]
        self._recent = Sample(*known.get("recent", ()))
        self._cards: dict[str, list[int]] = known.get("cards", {})

    @property
    def usual(self) -> frozenset[str]:
        """The fields that nearly every line of the site has; none while too little is known."""
        return usual_fields(self._good)

    def count(self, fields: tuple[str, ...]) -> None:
        """Count one line and the fields that it has."""
        self._stats.inc_value(_LINES)
        for name in fields:
            self._stats.inc_value(f"{_FILLED}{name}")

    def sample(self) -> Sample:
        """Give what this run shows so far."""
        stats = self._stats.get_stats()
        return Sample(stats.get(_LINES, 0), {name: stats.get(f"{_FILLED}{name}", 0) for name in COUNTED})

    def hold(self) -> bool:
        """Whether lines had better wait: the layout may be broken, or too few were read to tell."""
        if not self._good and not self._declared:
            return False
        return self.sample().lines < FEW or self._judge() is not None

    def conclude(self, *, well: bool) -> list[Statement]:
        """Judge the run as a whole; give the statements that learn from it. Only a run that went ``well`` teaches shares."""
        sample, counts = self.sample(), self._counts()
        self.few = few_cards(counts, self._cards)
        self.lost = self._judge()
        cards = {**self._cards, **{url: remembered(self._cards.get(url, ()), count) for url, count in counts.items()}}
        good, recent, broken = self._good, self._recent.plus(sample), self.broken
        if self.lost is not None:
            recent, broken = Sample(), True
        elif sample.lines and (recent.lines >= FEW or broken):
            good, recent, broken = (learned(good, recent) if well else good), Sample(), False
        value: dict[str, Any] = {
            "good": [[each.lines, each.filled] for each in good],
            "recent": [recent.lines, recent.filled],
            "cards": cards,
            "broken": broken,
        }
        return self._notes.put(self._name, value)

    def _judge(self) -> str | None:
        sample = self.sample()
        if not sample.lines:
            return None
        return lost_field(self._recent.plus(sample), self._good, self._declared, suspicious=self.broken)

    def _counts(self) -> dict[str, int]:
        stats = self._stats.get_stats()
        return {name.removeprefix(_CARDS): count for name, count in stats.items() if name.startswith(_CARDS)}


def note_name(spider: str, domains: tuple[str, ...]) -> str:
    """Give the name under which the bounds of a site are kept; a spider for any site has some for each."""
    return f"bounds/{spider}/{','.join(domains)}"
