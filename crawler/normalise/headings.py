"""What the heading of a block, or the label that opens a promo paragraph, says of what follows."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from crawler.normalise.lexicon import rows

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "\u0307": None, "\u00ad": None, "\u200b": None})
_TURKISH = "İ"
"""Two signs when case-folded: what it begins would not be found by its first letters."""
_MARKED = re.compile("[" + "".join(map(chr, _APOSTROPHES)) + "]")
_HEAD = re.compile(r"[\W_]+")
_TAIL = " :;፦,.…|>»›→▶►❯➔➜⟩*/\\()[]{}【】■◆●▼#!?\"'“”„«‹<-–—_+✓·•"
_JOINTS = ":|-–—"
_OPENING = re.compile(r"^[\W_]*")
_SEPARATOR = re.compile(r"\s*(?:[:：፦|>＞»›→▶►/]|[-–—](?=\s|$)|\s[-–—])\s*[>»›→▶►\-–—:|]*\s*")
_LONGEST_LABEL = 70
_LONGEST_TAIL = 3
"""Words that may follow the beginning of a heading ("Most read in Football") before it is a headline of its own."""
_LONGEST_TAIL_UNSPACED = 10
"""The same in signs of a script without blanks."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")
_SHORTEST_BARE = 2
_UNLESS = {"inline": ("end", "aside"), "beside": ("end",)}
"""What the last cell of a phrase says of its place."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    kind: str
    opens_paragraph: bool
    unless: tuple[str, ...]
    """Placements at which the heading says no more than that the site has other articles; at others it is related."""


@dataclass(frozen=True, slots=True)
class _Phrases:
    whole: dict[str, _Phrase]
    beginnings: dict[str, _Phrase]
    endings: dict[str, _Phrase]
    first: set[str]
    """The first words of whole phrases and beginnings: a text that opens with none of them needs no further look."""
    last: set[str]
    """The last words of endings."""


@lru_cache(maxsize=4096)
def heading_kind(label: str) -> str | None:
    """Say what a heading or label announces; ``None`` where its words are not known.

    Gives related, recirculation (the same for any reader: latest, most read), sponsored, topic (hubs and tags),
    selfpromo (newsletter, app, subscription) or notateaser. Takes the label alone, in any case, with or without
    its colon. Short words ("News", "More") are headings too: what a text merely *begins* with says nothing.
    """
    phrase = _phrase(label)
    return phrase.kind if phrase else None


def is_label(text: str) -> bool:
    """Tell a text that is nothing but a known heading or label ("Read more")."""
    return len(text) <= _LONGEST_LABEL and label_key(text) in _phrases().whole


def placed_kind(label: str, placement: str) -> str | None:
    """Say what a heading announces at this place: offers such as "You may also like" are related in the text only."""
    phrase = _phrase(label)
    if phrase is None:
        return None
    if phrase.unless:
        return "recirculation" if placement in phrase.unless else "related"
    return phrase.kind


@lru_cache(maxsize=1024)
def starts_with_label(text: str) -> tuple[str, str] | None:
    """Part the label that opens a promo paragraph from the rest; ``None`` where none does.

    ``"Baca juga: Korut Kirim Utusan"`` gives ``("Baca juga", "Korut Kirim Utusan")``. A colon, bar, arrow or dash parts
    the two. Without one the label must be written larger than the rest ("READ MORE Woman found") or the rest begin with a
    capital, and the label be of two words or more. The rest may be empty.
    """
    opening = None if text[:1].isalnum() else _OPENING.match(text)
    start = opening.end() if opening else 0
    labels = _labels().get(text[start : start + 2].replace(_TURKISH, "I").casefold())
    if labels is None:
        return None
    plain = text[start:] if text.isascii() else text[start:].translate(_APOSTROPHES)
    found = labels.match(plain.replace(_TURKISH, "I"))
    if found is None:
        return None
    label, rest = plain[: found.end()], plain[found.end() :]
    separator = _SEPARATOR.match(rest)
    if separator:
        return label, rest[separator.end() :].rstrip(" )]】")
    if not rest.strip(" .…!)]】＞》］"):
        return label, ""
    return (label, rest.strip()) if _stands_out(label, rest) else None


def _stands_out(label: str, rest: str) -> bool:
    following = rest.lstrip()
    if len(label.split()) < _SHORTEST_BARE or following == rest:
        return False
    if label.isupper():
        return not following[:12].isupper()
    return following[:1].isupper() and not following.split()[0].isupper()


def _phrase(label: str) -> _Phrase | None:
    if len(label) > _LONGEST_LABEL:
        return None
    key = label_key(label)
    known = _phrases()
    if found := known.whole.get(key):
        return found
    first, several, rest = key.partition(" ")
    if several and first.strip(_JOINTS) not in known.first and rest.rpartition(" ")[2].strip(_JOINTS) not in known.last:
        return None
    words = [word.strip(_JOINTS) for word in key.split()]
    if len(words) == 1 and _CJK.search(key):
        return _unspaced(key, known)
    lowest = max(1, len(words) - _LONGEST_TAIL)
    for count in range(len(words), lowest - 1, -1):
        if phrase := known.beginnings.get(" ".join(words[:count])):
            # "More on World": a section, which is no more than the latest of it.
            return known.whole.get(" ".join(words[count : count + 1]), phrase) if phrase.kind == "related" else phrase
    ended = (known.endings.get(" ".join(words[-n:])) for n in range(len(words), 0, -1))
    return next((phrase for phrase in ended if phrase), None) or _label_with_tail(words, lowest)


def _unspaced(key: str, known: _Phrases) -> _Phrase | None:
    """What a heading in a script without blanks says by its end, else by its beginning."""
    shortest = max(1, len(key) - 1 - _LONGEST_TAIL_UNSPACED)
    ended = (known.endings.get(key[n:]) for n in range(1, len(key) - shortest + 1))
    begun = (known.beginnings.get(key[:n]) for n in range(len(key) - 1, shortest, -1))
    return next((phrase for phrase in (*ended, *begun) if phrase), None)


def _label_with_tail(words: list[str], lowest: int) -> _Phrase | None:
    """A label of two words or more with its subject: "Mehr zum Thema Hitzeschäden"."""
    for count in range(len(words) - 1, max(lowest, 2) - 1, -1):
        phrase = _phrases().whole.get(" ".join(words[:count]))
        if phrase and phrase.opens_paragraph and phrase.kind == "related":
            return phrase
    return None


def label_key(label: str) -> str:
    """Give the form in which labels are compared: case-folded, without the marks around it."""
    text = label.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).casefold()
        text = text.translate(_APOSTROPHES) if _MARKED.search(text) else text
    text = " ".join(text.split()).rstrip(_TAIL)
    head = None if text[:1].isalnum() else _HEAD.match(text)
    return text[head.end() :] if head else text


@cache
def _phrases() -> _Phrases:
    known = _Phrases({}, {}, {}, set(), set())
    for text, _, kind, use, *rest in rows("teaser_headings"):
        phrase = _Phrase(kind, use == "label", _UNLESS[rest[0]] if rest else ())
        bare = text.strip("*")
        known.whole.setdefault(bare, phrase)
        if text.endswith("*"):
            known.beginnings[bare] = phrase
        elif text.startswith("*"):
            known.endings[bare] = phrase
            known.last.add(bare.split()[-1])
        known.first.add(bare.split()[0])
    return known


@cache
def _openers() -> tuple[str, ...]:
    return tuple(sorted((text for text, phrase in _phrases().whole.items() if phrase.opens_paragraph), key=len, reverse=True))


@cache
def _labels() -> dict[str, re.Pattern[str]]:
    """The labels by their first two letters: most texts begin with none of these, the others have few to be tried."""
    found: dict[str, list[str]] = {}
    for text in _openers():
        found.setdefault(text[:2], []).append(re.escape(text))
    return {letters: re.compile(f"(?:{'|'.join(texts)})(?!\\w)", re.IGNORECASE) for letters, texts in found.items()}
