"""What leaves for a terminal or a log: no character that moves a cursor or turns a line round, no secret of an address."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_USER = re.compile(r"(?<=://)[^\s/?#@'\"<>]{1,200}@")


def safe(text: str) -> str:
    """Make any text harmless for a terminal: control characters and marks of direction become U+FFFD, line ends stay."""
    return _CONTROLS.sub("\ufffd", text)


def without_secrets(text: str) -> str:
    """Take user names and passwords out of the addresses in a text: ``https://rina:kunci@host/`` -> ``https://…@host/``."""
    return _USER.sub("…@", text) if "@" in text else text
