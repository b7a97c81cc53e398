"""The house rules that tools can check: types, style, walls between rooms, sizes, names."""

from __future__ import annotations

import ast
import doctest
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "crawler").rglob("*.py"))
SHOWING = [path for path in MODULES if ">>> " in path.read_text(encoding="utf-8")]
TOOLS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
}


@pytest.mark.parametrize("name", TOOLS)
def test_the_tool_finds_nothing(name: str) -> None:
    """Style, format and types are clean over the whole project."""
    done = subprocess.run([sys.executable, "-m", *TOOLS[name]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_room_imports_from_above() -> None:
    """The contracts of pyproject.toml hold: the core knows no framework, the rooms look down only."""
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_fits_on_a_few_screens(path: Path) -> None:
    """No module is longer than 250 lines, no function than 40."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 250
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= 40
    ]
    assert long == []


@pytest.mark.parametrize("path", SHOWING, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_examples_of_docstrings_hold(path: Path) -> None:
    """What a docstring shows is what the function gives."""
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    assert doctest.testmod(module).failed == 0


def test_the_documentation_of_the_line_is_what_the_dataclasses_say() -> None:
    """docs/line.md and docs/sites.md are generated and current."""
    done = subprocess.run([sys.executable, "docs/generate.py", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "run: make docs"


def test_the_readme_names_no_command_that_does_not_exist() -> None:
    """Every `scrapy …` of README, CONTRIBUTING and operations is a command of the project."""
    listed = subprocess.run([sys.executable, "-m", "scrapy"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    known = {line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line.split()}
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    named = {
        line.split("scrapy ", 1)[1].split()[0].strip("`")
        for page in pages
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.startswith("    scrapy ") or "bin/scrapy " in line
    }
    assert named <= known
    assert {"crawl", "extract", "show", "demo", "list"} <= known
