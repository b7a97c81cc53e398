"""``scrapy newsite URL``: look at a site and write its file, a golden page and that page's line for review."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scrapy.commands import ScrapyCommand
from scrapy.crawler import AsyncCrawlerProcess

from crawler.commands import EX_UNAVAILABLE, EX_USAGE, tell
from crawler.commands._golden import PROJECT, golden_line, save_golden
from crawler.commands._probe import Fetched, Probe, run
from crawler.commands._sitefile import Draft, draft, written
from crawler.normalise.harmless import safe
from crawler.normalise.hosts import host_of
from crawler.spiders.sites import all_sites, spider_of

ARTICLES = 10
_FIELDS = (
    "headline", "description", "datePublished", "dateModified", "byline", "authors", "articleSection", "inLanguage", "images",
    "image credits", "keywords", "relatedArticles", "articleBody",
)  # fmt: skip

Line = dict[str, Any]


class Command(ScrapyCommand):
    """Probe a site: sections, article pattern, language, names, time zone; how well ten of its articles are read."""

    requires_project = True

    def syntax(self) -> str:
        """Arguments as ``scrapy newsite -h`` shows them."""
        return "URL [--name NAME] [--project FOLDER]"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Look at a site and write its spider file, a golden page and a line to review"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the spider's name and where the files go."""
        super().add_options(parser)
        parser.add_argument("--name", help="name of the spider (default: the domain's first label)")
        parser.add_argument("--project", metavar="FOLDER", default=str(PROJECT), help="where crawler/ and tests/ lie")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Exit code 2 for wrong usage or a site that has a file, 69 where it cannot be read or names no article."""
        fault = _wrong_usage(args, opts.name)
        if fault is not None:
            self.exitcode = tell("newsite", fault, code=EX_USAGE)
            return
        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        probe = run(self.crawler_process, Probe(url=args[0], articles=ARTICLES))
        plan = draft(probe, name=opts.name)
        lines = [(page, golden_line(page.body, page.url, plan.site, fetched_at=page.at)) for page in probe.pages]
        read = [(page, line) for page, line in lines if line.get("headline") and line.get("articleBody")]
        if not read:
            told = next(
                iter(probe.faults), f"no article is named on {args[0]}" if not probe.cards else "no article could be read"
            )
            self.exitcode = tell("newsite", told, code=EX_UNAVAILABLE)
            return
        self.exitcode = _write(plan, read, Path(opts.project))
        print(*coverage([line for _, line in lines]), sep="\n")
        print(*map(safe, probe.faults), sep="\n", end="\n" if probe.faults else "")


def _wrong_usage(args: Sequence[str], name: str | None) -> str | None:
    if len(args) != 1 or not host_of(args[0]) or not args[0].startswith(("http://", "https://")):
        return "takes the address of a front page, like https://www.example.org/"
    known = spider_of(args[0])
    if known is not None:
        return f"{host_of(args[0])} has a file: crawler/spiders/{known.name}.py"
    if name is not None and (not name.isidentifier() or name in {*all_sites(), "news"}):
        return f"--name {name} is taken or no name for a module"
    return None


def _write(plan: Draft, read: list[tuple[Fetched, Line]], project: Path) -> int:
    """Write the three files; the golden page is the one with the most on its line."""
    target = project / "crawler" / "spiders" / f"{plan.name}.py"
    if target.exists():
        return tell("newsite", f"{target} is there already; give another --name", code=EX_USAGE)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(written(plan), encoding="utf-8")
    page, _ = max(read, key=lambda pair: sum(map(bool, _values(pair[1]))))
    saved = save_golden(page, plan.site, project / "tests" / "sites" / plan.name)
    print(target, saved, sep="\n")
    print(f'{saved.with_suffix(".json")}: read it, mend it, then take out its line "reviewed": false')
    print("Then: make docs, two or three addresses of articles into tests/sites/test_site_addresses.py, make test")
    return 0


def coverage(lines: Sequence[Line]) -> list[str]:
    """How many of the lines have each field, as a table."""
    table = [f"{'field':18}of {len(lines)}"]
    values = [_values(line) for line in lines]
    return table + [f"{name:18}{sum(bool(each[place]) for each in values):5}" for place, name in enumerate(_FIELDS)]


def _values(line: Line) -> list[Any]:
    credited = [image for image in line.get("images", ()) if image.get("creditText")]
    return [credited if name == "image credits" else line.get(name) for name in _FIELDS]
