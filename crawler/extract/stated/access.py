"""Who may read the whole text, by what the page states."""

from __future__ import annotations

from crawler.extract.stated.metadata import Metadata
from crawler.items import Access

_FREE = {"true": True, "yes": True, "1": True, "free": True, "false": False, "no": False, "0": False, "locked": False}
_STATES = {"metered": "metered", "locked": "subscription", "free": "open", "registration": "registration"}


def read_access(metadata: Metadata) -> tuple[bool | None, Access | None]:
    """The stated ``isAccessibleForFree``, and the verdict with its evidence; ``None`` where nothing is stated."""
    for stated in metadata.of("access"):
        word = stated.text.casefold()
        free = _FREE.get(word)
        if word not in _FREE and word not in _STATES:
            continue
        state = _STATES.get(word) or ("open" if free else "subscription")
        return free, Access(state, f"{stated.key}={word}")
    return None, None
