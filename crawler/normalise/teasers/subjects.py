"""Whether a list that does not say what it is was picked for the article: most of it shares a word with the headline."""

from __future__ import annotations

import re
from urllib.parse import unquote

from crawler.evidence import Context, RawBlock, RawTeaser
from crawler.normalise.hosts import path_of

_FEWEST, _MOST = 3, 12
_SHARE = 0.6
_WORD = re.compile(r"[^\W\d_]{6,}")
"""Shorter words are shared by chance: "price", "house", "after"."""

_LONG = 8
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_TELLING = 4
"""Signs of a heading in a script without blanks that a headline does not hold by chance."""


def shares_subject(block: RawBlock, context: Context) -> bool:
    """Tell whether one long word of the article's headline is in most items, by headline or address.

    The same word in the block's heading says it too: "More on the Brexit vote", and a heading of several words that is a
    keyword of the article. Words of the publisher's own name or host do
    not count, nor do lists of less than three or more than twelve items.

    >>> items = tuple(RawTeaser(None, f"Brexit: day {n}") for n in range(4))
    >>> shares_subject(RawBlock(None, items, "end"), Context(headline="Johnson's Brexit vote fails"))
    True
    """
    label = (block.label or "").casefold().strip(" :")
    several = " " in label or (len(label) >= _FEWEST and _UNSPACED.search(label) is not None)
    if several and any(label == subject.casefold() for subject in context.subjects):
        return True
    if len(label) >= _TELLING and _UNSPACED.fullmatch(label) and label in (context.headline or "").casefold():
        return True
    items = [_spoken(item) for item in block.items]
    if not context.headline or not _FEWEST <= len(items) <= _MOST:
        return False
    names = " ".join((*context.publishers, *context.hosts)).casefold()
    words = {_stem(word) for word in _WORD.findall(context.headline.casefold()) if word not in names}
    return any(word in label or sum(word in item for item in items) >= _SHARE * len(items) for word in words)


def _stem(word: str) -> str:
    """A long word without its last letter, which often says no more than that there are many."""
    return word[:-1] if len(word) > _LONG else word


def _spoken(item: RawTeaser) -> str:
    path = path_of(item.url or "")
    return f"{item.headline or ''} {unquote(path.rstrip('/').rpartition('/')[2])}".casefold()
