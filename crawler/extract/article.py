"""A page to an article with its evidence: one parse; promotion is cut out before any text is read.

Order: what the page states, headline, container, promotion, pictures, dates, bylines, standfirst, then the text that none of
these claimed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crawler.evidence import BodyBlock, Candidate, Context, Evidence, RawBlock, RawImage, plain
from crawler.extract.article_pages import body_pages, read_pager
from crawler.extract.bylines.finding import find_bylines
from crawler.extract.bylines.words import Known
from crawler.extract.corrections import Corrections, without_noise
from crawler.extract.dates.finding import find_dates
from crawler.extract.embedded import embedded_article, stated_article
from crawler.extract.figures import finding as figures
from crawler.extract.figures.credits import credited_lines
from crawler.extract.figures.found import Figure
from crawler.extract.headlines.finding import Headline, find_headline
from crawler.extract.headlines.standfirsts import find_kicker, find_standfirst
from crawler.extract.layout import choose
from crawler.extract.media import read_media
from crawler.extract.page import container
from crawler.extract.page.container import Container
from crawler.extract.page.document import Document, parse
from crawler.extract.page.outline import Outline, lay_out
from crawler.extract.page.place import locate
from crawler.extract.promos import finding as promos
from crawler.extract.promos.finding import Promo
from crawler.extract.reasons import why_none
from crawler.extract.stated import subjects
from crawler.extract.stated.access import read_access
from crawler.extract.stated.liveblog import live_updates
from crawler.extract.stated.metadata import Metadata, read_metadata
from crawler.extract.text import blocks
from crawler.extract.text.blocks import Body, Claims
from crawler.extract.text.credits import part_credits
from crawler.extract.text.surplus import Makers
from crawler.items import Article
from crawler.normalise.hosts import registered_domain
from crawler.normalise.likeness import bare
from crawler.site import NOWHERE, Site

_DATELINE = re.compile(r"[^.!?:;]{2,51}[-–—]")
_SURE = 4
"""Weight of a headline that is no mere title."""


def extract_article(
    html: bytes | str, url: str, *, site: Site | None = None, fetched_at: datetime | None = None, charset: str | None = None
) -> Article:
    """Read one page; total. A page that holds no article gives one whose ``evidence.reason`` says why.

    ``charset`` is the one of the HTTP header, ``fetched_at`` is aware. Fields that need no decision are set: type, keywords,
    breadcrumbs, access; all others wait in ``evidence`` for ``normalise.desk``.
    """
    site = site or NOWHERE
    document = parse(html, url=url, charset=charset)
    metadata = read_metadata(document)
    context = _context(document, metadata, site, fetched_at)
    article = Article(url=url, evidence=Evidence(site=site, context=context, reason=document.reason))
    if document.reason is None:
        article.update(_Reader(document, metadata, context, site).read())
    if article.evidence and article.evidence.reason == "no text":
        stated = embedded_article(document) or stated_article(metadata, document)
        if stated is not None:
            document = parse(stated, url=url)
            article.update(_Reader(document, read_metadata(document), context, site).read())
    return article


def _context(document: Document, metadata: Metadata, site: Site, fetched_at: datetime | None) -> Context:
    stated = (candidate.text for candidate in metadata.of("publisher"))
    domain = registered_domain(document.base)
    return Context(
        language=site.language,
        publishers=tuple(dict.fromkeys((*site.publishers, *stated))),
        hosts=site.domains or ((domain,) if domain else ()),
        timezone=site.timezone,
        date_order=site.date_order,
        url=document.url,
        fetched_at=fetched_at,
        caption_labels=site.caption_labels,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found around the text, before the text is read."""

    promos: tuple[Promo, ...] = ()
    figures: tuple[Figure, ...] = ()
    candidates: tuple[Candidate, ...] = ()


