"""Teasers: what a promo block announces, of which kind, and each article once.

A block is judged by its heading, then by its class words, then by its place. An item is judged by its own badges, ``rel``
and address first: one paid cell may stand in an editorial list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crawler.evidence import Context, RawBlock, RawTeaser
from crawler.items import Teaser, TeaserImage
from crawler.normalise.dates import parse_date
from crawler.normalise.headings import heading_kind, is_label, label_key, placed_kind, starts_with_label
from crawler.normalise.hosts import registered_domain
from crawler.normalise.lexicon import rows
from crawler.normalise.teasers.links import absolute, link_kinds, picture_address
from crawler.normalise.teasers.subjects import shares_subject
from crawler.normalise.teasers.text import (
    clean,
    is_placeholder,
    is_selfpromotion,
    read_description,
    read_headline,
    without_ranks,
)
from crawler.normalise.urls import identity_key

__all__ = ["heading_kind", "read_teasers", "starts_with_label"]

_STRENGTH = {"related": 2, "sponsored": 1, "recirculation": 0}
_PAID = 3
"""Strength of a teaser that itself says that it is paid for, by badge, ``rel`` or address."""
_DROPPED_BLOCKS = frozenset({"selfpromo", "notateaser"})
_DROPPED_LINKS = frozenset({"self", "share", "selfpromo", "topic"})
_KINDS = frozenset({"related", "recirculation", "sponsored"})
_OPPOSED = frozenset({"related", "recirculation"})
_HEADLINE_WORDS = 5
_MOST_CHOSEN = 24
"""Items that a list picked for an article has at most (20 seen); what goes on is the site's stream."""
_MOST_BEFORE = 3
"""Words before a name that make it the house's own list ("More from the"), not "More on this subject on"."""
_SHORTEST_CONTENT = 2
_MARKS = " :：[]【】〔〕<>►▶▸»›➤→※"
"""What is printed around a label: 【関連記事】."""
_SURE = 20
"""Letters of a headline that two stories do not share by chance."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An item that teases another article."""

    block: RawBlock
    item: RawTeaser
    headline: str
    url: str | None
    kind: str
    strength: int

    @property
    def key(self) -> str:
        """The same for all teasers of one article."""
        return identity_key(self.url) if self.url else f"\n{self.headline.casefold()}"


def read_teasers(blocks: Sequence[RawBlock], context: Context) -> tuple[Teaser, ...]:
    """Give every article teased by the blocks once, in reading order, with its kind.

    Left out are links to the article itself, hubs (home, section, tag and author pages), share links and offers of the
    publisher (newsletter, app, subscription). Where one article is teased twice the teaser stays that says of itself
    that it is paid for, else the related one, else one in a paid block, else the first. ``position`` counts what is given.
    """
    kept: dict[str, _Found] = {}
    for block in blocks:
        for found in _read_block(block, context):
            known = kept.get(found.key)
            if known is None or found.strength > known.strength:
                kept[found.key] = found
    return tuple(_teaser(found, number, context) for number, found in enumerate(kept.values()))


def _read_block(block: RawBlock, context: Context) -> Iterator[_Found]:
    block_kind = _block_kind(block, context)
    if block_kind in _DROPPED_BLOCKS:
        return
    headlines = without_ranks([read_headline(item) for item in block.items])
    urls = [absolute(item.url, context) for item in block.items]
    by_link = link_kinds(tuple(zip(urls, headlines, strict=True)), context)
    for item, headline, url, leads_to in zip(block.items, headlines, urls, by_link, strict=True):
        if headline is None or len(headline) < _SHORTEST_CONTENT or (url is None and item.url):
            continue
        kind = _item_kind(item, headline, leads_to, block_kind, context)
        if kind is not None:
            strength = _PAID if kind == "sponsored" != block_kind else _STRENGTH[kind]
            yield _Found(block, item, headline, url, kind, strength)


def _block_kind(block: RawBlock, context: Context) -> str:
    named = placed_kind(block.label, block.placement) if block.label else None
    shown = _shown(block)
    if "notateaser" in shown and _is_foreign(block, context):
        return "notateaser"
    if named == "related" and (len(block.items) > _MOST_CHOSEN or _offers_house(block, context)):
        return "recirculation"
    offered = named == "topic" or (named == "recirculation" and heading_kind(block.label or "") == "related")
    if offered and shares_subject(block, context):
        return "related"
    if named in _KINDS or (named and not _holds_articles(block)):
        return named
    # "Tags" may be left of a row before; under "Related topics" class words speak of the topics.
    topical = named == "topic" and block.placement != "inline" and " " in (block.label or "").strip()
    return _unnamed_kind(block, shown - {"notateaser", "related" if topical else ""}, context)


