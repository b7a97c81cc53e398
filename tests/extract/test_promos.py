"""Blocks that promote other articles: found, read, cut out."""

import pytest

from crawler.evidence import RawBlock, RawTeaser
from crawler.extract.page import container
from crawler.extract.page.links import speaks, target
from crawler.extract.page.outline import Outline
from crawler.extract.promos import finding as promos
from crawler.extract.promos.finding import Promo
from tests.extract.pages import FIRST, LAST, SECOND, laid_out

H1 = "<h1>Budget passes after long night</h1>"
ONE, TWO, THREE = "Schools get more money this year", "Why the hospitals still wait", "Trains will run more often soon"
A1 = f"<a href='/politics/schools-124'>{ONE}</a>"
A2 = f"<a href='/health/hospitals-125'>{TWO}</a>"
A3 = f"<a href='https://www.news.example/traffic/trains-126'>{THREE}</a>"


def find(between: str, after: str = "") -> tuple[Outline, tuple[Promo, ...]]:
    """The promos of a page with something between its first and second paragraph, and something after its article."""
    outline, _ = laid_out(
        f"<header><nav><a href='/politics'>Politics and the economy of it</a></nav></header>"
        f"<main><article>{H1}<div class=x1><p>{FIRST}</p>{between}<p>{SECOND}</p><p>{LAST}</p></div></article></main>{after}"
    )
    found = container.find(outline)
    assert found is not None
    return outline, promos.find(outline, found)


def blocks(between: str, after: str = "") -> list[RawBlock]:
    return [promo.block for promo in find(between, after)[1]]


def _last(line: str) -> list[RawBlock]:
    """The blocks of a page whose article ends with the line."""
    outline, _ = laid_out(f"<main><article>{H1}<div><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>{line}</div></article></main>")
    found = container.find(outline)
    assert found is not None
    return [promo.block for promo in promos.find(outline, found)]


def heads(block: RawBlock) -> list[str | None]:
    return [item.headline for item in block.items]


WITHIN = {
    "a promo paragraph": (f"<p>Baca juga: {A1}</p>", "Baca juga", [ONE]),
    "a label in bold": (f"<p><strong>READ MORE:</strong> {A1}</p>", "READ MORE", [ONE]),
    "a long lead before a colon": (
        f"<p>More on what the elections in the coming year will bring: {A1}</p>",
        "More on what the elections in the coming year will bring",
        [ONE],
    ),
    "a label of a language nobody listed": (f"<p>MBWXQ ZKT: {A1}</p>", "MBWXQ ZKT", [ONE]),
    "a label hidden from sight before it": ("<p><span>Read also</span> <span class=sr-only>For subscribers"
        f"</span>{A1}</p>", "Read also", [ONE]),
    "a note on access between label and link": (f"<section class=x2><span>Lire aussi</span> <span><i>Article réservé à nos "
        f"abonnés</i> {A1}</span></section>", "Lire aussi", [ONE]),
    "a label between angles": (f"<p>＜関連＞{A1}</p>", "関連", [ONE]),
    "a label before the colon of its script": (f"<p>ተዛማጅ፦ {A1}</p>", "ተዛማጅ", [ONE]),
    "a part's number between angles": (f"<ul><li>The story so far<br>【第1回】{A1}<br></li></ul>", "【第1回", [ONE]),
    "a paragraph that is one link": (f"<p>{A1}</p>", None, [ONE]),
    "a line between br": (f"<div>{SECOND}<br><br>Baca juga: {A1}<br><br>{LAST}</div>", "Baca juga", [ONE]),
    "an aside with heading and list": (f"<aside><h3>Related</h3><ul><li>{A1}</li><li>{A2}</li>"
        "</ul></aside>", "Related", [ONE, TWO]),
    "a heading before the list": (f"<h3>Related</h3><ul><li>{A1}</li><li>{A2}</li></ul>", "Related", [ONE, TWO]),
    "hashed names": (f"<div class=k9><div class=k8><span class=k7>Read also</span></div><div class=k6>{A1}"
        "</div></div>", "Read also", [ONE]),
    "one link around a card": (
        f"<aside><a href='/p/124-schools'><img src=t.jpg><div>Mehr zum Thema</div><h3>{ONE}</h3>"
            "</a></aside>", "Mehr zum Thema", [ONE]),
    "several links on one card": (
        "<div><h2>Read next</h2><a href='/p/124-schools'><img src=t.jpg></a><a class=category href='/p'>Politics of the "
            "whole country</a>"
        f"<a href='/p/124-schools'><h2>{ONE}</h2></a><a href='/p/124-schools'>Read more</a></div>", "Read next", [ONE]),
    "a link without words over the card": (
        f"<div><article><a href='/p/124-schools'></a><div><img src=t.jpg><h3>{ONE}</h3></div><p>A summary of it.</p>"
            "</article></div>", None, [ONE]),
    "a link over the card whose words are for screen readers": (
        f"<aside><article><div><img src=t.jpg></div><a href='/p/124-schools'><span class=sr-only>{ONE}</span></a><header><div>"
            f"Schools</div><div>{ONE}</div></header></article></aside>", None, [ONE]),
    "a link around a heading in what is called a topic": (
        f"<aside class=topicbox><h2>In brief</h2><div class=topic-item><a href='/p/124'><h3>{ONE}</h3></a></div>"
            f"<div class=topic-item><a href='/p/125'><h3>{TWO}</h3></a></div></aside>", "In brief", [ONE, TWO]),
    "a kicker on the line of its link": (
        f"<ul><li><span class=k>Catalonia</span>{A1}</li><li><span class=k>PP</span>{A2}</li></ul>", None, [ONE, TWO]),
    "an article in the article": (f"<article><a href='/p/124-schools'><img src=t.jpg></a><h3>{A1}</h3></article>", None, [ONE]),
    "a custom element": (f"<x-recommendations><h4>See also</h4><x-item>{A1}</x-item><x-item>{A2}</x-item>"
        "</x-recommendations>", "See also", [ONE, TWO]),
    "links side by side": (f"<div><h2>See also</h2>{A1}{A2}{A3}</div>", "See also", [ONE, TWO, THREE]),
}  # fmt: skip


