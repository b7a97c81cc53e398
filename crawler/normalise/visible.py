"""What a text shows: on one line, without the marks that nobody sees."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    r"[\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]"
    r"|(?<![\u0600-\u0eff])[\u200c\u200d]|(?<![\u094d\u09cd\u0acd\u0c4d\u0ccd\u0d4d])[\u200c\u200d](?![\u0600-\u0eff])"
)
"""Between letters of Persian and the scripts of India, and behind a virama, the joiners are part of the spelling."""


def begins_small(text: str) -> bool:
    """Whether the first letter is a small one of a script that writes names with capitals, as Georgian does not.

    >>> begins_small("doe"), begins_small("Doe"), begins_small("არქივი")
    (True, False, False)
    """
    return text[:1].islower() and not "\u10d0" <= text[0] <= "\u10ff"


def visible(text: str) -> str:
    r"""The text on one line in its composed form, without soft hyphens, zero-width and direction marks.

    >>> visible("Jo\u0308rg\u200b  Neu\u00admann")
    'Jörg Neumann'
    """
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())
