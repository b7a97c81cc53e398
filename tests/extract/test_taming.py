"""Pages made to cost a parser minutes or gigabytes are cut; what people write is not."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.extract.page.taming import MAX_ATTRIBUTES, MAX_COPIES, MAX_DEPTH, tame

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


CROWDED = {
    "an angle in double quotes": " ".join(f'a{n}=">"' for n in range(5000)),
    "an angle in single quotes, nothing between": "".join(f"a{n}='>'" for n in range(5000)),
    "empty values, nothing between": "".join(f"a{n}=''" for n in range(5000)),
    "markup in quotes": " ".join(f'a{n} = "<i>\'"' for n in range(5000)),
    "an angle now and then": " ".join(f"a{n}=' \">'" if n % 80 == 0 else f"a{n}" for n in range(5000)),
    "quotes in names": " ".join(f"a\"{n}'='>'" for n in range(5000)),
}


@pytest.mark.parametrize("before", ["", "<p title='>'>isi</p>", '<i <i a="<i">'])
@pytest.mark.parametrize("name", CROWDED)
def test_an_angle_in_a_value_hides_no_crowd(name: str, before: str) -> None:
    """A value may hold what ends a tag; the page goes on behind it."""
    assert tame(f"{before}<p {CROWDED[name]}>isi</p>".encode()) == f"{before}<x>isi</p>".encode()


@pytest.mark.parametrize("name", CROWDED)
def test_a_script_hides_no_crowd(name: str) -> None:
    """A script may begin tags and quotes that are none. What is behind it may be lost then."""
    tamed = tame(f"<h1>Judul</h1><script>i<n;a=\"'</script><p {CROWDED[name]}>isi</p>".encode())
    assert tamed.startswith(b"<h1>Judul</h1>")
    assert max(len(node.attributes) for node in LexborHTMLParser(tamed).css("*")) <= MAX_ATTRIBUTES


WORDY = {
    "a page within an attribute": f'<iframe srcdoc="{"<p class=x>Warga desa menunggu.</p>" * 3000}"></iframe><p>isi</p>',
    "text within an attribute": f"<div data-text='{'Warga desa menunggu. ' * 3000}'>isi</div>",
    "markup within a script": f'<script>a.innerHTML="{"<p>Warga desa</p>" * 3000}";if(i<n){{}}</script><p>isi</p>',
    "a state within an attribute": f'<div data-page="{"{&quot;a b&quot;:&quot;<b>&quot;}" * 3000}">isi</div>',
    "many tags of few attributes": "<a href=\"?a>b\" class='x>y' hidden>isi</a>" * 3000,
}


@pytest.mark.parametrize("name", WORDY)
def test_long_values_are_no_crowd(name: str) -> None:
    body = WORDY[name].encode()
    assert tame(body) == body
