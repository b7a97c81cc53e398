"""How long an answer may be used without asking again (RFC 9111): only what the server states."""

from __future__ import annotations

import re
from collections.abc import Mapping

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_NEVER = re.compile(r"(?:^|[\s,])no-(?:cache|store)(?:[\s,=]|$)", re.IGNORECASE)


def fresh_for(headers: Mapping[str, str]) -> float:
    """Seconds by ``Cache-Control: max-age`` less ``Age``; 0 where nothing is stated or use unasked is forbidden.

    ``headers`` has lower-case names.
    """
    stated = headers.get("cache-control", "")
    found = _MAX_AGE.search(stated)
    if found is None or _NEVER.search(stated):
        return 0.0
    age = headers.get("age", "").strip()
    return max(0.0, float(found.group(1)) - (float(age[:9]) if age.isdecimal() and age.isascii() else 0.0))
