"""Persons' names: what looks like one, and its natural case, in all scripts."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from crawler.normalise.lexicon import table, words

_MOST_WORDS = 7
_SPACED = re.compile(r"(?:[A-Z]\. ){1,3}[A-Z]\.")
_LONGEST = 70
_JOINTS = "-'’‐‑·."
_INITIAL = re.compile(r"(?:[^\W\d_]\.?-?){1,3}")
_ELIDED = re.compile(r"(?:[dlnoDLNO]|dell|dall|Dell|Dall|al|el|Al|El|[A-Z][a-z]?)['’ʼ\-]")
_HAN = re.compile(r"[\u3400-\u9fff々〆ヶ]+")
_JAPANESE = re.compile(r"[\u3400-\u9fff々〆ヶ\u3040-\u30ff]{3,8}")
_KANA = re.compile(r"[\u3040-\u30ff]")
_FOREIGN = re.compile(r"[\u30a0-\u30ff\u3400-\u9fff]{1,10}(?:[・·•‧][\u30a0-\u30ff\u3400-\u9fffA-Z.]{1,10}){1,3}")
_HAN_HOUSE = re.compile(
    r"[社部局院会會网網报報台团團组組省市县縣區国國党黨者員员室處处司館馆系站版刊]$|編集|编辑|記事|限定|有料|無料|速報|特集|連載|詳細|一覧|記者|记者|新聞|新闻|報道|报道"
)
_HANGUL = re.compile(r"[가-힣]{2,5}")
_HANGUL_HOUSE = re.compile(
    r"(?:뉴스|일보|신문|닷컴|미디어|경제|스포츠|저널|타임스|투데이|헤럴드|방송|통신|편집국|부|팀|기자|특파원|센터|연합|데스크|위원|작가)$"
)
_UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0eff\u1000-\u10ff\u1200-\u137f\u1780-\u17ff\ufb1d-\ufefc]")
_KEY_WASTE = re.compile(r"[\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_FULL_WORD = 3
_DIGIT = re.compile(r"\d")
_ROMAN = re.compile(r"[IVX]{2,4}")
_TURKISH = str.maketrans({"I": "ı", "İ": "i"})
_SMALL = re.compile(r"(?<![^\W_])[^\W\d_]")


def looks_like_person(text: str, *, language: str | None = None) -> bool:
    """Whether the text, and nothing beside it, has the shape of a person's full name.

    Cased scripts: two to seven words, capitalised or initials, particles ("von", "de la") allowed between, no
    digit, no word of an organisation's name or of the language at large. Han, Kana and Hangul: by length and
    surname. Other scripts: two to five words of letters. A single word is never enough, save in
    Han, Kana and Hangul. ``language`` is ISO 639-1.
    """
    return len(text) <= _LONGEST and _person(text.strip(), language)


def is_initials(text: str) -> bool:
    """Whether the text is an author's or editor's sign, two to four letters of a case: ``kra``, ``LP``, ``J.D.``, ``J. D.``"""
    letters = text.replace(".", "").replace(" ", "") if _SPACED.fullmatch(text) else text.replace(".", "")
    return 2 <= len(letters) <= 4 and letters.isalpha() and letters.isascii() and (letters.islower() or letters.isupper())


def natural_case(text: str, *, language: str | None = None) -> str:
    """The name with shouted or flattened words in natural case; mixed words, initials and particles stay as they are.

    A name is mended where it is all upper or all lower case, or where a word of four letters and more is
    (``Bill MCCARTHY``). Turkish and Azerbaijani have their own small letters.

    >>> natural_case("JÖRG ZSCHOCHE")
    'Jörg Zschoche'
    >>> natural_case("Bill MCCARTHY")
    'Bill McCarthy'
    >>> natural_case("e. barreneche")
    'E. Barreneche'
    """
    parts = text.split()
    if any(sign.isalpha() and (sign.lower() == sign.upper() or "\u10d0" <= sign <= "\u10ff") for sign in text):
        return " ".join(parts)
    turkish = language in {"tr", "az"} or "İ" in text
    if text.isupper() and len(parts) > 1:
        return " ".join(_mend(part, first=not at, turkish=turkish, language=language) for at, part in enumerate(parts))
    if text.islower():
        return " ".join(part if at and part in words("name_particles") else _raise(part) for at, part in enumerate(parts))
    return " ".join(_mend(part, first=True, turkish=turkish, language=language) if _shouted(part) else part for part in parts)


def is_given_name(word: str) -> bool:
    """Whether the word is known as a given name; of a double name, both parts or a first of some length."""
    first, _, second = word.casefold().partition("-")
    return first in words("given_names") and (not second or second in words("given_names") or len(first) > 3)


def begins_as_name(text: str) -> bool:
    """Whether the first word is a known given name, or a surname where surnames come first: ``Lê Thị Hoa``."""
    first = text.partition(" ")[0]
    return is_given_name(first) or (not first.isascii() and first.casefold() in words("vietnamese_surnames"))


def begins_name(word: str) -> bool:
    """Whether the word is a given name that is no common family name as well: it tells where a name begins."""
    return is_given_name(word) and word.casefold() not in words("given_family_names")


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """What two spellings of one name have in common: letters and digits only, no case, no accents, no dots.

    >>> name_key("Hannes P. Albert") == name_key("HANNES P ALBERT")
    True
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()))
    return _KEY_WASTE.sub(" ", unicodedata.normalize("NFC", bare)).strip()


