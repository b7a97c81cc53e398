"""The sheet on which a byline's pieces are gathered and become credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crawler.items import Credit
from crawler.normalise.byline_labels import Label
from crawler.normalise.byline_pieces import Piece, View
from crawler.normalise.names import name_key, natural_case

_WITH = frozenset({"with", "mit", "avec", "con", "com", "med", "met"})
_MONONYMS = frozenset({"id", "ms", "jv", "my", "ta", "te", "kn", "ml", "hi", "mn"})
"""Languages whose bearers often have one name only."""


@dataclass(slots=True)
class Entry:
    """One name on the sheet, still open to what stands behind it."""

    kind: str
    name: str
    roles: tuple[str, ...]
    labelled: bool
    line: int
    joint: str
    title: str = ""
    prefix: str = ""
    suffix: str = ""
    house: str = ""
    email: str = ""
    identifier: str = ""


@dataclass(slots=True)
class Sheet:
    """Gathers pieces in printed order; ``settle`` decides what depends on the whole, ``credits`` gives the result."""

    view: View
    entries: list[Entry] = field(default_factory=list)
    leftover: list[str] = field(default_factory=list)
    location: str | None = None
    date_text: str | None = None
    genre: str | None = None
    others: int = 0
    _label: Label = field(default_factory=Label)
    _printed: bool = False
    _marked: bool = False
    _line: int = 0
    _last: str = ""
    _emails: list[str] = field(default_factory=list)

    @property
    def has_fresh_person(self) -> bool:
        """Whether the line before ended in a name without a printed label."""
        return bool(self.entries) and self.entries[-1].kind in {"person", "single"} and not self.entries[-1].labelled

    def start_line(self) -> None:
        """Begin the next line: what is added is no longer behind the last line's names by comma."""
        self._line += 1

    def note(self, *, dates: Sequence[str], emails: Sequence[str]) -> None:
        """Keep the dates and addresses that were cut out of a line."""
        if dates and self.date_text is None:
            self.date_text = dates[0]
        self._emails.extend(emails)

    def label(self, label: Label, *, marked: bool, printed: bool = True) -> None:
        """Set the label that the next pieces stand under."""
        self._label, self._marked, self._printed = label, marked, printed
        self.genre = self.genre or label.genre
        self._last = ""

    def relabel(self, label: Label) -> None:
        """Give the last name the role that is printed below it."""
        last = self.entries[-1]
        last.roles, last.labelled = label.roles, True

    def add(self, piece: Piece, joint: str) -> None:
        """Put one piece on the sheet."""
        self.others += piece.others
        if not self._label.roles:
            return
        if piece.place and self.location is None:
            self.location = piece.place
        getattr(self, f"_add_{piece.kind}", self._add_other)(piece, joint)
        self._last = piece.kind

    def _enter(self, kind: str, piece: Piece, joint: str, *, roles: tuple[str, ...] | None = None) -> None:
        entry = Entry(kind, piece.text, roles or self._label.roles, self._printed, self._line, joint)
        entry.title, entry.prefix, entry.suffix, entry.house = piece.title, piece.prefix, piece.suffix, piece.house
        self.entries.append(entry)

    def _add_person(self, piece: Piece, joint: str) -> None:
        self._enter("person", piece, joint)
        if piece.agency:
            self._source(piece)

    def _add_agency(self, piece: Piece, joint: str) -> None:
        helps = "contributor" in self._label.roles and self._label.phrase not in _WITH
        made = self._label.roles if helps or self._label.roles[0] in {"translator", "photographer", "editor"} else ("source",)
        assert piece.agency is not None
        self._enter("agency", Piece("agency", piece.agency.name), joint, roles=made)
        self.entries[-1].identifier = piece.agency.identifier

    def _source(self, piece: Piece) -> None:
        self._add_agency(Piece("agency", agency=piece.agency), "comma")

    def _add_house(self, piece: Piece, joint: str) -> None:
        self._enter("house", piece, joint)

    def _add_publisher(self, piece: Piece, joint: str) -> None:
        self._enter("publisher", piece, joint)

    def _add_desk(self, piece: Piece, joint: str) -> None:
        same = any(entry.kind == "person" and entry.line == self._line for entry in self.entries)
        below = not self._printed and any(entry.kind == "person" for entry in self.entries)
        if (same or below) and joint != "word":
            self._add_title(piece, joint)
        else:
            self._enter("desk", piece, joint)

    def _add_title(self, piece: Piece, joint: str) -> None:
        for entry in self._recent():
            entry.title = f"{entry.title}, {piece.text}" if entry.title and entry.title != piece.text else piece.text
        if piece.agency:
            self._source(piece)
        elif not self._recent():
            self._enter("title", piece, joint)

    def _add_credential(self, piece: Piece, joint: str) -> None:
        for entry in self._recent()[-1:]:
            entry.suffix = f"{entry.suffix}, {piece.text}" if entry.suffix else piece.text

    def _add_place(self, piece: Piece, joint: str) -> None:
        self.location = self.location or piece.text

    def _add_affiliation(self, piece: Piece, joint: str) -> None:
        if self._recent():
            self._house(piece.text)
        else:
            self._enter("affiliation", piece, joint)

    def _add_initials(self, piece: Piece, joint: str) -> None:
        self._enter("initials", piece, joint)

    def _add_single(self, piece: Piece, joint: str) -> None:
        if self._last == "title" and joint == "word":
            self._extend_title(piece.text)
        else:
            self._enter("single", piece, joint)

    def _add_other(self, piece: Piece, joint: str) -> None:
        if self._last == "title" and joint in {"word", "comma"}:
            self._extend_title(piece.text)
        else:
            self._enter("other", piece, joint)

    def _add_nothing(self, piece: Piece, joint: str) -> None:
        """Furniture, unnamed agencies, signs: known, and no credit."""

    def _extend_title(self, text: str) -> None:
        for entry in self._recent()[-1:]:
            entry.title = f"{entry.title} {text}"

    def _house(self, text: str) -> None:
        for entry in self._recent():
            entry.house = entry.house or text

    def _recent(self) -> list[Entry]:
        """The persons that something printed behind them belongs to: those of the line, else the last one."""
        persons = [entry for entry in self.entries if entry.kind == "person"]
        same = [entry for entry in persons if entry.line == self._line]
        return same[-1:] if same and self._last in {"person", "title", "credential"} else same or persons[-1:]

    def settle(self) -> None:
        """Decide what depends on the whole byline: places, houses, signs, single names, inverted names."""
        self._invert()
        persons = [entry for entry in self.entries if entry.kind == "person"]
        keep = []
        for entry in self.entries:
            kind = self._settled(entry, persons)
            if kind == "place":
                self.location = self.location or entry.name
            elif kind == "affiliation":
                for person in persons:
                    person.house = person.house or entry.name
            elif kind == "leftover":
                self.leftover.append(entry.name)
            elif kind:
                entry.kind = kind
                keep.append(entry)
        self.entries = keep
        self._address(persons)

    def _settled(self, entry: Entry, persons: list[Entry]) -> str:
        """What an entry is in the end; empty where it is nothing."""
        if entry.kind == "single":
            return self._settle_single(entry, persons)
        if entry.kind == "initials":
            return self._settle_initials(entry, persons)
        if entry.kind in {"house", "affiliation"}:
            return "affiliation" if persons else "organisation"
        if entry.kind == "publisher":
            alone = not any(other.line == entry.line for other in persons)
            return "" if persons and alone and not entry.labelled else "organisation"
        if entry.kind == "other":
            return self._settle_other(entry, persons)
        if entry.kind == "title":
            return "desk" if entry.labelled and not persons else "leftover"
        if entry.kind == "sign":
            return "" if len(self.entries) > 1 else "desk"
        if entry.kind == "person" and self._is_place_before(entry, persons):
            return "place"
        return entry.kind

    def _is_place_before(self, entry: Entry, persons: list[Entry]) -> bool:
        """Korean: two syllables without a job title beside persons with one are the place they report from."""
        short = len(entry.name) == 2 and "가" <= entry.name[0] <= "힣"
        return short and not entry.title and any(other.title for other in persons)

    def _settle_other(self, entry: Entry, persons: list[Entry]) -> str:
        unit = self.view.units.get(name_key(entry.name))
        if unit:
            return "person" if unit == "Person" else "organisation"
        few = len(entry.name.split()) <= 5 and len(entry.name) < 50
        alone = not any(other.line == entry.line for other in persons)
        beside = not persons and entry.name[:1].isupper() and any(other.kind == "agency" for other in self.entries)
        return "organisation" if few and ((alone and entry.labelled and entry.joint == "start") or beside) else "leftover"

    def _settle_single(self, entry: Entry, persons: list[Entry]) -> str:
        unit = self.view.units.get(name_key(entry.name))
        if unit in {"Person", "Organization"}:
            return "person" if unit == "Person" else "organisation"
        peers = [other for other in persons if other.roles == entry.roles]
        if peers:
            shouted = entry.name.isupper() and not all(other.name.isupper() for other in peers)
            return "affiliation" if shouted and len(entry.name) > 1 else "place"
        if entry.roles != ("author",) or (entry.labelled and self.view.context.language in _MONONYMS) or unit == "":
            return "person"
        agencies = any(other.kind in {"agency", "organisation", "desk", "publisher"} for other in self.entries)
        if agencies and not entry.name.isupper():
            return "place"
        if entry.labelled or entry.name.isupper():
            return "organisation" if entry.name.isupper() or not entry.name.isalpha() else "person"
        return "leftover"

    def _settle_initials(self, entry: Entry, persons: list[Entry]) -> str:
        if self.view.units.get(name_key(entry.name)):
            return "person"
        if persons:
            return "affiliation" if entry.name.isupper() and not _signs(entry.name, persons) else ""
        first = entry is self.entries[0]
        if first and len(self.entries) > 1 and entry.joint == "start":
            rest = self.entries[1:]
            return "organisation" if all(other.kind == "initials" for other in rest) or entry.name.isupper() else "initials"
        return "organisation" if entry.name.isupper() else "initials"

    def _invert(self) -> None:
        """``Czelinski, Patrick``: family name first, and nothing else in the byline."""
        if len(self.entries) != 2 or self.view.context.language in _MONONYMS:
            return
        family, given = self.entries
        if family.kind == given.kind == "single" and given.joint == "comma" and not family.name.isupper():
            family.name, family.kind = f"{given.name} {family.name}", "person"
            self.entries.pop()

    def _address(self, persons: list[Entry]) -> None:
        for person, email in zip(persons, self._emails, strict=False):
            person.email = email

    def credits(self) -> Iterator[Credit]:
        """The credits in printed order, each name once for each role."""
        seen = set()
        for entry in self.entries:
            for role in entry.roles:
                role = "author" if role == "reporter" else role
                mark = (entry.identifier or name_key(entry.name), role)
                if mark not in seen:
                    seen.add(mark)
                    yield self._credit(entry, role)

    def _credit(self, entry: Entry, role: str) -> Credit:
        person = entry.kind in {"person", "initials"}
        clean = natural_case(entry.name, language=self.view.context.language) if entry.kind == "person" else entry.name
        if not person and clean.islower() and clean.isalpha() and len(clean) <= 3:
            clean = clean.upper()
        return Credit(
            type="Person" if person else "Organization",
            name=clean,
            name_raw=entry.name if clean != entry.name else None,
            role=role,
            job_title=entry.title or None if person else None,
            honorific_prefix=entry.prefix or None,
            honorific_suffix=entry.suffix or None,
            affiliation=entry.house or None,
            email=entry.email or None,
        )


def _signs(text: str, persons: list[Entry]) -> bool:
    """Whether the letters are the initials of one of the persons: an avatar, ``LP`` beside Luana Patriolino."""
    return any(
        "".join(word[0] for word in person.name.split()).casefold() == text.replace(".", "").casefold() for person in persons
    )
