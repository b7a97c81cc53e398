"""Which article a page is, and whether its own content has changed.

Both answers rest on what the publisher says, not on how the page looks today: widgets, teasers, counters and adverts
have no part in either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from crawler.items import Article, Revision
from crawler.normalise.urls import clean_url, host_of, identity_key, registered_domain
from crawler.site import Site

OWN_FIELDS = ("headline", "description", "byline", "articleBody", "images", "corrections", "liveBlogUpdate")
"""What makes a revision, in the names of the line. A live blog's entries are its body."""

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_SURROGATES = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]{4,}")
_DIGEST_LENGTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What is kept of an article's last revision: enough to tell the next one.

    ``number`` 0 stands for an article whose only line was lost: the next reading is revision 1 again.
    """

    number: int = 1
    content_hash: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    """As ``field_digests`` gave them."""
    first_seen: str | None = None


def article_id(*, site: Site, url: str, canonical: str | None) -> str:
    """Give the article's identity: ``<site name>:<native id, or 16 hex digits>``.

    The site's own id comes from ``site.native_id``, looked for in the URL, then in the canonical URL: it survives every
    change of slug, section, host and scheme. Without one it is the SHA-256 of the identity key of the canonical URL where that
    can be believed (``believed_canonical``), else of the URL. A nameless site is called by its registered domain.
    """
    stated = believed_canonical(site=site, url=url, canonical=canonical)
    name = site.name or registered_domain(url)
    native = _native_id(site, url) or (_native_id(site, stated) if stated else None)
    return f"{name}:{native or sha256(_bytes(identity_key(stated or url))).hexdigest()[:16]}"


def believed_canonical(*, site: Site, url: str, canonical: str | None) -> str | None:
    """Give the canonical URL where it can mean this very page, else ``None``.

    Publishers print a section's, the front page's or another paper's address there; believing that would make one
    article of many. It must lie on the site's own registered domains, and name the same native id or, where there are none,
    share a word of four letters or digits with the end of the page's own path. A page without such words
    (``/?p=12``) may be called anything but a section.
    """
    if canonical is None or not _own_host(site, url, canonical):
        return None
    ours, theirs = _native_id(site, url), _native_id(site, canonical)
    if ours or theirs:
        return canonical if not ours or ours == theirs else None
    return canonical if _may_be_one(identity_key(url), identity_key(canonical)) else None


def content_hash(article: Article | Mapping[str, Any]) -> str:
    """Give ``sha256:`` and the digest of an article's own content (``OWN_FIELDS``), of an item or a line alike.

    White space, Unicode composition and invisible characters make no difference; of images only caption and credit count.
    """
    whole = "\x1e".join(f"{name}\x1f{text}" for name, text in _own_texts(article).items() if text)
    return f"sha256:{sha256(_bytes(whole)).hexdigest()}"


def field_digests(article: Article | Mapping[str, Any]) -> dict[str, str]:
    """Give a small digest per own field that is not empty: what must be stored to name the changed fields later."""
    return {name: sha256(_bytes(text)).hexdigest()[:_DIGEST_LENGTH] for name, text in _own_texts(article).items() if text}


def changed_fields(old: Mapping[str, str], new: Article | Mapping[str, Any]) -> tuple[str, ...]:
    """Name the own fields that differ from the digests of the earlier revision, as they are called on the line."""
    now = field_digests(new)
    return tuple(name for name in OWN_FIELDS if old.get(name) != now.get(name))


def next_revision(article: Article, *, last: Remembered | None, checked_at: str | None) -> Revision | None:
    """Give the revision that this reading is; ``None`` where the own content is what it was.

    ``corrected`` where the corrections have changed and some are there, ``updated`` for any other change.
    """
    found = content_hash(article)
    if last is None or last.number == 0:
        return Revision(content_hash=found, first_seen=(last and last.first_seen) or checked_at, checked_at=checked_at)
    if last.content_hash == found:
        return None
    changed = changed_fields(last.digests, article)
    return Revision(
        number=last.number + 1,
        status="corrected" if "corrections" in changed and article.corrections else "updated",
        content_hash=found,
        previous_hash=last.content_hash or None,
        changed_fields=changed,
        first_seen=last.first_seen,
        checked_at=checked_at,
    )


def removal(article: Article, *, last: Remembered, checked_at: str | None) -> Revision:
    """Give the revision of an article whose page is gone; ``article`` holds no content."""
    return Revision(
        number=last.number + 1,
        status="removed",
        content_hash=content_hash(article),
        previous_hash=last.content_hash or None,
        changed_fields=tuple(name for name in OWN_FIELDS if name in last.digests),
        first_seen=last.first_seen,
        checked_at=checked_at,
    )


def folded(text: object) -> str:
    """Give a text in the form that is compared: NFC, single blanks, no invisible characters; ``""`` for what is no text."""
    if not isinstance(text, str):
        return ""
    if not text.isascii():
        for mark in _INVISIBLE:  # a tenth of the time that a pattern takes for a long text without any
            text = text.replace(mark, "")
        text = normalize("NFC", text)
    return " ".join(text.split())


def _native_id(site: Site, url: str) -> str | None:
    found = re.search(site.native_id, clean_url(url)) if site.native_id else None
    return found[1] if found else None


def _own_host(site: Site, url: str, canonical: str) -> bool:
    domain = registered_domain(canonical) if host_of(canonical) else ""
    return bool(domain) and (domain == registered_domain(url) or domain in site.domains)


def _may_be_one(ours: str, theirs: str) -> bool:
    (our_path, _, our_query), (their_path, _, their_query) = ours.partition("?"), theirs.partition("?")
    words, wanted = _end_words(our_path), _end_words(their_path)
    if not wanted or our_path.startswith(f"{their_path}/"):
        return False
    shared = words & wanted
    if our_query and not their_query and words:
        return len(shared) > 1 or any(word.isdecimal() for word in shared)
    return bool(shared) or not words


def _end_words(path: str) -> frozenset[str]:
    return frozenset(_WORD.findall(unquote(path.partition("/")[2].rpartition("/")[2]).lower()))


def _own_texts(article: Article | Mapping[str, Any]) -> dict[str, str]:
    line = _as_line(article) if isinstance(article, Article) else article
    texts = {name: folded(line.get(name)) for name in ("headline", "description", "byline", "articleBody")}
    texts["images"] = _list(line, "images", "caption", "creditText")
    texts["corrections"] = _list(line, "corrections", "text")
    texts["liveBlogUpdate"] = _list(line, "liveBlogUpdate", "headline", "articleBody")
    return texts


def _as_line(article: Article) -> dict[str, Any]:
    return {
        "headline": article.headline,
        "description": article.description,
        "byline": article.byline,
        "articleBody": article.article_body,
        "images": [{"caption": image.caption, "creditText": image.credit_text} for image in article.images],
        "corrections": [{"text": correction.text} for correction in article.corrections],
        "liveBlogUpdate": [{"headline": e.headline, "articleBody": e.article_body} for e in article.live_blog_update],
    }


def _list(line: Mapping[str, Any], name: str, *keys: str) -> str:
    items = line.get(name) or ()
    rows = (tuple(folded(item.get(key)) for key in keys) for item in items if isinstance(item, Mapping))
    return "\x1d".join("\x1c".join(row) for row in rows if any(row))


def _bytes(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text).encode()


NOTHING = content_hash({})
"""The content hash of an article that was removed."""
