"""What a site's feeds name and its section pages do not, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crawler.extract.listing.reading import Listing
from crawler.normalise.hosts import registered_domain

_EXAMPLES = 5
_PAGES, _FEEDS = "sections", "feeds"


class Compared:
    """The new articles of a run by who named them, site by site.

    Of sections only first pages count: what stands on later ones has left the feeds long ago. Plain sitemaps hold a site's
    past, so they are left out.
    """

    def __init__(self) -> None:
        self._named: dict[str, dict[str, dict[str, str]]] = {}

    def add(self, listing: Listing, new: Iterable[tuple[str, str]], *, is_first: bool) -> None:
        """Take in what a list names that nobody knew before this run: keys with their addresses."""
        if listing.via == "sitemap" or (listing.via == "section" and not is_first) or not listing.cards:
            return
        site = self._named.setdefault(registered_domain(listing.cards[0].url), {})
        site.setdefault(_PAGES if listing.via == "section" else _FEEDS, {}).update(new)

    def report(self) -> dict[str, dict[str, Any]]:
        """For each site that both were read of: how many new articles both named, and which only one of them did."""
        found = {}
        for name, by in self._named.items():
            if len(by) < 2:
                continue
            pages, feeds = by[_PAGES], by[_FEEDS]
            found[name] = {
                "both": len(pages.keys() & feeds.keys()),
                "only_sections": _beyond(pages, feeds),
                "only_feeds": _beyond(feeds, pages),
            }
        return found


def _beyond(ours: dict[str, str], theirs: dict[str, str]) -> dict[str, Any]:
    urls = [url for key, url in ours.items() if key not in theirs]
    return {"count": len(urls), "examples": urls[:_EXAMPLES]}
