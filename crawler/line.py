"""An article as a line of JSON: key order, key names and escapes of the feed.

The contract is ``article.schema.json`` beside this module (JSON Schema 2020-12).
"""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs
import orjson

from crawler.items import Article

# Line separators, C1 controls, DEL and bidi marks are legal JSON, but some readers
# split records at the first and some terminals obey the others: they leave us escaped.
_UNSAFE = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]")
_PLAIN, _LISTS, _NUMBERS = (str, int, float), (tuple, list), (int, float)
_SURROGATES = re.compile("[\ud800-\udfff]")


def to_dict(article: Article) -> dict[str, Any]:
    """Give the line as a dict, keys in order, optional keys left out when empty."""
    line: dict[str, Any] = _builtin(article)
    return line


def to_line(article: Article) -> bytes:
    """Give the line as UTF-8 without its line end; it never holds a raw line break of any reader."""
    return encode(to_dict(article))


def encode(value: dict[str, Any]) -> bytes:
    """Encode one record; a lone surrogate becomes U+FFFD."""
    try:
        text = orjson.dumps(value)
    except TypeError:
        text = orjson.dumps(_whole(value))
    return _UNSAFE.sub(_escape, text)


def faults(line: dict[str, Any]) -> tuple[str, ...]:
    """Name what in a line breaks the contract, one message a fault; empty when it holds."""
    validator = _validator()
    if validator.is_valid(line):
        return ()
    return tuple(f"{'/'.join(map(str, e.instance_path)) or 'line'}: {e.message}" for e in validator.iter_errors(line))


@cache
def schema() -> dict[str, Any]:
    """Give the JSON Schema of a line."""
    loaded: dict[str, Any] = orjson.loads(files(__package__).joinpath("article.schema.json").read_bytes())
    return loaded


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema())


def key_of(name: str) -> str:
    """Give a field's key on the line: ``date_published`` -> ``datePublished``, ``type`` -> ``@type``."""
    if name == "type":
        return "@type"
    head, *tail = name.split("_")
    return head + "".join(word.capitalize() for word in tail)


@cache
def _plan(kind: type) -> tuple[tuple[str, str, bool], ...]:
    kept: frozenset[str] = vars(kind)["KEPT"]
    return tuple((f.name, key_of(f.name), f.name in kept) for f in fields(kind) if f.name not in Article.UNWRITTEN)


def _builtin(value: Any) -> Any:
    if value is None or isinstance(value, _PLAIN):
        return value
    if isinstance(value, _LISTS):
        return [_builtin(item) for item in value]
    if isinstance(value, dict):
        return {key: _builtin(item) for key, item in value.items()}
    line = {}
    for name, key, kept in _plan(value.__class__):
        item = getattr(value, name)
        if kept or item or isinstance(item, _NUMBERS):
            line[key] = item if isinstance(item, str) else _builtin(item)
    return line


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value


def _escape(match: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(match[0].decode("utf-8"))
