"""What an operator copies from ``deploy/`` and ``docs/operations.md`` works as it stands there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from crawler import settings
from crawler.commands import crawl
from crawler.spiders.sites import all_sites
from tests.crawl.crawling import scrapy

ROOT = Path(__file__).parents[1]
OPERATIONS = ROOT / "docs" / "operations.md"
CRON = re.compile(r"^#? ?((?:[\d*/,-]+ +){5})(\S.*)$", re.M)
BOUNDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
SCRAPY = re.compile(r"(?:(?<=bin/)|(?<=    )|(?<=`))scrapy ([a-z]+[^\n`;#|]*)")


def documents() -> Iterator[Path]:
    yield OPERATIONS
    yield from (path for path in sorted((ROOT / "deploy").iterdir()) if path.is_file())


def commands() -> list[list[str]]:
    """Every ``scrapy …`` that stands there, in words."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in documents())
    return [shlex.split(found[1].replace("…", "x").replace("%i", "viva")) for found in SCRAPY.finditer(text)]


@cache
def help_of(command: str) -> str:
    done = scrapy(command, "-h")
    assert done.returncode == 0, f"scrapy {command} is no command"
    return done.stdout


def test_every_command_exists_with_its_options_and_settings() -> None:
    found = commands()
    assert {words[0] for words in found} >= {"crawl", "tick", "due", "runs", "verify", "release", "show"}
    for words in found:
        options = {word.partition("=")[0] for word in words[1:] if word.startswith("-")}
        assert all(re.search(rf"(?<![\w-]){option}\b", help_of(words[0])) for option in options), words
        names = [value.partition("=")[0] for option, value in pairwise(words) if option == "-s"]
        assert all(name in vars(settings) or name == "LOG_FILE" for name in names), words


def test_every_site_that_is_named_exists() -> None:
    known = {*all_sites(), "news", "ID"}
    for words in commands():
        if words[0] in ("crawl", "tick", "due", "release"):
            assert {word for word in words[1:2] if not word.startswith("-")} <= known, words


def test_every_setting_in_the_text_exists() -> None:
    named = set(re.findall(r"`([A-Z]+_[A-Z_]+)`", OPERATIONS.read_text(encoding="utf-8")))
    assert named <= set(vars(settings))


@pytest.mark.parametrize("path", [ROOT / "deploy" / "crontab", OPERATIONS], ids=lambda path: path.name)
def test_every_line_for_cron_is_one(path: Path) -> None:
    """Five fields within their bounds, then a command; cron would take a bare per cent sign for the end of the line."""
    text = re.sub("^    ", "", path.read_text(encoding="utf-8"), flags=re.M)
    lines = CRON.findall(text)
    assert len(lines) >= 2
    for fields, command in lines:
        for field, (least, most) in zip(fields.split(), BOUNDS, strict=True):
            for part in field.split(","):
                span, _, step = part.partition("/")
                assert not step or int(step) > 0
                assert span == "*" or all(least <= int(number) <= most for number in span.split("-")), field
        assert not re.search(r"(?<!\\)%", command)
        assert subprocess.run(["sh", "-n", "-c", command], check=False).returncode == 0


def test_the_crontab_has_nothing_but_comments_variables_and_lines() -> None:
    for line in (ROOT / "deploy" / "crontab").read_text(encoding="utf-8").splitlines():
        assert not line or line.startswith("#") or re.fullmatch(r"[A-Z]+=\S+", line) or CRON.fullmatch(line), line


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_finds_nothing_wrong_with_its_units(tmp_path: Path) -> None:
    """With this clone in the place of /srv/copydesk, and for one site."""
    for path in (ROOT / "deploy").glob("copydesk*"):
        text = (
            path.read_text(encoding="utf-8")
            .replace("/srv/copydesk/.venv/bin/scrapy", "/bin/true")
            .replace("/srv/copydesk", str(ROOT))
        )
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    units = [tmp_path / name.replace("@.", "@viva.") for name in map(str, (path.name for path in tmp_path.iterdir()))]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--recursive-errors=no", *units], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_exit_code_is_explained_in_the_same_way() -> None:
    """The command's docstring, the README and the table of docs/operations.md name the same codes."""
    table = re.findall(r"^\| ([\d, ]+) \|", OPERATIONS.read_text(encoding="utf-8"), re.M)
    explained = {code for cell in table for code in cell.split(", ")}
    assert crawl.__doc__ is not None
    for text in (crawl.__doc__, (ROOT / "README.md").read_text(encoding="utf-8")):
        listed = re.search(r"\n0 well ·.*?signal", text, re.S)
        assert listed is not None
        assert set(re.findall(r"\b\d+\b", listed[0])) == explained
