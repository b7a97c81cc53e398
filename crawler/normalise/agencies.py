"""News and picture agencies, stock libraries, broadcasters: one name for all their spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from crawler.normalise.lexicon import rows

_ARTICLE = re.compile(r"^(?:the|die|der|das|la|le|les|l['’]|agencja|agentur)\s*(?<=\W)", re.IGNORECASE)
_EDGE = " \t\n.,;:()[]{}«»„“”\"'’*©®™-–—/|•·"
_WASTE = re.compile(r"[®™©*.]|(?<=\w)\(\w\)")
_SPACE = re.compile(r"\s+")
_CRAFT = re.compile(
    r"[\s/-]+(?:photos?|fotos?|bild(?:er)?|images?|pictures?|pix|newsroom|nuotr|фото|写真|사진|摄|攝)$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 6
"""Words in the longest spelling."""


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency or other house that texts and pictures come from.

    ``name`` is its short form as printed ("AP", "picture alliance"), ``kind`` is wire, photo, stock or
    broadcaster. ``identifier`` is the same for all names of one house ("PTI", "Press Trust of India").
    """

    name: str
    kind: str
    identifier: str


@lru_cache(maxsize=4096)
def find_agency(text: str) -> Agency | None:
    """The agency that this very phrase names, in any spelling; ``None`` for anything else or more.

    Spellings are those of ``lexicon/agencies.tsv``, with or without an article and a word such as "Photo".

    >>> find_agency("The Associated Press")
    Agency(name='AP', kind='wire', identifier='ap')
    >>> find_agency("Ana") is None
    True
    """
    phrase = _SPACE.sub(" ", _WASTE.sub("", text[:80])).strip(_EDGE)
    return _lookup(phrase) or _lookup(_ARTICLE.sub("", phrase)) or _lookup(_CRAFT.sub("", phrase))


def printed_name(text: str, agency: Agency) -> str:
    """The agency's name as the text prints it, without an article; its short form for that form spelled out.

    >>> printed_name("The Associated Press", find_agency("Associated Press"))
    'AP'
    >>> printed_name("Press Association", find_agency("AFP"))
    'Press Association'
    """
    phrase = _ARTICLE.sub("", _SPACE.sub(" ", text).strip(_EDGE))
    bare, short = _WASTE.sub("", phrase).casefold(), _WASTE.sub("", _ARTICLE.sub("", agency.name)).casefold()
    spelled = "".join(word[0] for word in _WORD.findall(bare))
    return agency.name if short in (bare, spelled) or _CRAFT.search(phrase) or not phrase else phrase


def cut_last(text: str) -> tuple[str, Agency] | None:
    """The agency that the text ends in and what stands before it: ``Vasilisa Stepanenko The Associated Press``.

    ``None`` where nothing stands before it, or no agency at the end.
    """
    words = text.split()
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        if agency := _plain(" ".join(words[-size:])):
            return " ".join(words[:-size]), agency
    return None


def cut_first(text: str) -> tuple[Agency, str] | None:
    """The agency that the text begins with and what stands after it: ``AP National Security Writer``."""
    words = text.split()
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        if agency := _plain(" ".join(words[:size])):
            return agency, " ".join(words[size:])
    return None


def _plain(phrase: str) -> Agency | None:
    """The agency, unless the phrase is a single word that may as well be a surname: ``Imago``, ``Magnum``."""
    agency = find_agency(phrase)
    return agency if agency and (agency.kind == "wire" or " " in phrase or not phrase.istitle()) else None


def _lookup(phrase: str) -> Agency | None:
    spellings = _spellings()
    found = spellings.get("=" + phrase) or spellings.get(phrase.casefold())
    return replace(found, name=phrase) if found and _foreign(phrase) != _foreign(found.name) else found


def _foreign(text: str) -> bool:
    """Whether the text is in another script than Latin: there an agency's name stays as it is printed."""
    return any(sign > "\u036f" and sign.isalpha() and not "\u1e00" <= sign <= "\u1eff" for sign in text)


@cache
def _spellings() -> dict[str, Agency]:
    """Every spelling without dots: those for any case in lower case, those for one case after ``=``."""
    return {
        _WASTE.sub("", spelling): Agency(name, kind, identifier)
        for identifier, kind, name, spellings in rows("agencies")
        for spelling in spellings.split(" | ")
    }
