"""What a site's ``Layout`` corrects of the generic reader: which element is what, never how it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.evidence import Candidate, RawBlock, RawImage, RawTeaser, Segment
from crawler.extract.figures.addresses import IMAGES, address_of
from crawler.extract.figures.found import Figure
from crawler.extract.headlines.finding import Headline
from crawler.extract.layout import Layout
from crawler.extract.page.container import Container
from crawler.extract.page.document import Document
from crawler.extract.page.outline import Outline
from crawler.extract.page.place import region_of
from crawler.extract.page.spans import segments
from crawler.extract.promos.finding import Promo

WEIGHT = 20
"""Above all that the generic reader finds."""
_SHORTEST = 12
"""Characters of a link that names an article."""


def without_noise(document: Document, layout: Layout) -> None:
    """Take the layout's noise off the page; the last first, so that nothing is taken out of what is gone."""
    for node in reversed(layout.nodes("noise", document)):
        node.decompose()


class Corrections:
    """One layout on one page; without a layout it changes nothing."""

    def __init__(self, outline: Outline, layout: Layout | None) -> None:
        self.outline, self.layout = outline, layout
        wanted = layout is not None
        self._index = {node.mem_id: element for element, node in enumerate(outline.nodes)} if wanted else {}

    def elements(self, role: str) -> tuple[int, ...]:
        """The outermost elements that play the role."""
        found: list[int] = []
        for node in self.layout.nodes(role, self.outline.document) if self.layout else ():
            element = self._index.get(node.mem_id)
            if element is not None and not (found and self.outline.holds(found[-1], element)):
                found.append(element)
        return tuple(found)

    def headline(self, generic: Headline) -> Headline:
        """The layout's headline before what was found."""
        for element in self.elements("headline"):
            if text := self.outline.text(element):
                own = Candidate("headline", (Segment(text),), "dom", "layout.headline", weight=WEIGHT)
                return Headline(element, (own, *generic.candidates))
        return generic

    def container(self, generic: Container | None, headline: int | None) -> Container | None:
        """The layout's body as the container."""
        for body in self.elements("body"):
            if self.outline.starts[body] < self.outline.stops[body]:
                return Container(body, region_of(self.outline, body, headline), headline)
        return generic

    def promos(self, generic: Sequence[Promo], container: Container) -> tuple[Promo, ...]:
        """The layout's teasers that the generic reader has not found."""
        known = [span for promo in generic for span in promo.spans]
        found = [*generic]
        for element in self.elements("teaser"):
            first, last = self.outline.starts[element], self.outline.stops[element]
            if first < last and not any(start < last and first < end for start, end in known):
                found.append(Promo(self._block(element, container), (element,), ((first, last),)))
        return tuple(sorted(found, key=lambda promo: promo.spans[0][0] if promo.spans else 0))

    def _block(self, element: int, container: Container) -> RawBlock:
        outline = self.outline
        placement = "inline" if outline.holds(container.body, element) else "end" if element > container.body else "aside"
        label = next((text.strip() for text in self._loose(element)), None)
        return RawBlock(label, tuple(self._teasers(element)), placement, signals=(outline.words(element),))

    def _loose(self, element: int) -> Iterator[str]:
        texts = range(self.outline.starts[element], self.outline.stops[element])
        return (self.outline.texts[text] for text in texts if self.outline.links[text] < 0)

    def _teasers(self, element: int) -> Iterator[RawTeaser]:
        outline = self.outline
        seen: set[str] = set()
        for link in (other for other in (element, *outline.within(element)) if outline.tags[other] == "a"):
            attributes = outline.attributes(link)
            url = outline.document.absolute(attributes.get("href"))
            text = outline.text(link)
            if url and url not in seen and len(text) >= _SHORTEST:
                seen.add(url)
                yield RawTeaser(url, text, rel=(attributes.get("rel") or "").lower())

    def candidates(self) -> dict[str, tuple[tuple[int, Candidate], ...]]:
        """Field -> elements of the layout that state it, with their candidates."""
        roles = {
            "byline": "byline",
            "date_published": "published",
            "alternative_headline": "kicker",
            "description": "standfirst",
        }
        return {field: tuple(self._stated(field, role)) for field, role in roles.items()}

    def _stated(self, field: str, role: str) -> Iterator[tuple[int, Candidate]]:
        for element in self.elements(role):
            parts = segments(self.outline, range(self.outline.starts[element], self.outline.stops[element]))
            if parts:
                yield element, Candidate(field, parts, "dom", f"layout.{role}", weight=WEIGHT)

    def figures(self, generic: Sequence[Figure]) -> tuple[Figure, ...]:
        """All pictures of the layout, captions and credits as it parts them; a credit alone goes to the picture before it."""
        found = sorted((*generic, *self._pictures(generic)), key=lambda figure: figure.element)
        captions, credit = self._texts("caption"), self._texts("credit")
        if not captions and not credit:
            return tuple(found)
        return tuple(self._parted(figure, found[n + 1 :], captions, credit) for n, figure in enumerate(found))

    def _pictures(self, generic: Sequence[Figure]) -> Iterator[Figure]:
        outline = self.outline
        for holder in self.elements("picture"):
            if any(outline.holds(holder, figure.element) for figure in generic):
                continue
            images = (element for element in (holder, *outline.within(holder)) if outline.tags[element] in IMAGES)
            for element in images:
                if url := address_of(outline, element):
                    image = RawImage(url, "inline", 0, alt=outline.attributes(element).get("alt") or None)
                    yield Figure(image, element, ())
                    break

    def _parted(self, figure: Figure, later: Sequence[Figure], captions: set[int], credit: set[int]) -> Figure:
        outline = self.outline
        start = outline.starts[figure.element]
        end = outline.starts[later[0].element] if later else len(outline.texts)
        own = set(figure.texts)
        told = [text for text in sorted(own | set(range(start, end))) if text in own or text in captions or text in credit]
        image = figure.image
        if found := segments(outline, (text for text in told if text in credit)):
            rest = segments(outline, (text for text in figure.texts if text not in credit))
            image = replace(image, credit=found, caption=rest)
        if found := segments(outline, (text for text in told if text in captions and text not in credit)):
            image = replace(image, caption=found)
        return Figure(image, figure.element, tuple(told))

    def _texts(self, role: str) -> set[int]:
        outline = self.outline
        return {text for element in self.elements(role) for text in range(outline.starts[element], outline.stops[element])}
