"""What class, id, rel, itemprop and test names of the world's templates call the parts of an article.

Patterns run over ``document.words``: lower case, so ``ArticleAuthor`` reads ``articleauthor``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_START = r"(?:^|[\s_\-.:/])"
_END = r"(?=$|[\s_\-.:/\d])"

_OFFICES = (
    r"columnists?|[ck]olumnist[ae]?|kolumnis|corresponsal|correspondant|korr?espondent|correspondents?|corrispondente|chroniqueur|kr[oö]nik[oö]r"
    r"|opinionista|redactrice|redakteurin|redattor[ei]|redator[ae]?|redaktur|signataires?|assinatura|autoria|potpis|collaborator[ei]?|f[oö]rfattar[en]+"
    r"|k(?:ue|ü)rzel|tac-?gia|ten-tac-gia|nguoi-viet|phong-vien|s[uy]ntakt(?:is|es|ria)|nevisande|khabarnegar|(?:al)?kat[ei]b|(?:al)?moharr?er|katav"
    r"|attribution|lekhak|zuozhe|jizhe|bianji|hissha|kisha|gija|phukhian|written[-_]by|escrito[-_]por|scritto[-_]da|editor-?(?:name|adi)"
    r"|(?:artikel|text|gast)?autor(?:en|in|innen)?-?(?:name|info|zeile|box|line)?|autor-?(?:artykulu|clanku|clanok)|(?:artikel|text|gast)autor(?:en|in)?"
)
"""Who writes, in the languages of newsrooms, some as they are spelt in Latin letters."""
AUTHOR = re.compile(
    r"byline|by-line|^by$|author(?!i[tsz]|iz)|(?<![a-z])autor(?:e|es|en|in|innen|ka|i|ii|a|as|s|ius|iai)?(?![a-z])|auteurs?|penulis|pewarta|wartawan"
    r"|jurnalis|reporters?(?![a-z])|reda(?:kteu|cteu|kto|ktø)r(?!i)|(?<!type)writers?(?![a-z])|journalists?(?![a-z])|verfasser|skribent|forfatter|kirjoittaja"
    r"|toimittaja|periodista|redactor(?![a-z])|firmante|(?<![a-z])firmas?(?![a-z])|signature|szerzo|avtor|yazar|muhabir|kontributor"
    r"|contribut(?:ors?|eurs?|rices?)(?![a-z])|giornalist[ai](?![a-z])|jornalistas?(?![a-z])|dziennikarz|toimetaja|autorzy|creator(?![a-z])|(?<![a-z])redaksi|nama-editor|credit-title-name|journaliste|publisher-name"
    r"|hofundur|frettaritari|bladamadur|ajakirjanik|kirjutaja|zurnalist|gazetar(?![a-z])|ujsagiro|novinar(?:ka)?(?![a-z])|verslaggever|columnista(?![a-z])"
    r"|colunista(?![a-z])|arthrografos|egile(?:a|ak)(?![a-z])|signatura|writtenby|written-by|posted-by|article-source|source-author|記者|기자"
    rf"|(?<![a-z])(?:{_OFFICES})(?![a-z])"
)
"""Elements that hold who wrote it."""
AUTHOR_EXTRA = re.compile(
    r"bio(?![a-z])|licen[cs]e|caption|biograph|descri|about|avatar|image|(?<![a-z])img|photo(?!graph)|picture|thumb|portrait|social|shar(?:e|ing)|follow"
    r"|subscri|newsletter|archive|more-?(?:from|by|articles)|icon|twitter|facebook|instagram|linkedin|recent|latest|posts-by|list-of"
)
"""With ``AUTHOR`` in one word: what stands beside the name, not the name."""
DATE = re.compile(
    rf"{_START}(?:date(?:s|line|time)?|datum|tanggal|tgl|fecha|data-pub\w*|waktu|time|timestamp|time-?stamp|datetime|hora|heure|uhrzeit"
    rf"|pub-?date|pubdate|publi(?:sh|cation|ce|cado|kation)\w*|posted(?:-?on)?|created|modified|updated?|last-?mod\w*|entry-date"
    rf"|publishedat|datepublished|datemodified|dato|fecha\w*|kalender|tid|tarih|ngay|udgivet|julkaistu){_END}"
    r"|(?:article|post|entry|story|news|content|publish\w*|update|creation|modif\w*|meta|byline|author|header)_*-*(?:date|time)(?:s|stamp)?(?![a-z])"
    r"|datepublished|datemodified|publishdate|pubdate|datetime|time-?stamp|dateline"
)
"""Elements that hold when it was published or changed."""
_HATOM = re.compile(r"(?<=date )updated(?!\S)|(?<!\S)updated(?= \S*date(?!\S))")
"""The hAtom format wants this word on any date of an entry."""
CHANGED = re.compile(r"modif|(?<!\bdata-)updat|data-updated|lastmod|last-mod|revis|aktualisi|actualiz|perbarui")
KICKER = re.compile(
    r"kicker|overline|eyebrow|topline|dachzeile|spitzmarke|roofline|super-?title|sur-?titre|surtitle|ante-?titulo|pretitle|pre-title"
    r"|occhiello|(?<![a-z])sapo-?label|headline-?prefix|title-?prefix|flag-?label|overtitle|over-title|vorspann-?titel|upperdeck"
)
STANDFIRST = re.compile(
    r"standfirst|stand-first|(?<![a-z])(?:lead(?!-?(?:art|image|img|media|photo|picture|video|story|gen))|lede|deck|dek|sapo|chapo|chapeau|ingress|entradilla|bajada|bajadita|sumario|sottotitolo"
    r"|catenaccio|abstract|intro|vorspann|anleser|manchet|perex|anons|excerpt|teaser-?text)(?![a-z])|article-?(?:lead|intro|summary|dek)"
    rf"|sub-?(?:title|titulo|titolo|heading|headline|head|titel)(?![a-z])|{_START}(?:summary|synopsis|subline|subhead){_END}"
)
NOISE = re.compile(
    rf"{_START}(?:commenti|kommentare?|disqus|(?:pull-?|block)?quotes?|zitat|related|recommend\w*|image-?caption|photo-?caption"
    rf"|wp-caption(?:-text)?|figcaption|cookies?|consent|most-?(?:read|popular|viewed)|trending|popular|lightbox|footnotes?|legend"
    rf"|see-?also|baca-?juga|newsletters?|outbrain|taboola|breadcrumbs?){_END}"
    r"|related-?(?:articles?|posts|stories)|comments(?![a-z])|comment-?(?:list|author|form|section)|quote-?author"
)
"""Parts that hold other people's names and dates."""
BESIDE = re.compile(
    rf"{_START}(?:comment|teasers?|promo\w*|menu|nav|navbar|navigation|newsletter|paywall|paging|pagination|adverts?|ads?|cards?-?list"
    rf"|carousel|swiper|slider|read-?more|share|sharing|social|tags?|side-?bar){_END}|side-?bar"
)
"""The same, except between headline and text."""
PICTORIAL = re.compile(rf"{_START}(?:images?|photos?|pictures?|figure|gallery|video|player|thumbnails?){_END}")
"""The same, unless the words also name the author or the date."""
DETAILS = re.compile(
    r"(?:post|entry|article|story|single|news)(?:post)?[-_]*(?:meta|info|details?)(?![a-z])|(?:^|\s|__)-{0,2}meta(?:$|\s)|byline"
)
"""Lines that say who and when in one."""
AUTHOR_LINK = re.compile(
    r"(?<!/licenses)/(?:authors?|profile-\d+|autor|autora|autores|autoren|autorinnen|auteurs?|autori|penulis|reporter|reporters|journalists?|journalistes?|journalisten"
    r"|staff|profiles?|profil|perfil|people|by|contributors?|writers?|columnists?|redaktion|redakteur|redaktor|redaktur|person|personen|firmas?"
    r"|skribent|forfatter|toimittaja|team|correspondents?|kolumnist|signature|user|editor|jurnalis|wartawan|creator"
    r"|signataires?|firme|novinari|szerzok?|yazar(?:lar)?|autorzy|tac-gia|columnistas?|colunistas?|opinionistas?|redactores?|redacteurs?"
    r"|reporter-bio|periodistas?|jornalistas?|giornalisti|journalister|verslaggevers?|kolumnisten|korrespondenten|corresponsales)"
    r"/[^/?#]{2,}|(?:^|[^/]//[^/]+)/av/[^/?#]{2,}|/(?:author|autor)-[^/?#]{3,}|^/@[\w.-]{2,}",
    re.IGNORECASE,
)
"""Addresses of a writer's own page; ``/licenses/by/4.0`` is none."""


