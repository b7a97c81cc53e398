"""The pictures of an article: each once, with what is printed beside it parted into caption and credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from crawler.evidence import RawImage
from crawler.extract.figures.addresses import IMAGES, address_of, is_ornament, pixels
from crawler.extract.figures.beside import LONGEST
from crawler.extract.figures.boxes import Box, box_of, is_captioned
from crawler.extract.figures.credits import with_lines
from crawler.extract.figures.found import Figure
from crawler.extract.figures.links import enlarges, leads_elsewhere, told_pages
from crawler.extract.figures.others import is_promo, is_scripted, shows_other
from crawler.extract.figures.texts import read_texts
from crawler.extract.page.container import Container
from crawler.extract.page.inherited import strongest
from crawler.extract.page.links import target
from crawler.extract.page.outline import Outline
from crawler.extract.page.spans import is_prose
from crawler.extract.stated.pictures import StatedPicture
from crawler.normalise.hosts import path_of
from crawler.normalise.picture_files import picture_key

_BARRED_TAGS = frozenset({"nav", "dialog", "form", "blockquote", "select", "video", "audio", "iframe", "object"})
_BARRED = re.compile(
    r"avatar|(?:^|[\s_-])(?:authors?|autor\w*|szerzo\w*|avtor\w*|yazar\w*|muhabir|forfatter|skribent|toimittaja|toimetaja|dziennikarz|redakt\w+|redacteur|giornalista|frettaritari|hofundur|byline|journalists?|jurnalis|penulis|pewarta|reporters?|wartawan|bio|profile\w*|logos?|icons?|share(?:[-_]?(?:bar|buttons?|tools?|links?|icons?|this))?|sharing|partag\w+|partilh\w+|compart\w+|condivi\w+|bagikan|teilen|delen?|paylas\w*|social\w*|socios|comments?|newsletter|related|recommend\w*"
    r"|teasers?|promos?|ads?|adverts?|advertis\w+|banners?|sponsor\w*|side-?bar|breadcrumbs?|cookies?|emoji|rating|app-?store|video-?player|player"
    r"|(?:\w+-)?video-*_*(?:placeholder|poster|thumb\w*|preview)|jw-?player|jwplayer|video-?js|vjs|brightcove|contacts?|contact-?box|kontakt\w*|ansprechpartner\w*|deals?|products?-?(?:box|card|teaser|tile|list\w*|widget)|affiliates?|shopping|amazon(?:[_-]\w+)?|polls?|subscribe|subscription|paywall-\w+|menu|navbar|masthead|footer|tags?)(?=$|[\s_-])"
)
_ABOUT_ITSELF = frozenset({"teaser", "teasers", "promo", "masthead", "banner", "icon", "icons"})
"""Names that an article's own opening picture bears too, or the link that enlarges it."""
_PORTRAIT = re.compile(
    r"avatar|logo|autor(?:in|en)?_*-*(?:bild|foto)|(?:^|[\s_-])(?:icon|authors?|autor\w{0,2}|auteur|penulis|emoji)(?:$|[\s_-])"
)
_LEADING = re.compile(
    r"(?:^|[\s_-])(?:lead\w*|hero|opener|featured?|main-?(?:image|photo|media|img)|top-?(?:image|media)|cover|header-?image|aufmacher)"
)
_PHOTOGRAPH = re.compile(r"(?:^|[\s_-])(?:figure|image|photo|picture|foto|bild|media)(?:$|[\s_-])")
_GALLERY = re.compile(r"gallery|galeri|carousel|slider|slideshow|slides?(?![a-z])|swiper|glide|fotostrecke|bilderstrecke")
_GALLERY_HEIGHT = 6
_TELLING_NAME = 16
_SURELY = 2
"""The verdict of ``_names_other`` on what is another's whatever the page states."""


def read(
    outline: Outline,
    container: Container,
    *,
    cut: Sequence[tuple[int, int]] = (),
    stated: Sequence[StatedPicture] = (),
    leading: Sequence[str] = (),
) -> tuple[Figure, ...]:
    """Every picture of the article in document order.

    ``cut`` are the element ranges of the promos, ``stated`` what structured data say of pictures, ``leading`` the addresses of
    the page's own picture (``og:image``): a picture above the headline is the article's if it is that one or is named so.
    """
    reader = _Reader(outline, container, cut, stated, leading)
    return with_lines(outline, container.body, tuple(reader.figures()), cut)


@lru_cache(maxsize=8192)
def _names_other(names: str, *, is_picture: bool) -> int:
    """How surely a name says that a picture is another's: not at all, unless the page states the picture, or surely."""
    if is_picture:
        return 2 * bool(_PORTRAIT.search(names))
    found = {match[0].strip(" _-") for match in _BARRED.finditer(names)}
    return 0 if not found else 1 if found <= _ABOUT_ITSELF else 2


def _file_name(url: str) -> str | None:
    """The name of the picture's file, where it is long enough to be of this picture alone."""
    name = path_of(url).rpartition("/")[2].casefold()
    return name if len(name) >= _TELLING_NAME else None


