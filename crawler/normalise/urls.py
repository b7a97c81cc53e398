"""Addresses: the clean form that is shown and asked for, and the key that all views of one page share.

Both are total: what is no web address comes back as it is, without white space around it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from crawler.normalise.hosts import host_in, host_of, registered_domain
from crawler.normalise.lexicon import rows

__all__ = ["clean_url", "host_of", "identity_key", "registered_domain"]

_CLEAN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9_-](?:[A-Za-z0-9_-]|\.(?![./]))*)*/?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_ESCAPED_AMPERSAND = re.compile(r"&(?:(?:amp|#0{0,4}38|#x26);)+", re.IGNORECASE)
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sessionid|sid)=[^/;?]*", re.IGNORECASE)
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
"""A sign that escapes nothing: left as it is, what is decoded behind it would make an escape of it."""
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SCRIPT = re.compile(r"/|.*\.(?:php|asp|aspx|jsp|do|cgi|pl|cfm)", re.IGNORECASE)
_SESSION_VALUE = re.compile(r"(?=[^0-9]*[0-9])(?=[^A-Za-z]*[A-Za-z])[0-9A-Za-z,-]{16,}")
_PORTS = {"http": 80, "https": 443}

_ALIAS = re.compile(r"(?:www[0-9]?|m|mobile|amp|touch|wap)\.")
_CACHE = re.compile(r"(?:[^/]+\.cdn\.ampproject\.org/[a-z]+/|www\.google\.[a-z.]+/amp/)(?:s/)?([^/]+\.[^/]+/.*)")
_MOST_CACHES = 5
_SLASHES = re.compile(r"//+")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_AMP_SUFFIX = re.compile(r"\.amp(?=(?:\.html?)?$)")


class _Parts(NamedTuple):
    scheme: str
    host: str
    """With the port, where that is not the scheme's own."""
    path: str
    query: str
    fragment: str


@lru_cache(maxsize=8192)
def clean_url(url: str) -> str:
    """Give the address without what is not part of it.

    Out go tracking parameters (``tracking_parameters.tsv``), session ids, fragments (but a ``#!`` address stays),
    the default port, user names, dot segments and HTML escapes of ``&``; scheme and host become lower case, what needs
    percent-encoding has it. Order and case of path and query stay. A relative address, another scheme or what is no
    address at all is only stripped of white space and control characters.
    """
    if _CLEAN.fullmatch(url):
        return url if url.count("/") > 2 else url + "/"
    text = _CONTROL.sub("", url).strip()
    parts = _parts(text)
    if parts is None:
        return text
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.scheme}://{parts.host}{parts.path}{query}{fragment}"


@lru_cache(maxsize=8192)
def identity_key(url: str) -> str:
    """Give one key to all views of a page: scheme, ``www.``, ``m.`` and ``amp.`` hosts, AMP caches, print and all-in-one
    views (``view_parameters.tsv``), ``/amp``, trailing slashes and the order of parameters make no difference.

    The key is ``host/path?query``; paths keep their case. For what is no web address it is ``clean_url``.
    """
    cleaned = clean_url(url)
    parts = _parts(cleaned)
    if parts is None:
        return cleaned
    address = f"{parts.host}{parts.path}"
    if cached := _CACHE.fullmatch(address):
        query = f"?{parts.query}" if parts.query else ""
        kept = _innermost(cached[1])
        return identity_key(f"https://{kept}{query}") if kept else cleaned
    query = "&".join(sorted(p for p in parts.query.split("&") if p and not _is_view(p)))
    return _identity_host(parts.host) + _identity_path(parts.path) + (f"?{query}" if query else "") + parts.fragment


def _parts(text: str) -> _Parts | None:
    try:
        split = urlsplit(_ESCAPED_AMPERSAND.sub("&", text))
        port = split.port
    except ValueError:
        return None
    scheme, host = split.scheme.lower(), host_in(split)
    if scheme not in _PORTS or not host:
        return None
    host = f"[{host}]" if ":" in host else host
    place = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    path = _path(split.path)
    fragment = split.fragment if split.fragment.startswith("!") else ""
    return _Parts(scheme, place, path, _query(split.query, path), _encode(fragment))


def _path(path: str) -> str:
    encoded = _PATH_SESSION.sub("", _encode(path))
    kept: list[str] = []
    segments = encoded.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments and segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)


def _encode(text: str) -> str:
    text = _STRAY.sub("%25", text) if "%" in text else text
    return quote(_PERCENT.sub(_percent, text), safe="/%:@!$&'()*+,;=~?[]|", errors="replace")


def _percent(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else match[0].upper()


def _query(query: str, path: str) -> str:
    bare = bool(_SCRIPT.fullmatch(path))
    return "&".join(p for p in _encode(query).split("&") if p.strip("=") and not _is_tracking(p, bare))


def _is_tracking(parameter: str, bare: bool) -> bool:
    name, _, value = parameter.partition("=")
    exact, beginnings = _tracking()
    lowered = name.lower()
    kind = exact.get(lowered) or next((kind for start, kind in beginnings if lowered.startswith(start)), None)
    if kind == "likely":
        return not bare and not value.isdecimal()
    return kind == "tracking" or (kind == "session" and bool(_SESSION_VALUE.fullmatch(value)))


@cache
def _tracking() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    table = [(row[0], row[1]) for row in rows("tracking_parameters")]
    exact = {name: kind for name, kind in table if not name.endswith("*")}
    return exact, tuple((name[:-1], kind) for name, kind in table if name.endswith("*"))


@cache
def _views(kind: str) -> dict[str, frozenset[str]]:
    found = (row for row in rows("view_parameters") if row[1] == kind)
    return {row[0]: frozenset("".join(row[2:]).split()) for row in found}


def _is_view(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    values = _views("parameter").get(name.lower(), frozenset())
    return "*" in values or (value.lower() or "-") in values


def _innermost(address: str) -> str:
    """What a cache keeps, through caches of caches; nothing where there are more of them than anybody has."""
    for _ in range(_MOST_CACHES):
        if cached := _CACHE.fullmatch(address):
            address = cached[1]
    return "" if _CACHE.fullmatch(address) else address


def _identity_host(host: str) -> str:
    while alias := _ALIAS.match(host):
        rest = host[alias.end() :]
        if len(registered_domain(host)) > len(rest.partition(":")[0]):
            break
        host = rest
    return host


def _identity_path(path: str) -> str:
    text = _AMP_SUFFIX.sub("", _INDEX.sub("", _SLASHES.sub("/", path).rstrip("/")))
    segments = text.split("/")[1:]
    if len(segments) > 1 and segments[0] in _views("beginning"):
        del segments[0]
    while len(segments) > 1 and segments[-1] in _views("ending"):
        del segments[-1]
    return "/" + "/".join(segments) if segments else "/"
