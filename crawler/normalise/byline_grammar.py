"""Reading one byline as printed: lines, labels, pieces, and who each piece is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crawler.evidence import Context, Segment, Segments, plain, segments
from crawler.items import Credit
from crawler.normalise.byline_labels import Label, Part, after_label, cut_labels, part_han_label, whole_label
from crawler.normalise.byline_noise import BREAK, cut_noise, tidy
from crawler.normalise.byline_people import Sheet
from crawler.normalise.byline_pieces import View, read_piece
from crawler.normalise.byline_split import Cut, cut_pieces, cut_talk, unglue
from crawler.normalise.byline_titles import is_desk
from crawler.normalise.names import looks_like_person, name_key

_MOST_LINES = 40
_MOST_LETTERS = 2000
_AUTHOR = Label()
_AUTHOR_WORDS = frozenset({"author", "name", "fn", "byline"})
_PROFILE = re.compile(
    r"/(?:author|autor|auteur|autore|autoren|autores|profil|profile|people|person|personen|staff|by|contributor|reporter|journalist|"
    r"writer|penulis|editor|redaktion|redaksi|team|user|member|columnist|firma|skribent|correspondent|journaliste|redakteur)(?:en|e?s)?[/=_-]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What one printed byline says.

    ``authors`` are persons, desks and houses credited with the text, ``contributors`` those with another role,
    ``source_organization`` the agencies. ``location`` is the place printed with them, ``date_text`` the date printed
    with them, ``genre`` what the by-word says of the text (opinion, analysis, interview, review, report). ``leftover`` is
    text that nothing explains, ``others`` how many unnamed authors are counted ("외 1명").
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
    view = View(context, {**_units(parts), **(known or {})})
    sheet = Sheet(view)
    lines = _lines(parts)[:_MOST_LINES]
    _read_lines(lines, view, sheet)
    return _publish(sheet, raw, parts)


def _read_lines(lines: Sequence[str], view: View, sheet: Sheet) -> None:
    """Give each line to the sheet; a label alone on its line serves the lines after it, or those before it if a name came first."""
    carried: Label | None = None
    kept = frozenset(map(name_key, view.context.publishers))
    for number, line in enumerate(lines):
        clean = cut_noise(line, kept=kept)
        sheet.note(dates=clean.dates, emails=clean.emails)
        text = clean.text.strip(" " + BREAK)
        if not text or _is_headline(text, view.context):
            continue
        sheet.start_line()
        label = whole_label(text)
        if label and label.roles and _looks_back(lines, number, sheet):
            sheet.relabel(label)
            continue
        carried = _read_line(text, view, sheet, carried)


def _looks_back(lines: Sequence[str], number: int, sheet: Sheet) -> bool:
    """Whether a label alone on its line stands behind its name: a name came before it, and none without label comes after."""
    rest = [line for line in lines[number + 1 :] if line.strip(" " + BREAK)]
    return sheet.has_fresh_person and (not rest or whole_label(rest[-1]) is not None)


def _read_line(text: str, view: View, sheet: Sheet, carried: Label | None) -> Label | None:
    """Read one line under the label carried from the line before; gives the label that the next line inherits."""
    behind = after_label(text)
    if behind:
        sheet.label(behind[1], marked=False)
        _read_content(behind[0], view, sheet, aside=True)
        return None
    parts = cut_labels(text, language=view.context.language)
    for part in parts:
        if part.label is None:
            sheet.label(carried or _AUTHOR, marked=bool(carried), printed=bool(carried))
        else:
            sheet.label(part.label, marked=part.marked)
        found = _read_part(part, view, sheet)
        carried = _next_label(part, carried, found)
    return carried


def _next_label(part: Part, carried: Label | None, found: bool) -> Label | None:
    empty = not part.text.strip(" " + BREAK + ".,:;|-–—")
    if part.label is not None:
        return part.label if empty else None
    return carried if empty or (carried and found) else None


def _read_part(part: Part, view: View, sheet: Sheet) -> bool:
    talk = cut_talk(part.text)
    if talk:
        sheet.label(Label(roles=("interviewee",), genre="interview"), marked=True)
        _read_content(talk[0], view, sheet)
        sheet.label(Label(roles=("interviewer",), genre="interview"), marked=True)
        return _read_content(talk[1], view, sheet)
    return _read_content(part.text, view, sheet)


def _read_content(text: str, view: View, sheet: Sheet, *, aside: bool = False) -> bool:
    """Read the names of one label; whether any were found. ``aside`` keeps agencies in job titles from being credited."""
    before = len(sheet.entries)
    cuts = _rejoin(cut_pieces(BREAK.join(map(unglue, text.split(BREAK)))), view)
    if _is_one_desk(text, cuts):
        cuts = [Cut(text.strip(" " + BREAK), "start")]
    for cut in cuts:
        for piece in read_piece(cut.text, view):
            sheet.add(replace(piece, agency=None) if aside and piece.kind != "agency" else piece, cut.joint)
    return len(sheet.entries) > before


def _is_one_desk(text: str, cuts: Sequence[Cut]) -> bool:
    """``Staff and news service reports``: the joining word stands within the name of the desk."""
    return len(cuts) == 2 and cuts[1].joint == "word" and all(is_desk(cut.text) and len(cut.text.split()) < 4 for cut in cuts)


def _rejoin(cuts: Iterable[Cut], view: View) -> list[Cut]:
    """Put together what markup parts within one name: given and family name in elements of their own."""
    out: list[Cut] = []
    for cut in cuts:
        if out and cut.joint == "hard" and _halves(out[-1].text, cut.text, view):
            out[-1] = Cut(f"{out[-1].text} {cut.text}", out[-1].joint)
        else:
            out.append(cut)
    return out


def _halves(first: str, second: str, view: View) -> bool:
    if " " in first or " " in second or not looks_like_person(f"{first} {second}", language=view.context.language):
        return False
    return all(piece.kind == "single" for half in (first, second) for piece in read_piece(half, view))


def _lines(parts: Sequence[Segment]) -> list[str]:
    """The text of each line, segments of one line parted by the break."""
    lines: dict[int, list[str]] = {}
    for part in parts:
        for offset, text in enumerate(part.text.splitlines() or [part.text]):
            lines.setdefault(part.line * 64 + offset, []).append(part_han_label(tidy(text)))
    return [BREAK.join(filter(None, lines[number])) for number in sorted(lines)]


def _units(parts: Sequence[Segment]) -> dict[str, str]:
    """Texts that stand alone in an author's link or element: they are one name, whatever their shape."""
    units = {}
    for part in parts:
        if (part.href and _PROFILE.search(part.href)) or _AUTHOR_WORDS.intersection(part.cls.split()):
            text = tidy(part.text)
            if len(text.split()) <= 6:
                units[name_key(text)] = ""
    return units


def _is_headline(text: str, context: Context) -> bool:
    return bool(context.headline) and name_key(text.replace(BREAK, " ")) == name_key(context.headline or "")


def _publish(sheet: Sheet, raw: str, parts: Sequence[Segment]) -> Byline:
    sheet.settle()
    links = {name_key(part.text): part.href for part in parts if part.href and not part.href.startswith("mailto:")}
    credits = [replace(credit, url=links.get(name_key(credit.name_raw or credit.name))) for credit in sheet.credits()]
    return Byline(
        raw,
        authors=tuple(credit for credit in credits if credit.role == "author"),
        contributors=tuple(credit for credit in credits if credit.role not in {"author", "source"}),
        source_organization=tuple(credit for credit in credits if credit.role == "source"),
        location=sheet.location,
        date_text=sheet.date_text,
        genre=sheet.genre,
        leftover=" ".join(sheet.leftover) or None,
        others=sheet.others,
    )
