"""``scrapy demo`` and ``python -m crawler.demo`` serve the bundled site and say where it is."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.crawl.crawling import scrapy

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("command", [["-m", "scrapy", "demo"], ["-m", "crawler.demo"]])
def test_the_site_is_served_until_interrupted(command: list[str]) -> None:
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, *command, "--port", "0", "--rate", "0"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        try:
            found = next(match for line in process.stdout if (match := re.search(r"http://127\.0\.0\.1:\d+/", line)))
            with urlopen(f"{found[0]}ekonomi", timeout=10) as response:
                assert "Ekonomi" in response.read().decode()
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0


@pytest.mark.parametrize("wrong", ["an argument", "a taken port"])
def test_wrong_usage_is_told_in_one_line_and_exit_code_2(wrong: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        arguments = ["front"] if wrong == "an argument" else ["--port", str(taken.getsockname()[1])]
        ended = scrapy("demo", *arguments)
    assert ended.returncode == 2
    assert re.fullmatch(r"scrapy demo: (takes no arguments|cannot listen on port).*\n", ended.stderr)
