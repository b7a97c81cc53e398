"""What is true of an element because it is true of one around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def strongest(known: dict[int, int], parents: Sequence[int], element: int, judge: Callable[[int], int], *, most: int) -> int:
    """The strongest verdict on an element and those around it; ``most`` is the strongest there is.

    Each element is judged once, and none within one that has the strongest verdict. ``known`` keeps the verdicts from call to
    call and holds that of the outermost element, or of -1, from the start.
    """
    trail, current = [], element
    while current not in known:
        trail.append(current)
        current = parents[current]
    verdict = known[current]
    for each in reversed(trail):
        verdict = known[each] = verdict if verdict >= most else max(verdict, judge(each))
    return verdict
