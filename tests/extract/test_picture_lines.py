"""Lines of the text that credit a picture elsewhere, and those beside a picture that do not."""

import pytest

from tests.extract.pages import FIRST, SECOND
from tests.extract.pictures import CAPTION, IMG, images, left, printed


def test_a_credit_in_a_line_of_its_own_means_the_picture_before_it() -> None:
    """Paragraphs later, if no other picture stands between and the picture has none."""
    line = "<p><em>Image: Ann Doe</em></p>"
    first, second = images(f"<img src=/p/first-of-all.jpg><p>{FIRST}</p>{line}<img src=/p/second-of-all.jpg><p>{SECOND}</p>")
    assert (printed(first), printed(second)) == (("", "Image: Ann Doe"), ("", ""))
    opening = f"<img src=/p/first-of-all.jpg><p>{FIRST}</p><figure>{IMG}<figcaption>{CAPTION} (AP)</figcaption></figure>"
    lead, _ = images(f"{opening}<p>{FIRST}</p>{line}")
    assert printed(lead) == ("", "Image: Ann Doe")
    (told,) = images(f"<img src=/p/first-of-all.jpg><p>{FIRST}</p><ul><li>Kind of picture: digital</li></ul>")
    assert printed(told) == ("", "")
    (credited,) = images(f"<figure>{IMG}<figcaption>{CAPTION} (AP)</figcaption></figure><p>{FIRST}</p>{line}")
    assert printed(credited) == (f"{CAPTION} (AP)", "")


LINES = [
    "Photo: Ann Doe",
    "Photo by Ann Doe/AP",
    "[Image by Ann Doe/Getty Images]",
    "(Photo: Ann Doe)",
    "Featured image via Getty Images",
    "Titelbild: Ann Doe",
    "题图来自视觉中国",
    "Featured image by Hater",
]
NO_LINES = [
    "Photos show the hall",
    "Copyright Law Reform",
    "(See the image above)",
    "Credit Suisse",
    "Photo Essay",
    "© The Evening Post. All rights reserved.",
    "ⓒ 저녁일보, 무단 전재 및 재배포 금지",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_text_that_is_a_credit_is_the_pictures(line: str) -> None:
    """With a colon, in brackets, or with a label of several words."""
    (image,) = images(f"<p>{SECOND}</p><p>{line}</p>", before="<figure><img src=/p/first-of-all.jpg></figure>")
    assert printed(image) == ("", line)


@pytest.mark.parametrize("line", NO_LINES)
def test_a_line_that_begins_like_a_credit_is_none(line: str) -> None:
    (image,) = images(f"<p>{SECOND}</p><p>{line}</p>", before="<figure><img src=/p/first-of-all.jpg></figure>")
    assert printed(image) == ("", "")


def test_a_line_that_names_the_opening_picture_credits_that_one() -> None:
    """Whatever pictures stand between."""
    lead, second = images(
        f"<p>{FIRST}</p><img src=/p/second-of-all.jpg><p>{SECOND}</p><p>Featured image: Ann Doe</p>",
        before="<figure><img src=/p/first-of-all.jpg></figure>",
    )
    assert (printed(lead), printed(second)) == (("", "Featured image: Ann Doe"), ("", ""))


def test_a_line_that_says_what_the_opening_picture_shows_is_no_credit() -> None:
    line = "<p>Header image: The hall at low tide. — Photo by author</p>"
    (image,) = images(f"<p>{SECOND}</p>{line}", before="<figure><img src=/p/first-of-all.jpg></figure>")
    assert printed(image) == ("", "")


def test_a_caption_that_ends_in_its_house_needs_no_line() -> None:
    figure = f"<figure>{IMG}<figcaption>{CAPTION} — AFP</figcaption></figure>"
    (image,) = images(f"<p>{SECOND}</p><p>Photo: Ann Doe</p>", before=figure)
    assert printed(image) == (f"{CAPTION} — AFP", "")


def test_the_subject_of_the_story_after_a_picture_is_no_caption() -> None:
    rubric = "<span><i><a href=/category/politics rel='category tag'>Politics</a></i></span>"
    (image,) = images(rubric.join(("<figure><img src=/p/first-of-all.jpg></figure>", "")))
    assert printed(image) == ("", "")
    (told,) = images(
        "<figure><img src=/p/first-of-all.jpg></figure><span><i><a href=/the-hall>The hall on Friday</a></i></span>"
    )
    assert printed(told) == ("The hall on Friday", "")


def test_a_line_that_points_to_the_picture_is_its_caption() -> None:
    (image,) = images(f"<p><img src=/p/first-of-all.jpg></p><p>▲ {CAPTION}</p>")
    assert printed(image) == (f"▲ {CAPTION}", "")


def test_an_aside_named_for_its_picture_holds_one_of_the_articles() -> None:
    """An aside of words and picture is another story's."""
    (image,) = images(f"<aside class=image-right>{IMG}<p class=caption>{CAPTION}</p></aside>")
    assert printed(image) == (CAPTION, "")
    assert images(f"<aside class=image-right>{IMG}<p>{FIRST}</p></aside>") == []
    assert images(f"<aside class=teaser>{IMG}<p class=caption>{CAPTION}</p></aside>") == []


@pytest.mark.parametrize("count", ["Image 1 of 3", "1/3", "6.2", "7"])
def test_a_counter_or_a_mark_is_no_caption(count: str) -> None:
    (image,) = images(f"<figure>{IMG}<figcaption><span>{count}</span><span>{CAPTION}</span></figcaption></figure>")
    assert printed(image) == (CAPTION, "")


TOLD = [
    "会议现场（图片来源：视觉中国）",
    "記者会見する首相＝共同",
    "대통령이 3일 발언하고 있다. 사진=홍길동 기자",
    "The minister in the hall on Friday. Ann Doe (AFP)",
    "The minister in the hall on Friday (AFP)",
]
NOT_TOLD = ["The minister left the hall on Friday (and came back)", "The vote: a farce, they said", "Two and two = four"]


@pytest.mark.parametrize("line", TOLD)
def test_a_plain_paragraph_after_the_picture_that_ends_in_its_credit_is_the_caption(line: str) -> None:
    (image,) = images(f"<p><img src=/p/first-of-all.jpg></p><p>{line}</p>")
    assert printed(image) == (line, "")
    (image,) = images(f"<p><img src=/p/first-of-all.jpg><br>{line}</p>")
    assert printed(image) == (line, "")


@pytest.mark.parametrize("line", NOT_TOLD)
def test_a_plain_paragraph_after_the_picture_without_a_credit_is_the_storys(line: str) -> None:
    (image,) = images(f"<p><img src=/p/first-of-all.jpg></p><p>{line}</p>")
    assert printed(image) == ("", "")


def test_a_wire_in_brackets_at_the_end_of_the_story_signs_it() -> None:
    (image,) = left(
        f"<main><article><h1>Budget passes</h1><div class=x1><p>{FIRST}</p><p>{SECOND}</p>"
        "<p><img src=/p/first-of-all.jpg></p><p>The minister left the hall on Friday (AFP)</p></div></article></main>"
    )
    assert printed(image.image) == ("", "")


def test_a_byline_after_the_picture_is_no_credit_of_it() -> None:
    byline = "<div class=bylines-wrapper><p class=byline><span>By </span><a href=/staff/ann-doe/>Ann Doe</a></p></div>"
    (image,) = images("", before=f"<div class=lede><img src=/p/first-of-all.jpg></div>{byline}")
    assert printed(image) == ("", "")
