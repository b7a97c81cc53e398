"""Reading one byline as printed: lines, labels, pieces, and who each piece is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crawler.evidence import Context, Segment, Segments, plain, segments
from crawler.items import Credit
from crawler.normalise.bylines.known import View
from crawler.normalise.bylines.labels import Label, Part, after_label, cut_labels, whole_label
from crawler.normalise.bylines.lines import Row, profiles, read_lines, units
from crawler.normalise.bylines.noise import BREAK
from crawler.normalise.bylines.people import Sheet
from crawler.normalise.bylines.pieces import read_piece
from crawler.normalise.bylines.split import Cut, cut_pieces, cut_talk, set_apart, unglue
from crawler.normalise.bylines.titles import is_desk, is_newsroom, part_title
from crawler.normalise.lexicon import table, words
from crawler.normalise.names import looks_like_person, name_key

_MOST_LETTERS = 2000
_BETWEEN = re.compile(r"(?<=[a-z]{3})\.\s+(?=[A-Z])")
_DATE_MARKS = " ,;|/·•–—-"
_FROM = re.compile(r"\s*[Aa]us (?P<place>[^\W\d_a-z][^,;|\x1f]{1,40}?) bericht(?:et|en)\s*[:\x1f]?\s*(?=[^\W\d_a-z])")
"""As German broadcasts put it: ``Aus Tel Aviv berichtet Jane Doe``."""
_AUTHOR = Label()
_ASKED = Label(roles=("interviewee",), genre="interview")
_ASKING = Label(roles=("interviewer",), genre="interview")


@dataclass(frozen=True, slots=True)
class Byline:
    """What one printed byline says.

    ``authors`` are persons, desks and houses credited with the text, ``contributors`` those with another role,
    ``source_organization`` the agencies. ``location`` is the place printed with them, ``date_text`` the date printed
    with them, ``genre`` what the by-word says of the text (opinion, analysis, interview, review, report). ``leftover`` is
    text that nothing explains, ``others`` how many unnamed authors are counted ("외 1명"). ``by_word`` tells that a by-word or
    role label was printed with the names.
    """

    raw: str
    authors: tuple[Credit, ...] = ()
    contributors: tuple[Credit, ...] = ()
    source_organization: tuple[Credit, ...] = ()
    location: str | None = None
    date_text: str | None = None
    genre: str | None = None
    leftover: str | None = None
    others: int = 0
    by_word: bool = False
    newsrooms: tuple[str, ...] = ()
    """Newspapers, broadcasters and wires printed behind the persons they employ: ``Jane Doe, The Washington Post``."""

    @property
    def undated(self) -> str:
        """``raw`` without the date or reading time printed around the names, and the word that leads to one: "Jane Doe on"."""
        date = self.date_text or ""
        shown = self.raw.removesuffix(date).removeprefix(date).strip(_DATE_MARKS)
        before, _, last = shown.rpartition(" ")
        if before and table("byline_times").get(last) == "glue":
            shown = before.rstrip(_DATE_MARKS)
        return shown if any(map(str.isalnum, shown)) else self.raw

    @property
    def credits(self) -> tuple[Credit, ...]:
        """All that are credited, in the order authors, contributors, agencies."""
        return (*self.authors, *self.contributors, *self.source_organization)


def parse_byline(text: str | Segments, context: Context, *, known: Mapping[str, str] | None = None) -> Byline:
    """Read a byline; total: any text gives a ``Byline``, empty where nobody is named.

    ``known`` names persons and organisations that the page's structured data state, by ``name_key``, with their type; it
    tells glued names apart and single words from places.
    """
    parts = segments(text)
    raw = plain(parts)
    if len(raw) > _MOST_LETTERS:
        return Byline(raw, leftover=raw)
    view = View(context, {**units(parts), **(known or {})})
    lines = read_lines(parts, kept=frozenset(map(name_key, context.publishers)), headline=context.headline)
    sheet = Sheet(view)
    _read_rows(lines.rows, view, sheet)
    sheet.settle(lines.emails)
    return _published(sheet, raw, parts, date_text=next(iter(lines.dates), None))


def _read_rows(rows: Sequence[Row], view: View, sheet: Sheet) -> None:
    """Give each row to the sheet; a label alone on its row serves the rows after it, or the name before it."""
    carried: Label | None = None
    rows = [replace(row, text=sentence) for row in rows for sentence in _sentences(row.text)]
    for number, row in enumerate(rows):
        sheet.start_line(dated=row.dated)
        label = whole_label(row.text)
        if label and label.roles and _looks_back(rows, number, sheet):
            sheet.relabel(label)
        else:
            carried = _read_row(row.text, view, sheet, carried)


def _sentences(text: str) -> list[str]:
    """The sentences of a row where each says what somebody did: "Jane Doe contributed reporting. John Roe edited"."""
    parts = _BETWEEN.split(text) if ". " in text else [text]
    return parts if len(parts) > 1 and all(map(after_label, parts)) else [text]


def _looks_back(rows: Sequence[Row], number: int, sheet: Sheet) -> bool:
    """Whether a label alone on its row stands behind its name: a name came before it, and none without label comes after."""
    rest = rows[number + 1 :]
    return sheet.has_fresh_person and (not rest or whole_label(rest[-1].text) is not None)


def _read_row(text: str, view: View, sheet: Sheet, carried: Label | None) -> Label | None:
    """Read one row under the label carried from the row before; gives the label that the next row inherits."""
    behind = after_label(text)
    if behind:
        sheet.label(behind[1])
        _read_content(behind[0], view, sheet, aside=True)
        return None
    for part in cut_labels(text, language=view.context.language):
        if part.label is None:
            sheet.label(carried or _AUTHOR, printed=carried is not None and bool(carried.phrase))
        else:
            sheet.label(part.label)
        found = _read_part(part, view, sheet)
        carried = _next_label(part, carried, found=found)
    return carried


def _next_label(part: Part, carried: Label | None, *, found: bool) -> Label | None:
    """The label that the next row stands under: one that no name followed yet, or one without its phrase after names."""
    empty = not part.text.strip(" " + BREAK + ".,:;|-–—")
    if part.label is not None:
        return part.label if empty else None
    if carried is None or empty:
        return carried
    return replace(carried, phrase="") if found else None


def _read_part(part: Part, view: View, sheet: Sheet) -> bool:
    if reported := _FROM.match(part.text):
        sheet.location = sheet.location or reported["place"]
        part = replace(part, text=part.text[reported.end() :])
    talk = cut_talk(part.text)
    if talk is None:
        return _read_content(part.text, view, sheet)
    sheet.label(_ASKED)
    _read_content(talk[0], view, sheet)
    sheet.label(_ASKING)
    return _read_content(talk[1], view, sheet)


def _read_content(text: str, view: View, sheet: Sheet, *, aside: bool = False) -> bool:
    """Read the names of one label; whether any were found. ``aside`` keeps agencies in job titles from being credited."""
    before = len(sheet.entries)
    apart = set_apart(text, view.units)
    cuts = _rejoin(cut_pieces(BREAK.join(_unglued(piece, view) for piece in apart.split(BREAK))), view)
    if _is_one_desk(cuts):
        cuts = [Cut(text.strip(" " + BREAK), "start")]
    for cut in cuts:
        for piece in read_piece(cut.text, view):
            sheet.add(replace(piece, agency=None) if aside and piece.agency and piece.kind != "agency" else piece, cut.joint)
    return len(sheet.entries) > before


def _unglued(text: str, view: View) -> str:
    """The text with lost breaks set back; what the page's data or the address of its own link call one person is whole."""
    return text if view.units.get(name_key(text)) in ("Person", "spelled") else unglue(text)


