"""Cards: the largest element around a link that teases one article and nothing else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.extract.lines.dates import looks_dated
from crawler.extract.page.links import HEADINGS, one_line, target
from crawler.extract.page.outline import Outline
from crawler.extract.promos.labels import inner_label
from crawler.extract.promos.links import CARD_HEIGHT, LONGEST_LABEL, LONGEST_SUMMARY, MOST_ANCHORS, Links, anchors_in
from crawler.normalise.headings import heading_kind

_DEEPEST = 25
"""How many elements a card is followed upwards."""
_APART = 25
"""Characters beside a link on its line that make it part of a sentence, unless they are few beside the link's own."""
_STRAY = 3
"""Characters beside a link alone on its line: a bullet, an arrow."""
_ROW = 3
"""Links on one line that make it a row."""
_LOOSE = 60
"""Characters outside links that a card may hold: a label, a section, a date."""


@dataclass(frozen=True, slots=True)
class Card:
    """One place that teases one article.

    ``first`` and ``last`` bound its texts; ``element`` is what holds them all, ``link`` the ``a`` with the headline. ``whole``
    says that the element holds nothing else: a promo line between ``<br>`` shares its element with the body.
    """

    key: str
    link: int
    element: int
    first: int
    last: int
    whole: bool = True
    label: str | None = None
    inside: bool = False


