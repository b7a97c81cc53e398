"""The links of a page that may tease another article, and the largest element around each that teases it alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.extract.container import Container
from crawler.extract.outline import Outline
from crawler.normalise.headings import heading_kind, starts_with_label

_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|pdf|mp[34]|zip|docx?|xlsx?)$", re.IGNORECASE)
_SHARE = re.compile(
    r"/(?:share[a-z.]*|sharer|intent|submit)(?:[/?]|$)|//(?:wa|t)\.me/|//(?:www\.)?(?:facebook|instagram|twitter|x|tiktok|youtube|linkedin|pinterest)"
    r"\.com/[^/]*/?$",
    re.IGNORECASE,
)
_MINOR = re.compile(
    r"categor|section|author|byline|(?<![a-z])tags?(?![a-z])|topic|rubri[ck]|kicker|overline|eyebrow|topline|channel|breadcrumb"
)
_MAJOR = re.compile(r"title|headline|heading|titel|titre|judul|teaser")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MOST_LINKS = 2_000
"""Links beyond these are not looked at: no article's surroundings hold more."""
_DEEPEST = 25
"""How many elements a card is followed upwards."""
_UNPROMISING = ("#", "javascript:", "mailto:", "tel:", "whatsapp:", "data:", "sms:", "fb-messenger:", "viber:", "tg:")
_WIDE = ("\u2e80", "\ud7ff")
_APART = 25
"""Characters beside a link on its line that make it part of a sentence, unless they are few beside the link's own."""
_STRAY = 3
"""Characters beside a link alone on its line: a bullet, an arrow."""
_MOST_ANCHORS = 8
"""Links that one card may hold, counting picture, section, author, comments and buttons."""
_SHORTEST = 8
_FEW = 6
_LONGEST_LABEL = 60
_SET_OFF = ":：|>»→▶►–—-?!"
_CARD_HEIGHT = 4
_LOOSE, _SUMMARY = 60, 420
"""Characters outside links that a card may hold: a label; a summary, where a linked heading or picture shows that it is a card."""


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


def target(href: str | None) -> str | None:
    """The key under which links to one page are the same; ``None`` for what is no page."""
    href = (href or "").strip()
    if not href or href.lower().startswith(_UNPROMISING):
        return None
    href = href.partition("#")[0]
    path, _, query = href.partition("?")
    if _FILE.search(path) or _SHARE.search(href):
        return None
    return path if len(path) > 24 or not query else href


def speaks(text: str, *, heading: bool = False) -> bool:
    """Whether a link's text reads like a headline."""
    words = text.count(" ") + 1
    if len(text) >= 18 and words >= 4:
        return True
    if heading and len(text) >= 10 and words >= 2:
        return True
    return len(text) >= 8 and sum(1 for letter in text if _WIDE[0] < letter < _WIDE[1]) * 2 > len(text)


