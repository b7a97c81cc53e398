"""What the parts of a picture's box are called: captions, credits, frames."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.extract.page.outline import Outline

_CAPTION = re.compile(
    r"caption|bildunterschrift|bildtext|bildtitel|legend|keterangan|pied?[-_]?(?:de?[-_]?)?(?:foto|imagen)|(?:foto|imagen)[-_]pie(?![a-z])|didascali[ae]|leyenda|descri(?:ption|pcion|zione|ptif|cao)|deskripsi|beschreibung|beskriv(?:else|ning)|omschrijving"
    r"|(?<![a-z])(?:desc|cutline|ep[ií]gra(?:f|ph)e|popise?k?|podpis|zutabe|bijschrift|onderschrift|kuvateksti|kuvaselite|myndatexti|pildiallkiri|resim[-_]?alti|peu-?(?:de-?)?foto|fotobijschrift|fotounterschrift|dida|lezanta|opis[-_]?(?:zdj\w*|foto)|k[eé]pal[aá][ií]r[aá]s)(?![a-z])|photodesc|(?:^|\s)bu(?=$|\s)"
    r"|(?:photo|image|img|media|thumb|fig|picture|(?<![a-z])pic|foto|bild|bille?d|bilde|resim|slika)[-_]*"
    r"(?:te[kx]s?t|txt|tit(?:le|el)|lead|info|details?|meta|label|note|foot(?:er)?|descr?|cap|opis|potpis|popis|(?:sub|under)(?:title|text)|aciklama)(?![a-z])"
)
_CREDIT = re.compile(
    r"cr[eé]dit|copyright|licen[cs]e|(?:^|[\s_-])(?:attribution|bildlizenz|bildrechte?|nachweis|urheber|byline|source|quelle|sumber|rights|author|autor\w*|fotografer|photographer|fotograf\w*|agency|bildquelle|bildnachweis|fotocredit"
    r"|provider|owner|courtesy|zdroj|izvor|zrod[lł]o|kilde|k[aä]lla|kaynak|bron|fonte|fuente|kuvaaja|fotografo|fotografa|fotograaf|autorstwo|sursa(?:-foto)?|forras|ljosmyndari|valokuvaaja|attrib|kredit)(?:$|[\s_-])|(?:image|photo|foto|picture|media|caption|img|bild)[_-]*(?:source|author|autor|auteur|by|rights|origin|agency|nachweis|zdroj|signature|firma)|(?:zdroj|firma|signature)[_-]?(?:foto|photo)|rights[_-]?holder|photographer|__source|-source"
)
_PICTORIAL = re.compile(
    r"caption|figure|image|photo|foto|picture|gallery|carousel|slide(?:s|r|show)?(?![a-z])"
    r"|(?<![a-z])(?:img|pic|media|thumb\w*|bild\w*|gambar|imagen|illustration)(?![a-z])"
    r"|(?<![a-z])(?:img|pic|media)(?:box|wrap\w*|container|holder|block|frame|inner|left|right|center|full)(?![a-z])"
)
PRINTED = frozenset({"figcaption", "small", "em", "i", "cite"})
"""Elements that set a text apart from prose."""
_AD = re.compile(r"(?:^|[\s_-])(?:ads?|dfp|advert\w*)(?:$|[\s_-])")


@lru_cache(maxsize=8192)
def names_caption(names: str) -> bool:
    """Whether class names call an element a caption; a site's templates name the same things again and again."""
    return _CAPTION.search(names) is not None


@lru_cache(maxsize=8192)
def names_credit(names: str) -> bool:
    """Whether class names call an element a credit."""
    return _CREDIT.search(names) is not None


@lru_cache(maxsize=8192)
def names_picture(names: str) -> bool:
    """Whether class names call an element a picture's frame."""
    return _PICTORIAL.search(names) is not None


def is_named(outline: Outline, element: int) -> bool:
    """Whether an element is a caption or a credit by its tag or name; that of an advertisement is none."""
    if outline.tags[element] == "figcaption":
        return True
    names = outline.names(element)
    return (names_caption(names) or names_credit(names)) and not _AD.search(names)


def is_printed(outline: Outline, line: int, holder: int) -> bool:
    """Whether a line in the holder is set or named like a caption."""
    element = line
    while element >= holder:
        if outline.tags[element] in PRINTED or is_named(outline, element):
            return True
        element = outline.parents[element]
    return is_emphasised(outline, line)


def is_emphasised(outline: Outline, element: int) -> bool:
    """Whether all text of the element is in italics or the like."""
    texts = range(outline.starts[element], outline.stops[element])
    return bool(texts) and all(
        outline.tags[outline.owners[text]] in PRINTED or outline.tags[outline.parents[outline.owners[text]]] in PRINTED
        for text in texts
    )


def speaks(outline: Outline, element: int) -> bool:
    """Whether the element holds text that is seen and no button's."""
    return any(
        not outline.unseen(outline.owners[text]) and outline.tags[outline.owners[text]] != "button"
        for text in range(outline.starts[element], outline.stops[element])
    )