@pytest.mark.parametrize("how", WITHIN)
def test_promotion_in_the_text_is_found_and_cut(how: str) -> None:
    """Its words lie in the spans, the paragraphs' do not."""
    between, label, headlines = WITHIN[how]
    outline, found = find(between)
    assert [(promo.block.label, heads(promo.block)) for promo in found] == [(label, headlines)]
    assert found[0].block.placement == "inline"
    cut = " ".join(outline.texts[text] for promo in found for first, last in promo.spans for text in range(first, last))
    assert all(headline in cut for headline in headlines)
    assert FIRST not in cut
    assert SECOND not in cut


KEPT = {
    "a link within a sentence": f"<p>The parliament said that {A1} before it went home for the summer.</p>",
    "a link that ends a sentence": f"<p>And so the {A1}</p>",
    "a dateline before a link": "<p>BERLIN: <a href='/topic/parliament-of-the-country'>The parliament of it</a> has "
        "decided to go on with its work for a week.</p>",
    "a paragraph that is a link to elsewhere": "<p><a href='https://agency.test/report'>Read the whole report of the agency "
        "here</a></p>",
    "a picture that opens large": "<figure><a href='/hall.jpg'><img src='/hall.jpg'></a><figcaption>The <a href='/x'>hall"
        "</a> on Friday.</figcaption></figure>",
    "a subject": "<p>Tags: <a href='/tag/budget'>Budget</a>, <a href='/tag/school'>School</a></p>",
    "a jump within the page": "<p><a href='#part2'>Go on to the second part of this text</a></p>",
    "a share link": "<p><a href='https://www.facebook.com/sharer/sharer.php?u=x'>Share this article on Facebook now</a></p>",
}  # fmt: skip


@pytest.mark.parametrize("how", KEPT)
def test_links_of_the_text_itself_stay(how: str) -> None:
    """A link within prose promotes nothing."""
    assert blocks(KEPT[how]) == []


def test_a_list_after_the_article_stands_at_its_end() -> None:
    """With its own heading; the next list is another block."""
    lists = (
        f"<section><h2>Related</h2><ul><li>{A1}</li><li>{A2}</li></ul></section><section><h2>Most read</h2><ol><li>{A3}"
        f"</li><li>{A1}</li></ol></section>"
    )
    found = blocks("", lists)
    assert [(block.label, block.placement, heads(block)) for block in found] == [
        ("Related", "end", [ONE, TWO]),
        ("Most read", "end", [THREE, ONE]),
    ]


