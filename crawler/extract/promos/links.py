"""The links of a page that may tease another article."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from crawler.extract.figures.links import captions
from crawler.extract.page.container import Container
from crawler.extract.page.links import HEADINGS, speaks, target
from crawler.extract.page.outline import Outline
from crawler.normalise.headings import starts_with_label
from crawler.normalise.teasers.text import is_access_note

MOST_LINKS = 2_000
"""Links beyond these are not looked at: no article's surroundings hold more."""
MOST_ANCHORS = 8
"""Links that one card may hold, counting picture, section, author, comments and buttons."""
LONGEST_SUMMARY = 420
"""Characters outside links that a card may hold where a linked heading or picture shows that it is one."""
LONGEST_LABEL = 60
_LONGEST_LEAD = 80
"""Characters before a link on its line that may announce it: "More on the coming elections in Madagascar:"."""
CARD_HEIGHT = 4

_MINOR = re.compile(
    r"categor|section|author|byline|(?<![a-z])tags?(?![a-z])|topic|rubri[ck]|kicker|overline|eyebrow|topline|channel|breadcrumb"
)
_MAJOR = re.compile(r"title|headline|heading|titel|titre|judul|teaser")
_SHORTEST = 8
_FEW = 6
_SET_OFF = ":：፦|>»→▶►–—-?!】"


class Links:
    """The page's links that may tease an article, in document order."""

    def __init__(self, outline: Outline, container: Container) -> None:
        self.outline, self.container = outline, container
        self.loose, self.bound = _weigh_runs(outline)
        found: dict[int, str] = {}
        for anchor in outline.anchors[:MOST_LINKS]:
            if self._speaks(anchor) and not self._is_minor(anchor) and not captions(outline, anchor):
                key = target(outline.attributes(anchor).get("href"))
                if key:
                    found[anchor] = key
        found |= self._quiet(found)
        self.elements = sorted(found)
        self.keys = [found[anchor] for anchor in self.elements]

    def _speaks(self, anchor: int) -> bool:
        outline = self.outline
        if outline.stops[anchor] == outline.starts[anchor]:
            return False
        text = outline.text(anchor)
        if len(text) < _SHORTEST or "://" in text:
            return False
        return speaks(text) or self._in_heading(anchor) or self.labelled(anchor) is not None

    def _quiet(self, speaking: dict[int, str]) -> dict[int, str]:
        """Links that say nothing, or "Read more", and stand in one card with a heading that is not linked."""
        outline = self.outline
        keys = set(speaking.values())
        found: dict[int, str] = {}
        for heading, tag in enumerate(outline.tags):
            if tag in HEADINGS and not outline.link_size(heading) and speaks(outline.text(heading), heading=True):
                anchor = self._beside_heading(heading)
                key = target(outline.attributes(anchor).get("href")) if anchor is not None else None
                if anchor is not None and key and key not in keys:
                    found[anchor] = key
        return found

    def _beside_heading(self, heading: int) -> int | None:
        outline, container = self.outline, self.container
        for element, _ in zip(outline.ancestors(heading), range(CARD_HEIGHT), strict=False):
            held = anchors_in(outline, element)
            if outline.holds(element, container.body) or outline.size(element) > LONGEST_SUMMARY or len(held) > MOST_ANCHORS:
                return None
            anchors = [anchor for anchor in held if not self._is_minor(anchor) and self._is_alone(anchor)]
            if anchors:
                return max(anchors, key=lambda anchor: len(target(outline.attributes(anchor).get("href")) or ""))
        return None

    def _is_alone(self, anchor: int) -> bool:
        """Whether nothing but the link stands on its line."""
        outline = self.outline
        first = outline.starts[anchor]
        return first == outline.stops[anchor] or self.loose[outline.runs[first]] == 0

    def _is_minor(self, anchor: int) -> bool:
        """Whether markup says that the link names a section or an author; one around a heading is a card's."""
        outline = self.outline
        if not _names_minor(outline.names(anchor), outline.names(outline.parents[anchor])):
            return False
        return HEADINGS.isdisjoint(_tags_within(outline, anchor))

    def _in_heading(self, anchor: int) -> bool:
        outline = self.outline
        parent = outline.parents[anchor]
        above = max(outline.parents[parent], 0)
        near = (outline.tags[parent], outline.tags[above], *_tags_within(outline, anchor))
        return not HEADINGS.isdisjoint(near)

    def labelled(self, anchor: int) -> str | None:
        """The few words before the link on its line, where they are a known label or set off like one."""
        outline = self.outline
        texts = self._before(anchor)
        if not texts:
            return None
        seen = [outline.texts[each] for each in texts if not outline.unseen(outline.owners[each])]
        before = " ".join("".join([text for text in seen if not is_access_note(text)]).split())
        if not before or len(before) > _LONGEST_LEAD:
            return None
        known = starts_with_label(before)
        if known is not None and len(known[1]) < _FEW:
            return known[0]
        return before.rstrip(f"{_SET_OFF} ") if before[-1] in _SET_OFF else None

    def notes_before(self, anchor: int) -> int:
        """Characters before the link on its line that say who may read on ("Subscribers only")."""
        texts = (self.outline.texts[each].strip() for each in self._before(anchor))
        return sum(len(text) for text in texts if is_access_note(text))

    def _before(self, anchor: int) -> range:
        """The few texts before the link on its line."""
        runs, text = self.outline.runs, self.outline.starts[anchor]
        if not self.loose[runs[text]]:
            return range(text, text)
        first = text
        while first > 0 and runs[first - 1] == runs[text] and text - first < _FEW:
            first -= 1
        return range(first, text)


def _tags_within(outline: Outline, anchor: int) -> list[str]:
    """The tags of the first elements under a link."""
    return outline.tags[anchor + 1 : min(outline.ends[anchor], anchor + 12)]


@lru_cache(maxsize=8192)
def _names_minor(own: str, parent: str) -> bool:
    near = f"{own} {parent}"
    return bool(_MINOR.search(near)) and not _MAJOR.search(near)


def anchors_in(outline: Outline, element: int) -> list[int]:
    """The links under an element, itself included; of many only so many as show that they are many."""
    first = bisect_left(outline.anchors, element)
    last = bisect_left(outline.anchors, outline.ends[element])
    return outline.anchors[first : min(last, first + MOST_ANCHORS + 1)]


def _weigh_runs(outline: Outline) -> tuple[list[int], list[int]]:
    """Characters outside and within links, by run."""
    count = outline.runs[-1] + 1 if outline.runs else 0
    loose, bound = [0] * count, [0] * count
    for text, link, run in zip(outline.texts, outline.links, outline.runs, strict=True):
        if link < 0:
            loose[run] += len(text.strip())
        else:
            bound[run] += len(text)
    return loose, bound
