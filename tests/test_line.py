"""The line: keys, order, escapes, and the contract."""

from __future__ import annotations

import json
from dataclasses import fields

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import items
from crawler.items import Article, Credit, Extractor, Image, Metadata, Publisher, Revision, Source, Teaser
from crawler.line import encode, faults, key_of, schema, to_dict, to_line

FULL = Article(
    id="example.org:1",
    url="https://example.org/1",
    headline="A headline",
    publisher=Publisher("Example"),
    authors=(Credit("Person", "Jane Doe", role="author"),),
    images=(Image(url=None, caption="A bridge", credit_text="example.net", source=Source("example.net", None, "example.net")),),
    related_articles=(Teaser("Another", "https://example.org/2"),),
    revision=Revision(content_hash="sha256:0"),
    metadata=Metadata(extractor=Extractor("1.0")),
)


def test_keys_stand_in_the_order_of_the_dataclass() -> None:
    """The dataclass is the line's order, and evidence is not written."""
    order = [key_of(field.name) for field in fields(Article)]
    keys = list(to_dict(FULL))
    assert keys == [key for key in order if key in keys]
    assert keys[:4] == ["@type", "schemaVersion", "id", "url"]
    assert "evidence" not in keys


def test_an_empty_article_still_has_every_required_key() -> None:
    """Required keys are there even when nothing is known, null or empty."""
    line = to_dict(Article())
    assert set(schema()["required"]) <= set(line)
    assert line["headline"] is None
    assert line["images"] == []


def test_every_field_of_the_items_is_a_key_of_the_contract() -> None:
    """No dataclass can write a key that the schema does not know."""
    definitions = schema()["$defs"]
    for name in ("Credit", "Publisher", "Image", "Media", "Teaser"):
        kind = getattr(items, name)
        assert {key_of(field.name) for field in fields(kind)} == set(definitions[name]["properties"]), name
    own = {key_of(field.name) for field in fields(Article)} - {"evidence"}
    assert own == set(schema()["properties"])


def test_a_full_line_holds_before_two_validators() -> None:
    """The validator of the product agrees with the reference validator."""
    line = to_dict(FULL)
    assert faults(line) == ()
    jsonschema.validate(line, schema())


def test_a_fault_names_its_place() -> None:
    """What breaks the contract is told with its path."""
    line = to_dict(FULL) | {"datePublished": "yesterday"}
    assert [message.split(":")[0] for message in faults(line)] == ["datePublished"]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c", "\x7f", "\u202e", "\n", "\r"])
def test_no_reader_splits_a_line_in_two(mark: str) -> None:
    """Line separators and bidi marks are data, escaped: one record is one line."""
    line = to_line(Article(headline=f"a{mark}b"))
    assert len(line.decode().splitlines()) == 1
    assert mark not in line.decode()
    assert json.loads(line)["headline"] == f"a{mark}b"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_becomes_one_valid_line(text: str) -> None:
    """Lone surrogates and all other code points give valid UTF-8 on one line."""
    line = encode({"headline": text, "list": [text, {text: 1}]})
    assert len(line.decode("utf-8").splitlines()) == 1
    json.loads(line)
