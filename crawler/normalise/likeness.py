"""What two printings of one text share."""

from __future__ import annotations


def bare(text: str) -> str:
    """Give the text's letters and digits only, case folded.

    >>> bare("Korut Kirim Utusan!") == bare("KORUT KIRIM UTUSAN")
    True
    """
    return "".join(filter(str.isalnum, text.casefold()))