@dataclass(frozen=True, slots=True)
class Names:
    """What an element's words call it."""

    author: bool = False
    date: bool = False
    changed: bool = False
    noise: bool = False
    pictorial: bool = False
    details: bool = False
    beside: bool = False


NAMELESS = Names()


@lru_cache(maxsize=16384)
def names(words: str) -> Names:
    """Read an element's words, each by itself; templates repeat them, so each is read once."""
    found = 0
    for word in words.split():
        found |= _of_word(word)
    if found & _CHANGED and ("publi" in words or ("updated" in words and not _is_changed(words))):
        found &= ~_CHANGED
    return _of_flags(found)


_AUTHOR, _DATE, _CHANGED, _NOISE, _PICTORIAL, _DETAILS, _BESIDE = (1 << place for place in range(7))
_ASKED = (
    (_DATE, DATE),
    (_CHANGED, CHANGED),
    (_NOISE, NOISE),
    (_PICTORIAL, PICTORIAL),
    (_DETAILS, DETAILS),
    (_BESIDE, BESIDE),
)
_SAID = _ASKED[:2]
"""What the name of a data attribute may say of its element: that it is a date."""


@lru_cache(maxsize=16384)
def _of_word(word: str) -> int:
    """What one word says. It names the writer, unless it is called after a portrait, a biography or a button.

    ``author-with-image`` is no picture, ``image-author`` is one.
    """
    asked = _SAID if word.startswith("data-") else _ASKED
    found = sum(flag for flag, pattern in asked if pattern.search(word))
    writer = AUTHOR.search(word)
    if writer and not AUTHOR_EXTRA.search(word.rsplit("__", 1)[-1]):
        found |= _AUTHOR
    if writer and found & _PICTORIAL and not PICTORIAL.search(word[: writer.start() + 1]):
        found &= ~_PICTORIAL
    return found


def _is_changed(words: str) -> bool:
    return CHANGED.search(_HATOM.sub("", words)) is not None


@lru_cache(maxsize=128)
def _of_flags(found: int) -> Names:
    return Names(*(bool(found & flag) for flag in (_AUTHOR, _DATE, _CHANGED, _NOISE, _PICTORIAL, _DETAILS, _BESIDE)))
