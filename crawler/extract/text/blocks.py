"""What is left of the container: the article's own text in blocks, and the ledger of everything that stood there.

Every text of the container goes to exactly one place: a field that took it (a picture's caption, a teaser, a byline),
the body, or ``Ledger.thrown`` with its kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from crawler.evidence import BodyBlock, Ledger, Segments, Thrown, plain, running
from crawler.extract.lines.dates import is_date, is_stamp
from crawler.extract.lines.noise import appeals, calls, closes, is_offer, is_wall, leads_to_channel, of_text, reaches
from crawler.extract.page.container import Container
from crawler.extract.page.outline import Outline
from crawler.extract.page.spans import segments
from crawler.extract.text.kinds import as_printed
from crawler.extract.text.lines import Line, lines_of, repeated, subject_lines
from crawler.extract.text.link_lines import LONGEST_LABEL, button_of, is_link_list, offers_channels
from crawler.extract.text.noise import Noise, mistaken
from crawler.extract.text.surplus import NOBODY, Makers, surplus
from crawler.normalise.agencies import find_agency
from crawler.normalise.names import begins_as_name, looks_like_person

_PROSE = 60
_MOST_HEADINGS = 3
_LONGEST_CREDIT = 250
"""Characters up to which a line may be a credit: those keep the names of their elements."""
_ENDS = frozenset(".!?…")
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)")
_BETWEEN = re.compile(r"\s[-–—]\s|\s*[/&,]\s*")
_SPOKEN = frozenset({"byline", "headline", "description", "alternative_headline"})
"""Fields whose words may stand in a sentence of the text."""


class Claims:
    """Which field took which text of the page; the first claim counts."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.fields: list[str | None] = [None] * len(outline.texts)

    def element(self, element: int, field: str) -> None:
        """Claim all texts under an element."""
        self.texts(range(self.outline.starts[element], self.outline.stops[element]), field)

    def texts(self, texts: Iterable[int], field: str) -> None:
        """Claim the texts with these indices."""
        for text in texts:
            self.fields[text] = self.fields[text] or field


@dataclass(frozen=True, slots=True)
class Body:
    """The article's text, where each block begins, and the ledger."""

    blocks: tuple[BodyBlock, ...]
    starts: tuple[int, ...]
    ledger: Ledger

    def before(self, text: int) -> int:
        """How many blocks begin before the text with this index."""
        return bisect_left(self.starts, text)


def read(
    outline: Outline,
    container: Container,
    claims: Claims,
    *,
    printed: Iterable[str] = (),
    makers: Makers = NOBODY,
) -> Body:
    """Read the container's texts that no field has claimed.

    ``printed`` are texts already read elsewhere (captions): a line that repeats one is a duplicate. Notes about its
    ``makers`` are no text.
    """
    printed = tuple(printed)
    reader = _Reader(outline, container, claims, printed).read()
    if (kind := mistaken(reader.thrown, sum(len(block.text) for block, _ in reader.kept))) is not None:
        reader = _Reader(outline, container, claims, printed, disbelieved=kind).read()
    reader.drop_surplus(makers)
    reader.drop_trailing_headings()
    blocks, starts = zip(*reader.kept, strict=True) if reader.kept else ((), ())
    assigned = reader.assigned + len(blocks)
    return Body(tuple(blocks), tuple(starts), Ledger(len(reader.lines) + reader.buttons, assigned, tuple(reader.thrown)))


