"""Where a site's template puts things, as CSS: a correction of the generic reader, never a condition of it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from crawler.extract.page.document import Document

_NOTHING = LexborHTMLParser("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """CSS selectors of one template, a role each; an empty one leaves the role to the generic reader.

    A misspelt role is a ``TypeError`` and a broken selector a ``ValueError`` when the layout is made.

    >>> Layout(body="div[")
    Traceback (most recent call last):
    ValueError: body: 'div[' is not CSS
    """

    body: str
    """The element that holds the article's own text; the layout is used where this matches."""
    headline: str = ""
    kicker: str = ""
    standfirst: str = ""
    byline: str = ""
    published: str = ""
    picture: str = ""
    """Elements that hold one picture with its caption and credit."""
    caption: str = ""
    credit: str = ""
    teaser: str = ""
    """Blocks that promote other articles."""
    noise: str = ""
    """What is taken off the page before it is read."""

    def __post_init__(self) -> None:
        for role in fields(self):
            selector = getattr(self, role.name)
            if (selector or role.name == "body") and not is_css(selector):
                raise ValueError(f"{role.name}: {selector!r} is not CSS")

    def nodes(self, role: str, document: Document) -> list[LexborNode]:
        """The elements that play the role, in document order; none where the layout says nothing of it."""
        selector: str = getattr(self, role)
        return document.css(selector) if selector else []


def choose(layouts: tuple[object, ...], document: Document) -> Layout | None:
    """The first layout whose body stands on the page."""
    for layout in layouts:
        if isinstance(layout, Layout) and document.first(layout.body) is not None:
            return layout
    return None


def is_css(selector: object) -> bool:
    """Whether something is a CSS selector."""
    try:
        return isinstance(selector, str) and _NOTHING.css(selector) is not None
    except SelectolaxError:
        return False
