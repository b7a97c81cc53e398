"""Naively extracted text, glued in page order, to evidence: nothing but lines to go by.

The text of a page as simple scrapers leave it: headline, captions, credit labels and
values, paragraphs, sub-headings and the cards of other stories, one a line. Layout is read from what
the lines look like: prose ends like a sentence, a credit follows its label, a card ends in brand and date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from crawler.evidence import BodyBlock, Candidate, Context, Evidence, Ledger, RawBlock, RawImage, RawTeaser, Segment, Thrown
from crawler.extract.text_cards import is_title_case, read_cards
from crawler.items import Article, BodyPages
from crawler.normalise.bylines import parse_byline
from crawler.normalise.credits.words import cut_head
from crawler.normalise.dates import parse_date
from crawler.normalise.headings import starts_with_label
from crawler.site import NOWHERE, Site

CAPTION_LENGTH = 300
"""Longest line taken for a caption: the longest of the annotated pages' captions are just below."""
CREDIT_LENGTH = 150
"""Longest line taken for a credit."""
PROSE_LENGTH = 60
"""Shortest line that counts as prose when it ends like a sentence."""

_BULLET = re.compile(r"^\s*[•·*‣▪-]\s+")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class _Read:
    """What one or more lines turned out to be."""

    lines: int
    block: BodyBlock | None = None
    image: RawImage | None = None
    teaser: RawTeaser | None = None
    label: str | None = None
    candidate: Candidate | None = None
    thrown: tuple[Thrown, ...] = ()


def extract_text(text: str, url: str, *, site: Site = NOWHERE, fetched_at: datetime | None = None) -> Article:
    """Read plain text as one article; never raises. Text without a line gives an article whose evidence names the reason."""
    context = Context(
        language=site.language,
        publishers=site.publishers,
        hosts=site.domains,
        timezone=site.timezone,
        date_order=site.date_order,
        url=url,
        fetched_at=fetched_at,
        caption_labels=site.caption_labels,
    )
    lines = [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]
    if not lines:
        return Article(url=url, evidence=Evidence(site=site, context=context, reason="empty"))
    return Article(url=url, body_pages=BodyPages(), evidence=_read(lines, site, context))


def _read(lines: Sequence[str], site: Site, context: Context) -> Evidence:
    tail = _tail_start(lines)
    headline = Candidate("headline", (Segment(lines[0]),), "text", "first line")
    reads = _walk(lines[:tail], context)
    cards, thrown = read_cards(lines[tail:], context)
    thrown = (*(item for read in reads for item in read.thrown), *thrown)
    promos = tuple(
        RawBlock(read.label, (read.teaser,), "inline", _blocks_before(reads, n)) for n, read in enumerate(reads) if read.teaser
    )
    end = (RawBlock(None, cards, "end", len(reads)),) if cards else ()
    return Evidence(
        site=site,
        context=context,
        candidates=(headline, *(read.candidate for read in reads if read.candidate)),
        body=tuple(read.block for read in reads if read.block),
        images=tuple(read.image for read in reads if read.image),
        blocks=(*promos, *end),
        ledger=Ledger(len(lines), len(lines) - len(thrown), thrown),
    )


def _tail_start(lines: Sequence[str]) -> int:
    """Index of the first line after the last prose line and its credit, if any."""
    last = next(
        (n for n in range(len(lines) - 1, 0, -1) if _is_prose(lines[n]) and len(lines[n]) >= PROSE_LENGTH), len(lines) - 1
    )
    return last + 1


def _walk(lines: Sequence[str], context: Context) -> list[_Read]:
    reads: list[_Read] = []
    position, blocks = 1, 0
    while position < len(lines):
        read = (
            _picture(lines, position, blocks)
            or _promo(lines[position])
            or (_header_line(lines[position], context) if not blocks else None)
            or _own_text(lines[position], first=not blocks)
        )
        reads.append(read)
        position += read.lines
        blocks += read.block is not None
    return reads


def _picture(lines: Sequence[str], start: int, blocks: int) -> _Read | None:
    """A caption line, a label line and the values below it; either the caption or the values may be missing."""
    caption = (lines[start],) if _label_kind(lines[start]) is None else ()
    label = start + len(caption)
    kind = _label_kind(lines[label]) if label < len(lines) else None
    if kind is None or any(len(line) > CAPTION_LENGTH or _is_prose(line) for line in caption):
        return None
    end = label + 1
    while kind == "alone" and end < len(lines) and _BULLET.match(lines[end]):
        end += 1
    if kind == "alone" and end == label + 1 and end < len(lines) and not _is_prose(lines[end]):
        end += 1
    image = RawImage(
        url=None,
        role="inline" if blocks else "lead",
        position=blocks,
        caption=tuple(Segment(line) for line in caption),
        credit=tuple(Segment(line, line=n) for n, line in enumerate(lines[label:end])),
    )
    return _Read(end - start, image=image, thrown=(Thrown("label", lines[label]),) if kind == "alone" else ())


def _label_kind(line: str) -> str | None:
    """``alone`` for a line that is only a credit label, ``full`` for label and value on one line."""
    head = cut_head(line)
    if head is None or head.craft is None or _is_prose(line) or len(line) > CREDIT_LENGTH:
        return None
    return "full" if head.rest else "alone"


def _promo(line: str) -> _Read | None:
    labelled = starts_with_label(line)
    if labelled is None or not labelled[1]:
        return None
    return _Read(1, teaser=RawTeaser(None, labelled[1]), label=labelled[0])


def _header_line(line: str, context: Context) -> _Read | None:
    """A date or byline between headline and text."""
    if _is_prose(line) or len(line) > CAPTION_LENGTH:
        return None
    if parse_date(line, context):
        return _Read(1, candidate=Candidate("date_published", (Segment(line),), "text", "below the headline"))
    read = parse_byline(line, context)
    if (read.authors or read.contributors) and not read.leftover:
        return _Read(1, candidate=Candidate("byline", (Segment(line),), "text", "below the headline"))
    return None


def _own_text(line: str, *, first: bool) -> _Read:
    if _is_prose(line) or len(line) > CAPTION_LENGTH:
        return _Read(1, block=BodyBlock("paragraph", line, (Segment(line),)))
    if first:
        return _Read(1, candidate=Candidate("description", (Segment(line),), "text", "below the headline"))
    if is_title_case(line):
        return _Read(1, teaser=RawTeaser(None, line))
    return _Read(1, block=BodyBlock("heading", line, (Segment(line),), level=2))


def _is_prose(line: str) -> bool:
    return bool(_SENTENCE_END.search(line))


def _blocks_before(reads: Sequence[_Read], index: int) -> int:
    return sum(read.block is not None for read in reads[:index])
