"""What a piece of a credit line is that no list knows: a person, a house, a word, a sentence."""

from __future__ import annotations

import re
from functools import cache

from crawler.evidence import Context
from crawler.normalise.agencies import find_agency
from crawler.normalise.credits.known import Name, is_own_name, without_article
from crawler.normalise.lexicon import rows, words
from crawler.normalise.names import is_given_name, looks_like_person, natural_case
from crawler.normalise.phrases import Phrases
from crawler.normalise.visible import begins_small

_NO_PERSON = re.compile(
    r"(?:[庁署社省局課会會館校院所党軍隊団室府県市堂]|新聞|通信|放送|春秋|出版|映画)$|\s(?:und|and|et|og|och|dan|&)\s"
)
_COMPOUND = re.compile(
    r"\w{3}(?:polizei|inspektion|präsidium|feuerwehr|verwaltung|verein|verband|gesellschaft|schule|werke|gemeinde|klinik|klinikum|"
    r"agentur|zeitung|dienst|stelle|ministerium|museum|theater|orchester|stiftung|akademie|institut|fotografie|photography|wire)\b"
)
_OPENING = re.compile(
    r"(?:(?:Ein|Eine|An?|Une?|Una|Uno|Um|Uma|En|Ett|Een|So|Wie|Was|Wo|How|Why|Where|When|What|Comment|Cómo|Come|Como|Hier|Here)"
    r"\s+\S+\s+\S|(?:Der|Die|Das|The|Le|La|Les|El|Los|Las|Il|Lo|Het|Det)\s+(?:\S+\s+)+[a-zß-ÿ])"
)
_QUOTE = re.compile(r"(?<!\w)\"|\"(?!\w)")
_UNSPACED = re.compile(r"。|^[\u3040-\u9fff]{16}|^\S{40}")
_ONE_NAME = frozenset({"id", "ms", "jv", "my"})
"""Languages in which many persons have a single name."""
_CAPITALS_NAME_HOUSES = frozenset({"ko", "ja", "zh"})
_SMALL_ARTICLE = re.compile(r"(?:the|der|die|das|den|dem|la|le|les|el|los|las|il|lo|gli|os|det|een|het)\s")
_VIETNAMESE = re.compile(r"(?=.*[^\x00-\x7f])(?:[^\W\d_a-z][^\W\d_]{1,6}\s){1,3}[^\W\d_a-z][^\W\d_]{1,6}")
"""Two to four short capitalised words, one with a mark: the given names that a Vietnamese credit prints alone."""
_SURNAME = re.compile(
    r"[A-ZÀ-ÞČŠŽŁŚ][a-zß-ž]+(?:mann|me[iy]er|ma[iy]er|müller|schmi[dt]t?|berger|[tld]inger|stein|berg|bauer|huber|hofer|brecht|beck|"
    r"kamp|ström|sson|[nrdtk]sen|[lncdrw]ski|sky|wicz|czyk|ović|ević|enko|ová|oğlu|opoulos|shvili|auskas|escu)"
)
"""How family names of some languages end that houses' names mostly do not."""
_NO_SURNAMES = frozenset({"hessen", "sachsen", "niedersachsen", "schlesien", "holstein", "vorarlberg"})
_ITS_PHOTO = re.compile(r"^([A-ZÀ-Þ]{2,12}) (?:PHOTO|Photo|photo)s?$|^([A-ZÀ-Þ][\w.&'’ -]+?) photos?$")
_VOWEL = re.compile(r"[AEIOUYÄÖÜÅØÉÈ]")
_LETTERS = re.compile(r"[B-Z]{3}$")
"""Capitals that begin a house's name where none of them is a vowel: ``MMC RTV SLO``."""
_STATE = re.compile(r"\s[B-DF-HJ-NP-TV-Z]{2,3}$")
"""Capitals without a vowel that end the name of a state's office: ``Vlada RH``."""
_DOTTED = re.compile(r"(?:[^\W\d_a-z]\.[ -]?){1,3}[^\W\d_a-z]")
"""Initials, the last one's dot cut off with the marks around the name."""
_LATIN = re.compile(r"[A-Za-z]{2}")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff]")
_MOST_WORDS = 9
"""Words of the longest house's name on the annotated pages."""
_HOUSE_WORD = re.compile(
    r"photo|foto|press|image|media|news|pix|bild|sport|studio|agen[ct]|zeitung|verlag|polizei|polis|archiv|museum|"
    r"universit|minist|fire|police|\d|[社署庁省局部館院会會]$",
    re.IGNORECASE,
)


