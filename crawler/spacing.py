"""Whether two texts that no white space parts in the page's markup are one word or phrase in print."""

from __future__ import annotations

import re

_CLOSING = frozenset(",.;:!?)]}/’”»%…、。，）」』")
_OPENING = frozenset("([{/‘“„«¿¡（「『")
_JOINTS = frozenset("'\"-‐‑")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff]")
"""Scripts that part no words, and Hangul, whose particles touch the word."""
_OPENED = re.compile(r"(?:^|[\s\"“„«(])[^\W\d_]$|(?:^|\s)\"$|\w[-‐‑]$")
"""What a capital that touches it goes on with: a drop cap, a quotation that opens, the first half of a compound."""
_ELIDED = re.compile(
    r"(?:^|[\s(«\"“/-])(?:[cdjlmnstv]|(?:jus|lors|puis|quoi|quel|pres)?qu|(?:[dns]e|[ds]?a|su|co|que|be)ll"
    r"|(?:ness|cias)?un|quest|sant|buon|grand|tutt|quand|mezz|senz|anch)['’]$",
    re.IGNORECASE,
)
"""Articles and the like that French, Italian and Catalan write without their vowel: they touch what they belong to."""
_LONGEST_ELIDED = 10


def touches(text: str, following: str) -> bool:
    """Whether a text goes on without a blank: at punctuation, and behind an article that lost its vowel.

    >>> touches("par Jeanne Dupontel d’", "Enquête"), touches("Jeanne Dupontel", "Enquête")
    (True, False)
    """
    return following[:1] in _CLOSING or text[-1:] in _OPENING or _is_elided(text)


def goes_on(text: str, tag: str, following: str, following_tag: str) -> bool:
    """As ``touches``, in a sentence, where markup cuts words in two; the tags are those the texts end and begin in."""
    if touches(text, following) or following[0] in _JOINTS or following_tag in ("sub", "sup") or tag == "sub":
        return True
    last = text[-1]
    if following[0].islower() or following[0].isdigit():
        return last.isalnum() or last in _JOINTS
    return bool(_UNSPACED.match(following) or _OPENED.search(text, max(0, len(text) - 3)))


def _is_elided(text: str) -> bool:
    return text[-1:] in ("'", "’") and _ELIDED.search(text, max(0, len(text) - _LONGEST_ELIDED)) is not None
