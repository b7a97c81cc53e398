"""Pages made to cost a parser minutes or gigabytes are cut; what people write is not."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.extract.taming import MAX_COPIES, MAX_DEPTH, tame

MANY = 30_000
COSTLY = {
    "elements within elements": "<div>" * MANY,
    "end tags of elements that were never opened": "<div></x>" * MANY,
    "end tags behind a fence": "<div><object></div>" * MANY,
    "formatting that a block interrupts": "<b><div></b>" * MANY,
    "links within links": "<a><div>" * MANY,
    "names of any kind": "<a-b>" * MANY,
    "templates": "<template>" * MANY,
    "formatting that nobody closes": "".join(f"<p><b id={n}>" for n in range(MANY)),
    "formatting closed by another name": "".join(f"<p><b id={n}></i>" for n in range(MANY)),
    "formatting closed before it is opened": "</b>" * MANY + "".join(f"<p><b id={n}>" for n in range(MANY)),
    "capitals": "".join(f"<P><FONT COLOR={n}>" for n in range(MANY)),
    "long attributes": "".join(f"<p><b id='{'y' * 100}{n}'>" for n in range(MANY)),
    "attributes with an angle": "".join(f"<p><b id='>{n}'>" for n in range(MANY)),
    "some formatting before many blocks": "".join(f"<p><b id={n}>" for n in range(200)) + "<p>x" * MANY,
}


@pytest.mark.parametrize("name", COSTLY)
def test_a_costly_page_is_cut(name: str) -> None:
    """What is left makes a tree of bounded size and depth, whatever it begins with."""
    body = tame(f"<h1>Judul</h1><p>isi</p>{COSTLY[name]}".encode())
    assert body.startswith(b"<h1>Judul</h1><p>isi</p>")
    assert body.count(b"<") <= 4 * MAX_DEPTH + MANY
    root = LexborHTMLParser(body).root
    assert root is not None
    assert sum(1 for _ in root.traverse()) < 2 * MAX_COPIES


HARMLESS = {
    "paragraphs without an end": "<p>Satu<p>Dua" * MANY,
    "rows and cells without an end": "<table>" + "<tr><td><font color=red>x" * MAX_DEPTH,
    "the same formatting without an end": "<p><b><i>x" * MAX_DEPTH,
    "formatting closed again": "".join(f"<p><b id={n}>x</b>" for n in range(MANY)),
    "a hundred levels": "<div>" * 100 + "x" + "</div>" * 100,
    "line breaks and pictures": "<br><img src=x>" * MANY,
}


@pytest.mark.parametrize("name", HARMLESS)
def test_sloppy_markup_is_left_alone(name: str) -> None:
    body = HARMLESS[name].encode()
    assert tame(body) == body


@pytest.mark.parametrize("before", ["", "<p>" + "isi " * 2000], ids=["at once", "behind a long text"])
@pytest.mark.parametrize("parted", [" ", "/"])
def test_a_tag_of_a_thousand_attributes_loses_them(before: str, parted: str) -> None:
    """The page goes on behind it."""
    body = f"{before}<p {parted.join(f'a{n}' for n in range(5000))}>isi</p>".encode()
    assert tame(body) == f"{before}<x>isi</p>".encode()