def _is_one_desk(cuts: Sequence[Cut]) -> bool:
    """``Staff and news service reports``: the joining word stands within the name of the desk."""
    return len(cuts) == 2 and cuts[1].joint == "word" and all(is_desk(cut.text) and len(cut.text.split()) < 4 for cut in cuts)


def _rejoin(cuts: Iterable[Cut], view: View) -> list[Cut]:
    """Put together what is one: given and family name in elements of their own, a job title with a joining word in it."""
    out: list[Cut] = []
    for cut in cuts:
        if out and cut.joint == "hard" and _halves(out[-1].text, cut.text, view):
            out[-1] = replace(out[-1], text=f"{out[-1].text} {cut.text}")
        elif out and cut.word and _continues(out[-1].text, cut.text, view):
            out[-1] = replace(out[-1], text=f"{out[-1].text} {cut.word} {cut.text}")
        else:
            out.append(cut)
    return out


def _continues(title: str, text: str, view: View) -> bool:
    """Whether the text goes on with a job title: ``Korrespondent für Politik`` and ``Wirtschaft in der Schweiz``."""
    if title.rpartition(" ")[2].casefold() in words("job_modifiers") and _kind(text, view) == "title":
        return True
    if part_title(title) is None or _kind(title, view) != "title":
        return False
    return _kind(text, view) in {"single", "other", "place", "affiliation"}


def _kind(text: str, view: View) -> str:
    return next((piece.kind for piece in read_piece(text, view)), "nothing")


def _halves(first: str, second: str, view: View) -> bool:
    if " " in first or " " in second or not looks_like_person(f"{first} {second}", language=view.context.language):
        return False
    return all(piece.kind == "single" for half in (first, second) for piece in read_piece(half, view))


def _published(sheet: Sheet, raw: str, parts: Sequence[Segment], *, date_text: str | None) -> Byline:
    links = profiles(parts)
    credits = [_linked(credit, links) for credit in sheet.credits()]
    return Byline(
        raw,
        authors=tuple(credit for credit in credits if credit.role == "author"),
        contributors=tuple(credit for credit in credits if credit.role not in {"author", "source"}),
        source_organization=tuple(credit for credit in credits if credit.role == "source"),
        location=sheet.location,
        date_text=date_text,
        genre=sheet.genre,
        leftover=" ".join(sheet.leftover) or None,
        others=sheet.others,
        by_word=sheet.by_word,
        newsrooms=tuple(house for house in dict.fromkeys(sheet.houses) if is_newsroom(house)),
    )


def _linked(credit: Credit, links: Mapping[str, str]) -> Credit:
    """The credit with the page that its printed name links to."""
    url = links.get(name_key(credit.name_raw or credit.name)) if links else None
    return replace(credit, url=url) if url else credit
