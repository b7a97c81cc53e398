"""Playwright's driver and Chromium, started by the first page that needs them.

Chromium is driven over a pipe that ends with the process at its other end: Playwright's driver ends with this process, and
Chromium with the driver, whatever kills them.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from playwright.async_api import Browser, BrowserContext, Error, Playwright, async_playwright
from scrapy.exceptions import NotSupported


class ChromiumProvider:
    """What scrapy-playwright asks for browsers (its ``BrowserProvider`` protocol)."""

    def __init__(self, config: Any) -> None:
        self.config = config
        self._playwright: Playwright | None = None

    async def start(self) -> None:
        """Do nothing: a run that renders nothing pays nothing."""

    async def launch_browser(self) -> Browser:
        """Start a browser; a driver that has ended is started anew."""
        if self._playwright is not None:
            with suppress(Error):
                return await self._launch(self._playwright)
            await self.close()
        self._playwright = await async_playwright().start()
        return await self._launch(self._playwright)

    async def _launch(self, playwright: Playwright) -> Browser:
        return await playwright.chromium.launch(**self.config.launch_options)

    async def launch_persistent_context(self, context_kwargs: dict[str, Any]) -> BrowserContext:
        """Refuse: nothing of one run's pages is kept for another."""
        raise NotSupported(f"persistent contexts are not used: {sorted(context_kwargs)}")

    async def close(self) -> None:
        """End the driver, and with it the browser."""
        playwright, self._playwright = self._playwright, None
        if playwright is not None:
            with suppress(Exception):
                await playwright.stop()