class Cards:
    """The cards of a page."""

    def __init__(self, links: Links) -> None:
        self.links, self.outline, self.container = links, links.outline, links.container
        self._others = _neighbours(links.elements, links.keys)
        self._speaking = frozenset(links.elements)
        self._rows: dict[int, bool] = {}

    def find(self) -> list[Card]:
        """A card for every link that is no part of a sentence, in document order, none within another."""
        found: list[Card] = []
        for number, anchor in enumerate(self.links.elements):
            if found and self.outline.starts[anchor] < found[-1].last:
                continue
            card = self._card(number, anchor)
            if card is not None and not self._is_heading(card):
                found.append(card)
        return found

    def _is_heading(self, card: Card) -> bool:
        """Whether the card is but the heading of a block, linked to where there is more of it."""
        outline = self.outline
        if card.label or outline.linked[card.last] - outline.linked[card.first] > LONGEST_LABEL:
            return False
        return heading_kind(one_line(outline, card.first, card.last)) is not None

    def _card(self, number: int, anchor: int) -> Card | None:
        outline = self.outline
        first = outline.starts[anchor]
        inside = outline.holds(self.container.body, anchor)
        if first == outline.stops[anchor] or outline.lines[first] >= anchor:
            return self._whole(number, anchor, anchor, None, inside=inside)
        return self._in_line(number, anchor, inside=inside)

    def _in_line(self, number: int, anchor: int, *, inside: bool) -> Card | None:
        """The card of a link that stands in a line; ``None`` where the line is a sentence."""
        outline, links = self.outline, self.links
        first = outline.starts[anchor]
        run, line = outline.runs[first], outline.lines[first]
        label = links.labelled(anchor)
        beside = links.loose[run] - (len(label) + links.notes_before(anchor) if label else 0)
        apart = label or not inside or self._is_kicked(first, line)
        most = max(_APART, links.bound[run] // 3) if apart else _STRAY
        if (beside > most and (inside or not self._is_dated(first))) or (not label and self._is_row(first)):
            return None
        if self._fills(run, line):
            return self._whole(number, anchor, line if label else anchor, label, inside=inside)
        if not label and not links.loose[run]:
            return self._whole(number, anchor, anchor, None, inside=inside)
        if not label and not inside:
            return None
        return Card(links.keys[number], anchor, line, *_run_bounds(outline, first), whole=False, label=label, inside=inside)

    def _is_kicked(self, text: int, line: int) -> bool:
        """Whether a list's item holds a link and what stands beside it is set apart by elements with names of their own."""
        outline = self.outline
        if outline.tags[line] != "li" or not self._fills(outline.runs[text], line):
            return False
        loose = [each for each in range(outline.starts[line], outline.stops[line]) if outline.links[each] < 0]
        return all(outline.names(outline.owners[each]) and outline.owners[each] > line for each in loose)

    def _is_row(self, text: int) -> bool:
        """Whether the line is a row of links of which most name subjects: "Fibre optics ▪ Drones ▪ The piracy of Sony"."""
        outline = self.outline
        run = outline.runs[text]
        if run not in self._rows:
            links = {outline.links[each] for each in range(*_run_bounds(outline, text))} - {-1}
            self._rows[run] = len(links) >= _ROW and 2 * len(links & self._speaking) < len(links)
        return self._rows[run]

    def _is_dated(self, text: int) -> bool:
        """Whether what stands beside the link on its line is a date."""
        outline = self.outline
        line = range(*_run_bounds(outline, text))
        beside = " ".join(outline.texts[each].strip() for each in line if outline.links[each] < 0)
        return len(beside) <= _LOOSE and looks_dated(beside)

    def _whole(self, number: int, anchor: int, start: int, label: str | None, *, inside: bool) -> Card | None:
        outline = self.outline
        element = self._grown(number, start, inside=inside)
        first, last = outline.starts[element], outline.stops[element]
        if first == last:
            return None
        label = label or inner_label(outline, element, anchor)
        return Card(self.links.keys[number], anchor, element, first, last, label=label, inside=inside)

    def _fills(self, run: int, line: int) -> bool:
        """Whether the line's element holds this line only."""
        outline = self.outline
        return outline.runs[outline.starts[line]] == run == outline.runs[outline.stops[line] - 1]

    def _grown(self, number: int, start: int, *, inside: bool) -> int:
        """Ascend while nothing else comes in: no other article, no prose, no menu, not this article."""
        outline = self.outline
        before, after = self._others[number]
        element, sure = start, True
        for parent, _ in zip(outline.ancestors(start), range(_DEEPEST), strict=False):
            if parent <= max(before, 0) or outline.ends[parent] > after or self.takes_article(parent, element):
                break
            loose = outline.size(parent)
            if loose > LONGEST_SUMMARY or len(anchors_in(outline, parent)) > MOST_ANCHORS:
                break
            sure = sure and (loose <= _LOOSE or self._is_card(parent, start, inside=inside))
            if sure or self._is_pictured(parent, number):
                element, sure = parent, True
        return element

    def _is_pictured(self, element: int, number: int) -> bool:
        """Whether a picture under the element is linked to the same article: summary and section stand between the two."""
        outline, key = self.outline, self.links.keys[number]
        return any(
            target(outline.attributes(anchor).get("href")) == key
            and any(outline.tags[within] == "img" for within in outline.within(anchor))
            for anchor in anchors_in(outline, element)
        )

    def takes_article(self, parent: int, element: int) -> bool:
        """Whether the parent of a card holds something of this article: body, headline or a picture that is no link."""
        outline, container = self.outline, self.container
        headline = container.headline if container.headline is not None else -1
        if outline.holds(parent, container.body) or outline.holds(parent, headline):
            return True
        start, end = outline.ends[element], outline.ends[parent]
        tags = outline.tags[parent:element] + outline.tags[start:end]
        if "figcaption" in tags:
            return True
        if "img" not in tags or not outline.holds(container.region, parent) or parent > outline.ends[container.body]:
            return False
        around = (*range(parent, element), *range(start, end))
        return any(outline.tags[each] == "img" and not self._beside_picture(each) for each in around)

    def _is_card(self, element: int, anchor: int, *, inside: bool) -> bool:
        """Whether a picture or a heading is linked, or the link's words are repeated: prose stands beside none of these."""
        outline = self.outline
        if not inside or outline.text(element).count(outline.text(anchor)) > 1:
            return True
        for each in range(element, outline.ends[element]):
            tag = outline.tags[each]
            if tag in HEADINGS and outline.link_size(each):
                return True
            if tag == "img" and self._beside_picture(each):
                return True
        return False

    def _beside_picture(self, image: int) -> bool:
        """Whether the picture is linked, or a link that shows no words lies over the card."""
        outline = self.outline
        for element, _ in zip(outline.ancestors(image), range(2 * CARD_HEIGHT), strict=False):
            if outline.tags[element] == "a":
                return True
            anchors = anchors_in(outline, element)
            if len(anchors) > MOST_ANCHORS or outline.holds(element, self.container.body):
                return False
            if any(self._covers(anchor) for anchor in anchors):
                return True
        return False

    def _covers(self, anchor: int) -> bool:
        """Whether the link shows no words: it lies over a card whose words stand beside it."""
        outline = self.outline
        return all(outline.unseen(outline.owners[text]) for text in range(outline.starts[anchor], outline.stops[anchor]))


def _run_bounds(outline: Outline, text: int) -> tuple[int, int]:
    return bisect_left(outline.runs, outline.runs[text]), bisect_left(outline.runs, outline.runs[text] + 1)


def _neighbours(elements: Sequence[int], keys: Sequence[str]) -> list[tuple[int, int]]:
    """For each link the nearest one before and after it that leads elsewhere."""
    before, after = [-1] * len(keys), [1 << 60] * len(keys)
    for number in range(1, len(keys)):
        same = keys[number] == keys[number - 1]
        before[number] = before[number - 1] if same else elements[number - 1]
    for number in range(len(keys) - 2, -1, -1):
        same = keys[number] == keys[number + 1]
        after[number] = after[number + 1] if same else elements[number + 1]
    return list(zip(before, after, strict=True))
