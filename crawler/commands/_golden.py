"""Golden pages: a saved page of a site, and the line that the pipeline makes of it, for a careful reader to approve once."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crawler.commands._probe import Fetched
from crawler.extract.article import extract_article
from crawler.line import to_dict
from crawler.normalise.desk import finish
from crawler.site import Site

FETCHED = datetime(2026, 9, 1, 12, tzinfo=UTC)
"""When golden pages count as fetched whose line does not say it: relative dates stay what they are."""
FETCHED_AT = "fetchedAt"
"""The key of a golden line that says when its page was fetched."""
REVIEWED = "reviewed"
"""The key of a golden line that says whether somebody has read it; absent means yes."""
PROJECT = Path(__file__).parents[2]
_VOLATILE = ("schemaVersion", "revision")
_VOLATILE_METADATA = ("dateDownloaded", "extractor", "http", "spider", "runId")
_HEAD = re.compile(rb"<head\b[^>]*>", re.IGNORECASE)
_WORDS = re.compile(r"[a-z0-9]+")
_LONGEST = 40


def golden_line(html: bytes, url: str, site: Site, *, fetched_at: datetime = FETCHED) -> dict[str, Any]:
    """What the pipeline makes of a page, without what changes with the version or the hour."""
    found = to_dict(finish(extract_article(html, url, site=site, fetched_at=fetched_at)))
    kept = {key: value for key, value in found.items() if key not in _VOLATILE}
    kept["metadata"] = {key: value for key, value in found["metadata"].items() if key not in _VOLATILE_METADATA}
    return kept


def golden_text(line: dict[str, Any], *, reviewed: bool, fetched_at: datetime = FETCHED) -> str:
    """The file of a golden line."""
    marked = {
        **({} if reviewed else {REVIEWED: False}),
        **({} if fetched_at == FETCHED else {FETCHED_AT: fetched_at.isoformat()}),
    }
    marked |= line
    return json.dumps(marked, ensure_ascii=False, indent=1) + "\n"


def save_golden(page: Fetched, site: Site, folder: Path) -> Path:
    """Write a page and its line, which nobody has read yet; the page states its address and charset itself."""
    body = _complete(page)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{_slug(page.url)}.html"
    target.write_bytes(body)
    line = golden_line(body, page.url, site, fetched_at=page.at)
    target.with_suffix(".json").write_text(golden_text(line, reviewed=False, fetched_at=page.at), encoding="utf-8")
    return target


def _complete(page: Fetched) -> bytes:
    charset = f'<meta charset="{escape(page.charset)}">' if page.charset else ""
    added = f'{charset}<link rel="canonical" href="{escape(page.url)}">'.encode()
    head = _HEAD.search(page.body)
    place = head.end() if head else 0
    return page.body[:place] + added + page.body[place:]


def _slug(url: str) -> str:
    """The words of an address's end, as many as make a file name."""
    words = _WORDS.findall(urlsplit(url).path.rpartition("/")[2].lower().removesuffix(".html")) or ["page"]
    text = "-".join(word for word in words if not word.isdecimal()) or words[0]
    return text[:_LONGEST].strip("-")