class _Reader:
    """Goes through the container's lines once and says of each where it belongs."""

    def __init__(
        self, outline: Outline, container: Container, claims: Claims, printed: Iterable[str], *, disbelieved: str | None = None
    ) -> None:
        self.outline, self.claims = outline, claims
        self.noise = Noise(outline, container, disbelieved=disbelieved)
        self.lines = list(lines_of(outline, container))
        self.printed = {_bare(text) for text in (*printed, *repeated(outline, self.lines))} - {""}
        self.longest = max(map(len, self.printed), default=0)
        prose = [line for line in self.lines if self._is_prose(line)]
        while len(prose) > 1 and self._is_offer(prose[-1]):
            prose.pop()
        self.first, self.last = (prose[0].texts[0], prose[-1].texts[0]) if prose else (0, 0)
        self.kept: list[tuple[BodyBlock, int]] = []
        self.thrown: list[Thrown] = []
        self.menus: set[int] = set()
        self.subjects = set(subject_lines(outline, self.lines))
        self.assigned = 0
        self.buttons = 0

    def read(self) -> Self:
        """Go through all lines."""
        for line in self.lines:
            self.take(line)
        return self

    def take(self, line: Line) -> None:
        own = self._own(line)
        if not own:
            self.assigned += 1
            return
        line = line if own == line.texts else replace(line, texts=own)
        short = sum(len(self.outline.texts[text]) for text in line.texts) < _LONGEST_CREDIT
        parts = segments(self.outline, line.texts, named=short)
        text = plain(parts)
        kind = self._noise(line, text, parts)
        if kind is not None:
            self.thrown.append(Thrown(kind, text))
        elif (button := button_of(self.outline, line.texts)) is not None:
            self.thrown.append(button)
            self.buttons += 1
            self.take(replace(line, texts=line.texts[:-1]))
        else:
            whole = text if self.outline.tags[line.element] == "tr" else running(parts)
            self.kept.append((as_printed(self.outline, line, whole, parts), line.texts[0]))

    def _own(self, line: Line) -> tuple[int, ...]:
        """The texts of a line that are the article's; none where a field took the line.

        A name, a title or a sign within a sentence is still part of it; a picture's caption or a teaser beside one is not. A
        paragraph after the last that begins with a writer's name is about the writer.
        """
        fields, texts = self.claims.fields, self.outline.texts
        loose = tuple(text for text in line.texts if not fields[text])
        if len(loose) == len(line.texts) or sum(len(texts[text]) for text in loose) <= _PROSE:
            return loose if len(loose) == len(line.texts) else ()
        if any(fields[text] not in _SPOKEN for text in line.texts if fields[text]):
            return loose
        return line.texts if line.texts[0] == loose[0] or line.texts[0] < self.last else ()

    def drop_surplus(self, makers: Makers) -> None:
        """Pull quotes, and notes about the writer or the house."""
        gone = surplus([block for block, _ in self.kept], makers)
        self.thrown += [Thrown(kind, self.kept[index][0].text) for index, kind in gone.items()]
        self.kept = [kept for index, kept in enumerate(self.kept) if index not in gone]

    def drop_trailing_headings(self) -> None:
        """A heading that nothing follows announced something that is gone.

        An agency's or a writer's name signs the text; a long sentence set as a heading ends it; a row of them is a list.
        """
        row = next((n for n, (block, _) in enumerate(reversed(self.kept)) if block.kind != "heading"), 0)
        if row > _MOST_HEADINGS:
            return
        while self.kept and self.kept[-1][0].kind == "heading" and len(self.kept) > 1:
            text, right = self.kept[-1][0].text, self._is_set_right(self.kept[-1][1])
            if _signs(text, sure=right) or (len(text) > _PROSE and text[-1] in _ENDS):
                return
            block, _ = self.kept.pop()
            self.thrown.append(Thrown("label", block.text))

    def _is_set_right(self, text: int) -> bool:
        """Whether the line of a text is set to the right, where a signature stands."""
        style = self.outline.attributes(self.outline.lines[text]).get("style") or ""
        return _RIGHT.search(style) is not None

    def _is_offer(self, line: Line) -> bool:
        """Whether a long line says where a wall stands, asks for money, or invites to a channel that it links or calls to.

        Any other invitation may be the story's own end.
        """
        parts = segments(self.outline, line.texts, named=False)
        text = plain(parts)
        linked = any(leads_to_channel(part.href) for part in parts if part.href)
        kind = closes(text)
        ends = kind == "brand" or (kind is not None and any(part.href for part in parts))
        return ends or reaches(text) or is_wall(text) or appeals(text) or (is_offer(text) and (linked or calls(text)))

    def _is_prose(self, line: Line) -> bool:
        outline = self.outline
        loose = sum(len(outline.texts[text]) for text in line.texts if outline.links[text] < 0)
        return loose > _PROSE and not any(self.claims.fields[text] for text in line.texts)

    def _noise(self, line: Line, text: str, parts: Segments) -> str | None:
        outline = self.outline
        if not self.noise.hides and all(outline.unseen(outline.owners[each]) for each in line.texts):
            return "placeholder"
        leading, trailing = line.texts[0] < self.first, line.texts[0] > self.last
        timed = all(outline.tags[outline.owners[each]] == "time" for each in line.texts)
        if timed or (leading and is_date(text)) or ((leading or trailing) and is_stamp(text)):
            return "label"
        kind = self._named(line) or of_text(text, trailing=trailing, leading=leading)
        if kind is None and len(text) <= _LONGEST_CREDIT and offers_channels(parts):
            kind = "newsletter"
        if kind is None and (line.texts[0] in self.subjects or all(map(self._leads_within, line.texts))):
            kind = "navigation"
        if kind is not None:
            return kind
        if len(text) - text.count(" ") <= self.longest and _bare(text) in self.printed:
            return "duplicate"
        if is_link_list(parts, outside=trailing or leading) or self._ends_trail(line, text):
            self.menus.add(outline.parents[line.element])
            return "navigation"
        return None

    def _named(self, line: Line) -> str | None:
        """What the elements around the line make of it; a link that opens a paragraph says nothing of it."""
        kinds = (self.noise.of_element(self.outline.owners[text], line.element) for text in line.texts)
        first = next(kinds)
        return first if first and all(kinds) else None

    def _leads_within(self, text: int) -> bool:
        """Whether the text is a link to a place of this page: an entry of its table of contents."""
        link = self.outline.links[text]
        href = self.outline.attributes(link).get("href") if link >= 0 else None
        return href is not None and href.startswith("#") and len(href) > 1

    def _ends_trail(self, line: Line, text: str) -> bool:
        """Whether a short line above the text ends a list of links: the page's own place in the site."""
        is_item = self.outline.tags[line.element] == "li" and self.outline.parents[line.element] in self.menus
        return is_item and line.texts[0] < self.first and len(text) <= LONGEST_LABEL


def _bare(text: str) -> str:
    return text.casefold().replace(" ", "")


def _signs(text: str, *, sure: bool) -> bool:
    """Whether a short last line in bold is an agency's name, or persons' in capitals, by a known given name, or ``sure``."""
    names = [name.title() if text.isupper() else name for name in _BETWEEN.split(text)]
    sure = sure or text.isupper() or any(map(begins_as_name, names))
    return (sure and all(map(looks_like_person, names))) or find_agency(text) is not None
