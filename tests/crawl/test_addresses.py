"""Names that lead into the house are of no use, whatever they led to before: tried in a network of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crawl.crawling import ROOT

APART = ["unshare", "--net", "--mount"]


def _may() -> bool:
    if not (shutil.which("unshare") and shutil.which("ip")):
        return False
    return subprocess.run([*APART, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _may(), reason="a network of its own needs root, unshare and ip")
def test_names_below_the_sites_own_lead_to_no_private_machine(tmp_path: Path) -> None:
    """Redirects to names that mean a private or metadata address, or loopback at the second look, reach nobody."""
    run = subprocess.run(
        [*APART, sys.executable, "-m", "tests.crawl.apart", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["away"] == []
    assert sorted(found["lines"]) == [f"http://www.harian.example/berita/good-{number}" for number in range(4)]
    assert found["again"] == 69, "a section whose name means a private machine is down"