def _shown(block: RawBlock) -> set[str]:
    """What the block's class words show. Where they contradict each other, those nearest to the cards count."""
    said = [{_signals()[word] for word in _signal_pattern().findall(words.replace("_", "-"))} for words in block.signals]
    shown = set().union(*said)
    nearest = next((kinds & _OPPOSED for kinds in said if kinds & _OPPOSED), set())
    return shown - (_OPPOSED - nearest) if shown >= _OPPOSED else shown


def _unnamed_kind(block: RawBlock, shown: set[str], context: Context) -> str:
    """The kind of a block whose heading says nothing: by its class words, then its place."""
    if "suggested" in shown:
        shown = shown - {"suggested"} | {"related" if block.placement == "inline" else "recirculation"}
    if len(shown) == 1:
        return next(iter(shown))
    if "sponsored" in shown and "related" not in shown:
        return "sponsored"
    if "related" in shown or (block.placement == "inline" and not _is_foreign(block, context)):
        return "related"
    # Plain text has no addresses: what it left of teasers stood within the article.
    if not any(item.url for item in block.items) or (block.placement == "end" and not shown and shares_subject(block, context)):
        return "related"
    return "recirculation"


def _offers_house(block: RawBlock, context: Context) -> bool:
    """Whether the heading of a list at the end names the publisher, or that of any its host: the same for all readers."""
    label = label_key(block.label or "")
    names = (*context.publishers, *context.hosts, *(host.partition(".")[0] for host in context.hosts))
    if block.placement == "inline" or (block.placement == "aside" and not label.endswith(tuple(context.hosts))):
        return False
    return any(
        label.endswith(f" {name.casefold()}") and len(label[: -len(name)].split()) <= _MOST_BEFORE
        for name in names
        if len(name) > 2
    )


def _holds_articles(block: RawBlock) -> bool:
    """Whether most items read like headlines: then the label ("Tags", "Share") belongs to something else."""
    long = [item for item in block.items if len((item.headline or "").split()) >= _HEADLINE_WORDS]
    return 2 * len(long) > len(block.items)


def _is_foreign(block: RawBlock, context: Context) -> bool:
    """Whether all items lead to other houses: unlabelled, they are sources or adverts."""
    domains = {registered_domain(item.url) for item in block.items if item.url and "//" in item.url}
    return bool(domains) and bool(context.hosts) and domains.isdisjoint(context.hosts)


def _item_kind(item: RawTeaser, headline: str, leads_to: str | None, block_kind: str, context: Context) -> str | None:
    if any(heading_kind(badge) == "sponsored" for badge in item.badges) or "sponsored" in item.rel.lower().split():
        return "sponsored"
    if leads_to == "sponsored":
        return leads_to
    if leads_to in _DROPPED_LINKS or is_selfpromotion(headline) or is_label(headline) or _is_own(headline, context):
        return None
    return "recirculation" if block_kind == "topic" else block_kind


def _is_own(headline: str, context: Context) -> bool:
    """Whether the teaser says what the article's own headline says: the same story at another address."""
    own = (context.headline or "").casefold()
    return headline.casefold() == own and len(headline) > _SURE


def _teaser(found: _Found, position: int, context: Context) -> Teaser:
    block, item = found.block, found.item
    date_raw = clean(item.date)
    date = parse_date(date_raw, context) if date_raw else None
    label = (clean(block.label) or "").strip(_MARKS) or None
    description = read_description(item, found.headline)
    return Teaser(
        headline=found.headline,
        url=found.url,
        description=None if label and label == (description or "").rstrip(" :：") else description,
        date_published=date.iso if date and date.precision not in {"month", "year"} else None,
        date_published_raw=date_raw,
        publisher=clean(item.publisher),
        image=_image(item, found.headline, context),
        kind=found.kind,
        placement=block.placement,
        position=position,
        label=label,
    )


def _image(item: RawTeaser, headline: str, context: Context) -> TeaserImage | None:
    caption, alt = clean(item.image_caption), clean(item.image_alt)
    url = picture_address(item.image_url, context)
    stated = alt if alt and not is_placeholder(alt) and alt.casefold() != headline.casefold() else None
    return TeaserImage(url, caption, stated) if url or caption or stated else None


@cache
def _signals() -> dict[str, str]:
    return {row[0]: row[2] for row in rows("teaser_signals") if row[1] == "signal"}


@cache
def _signal_pattern() -> re.Pattern[str]:
    ordered = sorted(_signals(), key=len, reverse=True)
    return re.compile(r"(?<![a-z])(" + "|".join(map(re.escape, ordered)) + r")(?![a-z])")
