"""What a perfect line says of each page of the bundled site, in the names of the line.

    for url, html, truth in pages():
        ...

``truth["@type"]`` is ``None`` where a page holds no article. A field that a page leaves open is not in its truth.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from crawler.demo.lists import HUB, listing, streams
from crawler.demo.newsroom import EPOCH, HOST, NAME, Card, Newsroom
from crawler.demo.site import DemoSite
from crawler.demo.story import Name, Picture, words
from crawler.demo.view import AT_END, MOST_READ, RELATED, View, view
from crawler.site import Site

BASE = f"https://{HOST}"
SITE = Site(
    name=HOST,
    domains=(HOST,),
    publishers=(NAME, f"{NAME}.example"),
    url=BASE,
    native_id=r"/(?:[\w/]+/)?(?:d-|[\w-]*-|baca\.php\?id=)?(\d{5,})(?![\d-]*/)",
    caption_labels=(f"{NAME} Nasional", f"{NAME} Bola", f"{NAME} Daerah"),
)
"""The facts of the bundled site, as a spider would give them."""
TYPES = {"live": "LiveBlogPosting", "opinion": "OpinionNewsArticle", "gallery": "ImageGallery", "video": "VideoObject"}
DASHES = {"portal": "–", "daily": "-", "broadsheet": "—", "plain": "-"}
"""What each skin prints behind a dateline."""
WITH_KICKER = {"daily", "broadsheet"}
WITH_EDITORS = {"portal", "daily", "broadsheet"}
END_LABELS = {"daily": AT_END, "broadsheet": AT_END}
OWN_TEXT = {"paragraph", "heading", "quote", "item"}
Truth = dict[str, Any]


def pages(base: str = BASE) -> Iterator[tuple[str, bytes, Truth]]:
    """Every page of the site once all is published and corrected: address, HTML, truth."""
    newsroom = complete()
    site = DemoSite(newsroom, base)
    for story in newsroom.published():
        shown = view(newsroom, story.id, base)
        yield shown.url + ("?page=all" if shown.pages > 1 else ""), site.article(story, "all").body, truth(shown)
        if shown.pages > 1:
            yield shown.url, site.article(story).body, truth(view(newsroom, story.id, base, page=1))
    for path in ("/", "/berita/nasional", HUB, "/tag/feri", "/english", "/berita/nasional/1739990-artikel-yang-sudah-ditarik"):
        yield base + path, site.get(path).body, {"@type": None}


def listings(base: str = BASE) -> Iterator[tuple[str, bytes, Truth]]:
    """Every page of every list once all is published: address, HTML, its stream of stories and the following page."""
    newsroom = complete()
    site = DemoSite(newsroom, base)
    for path in streams(newsroom):
        number = 1
        while found := listing(newsroom, base, path, number):
            query = f"?page={number}" if number > 1 else ""
            following = f"{base}{path}?page={number + 1}" if number < found.pages else None
            stream = [{"url": card.url, "headline": card.headline} for card in found.cards if not card.sponsored]
            paid = [card.url.partition("?")[0] for card in found.cards if card.sponsored]
            yield base + path + query, site.get(path + query).body, {"stream": stream, "sponsored": paid, "next": following}
            number += 1


def complete() -> Newsroom:
    """The newsroom when nothing more is to come."""
    newsroom = Newsroom()
    last = max(max([story.published, *(r.at for r in story.revisions)]) for story in newsroom.stories.values())
    return Newsroom(start=max(last, EPOCH) + timedelta(hours=1))


def truth(shown: View) -> Truth:
    """What a perfect line says of an article page."""
    story, skin = shown.story, shown.section.skin
    found: Truth = {
        "@type": TYPES.get(story.kind, "NewsArticle"),
        "canonicalUrl": shown.url if skin != "plain" else None,
        "headline": story.headline,
        "alternativeHeadline": story.kicker if skin in WITH_KICKER else None,
        "dateline": story.dateline if shown.page < 2 else None,
        "authors": [credit(name) for name in story.byline if name.role == "author"],
        "contributors": [credit(name) for name in story.byline if name.role != "author" and skin in WITH_EDITORS],
        "isBasedOn": list(story.based_on),
        "publisher": NAME,
        "datePublished": published(shown),
        "inLanguage": shown.section.language,
        "keywords": list(story.tags) if skin != "plain" else [],
        "images": images(shown),
        "relatedArticles": teasers(shown),
        "corrections": list(story.notes) if shown.page in {0, shown.pages} else [],
        "bodyPages": {"count": shown.pages, "complete": False} if shown.page else {"count": 1, "complete": True},
    }
    return found | dependent(shown)


def dependent(shown: View) -> Truth:
    """The fields that only some stories or skins state."""
    story, skin = shown.story, shown.section.skin
    found: Truth = {}
    if skin == "broadsheet":
        found["isAccessibleForFree"] = not story.paid
    if skin == "broadsheet" and story.standfirst:
        found["description"] = story.standfirst
    if story.kind != "live":
        text = "\n\n".join(words(block.text) for block in shown.blocks if block.kind in OWN_TEXT)
        found["articleBody"] = opening(shown) + text
    if skin != "plain" and story.kind != "live":
        found["headings"] = [words(block.text) for block in shown.blocks if block.kind == "heading"]
    if story.modified and skin != "plain":
        found["dateModified"] = story.modified.isoformat()
    if story.kind == "live":
        found["liveBlogUpdate"] = entries(shown)
    return found


def published(shown: View) -> str:
    """The publication's moment; an old page prints none but its local time."""
    story, section = shown.story, shown.section
    if section.skin != "plain" or section.language == "id":
        return story.published.isoformat()
    return story.published.astimezone(ZoneInfo(section.zone)).replace(tzinfo=None).isoformat()


