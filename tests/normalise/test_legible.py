"""U+FFFD in a name is a reason to doubt it."""

from crawler.items import Credit, Image, Source
from crawler.normalise.bylines.resolve import BylineDecision
from crawler.normalise.legible import LOST_IN_A_NAME, legible_byline, legible_image

WHOLE, BROKEN = Credit(name="Rina Wulandari"), Credit(name="J\ufffdrgen M\ufffdller")


def test_a_broken_name_is_nobodys() -> None:
    """The byline as printed stays; a message says why a name is missing."""
    found = legible_byline(BylineDecision(byline="Oleh Rina Wulandari, J\ufffdrgen M\ufffdller", authors=(WHOLE, BROKEN)))
    assert (found.byline, found.authors) == ("Oleh Rina Wulandari, J\ufffdrgen M\ufffdller", (WHOLE,))
    assert found.messages == (LOST_IN_A_NAME,)


def test_whole_names_are_left_alone() -> None:
    decision = BylineDecision(byline="Rina Wulandari", authors=(WHOLE,))
    assert legible_byline(decision) == decision


def test_a_broken_picture_credit_names_nobody() -> None:
    image = Image(
        credit_text="J\ufffdrgen/\ufffdPA",
        creator=(BROKEN,),
        provider=("\ufffdPA", "AFP"),
        source=Source(name="Foto M\ufffdller"),
    )
    kept = legible_image(image)
    assert (kept.credit_text, kept.creator, kept.provider, kept.source) == (image.credit_text, (), ("AFP",), None)
    whole = Image(credit_text="Rina Wulandari/AFP", creator=(WHOLE,), provider=("AFP",))
    assert legible_image(whole) == whole
