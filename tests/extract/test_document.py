"""One parse of any bytes, and text as the DOM parts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import Segment, plain, running
from crawler.extract.page.document import Document, lines_of, parse, segments_of, text_of, words

URL = "https://news.example/politics/story-1"


def page(body: str) -> Document:
    return parse(f"<!doctype html><html><body>{body}</body></html>", url=URL)


def segments(body: str) -> tuple[Segment, ...]:
    document = page(f"<main>{body}</main>")
    node = document.first("main")
    assert node is not None
    return segments_of(node, document)


def texts(body: str) -> list[str]:
    return [segment.text for segment in segments(body)]


def test_names_in_elements_of_their_own_are_segments_of_their_own() -> None:
    """What only looks glued as text is parted in the DOM."""
    assert texts("<p>Von <a href='/a'>Jasper Riemann</a><a href='/b'>Barbara Schneider</a></p>") == [
        "Von",
        "Jasper Riemann",
        "Barbara Schneider",
    ]


def test_a_block_and_a_line_break_begin_a_line() -> None:
    """``line`` counts what a reader sees as lines."""
    found = segments("<div>By Jane Doe<br>Political Editor</div><div>May 5, 2024</div>")
    assert [(part.text, part.line) for part in found] == [("By Jane Doe", 0), ("Political Editor", 1), ("May 5, 2024", 2)]


def test_cells_of_a_row_stand_on_one_line_and_never_touch() -> None:
    """``Penulis | : | Rina`` is one line of three segments."""
    found = segments("<table><tr><td>Penulis</td><td>:</td><td>Rina</td></tr></table>")
    assert [(part.text, part.line) for part in found] == [("Penulis", 0), (":", 0), ("Rina", 0)]
    assert not any(part.glued for part in found)


def test_a_segment_knows_its_link_and_what_the_markup_calls_it() -> None:
    """A bare phrase element counts as what it stands in."""
    found = segments("<div class='Byline' data-testid='author'><a rel='author' href='/staff/jane'><b>Jane Doe</b></a></div>")
    assert found == (Segment("Jane Doe", "https://news.example/staff/jane", "b", "author byline data-testid author"),)


def test_punctuation_that_touches_stays_where_it_was() -> None:
    """Segments joined again read as the page reads."""
    assert plain(segments("<p>the <i>Times</i>, said (<b>AP</b>)</p>")) == "the Times, said (AP)"


def test_what_nobody_sees_is_no_text() -> None:
    """Scripts, templates, hidden elements, text for screen readers only."""
    body = """<p>Seen<script>x()</script><style>p{}</style><noscript>no</noscript><template>t</template>
    <span hidden>a</span><span style="display: none">b</span><span class="visually-hidden">c</span>
    <i class="material-icons">filter_none</i></p>"""
    assert texts(body) == ["Seen"]


def test_white_space_is_collapsed_and_invisible_marks_are_out() -> None:
    """Soft hyphens and zero-width blanks go, a no-break space is a blank, joiners stay."""
    document = page("<p>Donau\u00addampf\u200bschiff&nbsp;fahrt \u0928\u094d\u200d</p>")
    node = document.first("p")
    assert node is not None
    assert text_of(node) == "Donaudampfschiff fahrt \u0928\u094d\u200d"


def test_inline_elements_do_not_tear_words_apart() -> None:
    """A drop capital belongs to its word, a block does not."""
    document = page("<section><p><span class=drop>J</span>akarta</p><p>Two</p></section>")
    node = document.first("section")
    assert node is not None
    assert lines_of(node) == ("Jakarta", "Two")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>par Jeanne Dupontel d'<em>Enquête</em></p>", "par Jeanne Dupontel d'Enquête"),
        ("<p>le mur de l’<a href=/u>Union</a> et qu’<a href=/e>Emma</a></p>", "le mur de l’Union et qu’Emma"),
        ("<p>il porto dell’<b>Unione</b></p>", "il porto dell’Unione"),
        ("<p>the boys'<b>School</b></p>", "the boys' School"),
    ],
)
def test_what_is_elided_touches_what_it_belongs_to(html: str, text: str) -> None:
    document = page(html)
    node = document.first("p")
    assert node is not None
    assert plain(segments_of(node, document)) == running(segments_of(node, document)) == text


def test_elements_may_be_skipped() -> None:
    """By their identity, with all that is in them."""
    document = page("<p>By Jane <time>May 5</time></p>")
    node, time = document.first("p"), document.first("time")
    assert node is not None and time is not None
    assert [part.text for part in segments_of(node, document, skip={time.mem_id})] == ["By Jane"]


def test_words_are_class_id_rel_itemprop_role_and_data_names() -> None:
    """Values of data attributes count where the attribute is one that names the element."""
    document = page("<p class='A b' id=C rel=author itemprop=name role=note data-qa='story-date' data-src='x.png'></p>")
    node = document.first("p")
    assert node is not None
    assert words(node) == "a b c author name note data-qa story-date data-src"


LINKS = {
    "/a": "https://news.example/a",
    "b?c=1#d": "https://news.example/politics/b?c=1#d",
    " //cdn.example/x ": "https://cdn.example/x",
    "https://other.example/a b": "https://other.example/a%20b",
    "HTTP://Other.example/": "HTTP://Other.example/",
    "/line\nbreak": "https://news.example/linebreak",
    "#top": None,
    "": None,
    None: None,
    "javascript:void(0)": None,
    "mailto:a@b.example": None,
    "http://[broken": None,
    "http://bro[ken/a": None,
    "https://[2001:db8::1]/a": None,
    "https://": None,
    "http:story": None,
}


@pytest.mark.parametrize(("href", "address"), list(LINKS.items()))
def test_links_are_resolved_as_a_browser_does(href: str | None, address: str | None) -> None:
    """Only http and https lead anywhere; a fragment leads nowhere else."""
    assert page("").absolute(href) == address


def test_the_base_element_counts_and_a_broken_one_does_not() -> None:
    """Links are resolved against it, the page's address stays."""
    document = parse("<head><base href='/root/'></head>", url=URL)
    assert (document.url, document.absolute("x")) == (URL, "https://news.example/root/x")
    assert parse("<head><base href='data:x'></head>", url=URL).absolute("x") == "https://news.example/politics/x"