@cache
def _ranks() -> Phrases[str]:
    return Phrases((row[0], row[0]) for row in rows("military_ranks"))


def guess_name(text: str, context: Context) -> Name:
    """A person, a single word that may be either, or a house."""
    if _DOTTED.fullmatch(text):
        return Name("person", f"{text}.")
    rank = _ranks().head(text)
    served = text[rank.end :].lstrip(" .") if rank and rank.start == 0 else ""
    maker = served if " " in served and is_person(served, context) else text
    if maker is served or is_person(text, context):
        return Name("person", natural_case(maker, language=context.language))
    house = _ITS_PHOTO.sub(r"\1\2", without_article(text) if len(text) > 8 else text)
    if _is_prose(house):
        return Name("prose", house)
    if context.language == "is" and " " not in text and text.istitle() and text.casefold() not in words("organisation_words"):
        return Name("person", text)
    single = (
        " " not in text
        and len(text) < 30
        and ("_" in text or not _HOUSE_WORD.search(text))
        and (not text.isupper() or len(text) > 8)
    )
    known = single and ((context.language in _ONE_NAME and text.istitle()) or is_surname(text))
    return Name("word" if single else "house", house, known=known)


def is_surname(text: str) -> bool:
    """Whether a single word ends as family names do and is no place: ``Steinberg``, ``Nowakowski``."""
    folded = text.casefold()
    return _SURNAME.fullmatch(text) is not None and folded not in words("cities") and folded not in _NO_SURNAMES


def _is_prose(text: str) -> bool:
    """Whether it is a sentence or a piece of one: long, begun with an article, within a quotation, or mostly of small words."""
    parts = text.split()
    if not parts:
        return False
    if not {parts[0].casefold(), parts[-1].casefold()}.isdisjoint(words("house_heads")):
        return len(parts) > _MOST_WORDS
    small = sum(begins_small(part) for part in parts)
    if _SMALL_ARTICLE.match(text) or len(_QUOTE.findall(text)) % 2 or _UNSPACED.search(text) or _OPENING.match(text):
        return True
    return len(parts) > _MOST_WORDS or (len(parts) >= 3 and (small > len(parts) / 2 or begins_small(text)))


def _begins_with_house(text: str, context: Context) -> bool:
    """Whether the first word is the site itself or a broadcaster ("ABC Riverina"), or all are capitals beside Han or Hangul."""
    first = text.partition(" ")[0]
    if is_own_name(first, context) or (first.isupper() and len(first) > 2 and find_agency(first) is not None):
        return True
    return context.language in _CAPITALS_NAME_HOUSES and text.isascii() and text.isupper()


def _is_small_name(text: str) -> bool:
    """Whether two small words begin with a given name, as some houses' systems keep them: ``lili sams``."""
    return text.islower() and text.count(" ") == 1 and is_given_name(text.partition(" ")[0])


def is_person(text: str, context: Context) -> bool:
    """A person's shape, and neither an abbreviation before a word ("VS Tristach") nor two scripts ("Фундация DEJURE")."""
    cased = natural_case(text) if text.isupper() or _is_small_name(text) else text
    if not looks_like_person(cased, language=context.language) and not (
        context.language == "vi" and _VIETNAMESE.fullmatch(text)
    ):
        return False
    if _COMPOUND.search(text) or text.casefold() in words("place_names") or _begins_with_house(text, context):
        return False
    first = text.split(maxsplit=1)[0]
    short = first.isupper() and 2 <= len(first) <= 6 and not text.isupper() and "." not in first
    if short and not _VOWEL.search(first) and "J" not in first and (len(first) > 2 or context.language not in (None, "en")):
        return False
    if not text.isupper() and _STATE.search(text) and text.count(" ") == 1 and len(first) > 3:
        return False
    if text.isupper() and _LETTERS.match(first) and not _VOWEL.search(first):
        return False
    return not (_LATIN.search(text) and _OTHER_SCRIPT.search(text)) and not _NO_PERSON.search(text)
