"""``scrapy extract MANIFEST.jsonl -O OUT.jsonl``: saved pages to lines, without a crawl."""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, ClassVar
from urllib.parse import quote

from scrapy.commands import ScrapyCommand

from crawler.commands import EX_IOERR, EX_USAGE, tell
from crawler.evidence import Evidence
from crawler.extract.article import extract_article
from crawler.extract.plaintext import extract_text
from crawler.items import Article, Http
from crawler.line import to_line
from crawler.normalise.desk import finish
from crawler.spiders import sites

_NAMELESS = "urn:x-file:"
"""With the file's name: the address of a page whose manifest line and canonical link name none."""
MAX_PAGE = 64 * 1024 * 1024
"""Bytes of one saved page after gunzip; more is told as a reason, not read."""


class Command(ScrapyCommand):
    """Give one line for each line of a manifest, in the same order."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Arguments as ``scrapy extract -h`` shows them."""
        return "MANIFEST.jsonl [-O OUT.jsonl]"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Read saved pages, listed in a manifest, into lines of JSON"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the two outputs, named as in ``scrapy crawl``."""
        super().add_options(parser)
        parser.add_argument("-O", "--overwrite-output", metavar="FILE", help="write the lines to FILE, replacing it")
        parser.add_argument("-o", "--output", metavar="FILE", help="append the lines to FILE (default: standard output)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the manifest line by line; exit code 2 for a missing manifest, 74 where the output cannot be written."""
        if len(args) != 1 or args[0].startswith("-"):
            self.exitcode = tell("extract", "takes one manifest: scrapy extract MANIFEST.jsonl -O OUT.jsonl", code=EX_USAGE)
            return
        manifest = Path(args[0])
        if not manifest.is_file():
            self.exitcode = tell("extract", f"no such manifest: {manifest}", code=EX_USAGE)
            return
        try:
            with manifest.open("rb") as lines, _output(opts) as out:
                for line in lines:
                    if line.strip():
                        out.write(to_line(_article(line, manifest.parent)) + b"\n")
        except OSError as error:
            self.exitcode = tell("extract", f"cannot write the output: {error}", code=EX_IOERR)


@contextmanager
def _output(opts: argparse.Namespace) -> Iterator[BinaryIO]:
    if opts.overwrite_output:
        target = Path(opts.overwrite_output)
        unfinished = target.with_name(target.name + ".part")
        try:
            with unfinished.open("wb") as out:
                yield out
            unfinished.replace(target)
        finally:
            with suppress(OSError):
                unfinished.unlink()
    elif opts.output:
        with Path(opts.output).open("ab") as out:
            yield out
    else:
        yield sys.stdout.buffer


def _article(line: bytes, folder: Path) -> Article:
    """Read one page; whatever is wrong with it stands on its line."""
    entry, fault = _entry(line)
    url = str(entry.get("url") or f"{_NAMELESS}{quote(str(entry.get('file')))}")
    fetched = _moment(entry.get("fetched"))
    article = _nothing(url, fault) if fault else _read(folder / str(entry["file"]), url, fetched)
    article.metadata = replace(
        article.metadata,
        date_downloaded=fetched.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if fetched else None,
        http=Http(via="file"),
        source_id=_source_id(entry.get("id")),
    )
    return finish(article)


def _entry(line: bytes) -> tuple[dict[str, Any], str | None]:
    try:
        entry = json.loads(line)
    except ValueError:
        return {}, "manifest line is not JSON"
    if not isinstance(entry, dict):
        return {}, "manifest line is not an object"
    if not isinstance(entry.get("file"), str) or not entry["file"]:
        return entry, "manifest line names no file"
    return entry, None


def _read(path: Path, url: str, fetched: datetime | None) -> Article:
    try:
        body = _bytes(path)
    except FileNotFoundError:
        return _nothing(url, "file not found")
    except (EOFError, zlib.error, gzip.BadGzipFile):
        return _nothing(url, "gzip stream is damaged")
    except (OSError, ValueError) as error:
        return _nothing(url, f"file cannot be read: {error}")
    if path.name.removesuffix(".gz").endswith(".txt"):
        text, site = body.decode("utf-8", errors="replace"), sites.site_of(url)
        return extract_text(text, url, site=site if site.domains else sites.site_named_in(text), fetched_at=fetched)
    return _html(body, url, fetched)


def _html(body: bytes, url: str, fetched: datetime | None) -> Article:
    """Read a page; one that came without its address is read once more with the one that it states."""
    article = extract_article(body, url, site=sites.site_of(url), fetched_at=fetched)
    if not url.startswith(_NAMELESS) or article.evidence is None:
        return article
    stated = next((candidate.text for candidate in article.evidence.of("canonical_url")), None)
    return _html(body, stated, fetched) if stated and not stated.startswith(_NAMELESS) else article


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        source: Any = gzip.GzipFile(fileobj=file) if packed else file
        body: bytes = source.read(MAX_PAGE + 1)
    if len(body) > MAX_PAGE:
        raise ValueError(f"larger than {MAX_PAGE} bytes")
    return body


def _nothing(url: str, reason: str) -> Article:
    return Article(url=url, evidence=Evidence(site=sites.site_of(url), reason=reason))


def _moment(value: Any) -> datetime | None:
    """Read the manifest's optional ``fetched``: ISO 8601, UTC where it names no zone."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _source_id(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
