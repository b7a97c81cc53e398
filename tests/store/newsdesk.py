"""A small site and a run over it that uses the store as a crawl does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from crawler.items import Article, Credit, Image, Publisher
from crawler.line import to_line
from crawler.normalise.identity import next_revision
from crawler.store import Entry, LockHeldError, Options, StorageError, Store, reading_of
from crawler.store.runs import RunRecord, write_record

SMALL = Options(group_items=4, publish_lines=5)
"""Groups and files so small that a run of a dozen articles has several."""
NOW = "2026-11-25T03:15:00Z"


def url_of(number: int) -> str:
    return f"https://news.example.org/read/{number}-a-headline"


def article(number: int, version: int = 1) -> Article:
    return Article(
        id=f"example.org:{number}",
        url=url_of(number),
        headline=f"Headline {number}",
        article_body=f"Text {number}, version {version}. " + "Wort " * 40,
        images=(Image(caption=f"Picture {number}", credit_text="AP"),),
        authors=(Credit(type="Person", name="Rara Wulan"), Credit(type="Organization", name="AP")),
        publisher=Publisher("Example"),
    )


def entries(numbers: Iterable[int]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            url=f"{url_of(number)}?utm_source=list",
            listing_url="https://news.example.org/",
            section="news",
            rank=rank,
            seen_at=NOW,
            via="section",
            card={"headline": f"Headline {number}"},
        )
        for rank, number in enumerate(numbers, 1)
    )


def read(store: Store, number: int, version: int = 1) -> bool:
    """Read one article as a pipeline would; say whether it gave a line."""
    found = article(number, version)
    store.reading(found.url)
    revision = next_revision(found, last=store.remembered(found.id), checked_at=NOW)
    if revision is None:
        store.unchanged(reading_of(found))
        return False
    found.revision = revision
    return store.keep(to_line(found), reading_of(found))


def run(
    data: Path,
    run_id: str,
    listed: Sequence[int],
    *,
    again: Sequence[int] = (),
    withheld: bool = False,
    said: Callable[[str], object] = print,
) -> int:
    """Run once over a section page that lists ``listed``; read ``again`` anew as second versions. Give the exit code.

    With ``withheld`` the layout is found broken at the end of the run.
    """
    try:
        store = Store.open(data, spider="example", run_id=run_id, options=SMALL)
    except LockHeldError:
        return 75
    except StorageError:
        return 74
    try:
        store.hold = lambda: withheld
        record = RunRecord(id=run_id, spider="example", started_at=NOW)
        write_record(data, record)
        pages = [*store.due(), *store.name(entries(listed))]
        said("named")
        for page in pages:
            read(store, int(page.url.split("/")[-1].split("-")[0]))
        for number in again:
            read(store, number, version=2)
        if withheld:
            store.withhold("layout changed")
        store.close()
        write_record(data, RunRecord(id=run_id, spider="example", started_at=NOW, ended_at=NOW, exit_code=0))
    except StorageError:
        with suppress(StorageError):
            store.close()
        return 74
    return 0


def lines(data: Path) -> list[tuple[str, int]]:
    """Give id and revision of every published line; a line that is not whole raises ``ValueError``."""
    found: list[tuple[str, int]] = []
    for path in sorted((data / "articles").glob("**/*.jsonl")):
        text = path.read_bytes()
        if not text.endswith(b"\n"):
            raise ValueError(f"{path} ends in half a line")
        values = [json.loads(line) for line in text.splitlines()]
        found.extend((value["id"], value["revision"]["number"]) for value in values)
    return found


def wanted(numbers: Iterable[int], again: Iterable[int] = ()) -> list[tuple[str, int]]:
    return sorted([*((f"example.org:{n}", 1) for n in numbers), *((f"example.org:{n}", 2) for n in again)])
