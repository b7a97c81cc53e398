"""docs/manners.md says what the settings and the code say."""

import ast
import re
from pathlib import Path

import pytest

from crawler import settings
from crawler.manners.failures import Kind

TEXT = (Path(__file__).parents[2] / "docs" / "manners.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([A-Z_]+) \| (.+) \|$", TEXT, re.MULTILINE)


@pytest.mark.parametrize(("name", "value"), ROWS, ids=[name for name, _ in ROWS])
def test_a_default_is_the_one_of_the_settings(name: str, value: str) -> None:
    assert getattr(settings, name) == ast.literal_eval(value)


def test_every_kind_of_failure_is_told_with_its_weight() -> None:
    table = TEXT.partition("| kind | of | weight |")[2].partition("\n\n")[0]
    told = {kind.strip() for row in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE) for kind in row.split(",")}
    assert told - {"---"} == {str(kind) for kind in Kind}


def test_every_setting_that_the_text_names_exists() -> None:
    named = set(re.findall(r"`([A-Z]+_[A-Z_]+)`", TEXT))
    assert named <= set(dir(settings))
