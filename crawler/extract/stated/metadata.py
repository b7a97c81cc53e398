"""What a page states of itself in its head: JSON-LD, Open Graph, meta names, hidden microdata.

``"author": {"@type": "Person", "name": "Jane Doe"}`` becomes a ``Candidate`` for ``byline`` with the
source ``jsonld`` and the key ``NewsArticle.author``. Nothing is cleaned or decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from crawler.evidence import Candidate, Segment
from crawler.extract.page.document import Document, tidy
from crawler.extract.stated import jsonld
from crawler.extract.stated.jsonld import Node
from crawler.extract.stated.pictures import StatedPicture, read_pictures
from crawler.extract.stated.statement import Statement, find_statement
from crawler.extract.stated.writers import find_writers
from crawler.items import Breadcrumb
from crawler.normalise.hosts import house_in_title
from crawler.normalise.lexicon import rows

_TYPES = {
    "OpinionNewsArticle": "OpinionNewsArticle",
    "AnalysisNewsArticle": "AnalysisNewsArticle",
    "ReportageNewsArticle": "ReportageNewsArticle",
    "ReviewNewsArticle": "ReviewNewsArticle",
    "CriticReview": "ReviewNewsArticle",
    "LiveBlogPosting": "LiveBlogPosting",
    "AdvertiserContentArticle": "AdvertiserContentArticle",
    "VideoObject": "VideoObject",
    "ImageGallery": "ImageGallery",
    "MediaGallery": "ImageGallery",
}
_CREDITS = {
    "author": None,
    "creator": None,
    "editor": "editor",
    "contributor": "contributor",
    "translator": "translator",
    "illustrator": "illustrator",
    "sourceOrganization": "source",
}
_TEXTS = {
    "headline": "headline",
    "alternativeHeadline": "alternative_headline",
    "description": "description",
    "articleSection": "article_section",
    "keywords": "keywords",
    "datePublished": "date_published",
    "uploadDate": "date_published",
    "dateModified": "date_modified",
    "inLanguage": "in_language",
}
_MICRODATA = {name: field for name, field in (*_TEXTS.items(), ("author", "byline")) if name != "keywords"}
_META = {name: (field, None if role == "-" else role, int(weight)) for name, field, role, weight in rows("meta_names")}
_STATING = 'script[type*="ld+json" i], meta[content], link[rel~="canonical" i][href], title'
_LEADING = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The statements of a page's head.

    ``type`` is the line's ``type`` or ``None`` where the page names none that is more than an article.
    ``article_body`` is the text as JSON-LD gives it, ``lead_pictures`` the addresses of Open Graph.
    ``is_article`` says that structured data or Open Graph call the page an article.
    """

    candidates: tuple[Candidate, ...] = ()
    pictures: tuple[StatedPicture, ...] = ()
    lead_pictures: tuple[str, ...] = ()
    breadcrumbs: tuple[Breadcrumb, ...] = ()
    type: str | None = None
    article_body: str | None = None
    is_article: bool = False
    nodes: tuple[Node, ...] = ()
    """The article's own nodes of JSON-LD."""

    def of(self, field: str) -> tuple[Candidate, ...]:
        """The candidates for one field, in the order found."""
        return tuple(candidate for candidate in self.candidates if candidate.field == field)


def read_metadata(document: Document) -> Metadata:
    """Read everything the page states of itself; total."""
    stating: dict[str, list[LexborNode]] = {"script": [], "meta": [], "link": [], "title": []}
    for node in document.css(_STATING):
        stating[node.tag or ""].append(node)
    nodes = jsonld.read_nodes(stating["script"])
    named = tuple(_named(stating["meta"]))
    statement = find_statement(nodes, document.url, [value for name, value in named if name.endswith("title")])
    candidates = (*_stated(statement, document), *_meta(named), *_microdata(stating["meta"]), *_links(document, stating))
    return Metadata(
        candidates=candidates,
        pictures=read_pictures(statement, nodes, document),
        lead_pictures=tuple(dict.fromkeys(_addresses(named, document))),
        breadcrumbs=_breadcrumbs(nodes, document),
        type=next((_TYPES[name] for node in statement.nodes for name in jsonld.types(node) if name in _TYPES), None),
        article_body=max(
            (text for node in statement.nodes for text in jsonld.texts(node.get("articleBody"))), key=len, default=None
        ),
        nodes=statement.nodes,
        is_article=bool(statement.nodes) or ("og:type", "article") in named,
    )


def candidate(field: str, text: str, source: str, key: str, *, weight: int = 0) -> Candidate:
    """A candidate of one segment."""
    return Candidate(field, (Segment(text),), source, key, weight=weight)


def _stated(statement: Statement, document: Document) -> Iterator[Candidate]:
    for rank, node in enumerate(statement.nodes):
        kind = next(iter(jsonld.types(node)), "Thing")
        for item in (*_of_node(node, kind), *_credits(node, kind, document)):
            yield replace(item, weight=item.weight - rank) if rank else item
    for node in statement.pages if not statement.nodes else ():
        yield from (
            item for item in _of_node(node, "WebPage") if item.field in ("date_published", "date_modified", "in_language")
        )