@lru_cache(maxsize=4096)
def _person(text: str, language: str | None) -> bool:
    if not text or _DIGIT.search(text):
        return False
    if _HAN.match(text) or _KANA.match(text):
        return _person_han(text, language)
    if "가" <= text[0] <= "힣":
        return _person_hangul(text)
    parts = text.replace(" in 't ", " 't ").split() if " " in text else _dotted(text)
    if not 2 <= len(parts) <= _MOST_WORDS or (any(map(_common, parts)) and not _is_vietnamese(parts, language)):
        return False
    if _UNCASED.match(text):
        return len(parts) <= 5 and all(_letters(part) for part in parts)
    return _person_cased(parts)


def _dotted(text: str) -> list[str]:
    """A name without blanks, parted at the dots behind its initials: ``ப.சரவணகுமார்``, ``K.Essalak``."""
    parts = text.split(".") if "." in text else [text]
    known = _UNCASED.match(text) or (text.istitle() and all(len(part) == 1 for part in parts[:-1]))
    return parts if known and len(parts[-1]) >= _FULL_WORD and all(parts) else [text]


def _is_vietnamese(parts: list[str], language: str | None) -> bool:
    """Whether a Vietnamese surname stands before two and more capitalised words: ``Nguyễn Văn An``."""
    surname = parts[0].casefold() in words("vietnamese_surnames") and (language == "vi" or not parts[0].isascii())
    return surname and 2 < len(parts) <= 5 and all(part[0].isupper() for part in parts)


def _person_cased(parts: list[str]) -> bool:
    """Capitalised words and initials with particles between: at least one full word, two in all, not a leading article."""
    kinds = [_kind(part) for part in parts]
    if not all(kinds) or kinds[-1] == "particle" or kinds.count("word") > 5:
        return False
    if len(parts) == 2 and parts[0] in {"La", "Le", "El", "Il", "Los", "Las", "Les", "Der", "Den", "O", "A"}:
        return False
    return "word" in kinds and kinds.count("word") + kinds.count("initial") >= 2


def _kind(part: str) -> str | None:
    """word, initial or particle; ``None`` where no name holds such a word."""
    if part in words("name_particles") or part.casefold() in table("name_suffixes"):
        return "particle" if part.islower() else "initial"
    if not part[0].isupper() and not _elided(part):
        return None
    if not _letters(part) or part[0] in _JOINTS:
        return None
    if _INITIAL.fullmatch(part) and part.isupper() and ("." in part or len(part) <= 2):
        return "initial"
    return "word" if (len(part) > 1 and not part.endswith(".")) or len(part) <= 4 else None


