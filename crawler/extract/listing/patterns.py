r"""The pattern that the addresses of a site's articles share: ``/berita/1740200-menara-suar`` gives ``/\d{5,}-[^/?#]+``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

_FEWEST = 4
_TELLING = {"date", "id", "id-slug", "slug-id"}
"""Without a number a shape is that of many other pages too."""
_SHARE = 0.9
_KINDS = (
    ("date", re.compile(r"(?:19|20)\d\d"), r"(?:19|20)\d\d"),
    ("id", re.compile(r"\d{5,}"), r"\d{5,}"),
    ("short", re.compile(r"\d{1,4}"), r"\d{1,4}"),
    ("id-slug", re.compile(r"\d{5,}[-_][^/]*[^\W\d_][^/]*"), r"\d{5,}[-_][^/?#]+"),
    ("slug-id", re.compile(r"[^/]*[^\W\d_][^/]*[-_.]\d{5,}(?:\.s?html?)?"), r"[^/?#]+[-_.]\d{5,}(?:\.s?html?)?(?=$|[?#])"),
    ("slug", re.compile(r"[^/]*[^\W\d_][^/]*(?:-[^/-]+){2,}"), r"[^/?#]+(?:-[^/?#-]+){2,}/?(?=$|[?#])"),
)


def pattern_of(urls: Sequence[str]) -> str | None:
    """A pattern that nearly all of these addresses match by more than words; ``None`` where they share none."""
    shapes = [shape for url in dict.fromkeys(urls) if (shape := _shape(url))]
    if len(shapes) < _FEWEST:
        return None
    for length in (4, 3, 2, 1):
        tails = Counter(shape[-length:] for shape in shapes if len(shape) >= length)
        if not tails:
            continue
        tail, count = tails.most_common(1)[0]
        if count >= len(urls) * _SHARE and tail[0] != "word" and _TELLING & set(tail):
            return "/" + "/".join(_written(kind) for kind in tail)
    return None


def _shape(url: str) -> tuple[str, ...]:
    segments = [segment for segment in urlsplit(url).path.split("/") if segment]
    return tuple(next((name for name, pattern, _ in _KINDS if pattern.fullmatch(segment)), "word") for segment in segments)


def _written(kind: str) -> str:
    return next((text for name, _, text in _KINDS if name == kind), "[^/?#]+")