def test_a_date_beside_a_link_makes_no_sentence_of_its_line() -> None:
    items = f"<ul><li>{A1}<span>Wednesday 22 July 2026 08:12 CET</span></li></ul>"
    found = blocks("", f"<div class=x3><h3>Related</h3>{items}</div>")
    assert [(block.label, heads(block)) for block in found] == [("Related", [ONE])]


def test_a_block_of_one_story_has_its_own_heading() -> None:
    """And no other block's label."""
    one = f"<div class=x3><h2>Related</h2><div>{A1}</div></div>"
    other = f"<div class=x3><h2>Most read</h2><div>{A2}</div></div>"
    found = blocks("", f"<p>Tags: <a href='/tag/x'>school</a></p>{one}{other}")
    assert [(block.label, heads(block)) for block in found] == [("Related", [ONE]), ("Most read", [TWO])]


def test_a_title_within_the_next_card_parts_two_blocks_of_one_story_each() -> None:
    """Whatever it says."""
    two = f"<section><h2>Related</h2><ul><li>{A1}</li></ul></section><aside><h2>Hot now</h2><ul><li>{A2}</li></ul></aside>"
    assert [(block.label, heads(block)) for block in blocks("", two)] == [("Related", [ONE]), (None, [TWO])]


def test_a_card_goes_as_far_as_its_picture_whatever_stands_between() -> None:
    """Section and summary stand beside the headline, the picture with the same link and the label around them."""
    words = f"<p><a href=/politics>Politics</a></p><p>{A1}</p><p class=lead>{SECOND}</p>"
    picture = "<div><a href='/politics/schools-124'><img src=a.jpg></a></div>"
    outline, found = find(f"<div><p>Czytaj więcej</p><div>{picture}<div>{words}</div></div></div>")
    assert [(promo.block.label, heads(promo.block)) for promo in found] == [("Czytaj więcej", [ONE])]
    assert SECOND in outline.text(found[0].elements[0])


def test_a_label_on_a_line_of_its_own_is_the_label() -> None:
    """Not label and headline together."""
    assert [block.label for block in blocks(f"<div class=x5><p>Baca juga:</p><ul><li>{A1}</li></ul></div>")] == ["Baca juga:"]


def test_a_heading_labels_what_shares_its_element_alone() -> None:
    """Cards beyond the element of heading and list are another block, though nothing parts the two."""
    more = "".join(f"<article><a href='/p/{n}'><h3>One more story of this day, number {n}</h3></a></article>" for n in (1, 2))
    listed = f"<section><h2>Related</h2><article>{A1}</article><article>{A2}</article></section>"
    found = blocks("", f"<div class=end>{listed}<div class=x><div>{more}</div></div></div>")
    assert [(block.label, len(block.items)) for block in found] == [("Related", 2), (None, 2)]


def test_a_title_between_two_lists_heads_the_second() -> None:
    """Whatever it says, and whatever tag it bears."""
    lists = (
        f"<ul><li>{A1}</li><li>{A2}</li></ul><div class=who>Jane Doe</div><p class=list-title>By her</p><ul><li>{A3}</li></ul>"
    )
    assert [(block.label, len(block.items)) for block in blocks("", f"<div class=end><h2>Related</h2>{lists}</div>")] == [
        ("Related", 2),
        ("By her", 1),
    ]


def test_a_line_that_opens_with_its_label_was_put_there_by_hand() -> None:
    """After the last paragraph too; a heading and a list are the page's end."""
    outline, _ = laid_out(f"<article>{H1}<div><p>{FIRST}</p><p>{SECOND}</p><p>Lire aussi : {A1}</p></div></article>")
    found = container.find(outline)
    assert found is not None
    assert [promo.block.placement for promo in promos.find(outline, found)] == ["inline"]


def test_lines_of_a_paragraph_of_links_were_put_there_by_hand() -> None:
    (block,) = _last(f"<p>In Example | {A1}</p>")
    assert (block.label, block.placement) == ("In Example", "inline")
    (block,) = _last(f"<h2>Elsewhere on Example</h2><p>{A1}<br><br>{A2}<br><br>{A3}</p>")
    assert block.placement == "inline" and heads(block) == [ONE, TWO, THREE]
    (block,) = _last(f"<ul><li>{A1}</li><li>{A2}</li></ul>")
    assert block.placement == "end"


