"""What stands among an article's paragraphs and is none of them, and what it is instead."""

from __future__ import annotations

import re
from functools import cache

from crawler.extract.container import Container
from crawler.extract.outline import Outline
from crawler.normalise.headings import heading_kind, label_key
from crawler.normalise.lexicon import rows

_NAMED = (
    ("comment", re.compile(r"(?:^|[\s_-])(?:comments?|commentaires?|kommentare?|komentar|disqus\w*)(?:$|[\s_-])|comment-?(?:list|form|section|count)")),
    ("share", re.compile(r"(?:^|[\s_-])(?:share|sharing|share-?(?:bar|buttons?|tools?|links?)|social(?:-?\w+)?|addthis\w*|a2a\w*|shariff\w*|sharedaddy)(?:$|[\s_-])")),
    ("newsletter", re.compile(r"newsletter|(?:^|[\s_-])(?:subscribe|subscription|sign-?up|mailing|optin|app-?(?:promo|download|banner)|follow-?us|donat\w+)(?:$|[\s_-])")),
    ("advert", re.compile(r"(?:^|[\s_-])(?:ads?|adv|advert|advertisement|advertising|ad-?(?:slot|unit|label|container|wrapper|box)|adsbygoogle|sponsored?|dfp|werbung|anzeige|iklan"
                          r"|publicidad|banner|outbrain|taboola|mgid|teads)(?:$|[\s_-])")),
    ("consent", re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust)(?:$|[\s_-])")),
    ("navigation", re.compile(r"(?:^|[\s_-])(?:breadcrumbs?|pagination|paging|pager|toolbar|tags?|tag-?(?:list|cloud)|topics?|keywords|toc|table-of-contents|post-?navigation|nav|menu"
                              r"|related|recommend\w*|read-?more|more-?(?:on|from|stories)|audio-?player|video-?player|player|tts|reading-?time|btn|button|dropdown|tooltip|popover)(?:$|[\s_-])")),
    ("brand", re.compile(r"(?:^|[\s_-])(?:copyright|disclaimer|imprint|about-?(?:the-?)?author|author-?(?:bio|box|info|card|description)|bio|trust-?project|byline-?bio)(?:$|[\s_-])")),
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TAGS = {"button": "navigation", "nav": "navigation", "form": "newsletter", "label": "navigation", "select": "navigation", "footer": "navigation",
         "figure": "label", "figcaption": "label", "dialog": "consent", "summary": "label", "title": "placeholder"}  # fmt: skip
_MOST = 0.3
"""Share of the body's text from which on an element's name is not believed: the article itself bears it."""
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"(?:img|image|photo|placeholder)[\s_-]?(?:title|alt|caption|image)?[\s_-]?\d*|placeholder\b.{0,12}", re.IGNORECASE
)
_LEFTOVER = re.compile(r"[\W_]*|[\d.,:/\s|-]+")
_LONGEST = 200
_SHORT = 80


class Noise:
    """The noise of one page; verdicts on elements are kept."""

    def __init__(self, outline: Outline, container: Container) -> None:
        self.outline, self.body = outline, container.body
        self.size = max(1, outline.size(container.body))
        self._known: dict[int, str | None] = {}
        self.hides = self._hides()

    def _hides(self) -> bool:
        """Whether the page hides much of its own article, for a script to show: a wall that is made of style alone."""
        outline = self.outline
        texts = range(outline.starts[self.body], outline.stops[self.body])
        hidden = sum(
            len(outline.texts[text]) for text in texts if outline.links[text] < 0 and outline.unseen(outline.owners[text])
        )
        return hidden > _MOST * self.size

    def of_element(self, element: int, line: int) -> str | None:
        """What the outermost telling element around makes of it; ``None`` for text of the article.

        ``line`` is the block-level element it stands in: a heading is one whatever it is named.
        """
        if self.outline.tags[line] in _HEADINGS:
            element = self.outline.parents[line]
        known, parents = self._known, self.outline.parents
        trail, current = [], element
        while current not in known and current > self.body:
            trail.append(current)
            current = parents[current]
        verdict = known.get(current)
        for each in reversed(trail):
            verdict = known[each] = verdict or self._own(each)
        return verdict

    def _own(self, element: int) -> str | None:
        outline = self.outline
        kind = _TAGS.get(outline.tags[element])
        names = outline.names(element)
        if kind is None and names:
            kind = next((kind for kind, pattern in _NAMED if pattern.search(names)), None)
        if kind is None or outline.size(element) > _MOST * self.size:
            return None
        return kind


def of_text(text: str, *, trailing: bool = False) -> str | None:
    """What a line is by its words alone; ``None`` for a paragraph. After the last one, labels of hubs and lists count too."""
    if _LEFTOVER.fullmatch(text) or _PLACEHOLDER.fullmatch(text):
        return "placeholder"
    if len(text) > _LONGEST:
        return None
    key = label_key(text)
    known = _phrases().get(key)
    if known:
        return known[0]
    opening = next((kind for phrase, kind in _openings() if key.startswith(phrase)), None)
    if opening:
        return opening
    if _COPYRIGHT.match(text):
        return "brand"
    announced = heading_kind(text) if len(text) <= _SHORT else None
    return "label" if announced and (trailing or announced not in ("topic", "recirculation")) else None


@cache
def _phrases() -> dict[str, tuple[str, str]]:
    return {label_key(row[0]): (row[1], row[2]) for row in rows("body_noise")}


@cache
def _openings() -> tuple[tuple[str, str], ...]:
    return tuple((label_key(row[0]), row[1]) for row in rows("body_noise") if row[2] == "begins")
