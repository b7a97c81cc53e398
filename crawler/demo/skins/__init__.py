"""The looks of the bundled site: each skin prints article pages and listings in one grammar of the field."""

from __future__ import annotations

from typing import Protocol

from crawler.demo.skins import broadsheet, daily, plain, portal, shell
from crawler.demo.view import Listing, View


class Skin(Protocol):
    """What a skin's module offers."""

    def article(self, view: View) -> str:
        """The HTML of an article page."""

    def listing(self, listing: Listing) -> str:
        """The HTML of a section page."""


SKINS: dict[str, Skin] = {"portal": portal, "daily": daily, "broadsheet": broadsheet, "plain": plain, "shell": shell}
