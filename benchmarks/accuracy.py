"""Score ``scrapy extract`` on annotated pages, beside what other tools reach there, against pinned floors.

    make accuracy                                      score, fail when a field sinks below its floor
    python -m benchmarks.accuracy --pages              also print what differs, page by page
    python -m benchmarks.accuracy --without classes    the same pages with hashed class names; jsonld, tags; several by commas
    python -m benchmarks.accuracy --raise              pin today's figures where they are higher
    python -m benchmarks.accuracy --lower "reason"     pin today's figures, lower ones too (reason as in CHANGELOG.md)

The pages lie beside the project in ``../shared/gold`` and belong to their publishers; without them the run
says so and ends well.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from gzip import decompress
from pathlib import Path
from typing import Any

from benchmarks.reduced import REDUCTIONS, reduce

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 0.0005
"""Figures are printed to three places; less than half of the last is no change."""

OTHERS: dict[str, tuple[str, str]] = {
    "headline": (".82", ".53"),
    "date_instant": (".92", "–"),
    "byline_exact": (".71", ".66"),
    "byline_f1": (".85", ".79"),
    "image_f1": (".89", ".36"),
    "caption": (".95", ".14"),
    "credit_exact": (".07", ".01"),
    "related_f1": ("0", "0"),
    "body_first": ("1.0", "1.0"),
    "body_last": (".99", "1.0"),
    "leak_free": (".93", ".75"),
}
"""Fundus' hand-written parsers and trafilatura 2.0 on the same pages with the same scorer."""
FIELDS = ("found", *OTHERS, "related_precision", "related_recall")


def main() -> int:
    """Run the benchmark; give 1 when a field sank, else 0."""
    options = _options()
    if not (GOLD / "score.py").is_file():
        print("accuracy: skipped, no annotated pages beside the project (../shared/gold)")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        figures, report = _score(Path(folder), without=options.without, pages=options.pages)
    print(report, end="")
    pinned: dict[str, Any] = json.loads(FLOORS.read_text()) if FLOORS.is_file() else {"inputs": "", "floors": {}}
    if pinned["inputs"] != _digest():
        print("accuracy: the annotated pages are not those of the floors; compare with care")
    kind = f"without {', '.join(options.without)}" if options.without else "floors"
    floors: dict[str, float] = pinned.get(kind, {})
    _table(figures, floors, others=not options.without)
    if options.lower and options.lower not in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"):
        print(f"accuracy: {options.lower!r} does not stand in CHANGELOG.md; floors left as they are")
        return 1
    sunk = [name for name in FIELDS if figures[name] < floors.get(name, 0.0) - TOLERANCE]
    if options.lower or options.raise_floors:
        _pin(figures, {} if options.lower else floors, pinned, kind)
    if sunk and not options.lower:
        print(f"accuracy: below the floor: {', '.join(sunk)}")
    return int(bool(sunk) and not options.lower)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--raise", dest="raise_floors", action="store_true")
    parser.add_argument("--lower", metavar="REASON")
    parser.add_argument("--without", type=lambda names: names.split(","), default=[], metavar="|".join(REDUCTIONS))
    options = parser.parse_args()
    if unknown := [name for name in options.without if name not in REDUCTIONS]:
        parser.error(f"nothing to leave out is called {', '.join(unknown)}; there are {', '.join(REDUCTIONS)}")
    return options


def _score(folder: Path, *, without: Sequence[str], pages: bool) -> tuple[dict[str, Any], str]:
    """Extract all pages by the command itself and score the lines; the figures, and the page report if wanted."""
    manifest, lines = folder / "manifest.jsonl", folder / "lines.jsonl"
    with manifest.open("w", encoding="utf-8") as file:
        for path in sorted((GOLD / "pages").glob("*.json")):
            page = json.loads(path.read_text(encoding="utf-8"))
            saved = (GOLD / page["file"]).resolve()
            if without:
                saved = _reduced(saved, folder / f"{path.stem}.html", without)
            file.write(json.dumps({"file": str(saved), "url": page["url"], "id": page["id"]}) + "\n")
    scrapy = [sys.executable, "-m", "scrapy"]
    subprocess.run([*scrapy, "extract", str(manifest), "-O", str(lines)], cwd=ROOT, check=True)
    score = [sys.executable, str(GOLD / "score.py"), str(GOLD / "pages"), str(lines)]
    figures = json.loads(subprocess.run([*score, "--json"], check=True, capture_output=True, text=True).stdout)
    report = subprocess.run([*score, "--pages"], check=True, capture_output=True, text=True).stdout if pages else ""
    return figures, report


def _reduced(saved: Path, path: Path, without: Sequence[str]) -> Path:
    body = saved.read_bytes()
    path.write_bytes(reduce(decompress(body) if saved.suffix == ".gz" else body, without))
    return path


def _table(figures: dict[str, Any], floors: dict[str, float], *, others: bool) -> None:
    print(f"{'':18}{'ours':>8}{'floor':>8}" + (f"{'Fundus':>9}{'trafilatura':>13}" if others else ""))
    for name in FIELDS:
        fundus, trafilatura = OTHERS.get(name, ("", "")) if others else ("", "")
        print(f"{name:18}{figures[name]:8.3f}{floors.get(name, 0.0):8.3f}{fundus:>9}{trafilatura:>13}")
    print(f"on {figures['pages']} pages; credits invented {figures['credit_invented']}")


def _digest() -> str:
    digest = hashlib.sha256((GOLD / "score.py").read_bytes())
    for path in sorted((GOLD / "pages").glob("*.json")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _pin(figures: dict[str, Any], floors: dict[str, float], pinned: dict[str, Any], kind: str) -> None:
    """Write the floors of one kind of run; those of other inputs are gone."""
    kept = pinned if pinned["inputs"] == _digest() else {}
    raised = {name: round(max(figures[name], floors.get(name, 0.0)), 4) for name in FIELDS}
    FLOORS.write_text(json.dumps({**kept, "inputs": _digest(), kind: raised}, indent=1) + "\n", encoding="utf-8")
    print(f"accuracy: floors pinned in {FLOORS.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