class _Reader:
    def __init__(
        self,
        outline: Outline,
        container: Container,
        cut: Sequence[tuple[int, int]],
        stated: Sequence[StatedPicture],
        leading: Sequence[str],
    ) -> None:
        self.outline, self.container, self.cut = outline, container, sorted(cut)
        self.stated = {picture_key(picture.url): picture for picture in stated}
        self.leading = {picture_key(url) for url in leading} | set(self.stated)
        self.files = {name for url in leading if (name := _file_name(url))}
        self.barred: dict[int, int] = {-1: 0}
        self.known: dict[str, int] = {}

    def figures(self) -> Iterator[Figure]:
        taken: set[int] = set()
        for element in self._candidates():
            box = box_of(self.outline, self.container, element)
            url = address_of(self.outline, element)
            figure = self._figure(element, url, box, taken)
            if figure is not None:
                taken.update(figure.texts)
                yield figure

    def _figure(self, element: int, url: str | None, box: Box, taken: set[int]) -> Figure | None:
        if shows_other(self.outline, self.container, box) or is_promo(self.outline, box, self.cut):
            return None
        texts = read_texts(self.outline, box, taken)
        printed = bool(texts.caption or texts.credit)
        if url is None and not (printed and box.is_figure):
            return None
        key = picture_key(url) if url else None
        if key is not None and key in self.known and not printed:
            return None
        if key is not None:
            self.known[key] = element
        attributes = self.outline.attributes(element)
        picture = self.stated.get(key) if key else None
        image = RawImage(
            url=url,
            role=self._role(element, key),
            position=0,
            caption=texts.caption,
            credit=texts.credit,
            alt=attributes.get("alt") or None,
            title=attributes.get("title") or None,
            stated={**texts.stated, **(picture.stated if picture else {})},
            width=pixels(attributes.get("width")),
            height=pixels(attributes.get("height")),
        )
        return Figure(image, element, texts.used)

    def _role(self, element: int, key: str | None) -> str:
        outline = self.outline
        if len(self.known) <= 1 and (element < self.container.body or key in self.leading or self._opens(element)):
            return "lead"
        around = (holder for holder, _ in zip(outline.ancestors(element), range(_GALLERY_HEIGHT), strict=False))
        return "gallery" if any(_GALLERY.search(outline.names(holder)) for holder in around) else "inline"

    def _opens(self, element: int) -> bool:
        """Whether no sentence, or hardly any text of the body stands before it."""
        outline, body = self.outline, self.container.body
        start, stop = outline.starts[body], outline.starts[element]
        before = outline.unlinked[stop] - outline.unlinked[start]
        return before * 4 < outline.size(body) or not any(is_prose(text) for text in outline.texts[start:stop])

    def _candidates(self) -> Iterator[int]:
        """Pictures in the region, and those above it that evidently belong to it."""
        outline, region = self.outline, self.container.region
        first = next((a for a in outline.ancestors(region) if outline.tags[a] in ("main", "article")), outline.parents[region])
        for element in range(outline.ends[region]):
            is_within = element >= first
            if not (self._is_picture(element) if is_within else outline.tags[element] in IMAGES):
                continue
            if (element > region or self._leads(element, is_within=is_within)) and self._is_wanted(element):
                yield element

    def _is_picture(self, element: int) -> bool:
        """Whether it shows a picture: an ``img``, the ``noscript`` of a frame without one, or what scripts fill."""
        outline, tag = self.outline, self.outline.tags[element]
        if tag in IMAGES:
            return True
        if tag == "noscript":
            frame = next((each for each in outline.ancestors(element) if self._frames(each)), None)
            return frame is not None and not any(outline.tags[each] in IMAGES for each in outline.within(frame))
        return is_scripted(outline, element, before=self.container.body)

    def _frames(self, element: int) -> bool:
        """Whether an element is there for one picture: a ``figure``, or what a script fills with the version that fits."""
        return self.outline.tags[element] == "figure" or "data-picture" in self.outline.attributes(element)

    def _is_wanted(self, element: int) -> bool:
        barred = self._barred(element)
        if barred > 1 or (barred and not self._is_stated(element)):
            return False
        if any(start <= element < end for start, end in self.cut) and not enlarges(self.outline, element):
            return False
        if is_ornament(self.outline, element):
            return False
        return not leads_elsewhere(self.outline, element, is_stated=self._is_stated(element), is_told=self._is_told)

    @cached_property
    def _told(self) -> frozenset[str | None]:
        return told_pages(self.outline)

    def _is_told(self, href: str) -> bool:
        return target(href) in self._told

    def _is_stated(self, element: int) -> bool:
        """Whether the page's data name the picture."""
        url = address_of(self.outline, element)
        return url is not None and (picture_key(url) in self.leading or _file_name(url) in self.files)

    def _barred(self, element: int) -> int:
        """How surely it lies in a part of the page whose pictures are not the article's, as ``_names_other`` has it."""
        return strongest(self.barred, self.outline.parents, element, self._bars, most=_SURELY)

    def _bars(self, element: int) -> int:
        outline = self.outline
        if outline.holds(element, self.container.body):
            return 0
        tag = outline.tags[element]
        if tag == "a" and "author" in (outline.attributes(element).get("rel") or "").lower().split():
            return 2
        if tag in _BARRED_TAGS or (tag == "aside" and element > self.container.region and not self._is_frame(element)):
            return 2
        return _names_other(outline.names(element), is_picture=tag in IMAGES)

    def _is_frame(self, element: int) -> bool:
        """Whether an ``aside`` is named for its picture, and there is a caption and nothing else with it."""
        outline = self.outline
        size = outline.size(element) + outline.link_size(element)
        return bool(_PHOTOGRAPH.search(outline.names(element))) and size <= LONGEST and is_captioned(outline, element)

    def _leads(self, element: int, *, is_within: bool) -> bool:
        """Whether a picture above the region is the article's; outside of the page's main part the page's data must say so."""
        outline = self.outline
        if not is_within:
            return self._is_stated(element)
        around = [element, *(holder for holder, _ in zip(outline.ancestors(element), range(4), strict=False))]
        if any(_LEADING.search(outline.names(holder)) for holder in around):
            return True
        return self._is_stated(element)