class Links:
    """The page's links that may tease an article, in document order."""

    def __init__(self, outline: Outline, container: Container) -> None:
        self.outline, self.container = outline, container
        self.loose, self.bound = _weigh_runs(outline)
        found: dict[int, str] = {}
        for anchor in outline.anchors[:MOST_LINKS]:
            key = target(outline.attributes(anchor).get("href"))
            if key and self._speaks(anchor) and not self._is_minor(anchor):
                found[anchor] = key
        found |= self._quiet(found)
        self.elements = sorted(found)
        self.keys = [found[anchor] for anchor in self.elements]
        self._others = _neighbours(self.elements, self.keys)

    def cards(self) -> list[Card]:
        """A card for every link that is no part of a sentence, in document order, none within another."""
        found: list[Card] = []
        for number, anchor in enumerate(self.elements):
            if found and self.outline.starts[anchor] < found[-1].last:
                continue
            card = self._card(number, anchor)
            if card is not None and not self._is_heading(card):
                found.append(card)
        return found

    def _speaks(self, anchor: int) -> bool:
        outline = self.outline
        if outline.stops[anchor] == outline.starts[anchor]:
            return False
        text = outline.text(anchor)
        if len(text) < _SHORTEST:
            return False
        return speaks(text) or self._in_heading(anchor) or self._labelled(anchor) is not None

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
        for element, _ in zip(outline.ancestors(heading), range(_CARD_HEIGHT), strict=False):
            if outline.holds(element, container.body) or outline.size(element) > _SUMMARY:
                return None
            first, last = bisect_left(outline.anchors, element), bisect_left(outline.anchors, outline.ends[element])
            anchors = [
                anchor for anchor in outline.anchors[first:last] if not self._is_minor(anchor) and self._is_alone(anchor)
            ]
            if anchors:
                return max(anchors, key=lambda anchor: len(target(outline.attributes(anchor).get("href")) or ""))
        return None

    def _is_alone(self, anchor: int) -> bool:
        """Whether nothing but the link stands on its line."""
        outline = self.outline
        first = outline.starts[anchor]
        return first == outline.stops[anchor] or self.loose[outline.runs[first]] == 0

    def _is_minor(self, anchor: int) -> bool:
        """Whether markup says that the link names a section or an author."""
        outline = self.outline
        near = f"{outline.names(anchor)} {outline.names(outline.parents[anchor])}"
        return bool(_MINOR.search(near)) and not _MAJOR.search(near)

    def _in_heading(self, anchor: int) -> bool:
        outline = self.outline
        parent = outline.parents[anchor]
        near = (parent, outline.parents[parent], *range(anchor + 1, min(outline.ends[anchor], anchor + 12)))
        return any(outline.tags[element] in HEADINGS for element in near if element >= 0)

    def _labelled(self, anchor: int) -> str | None:
        """The few words before the link on its line, where they are a known label or set off like one."""
        outline = self.outline
        text = outline.starts[anchor]
        run, first = outline.runs[text], text
        while first > 0 and outline.runs[first - 1] == run and text - first < _FEW:
            first -= 1
        seen = (outline.texts[each] for each in range(first, text) if not outline.unseen(outline.owners[each]))
        before = " ".join("".join(seen).split())
        if not before or len(before) > _LONGEST_LABEL:
            return None
        known = starts_with_label(before)
        if known is not None and len(known[1]) < _FEW:
            return known[0]
        return before.rstrip(_SET_OFF) if before[-1] in _SET_OFF else None

    def _is_heading(self, card: Card) -> bool:
        """Whether the card is but the heading of a block, linked to where there is more of it."""
        if self.outline.linked[card.last] - self.outline.linked[card.first] > _LONGEST_LABEL:
            return False
        return heading_kind(" ".join("".join(self.outline.texts[card.first : card.last]).split())) is not None

    def _card(self, number: int, anchor: int) -> Card | None:
        outline, key = self.outline, self.keys[number]
        first = outline.starts[anchor]
        if first == outline.stops[anchor]:
            return self._silent_card(number, anchor)
        run, line = outline.runs[first], outline.lines[first]
        inside = outline.holds(self.container.body, anchor)
        label = self._labelled(anchor) if line < anchor else None
        alone = line < anchor and self._fills(run, line)
        if line < anchor and not label and self.loose[run] > (_STRAY if inside else max(_APART, self.bound[run] // 3)):
            return None
        if line < anchor and not alone and (label or self.loose[run]):
            if not label and not inside:
                return None
            return Card(key, anchor, line, *_run_bounds(outline, first), whole=False, label=label, inside=inside)
        element = self._grown(number, line if label and alone else anchor, inside=inside)
        label = label or self._inner_label(element, anchor)
        return Card(key, anchor, element, outline.starts[element], outline.stops[element], label=label, inside=inside)

    def _silent_card(self, number: int, anchor: int) -> Card | None:
        outline = self.outline
        inside = outline.holds(self.container.body, anchor)
        element = self._grown(number, anchor, inside=inside)
        first, last = outline.starts[element], outline.stops[element]
        return Card(self.keys[number], anchor, element, first, last, inside=inside) if last > first else None

    def _fills(self, run: int, line: int) -> bool:
        """Whether the line's element holds this line only."""
        outline = self.outline
        return outline.runs[outline.starts[line]] == run == outline.runs[outline.stops[line] - 1]

    def _inner_label(self, element: int, anchor: int) -> str | None:
        """A label that the card holds before its headline."""
        outline = self.outline
        first, last = outline.starts[element], outline.stops[anchor]
        label = known_label(outline, first, min(last, first + _FEW))
        return label if label and heading_kind(label) in ("related", "sponsored") else None

    def _grown(self, number: int, start: int, *, inside: bool) -> int:
        """Ascend while nothing else comes in: no other article, no prose, no menu, not this article."""
        outline = self.outline
        before, after = self._others[number]
        element = start
        for parent, _ in zip(outline.ancestors(start), range(_DEEPEST), strict=False):
            if parent <= max(before, 0) or outline.ends[parent] > after or self.takes_article(parent, element):
                break
            loose = outline.size(parent)
            if loose > _LOOSE and (loose > _SUMMARY or not self._is_card(parent, inside=inside)):
                break
            if bisect_left(outline.anchors, outline.ends[parent]) - bisect_left(outline.anchors, parent) > _MOST_ANCHORS:
                break
            element = parent
        return element

    def takes_article(self, parent: int, element: int) -> bool:
        """Whether the parent of a card holds something of this article: body, headline or a picture that is no link."""
        outline, container = self.outline, self.container
        headline = container.headline if container.headline is not None else -1
        if outline.holds(parent, container.body) or outline.holds(parent, headline):
            return True
        around = (*range(parent, element), *range(outline.ends[element], outline.ends[parent]))
        if any(outline.tags[each] == "figcaption" for each in around):
            return True
        if not outline.holds(container.region, parent) or parent > outline.ends[container.body]:
            return False
        return any(outline.tags[each] == "img" and not self._beside_picture(each) for each in around)

    def _is_card(self, element: int, *, inside: bool) -> bool:
        """Whether a picture or a heading is linked: summaries stand beside those, prose does not."""
        outline = self.outline
        if not inside:
            return True
        for each in range(element, outline.ends[element]):
            tag = outline.tags[each]
            if tag in HEADINGS and outline.link_size(each):
                return True
            if tag == "img" and self._beside_picture(each):
                return True
        return False

    def _beside_picture(self, image: int) -> bool:
        """Whether the picture is linked, or a link without words lies over the card."""
        outline = self.outline
        for element, _ in zip(outline.ancestors(image), range(2 * _CARD_HEIGHT), strict=False):
            if outline.tags[element] == "a":
                return True
            first, last = bisect_left(outline.anchors, element), bisect_left(outline.anchors, outline.ends[element])
            if any(outline.starts[anchor] == outline.stops[anchor] for anchor in outline.anchors[first:last]):
                return True
        return False


def known_label(outline: Outline, first: int, last: int) -> str | None:
    """The first line of these texts that is a label known to announce other articles; or all of them together."""
    lines: dict[int, str] = {}
    for text in range(first, last):
        run = outline.runs[text]
        lines[run] = lines.get(run, "") + outline.texts[text]
    texts = [" ".join(line.split()) for line in lines.values()]
    together = " ".join(texts)
    return next((text for text in (together, *texts) if text and len(text) <= 80 and heading_kind(text)), None)


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