def _of_node(node: Node, kind: str) -> Iterator[Candidate]:
    for name, field in _TEXTS.items():
        keys = ("alternateName", "name", "@value") if name == "inLanguage" else ()
        for text in jsonld.texts(node.get(name), *keys):
            yield candidate(field, text, "jsonld", f"{kind}.{name}")
    for text in jsonld.texts(node.get("publisher")):
        yield candidate("publisher", text, "jsonld", f"{kind}.publisher")
    if (free := node.get("isAccessibleForFree")) is not None:
        yield candidate("access", str(free).rsplit("/", 1)[-1].lower(), "jsonld", f"{kind}.isAccessibleForFree")
    for part in jsonld.items(node.get("hasPart")):
        if isinstance(part, dict) and str(part.get("isAccessibleForFree")).lower().endswith("false"):
            yield from (
                candidate("access", text, "jsonld", "hasPart.cssSelector") for text in jsonld.texts(part.get("cssSelector"))
            )


def _credits(node: Node, kind: str, document: Document) -> Iterator[Candidate]:
    for name, role in _CREDITS.items():
        for entry in jsonld.items(node.get(name)):
            stated = next((item for item in jsonld.types(entry)), None) if isinstance(entry, dict) else None
            url = jsonld.first(entry.get("url") or entry.get("sameAs")) if isinstance(entry, dict) else None
            for text in _names(entry):
                yield Candidate(
                    "byline",
                    (Segment(text),),
                    "jsonld",
                    f"{kind}.{name}",
                    role,
                    stated,
                    document.absolute(url),
                    -(name != "author"),
                )


def _names(entry: object) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield from jsonld.texts(entry)
        return
    parts = (jsonld.first(entry.get("givenName")), jsonld.first(entry.get("familyName")))
    whole = tuple(jsonld.texts(entry.get("name"), "name", "@value")) or tuple(
        jsonld.texts(entry.get("byline") or entry.get("alternateName"))
    )
    yield from whole or filter(None, (" ".join(part for part in parts if part),))


def _named(elements: Sequence[LexborNode]) -> Iterator[tuple[str, str]]:
    """Each meta element's name, lower case, and its content."""
    for node in elements:
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv")
        text = tidy(attributes.get("content") or "")
        if name and text:
            yield name.strip().lower(), text


def _meta(named: tuple[tuple[str, str], ...]) -> Iterator[Candidate]:
    for name, text in named:
        if name in _META:
            field, role, weight = _META[name]
            yield Candidate(field, (Segment(jsonld.clean(text)),), "meta", f"meta:{name}", role, weight=weight)
    yield from find_writers(named)


def _microdata(elements: Sequence[LexborNode]) -> Iterator[Candidate]:
    """What unseen items state; visible ones are read where they stand. The item's scope must be the article or the page."""
    for node in elements:
        attributes = node.attributes
        for name in (attributes.get("itemprop") or "").split():
            field = _MICRODATA.get(name)
            text = tidy(attributes.get("content") or "")
            if field and text and _in_article(node):
                yield candidate(field, text, "microdata", f"itemprop:{name}")


def _in_article(node: LexborNode) -> bool:
    above = node.parent
    while above is not None and above.is_element_node:
        attributes = above.attributes
        if "itemscope" in attributes:
            return (attributes.get("itemtype") or "").rstrip("/").endswith(("Article", "Posting", "WebPage"))
        above = above.parent
    return True


def _links(document: Document, stating: dict[str, list[LexborNode]]) -> Iterator[Candidate]:
    for node in stating["link"][:1]:
        if address := document.absolute(node.attributes.get("href")):
            yield candidate("canonical_url", address, "meta", "link:canonical", weight=1)
    root = document.tree.root
    attributes = root.attributes if root is not None else {}
    if language := tidy(attributes.get("lang") or attributes.get("xml:lang") or ""):
        yield candidate("in_language", language, "meta", "html:lang", weight=1)
    for node in stating["title"][:1]:
        if text := tidy(node.text()):
            yield candidate("headline", text, "meta", "title", weight=-2)
            if house := house_in_title(text, document.url):
                yield candidate("publisher", house, "meta", "title", weight=-2)


def _addresses(named: tuple[tuple[str, str], ...], document: Document) -> Iterator[str]:
    for name, text in named:
        if name in _LEADING and (address := document.absolute(jsonld.clean(text))):
            yield address


def _breadcrumbs(nodes: tuple[Node, ...], document: Document) -> tuple[Breadcrumb, ...]:
    longest: tuple[Breadcrumb, ...] = ()
    for node in jsonld.are(nodes, "BreadcrumbList"):
        trail = tuple(_steps(node, document))
        longest = trail if len(trail) > len(longest) else longest
    return longest


def _steps(node: Node, document: Document) -> Iterator[Breadcrumb]:
    for step in jsonld.items(node.get("itemListElement")):
        if not isinstance(step, dict):
            continue
        target = step.get("item")
        held = target if isinstance(target, dict) else {"@id": target}
        name = jsonld.first(step.get("name")) or jsonld.first(held.get("name"))
        address = document.absolute(jsonld.first(held.get("@id") or held.get("url") or step.get("url")))
        if name:
            yield Breadcrumb(name, address)
