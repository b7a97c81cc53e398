"""A picture of the article as it was found."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.evidence import RawImage


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, where it stands, and the texts read with it."""

    image: RawImage
    element: int
    texts: tuple[int, ...]
