"""Replay a day of section pages: real runs, one after the other, against a loopback server that shows each page as it was.

    python -m benchmarks.replay                      print what each run asked for, fail where it was too much or missed a link
    python -m benchmarks.replay -s SETTING=VALUE     the same with settings for the runs

Every article that ever stood in a list must be fetched once and none twice; a run may cost its new articles, one request a
section, and two: robots.txt, and a look at one known article whose headline a list has changed. Not counted are requests for
what was not saved, the second page of a list; they are told. Runs may look at one known article each (``RECHECKS_MAX``): by
the clock they follow each other within minutes, when by their pages' hours others would not be due. The pages lie in
``../shared/corpus/listings/sequence``; without them the run says so and ends well.
"""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from crawler.demo.server import DemoServer
from crawler.demo.site import MISSING, Reply
from crawler.extract.listing.reading import read_listing
from crawler.normalise.urls import identity_key

ROOT = Path(__file__).parents[1]
SEQUENCE = ROOT.parent / "shared" / "corpus" / "listings" / "sequence"
BEYOND = 2
"""Requests that a run may make beyond its new articles and its sections: robots.txt, and one look at a known article."""
STORY = """<!doctype html><html lang="de"><head><title>{title}</title><meta property="og:type" content="article">
<meta property="article:published_time" content="2022-01-29T05:00:00+01:00"></head><body><article><h1>{title}</h1>
<p>{title}: So begann am Samstag ein Bericht, der nur hier steht und den keine andere Seite wiederholt.</p>
<p>Der zweite Absatz von {title} nennt Zahlen, Orte und die Namen derer, die dabei gewesen sind.</p></article></body></html>"""
ROBOTS = Reply(b"User-agent: *\nDisallow:\n", "text/plain")


class Replay(DemoServer):
    """One site at one moment; every address that is no section is an article."""

    def __init__(self, host: str) -> None:
        super().__init__()
        self.host = host
        self.pages: dict[str, bytes] = {}
        self.stories: set[str] = set()

    def show(self, folder: Path) -> None:
        """Put the site's pages of one moment in place, with the links of that site leading here."""
        site = re.compile(rb"https?://(?:www\.|m\.)?" + re.escape(self.host.encode()) + rb"(?=[/\"'?#])")
        for path in sorted(folder.glob("*.html.gz")):
            page = site.sub(self.url.rstrip("/").encode(), gzip.decompress(path.read_bytes()))
            self.pages[f"/{path.name.removesuffix('.html.gz')}"] = page
        for name, page in self.pages.items():
            listing = read_listing(page, self.url.rstrip("/") + name)
            self.stories.update(card.key for card in listing.articles)

    def reply(self, target: str) -> Reply:
        """A section, robots.txt or an article; nothing else is there."""
        if target in self.pages:
            return Reply(self.pages[target])
        if target == "/robots.txt":
            return ROBOTS
        if identity_key(self.url.rstrip("/") + target) not in self.stories:
            return MISSING
        words = re.findall(r"[^\W\d_]{3,}", target)
        return Reply(STORY.format(title=" ".join([*words[-9:], *re.findall(r"\d+|[0-9a-f]{12,}", target)])).encode())


def main() -> int:
    """Replay all sites; give 1 when a run asked for too much or a link was missed or fetched twice, else 0."""
    if not SEQUENCE.is_dir():
        print("replay: skipped, no sequence beside the project (../shared/corpus/listings/sequence)")
        return 0
    moments = sorted(path for path in SEQUENCE.iterdir() if path.is_dir())
    hosts = sorted({path.name for moment in moments for path in moment.iterdir()})
    settings = ["-s", "RECHECKS_MAX=1", *sys.argv[1:]]
    failed = [host for host in hosts if not replay(host, moments, settings)]
    return int(bool(failed))


def replay(host: str, moments: list[Path], settings: list[str]) -> bool:
    """Run over one site as often as there are moments; print a line a run; give whether all was as asked."""
    good = True
    with tempfile.TemporaryDirectory() as data, Replay(host) as site:
        for moment in moments:
            site.show(moment / host)
            begun, known = len(site.requests), _fetched(site)
            sections = [site.url.rstrip("/") + name for name in site.pages]
            code = _crawl(",".join(sections), data, settings)
            run = site.requests[begun:]
            again = sum(1 for request in run if request.status == 304 and request.path not in site.pages)
            lacking = sum(1 for request in run if request.status == 404)
            asked, new = len(run) - lacking, len(set(_fetched(site)) - set(known))
            fine = code == 0 and asked <= new + len(sections) + BEYOND
            good = good and fine
            told = (
                f"{asked:4} requests, {new:4} new, {again:3} looked at again, {lacking} not saved{'' if fine else '  too many'}"
            )
            print(f"{host:14}{moment.name}  exit {code}  {told}")
        counts = _fetched(site)
        missed, twice = site.stories - set(counts), [key for key, count in counts.items() if count > 1]
    print(f"{host:14}{len(site.stories)} links ever shown, {len(missed)} never fetched, {len(twice)} fetched twice")
    for kind, keys in (("missed", sorted(missed)), ("twice", sorted(twice))):
        print("".join(f"    {kind} {key}\n" for key in keys[:5]), end="")
    return good and not missed and not twice


def _crawl(urls: str, data: str, settings: list[str]) -> int:
    arguments = ["crawl", "news", "-a", f"url={urls}", "-s", f"DATA_DIR={data}", *settings]
    done = subprocess.run([sys.executable, "-m", "scrapy", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.stderr:
        print("    " + done.stderr.strip())
    return done.returncode


def _fetched(site: Replay) -> Counter[str]:
    """How often each article was sent whole."""
    base = site.url.rstrip("/")
    sent = (request.path for request in site.requests if request.status == 200 and request.path not in site.pages)
    keys = (identity_key(base + path) for path in sent)
    return Counter(key for key in keys if key in site.stories)


if __name__ == "__main__":
    sys.exit(main())