def test_the_button_of_a_card_is_no_label_of_its_block() -> None:
    card = "<li><img src=t.jpg><h4>{}</h4><p><a href='/p/{}'>Read more</a></p></li>"
    (block,) = blocks("", f"<aside><h5>Top stories</h5><ul>{card.format(ONE, 1)}{card.format(TWO, 2)}</ul></aside>")
    assert (block.label, heads(block)) == ("Top stories", [ONE, TWO])


def test_a_kicker_on_the_line_of_a_link_parts_no_list() -> None:
    items = f"<li><b>News</b> {A1}</li><li><b>Latest</b> {A2}</li><li><b>Sport</b> {A3}</li>"
    (block,) = blocks("", f"<section><h3>Related</h3><ul>{items}</ul></section>")
    assert (block.label, len(block.items)) == ("Related", 3)


def test_named_elements_beside_a_link_make_no_sentence_of_an_item() -> None:
    items = f"<li><span class=sr>standard</span> {A1} <span class=who>Ana Lima</span></li><li>{A2}</li>"
    (block,) = blocks(f"<section><h2>Related</h2><ul>{items}</ul></section>")
    assert heads(block) == [ONE, TWO]


def test_a_heading_above_the_headline_s_own_heads_a_block_of_one_story() -> None:
    section = "<section><h3>{}</h3><div><a href='/p/{}'><h4>{}</h4></a></div></section>"
    found = blocks("", section.format("In the same section", 1, ONE) + section.format("Around this subject", 2, TWO))
    assert [(block.label, heads(block)) for block in found] == [("In the same section", [ONE]), ("Around this subject", [TWO])]


def test_the_heading_nearest_to_a_story_heads_it_and_no_mark_of_an_empty_slot() -> None:
    side = f"<aside><div><h4>- Advertisement -</h4></div><div><h4>Most Popular</h4><h3>{A1}</h3></div></aside>"
    (block,) = blocks("", side)
    assert block.label == "Most Popular"


def test_a_row_of_subjects_holds_no_teaser_though_one_is_long() -> None:
    row = "<a href='/a'>Fibre</a> ▪ <a href='/b'>Drones</a> ▪ <a href='/c'>The piracy of Sony</a> ▪ <a href='/d'>Hadopi</a>"
    (block,) = blocks("", f"<section><h3>Related</h3><ul><li>{A1}</li><li>{A2}</li></ul></section><div>{row}</div>")
    assert heads(block) == [ONE, TWO]


def test_a_picture_above_related_links_in_one_box_is_the_article_s() -> None:
    """Though the page shows buttons that are pictures."""
    related = f"<div><h2>On the subject</h2><ul><li>{A1}</li></ul></div>"
    box = f"<div id=picture><div><img src=/i/hall-on-friday.jpg></div>{related}</div>"
    tools = "<ul><li><a href=/forward><img src=/i/send.gif></a></li></ul>"
    outline, _ = laid_out(f"<div id=article>{tools}{H1}{box}<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></div>")
    found = container.find(outline)
    assert found is not None
    (promo,) = promos.find(outline, found)
    assert not any(outline.tags[each] == "img" for root in promo.elements for each in outline.within(root))


def test_an_entry_beside_the_writer_s_in_a_list_of_details_is_no_teaser() -> None:
    """It says where the story was printed."""
    issue = "<li><a href=/issues/2023/37>Printed in the issue of May 5</a></li>"
    assert blocks(f"<ul><li><span class=author-name>Jane Doe</span></li>{issue}</ul>") == []


def test_a_captioned_picture_before_buttons_is_no_part_of_their_block() -> None:
    """Its caption labels nothing."""
    figure = "<figure><img src=/i/hall-on-friday.jpg><figcaption>The hall on Friday.</figcaption></figure>"
    button = "<div><ul><li><a href='/gallery/hall-99'>5 pictures: open the series</a></li></ul></div>"
    outline, found = find(f"<div class=x1>{figure}{button}{button}</div>")
    assert all(promo.block.label is None for promo in found)
    picture = outline.tags.index("img")
    assert not any(outline.holds(element, picture) for promo in found for element in promo.elements)


def test_a_column_beside_the_article_is_an_aside() -> None:
    """By its element or by its name."""
    items = f"<h2>Latest</h2><ul><li>{A1}</li><li>{A2}</li></ul>"
    for column in (f"<aside>{items}</aside>", f"<div class='col right-sidebar'>{items}</div>"):
        assert [block.placement for block in blocks("", column)] == ["aside"]


