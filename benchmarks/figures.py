"""A measured share beside what is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Figure:
    """One measured share: ``asked`` is the least, or for faults the most, that is wanted."""

    name: str
    hits: int = 0
    of: int = 0
    asked: float = 0.0
    most: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def value(self) -> float:
        """The share; 1 of nothing."""
        return self.hits / self.of if self.of else 1.0

    @property
    def good(self) -> bool:
        """Whether the share is what was asked for."""
        return self.value <= self.asked if self.most else self.value >= self.asked
