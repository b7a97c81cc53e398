"""What may be done with a page, as it says itself and as its site's files say: together, and what follows from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from crawler.manners.directives import NO_DIRECTIVES, Directives, read_directives
from crawler.manners.reservation import NOTHING_SAID, RESERVED, Reservation, read_reservation


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What is obeyed: directives by name (noindex, nofollow, unavailable_after), and whether a reservation is.

    ``agents`` are the names by which a page may address us, parted by blanks.
    """

    agents: str
    directives: frozenset[str] = frozenset()
    reservation: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """What was said of one page."""

    directives: Directives = NO_DIRECTIVES
    reservation: Reservation = NOTHING_SAID

    def told(self) -> Mapping[str, tuple[str, ...]]:
        """For the line's ``metadata.validationMessages``: what is asked for, and where that stood."""
        return {"robots": self.directives.told(), "tdmReservation": self.reservation.told()}

    def why_not(self, policy: Policy, *, now: datetime) -> str | None:
        """Why the page may not be kept; ``None`` where it may."""
        reason = self.directives.why_not(policy.directives, now=now)
        return reason or (RESERVED if policy.reservation and self.reservation.reserved else None)

    def nofollow(self, policy: Policy) -> bool:
        """Whether the page's links are not for us."""
        return "nofollow" in policy.directives and self.directives.has("nofollow")


def read_usage(
    headers: Collection[tuple[str, str]],
    metas: Iterable[tuple[str, str]],
    policy: Policy,
    *,
    site: Reservation = NOTHING_SAID,
) -> Usage:
    """Read an answer's headers (lower-case names) and the page's meta elements; ``site`` is what the site's files say of it.

    What the answer says of itself goes before the files.
    """
    named = tuple(metas)
    tags = [text for name, text in headers if name == "x-robots-tag"]
    own = read_reservation(headers, named)
    return Usage(read_directives(tags, named, agents=policy.agents), own if own.reserved is not None else site)