SLOT = "<div class=x7><small>Advertisement</small></div>"
LIST = f"<ol><li><span>1</span><a href='/p/124'><h3>{ONE}</h3></a></li><li><span>2</span>{A2}</li></ol>"


@pytest.mark.parametrize(
    ("beside", "label"),
    [
        (f"{SLOT}<section><h4>Most read</h4>{LIST}</section>", "Most read"),
        (f"{SLOT}<div class=x8><div>Terpopuler</div>{LIST}</div>", "Terpopuler"),
        (f"{SLOT}<div class=x8><div>From the quarter</div>{LIST}</div>", "From the quarter"),
        (f"<section><div><small>Advertisement</small><h4>Most read</h4></div>{LIST}</section>", "Advertisement"),
        (f"<section><small>Advertisement</small>{LIST}</section>", "Advertisement"),
    ],
)
def test_an_empty_advertising_slot_labels_nothing_beside_it(beside: str, label: str) -> None:
    """Its mark belongs to a list only where it stands within the element around the list and its label."""
    assert [block.label for block in blocks("", f"<div class=right>{beside}</div>")] == [label]


@pytest.mark.parametrize(
    ("remark", "said"),
    [("<!-- berita terkait START -->\n", True), ("<!-- Berita terkait END -->\n", False), ("<!-- /related -->", False)],
)
def test_a_comment_before_a_list_without_heading_says_what_it_is(remark: str, said: bool) -> None:
    """Templates name their parts; the end of another part says nothing."""
    (block,) = blocks("", f"<div class=x1>{remark}<div class=x2><div>{A1}</div><div>{A2}</div></div></div>")
    assert block.label is None
    assert any("related" in signal or "terkait" in signal for signal in block.signals) is said


def test_a_related_list_after_the_article_is_its_end_in_an_aside_too() -> None:
    """A column that is named so is none."""
    items = f"<h2>More on this story</h2><ul><li>{A1}</li><li>{A2}</li></ul>"
    for element, placement in (("aside class=related", "end"), ("aside class=right-rail", "aside")):
        assert [block.placement for block in blocks("", f"<{element}>{items}</aside>")] == [placement]


def test_the_first_known_of_a_row_of_tabs_labels_a_list_that_loads_more_pages() -> None:
    tabs = "<h4><a href='#a'>Related articles</a><a href='#b'>More from author</a></h4>"
    (block,) = blocks("", f"<div class='x8 with_ajax_pagination'>{tabs}<div><div>{A1}</div><div>{A2}</div></div></div>")
    assert (block.label, block.placement, heads(block)) == ("Related articles", "end", [ONE, TWO])
    assert blocks("", f"<div class='x8 pagination'><div><div>{A1}</div><div>{A2}</div></div></div>") == []


def test_menus_and_footers_are_no_promotion() -> None:
    """However many links they hold."""
    menu = "".join(f"<li><a href='/s{n}'>Section {n}</a></li>" for n in range(40))
    assert (
        blocks(
            "", f"<div class=menu><ul>{menu}</ul></div><footer><a href='/terms'>Terms and conditions of use here</a></footer>"
        )
        == []
    )


def test_a_card_is_read_part_by_part() -> None:
    """Kicker, headline, summary, date, section, picture and badge."""
    card = (
        "<div class=card><a href='/p/124-schools' rel=bookmark><img data-src='/t-large.jpg' src='data:image/gif;base64,R0' "
        "alt='A school'></a>"
        "<span class=badge>Premium</span><a class=category href='/politics'>Politics</a>"
        f"<h3><a href='/p/124-schools'><span class=kicker>Education</span> {ONE}</a></h3>"
        "<p>The plan foresees forty new schools within three years.</p><time datetime='2024-05-05T08:00'>5 May 2024"
        "</time></div>"
    )
    (block,) = blocks(f"<section><h2>Related</h2>{card}</section>")
    assert block.items == (
        RawTeaser(
            url="https://news.example/p/124-schools",
            headline=ONE,
            kicker="Education",
            description="The plan foresees forty new schools within three years.",
            date="5 May 2024",
            section="Politics",
            image_url="https://news.example/t-large.jpg",
            image_alt="A school",
            badges=("Premium",),
            rel="",
        ),
    )


