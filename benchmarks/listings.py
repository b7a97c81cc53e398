"""Measure the reading of lists on saved pages: links, next pages, addresses, feeds.

    python -m benchmarks.listings                      print the figures, fail when one sinks below what is asked
    python -m benchmarks.listings --pages              also print what differs, page by page

The pages lie beside the project in ``../shared/corpus`` and belong to their publishers; without them the run says so
and ends well.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.figures import Figure
from benchmarks.listings_feeds import feeds
from crawler.extract.listing.links import is_article_link
from crawler.extract.listing.paging import page_number
from crawler.extract.listing.reading import read_listing
from crawler.extract.page.document import Document, parse, text_of
from crawler.normalise.hosts import registered_domain
from crawler.normalise.urls import clean_url, identity_key

CORPUS = Path(__file__).parents[1].parent / "shared" / "corpus"
DAY = "2026-01-01"
DRIFT = 0.05
"""So much less than on that day is a loss."""
HEADLINE = 5
"""Words of a link that is surely a headline."""


def main() -> int:
    """Run all measurements; give 1 when a figure is not what is asked, else 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", action="store_true")
    pages = parser.parse_args().pages
    if not (CORPUS / "INDEX.jsonl").is_file():
        print("listings: skipped, no saved pages beside the project (../shared/corpus)")
        return 0
    index = [json.loads(line) for line in (CORPUS / "INDEX.jsonl").read_text(encoding="utf-8").splitlines()]
    figures = [*sections(), *drift(), *pagination(index), *addresses(), *feeds(CORPUS, index), *indonesia()]
    for figure in figures:
        mark = "" if figure.good else "   not as asked"
        sign = "<=" if figure.most else ">="
        print(f"{figure.name:44}{figure.hits:6} of {figure.of:6} = {figure.value:.3f}  ({sign} {figure.asked:.2f}){mark}")
        if pages:
            print(*(f"    {note}" for note in figure.notes), sep="\n")
    return int(not all(figure.good for figure in figures))


