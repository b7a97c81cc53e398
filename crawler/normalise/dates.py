"""Dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crawler.evidence import Candidate, Context
from crawler.items import Conflict, Timezone


@dataclass(frozen=True, slots=True)
class DateValue:
    iso: str
    precision: str
    basis: str
    zone: str | None
    raw: str


@dataclass(frozen=True, slots=True)
class Mention:
    raw: str
    date: str


@dataclass(frozen=True, slots=True)
class DateDecision:
    date_published: str | None = None
    date_published_raw: str | None = None
    precision: str | None = None
    date_modified: str | None = None
    date_modified_raw: str | None = None
    timezone: Timezone | None = None
    source: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    messages: tuple[str, ...] = ()


def parse_date(text: str, context: Context) -> DateValue | None:
    return None


def find_dates(text: str, context: Context) -> tuple[Mention, ...]:
    return ()


def resolve_dates(candidates: Sequence[Candidate], context: Context) -> DateDecision:
    return DateDecision()
