"""The words of a teaser: its headline without kicker, badges, ranks and buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from crawler.evidence import RawTeaser
from crawler.normalise.headings import heading_kind, is_label, label_key, starts_with_label
from crawler.normalise.lexicon import rows

_INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\ufeff\u2060]")
_JOINTS = " :|·•–—-/>»«›→‣▶►\t"
_RANK = re.compile(r"^#?(\d{1,2})(?:[.):]\s+|\s+|(?=[^\W\d]))")
_DURATION = re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?\s+(?=\S)|\s+\d{1,2}:\d{2}(?::\d{2})?$")
_GLUED = re.compile(r"(?<=[^\W\d_]{3}):(?=[«„“\"']?[A-ZÄÖÜÉÀ])")
"""A kicker that only style parts from the headline: "Storm:Roofs fly"."""
_SHORTEST_HEADLINE = 8
_LONGEST_BUTTON = 4


def clean(text: str | None) -> str | None:
    """Give the text on one line without soft hyphens and other invisible marks; ``None`` where nothing is left."""
    if not text:
        return None
    return " ".join((text if text.isascii() else _INVISIBLE.sub("", text)).split()) or None


def read_headline(item: RawTeaser) -> str | None:
    """Give the teaser's headline as printed, without what stands around it.

    Out go the label that opens it ("Baca juga:"), kicker and badges named in the markup, notes on access,
    a running time, and the "Read more" at its end. What is left under eight characters is left alone.
    """
    text = clean(item.headline)
    if text is None or not any(map(str.isalpha, text)):
        return None
    text = _once(text)
    timed = ":" in text
    text = _GLUED.sub(": ", text) if timed else text
    labelled = starts_with_label(text)
    if labelled and len(labelled[1]) >= _SHORTEST_HEADLINE and heading_kind(labelled[0]) == "related":
        text = labelled[1]
    for extra in (*item.badges, item.kicker, item.section):
        text = _without(text, clean(extra), exact=True)
    folded = text.casefold()
    if folded.startswith(_notes()) or folded.endswith(_notes()):
        for note in _notes():
            text = _without(text, note)
    return _without_button(_shorter(text, _DURATION.sub("", text)) if timed else text)


def _once(text: str) -> str:
    """The text once where it stands twice, for wide and for narrow screens."""
    half = (len(text) + 1) // 2
    return text[:half].rstrip() if text[-half:].lstrip() == text[:half].rstrip() and " " in text[:half].rstrip() else text


def read_description(item: RawTeaser, headline: str | None) -> str | None:
    """Give the teaser's summary without its button; ``None`` where it only repeats the headline or is a label."""
    text = clean(item.description)
    if text is None or is_label(text):
        return None
    text = _without_button(text)
    return None if headline and label_key(text) == label_key(headline) else text


def without_ranks(headlines: Sequence[str | None]) -> tuple[str | None, ...]:
    """Take the numbers off headlines that a list counts ("1Marlaska …", "2. Primera …"); other numbers stay.

    A list counts if two or more of its headlines begin with a number and each is the one after the last.
    """
    found = [(n, match) for n, text in enumerate(headlines) if text and (match := _RANK.match(text))]
    ranks = [int(match[1]) for _, match in found]
    counted = len(ranks) > 1 and len(ranks) * 2 > len(headlines) and all(b == a + 1 for a, b in pairwise(ranks))
    if not counted or ranks[0] > 1:
        return tuple(headlines)
    ends = {n: match.end() for n, match in found}
    return tuple(text[ends[n] :].strip() if text and n in ends else text for n, text in enumerate(headlines))


def is_selfpromotion(headline: str | None) -> bool:
    """Tell an offer of the publisher itself (newsletter, app, subscription) by its words."""
    folded = f" {(headline or '').casefold()} "
    return any(map(folded.__contains__, _offers()))


def is_access_note(text: str) -> bool:
    """Tell a text that is nothing but a note on access ("Subscribers only")."""
    return text.strip().casefold() in _notes()


def is_placeholder(alt: str | None) -> bool:
    """Tell an alternative text that every picture of a template bears ("img_title")."""
    return (alt or "").strip().casefold() in _placeholders()


def _without(text: str, extra: str | None, *, exact: bool = False) -> str:
    """``exact``: what the markup names is in the text letter by letter: "paritarias" is not a headline's "Paritarias"."""
    if not extra or len(extra) < 2 or (exact and extra not in text):
        return text
    folded, end = text.casefold(), extra.casefold()
    if folded.startswith(end) and not text[len(extra) : len(extra) + 1].isalnum():
        return _shorter(text, text[len(extra) :].lstrip(_JOINTS))
    if folded.endswith(end) and not text[: -len(extra)][-1:].isalnum():
        return _shorter(text, text[: -len(extra)].rstrip(_JOINTS))
    return text


def _without_button(text: str) -> str:
    words = text.split()
    if next(filter(None, map(label_key, reversed(words))), "") not in _last_words():
        return text
    for count in range(min(_LONGEST_BUTTON, len(words) - 2), 0, -1):
        tail = " ".join(words[-count:])
        if label_key(tail) in _buttons() and (tail[:1].isupper() or not tail[:1].isalpha() or words[-count - 1][-1] in "….»→"):
            return _shorter(text, " ".join(words[:-count]).rstrip(" -–—|»›→"))
    return text


def _last_word(text: str) -> str:
    return label_key(label_key(text).rpartition(" ")[2])


def _shorter(text: str, shortened: str) -> str:
    return shortened if len(shortened) >= _SHORTEST_HEADLINE else text


@cache
def _buttons() -> frozenset[str]:
    labels = {row[0] for row in rows("teaser_headings") if row[2] == "related" and row[3] == "label"}
    return frozenset(label for label in labels if " " in label or label in {"weiterlesen", "подробнее", "bővebben"})


@cache
def _last_words() -> frozenset[str]:
    return frozenset(map(_last_word, _buttons()))


@cache
def _notes() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("teaser_signals") if row[1:3] == ("badge", "note"))


@cache
def _offers() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("teaser_signals") if row[1:3] == ("badge", "selfpromo"))


@cache
def _placeholders() -> frozenset[str]:
    return frozenset(row[0] for row in rows("teaser_signals") if row[1] == "image")
