"""What a site may cost in one run: requests and bytes of all its hosts together."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf


@dataclass(slots=True)
class Budget:
    """What is left of a site's requests and bytes; hosts below one registered name are one site and share it."""

    requests: float = inf
    bytes: float = inf

    @property
    def is_spent(self) -> bool:
        """Whether nothing more is to be asked of the site in this run."""
        return self.requests <= 0 or self.bytes <= 0

    def spend(self, *, requests: int = 0, received: int = 0) -> bool:
        """Take off what was asked for and what came; give whether that was the last of it."""
        had = not self.is_spent
        self.requests -= requests
        self.bytes -= received
        return had and self.is_spent
