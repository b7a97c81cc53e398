"""What two printings of one text share."""

from __future__ import annotations

from functools import lru_cache

_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())


@lru_cache(maxsize=512)
def bare(text: str) -> str:
    """Give the text's letters and digits only, case folded.

    >>> bare("Korut Kirim Utusan!") == bare("KORUT KIRIM UTUSAN")
    True
    """
    letters = text.casefold().encode("utf-8", "surrogatepass").translate(None, _MARKS).decode("utf-8", "surrogatepass")
    return letters if letters.isalnum() else "".join(filter(str.isalnum, letters))
