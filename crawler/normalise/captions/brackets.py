"""Brackets that the markup of a caption parts."""

from __future__ import annotations

from dataclasses import replace

from crawler.evidence import Segment, plain

Pair = tuple[Segment, str]
"""A segment and its clean text."""


def closed(parts: list[Pair]) -> list[Pair]:
    """The segments, brackets at the end whole where links part them: ``… 1952. (<a>Jane Doe</a>/Flickr)``."""
    start = next((at for at in range(len(parts) - 1, -1, -1) if parts[at][1].endswith("(")), None)
    if start is None or start + 1 == len(parts) or not parts[-1][1].rstrip(". ").endswith(")"):
        return parts
    first, *rest = (replace(part, text=text) for part, text in parts[start + 1 :])
    inner = f"({plain((first, *rest))}"
    if inner.count("(") != inner.count(")"):
        return parts
    before, text = parts[start]
    text = text[:-1].rstrip()
    whole = (replace(first, text=inner, href=None, tag="bracket"), inner)
    return [*parts[:start], *([(before, text)] if text else []), whole]
