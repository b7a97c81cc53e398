"""Golden pages: a page of our own hand for each site, and the line that the pipeline makes of it.

``python -m tests.sites.golden`` writes the lines anew; the diff is for a careful reader. A page lies at
``<spider>/<slug>.html`` and is read as its canonical address says.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from crawler.commands._golden import FETCHED, FETCHED_AT, REVIEWED, golden_line, golden_text
from crawler.spiders.sites import all_sites

HERE = Path(__file__).parent
PAGES = sorted(HERE.glob("*/*.html"))
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]+)"')


def address(page: Path) -> str:
    """The address of a page: the canonical one that it states."""
    found = _CANONICAL.search(page.read_bytes())
    assert found, f"{page}: no canonical address"
    return found[1].decode()


def line(page: Path) -> dict[str, Any]:
    """What the pipeline makes of a page, without what changes with the version or the hour."""
    return golden_line(page.read_bytes(), address(page), all_sites()[page.parent.name].site, fetched_at=fetched_at(page))


def stored(page: Path) -> tuple[dict[str, Any], bool]:
    """The golden line of a page, and whether somebody has read it."""
    found: dict[str, Any] = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    found.pop(FETCHED_AT, None)
    return found, found.pop(REVIEWED, True)


def fetched_at(page: Path) -> datetime:
    """When a page was fetched, as its line says."""
    path = page.with_suffix(".json")
    said = json.loads(path.read_text(encoding="utf-8")).get(FETCHED_AT) if path.is_file() else None
    return datetime.fromisoformat(said) if said else FETCHED


def main() -> None:
    """Write the line of every page beside it; what nobody has read stays marked."""
    for page in PAGES:
        reviewed = not page.with_suffix(".json").is_file() or stored(page)[1]
        page.with_suffix(".json").write_text(
            golden_text(line(page), reviewed=reviewed, fetched_at=fetched_at(page)), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
