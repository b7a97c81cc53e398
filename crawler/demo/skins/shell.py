"""A site after its relaunch: empty pages that a script fills, with the same addresses as before."""

from __future__ import annotations

from html import escape

from crawler.demo.newsroom import NAME
from crawler.demo.view import Listing, View

PAGE = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
    '<body><div id="app"><div class="spinner"></div></div><script src="/app.js" defer></script>'
    "<noscript>JavaScript is required.</noscript></body></html>"
)


def article(view: View) -> str:
    """The article page: a title and nothing else."""
    return PAGE.format(language=view.section.language, title=escape(f"{view.story.headline} - {NAME}"))


def listing(listing: Listing) -> str:
    """The section page: a title and nothing else."""
    return PAGE.format(language=listing.language, title=escape(f"{listing.title} - {NAME}"))
