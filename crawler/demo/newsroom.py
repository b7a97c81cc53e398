"""The state of the bundled site: what is published by now, and in which state.

The site has a clock of its own. It stands still unless told to run, so that two crawls of one moment see the same
pages; as it advances, stories appear and some are corrected.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from crawler.demo.story import Revision, Section, Story, sections

EPOCH = datetime(2025, 9, 5, 5, 0, tzinfo=UTC)
"""Where the clock stands at first: Friday noon in Jakarta."""
NAME = "SAUH"
HOST = "sauh.example"
NOTES = {
    "id": "Koreksi: Versi sebelumnya artikel ini memuat angka yang keliru. Redaksi mohon maaf.",
    "en": "Correction: An earlier version of this article misstated a figure.",
    "de": "Korrektur: In einer früheren Fassung dieses Artikels stand eine falsche Zahl.",
    "ja": "訂正：当初の記事に誤った数字がありました。",
}
"""The correction of a story that has none of its own in the data."""


@dataclass(frozen=True, slots=True)
class Card:
    """A story as other pages announce it."""

    url: str
    headline: str
    summary: str
    published: datetime
    section: str
    picture: str
    caption: str
    sponsored: bool = False


ADVERTS = (
    Card(
        "https://promo.example/hunian-teluk?utm_source=sauh",
        "Hunian Tepi Teluk dengan Cicilan Mulai Dua Juta Sebulan",
        "Promo berlaku hingga akhir bulan.",
        EPOCH - timedelta(days=9),
        "Advertorial",
        "promo-hunian",
        "Ilustrasi hunian",
        sponsored=True,
    ),
    Card(
        "https://promo.example/tabungan-pelaut?utm_source=sauh",
        "Tabungan Pelaut: Bunga Tetap Selama Berlayar",
        "Buka rekening dalam lima menit.",
        EPOCH - timedelta(days=7),
        "Advertorial",
        "promo-tabungan",
        "Ilustrasi tabungan",
        sponsored=True,
    ),
)
"""Paid cards, the same at every moment."""


class Newsroom:
    """Everything the site knows; ``rate`` is how many seconds of its clock pass in one of ours."""

    def __init__(self, *, start: datetime = EPOCH, rate: float = 0.0) -> None:
        self.sections = sections()
        self.stories = {story.id: story for section in self.sections for story in section.stories}
        self._by_path = {section.path: section for section in self.sections}
        self._start, self._rate, self._began = start, rate, time.monotonic()
        self._forced: dict[int, tuple[Revision, ...]] = {}
        self._brought_forward: set[tuple[int, datetime]] = set()

    @property
    def now(self) -> datetime:
        """The site's time, to the second."""
        passed = timedelta(seconds=int((time.monotonic() - self._began) * self._rate))
        return self._start + passed

    def advance(self, **delta: float) -> None:
        """Put the clock forward: keywords as of ``timedelta``."""
        self._start += timedelta(**delta)

    def grow(self, count: int = 1) -> tuple[Story, ...]:
        """Put the clock forward until ``count`` more stories stand on the site, or no more are to come."""
        coming = sorted((s for s in self.stories.values() if s.published > self.now), key=lambda s: s.published)[:count]
        if coming:
            self._start += coming[-1].published - self.now
        return tuple(coming)

    def correct(self, number: int) -> Story:
        """Let the story be corrected now, a minute later than it was, with its next prepared revision if it has one."""
        self.advance(minutes=1)
        state, now = self.state(number), self.now
        coming = [r for r in self.stories[number].revisions if r.at > now and (number, r.at) not in self._brought_forward]
        if coming:
            self._brought_forward.add((number, coming[0].at))
        else:
            coming = [Revision(at=now, note=NOTES[self.section(state).language])]
        revision = replace(coming[0], at=now)
        self._forced[number] = (*self._forced.get(number, ()), revision)
        return self.state(number)

    def state(self, number: int) -> Story:
        """The story as it stands now."""
        story = self.stories[number]
        if forced := self._forced.get(number):
            kept = [r for r in story.revisions if (number, r.at) not in self._brought_forward]
            story = replace(story, revisions=(*kept, *forced))
        return story.at(self.now)

    def section(self, story: Story) -> Section:
        """The section that the story belongs to."""
        return self._by_path[story.section]

    def published(self, path: str = "") -> tuple[Story, ...]:
        """What stands on the site by now, newest first; of one section or of those below it where a path is given."""
        now = self.now
        found = [s for s in self.stories.values() if s.published <= now and below(s.section, path)]
        return tuple(self.state(s.id) for s in sorted(found, key=lambda s: (s.published, s.id), reverse=True))

    def path(self, story: Story) -> str:
        """The article's path on the site."""
        local = story.published.astimezone(ZoneInfo(self.section(story).zone))
        return self.section(story).url.format(id=story.id, slug=story.slug, date=local)

    def card(self, number: int, base: str) -> Card | None:
        """The story as a card, or ``None`` while it is not published."""
        if number not in self.stories or self.stories[number].published > self.now:
            return None
        story = self.state(number)
        first = story.pictures[0] if story.pictures else None
        summary = story.standfirst or (story.paragraphs() or ("",))[0]
        picture, caption = (first.file, first.caption or "") if first else ("polos", "")
        title = self.section(story).title
        return Card(base + self.path(story), story.headline, summary, story.published, title, picture, caption)

    def cards(self, numbers: tuple[int, ...], base: str) -> tuple[Card, ...]:
        """The cards of those of the stories that are published."""
        return tuple(card for card in (self.card(number, base) for number in numbers) if card)

    def most_read(self, language: str, base: str, *, without: int = 0) -> tuple[Card, ...]:
        """Five cards that any page of that language shows: the longest stories of the three days past."""
        pool = [s for s in self.published() if self.section(s).language == language and s.id != without]
        ranked = sorted(pool, key=lambda s: (-len(s.blocks), -s.id))[:5]
        return self.cards(tuple(s.id for s in ranked), base)


def below(section: str, path: str) -> bool:
    """Whether the section is that of the path, or stands under it."""
    return not path or section == path or section.startswith(path + "/")
