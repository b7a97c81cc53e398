"""The cards of a section page: which links announce articles, and what stands on each card."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from selectolax.lexbor import LexborNode

from crawler.extract.listing.links import Address, is_headline, judge
from crawler.extract.page.document import Document, text_of, words
from crawler.normalise.hosts import host_of
from crawler.normalise.urls import clean_url, identity_key

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TITLE = re.compile(r"\b(?:title|headline|judul|heading|titel|titre|titulo|hed)\b|title\b")
_EMPTY_ALT = re.compile(r"^(?:img|image|foto|photo|thumb|gambar)?[_ -]?(?:title|alt|\d*)$", re.IGNORECASE)
_LEARNED = 3
_TELLING = 2
"""What an address must say by itself where its link says nothing, but others of its shape do."""
_CARD_DEPTH = 6
_SEVERAL = 2
_MOST_OUTER = 2
"""Links that one may lie within; HTML allows none, and browsers make some of broken tables."""
_MOST_LINKS = 50
"""On a card, whatever they lead to."""
_HIGHEST = 100
"""Ancestors that are looked at; no real page has as many."""


@dataclass(slots=True)
class Link:
    """One anchor: ``trail`` holds its ancestors' ``mem_id``, innermost first."""

    url: str
    key: str
    node: LexborNode
    text: str
    heading: bool
    trail: tuple[int, ...]
    own: bool


@dataclass(slots=True)
class Place:
    """One place of the page where one article is announced.

    ``root`` is the largest element that announces this article alone; ``links`` are the anchors within it;
    ``own`` says whether it lies on the site itself.
    """

    url: str
    key: str
    root: LexborNode
    links: list[Link]
    own: bool = True

    @property
    def best(self) -> Link:
        """The anchor that carries the headline."""
        return max(self.links, key=lambda link: (link.heading, is_headline(link.text), len(link.text)))


def find_places(
    document: Document, *, domains: Sequence[str] = (), articles: re.Pattern[str] | None = None
) -> tuple[Place, ...]:
    """Every place that announces an article, in document order.

    ``domains`` are the registered domains of the site, all where none are given; ``articles`` is the site's own
    pattern of an article's address and decides alone where it is given.
    """
    links = _links(document, domains)
    _name_overlays(links)
    accepted = _accepted(links, articles)
    chosen = [link for link in links if link.key in accepted]
    return _places(chosen, _walls(document))


def _links(document: Document, domains: Sequence[str]) -> list[Link]:
    found: list[Link] = []
    outer: set[int] = set()
    for node in document.css("body a[href]"):
        address = document.absolute(node.attributes.get("href"))
        if address is None:
            continue
        url = clean_url(address)
        ancestors = tuple(_ancestors(node))
        trail = tuple(ancestor.mem_id for ancestor in ancestors)
        if len(outer.intersection(trail)) > _MOST_OUTER:
            continue
        outer.add(node.mem_id)
        found.append(
            Link(
                url=url,
                key=identity_key(url),
                node=node,
                text=_caption(node),
                heading=_in_heading(node, ancestors),
                trail=trail,
                own=is_own_host(url, domains),
            )
        )
    return found


def _name_overlays(links: Sequence[Link]) -> None:
    """Give links that say nothing themselves the heading of the card they are laid over."""
    within, held = _within(links), Counter(chain.from_iterable(link.trail for link in links))
    for link in links:
        if link.heading or is_headline(link.text) or judge(link.url).score < 0:
            continue
        for ancestor in islice(_ancestors(link.node), _CARD_DEPTH):
            if len(within.get(ancestor.mem_id, ())) > 1 or held[ancestor.mem_id] > _MOST_LINKS:
                break
            heading = _heading(ancestor)
            if heading:
                link.text, link.heading = heading, True
                break


def _within(links: Sequence[Link]) -> dict[int, set[str]]:
    """The keys that each element's links lead to, no more than tell one from several."""
    within: dict[int, set[str]] = {}
    for link in links:
        for mem_id in link.trail:
            keys = within.setdefault(mem_id, set())
            if len(keys) < _SEVERAL:
                keys.add(link.key)
    return within


