"""Whether a page lacks what only script would put there: signs, and the decision that follows from them. Pure.

``<body><div id="root"></div><script src="/app.js"></script></body>`` is an empty shell. A section of eight cards with a button
"Load more" that leads nowhere goes on by script alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from selectolax.lexbor import LexborNode

from crawler.extract.listing.more import spoken
from crawler.extract.page.document import Document, parse, tidy, words
from crawler.extract.page.walk import walk
from crawler.normalise.lexicon import rows

_FRAMES = (
    "#root, #app, #__next, #__nuxt, #___gatsby, #svelte, #main-app, #react-root, #application, "
    "[data-reactroot], [data-server-rendered], [ng-app], [ng-version], [data-v-app], [data-sveltekit-hydrate], app-root, "
    "astro-island"
)
"""Where the frameworks of the field put what they render, by their own templates."""
_SCRIPTS = "script[src], script[type='module']"
_BUTTONS = "button, [role='button'], a:not([href]), a[href=''], a[href^='#'], a[href^='javascript:']"
"""What may act by script alone: no link that leads on."""
_SKELETON = re.compile(r"\b(?:skeletons?|shimmer|placeholder-(?:glow|wave|loading)|content-loader|loading|spinner|loader)\b")
_SENTINEL = re.compile(
    r"\b(?:infinite-?scroll(?:ing)?|infinite-?loader|scroll-?sentinel|load-?more-?(?:trigger|sentinel)|endless)\b"
)
_NEEDED = re.compile(r"\bjava ?script\b", re.IGNORECASE)
_LITTLE = 400
"""Characters of text below which a page shows next to nothing."""
_BARELY = 80
_FALLEN = 0.34
"""A section that shows less than this part of its usual cards has lost most of them."""
_MOST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What a page shows without script.

    ``text`` counts its characters, as far as some hundred. ``frame``: it has the mount point of a framework; ``bare``: one
    that is empty. ``skeleton``: placeholders are shown. ``needed``: it says that JavaScript is needed. ``scripted``: it loads
    scripts at all. ``button`` and ``sentinel``: a list that script continues. ``variant`` is the address of an AMP or print
    version.
    """

    text: int = 0
    frame: bool = False
    bare: bool = False
    skeleton: bool = False
    needed: bool = False
    scripted: bool = False
    button: bool = False
    sentinel: bool = False
    variant: str | None = None


def read_signs(html: bytes | str, url: str, *, charset: str | None = None) -> Signs:
    """Read a page's signs; total. Costs a parse: ask only where something is missing."""
    document = parse(html, url=url, charset=charset)
    body = document.tree.body
    frames = document.css(_FRAMES)
    named = " ".join(words(node) for node in document.css("body [class], body [id]")[:_MOST])
    return Signs(
        text=_shown(body, _LITTLE) if body is not None else 0,
        frame=bool(frames),
        bare=any(_shown(node, _BARELY) < _BARELY for node in frames),
        skeleton=bool(_SKELETON.search(named)),
        needed=any(_NEEDED.search(node.text(deep=True) or "") for node in document.css("noscript")),
        scripted=document.first(_SCRIPTS) is not None,
        button=any(_continues(node) for node in document.css(_BUTTONS)),
        sentinel=bool(_SENTINEL.search(named)),
        variant=_variant(document),
    )


def list_lacks(signs: Signs, *, cards: int, usual: int | None = None, goes_on: bool = False) -> str | None:
    """Say what a list lacks that a browser would show; ``None`` where nothing says so.

    ``cards`` is what it shows, ``usual`` what it showed before, ``goes_on`` whether it goes on without a browser, or need not.
    """
    if not signs.scripted:
        return None
    if not cards:
        if signs.bare or signs.skeleton or signs.needed or usual:
            return "no cards"
        return "no cards" if signs.text < _LITTLE else None
    if usual and cards < usual * _FALLEN and (signs.bare or signs.skeleton):
        return "few cards"
    return "the rest of the list" if not goes_on and (signs.button or signs.sentinel) else None


def article_lacks(signs: Signs, *, reason: str | None, usual: bool = True) -> str | None:
    """Say what an article's page lacks that a browser would show, where its reading gave ``reason`` and no article.

    ``usual`` says that pages of this address' kind are articles.
    """
    if reason not in ("no text", "list of links") or not signs.scripted or not usual:
        return None
    empty = signs.bare or signs.skeleton or signs.needed
    return "the text" if empty or (reason == "no text" and signs.text < _LITTLE) else None


@cache
def consent_selectors() -> tuple[str, ...]:
    """The buttons of well-known consent dialogs as CSS, those that decline first."""
    return tuple(row[0] for row in rows("consent_dialogs"))


def _shown(node: LexborNode, enough: int) -> int:
    """How many characters of text are seen under an element; they are counted until there are enough."""
    count = 0
    for kind, current in walk(node):
        if kind == "text":
            count += len(tidy(current.text_content or ""))
            if count >= enough:
                break
    return count


def _continues(node: LexborNode) -> bool:
    """Whether an element says "more" and leads nowhere: script acts on it."""
    if node.tag == "a" and not (node.attributes.get("href") or "#").startswith(("#", "javascript:")):
        return False
    text = tidy(node.text(deep=True) or "").casefold()
    return len(text) < _BARELY and (" " in text or not text.isascii()) and text in spoken()


def _variant(document: Document) -> str | None:
    """The page in another version that needs no script, as it says itself."""
    for node in document.css("link[rel~='amphtml'][href], link[rel~='alternate'][media='print'][href]"):
        address = document.absolute(node.attributes.get("href"))
        if address is not None and address != document.url:
            return address
    return None
