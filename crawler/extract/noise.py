"""What stands among an article's paragraphs and is none of them, and what it is instead."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from crawler.extract.container import Container
from crawler.extract.outline import Outline
from crawler.normalise.headings import heading_kind, label_key
from crawler.normalise.lexicon import rows


def _names(*words: str) -> re.Pattern[str]:
    """A pattern for these words (patterns, parted by blanks) standing as words of a class or id."""
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(' '.join(words).split())})(?:$|[\s_-])")


_NAMED = {
    "comment": _names(r"comments? commentaires? kommentare? komentar disqus\w* comment-?(?:list|form|section|count)s?"),
    "share": _names(
        r"share sharing share-?(?:bar|buttons?|tools?|links?) social(?:-?\w+)? addthis\w* a2a\w* shariff\w* sharedaddy"
    ),
    "newsletter": _names(
        r"\w*newsletter\w* subscribe subscription sign-?up mailing optin app-?(?:promo|download|banner) follow-?us donat\w+"
    ),
    "advert": _names(
        r"ads? adv advert advertisement advertising ad-?(?:slot|unit|label|container|wrapper|box) adsbygoogle sponsored? dfp",
        r"werbung anzeige iklan publicidad banner outbrain taboola mgid teads",
    ),
    "consent": _names(r"cookies? consent gdpr onetrust"),
    "navigation": _names(
        r"ai-?(?:summary|overview|generated)",
        r"breadcrumbs? pagination paging pager toolbar tags? tag-?(?:list|cloud) topics? keywords toc table-of-contents",
        r"post-?navigation nav menu related recommend\w* read-?more more-?(?:on|from|stories) audio-?player video-?player",
        r"player tts reading-?time btn button dropdown tooltip popover (?:video-?)?playlist video-?(?:resource|carousel)",
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
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"(?:img|image|photo|placeholder)[\s_-]?(?:title|alt|caption|image)?[\s_-]?\d*|placeholder\b.{0,12}", re.IGNORECASE
)
_PAGE = re.compile(r"\d{1,3} (?:dari|of|von|de|di|av|van|z|из|/) \d{1,3}(?: \w+)?", re.IGNORECASE)
_CHANNEL = re.compile(
    r"whatsapp|telegram|newsletter|google (?:news|play|discover)|app ?store|facebook|instagram|youtube|tiktok|twitter|viber"
    r"|\bapp\b",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"follow|subscrib|sign up|join|download|folg|abonn|anmeld|registr|ikuti|gabung|unduh|langganan|suscr|s[ií]gu|seguici|iscriv"
    r"|inscri|suivez|siga|assine|abon|volg|følg|följ|seuraa|obserwuj|zapisz|подпис|читайте нас|takip|abone|theo dõi",
    re.IGNORECASE,
)
"""With ``_CHANNEL`` in one short line after the last paragraph: an offer of the publisher."""
_LONGEST_CALL = 220
_QUOTES = frozenset("\"“„”«»'‘’")
_CHANNEL_LINK = re.compile(
    r"//(?:[\w-]+\.)*(?:whatsapp\.com|t\.me|telegram\.\w+|news\.google\.com|play\.google\.com|apps\.apple\.com|google\.com/preferences"
    r"|youtube\.com/(?:@|c/|channel|user)|facebook\.com/[\w.-]+/?$|instagram\.com/[\w.-]+/?$)|newsletter|bulet[ií]n",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"réservée?s? (?:aux|à nos) abonné|(?:exclusive to|reserved for|only for) (?:our )?subscribers|for subscribers only"
    r"|(?:nur|exklusiv) für abonnent|mit (?:einem )?abo weiterlesen|(?:solo|exclusiv[oa]) para (?:nuestros )?suscriptores"
    r"|exclusivo para assinantes|riservato agli abbonati|alleen voor abonnees|khusus (?:untuk )?pelanggan"
    r"|(?:有料)?会員限定|この記事は有料|残り\d+文字",
    re.IGNORECASE,
)
"""What stands where a wall cuts the text: the rest is for subscribers."""
_MISTAKE = re.compile(r"ctrl\s?\+\s?enter", re.IGNORECASE)
"""The keys that report a slip of the pen, which houses of Eastern Europe ask for below every text."""
_LONGEST_OFFER = 350
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
        tag, names = outline.tags[element], outline.names(element)
        if tag in _LANDMARKS and (label := outline.attributes(element).get("aria-label")):
            names = f"{names} {label.lower()}"
        kind = _TAGS.get(tag) or (_named(names) if names else None)
        if kind is None or outline.size(element) > _MOST * self.size:
            return None
        return kind


@lru_cache(maxsize=8192)
def _named(names: str) -> str | None:
    return next((kind for kind, pattern in _NAMED.items() if pattern.search(names)), None)


def of_text(text: str, *, trailing: bool = False) -> str | None:
    """What a line is by its words alone; ``None`` for a paragraph. After the last one, offers and labels of lists count too."""
    if _LEFTOVER.fullmatch(text) or _PLACEHOLDER.fullmatch(text):
        return "placeholder"
    if trailing and (is_offer(text) or is_wall(text)):
        return "newsletter"
    if len(text) <= _LONGEST_OFFER and _MISTAKE.search(text):
        return "navigation"
    if len(text) <= _LONGEST_CALL and text[0] not in _QUOTES and calls(text):
        return "newsletter"
    return (_listed(text) or _announced(text, trailing=trailing)) if len(text) <= _LONGEST else None


def is_offer(text: str) -> bool:
    """Whether a line invites its readers to a channel of the publisher; said only of what ends an article."""
    return len(text) <= _LONGEST_OFFER and bool(_CHANNEL.search(text) and _INVITATION.search(text))


def calls(text: str) -> bool:
    """Whether a sentence of the line tells its readers to follow, join or subscribe to a channel: nobody's report does.

    >>> calls("Sign up for our weekly newsletter here."), calls("He told his followers to join the channel on Telegram.")
    (True, False)
    """
    return bool(_CHANNEL.search(text) and _calls().search(text))


def is_wall(text: str) -> bool:
    """Whether a line says that the rest is for subscribers; said only of what ends the text."""
    return len(text) <= _LONGEST and bool(_WALL.search(text))


def leads_to_channel(href: str) -> bool:
    """Whether a link leads to a messenger, a news reader, an app store or a newsletter."""
    return bool(_CHANNEL_LINK.search(href))


def _listed(text: str) -> str | None:
    """The kind that the list of phrases gives, or the form of the line."""
    key = label_key(text)
    if known := _phrases().get(key):
        return known
    openings = _openings()
    if key.startswith(tuple(openings)):
        return next(kind for phrase, kind in openings.items() if key.startswith(phrase))
    if _PAGE.fullmatch(text):
        return "navigation"
    return "brand" if _COPYRIGHT.match(text) else None


def _announced(text: str, *, trailing: bool) -> str | None:
    """Whether the line is the heading of a list that is not there."""
    kind = heading_kind(text) if len(text) <= _SHORT else None
    return "label" if kind and (trailing or kind not in ("topic", "recirculation")) else None


@cache
def _calls() -> re.Pattern[str]:
    """The imperatives at the beginning of a sentence, or behind a label of one or two words and a colon."""
    words = "|".join(re.escape(row[0]).replace(r"\*", r"\w*") for row in rows("channel_calls"))
    return re.compile(rf"(?:^\W*|[.!?:] )(?:[^\W\d_]{{1,20}} ?[^\W\d_]{{0,20}}: )?(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _phrases() -> dict[str, str]:
    return {label_key(row[0]): row[1] for row in rows("body_noise")}


@cache
def _openings() -> dict[str, str]:
    return {label_key(row[0]): row[1] for row in rows("body_noise") if row[2] == "begins"}
