"""No pattern takes more than quadratic time of any text: counted in steps, never by the clock."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

import crawler
from tests.stepping import SpentError, Stepper, worst

SHORT, LONG = 16, 32
QUADRATIC = 4.6
"""Steps for a text of twice the length: 2 where they grow with the length, 4 with its square, 8 with its cube."""


def _patterns(value: Any) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _patterns(tuple(value.values()))
    elif isinstance(value, tuple | list | frozenset | set):
        for each in value:
            yield from _patterns(each)


@cache
def patterns() -> dict[str, re.Pattern[Any]]:
    """All patterns at the top of the project's modules, by module and name."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in pkgutil.walk_packages(crawler.__path__, "crawler."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for number, pattern in enumerate(_patterns(value)):
                    found.setdefault(f"{module.name}.{name}.{number}", pattern)
    return found


def growth(pattern: re.Pattern[Any]) -> tuple[float, str]:
    """How the steps grow when the worst text is doubled, and that text; an endless count is infinity."""
    stepper, found = Stepper(pattern), (1.0, "")
    for before, again in dict.fromkeys(worst(stepper.nodes)):
        texts = [before[:40] + again * count + "\0" for count in (SHORT, LONG)]
        try:
            short, long = map(stepper.search, texts)
        except (SpentError, RecursionError):
            return float("inf"), texts[0]
        found = max(found, (long / max(short, 1), texts[0]))
    return found


@pytest.mark.parametrize(
    ("pattern", "least"), [(r"(?:a+)+$", 100), (r"(?:a|a)*b", 100), (r"a*a*a*b", 5), (r"(\w+\s?)+:", 100), (r"\s+$", 3)]
)
def test_dangerous_patterns_are_told(pattern: str, least: float) -> None:
    assert growth(re.compile(pattern))[0] > least


@pytest.mark.parametrize("pattern", [r"a+b", r"(?:\w+ )*x", r"(?:ab|cd)+", r"[^<>]*>", r"\d{1,9}(?=x)", r"(?>a+)+b"])
def test_harmless_patterns_are_told(pattern: str) -> None:
    assert growth(re.compile(pattern))[0] <= QUADRATIC


def test_no_pattern_grows_faster_than_a_square() -> None:
    """Texts that patterns see are of bounded length; a square of it is bearable, a cube or more is not."""
    bad = {name: found for name, pattern in patterns().items() if (found := growth(pattern))[0] > QUADRATIC}
    assert bad == {}


@pytest.mark.parametrize("name", ["crawler.normalise.credits.words._TERMS.0"])
def test_patterns_that_meet_texts_of_any_length_grow_with_it(name: str) -> None:
    """Before anything is cut: eighty kilobytes of ``.,`` as a credit took half a minute."""
    assert growth(patterns()[name])[0] < 2.2
