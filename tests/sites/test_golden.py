"""Each site's golden pages are read as their golden lines say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crawler.extract.article import extract_article
from crawler.line import faults, to_dict
from crawler.normalise.desk import finish
from crawler.spiders.sites import all_sites
from tests.sites.golden import HERE, PAGES, address, fetched_at, line, stored

NAMED = [pytest.param(page, id=f"{page.parent.name}/{page.stem}") for page in PAGES]


def test_every_site_has_a_golden_page() -> None:
    """And every page has its line, every line its page."""
    assert {page.parent.name for page in PAGES} == set(all_sites())
    assert {page.with_suffix(".json") for page in PAGES} == set(HERE.glob("*/*.json"))


@pytest.mark.parametrize("page", NAMED)
def test_a_page_is_read_as_its_line_says(page: Path) -> None:
    """``make golden`` writes the lines anew; review what changed."""
    assert line(page) == stored(page)[0]


@pytest.mark.parametrize("page", NAMED)
def test_somebody_has_read_the_line(page: Path) -> None:
    """``scrapy newsite`` and ``scrapy page`` write lines that nobody has read: read it, then take out ``"reviewed": false``."""
    assert stored(page)[1], f"{page.with_suffix('.json')} waits for a reader"


@pytest.mark.parametrize("page", NAMED)
def test_a_page_has_an_address_of_its_site(page: Path) -> None:
    """The golden page could have been found on the site's lists."""
    articles = all_sites()[page.parent.name].articles
    assert articles is None or re.search(articles, address(page))


@pytest.mark.parametrize("page", NAMED)
def test_no_text_of_a_page_is_left_over(page: Path) -> None:
    """Every block went to a field or was thrown away for a reason; the line keeps its contract."""
    site = all_sites()[page.parent.name].site
    found = to_dict(finish(extract_article(page.read_bytes(), address(page), site=site, fetched_at=fetched_at(page))))
    assert faults(found) == ()
    assert found["metadata"]["textAccounting"]["unassigned"] == 0
