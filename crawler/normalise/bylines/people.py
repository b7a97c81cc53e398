"""The sheet on which a byline's pieces are gathered and become credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crawler.items import Credit
from crawler.normalise.agencies import printed_name
from crawler.normalise.bylines.known import Piece, View
from crawler.normalise.bylines.labels import WITH, Label, whole_label
from crawler.normalise.bylines.settle import Entry, settle
from crawler.normalise.lexicon import words
from crawler.normalise.names import name_key, natural_case

_MADE_BY = frozenset({"translator", "photographer", "editor", "illustrator", "videographer"})


@dataclass(slots=True)
class Sheet:
    """Gathers pieces in printed order; ``settle`` decides what depends on the whole, ``credits`` gives the result."""

    view: View
    entries: list[Entry] = field(default_factory=list)
    leftover: list[str] = field(default_factory=list)
    location: str | None = None
    genre: str | None = None
    others: int = 0
    by_word: bool = False
    houses: list[str] = field(default_factory=list)
    _label: Label = field(default_factory=Label)
    _printed: bool = False
    _line: int = 0
    _opens: bool = False
    _group: int = 0
    _dated: bool = False
    _last: str = ""

    @property
    def has_fresh_person(self) -> bool:
        """Whether the last name on the sheet has no printed label."""
        return bool(self.entries) and self.entries[-1].kind in {"person", "single"} and not self.entries[-1].labelled

    def start_line(self, *, dated: bool) -> None:
        """Begin the next row; ``dated`` tells that a date was printed before it."""
        self._line += 1
        self._dated = dated

    def label(self, label: Label, *, printed: bool = True) -> None:
        """Set the label that the next pieces stand under."""
        self._label, self._printed = label, printed
        self._opens = printed
        self._group += printed
        self.by_word = self.by_word or (printed and bool(label.roles))
        self.genre = self.genre or label.genre
        self._last = ""

    def relabel(self, label: Label) -> None:
        """Give the last name the role that is printed below it."""
        last = self.entries[-1]
        last.roles, last.labelled = label.roles, True
        if label.phrase in words("job_titles") and label.roles == ("author",):
            last.title = last.title or label.phrase

    def add(self, piece: Piece, joint: str) -> None:
        """Put one piece on the sheet, unless what is printed here is no credit."""
        self.others += piece.others
        if not self._label.roles:
            return
        self.location = self.location or piece.place or None
        match piece.kind:
            case "agency":
                self._add_agency(piece, joint)
            case "title" | "desk":
                self._add_title_or_desk(piece, joint)
            case "credential":
                self._add_credential(piece)
            case "place":
                self.location = self.location or piece.text
            case "affiliation" if self._recent() and not self._opens:
                self._add_house(piece.text, joint)
                self.houses.extend(() if piece.prefix else (piece.text,))
            case "single" | "other" if self._last == "title" and joint == "comma" and self._recent():
                self._recent()[-1].title += f" {piece.text}"
            case "role" if self.entries and (label := whole_label(piece.text)):
                self.relabel(label)
            case "nothing" | "role":
                pass
            case _:
                self._enter(piece, joint)
                self._add_source(piece)
        self._last = piece.kind
        self._opens = False

    def settle(self, emails: Sequence[str]) -> None:
        """Decide what depends on the whole byline; addresses go to the persons in order."""
        settled = settle(self.entries, self.view)
        self.entries = settled.entries
        self.location = self.location or settled.location
        self.leftover.extend(settled.leftover)
        self.houses.extend(settled.houses)
        persons = (entry for entry in self.entries if entry.kind == "person")
        for person, email in zip(persons, emails, strict=False):
            person.email = email

    def credits(self) -> Iterator[Credit]:
        """The credits in printed order, each name once for each role."""
        seen = set()
        for entry in self.entries:
            for given in entry.roles:
                role = "author" if given == "reporter" else given
                mark = (entry.identifier or name_key(entry.name), role)
                if mark not in seen:
                    seen.add(mark)
                    yield _credit(entry, role, language=self.view.context.language)

    def _enter(self, piece: Piece, joint: str, *, roles: tuple[str, ...] | None = None) -> None:
        self.entries.append(
            Entry(
                kind=piece.kind,
                name=piece.text,
                roles=roles or self._label.roles,
                labelled=self._printed,
                line=self._line,
                joint=joint,
                group=self._group if self._printed else 0,
                dated=self._dated,
                title=piece.title,
                prefix=piece.prefix,
                suffix=piece.suffix,
                house=piece.house,
            )
        )

    def _add_agency(self, piece: Piece, joint: str) -> None:
        """An agency is a source, unless it is printed as a helper or as who translated, edited or pictured."""
        if piece.agency is None:
            return
        helps = "contributor" in self._label.roles and self._label.phrase not in WITH
        made = helps or self._label.roles[0] in _MADE_BY
        name = printed_name(piece.text, piece.agency) if piece.kind == "agency" else piece.agency.name
        self._enter(Piece("agency", name), joint, roles=self._label.roles if made else ("source",))
        self.entries[-1].identifier = piece.agency.identifier

    def _add_source(self, piece: Piece) -> None:
        """The agency that a job title names: ``AP National Security Writer``."""
        if piece.agency and piece.kind == "person":
            self._add_agency(piece, "comma")

    def _add_title_or_desk(self, piece: Piece, joint: str) -> None:
        """Behind a person it says what he is; else it is itself the author."""
        same = any(entry.kind == "person" and entry.line == self._line for entry in self.entries)
        below = (piece.kind == "title" or not self._printed) and any(entry.kind == "person" for entry in self.entries)
        if (joint == "word" and piece.kind == "desk") or not (same or below):
            self._enter(piece, joint)
            return
        for entry in self._recent():
            title = _once(piece.title or piece.text)
            if title not in entry.title and not title.startswith(entry.name):
                entry.title = f"{entry.title}, {title}" if entry.title else title
        if piece.agency:
            self._add_agency(piece, "comma")

    def _add_credential(self, piece: Piece) -> None:
        for entry in self._recent()[-1:]:
            entry.suffix = f"{entry.suffix}, {piece.text}" if entry.suffix else piece.text

    def _add_house(self, text: str, joint: str) -> None:
        """Behind a comma the house is the last person's, behind a mark that of all persons of the line."""
        line = [entry for entry in self.entries if entry.kind == "person" and entry.line == self._line]
        for entry in line if line and joint == "hard" else self._recent():
            entry.house = entry.house or text

    def _recent(self) -> list[Entry]:
        """The persons that words behind them belong to: the last of the line, those of the line, the last at all."""
        persons = [entry for entry in self.entries if entry.kind == "person"]
        same = [entry for entry in persons if entry.line == self._line]
        return same[-1:] if same and self._last in {"person", "title", "credential"} else same or persons[-1:]


def _once(title: str) -> str:
    """A title that is printed twice in a row, once."""
    words = title.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else title


def _credit(entry: Entry, role: str, *, language: str | None) -> Credit:
    person = entry.kind in {"person", "initials"}
    clean = natural_case(entry.name, language=language) if entry.kind == "person" else entry.name
    if entry.kind == "organisation" and clean.islower() and clean.isalpha() and len(clean) <= 3:
        clean = clean.upper()
    return Credit(
        type="Person" if person else "Organization",
        name=clean,
        name_raw=entry.name if clean != entry.name else None,
        role=role,
        job_title=_once(entry.title) or None if person else None,
        honorific_prefix=entry.prefix or None,
        honorific_suffix=entry.suffix or None,
        affiliation=entry.house or None,
        email=entry.email or None,
    )
