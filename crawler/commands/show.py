"""``scrapy show [FOLDER|FILE]``: what lies in the JSONL, and one article made readable."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from crawler.commands import EX_USAGE, tell
from crawler.normalise.harmless import safe
from crawler.store.packing import SUFFIXES, unpacked

Line = dict[str, Any]
_ENDS = tuple(SUFFIXES.values())


class Command(ScrapyCommand):
    """Print where the articles lie, how many there are, and one of them field by field."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Arguments as ``scrapy show -h`` shows them."""
        return "[FOLDER|FILE] [--id ID]"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Show what lies in the JSONL, and one article readably"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the choice of the article."""
        super().add_options(parser)
        parser.add_argument(
            "--id", metavar="ID", help="show the article with this id (default: the richest of the newest file)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the summary; exit code 2 where nothing lies at the place named."""
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that has seen enough is no fault: scrapy show | head
        assert self.settings is not None
        place = Path(args[0]) if args else Path(self.settings["DATA_DIR"]) / "articles"
        files = sorted(found for found in place.rglob("*") if found.name.endswith(_ENDS)) if place.is_dir() else [place]
        if not files or not files[0].is_file():
            self.exitcode = tell("show", f"no JSONL at {place}", code=EX_USAGE)
            return
        try:
            count, articles, chosen = _choose(files, opts.id)
        except (OSError, EOFError, ValueError, KeyError, TypeError):
            self.exitcode = tell("show", f"{place} holds lines that are no articles of this crawler", code=EX_USAGE)
            return
        held = f"{articles} articles in {count} lines of {len(files)} file{'s' if len(files) > 1 else ''}"
        sys.stdout.write(f"{held} under {place}\n")
        sys.stdout.writelines(f"  {found}\n" for found in files[-5:])
        if chosen is None and opts.id:
            self.exitcode = tell("show", f"no article {opts.id}", code=EX_USAGE)
        elif chosen is not None:
            sys.stdout.write("\n" + safe("\n".join(readable(chosen))) + "\n")


def readable(line: Line) -> Iterator[str]:
    """Give the lines that show an article: what was parted, in the order a reader meets it."""
    yield str(line["headline"])
    yield f"  {line['url']}"
    yield f"  published {line.get('datePublished')} · {line.get('inLanguage')} · {', '.join(line.get('articleSection', ()))}"
    yield f"  byline: {line.get('byline') or '–'}"
    yield from (
        f"    {_credit(credit)}" for key in ("authors", "contributors", "sourceOrganization") for credit in line.get(key, ())
    )
    for image in line["images"]:
        yield f"  picture: {image.get('caption') or '–'}"
        yield f"    credit: {image.get('creditText') or '–'} = {_picture_credit(image)}"
    for teaser in line["relatedArticles"]:
        yield f"  teaser ({teaser['kind']}, {teaser['placement']}): {teaser['headline']}"
    paragraphs = (line.get("articleBody") or "").split("\n\n")
    yield f"  text: {line.get('wordCount', 0)} words in {len(paragraphs)} paragraphs"
    yield from (f"    {paragraph[:110]}{'…' if len(paragraph) > 110 else ''}" for paragraph in paragraphs[:3])


def _choose(files: Sequence[Path], wanted: str | None) -> tuple[int, int, Line | None]:
    """Count lines and articles; give the article that is wanted, else the richest."""
    count, best, best_rank = 0, None, (-1,)
    ids: set[int] = set()
    for path in files:
        for line in _lines(path):
            count += 1
            ids.add(hash(line["id"]))
            rank = (sum(map(bool, (line["authors"], line["images"], line["relatedArticles"], line.get("contributors")))),)
            if line["id"] == wanted or (wanted is None and rank > best_rank):
                best, best_rank = line, rank
    return count, len(ids), best


def _lines(path: Path) -> Iterator[Line]:
    lines = unpacked(path.read_bytes(), path.name).split(b"\n")
    yield from (json.loads(line) for line in lines if line)


def _credit(credit: Line) -> str:
    return f"{credit.get('role') or 'author'}: {credit['name']}"


def _picture_credit(image: Line) -> str:
    names = [creator["name"] for creator in image.get("creator", ())]
    source = image.get("source") or {}
    return " / ".join((*names, *image.get("provider", ()), *filter(None, (source.get("name"),)))) or "–"
