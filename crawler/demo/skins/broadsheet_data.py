"""The broadsheet's structured data: a graph of site and article, pictures with their credits, live entries."""

from __future__ import annotations

from typing import Any

from crawler.demo.newsroom import NAME
from crawler.demo.skins.parts import image_object, linked_data, news_article, person
from crawler.demo.view import View

KINDS = {"live": "LiveBlogPosting", "opinion": "OpinionNewsArticle", "gallery": "ImageGallery"}
CREDITED = {"stated", "cite"}
"""Shapes of a credit that the structured data repeats."""


def structured(view: View) -> str:
    """The graph as a script element."""
    story = view.story
    data = news_article(view, KINDS.get(story.kind, "NewsArticle"))
    data |= {
        "author": [person(name) for name in story.byline if name.role == "author"],
        "editor": [person(name) for name in story.byline if name.role == "editor"],
        "image": [image_object(p, view.picture(p.file), credited=p.shape in CREDITED) for p in story.pictures],
        "liveBlogUpdate": updates(view) if story.kind == "live" else [],
        "isAccessibleForFree": not story.paid,
    }
    if story.paid:
        data["hasPart"] = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paywall"}
    site = {"@type": "WebSite", "@id": f"{view.base}/#site", "name": NAME, "url": view.base}
    return linked_data({"@graph": [site, {key: value for key, value in data.items() if value != []}]})


def updates(view: View) -> list[dict[str, Any]]:
    """The entries of a live blog."""
    found: list[dict[str, Any]] = []
    for block in view.blocks:
        if block.kind == "entry" and block.at:
            found.append(
                {"@type": "BlogPosting", "headline": block.text, "datePublished": block.at.isoformat(), "articleBody": ""}
            )
        elif found and block.kind == "paragraph":
            found[-1]["articleBody"] = f"{found[-1]['articleBody']} {block.text}".strip()
    return found
