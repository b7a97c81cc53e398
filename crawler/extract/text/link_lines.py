"""Lines that are but lists of links, or end in a button."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.evidence import Segment, Segments, Thrown
from crawler.extract.lines.noise import leads_to_channel, of_text
from crawler.extract.page.outline import Outline
from crawler.extract.page.roles import AUTHOR_LINK

LONGEST_LABEL = 30
"""Characters of the label before a line of mere links ("Tags:"), and of a menu's entry without link."""
_SHORT_LINK = 30
_STRAY = 3


def is_link_list(parts: Segments, *, outside: bool) -> bool:
    """Whether a line is but a list of links, or one link before the first or after the last paragraph."""
    linked = [part for part in parts if part.href]
    if not linked:
        return False
    loose = [part.text for part in parts if not part.href]
    alone = outside and sum(map(len, loose)) <= _STRAY and parts[0].text[0] not in "(["
    return (alone or _is_row(parts, linked, loose)) and not any(AUTHOR_LINK.search(part.href or "") for part in linked)


def _is_row(parts: Segments, linked: Sequence[Segment], loose: Sequence[str]) -> bool:
    """Whether nothing but a label and signs stands beside several links of a few words."""
    label = len(parts[0].text) <= LONGEST_LABEL and parts[0].text[-1] in ":："
    joints = loose[1:] if loose and label and not parts[0].href else loose
    if any(map(str.isalnum, "".join(joints))):
        return False
    count = len({part.href for part in linked})
    return count > 1 and sum(len(part.text) for part in linked) <= count * _SHORT_LINK


def button_of(outline: Outline, texts: tuple[int, ...]) -> Thrown | None:
    """The link that ends a line and is a button by its own words, "… (rst) Add as preferred source"; else ``None``."""
    if len(texts) < 2 or outline.links[texts[-1]] < 0:
        return None
    words = outline.texts[texts[-1]].strip()
    kind = of_text(words) if words else None
    return Thrown(kind, words) if kind in ("newsletter", "navigation") else None


def offers_channels(parts: Segments) -> bool:
    """Whether all links of a line, two or more, lead to channels of the publisher."""
    addresses = {part.href for part in parts if part.href}
    return len(addresses) > 1 and all(leads_to_channel(address) for address in addresses)
