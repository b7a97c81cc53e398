"""JSON-LD as pages carry it: several scripts, graphs, references, and JSON that no parser takes as it is."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from selectolax.lexbor import LexborNode

from crawler.extract.page.document import tidy

Node = dict[str, Any]

MAX_CHARACTERS = 5_000_000
"""All scripts of a page together; what is beyond is not read."""
MAX_NODES = 2_000

_WRAPPING = re.compile(r"^\s*(?:(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|<!--)|(?:(?://|/\*)?\s*\]\]>(?:\s*\*/)?|-->|;)\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_LINKS = ("mainEntity", "mainEntityOfPage", "@graph", "subjectOf")


def read_nodes(scripts: Iterable[LexborNode]) -> tuple[Node, ...]:
    """The page's own nodes: those at the top, in a graph, or the main entity of one of these; references are filled in.

    A node that only stands in a list, as a part or as a breadcrumb of another is not among them.
    """
    found: list[Node] = []
    left = MAX_CHARACTERS
    for script in scripts:
        text = script.text() or ""
        left -= len(text)
        if left < 0:
            break
        for value in load(text):
            found.extend(_own(value, depth=0))
    return _linked(found[:MAX_NODES])


def load(text: str) -> tuple[Any, ...]:
    """The JSON values a script holds; broken JSON is mended where that is safe, else the rest is left out."""
    try:
        return (orjson.loads(text),)
    except ValueError:
        pass
    text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip("\ufeff \t\r\n;")
    if text.startswith(("{&quot;", "[{&quot;", "{ &quot;")):
        text = html.unescape(text)
    return _values(text) or _values(_TRAILING_COMMA.sub(r"\1", _ESCAPE.sub(_escape, text)))


def _escape(found: re.Match[str]) -> str:
    r"""``\'`` and the like are no JSON escapes: the backslash goes."""
    return found.group() if found.group(1) in '"\\/bfnrtu' else found.group(1)


def _values(text: str) -> tuple[Any, ...]:
    """Values one after another, raw line ends in strings allowed; nothing if the first is broken."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < 100:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
        at = end + len(text[end:]) - len(text[end:].lstrip(" \t\r\n,;"))
    return tuple(values)


def _own(value: Any, *, depth: int) -> Iterator[Node]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _own(item, depth=depth + 1)
    elif isinstance(value, dict):
        if value.keys() - {"@context", "@graph"}:
            yield value
        for name in _LINKS:
            if isinstance(value.get(name), (dict, list)):
                yield from _own(value[name], depth=depth + 1)


def _linked(nodes: list[Node]) -> tuple[Node, ...]:
    """Put the node itself where another only refers to it by ``@id``."""
    known: dict[str, Node] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(known.get(name, {})):
            known[name] = node
    return tuple({key: _resolved(value, known) for key, value in node.items()} for node in nodes)


def _resolved(value: Any, known: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_resolved(item, known) if isinstance(item, dict) else item for item in value]
    if isinstance(value, dict) and value.keys() <= {"@id", "@type"}:
        return known.get(str(value.get("@id")), value)
    return value


def items(value: Any, *, depth: int = 0) -> Iterator[Any]:
    """The entries of a value that may be one, a list, or a list of lists; ``None`` and empty ones left out."""
    if isinstance(value, list):
        if depth < 5:
            for item in value:
                yield from items(item, depth=depth + 1)
    elif value not in (None, "", {}):
        yield value


def texts(value: Any, *keys: str) -> Iterator[str]:
    """The texts of a value: strings as they are, of objects the first of ``keys`` they have (else ``name``)."""
    for item in items(value):
        if isinstance(item, dict):
            held = next((item[key] for key in keys or ("name", "@value") if item.get(key)), None)
            if held is not None and not isinstance(held, dict):
                yield from texts(held)
        elif not isinstance(item, bool) and (text := clean(str(item))):
            yield text


def first(value: Any, *keys: str) -> str | None:
    """The first of ``texts``."""
    return next(texts(value, *keys), None)


def clean(text: str) -> str:
    """A string of JSON-LD as text: entities resolved (twice, where they were escaped twice), tags out."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if not text.isascii():
        text = _LONE_SURROGATE.sub("\ufffd", text)
    return tidy(_TAG.sub(" ", text) if "<" in text else text)


def types(node: Node) -> tuple[str, ...]:
    """The schema.org types of a node, without the vocabulary's address."""
    return tuple(str(name).rsplit("/", 1)[-1].removeprefix("schema:") for name in items(node.get("@type")))


def are(nodes: Iterable[Node], *names: str) -> Iterator[Node]:
    """The nodes of one of these types."""
    return (node for node in nodes if not set(names).isdisjoint(types(node)))
