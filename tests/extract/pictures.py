"""Pages with pictures, as the tests lay them out."""

from crawler.evidence import RawImage, plain
from crawler.extract.figures import finding as figures
from crawler.extract.figures.found import Figure
from crawler.extract.page import container
from crawler.extract.page.outline import Outline
from crawler.extract.stated.pictures import StatedPicture
from tests.extract.pages import FIRST, LAST, SECOND, laid_out

H1 = "<h1>Budget passes after long night</h1>"
IMG = "<img src='/pictures/hall-on-friday.jpg' alt='The hall'>"
CAPTION = "The hall of the parliament on Friday."


def find(
    between: str, *, before: str = "", above: str = "", stated: tuple[StatedPicture, ...] = ()
) -> tuple[Outline, tuple[Figure, ...]]:
    """The pictures of a page: between its paragraphs, between headline and text, above the headline."""
    outline, _ = laid_out(
        f"<main>{above}<article>{H1}{before}<div class=x1><p>{FIRST}</p>{between}<p>{SECOND}</p><p>{LAST}</p></div>"
        "</article></main>"
    )
    found = container.find(outline)
    assert found is not None
    return outline, figures.read(outline, found, stated=stated)


def left(page: str, *, cut: str | None = None) -> tuple[Figure, ...]:
    """The pictures of a whole page, without the part that bears the class ``cut``: a promo's."""
    outline, _ = laid_out(page)
    found = container.find(outline)
    assert found is not None
    named = [each for each in range(len(outline.tags)) if outline.names(each) == cut]
    return figures.read(outline, found, cut=[(each, outline.ends[each]) for each in named])


def images(between: str, *, before: str = "", above: str = "") -> list[RawImage]:
    return [figure.image for figure in find(between, before=before, above=above)[1]]


def printed(image: RawImage) -> tuple[str, str]:
    return plain(image.caption), plain(image.credit)
