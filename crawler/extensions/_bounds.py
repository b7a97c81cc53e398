"""What a healthy run of a site shows, learned from its last good runs, and whether this one does.

Pure: numbers in, a sentence or nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import comb
from statistics import median

from crawler.items import Article
from crawler.normalise.desk import WEAK_BODY

JUDGED = ("headline", "articleBody", "datePublished", "authors", "images", "creditText")
"""Fields whose loss says that the layout has changed; that of others may be the newsroom's way."""
COUNTED = (*JUDGED, "byline", "description", "articleSection", "keywords", "relatedArticles")
FEW = 5
"""Below so many lines a share says nothing."""
_ENOUGH = 20
"""Lines from which on a site's habits are known."""
_SHARE = 0.4
"""Below this part of what is usual, something is broken."""
_NEARLY_ALL = 0.95
_ODDS = 0.001
"""Chance may do that to a healthy site once in so many runs."""
_LEAST_CARDS = 5
_LEAST_RUNS = 3
_KEPT = 20
"""Runs that are remembered."""


def filled(article: Article) -> tuple[str, ...]:
    """Name the counted fields that an article has; a body too short to be one does not count."""
    has = {
        "headline": article.headline,
        "articleBody": len(article.article_body or "") >= WEAK_BODY,
        "datePublished": article.date_published,
        "authors": article.authors,
        "images": article.images,
        "creditText": any(image.credit_text for image in article.images),
        "byline": article.byline,
        "description": article.description,
        "articleSection": article.article_section,
        "keywords": article.keywords,
        "relatedArticles": article.related_articles,
    }
    return tuple(name for name, value in has.items() if value)


@dataclass(frozen=True, slots=True)
class Sample:
    """Lines of one run or several, and on how many of them each counted field stands."""

    lines: int = 0
    filled: Mapping[str, int] = field(default_factory=dict)

    def plus(self, other: Sample) -> Sample:
        """Give both together."""
        names = {*self.filled, *other.filled}
        return Sample(self.lines + other.lines, {n: self.filled.get(n, 0) + other.filled.get(n, 0) for n in names})

    def rates(self) -> dict[str, float]:
        """Give the share of the lines that have a field, 0 to 1; nothing where there are no lines."""
        return {name: round(self.filled.get(name, 0) / self.lines, 4) for name in COUNTED} if self.lines else {}


def lost_field(
    sample: Sample, good: Sequence[Sample], declared: Mapping[str, float], *, suspicious: bool = False
) -> str | None:
    """Say which field is missing more often than on a healthy site; ``None`` where all is well or too little is known.

    ``declared`` are the least shares by field; other fields are compared with ``good``, the last good runs. ``suspicious``:
    the layout was broken in the last run, so that even one line may say that it still is.
    """
    if sample.lines < (1 if suspicious else FEW):
        return None
    for name in JUDGED:
        count = sample.filled.get(name, 0)
        least = declared.get(name)
        usual = least if least is not None else _usual(name, good)
        if usual is None or count / sample.lines >= (usual if least is not None else usual * _SHARE):
            continue
        if suspicious or least is not None or _chance(count, sample.lines, usual) < _ODDS:
            return f"{name} on {count} of {sample.lines} lines, {usual:.0%} {'expected' if least is not None else 'usual'}"
    return None


def usual_fields(good: Sequence[Sample]) -> frozenset[str]:
    """The judged fields that nearly every line of the last good runs has; none where too little is known."""
    return frozenset(name for name in JUDGED if (_usual(name, good) or 0) >= _NEARLY_ALL)


def few_cards(counts: Mapping[str, int], usual: Mapping[str, Sequence[int]]) -> str | None:
    """Say which section shows far fewer articles than it used to; ``usual`` are its counts in the last runs."""
    for url, count in counts.items():
        past = usual.get(url, ())
        if len(past) >= _LEAST_RUNS and (middle := median(past)) >= _LEAST_CARDS and count < middle * _SHARE:
            return f"{count} cards on {url}, {middle:.0f} usual"
    return None


def remembered(values: Iterable[int], more: int) -> list[int]:
    """Give the last values with one more."""
    return [*values, more][-_KEPT:]


def learned(good: Sequence[Sample], more: Sample) -> list[Sample]:
    """Give the last good samples with one more."""
    return [*good, more][-_KEPT:]


def _usual(name: str, good: Sequence[Sample]) -> float | None:
    if sum(sample.lines for sample in good) < _ENOUGH:
        return None
    return median(sample.filled.get(name, 0) / sample.lines for sample in good)


def _chance(count: int, lines: int, share: float) -> float:
    """The odds that of so many lines of a healthy site no more than ``count`` have the field."""
    lines, count = (lines, count) if lines <= _ENOUGH else (_ENOUGH, count * _ENOUGH // lines)
    return sum(comb(lines, k) * share**k * (1 - share) ** (lines - k) for k in range(count + 1))
