"""A page laid out flat."""

from crawler.evidence import Segment
from crawler.extract.page.document import parse, segments_of
from crawler.extract.page.outline import lay_out
from crawler.extract.page.spans import segments
from tests.extract.pages import URL, laid_out


def test_a_subtree_is_a_slice() -> None:
    """Elements, texts and characters alike."""
    outline, _ = laid_out("<div id=a><p>One <a href=/x>two</a></p></div><p>three</p>")
    div, a = outline.tags.index("div"), outline.tags.index("a")
    assert outline.text(div) == "One two"
    assert [outline.tags[element] for element in outline.within(div)] == ["p", "a"]
    assert [outline.tags[element] for element in outline.children(0)] == ["div", "p"]
    assert [outline.tags[element] for element in outline.ancestors(a)] == ["p", "div", "body"]
    assert (outline.size(div), outline.link_size(div)) == (len("One "), len("two"))
    assert outline.holds(div, a)
    assert not outline.holds(a, div)


def test_texts_of_one_run_stand_on_one_line() -> None:
    """A ``br`` ends it, and so does a block that begins or ends."""
    outline, _ = laid_out("<div>a <b>b</b><br>c<p>d</p>e</div>")
    assert [text.strip() for text in outline.texts] == ["a", "b", "c", "d", "e"]
    runs = outline.runs
    assert runs[0] == runs[1]
    assert len(set(runs)) == 4


def test_the_pages_own_menus_are_left_out() -> None:
    """A header that holds the headline is the article's, and so is a menu within it."""
    outline, _ = laid_out(
        "<header><a href=/>Home</a></header><nav>Menu</nav><header><h1>Headline</h1></header><main><nav>Parts</nav></main>"
        "<footer>©</footer>"
    )
    assert outline.texts == ["Headline", "Parts"]


def test_scripts_and_fallbacks_hold_no_text() -> None:
    outline, _ = laid_out(
        "<script>x</script><style>y</style><noscript><p>z</p></noscript><video>No video</video><svg><text>t</text></svg>ok"
    )
    assert [text.strip() for text in outline.texts] == ["ok"]
    assert "noscript" in outline.tags


def test_what_stands_in_something_hidden_is_unseen() -> None:
    outline, _ = laid_out("<div style='display:none'><p><b>a</b></p></div><p class=sr-only>b</p><p>c</p>")
    assert [outline.unseen(owner) for owner in outline.owners] == [True, True, False]


def test_segments_are_the_same_as_those_of_the_tree() -> None:
    """One walk serves for both."""
    html = (
        "<div class=byline>By <a href='/jane' rel=author><b>Jane</b> Doe</a>, <span class=place>Berlin</span><br>5 May "
        "<i>2024</i></div>"
    )
    document = parse(f"<body>{html}</body>", url=URL)
    outline = lay_out(document)
    assert segments(outline, range(len(outline.texts))) == segments_of(outline.nodes[1], document)


def test_a_blank_between_elements_parts_them() -> None:
    outline, _ = laid_out("<p><b>Jane</b> <i>Doe</i><u>AP</u></p>")
    assert [(part.text, part.glued) for part in segments(outline, range(3))] == [("Jane", False), ("Doe", False), ("AP", True)]
    assert segments(outline, [0], named=False) == (Segment("Jane", tag="b"),)


def test_an_empty_page_is_an_empty_outline() -> None:
    for html in ("", "<html></html>", b"%PDF-1.4"):
        assert lay_out(parse(html, url=URL)).texts == []
