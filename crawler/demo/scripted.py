"""The wing of the site that script fills: empty pages, the script, and the interface that it asks.

``/app``: a list and articles that are rendered in the browser. ``/gulir``: a list that grows as one scrolls. ``/muat``: a
list whose button loads more. ``/izin``: a list behind a consent dialog. ``/nakal``: articles whose script misbehaves, each in
a way of its own. None of them is linked from the rest of the site.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from crawler.demo.newsroom import NAME, Card, Newsroom
from crawler.demo.skins.parts import filled, sheet
from crawler.demo.story import Story

PER_VIEW = 8
LISTS = {"/app": "client", "/gulir": "scroll", "/muat": "button", "/izin": "consent", "/nakal": "client"}
"""Path of a list -> how its script goes on."""
MISCHIEF = ("alerts", "windows", "requests", "downloads", "loop", "growth")
"""What the articles below ``/nakal`` do, beside showing themselves; the last two never come to that."""
_ARTICLE = re.compile(r"/(app|nakal)/(?:([a-z]+)/)?(\d+)-")


def scripted(newsroom: Newsroom, base: str, path: str, page: int) -> tuple[str, str] | None:
    """Body and media type of what the wing has at a path; ``None`` for all other paths."""
    if path == "/assets/app.js":
        return sheet("scripted.js"), "text/javascript; charset=utf-8"
    if path.startswith("/api/list/"):
        return _json(listed(newsroom, base, "/" + path.rpartition("/")[2], page))
    if path.startswith("/api/story/"):
        return _json(told(newsroom, base, path.rpartition("/")[2]))
    if path in LISTS:
        return _shell(NAME, LISTS[path], rows(newsroom, base) if path == "/muat" else ""), "text/html; charset=utf-8"
    article = _ARTICLE.match(path)
    if article and int(article[3]) in newsroom.stories:
        return _shell(NAME, article[2] or "article"), "text/html; charset=utf-8"
    return None


def listed(newsroom: Newsroom, base: str, path: str, page: int) -> dict[str, Any]:
    """A view of a list as data."""
    stories = of_list(newsroom, path)
    shown = stories[(page - 1) * PER_VIEW : page * PER_VIEW]
    cards = [newsroom.card(story.id, base) for story in shown]
    items = [
        _card(card, address(newsroom, base, path, story, stories)) for card, story in zip(cards, shown, strict=True) if card
    ]
    return {"items": items, "page": page, "has_more": page * PER_VIEW < len(stories)}


def of_list(newsroom: Newsroom, path: str) -> tuple[Story, ...]:
    """The stories of a list, newest first: enough for some views, one for each kind of mischief."""
    found = newsroom.published("/english" if path == "/nakal" else "")
    return found[: len(MISCHIEF)] if path == "/nakal" else found[: PER_VIEW * 3]


def address(newsroom: Newsroom, base: str, path: str, story: Story, stories: tuple[Story, ...]) -> str:
    """Where a story of a list stands: within the wing, or at its own place."""
    if path == "/app":
        return f"{base}/app/{story.id}-{story.slug}"
    if path == "/nakal":
        return f"{base}/nakal/{MISCHIEF[stories.index(story)]}/{story.id}-{story.slug}"
    return base + newsroom.path(story)


def told(newsroom: Newsroom, base: str, number: str) -> dict[str, Any]:
    """An article as data."""
    story = newsroom.state(int(number))
    card = newsroom.card(story.id, base)
    return {
        "id": story.id,
        "headline": story.headline,
        "description": story.standfirst or (card.summary if card else ""),
        "authors": [{"name": name.name} for name in story.byline if name.role == "author"],
        "datePublished": story.published.isoformat(),
        "body": "".join(f"<p>{escape(paragraph)}</p>" for paragraph in story.paragraphs()),
    }


def rows(newsroom: Newsroom, base: str) -> str:
    """The first view of the list with a button, as the server prints it."""
    items = listed(newsroom, base, "/muat", 1)["items"]
    cards = "\n".join(
        f'<article class="card"><h3><a href="{item["url"]}">{escape(item["title"])}</a></h3>'
        f"<p>{escape(item['summary'])}</p></article>"
        for item in items
    )
    return f'{cards}\n<button type="button">Load more</button>'


def _card(card: Card, url: str) -> dict[str, Any]:
    return {"url": url, "title": card.headline, "summary": card.summary, "date": card.published.isoformat()}


def _shell(title: str, mode: str, rows: str = "") -> str:
    return filled("scripted.html", title=escape(title), mode=mode, rows=rows)


def _json(value: dict[str, Any]) -> tuple[str, str]:
    return json.dumps(value, ensure_ascii=False), "application/json; charset=utf-8"
