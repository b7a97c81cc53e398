"""The sites that have a file, found by looking: by name, by address, by how they call themselves."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from crawler import spiders
from crawler.normalise.hosts import host_of
from crawler.site import NOWHERE, Site
from crawler.spiders._news import NewsSpider

_CITY = r"[^\W\d_][^,\n]{0,30}, "
"""What may stand before the name in a dateline: "JAKARTA, KOMPAS.com - …"."""


@cache
def all_sites() -> dict[str, type[NewsSpider]]:
    """Every spider that has sections of its own, by name."""
    found: dict[str, type[NewsSpider]] = {}
    for module in iter_modules(spiders.__path__, f"{spiders.__name__}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, NewsSpider) and value.sections:
                found[value.name] = value
    return dict(sorted(found.items()))


def spider_of(url: str) -> type[NewsSpider] | None:
    """The spider of the site that an address belongs to: the one with the longest matching domain."""
    host = host_of(url)
    found = [
        (len(domain), spider)
        for spider in all_sites().values()
        for domain in spider.allowed_domains
        if host == domain or host.endswith(f".{domain}")
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def site_of(url: str) -> Site:
    """The facts of the site that an address belongs to; ``NOWHERE`` for one without a file."""
    spider = spider_of(url)
    return spider.site if spider else NOWHERE


def site_named_in(text: str) -> Site:
    """The site whose printed name opens the most lines of a plain text; ``NOWHERE`` where none does.

    Datelines, labels and teasers begin with the house's own name; within sentences other houses are quoted.
    """
    counted = [(_mentions(spider.site, text), spider.site) for spider in all_sites().values()]
    count, site = max(counted, key=lambda pair: pair[0], default=(0, NOWHERE))
    return site if count else NOWHERE


def _mentions(site: Site, text: str) -> int:
    names = sorted(site.publishers, key=len, reverse=True)
    if not names:
        return 0
    return len(re.findall(rf"(?m)^\W*(?:{_CITY})?(?:{'|'.join(map(re.escape, names))})\b", text))
