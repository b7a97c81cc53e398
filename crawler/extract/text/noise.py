"""What stands among an article's paragraphs and is none of them, and what it is instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from crawler.evidence import Thrown
from crawler.extract.page.container import Container
from crawler.extract.page.outline import Outline


def _names(*words: str) -> re.Pattern[str]:
    """A pattern for these words (patterns, parted by blanks) standing as words of a class or id."""
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(' '.join(words).split())})(?:$|[\s_-])")


_NAMED = {
    "comment": _names(
        r"comments? commentaires? kommentare? komentar(?:[eiy]|ze|ji)? disqus\w* comment-?(?:list|form|section|count)s?",
        r"hozzaszolas\w* kommentek diskus[ei]a?",
    ),
    "share": _names(
        r"share sharing share-?(?:bar|buttons?|tools?|links?) social(?:-?\w+)? addthis\w* a2a\w* shariff\w* sharedaddy",
        r"partage(?:r|s)? compartir compartilhar condividi teilen dela deel udostepnij sdilet paylas bagikan",
        r"megosztas podijeli condivisione zdielat",
    ),
    "newsletter": _names(
        r"\w*newsletter\w* subscribe subscription sign-?up mailing optin app-?(?:promo|download|banner) follow-?us donat\w+",
        r"piano-(?:offer|modal|inline)\w*",
        r"nieuwsbrief\w* nyhetsbrev\w* nyhedsbrev\w* uutiskirje\w* hirlevel\w* infolettre boletin(?:es)? bulten",
    ),
    "advert": _names(
        r"ads? adv advert advertisement advertising ad-?(?:slot|unit|label|container|wrapper|box) adsbygoogle sponsored? dfp",
        r"werbung anzeige iklan publicidad banner outbrain taboola mgid teads",
        r"publicidade publicite pubblicita advertentie annons reklam[aey]? reklame mainos hirdetes oglas quang-?cao",
    ),
    "consent": _names(r"cookies? consent gdpr onetrust"),
    "navigation": _names(
        r"ai-?(?:summary|overview|generated)",
        r"breadcrumbs? pagination paging pager page-?(?:links|numbers)",
        r"toolbar tags? tag-?(?:list|cloud) topics? keywords toc table-of-contents",
        r"post-?navigation nav menu related recommend\w* read-?more more-?(?:on|from|stories) audio-?player video-?player",
        r"video[_-]*(?:desc|description|transcript|keywords?|meta|info)s?",
        r"player tts reading-?time btn button dropdown tooltip popover (?:video-?)?playlist video-?(?:resource|carousel)",
        r"(?:also-read|read-also|see-also|lees-ook|lire-aussi|leia-(?:mais|tambem)|lea-tambien|leggi-anche|baca-juga)",
        r"terkait verwandt\w* weiterlesen gerelateerd relacionad[oa]s? correlati linked-stories",
        r"kapcsolodo souvisejici suvisiace",
        r"(?:article|news|post|story)[_-]*(?:report|mistakes?|errors?|feedback) report-?(?:error|mistake|typo)",
    ),
    "label": _names(
        r"(?:embed|image|img|photo|picture|media|figure|video)[_-]*(?:captions?|credits?|copyright)",
        r"wp-caption-text caption-text",
    ),
    "brand": _names(
        r"copyright disclaimer imprint about-?(?:the-?)?author author-?(?:bio|box|info|card|description) bio trust-?project",
        r"byline-?bio",
    ),
}
_TAGS = {
    "button": "navigation",
    "nav": "navigation",
    "label": "navigation",
    "select": "navigation",
    "footer": "navigation",
    "form": "newsletter",
    "figure": "label",
    "figcaption": "label",
    "summary": "label",
    "dialog": "consent",
    "title": "placeholder",
}
_LANDMARKS = frozenset({"section", "aside"})
"""Parts whose ``aria-label`` says to readers what they are."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MOST = 0.3
"""Share of the body's text from which on an element's name is not believed: the article itself bears it."""
_LONGEST_BOX = 400
"""Characters of a part that offers letters for a mail address, its small print among them."""

_MISTAKEN = frozenset({"advert", "navigation", "share", "label", "brand"})
"""Kinds of noise that the parts of an article may be named like."""
_TEXT, _TIMES = 600, 3
"""Characters of prose thrown, and how many times those kept they are, that make the names of elements a mistake."""
_PROSE = 60


class Noise:
    """The noise of one page; verdicts on elements are kept. Of the kind ``disbelieved`` nothing is noise by its element."""

    def __init__(self, outline: Outline, container: Container, *, disbelieved: str | None = None) -> None:
        self.outline, self.body, self.disbelieved = outline, container.body, disbelieved
        self.size = max(1, outline.size(container.body))
        self._known: dict[int, str | None] = {}
        self.hides = self._hides()
        self._known |= dict.fromkeys(self._letterboxes(), "newsletter")

    def _hides(self) -> bool:
        """Whether the page hides much of its own article, for a script to show: a wall that is made of style alone."""
        outline = self.outline
        texts = range(outline.starts[self.body], outline.stops[self.body])
        hidden = sum(
            len(outline.texts[text]) for text in texts if outline.links[text] < 0 and outline.unseen(outline.owners[text])
        )
        return hidden > _MOST * self.size

    def _letterboxes(self) -> Iterator[int]:
        """The parts that hold a field for a mail address and little else: the offer of a newsletter, the form of a comment."""
        outline, most = self.outline, min(_LONGEST_BOX, _MOST * self.size)
        for element in range(self.body + 1, outline.ends[self.body]):
            if outline.tags[element] != "input" or "mail" not in _field(outline.attributes(element)):
                continue
            box = element
            while (parent := outline.parents[box]) > self.body and outline.size(parent) + outline.link_size(parent) <= most:
                box = parent
            yield box

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
        tag, names = outline.tags[element], outline.names(element)
        if tag in _LANDMARKS and (label := outline.attributes(element).get("aria-label")):
            names = f"{names} {label.lower()}"
        kind = _TAGS.get(tag) or (_named(names) if names else None)
        if kind is None or kind == self.disbelieved or outline.size(element) > _MOST * self.size:
            return None
        return kind


def mistaken(thrown: Iterable[Thrown], kept: int) -> str | None:
    """The kind as which nearly all of a text was thrown: its parts bear a name that means something else there."""
    sizes: Counter[str] = Counter()
    for each in thrown:
        sizes[each.kind] += len(each.text) if len(each.text) > _PROSE and each.kind in _MISTAKEN else 0
    kind, size = next(iter(sizes.most_common(1)), ("", 0))
    return kind if size >= _TEXT and size > _TIMES * kept else None


def _field(attributes: dict[str, str | None]) -> str:
    return " ".join(attributes.get(name) or "" for name in ("type", "name", "id", "placeholder")).lower()


@lru_cache(maxsize=8192)
def _named(names: str) -> str | None:
    return next((kind for kind, pattern in _NAMED.items() if pattern.search(names)), None)
