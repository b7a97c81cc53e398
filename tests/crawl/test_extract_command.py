"""``scrapy extract``: saved pages to lines, whatever the files hold."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from crawler.line import faults
from tests.crawl.crawling import scrapy

TEXT = (
    "The council of Merrow Bay voted on Tuesday to rebuild the harbour wall, eleven years after a storm broke it. "
    "Work is to begin in April and will take two summers, the harbour master said."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Harbour wall to be rebuilt | The Merrow Bell</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Harbour wall to be rebuilt",
"datePublished": "2025-02-04T09:30:00+00:00", "author": {{"@type": "Person", "name": "Nell Ashby"}}}}</script></head>
<body><article><h1>Harbour wall to be rebuilt</h1><p class="byline">By Nell Ashby</p>
<figure><img src="/wall.jpg" width="900">
<figcaption>The broken wall. <span class="credit">Photo: Tom Reed/PA</span></figcaption></figure>
<p>{TEXT}</p><p>{TEXT[::-1].swapcase()[::-1]}</p></article></body></html>"""


def run(folder: Path, entries: list[Any], *arguments: str) -> subprocess.CompletedProcess[str]:
    manifest = folder / "manifest.jsonl"
    manifest.write_text("".join((e if isinstance(e, str) else json.dumps(e)) + "\n" for e in entries), encoding="utf-8")
    return scrapy("extract", str(manifest), *arguments)


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_entry_gives_one_valid_line_in_the_same_order(tmp_path: Path) -> None:
    """HTML, gzip and plain text; ids of any kind come back as given."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "text.txt").write_text(f"A headline of plain text\n\n{TEXT}\n", encoding="utf-8")
    url = "https://www.merrowbell.example/news/harbour-wall-482113"
    entries = [{"file": f"{name}", "url": url, "id": n} for n, name in enumerate(("page.html", "page.html.gz", "text.txt"))]
    done = run(tmp_path, entries)
    assert (done.returncode, done.stderr) == (0, "")
    first, second, third = lines(done.stdout)
    assert [line["metadata"]["sourceId"] for line in (first, second, third)] == ["0", "1", "2"]
    assert first["headline"] == second["headline"] == "Harbour wall to be rebuilt"
    assert first["articleBody"] == second["articleBody"]
    assert [author["name"] for author in first["authors"]] == ["Nell Ashby"]
    assert first["images"][0]["provider"] == ["PA"]
    assert third["headline"] == "A headline of plain text"
    assert [faults(line) for line in (first, second, third)] == [(), (), ()]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.html", None),
        ("empty.html", b""),
        ("binary.html", bytes(range(256)) * 40),
        ("cut.html.gz", gzip.compress(PAGE.encode())[:200]),
        ("nothing.html", b"<html><body><p>Hello.</p></body></html>"),
        ("folder", "folder"),
    ],
)
def test_a_page_that_cannot_be_read_gives_a_line_with_the_reason(tmp_path: Path, name: str, content: Any) -> None:
    """No traceback, no lost place in the order: nulls and a reason."""
    if content == "folder":
        (tmp_path / name).mkdir()
    elif content is not None:
        (tmp_path / name).write_bytes(content)
    done = run(tmp_path, [{"file": name, "url": "https://merrowbell.example/x", "id": "x"}])
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = lines(done.stdout)
    assert line["articleBody"] is None
    assert line["metadata"]["validationMessages"]["page"]
    assert faults(line) == ()


@pytest.mark.parametrize("entry", ["{broken", "[]", '{"url": "https://merrowbell.example/"}', '{"file": 7}', "null"])
def test_a_broken_manifest_line_gives_a_line_with_the_reason(tmp_path: Path, entry: str) -> None:
    """The manifest's own faults are told in place."""
    (line,) = lines(run(tmp_path, [entry]).stdout)
    assert "manifest" in line["metadata"]["validationMessages"]["page"][0]