def is_own_host(url: str, domains: Sequence[str]) -> bool:
    """Whether an address lies on one of the registered domains or a host below; any does where none are given."""
    host = host_of(url)
    return not domains or any(host == domain or host.endswith("." + domain) for domain in domains)


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    current = node.parent
    for _ in range(_HIGHEST):
        if current is None or current.tag in ("body", "html", None):
            return
        yield current
        current = current.parent


def _in_heading(node: LexborNode, ancestors: Sequence[LexborNode]) -> bool:
    if any(ancestor.tag in _HEADINGS for ancestor in ancestors[:3]):
        return True
    return node.css_first("h1, h2, h3, h4, h5, h6") is not None or bool(_TITLE.search(words(node)))


def _caption(node: LexborNode) -> str:
    """The text of a link: its heading's where it wraps a whole card, else its own, else its title or its picture's."""
    text = _heading(node) or text_of(node)
    if text:
        return text
    image = node.css_first("img[alt]")
    spoken = node.attributes.get("title") or node.attributes.get("aria-label") or ""
    alt = (image.attributes.get("alt") or "") if image is not None else ""
    return spoken.strip() or ("" if _EMPTY_ALT.match(alt) else alt.strip())


def _heading(node: LexborNode) -> str:
    """The headline in an element: the longest of its headings, for the others are kickers."""
    return max(map(text_of, node.css("h1, h2, h3, h4, h5, h6")), key=len, default="")


def _accepted(links: Sequence[Link], articles: re.Pattern[str] | None) -> set[str]:
    """The keys of what are articles: by the site's pattern, by their own shape, or by what the page teaches."""
    if articles is not None:
        return {link.key for link in links if articles.search(link.url)}
    captions: dict[str, list[Link]] = {}
    for link in links:
        captions.setdefault(link.key, []).append(link)
    weighed = {
        key: (judge(same[0].url), any(is_headline(each.text, heading=each.heading) for each in same))
        for key, same in captions.items()
    }
    sure = {key for key, (address, spoken) in weighed.items() if address.score >= 4 or (address.score >= 1 and spoken)}
    return sure | _learned(weighed)


def _learned(weighed: dict[str, tuple[Address, bool]]) -> set[str]:
    """Addresses that say little by themselves, but of whose shape nearly all carry headlines."""
    spoken: Counter[tuple[str, ...]] = Counter()
    total: Counter[tuple[str, ...]] = Counter()
    for address, is_spoken in weighed.values():
        total[address.shape] += 1
        spoken[address.shape] += is_spoken
    taught = {shape for shape, count in spoken.items() if count >= _LEARNED and count * 10 >= total[shape] * 7}
    return {
        key
        for key, (address, is_spoken) in weighed.items()
        if address.shape in taught and address.score >= (0 if is_spoken else _TELLING)
    }


def _walls(document: Document) -> set[int]:
    """Elements too large to be a card: they hold a landmark of the page (what lies within an article element is none)."""
    walls: set[int] = set()
    for mark in document.css("nav, main, footer"):
        chain = (mark, *_ancestors(mark))
        if not any(ancestor.tag in ("article", "li") for ancestor in chain):
            walls.update(ancestor.mem_id for ancestor in chain)
    return walls


def _places(links: Sequence[Link], walls: set[int]) -> tuple[Place, ...]:
    within = _within(links)
    places: dict[tuple[str, int], Place] = {}
    for link in links:
        root = _root(link, within, walls)
        place = places.setdefault((link.key, root.mem_id), Place(link.url, link.key, root, [], link.own))
        place.links.append(link)
    return tuple(places.values())


def _root(link: Link, within: dict[int, set[str]], walls: set[int]) -> LexborNode:
    root = link.node
    for ancestor in _ancestors(link.node):
        if len(within.get(ancestor.mem_id, ())) > 1 or ancestor.mem_id in walls:
            break
        root = ancestor
    return root