def _bytes(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


def sections() -> Iterator[Figure]:
    """Section pages of seven sites against the rows that a scraper of their own read from them."""
    recall = Figure("section pages: links found", asked=0.97)
    followed = Figure("section pages: links worth a request", asked=0.9)
    precision = Figure("section pages: main streams right", asked=0.85)
    for path in sorted((CORPUS / "listings" / "sections" / DAY).rglob("*.rows.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))
        html = _bytes(path.with_name(path.name.replace(".rows.json", ".html.gz")))
        listing = read_listing(html, rows["url"])
        wanted = _wanted(rows, html)
        found = {card.key for card in listing.cards}
        asked = {card.key for card in listing.articles}
        stream = {card.key for card in listing.cards if card.block in ("stream", "main")}
        for figure, hits, of in (
            (recall, len(found & wanted), len(wanted)),
            (followed, len(asked & wanted), len(wanted)),
            (precision, len(stream & wanted), len(stream)),
        ):
            figure.hits, figure.of = figure.hits + hits, figure.of + of
            figure.notes.append(f"{path.parent.name}/{path.name.partition('.')[0]}: {hits} of {of}")
        recall.notes += [f"        missed {key}" for key in sorted(wanted - found)[:8]]
        precision.notes += [f"        beyond {key}" for key in sorted(stream - wanted)[:8]]
    yield from (recall, followed, precision)


def _wanted(rows: dict[str, Any], html: bytes) -> set[str]:
    """The keys of the rows whose links the page holds."""
    document = parse(html, url=rows["url"])
    linked = {
        identity_key(clean_url(url)) for node in document.css("a[href]") if (url := document.absolute(node.attributes["href"]))
    }
    keys = {identity_key(clean_url(row["url"])) for row in rows["articles"] if row.get("url")}
    return keys & linked


def drift() -> Iterator[Figure]:
    """Pages of all years: of the headlines in their lists, as many are found in each year as on the day of the rows."""
    shares: dict[tuple[str, str], list[int]] = {}
    for path in sorted((CORPUS / "listings" / "sections").rglob("*.html.gz")):
        site, day = path.parent.name, path.parents[1].name
        html = _bytes(path)
        asked = {card.key for card in read_listing(html, f"https://www.{site}/").articles}
        wanted = _headline_links(html, f"https://www.{site}/")
        counts = shares.setdefault((site, day), [0, 0])
        counts[0] += len(asked & wanted)
        counts[1] += len(wanted)
    figure = Figure("earlier years: as many of the headlines", asked=1.0)
    for (site, day), (hits, of) in shares.items():
        good = hits / of >= shares[site, DAY][0] / shares[site, DAY][1] - DRIFT
        figure.hits, figure.of = figure.hits + good, figure.of + 1
        figure.notes.append(f"{site} {day}: {hits} of {of} {'' if good else 'FEWER'}")
    yield figure


def _headline_links(html: bytes, url: str) -> set[str]:
    """The keys of the site's own links that stand in headings or articles outside menus, and read like headlines."""
    document = parse(html, url=url)
    found = set()
    for node in document.css("article a[href], h2 a[href], h3 a[href], a[href]:has(h2, h3)"):
        address = document.absolute(node.attributes["href"])
        if address and registered_domain(address) == registered_domain(url) and len(text_of(node).split()) >= HEADLINE:
            found.add(identity_key(clean_url(address)))
    outside = {
        identity_key(clean_url(address))
        for node in document.css("nav a[href], footer a[href], aside a[href]")
        if (address := document.absolute(node.attributes["href"]))
    }
    return found - outside


def pagination(index: list[dict[str, Any]]) -> Iterator[Figure]:
    """Pages of all kinds whose neighbouring pages people have marked.

    The right one is that with what is older: blogs whose "next" leads to newer posts have it marked as the previous page.
    """
    right = Figure("next page: right where there is one", asked=0.9)
    wrong = Figure("next page: wrong", asked=0.02, most=True)
    for entry in index:
        if not {"NEXT", "PREV", "PAGE"} & set(entry.get("pagination", ())):
            continue
        html, marks = _bytes(CORPUS / entry["file"]), entry["pagination"]
        document = parse(html, url=entry["url"])
        forward, back = (_marked(document, marks.get(kind) or "") for kind in ("NEXT", "PREV"))
        wanted = _onward(forward, entry["url"]) | _onward(back, entry["url"], older=True)
        further = {_key(url) for url in wanted | set(_marked(document, marks.get("PAGE") or ""))}
        found = read_listing(html, entry["url"]).next_pages[:1]
        wanted = {_key(url) for url in wanted}
        good = bool(found) and _key(found[0]) in wanted
        wrong.of, right.of = wrong.of + 1, right.of + bool(wanted)
        right.hits, wrong.hits = right.hits + good, wrong.hits + (bool(found) and _key(found[0]) not in further)
        if not good and (wanted or found):
            note = f"{entry['file']} {entry['url']}: {found or '-'}, marked {sorted(wanted)}"
            (right if wanted else wrong).notes.append(note)
    yield from (right, wrong)


def _marked(document: Document, selector: str) -> dict[str, str]:
    """The links that a selector marks: address to text."""
    nodes = document.css(selector) if selector else []
    links = [link for node in nodes for link in ((node,) if node.tag == "a" else node.css("a"))]
    found = ((document.absolute(link.attributes.get("href")), text_of(link)) for link in links)
    return {url: text for url, text in found if url}


def _onward(marked: dict[str, str], here: str, *, older: bool = False) -> set[str]:
    """Of the marked links those that lead to older items."""
    current = page_number(here) or 0
    numbers = {url: page_number(url) for url in marked}
    if older:
        return {url for url, text in marked.items() if "older" in text.lower() or (numbers[url] or 0) > max(current, 1)}
    return {url for url, text in marked.items() if "newer" not in text.lower() and (numbers[url] or current + 1) > current}


def _key(url: str) -> str:
    """An address without the order of its parameters."""
    parts = urlsplit(clean_url(url))
    return f"{parts.netloc}{parts.path.rstrip('/')}?{'&'.join(sorted(parts.query.split('&')))}"


def addresses() -> Iterator[Figure]:
    """Links that people have marked as a story or not, told by address and text alone."""
    figure = Figure("links: story or not, F1", asked=0.93)
    hits = beyond = missed = 0
    with (CORPUS / "links" / "labeled.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            is_story, said = (
                row["is_story"].strip().lower() in ("true", "1", "yes", "t"),
                is_article_link(row["url"], row["text"]),
            )
            hits += is_story and said
            beyond += said and not is_story
            missed += is_story and not said
            if said != is_story:
                figure.notes.append(f"{'missed' if is_story else 'beyond'} {row['url']} {row['text'][:60]!r}")
    figure.hits, figure.of = 2 * hits, 2 * hits + beyond + missed
    yield figure


def indonesia() -> Iterator[Figure]:
    """Lists whose rows were counted by eye."""
    figure = Figure("Indonesian lists: rows counted by eye", asked=0.95)
    for line in Path(__file__).with_name("listings_rows.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, url, selector, count = line.split("\t")
        html = _bytes(CORPUS / name)
        document = parse(html, url=url)
        links = (document.absolute(node.attributes.get("href")) for node in document.css(selector))
        wanted = {identity_key(clean_url(link)) for link in links if link}
        found = {card.key for card in read_listing(html, url).cards if card.block not in ("menu", "popular")} & wanted
        figure.hits, figure.of = figure.hits + len(found), figure.of + int(count)
        figure.notes.append(f"{name}: {len(found)} of {count} ({len(wanted)} marked)")
        figure.notes += [f"    missed {key}" for key in sorted(wanted - found)]
    yield figure


if __name__ == "__main__":
    sys.exit(main())
