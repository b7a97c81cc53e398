"""Which of a picture's many addresses to keep: the largest real one."""

from __future__ import annotations

import re

from crawler.extract.outline import Outline

_SOURCES = (
    "data-original", "data-src", "data-lazy-src", "data-lazy", "data-original-src", "data-full-src", "data-hi-res-src", "data-img-src",
    "data-lazyload", "data-image", "data-url", "src",
)  # fmt: skip
_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set", "data-srcs")
_CANDIDATE = re.compile(r"(\S+?)(?:\s+([\d.]+)([wx]))?\s*(?:,\s+|,(?=https?:|/)|$)")
_BLANK = re.compile(
    r"(?:^|[/_.-])(?:leer|blank|placeholder|spacer|pixel|1x1|transparent|dummy|loading|loader|lazy|empty|default|no-?image)[^/]*$",
    re.IGNORECASE,
)


def best_address(outline: Outline, element: int) -> str | None:
    """The address of the largest version that the ``img`` (with the ``source`` elements beside it) offers."""
    attributes = outline.attributes(element)
    widest, address = 0.0, None
    for name in _SETS:
        for candidate, width in _candidates(attributes.get(name)):
            if width > widest:
                widest, address = width, candidate
    if address is None:
        address = next((value for name in _SOURCES if (value := _real(attributes.get(name)))), None)
    return outline.document.absolute(address)


def _candidates(srcset: str | None) -> list[tuple[str, float]]:
    if not srcset or len(srcset) > 20_000:
        return []
    return [(match[1], float(match[2] or 1)) for match in _CANDIDATE.finditer(srcset.strip()) if match[1] and _real(match[1])]


def _real(value: str | None) -> str | None:
    value = (value or "").strip()
    if not value or value.startswith("data:") or value.startswith("{") or _BLANK.search(value.partition("?")[0]):
        return None
    return value