def _elided(part: str) -> bool:
    """Whether a small article or preposition stands before a capital: ``d'Artagnan``, ``al-Assad``."""
    prefix = _ELIDED.match(part)
    return prefix is not None and part[prefix.end() : prefix.end() + 1].isupper()


def _letters(part: str) -> bool:
    return all(
        sign.isalpha() or sign in _JOINTS or unicodedata.category(sign)[0] == "M" or sign in "\u200c\u200d" for sign in part
    )


def _common(part: str) -> bool:
    folded = part.casefold()
    return folded in _no_names() and folded not in words("name_particles")


@cache
def _no_names() -> frozenset[str]:
    return words("name_stopwords") | words("organisation_words")


def _person_han(text: str, language: str | None) -> bool:
    if _FOREIGN.fullmatch(text):
        return True
    tokens = text.replace("\u3000", " ").split()
    bare = "".join(tokens)
    if len(tokens) > 2 or any(_HAN_HOUSE.search(token) for token in tokens):
        return False
    if language == "ja":
        return bool(_JAPANESE.fullmatch(bare)) and bool(_HAN.search(bare))
    surname = (bare[:2] in words("han_surnames") and len(bare) > 2) or bare[:1] in words("han_surnames")
    if _HAN.fullmatch(bare) and surname and 2 <= len(bare) <= 4:
        return True
    return bool(_JAPANESE.fullmatch(bare)) and language is None and 4 <= len(bare) <= 6 and bool(_HAN.match(bare))


def _person_hangul(text: str) -> bool:
    if not _HANGUL.fullmatch(text) or _HANGUL_HOUSE.search(text):
        return False
    return (text[:2] in words("hangul_surnames") and len(text) > 3) or (text[:1] in words("hangul_surnames") and len(text) < 5)


def _shouted(word: str) -> bool:
    word = word[2:] if word.startswith("Mc") else word
    return sum(map(str.isalpha, word)) >= 4 and word.isupper() and "." not in word[1:3] and not _ROMAN.fullmatch(word)


def _mend(word: str, *, first: bool, turkish: bool, language: str | None) -> str:
    """A word in capitals as its bearer writes it."""
    suffix = table("name_suffixes").get(word.casefold())
    if suffix and not first:
        return suffix
    low = word.translate(_TURKISH).lower() if turkish else word.lower()
    if not first and language != "en" and low in words("name_particles") and len(low) > 1:
        return low
    if _INITIAL.fullmatch(word) and (
        "." in word or len(word) == 1 or (len(word) == 2 and not set(low) & set("aeiouyäöüáéíóúı"))
    ):
        return word
    return _raise(low, turkish=turkish)


def _raise(low: str, *, turkish: bool = False) -> str:
    """Capitals at the start, after a hyphen, after ``O'``, and in ``McX`` and the known ``MacX``."""
    if turkish and low[:1] == "i":
        return "İ" + low[1:]
    raised = "-".join(_raise_part(part) for part in low.split("-"))
    return raised if len(raised) == len(low) else low


def _raise_part(low: str) -> str:
    head, sign, tail = low.partition("'") if "'" in low else low.partition("’")
    if sign and len(head) == 1 and len(tail) > 1:
        return head.upper() + sign + _raise_part(tail)
    if low.startswith("mc") and len(low) > 4:
        return "Mc" + low[2:3].upper() + low[3:]
    if low in words("name_mac"):
        return "Mac" + low[3:4].upper() + low[4:]
    return _SMALL.sub(lambda match: match[0].upper(), low, count=1) if "." not in low else _SMALL.sub(_upper, low)


def _upper(match: re.Match[str]) -> str:
    return match[0].upper()