def credit(name: Name) -> Truth:
    """A name as the line has it."""
    return {"@type": name.kind, "name": name.name, "role": name.role} | ({"jobTitle": name.title} if name.title else {})


def images(shown: View) -> list[Truth]:
    """The pictures of the page, in order."""
    found, before = [], 0
    listed = shown.story.kind in {"gallery", "video"}
    if shown.story.pictures and not listed and shown.page < 2:
        found.append(image(shown, shown.story.pictures[0], "lead", 0))
    for block in shown.blocks:
        if block.kind == "picture" and shown.section.skin != "plain":
            role = "gallery" if shown.story.kind == "gallery" else "inline"
            found.append(image(shown, shown.story.pictures[block.refs[0] - 1], role, before))
        before += block.kind in OWN_TEXT
    return found


def image(shown: View, picture: Picture, role: str, position: int) -> Truth:
    """One picture with caption and credit apart."""
    return {
        "url": shown.picture(picture.file),
        "role": role,
        "position": position,
        "caption": picture.caption,
        "captionLabel": picture.label if shown.section.skin == "portal" else None,
        "creditText": picture.credit,
        "creator": list(picture.by),
        "provider": list(picture.agencies),
        "source": picture.source,
        "makers": list(picture.makers),
        "usageInfo": list(picture.usage),
    }


def teasers(shown: View) -> list[Truth]:
    """The other stories the page announces, each once, at its first place."""
    language, skin = shown.section.language, shown.section.skin
    found: dict[str, Truth] = {}
    for block in shown.blocks:
        if block.kind in {"related", "promo"} and not (skin == "plain" and block.kind == "promo"):
            boxed = "Baca Juga" if block.kind == "related" else None
            label = boxed if skin == "portal" else RELATED[language]
            for card in shown.named(block):
                found.setdefault(card.url, teaser(card, "related", "inline", label))
    if skin != "plain":
        label = END_LABELS[skin][language] if skin in END_LABELS else None
        for card in shown.cards:
            found.setdefault(card.url, teaser(card, "sponsored" if card.sponsored else "related", "end", label))
    for card in shown.most_read:
        found.setdefault(card.url, teaser(card, "recirculation", "aside", MOST_READ[language]))
    return list(found.values())


def teaser(card: Card, kind: str, placement: str, label: str | None) -> Truth:
    """A card as the line has it."""
    return {
        "headline": card.headline,
        "url": card.url.partition("?utm_")[0],
        "kind": kind,
        "placement": placement,
        "label": label,
    }


def opening(shown: View) -> str:
    """The dateline as it opens the first sentence; the house's own mark alone is no part of it."""
    dateline = shown.story.dateline
    if not dateline or dateline.startswith(NAME) or shown.page > 1:
        return ""
    return f"{dateline} {DASHES[shown.section.skin]} "


def entries(shown: View) -> list[Truth]:
    """The entries of a live blog, newest first."""
    found: list[Truth] = []
    for block in shown.blocks:
        if block.kind == "entry" and block.at:
            found.append({"headline": block.text, "datePublished": block.at.isoformat(), "articleBody": ""})
        elif found and block.kind in OWN_TEXT:
            found[-1]["articleBody"] = "\n\n".join(filter(None, [found[-1]["articleBody"], words(block.text)]))
    return found
