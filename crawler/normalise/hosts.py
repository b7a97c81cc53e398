"""Host names: who is named in an address, and under which registered name. Never asks the network."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import SplitResult, urlsplit

from crawler.normalise.lexicon import rows, words

_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?|[0-9a-f:.]*:[0-9a-f:.]*(?:%[a-z0-9]+)?")
_LONGEST = 254
"""Characters of a name with its final dot: RFC 1035, 2.3.4."""
_NUMBER = re.compile(r"[0-9.]+|[0-9a-f:.]*:.*")
_PARTING = re.compile(r"\s[|–—-]\s")
_SHORTEST = 4
"""Letters of a name in a host that no word of a title is by chance."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def host_of(url: str) -> str:
    """Give the host of an absolute URL in lower case, IDN in ASCII form; ``""`` where there is none.

    A host that readers and libraries understand differently (backslashes, blanks, odd characters)
    is none, nor is one too long for the network.
    """
    try:
        return host_in(urlsplit(url.strip()))
    except ValueError:
        return ""


def host_in(address: SplitResult) -> str:
    """Give the host of an address already split; ``""`` as in ``host_of``."""
    return "" if "\\" in address.netloc else ascii_host(address.hostname or "")


def path_of(url: str) -> str:
    """Give the path of an address, absolute or not; ``""`` for what cannot be taken apart."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def ascii_host(name: str) -> str:
    """Give a host name in lower-case ASCII form without its final dot; ``""`` where it can be none."""
    lowered = name.lower()
    if not lowered.isascii():
        try:
            lowered = lowered.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    return lowered.rstrip(".") if len(lowered) <= _LONGEST and _NAME.fullmatch(lowered) else ""


@lru_cache(maxsize=4096)
def registered_domain(url_or_host: str) -> str:
    """Give the name that was registered: ``nasional.viva.co.id`` -> ``viva.co.id``.

    Takes a URL or a host. Where nothing can be registered (an IP address, ``localhost``, a public suffix itself)
    it is the host as it stands; ``""`` where there is no host. Rules: the Public Suffix List's ICANN section,
    and the hosting platforms of ``hosting_domains.tsv``.
    """
    host = host_of(url_or_host) if _SCHEME.match(url_or_host.strip()) else host_of("//" + url_or_host.strip())
    if _NUMBER.fullmatch(host):
        return host
    labels = host.split(".")
    return ".".join(labels[-_suffix_length(labels) - 1 :])


def _suffix_length(labels: list[str]) -> int:
    if ".".join(labels[-2:]) in words("hosting_domains"):
        return 2
    rules = _suffixes().get(labels[-1], frozenset())
    for length in range(min(len(labels), 5), 1, -1):
        name = ".".join(labels[-length:-1])
        if f"!{name}" in rules:
            return length - 1
        if name in rules or ".".join(["*", *labels[-length + 1 : -1]]) in rules:
            return length
    return 1


@cache
def _suffixes() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in rows("public_suffixes")}


def house_in_title(title: str, url: str) -> str | None:
    """Give the end of a page's title that its host writes in one word; ``None`` where it ends in anything else.

    >>> house_in_title("A travelling library | Le Devoir", "https://www.ledevoir.com/culture/1")
    'Le Devoir'
    """
    label = registered_domain(url).partition(".")[0]
    end = _PARTING.split(title)[-1].strip()
    return end if len(label) >= _SHORTEST and "".join(filter(str.isalnum, end)).casefold() == label else None
