"""A crawl in a network of its own, where every address is this machine's and names change what they mean.

Run by ``test_addresses.py`` as ``unshare --net --mount python -m tests.crawl.apart FOLDER``; prints one JSON object.
"""

from __future__ import annotations

import itertools
import json
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from tests.crawl.crawling import command, published
from tests.crawl.hostile import HostileSite, moved, page, story

PUBLIC, PRIVATE, METADATA = "93.184.216.34", "10.0.0.5", "169.254.169.254"
SITE = "www.harian.example"


def main() -> None:
    """Crawl, and say what was published and who was asked."""
    data = Path(sys.argv[1])
    settle(data)
    flip = itertools.cycle((PUBLIC, "127.0.0.1")).__next__
    names: dict[str, Callable[[], str]] = {
        SITE: lambda: PUBLIC,
        "flip.harian.example": flip,
        "intern.harian.example": lambda: PRIVATE,
        "awan.harian.example": lambda: METADATA,
    }
    threading.Thread(target=answer_names, args=(names,), daemon=True).start()
    targets = [f"http://{name}.harian.example/canary" for name in ("intern", "awan", "flip")]
    pages = {f"/berita/good-{number}": page(story(number)) for number in range(4)}
    pages |= {f"/berita/to-{number}": moved(target) for number, target in enumerate(targets * 3)}
    with HostileSite(pages, address=(PUBLIC, 80)) as site:
        away = [HostileSite(address=(host, 80)) for host in (PRIVATE, METADATA, "127.0.0.1")]
        for each in away:
            each.__enter__()
        code, again = crawl(f"http://{SITE}/", data), crawl("http://intern.harian.example/", data)
        asked = [path for each in away for path in each.asked]
        found = {"code": code, "away": asked, "site": site.asked, "again": again}
    sys.stdout.write(json.dumps({**found, "lines": [line["url"] for line in published(data)]}))


def crawl(url: str, data: Path) -> int:
    """Crawl what lies at an address, in this network."""
    return subprocess.run(command("news", "-a", f"url={url}", data=data), capture_output=True, check=False).returncode


def settle(folder: Path) -> None:
    """Give this network its addresses and its only name server."""
    resolver, hosts = folder / "resolv.conf", folder / "hosts"
    resolver.write_text("nameserver 127.0.0.1\noptions timeout:1 attempts:1\n")
    hosts.write_text("127.0.0.1 localhost\n")
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    for address in (PUBLIC, PRIVATE, METADATA):
        subprocess.run(["ip", "addr", "add", f"{address}/32", "dev", "lo"], check=True)
    subprocess.run(["mount", "--bind", resolver, Path("/etc/resolv.conf").resolve()], check=True)
    subprocess.run(["mount", "--bind", hosts, "/etc/hosts"], check=True)


def answer_names(names: dict[str, Callable[[], str]]) -> None:
    """Answer questions for IPv4 addresses, anew each time; other kinds of address there are none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 53))
        while True:
            query, asker = server.recvfrom(512)
            end = query.index(b"\0", 12)
            labels, at = [], 12
            while at < end:
                labels.append(query[at + 1 : at + 1 + query[at]].decode())
                at += 1 + query[at]
            known = names.get(".".join(labels).lower())
            wanted = known is not None and query[end + 1 : end + 3] == b"\0\1"
            head = query[:2] + struct.pack("!HHHHH", 0x8180 if known else 0x8183, 1, int(wanted), 0, 0)
            address = socket.inet_aton(known()) if known is not None and wanted else b""
            record = b"\xc0\x0c\0\1\0\1\0\0\0\0\0\4" + address if wanted else b""
            server.sendto(head + query[12 : end + 5] + record, asker)


if __name__ == "__main__":
    main()
