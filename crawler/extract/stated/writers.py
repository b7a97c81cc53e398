"""Who wrote it, where a page says so to machines alone and outside the usual names: the labels of its share card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crawler.evidence import Candidate, Segment
from crawler.normalise.bylines.labels import whole_label

_CARD = (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2"))


def find_writers(named: Sequence[tuple[str, str]]) -> Iterator[Candidate]:
    """The value beside a label such as "Written by", in any language; ``named`` are names and contents of meta elements.

    Its weight is below that of a meta element for the author: it may be an account's name.
    """
    values = dict(named)
    for label, value in _CARD:
        if value in values and (found := whole_label(f"{values.get(label, '')}:")) and "author" in found.roles:
            yield Candidate("byline", (Segment(values[value]),), "meta", f"meta:{value}", weight=-1)
