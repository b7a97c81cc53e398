"""Inputs that grow towards code not reached yet: atheris (libFuzzer) over the readers of ``benchmarks.fuzz_targets``.

    make guided                                           a minute of each; installs requirements-fuzz.txt
    python -m benchmarks.fuzz_guided article --seconds 300 --keep data/fuzz/article

Begins with the good inputs of the target and with the words of the lexicons as its dictionary. An input that lets a reader
fall, or takes ten seconds, ends the run with its traceback and exit code 77, and lies in ``--keep`` as ``crash-…``; named
behind the target it is read again: ``fuzz_guided article --again data/fuzz/article/crash-…``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import zlib
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

_LONGEST = {"byline": 300, "credit": 300, "date": 300}
_LONGEST_PAGE = 4000
_TIMEOUT = 10
_LONGEST_WORD = 60


def main() -> int:
    """Run one target; atheris ends the process itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None)
    parser.add_argument("--again", type=Path, default=None)
    given = parser.parse_args()
    try:
        atheris = import_module("atheris")
    except ImportError:
        print("atheris is not there: pip install -r requirements-fuzz.txt")
        return 2
    with atheris.instrument_imports(include=["crawler"]):  # what is imported here reports what it reaches
        targets: dict[str, Any] = import_module("benchmarks.fuzz_targets").TARGETS
        words: tuple[bytes, ...] = import_module("benchmarks.fuzz_inputs").words()
    begin, read = targets[given.target]
    stock = begin()

    def one(data: bytes) -> None:
        read(data, Random(zlib.crc32(data)))

    keep = given.keep or Path(tempfile.mkdtemp(prefix="copydesk-fuzz-"))
    arguments = _arguments(given.target, keep, (*stock.small, *stock.whole), words)
    if given.again:
        one(given.again.read_bytes())
        return 0
    atheris.Setup([sys.argv[0], *arguments, f"-max_total_time={given.seconds}", f"-seed={given.seed}"], one)
    atheris.Fuzz()
    return 0


def _arguments(target: str, keep: Path, begin: Iterable[bytes], words: Iterable[bytes]) -> list[str]:
    """Lay out the folder: ``corpus`` with what is there to begin with, ``words``; crashes come beside them."""
    longest = _LONGEST.get(target, _LONGEST_PAGE)
    (keep / "corpus").mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(begin):
        (keep / "corpus" / f"own-{number:03}").write_bytes(data[:longest])
    (keep / "words").write_text(dictionary(words))
    options = (f"-dict={keep / 'words'}", f"-artifact_prefix={keep}/", f"-max_len={longest}", f"-timeout={_TIMEOUT}")
    return [str(keep / "corpus"), *options, "-print_final_stats=1", "-verbosity=1"]


def dictionary(words: Iterable[bytes]) -> str:
    """In libFuzzer's form: a quoted word a line, every byte but letters and digits escaped; the long ones are left out."""
    kept = sorted({word for word in words if 0 < len(word) <= _LONGEST_WORD})
    return "".join(f'"{"".join(_escaped(byte) for byte in word)}"\n' for word in kept)


def _escaped(byte: int) -> str:
    character = chr(byte)
    return character if character.isascii() and character.isalnum() else f"\\x{byte:02X}"


if __name__ == "__main__":
    sys.exit(main())
