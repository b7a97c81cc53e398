"""Small pages for the finders: what every test needs around the part it is about."""

from crawler.extract.bylines.words import Known
from crawler.extract.headlines.finding import find_headline
from crawler.extract.page import container
from crawler.extract.page.document import parse
from crawler.extract.page.outline import Outline, lay_out
from crawler.extract.page.place import Place, locate
from crawler.extract.stated.metadata import Metadata, read_metadata
from crawler.normalise.likeness import bare

URL = "https://news.example/politics/budget-passes-123"
FIRST = "The parliament passed the budget for the coming year on Friday after a debate that lasted until the early morning."
SECOND = "Members of both chambers voted for the plan, which foresees more money for schools, hospitals and public transport."
LAST = "The government is expected to publish the details next week, when the finance minister returns from her journey."
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"


def laid_out(body: str, head: str = "") -> tuple[Outline, Metadata]:
    """A page laid out, and what it states."""
    document = parse(f"<html lang=en><head>{head}</head><body>{body}</body></html>", url=URL)
    return lay_out(document), read_metadata(document)


def placed(body: str, head: str = "") -> tuple[Place, Metadata]:
    """A page with its headline and text located."""
    outline, metadata = laid_out(body, head)
    headline = find_headline(outline, metadata)
    found = container.find(outline, headlines=[c.text for c in headline.candidates if c.field == "headline"])
    assert found is not None
    return locate(outline, body=found.body, headline=headline.element), metadata


def known(metadata: Metadata) -> Known:
    """What a reader knows of the page before it looks for bylines."""
    writers = frozenset(bare(candidate.text) for candidate in metadata.of("byline"))
    houses = frozenset(candidate.text.casefold() for candidate in metadata.of("publisher"))
    return Known("en", houses, writers)
