"""The headline as printed, with the kicker above and the standfirst below it.

The first ``h1`` may be a logo, a section or a breadcrumb: a heading is the headline if what the page states of
itself bears witness, or if no other can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crawler.evidence import Candidate, Segment, Segments, plain
from crawler.extract.lines.dates import looks_dated
from crawler.extract.page.outline import Outline
from crawler.extract.page.place import segments
from crawler.extract.page.roles import KICKER, NAMELESS, names
from crawler.extract.page.walk import as_printed
from crawler.extract.stated.metadata import Metadata
from crawler.normalise.hosts import registered_domain
from crawler.normalise.likeness import bare

_SUFFIX = re.compile(r"\s+(?:[|\-–—·•»›~]|::)\s+")
_HEADER = frozenset({"header", "hgroup"})
_BESIDE = frozenset({"nav", "footer", "aside", "dialog", "figure", "figcaption", "form", "li", "a", "button"})
_LOGO = re.compile(r"logo(?![a-z])|site-?(?:title|name)|masthead|(?:^|[\s_-])brand(?:$|\s)")
_TRAIL = re.compile(r"breadcrumb")
_HOME = re.compile(r"(?:https?:)?(?://[^/?#]+)?/?(?:index\.\w+)?")
_LONGEST_KICKER = 90
_HAN = re.compile(r"[\u3040-\u9fff]")
_DASHES = " :-–—|"
_LONGEST, _LONGEST_TRAIL = 400, 80
"""Characters of a headline, and of the page's place in the site: a template's name may speak of both."""
_EXACTLY, _PARTLY = 6, 4
"""How well a heading agrees with a statement: it says the same, or the one is in the other."""
_SUREST = 12
"""Letters from which on a line is a headline rather than the kicker that a statement begins with."""
_HIDDEN = re.compile(r"\bhid(?:e|den)\b|visually|screen-?reader|sr-only")
_BADGE = re.compile(r"^(?:\+|[a-z]?\+|plus|premium|exclusive|abo|live)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headline:
    """Where the headline stands, or ``None``; candidates for headline and kicker, the page's own statements among them."""

    element: int | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class _Heading:
    element: int
    text: str
    kicker: str | None
    score: int
    agreement: int


def find_headline(outline: Outline, metadata: Metadata) -> Headline:
    """Choose the heading that the page's own statements bear out; where it is printed in pieces, their punctuation counts."""
    stated = tuple(_stated(metadata, outline.document.url))
    witnesses = {bare(candidate.text): candidate.text for candidate in reversed(stated) if bare(candidate.text)}
    best = max(_headings(outline, witnesses), key=lambda heading: (heading.score, -heading.element), default=None)
    if best is None or not best.text:
        return Headline(None, stated)
    weight = 10 if best.agreement or not stated else 7 if best.score >= 2 else 2
    if stated and best.agreement == 1 == best.score - best.agreement and _follows_prose(outline, best.element):
        weight = 2
    text = as_printed(outline.nodes[best.element], best.text)
    own = [Candidate("headline", (Segment(text),), "dom", outline.tags[best.element], weight=weight)]
    if best.kicker and len(best.kicker) <= _LONGEST_KICKER and not looks_dated(best.kicker):
        own.append(Candidate("alternative_headline", (Segment(best.kicker),), "dom", "kicker", weight=2))
    return Headline(best.element if weight > 2 else None, (*own, *stated))


def _follows_prose(outline: Outline, element: int) -> bool:
    """Whether a paragraph stands before: a heading that shares but a word with what the page states is a sub-heading."""
    return any(len(outline.texts[text]) > 150 and outline.links[text] < 0 for text in range(outline.starts[element]))


def _stated(metadata: Metadata, url: str) -> Iterator[Candidate]:
    """The stated headlines, freed from the site's name, its domain and the section at their end."""
    fields = ("publisher", "article_section")
    names = {bare(registered_domain(url)), *(bare(c.text) for field in fields for c in metadata.of(field))}
    for candidate in metadata.of("headline"):
        parts = _SUFFIX.split(candidate.text)
        gaps = _SUFFIX.findall(candidate.text)
        while len(parts) > 1 and _is_suffix(parts[-1], names):
            parts.pop()
        text = "".join(part + gap for part, gap in zip(parts, (*gaps[: len(parts) - 1], ""), strict=True))
        weight = candidate.weight + (6 if candidate.source == "jsonld" else 4)
        yield replace(candidate, parts=(Segment(text),), weight=weight)


