"""Golden pages: a page of our own hand for each site, and the line that the pipeline makes of it.

``python -m tests.sites.golden`` writes the lines anew; the diff is for a careful reader. A page lies at
``<spider>/<slug>.html`` and is read as its canonical address says.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawler.extract.article import extract_article
from crawler.line import to_dict
from crawler.normalise.desk import finish
from crawler.spiders.sites import all_sites

HERE = Path(__file__).parent
FETCHED = datetime(2026, 9, 1, 12, tzinfo=UTC)
PAGES = sorted(HERE.glob("*/*.html"))
VOLATILE = ("schemaVersion", "revision")
VOLATILE_METADATA = ("dateDownloaded", "extractor", "http", "spider", "runId")
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]+)"')


def address(page: Path) -> str:
    """The address of a page: the canonical one that it states."""
    found = _CANONICAL.search(page.read_bytes())
    assert found, f"{page}: no canonical address"
    return found[1].decode()


def line(page: Path) -> dict[str, Any]:
    """What the pipeline makes of a page, without what changes with the version or the hour."""
    spider = all_sites()[page.parent.name]
    found = to_dict(finish(extract_article(page.read_bytes(), address(page), site=spider.site, fetched_at=FETCHED)))
    kept = {key: value for key, value in found.items() if key not in VOLATILE}
    kept["metadata"] = {key: value for key, value in found["metadata"].items() if key not in VOLATILE_METADATA}
    return kept


def main() -> None:
    """Write the line of every page beside it."""
    for page in PAGES:
        text = json.dumps(line(page), ensure_ascii=False, indent=1)
        page.with_suffix(".json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
