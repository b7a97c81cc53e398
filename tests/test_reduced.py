"""Pages robbed of names and data, on which accuracy is measured too: they lose what is named, and nothing else."""

import pytest

from benchmarks.reduced import REDUCTIONS, reduce

PAGE = (
    '<html><head><script type=\'application/ld+json\'>{"class": "a"}</script><script>var a = \'<p class="b">\'</script></head>'
    '<body><article id="x"><p class="lead byline">Für 3 < 4 "class=" ü</p>'
    "<img data-src=\"/a.jpg\" class='hero'></article></body></html>"
)


@pytest.mark.parametrize("name", REDUCTIONS)
def test_the_words_of_the_page_stay(name: str) -> None:
    left = reduce(PAGE.encode(), [name]).decode("utf-8-sig")
    assert 'Für 3 < 4 "class=" ü' in left
    assert "var a = '<p class=\"b\">'" in left
    assert 'data-src="/a.jpg"' in left


def test_each_reduction_takes_what_it_is_called_after() -> None:
    """The same class is hashed to the same word."""
    assert "byline" not in (left := reduce(PAGE.encode(), ["classes"]).decode("utf-8-sig"))
    assert reduce(b'<p class="a b">', ["classes"]).split()[1:] == reduce(b'<b class="a b">', ["classes"]).split()[1:]
    assert "ld+json" in left
    assert "ld+json" not in reduce(PAGE.encode(), ["jsonld"]).decode("utf-8-sig")
    assert "article" not in reduce(PAGE.encode(), ["tags"]).decode("utf-8-sig")


def test_reductions_add_up() -> None:
    left = reduce(PAGE.encode(), REDUCTIONS).decode("utf-8-sig")
    assert all(word not in left for word in ("ld+json", "article", "byline", "hero"))