def _is_suffix(part: str, names: set[str]) -> bool:
    own = bare(part)
    return own in names or (2 < len(own) < 25 and any(len(name) > 2 and (own in name or name in own) for name in names))


def _headings(outline: Outline, witnesses: Mapping[str, str]) -> Iterator[_Heading]:
    """What may be the headline: first-rank headings, named elements; where none of them has a witness, others too."""
    borne_out = 0
    for found in (_tagged(outline, "h1"), _itemprops(outline)):
        # Asking for named elements costs a walk over the tree: not where a heading says just what the page states.
        for element in found if borne_out < _EXACTLY else ():
            if (beside := _beside(outline, element)) < 2:
                heading = _read(outline, element, 3 - beside, witnesses)
                borne_out = max(borne_out, heading.agreement)
                yield heading
    if borne_out < _PARTLY:
        yield from (_read(outline, element, base, witnesses) for element, base in _lesser(outline, witnesses))


def _tagged(outline: Outline, name: str) -> Iterator[int]:
    return (element for element, tag in enumerate(outline.tags) if tag == name)


def _itemprops(outline: Outline) -> Iterator[int]:
    wanted = {node.mem_id for node in outline.document.css("[itemprop~='headline' i]:not(meta)")[:20]}
    if wanted:
        yield from (element for element, node in enumerate(outline.nodes) if node.mem_id in wanted)