def test_a_page_whose_address_the_manifest_does_not_know_is_called_by_its_own_or_by_its_file(tmp_path: Path) -> None:
    """Two such pages are two articles."""
    (tmp_path / "plain.html").write_text(PAGE, encoding="utf-8")
    own = '<link rel="canonical" href="https://merrowbell.example/news/harbour-wall"></head>'
    (tmp_path / "own.html").write_text(PAGE.replace("</head>", own), encoding="utf-8")
    found = lines(run(tmp_path, [{"file": "plain.html"}, {"file": "own.html", "url": ""}, {"file": "gone.html"}]).stdout)
    assert [line["url"] for line in found] == [
        "urn:x-file:plain.html",
        "https://merrowbell.example/news/harbour-wall",
        "urn:x-file:gone.html",
    ]
    assert found[1]["images"][0]["url"] == "https://merrowbell.example/wall.jpg"
    assert len({line["id"] for line in found}) == 3
    assert [faults(line) for line in found] == [(), (), ()]


def test_a_manifest_from_any_editor_is_read(tmp_path: Path) -> None:
    """A byte order mark, CRLF and blank lines are no faults, and a file may be named by its whole path."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    entry = json.dumps({"file": str(tmp_path / "page.html"), "url": "https://merrowbell.example/x-1234567"})
    done = run(tmp_path, [f"\ufeff{entry}\r", "\r", f"{entry}\r", "  "])
    assert [line["headline"] for line in lines(done.stdout)] == ["Harbour wall to be rebuilt"] * 2


def test_a_page_in_a_wrongly_declared_charset_is_read_right(tmp_path: Path) -> None:
    """UTF-8 under a latin-1 declaration keeps its letters."""
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Nell Ashby", "Nełł Åshby")
    (tmp_path / "page.html").write_bytes(page.encode("utf-8"))
    (line,) = lines(run(tmp_path, [{"file": "page.html", "url": "https://merrowbell.example/x-1234567", "id": 1}]).stdout)
    assert [author["name"] for author in line["authors"]] == ["Nełł Åshby"]


def test_a_missing_manifest_is_wrong_usage_in_one_line(tmp_path: Path) -> None:
    """Exit code 2, one line on stderr, no output file."""
    out = tmp_path / "out.jsonl"
    done = scrapy("extract", str(tmp_path / "none.jsonl"), "-O", str(out))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "no such manifest" in done.stderr
    assert not out.exists()


def test_an_output_that_cannot_be_written_is_a_storage_failure(tmp_path: Path) -> None:
    """Exit code 74, and nothing half-written under the name."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    out = tmp_path / "no" / "such" / "folder" / "out.jsonl"
    done = run(tmp_path, [{"file": "page.html", "url": "https://merrowbell.example/", "id": 1}], "-O", str(out))
    assert done.returncode == 74
    assert done.stderr.count("\n") == 1


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    """Exit code 74; the file that was there before is as it was."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    out.write_text("before\n", encoding="utf-8")
    (tmp_path / "out.jsonl.part").symlink_to("/dev/full")
    done = run(tmp_path, [{"file": "page.html", "url": "https://merrowbell.example/", "id": 1}], "-O", str(out))
    assert (done.returncode, done.stderr.count("\n")) == (74, 1)
    assert [path.name for path in sorted(tmp_path.glob("out*"))] == ["out.jsonl"]
    assert out.read_text(encoding="utf-8") == "before\n"


def test_overwriting_and_appending_mean_what_they_mean_in_scrapy(tmp_path: Path) -> None:
    """-O replaces the file, -o adds to it."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    entry = {"file": "page.html", "url": "https://merrowbell.example/x-1234567", "id": 1}
    for option, count in (("-O", 1), ("-o", 2), ("-O", 1)):
        assert run(tmp_path, [entry], option, str(out)).returncode == 0
        assert len(lines(out.read_text(encoding="utf-8"))) == count