def test_a_saved_page_without_an_address_is_read_by_the_one_it_declares() -> None:
    """A manifest may know a path only."""
    document = parse("<link rel=canonical href='https://news.example/a/b'>", url="/a/b")
    assert document.absolute("c") == "https://news.example/a/c"


JAPANESE = "県内の橋が二十日、正式に開通した。住民は朝から列を作り、完成を祝った。市長は長年の願いがかなったと述べた。"
KOREAN = "새 다리가 20일 정식으로 개통되었다. 주민들은 아침부터 줄을 서서 완공을 축하했다고 기자에게 말했다."
CHINESE = "新桥于二十日正式通车。居民从早上开始排队庆祝竣工，市长对记者表示这是多年的愿望。"
RUSSIAN = "Новый мост через реку открыли двадцатого ноября. Жители ждали открытия с самого утра, сообщил глава района."
BYTES = {
    "UTF-8": ("<p>Zürich</p>".encode(), None, "Zürich"),
    "UTF-8 whatever is declared": ("<meta charset=iso-8859-1><p>Zürich</p>".encode(), "iso-8859-1", "Zürich"),
    "UTF-8 with one broken byte": (
        "<p>Zürich, Köln, Düsseldorf".encode() + b"\xff</p>",
        None,
        "Zürich, Köln, Düsseldorf\ufffd",
    ),
    "by declaration": ("<meta charset=windows-1251><p>Привет</p>".encode("cp1251"), None, "Привет"),
    "the header goes before the declaration": ("<meta charset=koi8-r><p>Привет</p>".encode("cp1251"), "windows-1251", "Привет"),
    "Latin-1 is Windows-1252": ("<meta charset=latin1><p>“Zoë”</p>".encode("cp1252"), None, "“Zoë”"),
    "GB2312 is GB18030": ("<meta charset=gb2312><p>喆、侯文坤</p>".encode("gb18030"), None, "喆、侯文坤"),
    "seven-bit Japanese": ("<meta charset=iso-2022-jp><p>日本</p>".encode("iso-2022-jp"), None, "日本"),
    "with a mark": ("<p>Zürich</p>".encode("utf-8-sig"), "windows-1252", "Zürich"),
    "UTF-16 with a mark": ("<p>Zürich</p>".encode("utf-16"), None, "Zürich"),
    "UTF-16 without": ("<html><p>Zürich</p>".encode("utf-16-le"), None, "Zürich"),
    "UTF-8 declared that it is not": ("<meta charset=utf-8><p>Größe, Zürich</p>".encode("cp1252"), "utf-8", "Größe, Zürich"),
    "kana that nothing declares": (
        "<p>渡し船の最後の船頭はこう話している</p>".encode("cp932"),
        None,
        "渡し船の最後の船頭はこう話している",
    ),
    "an older set of kana": (
        "<p>渡し船の最後の船頭はこう話している</p>".encode("euc_jp"),
        None,
        "渡し船の最後の船頭はこう話している",
    ),
    "the set of the page's language": ("<html lang=ru><p>Последний паромщик</p>".encode("cp1251"), None, "Последний паромщик"),
    "a header that is wrong": ("<meta charset=shift_jis><p>渡し船の最後</p>".encode("cp932"), "utf-8", "渡し船の最後"),
    "nothing declared": ("<p>Zürich</p>".encode("cp1252"), None, "Zürich"),
    "a codec that is none for text": (b"<meta charset=hex><p>Z" + b"\xfc</p>", None, "Zü"),
    "undeclared Shift_JIS": (f"<p>{JAPANESE}</p>".encode("shift_jis"), None, JAPANESE),
    "undeclared EUC-JP": (f"<p>{JAPANESE}</p>".encode("euc_jp"), None, JAPANESE),
    "undeclared EUC-KR": (f"<p>{KOREAN}</p>".encode("euc_kr"), None, KOREAN),
    "undeclared GB18030": (f"<p>{CHINESE}</p>".encode("gb18030"), None, CHINESE),
    "undeclared Windows-1251": (f"<p>{RUSSIAN}</p>".encode("cp1251"), None, RUSSIAN),
    "undeclared KOI8-R": (f"<p>{RUSSIAN}</p>".encode("koi8_r"), None, RUSSIAN),
    "undeclared and Western": ("<p>Größe und „Maß“ – für Zoë</p>".encode("cp1252"), None, "Größe und „Maß“ – für Zoë"),
    "undeclared but for the language": ("<html lang=pl><p>Łęczyca, źródło</p>".encode("cp1250"), None, "Łęczyca, źródło"),
    "Russian under a server's Latin-1": (f"<p>{RUSSIAN}</p>".encode("cp1251"), "iso-8859-1", RUSSIAN),
    "UTF-8 under Latin-1, cut in a letter": (b"<p>Z\xc3\xbcrich, K\xc3\xb6ln \xc3</p>", "iso-8859-1", "Zürich, Köln \ufffd"),
    "a lone surrogate in bytes": (b"<p>rusak \xed\xa0\x80 judul</p>", None, "rusak \ufffd judul"),
    "NUL within": (b"<p>Z\x00urich</p>", None, "Zurich"),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_are_read_in_the_encoding_they_are_in(name: str) -> None:
    """By mark, by validity, by header, by declaration."""
    body, charset, text = BYTES[name]
    node = parse(body, url=URL, charset=charset).first("p")
    assert node is not None
    assert text_of(node) == text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        ("  \n", "empty"),
        (b"%PDF-1.7 x", "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (bytes(range(32)) * 9, "binary"),
        (bytes(range(64, 256)) * 20 + bytes(range(9)) * 20, "binary"),
    ],
)
def test_what_is_no_page_says_why(body: bytes | str, reason: str) -> None:
    """The tree is there, and empty."""
    document = parse(body, url=URL)
    assert document.reason == reason
    assert document.css("p") == []


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 60_000 + "x",
        "<p " + " ".join(f"a{n}" for n in range(60_000)) + ">x",
        "<p>" + " " * 5_000 + "<b " + " ".join(f"a{n}" for n in range(60_000)) + ">x",
        "<b><p>" * 20_000,
        "<table>" * 9_000,
    ],
    ids=["deep", "crowded", "crowded behind a long text", "misnested", "tables"],
)
def test_pages_made_to_take_minutes_are_cut(body: str) -> None:
    """Nesting and attributes cost parsers quadratic time; walking a deep tree needs no recursion."""
    document = parse(body, url=URL)
    root = document.first("html")
    assert root is not None
    assert len(text_of(root)) <= 1


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300)), st.one_of(st.none(), st.text(max_size=12)))
def test_any_bytes_give_a_document(body: bytes | str, charset: str | None) -> None:
    """Total: no bytes, no charset, no address raises."""
    document = parse(body, url="x", charset=charset)
    root = document.first("html")
    assert root is None or isinstance(text_of(root), str)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_link_is_resolved_or_leads_nowhere(href: str, base: str) -> None:
    """An address is absolute, or there is none."""
    address = parse("", url=base).absolute(href)
    assert address is None or address.lower().startswith(("http://", "https://"))