def test_what_only_style_parts_beside_a_date_is_parted() -> None:
    """Two elements on one line, without a blank between."""
    card = f"<div class=row>{A1}<div class=row-date><span>Example.news</span><span>5 May 2024</span></div></div>"
    (block,) = blocks(f"<section><h2>Related</h2>{card}<div class=row>{A2}</div></section>")
    assert block.items[0].date == "Example.news 5 May 2024"


def test_signals_are_the_words_of_the_block_and_what_it_stands_in() -> None:
    """They say of which kind it is where its heading does not."""
    (block,) = blocks("", f"<section class='Most-Read widget'><div><ul><li>{A1}</li><li>{A2}</li></ul></div></section>")
    assert any("most-read" in signal for signal in block.signals)


def test_what_holds_the_text_as_well_is_no_signal() -> None:
    """Though the column of the article be called a sidebar."""
    _, found = find(f"<div class=promo>{A1}</div>", "")
    outline, _ = laid_out(
        f"<main class=sidebar-1>{H1}<article class=x1><p>{FIRST}</p><div class=promo>{A1}</div><p>{SECOND}</p><p>{LAST}</p>"
        "</article></main>"
    )
    held = container.find(outline)
    assert held is not None
    (promo,) = promos.find(outline, held)
    assert [signal for signal in promo.block.signals if "sidebar" in signal] == []
    assert promo.block.signals == found[0].block.signals


def test_signals_come_from_within_the_block_and_part_the_humps_of_names() -> None:
    """What holds the cards alone may be named, or be named in one word by a build tool."""
    inner = (
        f"<div class='Footer_wrapper__0D8Xn'><div class='SectionRelatedTeasers_list__JsqU5'><p>{A1}</p><p>{A2}</p></div></div>"
    )
    (block,) = blocks("", f"<section>{inner}</section>")
    assert any("-related-teasers" in signal for signal in block.signals)
    (block,) = blocks("", f"<section><h2>Forum</h2>{inner}</section>")
    assert not any("-related-teasers" in signal for signal in block.signals)


def test_a_custom_element_is_named_by_its_tag() -> None:
    (block,) = blocks("", f"<related-posts><ul><li>{A1}</li><li>{A2}</li></ul></related-posts>")
    assert any("related-posts" in signal for signal in block.signals)


def test_a_long_list_is_read_up_to_a_limit() -> None:
    """What the page shows to every reader goes on for ever."""
    items = "".join(f"<li><a href='/p/{n}-story'>One more story of this day, number {n}</a></li>" for n in range(300))
    (block,) = blocks("", f"<section><h2>Latest</h2><ul>{items}</ul></section>")
    assert len(block.items) == promos.MOST_ITEMS


def test_lists_above_the_article_take_no_room_from_those_that_follow_it() -> None:
    items = "".join(f"<li><a href='/p/{{0}}{n}-story'>One more story of this day, number {n}</a></li>" for n in range(12))
    above = "".join(f"<section><h2>Part {part}</h2><ul>{items.format(part)}</ul></section>" for part in range(5))
    below = f"<section class=related><ul><li>{A1}</li><li>{A2}</li></ul></section>"
    outline, _ = laid_out(f"{above}<main><article>{H1}<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></article></main>{below}")
    found = container.find(outline)
    assert found is not None
    assert heads(promos.find(outline, found)[-1].block) == [ONE, TWO]


@pytest.mark.parametrize(
    ("href", "key"),
    [
        ("/politics/schools-get-more-124?utm_source=x#top", "/politics/schools-get-more-124"),
        ("/?p=124", "/?p=124"),
        ("#top", None),
        ("javascript:void(0)", None),
        ("mailto:desk@news.example", None),
        ("/photos/hall.jpg", None),
        ("https://wa.me/?text=x", None),
        ("/author/jane-doe", None),
        ("/editor/jane-doe", None),
        ("", None),
        (None, None),
    ],
)
def test_links_to_one_page_have_one_key(href: str | None, key: str | None) -> None:
    assert target(href) == key


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Schools get more money", True),
        ("Politics", False),
        ("Read more", False),
        ("イスラエルとハマスの停戦", True),
        ("政治", False),
        ("นักวิชาการชี้เขื่อนกันคลื่นยิ่งสร้าง หาดยิ่งหาย", True),
        ("ข่าวทั้งหมด", False),
        ("https://photos.example/a b c d e", False),
    ],
)
def test_a_headline_has_some_words_or_signs(text: str, answer: bool) -> None:
    assert speaks(text) is answer