class _Reader:
    """One page being read."""

    def __init__(self, document: Document, metadata: Metadata, context: Context, site: Site) -> None:
        self.document, self.metadata, self.context, self.site = document, metadata, context, site
        layout = choose(site.layouts, document)
        self.is_off_layout = bool(site.layouts) and layout is None
        if layout is not None:
            without_noise(document, layout)
        self.outline: Outline = lay_out(document)
        self.corrections = Corrections(self.outline, layout)
        self.claims = Claims(self.outline)
        self.headline: Headline = self.corrections.headline(find_headline(self.outline, metadata))
        self.known = self._known()
        self.container: Container | None = None
        self.cut: tuple[int, ...] = ()

    def read(self) -> dict[str, object]:
        """The article's fields."""
        trail = subjects.breadcrumbs(self.metadata, self.document)
        free, access = read_access(self.metadata)
        evidence = self._evidence()
        headline = next((c.text for c in evidence.of("headline")), None)
        sections = subjects.sections(self.metadata, trail, headline)
        pager = read_pager(self.document)
        media = read_media(self.metadata.nodes, self.outline, self.container, self.cut)
        return {
            "type": self.metadata.type or "NewsArticle",
            "keywords": subjects.keywords(self.metadata),
            "breadcrumbs": trail,
            "is_accessible_for_free": free,
            "access": access,
            "live_blog_update": live_updates(self.metadata.nodes, self.context),
            "videos": media.videos,
            "audios": media.audios,
            "body_pages": body_pages(pager, self.document.url),
            "evidence": replace(evidence, candidates=(*evidence.candidates, *sections), further=pager.further),
        }

    def _evidence(self) -> Evidence:
        stated = tuple(c for c in self.metadata.candidates if c.field not in ("headline", "article_section"))
        own = {bare(c.text) for c in self.headline.candidates if c.field == "headline" and c.weight >= _SURE}
        stated = tuple(c for c in stated if c.field != "alternative_headline" or bare(c.text) not in own)
        candidates = (*self.headline.candidates, *stated)
        texts = [candidate.text for candidate in self.headline.candidates if candidate.field == "headline"]
        place = self.corrections.container(container.find(self.outline, headlines=texts), self.headline.element)
        if place is None:
            reason = why_none(self.metadata, candidates, (), ())
            return Evidence(site=self.site, context=self.context, candidates=candidates, reason=reason)
        found = self._around(place)
        printed = [plain((*figure.image.caption, *figure.image.credit)) for figure in found.figures]
        bylines = [candidate.text.casefold() for candidate in found.candidates if candidate.field == "byline"]
        makers = Makers(self.known.writers | set(map(bare, bylines)), set(map(bare, self.known.houses)))
        body = blocks.read(self.outline, place, self.claims, printed=printed, makers=makers)
        bylined = any(not any(house in text or text in house for house in self.known.houses) for text in bylines)
        parts, spared = _with_dateline(body.blocks)
        parted = part_credits(parts, self.known, bylined=bylined)
        taken = (*range(spared), *(index + spared for index in parted.taken))
        texts = [block.text for block in parted.blocks]
        raw_blocks = tuple(self._placed_block(promo, body, taken) for promo in found.promos)
        candidates = (*candidates, *found.candidates, *parted.candidates)
        return Evidence(
            site=self.site,
            context=self.context,
            candidates=candidates,
            body=parted.blocks,
            images=tuple(self._placed_image(figure, body, taken) for figure in found.figures),
            blocks=raw_blocks,
            ledger=body.ledger,
            is_off_layout=self.is_off_layout,
            reason=why_none(self.metadata, candidates, texts, raw_blocks),
        )

    def _around(self, place: Container) -> _Found:
        """Everything but the text, each claiming its own."""
        outline, claims, metadata = self.outline, self.claims, self.metadata
        found = self.corrections.promos(promos.find(outline, place), place)
        cut = tuple(element for promo in found for element in promo.elements)
        self.container, self.cut = place, cut
        for promo in found:
            for first, last in promo.spans:
                claims.texts(range(first, last), "related_articles")
        ranges = [(element, outline.ends[element]) for element in cut]
        pictures = figures.read(outline, place, cut=ranges, stated=metadata.pictures, leading=metadata.lead_pictures)
        pictures = self.corrections.figures(pictures)
        for figure in pictures:
            claims.texts(figure.texts, "images")
        if self.headline.element is not None:
            claims.element(self.headline.element, "headline")
        return _Found(found, pictures, self._credits(place, frozenset(cut), credited_lines(outline, pictures)))

    def _credits(self, place: Container, cut: frozenset[int], captions: frozenset[int]) -> tuple[Candidate, ...]:
        corrected = self.corrections.candidates()
        for field, stated in corrected.items():
            for element, _ in stated:
                self.claims.element(element, field)
        around = locate(self.outline, body=place.body, headline=self.headline.element, cut=cut)
        dates = find_dates(around)
        bylines = find_bylines(around, self.known, others=dates.elements | captions)
        kicker = find_kicker(around)
        taken = dates.elements | bylines.elements
        standfirst = find_standfirst(around, self.metadata, taken=taken, language=self.known.language)
        for field, elements in (
            ("byline", bylines.elements),
            ("date_published", dates.elements),
            ("alternative_headline", kicker.elements),
            ("description", standfirst.elements),
        ):
            for element in elements:
                self.claims.element(element, field)
        certain = tuple(candidate for stated in corrected.values() for _, candidate in stated)
        return (*certain, *dates.candidates, *bylines.candidates, *kicker.candidates, *standfirst.candidates)

    def _known(self) -> Known:
        houses = frozenset(name.casefold() for name in self.context.publishers)
        languages = (candidate.text[:2].lower() for candidate in self.metadata.of("in_language"))
        stated = (c for c in self.metadata.of("byline") if c.role is None and c.text.casefold() not in houses)
        writers = frozenset(name for name in (bare(candidate.text) for candidate in stated) if len(name) > 4)
        return Known(self.context.language or next(languages, None), houses, writers)

    def _placed_image(self, figure: Figure, body: Body, taken: Sequence[int]) -> RawImage:
        return replace(figure.image, position=_position(body, self.outline.starts[figure.element], taken))

    def _placed_block(self, promo: Promo, body: Body, taken: Sequence[int]) -> RawBlock:
        return replace(promo.block, position=_position(body, promo.spans[0][0] if promo.spans else 0, taken))


def _with_dateline(parts: Sequence[BodyBlock]) -> tuple[tuple[BodyBlock, ...], int]:
    """A dateline that stands before the first paragraph, "Jakarta -", joined with it; how many blocks that spared."""
    if len(parts) < 2 or not _DATELINE.fullmatch(parts[0].text) or parts[1].kind != "paragraph":
        return tuple(parts), 0
    first, second = parts[:2]
    whole = replace(second, text=f"{first.text} {second.text}", parts=(*first.parts, *second.parts))
    return (whole, *parts[2:]), 1


def _position(body: Body, text: int, taken: Sequence[int]) -> int:
    """How many of the text's blocks stand before, those not counted that turned out to be credits."""
    before = body.before(text)
    return before - sum(index < before for index in taken)
