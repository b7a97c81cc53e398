"""The add-on: what Scrapy and scrapy-playwright are told, all of it settings that a run may override."""

from __future__ import annotations

import os
from typing import Any

from scrapy.settings import BaseSettings

from crawler.browser.finding import find_browser

MIDDLEWARE = "crawler.browser.middleware.BrowserMiddleware"
PLACE = 150
"""Behind the middlewares that say where a request may go, before all that need the network."""
_NO_NETWORK = (
    # What is not answered by the run's own downloader ends at a closed port; no name is resolved, nothing goes over UDP.
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    # What a browser asks for of its own accord.
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pings",
)
_SMALL = ("--disable-gpu", "--disable-dev-shm-usage", "--mute-audio", "--renderer-process-limit=4")


class BrowserAddon:
    """Enable ``BrowserMiddleware``; the browser itself is started by the first page that needs it."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Set what scrapy-playwright reads; a value of the project, a spider or the command line wins."""
        settings.getdict("DOWNLOADER_MIDDLEWARES")
        middlewares: Any = settings["DOWNLOADER_MIDDLEWARES"]
        middlewares.setdefault(MIDDLEWARE, PLACE)
        for name, value in _settings(settings).items():
            settings.set(name, value, "addon")


def _settings(settings: BaseSettings) -> dict[str, Any]:
    browser = find_browser(settings.get("BROWSER_EXECUTABLE"))
    options: dict[str, Any] = {"args": arguments(settings), "headless": True, "chromium_sandbox": has_sandbox(settings)}
    options |= {f"handle_{signal}": False for signal in ("sigint", "sigterm", "sighup")}
    if browser.executable is not None:
        options["executable_path"] = browser.executable
    return {
        "PLAYWRIGHT_BROWSER_PROVIDER": "crawler.browser.provider.ChromiumProvider",
        "PLAYWRIGHT_LAUNCH_OPTIONS": options,
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": 5000,
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 16,
    }


def arguments(settings: BaseSettings) -> list[str]:
    """What Chromium is started with."""
    heap = f"--js-flags=--max-old-space-size={settings.getint('BROWSER_MEMORY_MB') // 2}"
    return [*_NO_NETWORK, *_SMALL, heap]


def has_sandbox(settings: BaseSettings) -> bool:
    """Whether Chromium runs in its sandbox: root cannot use it."""
    return settings.getbool("BROWSER_SANDBOX") and not (hasattr(os, "geteuid") and os.geteuid() == 0)
