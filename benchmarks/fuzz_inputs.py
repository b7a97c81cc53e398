"""Good inputs, and the ways in which the generator of ``benchmarks.fuzz`` breaks them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from crawler.normalise.lexicon import rows

LONGEST = 400_000
LEXICONS = ("byline_labels", "credit_labels", "job_titles", "honorifics", "name_particles", "date_names", "zones", "agencies")
LINES = (
    "By Dana A. Ford, James S.A. Corey, Chien-Ming Wang, and Tom Watkins, CNN",
    "Oleh : Rina Wulandari, Editor: Budi Santoso (TVRI)",
    "Von Jasper RiemannBarbara Schneider",
    "Foto: Jane Doe/AFP via Getty Images",
    "(ANTARA FOTO/Akbar Nugroho Gumay/foc)",
    "Photograph: Stefan Rousseau/PA Wire",
    "Jembatan baru di Bogor, Senin (20/11/2026). Foto: Rina Wulandari/Republika",
    "Selasa, 24 November 2026 | 13:05 WIB",
    "Published 2026-11-24T08:00:00+07:00, updated 3 hours ago",
    "Nov. 24, 2026 at 8:05 p.m. EST",
    "24 ноября 2026, 13:05",
    "2026年11月24日 13時05分 新华社记者王伟、李娜",
    "JAKARTA, KOMPAS.com – Warga desa menunggu sejak pagi.",
    "WASHINGTON (AP) — The bridge opened on Tuesday.",
    "نوشته‌ی سارا احمدی، ۳ آذر ۱۴۰۵",
)
SIGNS = (
    "\0", "\x1b[31m", "\u2028", "\u202e", "\u200b", "\ufeff", "\ufffd", "\ud800", "\U0010ffff", "İ", "ß", "ﬁ", "①", "٣", "²",
    "//", "::", "((", "))", ", ", " and ", " / ", "–", "—", "|", "·", "&", "&amp;", "&#0;", "&#x110000;", "\n", "\t", " " * 50,
    "a" * 300, "1" * 300, ".," * 100, "(" * 200, "A. " * 80, "%s{}$(x)", "0x1F", "9999-99-99", "-1", "25:61",
)  # fmt: skip
MARKUP = (
    *(b"<p>", b"</p>", b"<div>", b"</div>", b"</article>", b"<article>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<script>"),
    *(b"</script>", b"<table><tr><td>", b"<b><i>", b"<svg>", b"<template>", b"<select>", b"<plaintext>", b"<base href='//x'>"),
    *(b"\0", b"\xff\xfe", b"\xc3", b"\xed\xa0\x80", b"\x1b$B", b"<?xml version='1.0'?>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>"),
    *(b"&a;", b'{"@type":', b"[[[[", b"}}", b'"@id":"#a"', b"1e999", b"<meta charset=utf-16>", b"<meta charset=hz>"),
    *(b"<a href='http://[x'>", b"<time datetime='0000-00-00'>", b"<img srcset=', ,'>", b"<item>", b"</item>", b"<url><loc>"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """Good inputs of one kind. Most of what is made of them is small: that reaches the same rules many times as often."""

    small: Sequence[bytes]
    whole: Sequence[bytes] = ()
    """For the large share; absent, the small ones are broken without a bound."""
    most: int
    """Bytes of a small input."""
    large: float = 0.02
    """Share of inputs that may grow to ``LONGEST``."""


def broken(stock: Stock, random: Random) -> bytes:
    """Give one of the stock, broken in one to six ways."""
    large = random.random() < stock.large
    pieces, most = (stock.whole or stock.small, LONGEST) if large else (stock.small, stock.most)
    data = random.choice(pieces)
    for _ in range(random.randint(1, 6)):
        data = random.choice(WAYS)(data, pieces, random)[:most]
    return data


def _piece(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randint(0, len(data))
    return start, min(len(data), start + random.choice((1, 4, 20, 200, 5000)))


def _cut(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    start, end = _piece(data, random)
    return random.choice((data[:start], data[start:], data[:start] + data[end:]))


def _splice(data: bytes, stock: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(stock)
    start, end = _piece(other, random)
    at = random.randint(0, len(data))
    return data[:at] + other[start:end] + data[at:]


def _double(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    start, end = _piece(data, random)
    return data[:end] + data[start:end] * random.choice((1, 2, 30, 1000 if end - start < 40 else 3)) + data[end:]


def _flip(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    changed = bytearray(data)
    for _number in range(random.choice((1, 3, 30))):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _insert(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(words()) + data[at:]


def _nest(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    start, end = _piece(data, random)
    word = random.choice(words()) * random.choice((1, 5, 200))
    return data[:start] + word + data[start:end] + word + data[end:]


WAYS = (_cut, _splice, _double, _flip, _insert, _nest)


@cache
def words() -> tuple[bytes, ...]:
    """Marks, signs and lexicon words that are put into inputs."""
    signs = (sign.encode("utf-8", "surrogatepass") for sign in SIGNS)
    return (*MARKUP, *signs, *(row[0].encode() for name in LEXICONS for row in rows(name)))