def _lesser(outline: Outline, witnesses: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """The first second-rank headings above the text, and any text that repeats what the page states as its headline."""
    seconds = [element for element in _tagged(outline, "h2") if not _beside(outline, element)]
    for element in seconds[:3]:
        if outline.unlinked[outline.starts[element]] * 3 < outline.size(0):
            yield element, 2 if any(outline.tags[above] in _HEADER for above in outline.ancestors(element)) else 1
    lengths = range(min(map(len, witnesses), default=0), 2 * max(map(len, witnesses), default=0))
    for text, owner in zip(outline.texts, outline.owners, strict=True):
        if len(text) in lengths and bare(text) in witnesses and not _beside(outline, owner):
            yield owner, 1


def _beside(outline: Outline, element: int) -> int:
    """How surely the heading stands in a part that is none of the article's: 2 by tag or logo, 1 by name, else 0.

    What holds a fifth of the page's text is no such part, whatever it is called.
    """
    length = outline.size(element) + outline.link_size(element)
    if not 0 < length <= _LONGEST or outline.unseen(element):
        return 2
    doubt = 0
    for above in (element, *outline.ancestors(element)):
        tag = outline.tags[above]
        if tag in ("article", "main", "body") or outline.size(above) * 5 > outline.size(0):
            break
        words = outline.words(above)
        if tag in _BESIDE or _LOGO.search(words) or (length <= _LONGEST_TRAIL and _TRAIL.search(words)):
            return 2
        if tag == "h1" and _leads_home(outline, above):
            return 2
        named = names(words) if words and above != element else NAMELESS
        doubt = max(doubt, int(named.noise or named.beside))
    return doubt


def _leads_home(outline: Outline, heading: int) -> bool:
    """Whether the heading is a link to the front page: the site's name."""
    links = (element for element in outline.within(heading) if outline.tags[element] == "a")
    return any((_HOME.fullmatch(outline.attributes(link).get("href") or "") is not None) for link in links)


def _read(outline: Outline, element: int, base: int, witnesses: Mapping[str, str]) -> _Heading:
    kicker, text = _without_kicker(outline, element, witnesses)
    own = bare(text)
    if outline.stops[element] - outline.starts[element] > 1:
        text = witnesses.get(own, text)
    score = max((_agreement(own, witness) for witness in witnesses), default=0)
    if kicker and not score:
        score = min(2, max((_agreement(bare(kicker) + own, witness) for witness in witnesses), default=0))
    return _Heading(element, text, kicker, (3 if score == _EXACTLY else base) + score, score)


def _agreement(own: str, witness: str) -> int:
    if own == witness:
        return _EXACTLY
    if min(len(own), len(witness)) > 9 and (own in witness or witness in own):
        return _PARTLY
    grams = {own[n : n + 4] for n in range(len(own) - 3)}
    others = {witness[n : n + 4] for n in range(len(witness) - 3)}
    shared = len(grams & others) / max(1, min(len(grams), len(others)))
    return 2 if shared > 0.5 else 1 if shared > 0.15 else 0


def _without_kicker(outline: Outline, element: int, witnesses: Mapping[str, str]) -> tuple[str | None, str]:
    """Part the heading: what its markup names a kicker, a short line above, or what a witness leaves out."""
    kickers = frozenset(other for other in outline.within(element) if KICKER.search(_markup(outline, other)))
    parts = tuple(part for part in segments(outline, element, skip=kickers) if not _BADGE.match(part.text))
    if kickers and parts:
        kicker = outline.text(min(kickers))
        rest = _joined(parts).lstrip(_DASHES)
        joined = f"{kicker}: {rest}" if parts[0].text[0] in ":" and not _HIDDEN.search(parts[0].cls) else ""
        return (None, joined) if bare(joined) in witnesses else (kicker.rstrip(" :"), rest)
    lines = sorted({part.line for part in parts})
    if len(lines) == 2 and len(parts[0].text) < 70:
        first, second = (_joined([part for part in parts if part.line == line]) for line in lines)
        if _is_stated(first, second, witnesses):
            return None, first
        if len(first) < len(second) or bare(second) in witnesses:
            return first.rstrip(" :"), second
    return _set_apart(parts, witnesses) or _trimmed(parts, witnesses)


def _is_stated(first: str, second: str, witnesses: Mapping[str, str]) -> bool:
    """Whether what the page states begins with the first line and leaves the second out: a writer, a standfirst."""
    own, other = bare(first), bare(second)
    return len(own) > _SUREST and any(witness.startswith(own) and other not in witness for witness in witnesses)


def _set_apart(parts: Segments, witnesses: Mapping[str, str]) -> tuple[str, str] | None:
    """Where a witness puts a colon that the page does not show, a style of its own parts the kicker in its place."""
    shown = [part for part in parts if part.text.strip(" :") or not _HIDDEN.search(part.cls)]
    kicker, colon, _ = witnesses.get(bare(_joined(shown)), "").partition(":")
    for count in range(1, len(shown) if colon else 0):
        first, rest = _joined(shown[:count]), _joined(shown[count:])
        styled = shown[count - 1].cls != shown[count].cls or len(shown) < len(parts)
        if styled and bare(first) == bare(kicker) and first[-1:] != ":" and rest[:1] != ":":
            return first, rest
    return None


def _trimmed(parts: Segments, witnesses: Mapping[str, str]) -> tuple[str | None, str]:
    """Where a witness repeats all but the first segments, these are the kicker; all but the last, that is a badge."""
    whole = _joined(parts)
    if bare(whole) not in witnesses and len(parts) > 1 and bare(_joined(parts[:-1])) in witnesses:
        return None, _joined(parts[:-1])
    if bare(whole) not in witnesses:
        for count in range(1, min(len(parts), 6)):
            if bare(_joined(parts[count:])) in witnesses:
                return _joined(parts[:count]).rstrip(_DASHES), _joined(parts[count:]).lstrip(_DASHES)
    return None, whole


def _joined(parts: Sequence[Segment]) -> str:
    """The segments' text; in scripts without blanks none is put between pieces that touch."""
    text = ""
    for part in parts:
        touches = part.glued and _HAN.match(part.text) and _HAN.match(text[-1:])
        text = text + part.text if touches else plain((Segment(text), part)) if text else part.text
    return text


def _markup(outline: Outline, element: int) -> str:
    """The element's words, and the values of all its data attributes: "overline" may be one."""
    values = (
        value for name, value in outline.attributes(element).items() if name.startswith("data-") and value and len(value) < 30
    )
    return " ".join((outline.words(element), *values)).lower()
