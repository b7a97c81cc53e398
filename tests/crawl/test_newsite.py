"""A file for a site that has none, written from a look at it; golden pages that wait for a reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.commands._golden import golden_line, golden_text
from crawler.commands._probe import Fetched, Probe
from crawler.commands._sitefile import MOST_LINES, draft, written
from crawler.demo.server import DemoServer
from crawler.extract.listing.survey import Survey
from crawler.site import Site
from tests.crawl.crawling import scrapy
from tests.crawl.odd import SitemapOnly


@pytest.fixture(scope="module")
def demo() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


@pytest.fixture(scope="module")
def written_site(demo: DemoServer, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    project = tmp_path_factory.mktemp("project")
    done = scrapy("newsite", demo.url, "--name", "sauh", "--project", str(project))
    assert (done.returncode, done.stderr) == (0, "")
    return project, done.stdout


def test_the_file_holds_what_the_site_states(written_site: tuple[Path, str], demo: DemoServer) -> None:
    """It is short, it can be imported, and its sections are those that name articles."""
    text = (written_site[0] / "crawler" / "spiders" / "sauh.py").read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES
    found: dict[str, type] = {}
    exec(compile(text, "sauh.py", "exec"), found)
    site = found["SauhSpider"].site  # type: ignore[attr-defined]
    assert (site.name, site.publishers, site.language) == ("127.0.0.1", ("SAUH",), "id")
    sections = found["SauhSpider"].sections  # type: ignore[attr-defined]
    assert f"{demo.url}berita/nasional" in sections
    assert f"{demo.url}internal/stats" not in sections


def test_the_golden_line_waits_for_a_reader(written_site: tuple[Path, str]) -> None:
    """It is what the pipeline makes of the saved page, marked as read by nobody."""
    (page,) = (written_site[0] / "tests" / "sites" / "sauh").glob("*.html")
    line = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert line.pop("reviewed") is False
    assert line["headline"]
    site = Site(name="127.0.0.1", domains=("127.0.0.1",), publishers=("SAUH",), url=line["publisher"]["url"], language="id")
    assert golden_line(page.read_bytes(), line["url"], site)["articleBody"] == line["articleBody"]


def test_the_coverage_of_ten_articles_is_told(written_site: tuple[Path, str]) -> None:
    """Field by field."""
    rows = dict(
        line.rsplit(maxsplit=1) for line in written_site[1].splitlines() if line.startswith(("field", "headline", "image"))
    )
    assert rows["field             of"] == "10"
    assert rows["headline"] == "10"
    assert set(rows) >= {"images", "image credits"}


def test_a_site_of_which_only_a_sitemap_is_known_is_read_by_it(tmp_path: Path) -> None:
    """Its index, for months go by; a page that is older than its line stays dated when it is read again."""
    with SitemapOnly() as site:
        done = scrapy("newsite", site.url, "--name", "muara", "--project", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{site.url}sitemap_index.xml" in (tmp_path / "crawler" / "spiders" / "muara.py").read_text(encoding="utf-8")
    (page,) = (tmp_path / "tests" / "sites" / "muara").glob("*.json")
    line = json.loads(page.read_text(encoding="utf-8"))
    assert line["datePublished"]
    assert datetime.now(UTC) - datetime.fromisoformat(line["fetchedAt"]) < timedelta(minutes=5)


def test_a_file_is_never_written_over(written_site: tuple[Path, str], demo: DemoServer) -> None:
    """The second time another name is wanted."""
    done = scrapy("newsite", demo.url, "--name", "sauh", "--project", str(written_site[0]))
    assert done.returncode == 2
    assert "is there already; give another --name" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("newsite", "http://127.0.0.1:9/"), 69, "cannot read http://127.0.0.1:9/: robots.txt: connection refused"),
        (("newsite", "sauh.example"), 2, "takes the address of a front page"),
        (("newsite", "https://www.viva.co.id/"), 2, "www.viva.co.id has a file: crawler/spiders/viva.py"),
        (("newsite", "https://sauh.example/", "--name", "viva"), 2, "--name viva is taken"),
        (("page", "https://sauh.example/x"), 2, "takes the address of an article of a site that has a file"),
    ],
)
def test_what_cannot_be_is_told_in_a_line(arguments: tuple[str, ...], code: int, said: str, tmp_path: Path) -> None:
    """With the exit code that fits."""
    done = scrapy(*arguments, "--project", str(tmp_path))
    assert done.returncode == code
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_site_of_many_sections_keeps_the_first(tmp_path: Path) -> None:
    """The file stays short; quotes of a name do no harm."""
    sections = tuple(f"https://www.sauh.example/rubrik-{n}" for n in range(40))
    pages = [Fetched(url=f"https://www.sauh.example/rubrik-1/1740{n}00-kapal", body=b"") for n in range(5)]
    names = ('Sauh "Media"\\', "SAUH")
    found = Survey(sections=sections, publishers=names, articles=r"/\d{5,}[-_][^/?#]+", timezone="Asia/Jakarta", language="id")
    plan = draft(Probe(url="https://www.sauh.example/", survey=found, sections=list(sections), pages=pages))
    text = written(plan)
    assert text.count("\n") <= MOST_LINES
    assert (plan.name, plan.site.native_id) == ("sauh", r"/(\d{5,})[-_][^/?#]+")
    compiled: dict[str, type] = {}
    exec(compile(text, "sauh.py", "exec"), compiled)
    assert compiled["SauhSpider"].publishers == names  # type: ignore[attr-defined]


def test_a_line_that_was_read_bears_no_mark() -> None:
    """Absent means yes."""
    assert "reviewed" not in golden_text({"headline": "x"}, reviewed=True)
    assert golden_text({"headline": "x"}, reviewed=False).startswith('{\n "reviewed": false')
