"""What the scripts of a page say of its load-more request: JavaScript read as far as plain settings go, never run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from crawler.extract.page.document import Document

_PAIR = re.compile(r"""["']?([A-Za-z_]\w*)["']?\s*:\s*(?:"([^"\n]*)"|'([^'\n]*)'|(-?\d+(?:\.\d+)?)|(true|false|null))""")
_JOINED = re.compile(
    r"""(?<![\w.])(?:\w*\.)?(?:base|site|root|home|app)_?(?:url|path|uri)?(?:\(\))?\s*\+\s*(["'])/?(?=\w)""", re.IGNORECASE
)
"""``BASE_URL + 'request/load-more'`` begins at the root of the site."""
_ENDPOINT = re.compile(r"load|more|ajax|next|request|lainnya|pagina", re.IGNORECASE)
_SELECTOR = re.compile(r"^(?:\w*[#.][A-Za-z_][\w-]*)$")
_OWN = re.compile(r"btn|button|div|selector|container|element|wrapper|infinit|max_hit|loader|spinner|target", re.IGNORECASE)
_COUNTS = re.compile(r"[\"']?(?:page|paged|offset|start|current_page|next_page|pagenum)[\"']?\s*:", re.IGNORECASE)
_AJAX = "admin-ajax.php"
_AJAX_URLS = ("ajaxurl", "ajax_url", "ajaxUrl", "url")
_LONGEST = 200_000
_MOST_COUNTS = 50
_WIDEST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """An address and the form that goes with it; ``ahead`` says that its number is that of the page to ask for."""

    url: str
    form: tuple[tuple[str, str], ...]
    method: str = "POST"
    ahead: bool = False


def script_settings(document: Document) -> Iterator[Settings]:
    """Settings objects that hold an endpoint and a number of a page: ``load_more().setup({…})`` and its kind."""
    for text in _scripts(document, "url"):
        for start, block in _blocks(text):
            pairs = dict(_pairs(block))
            url = next(
                (value for name, value in pairs.items() if name.lower().endswith("url") and _ENDPOINT.search(value)), None
            )
            if url is not None and url.startswith(("http", "/")):
                yield Settings(url=url, form=tuple(_sent(pairs)), method=_method(pairs), ahead=_is_ahead(text, start))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The innermost braces around each number of a page, with where they begin."""
    seen = -1
    for count in islice(_COUNTS.finditer(text), _MOST_COUNTS):
        start = text.rfind("{", max(0, count.start() - _WIDEST), count.start())
        end = text.find("}", count.end(), count.end() + _WIDEST)
        if -1 not in (start, end) and start != seen:
            seen = start
            yield start, text[start + 1 : end]


def ajax_settings(document: Document) -> Iterator[Settings]:
    """What WordPress themes hand to their script for ``admin-ajax.php``: strict JSON with the query and the current page."""
    for text in _scripts(document, _AJAX.rpartition(".")[0]):
        for found in objects_in(text):
            url = next((found[name] for name in _AJAX_URLS if _AJAX in str(found.get(name, ""))), None)
            current = found.get("current_page", found.get("paged", found.get("page")))
            query = found.get("posts", found.get("query", found.get("query_vars")))
            if url is None or not str(current).isdecimal() or query is None:
                continue
            query = query if isinstance(query, str) else json.dumps(query)
            action = str(found.get("action") or "loadmore")
            form = (("action", action), ("query", query), ("page", str(current)), *_nonce(found))
            yield Settings(url=url, form=form)


def _scripts(document: Document, word: str) -> Iterator[str]:
    for node in document.css("script:not([src])"):
        text = node.text(deep=True) or ""
        if word in text and len(text) <= _LONGEST:
            yield _JOINED.sub(r"\1/", text.replace("\\/", "/"))


def _pairs(block: str) -> Iterator[tuple[str, str]]:
    for name, double, single, number, word in _PAIR.findall(block):
        yield name, double or single or number or word


def _sent(pairs: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The settings that go to the server: no selectors, switches and limits of the script itself."""
    for name, value in pairs.items():
        if name.lower().endswith("url") or name in ("method", "type") or _OWN.search(name) or _SELECTOR.match(value):
            continue
        if value not in ("true", "false", "null"):
            yield name, value
        if name == "token":
            yield "_token", value


def _method(pairs: dict[str, str]) -> str:
    stated = (pairs.get("method") or pairs.get("type") or "").upper()
    return stated if stated in ("GET", "POST") else "POST"


def _is_ahead(text: str, start: int) -> bool:
    """``setup({page: 2})`` is given the page to ask for; other settings hold the one that is shown."""
    return text[max(0, start - 40) : start].rstrip().endswith("setup(") or "next_page" in text[start : start + 2000]


def objects_in(text: str) -> Iterator[dict[str, Any]]:
    """The JSON objects that a script assigns."""
    decoder = json.JSONDecoder()
    for found in re.finditer(r"=\s*(?=\{)", text):
        try:
            value, _ = decoder.raw_decode(text, found.end())
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            yield value


def _nonce(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("nonce", "security", "_ajax_nonce"):
        if isinstance(found.get(name), str):
            yield name, found[name]
