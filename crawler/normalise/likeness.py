"""What two printings of one text share."""

from __future__ import annotations

_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())


def bare(text: str) -> str:
    """Give the text's letters and digits only, case folded.

    >>> bare("Korut Kirim Utusan!") == bare("KORUT KIRIM UTUSAN")
    True
    """
    folded = text.casefold()
    if folded.isascii():
        return folded.encode().translate(None, _MARKS).decode()
    return "".join(filter(str.isalnum, folded))
