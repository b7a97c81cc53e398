"""Where a page prints who wrote it: beside headline and text, whatever the markup calls it."""

import pytest

from crawler.evidence import Candidate
from crawler.extract.bylines.finding import find_bylines
from crawler.extract.dates.finding import find_dates
from tests.extract.pages import SECOND, TEXT, known, placed

H1 = "<h1>Budget passes after long night</h1>"
OG = '<meta property="og:title" content="Budget passes after long night">'


def find(body: str, head: str = "") -> tuple[Candidate, ...]:
    place, metadata = placed(body, OG + head)
    return find_bylines(place, known(metadata), others=find_dates(place).elements).candidates


def parts(body: str, head: str = "") -> list[list[str]]:
    return [[part.text for part in candidate.parts] for candidate in find(body, head)]


LONG = "Kovács Attila, Péter Ágnes • 2023. augusztus 23., 17:26 • utolsó módosítás: 2023. augusztus 23., 18:02"
PRINTED = {
    "in a menu, by the property": (
        "<nav><a href=/t/jane><i itemprop=author>Jane Doe</i></a></nav>",
        ["Jane Doe"],
    ),
    "names in a row before the day": (
        "<div><span>Anna Martel</span> <span>Lea Wagner</span></div><p>3. Mai 2024, 17:47</p>",
        ["Anna Martel", "Lea Wagner"],
    ),
    "by a link whose address ends in the writer's number": (
        "<div><a href=/desk/author-Jane-Doe-479252599.cms>Jane Doe</a></div>",
        ["Jane Doe"],
    ),
    "by links to profiles in lines of their own": (
        "<ul><li><a href=/reporter/221>Jane Doe</a> Reporter</li><li><a href=/reporter/340>Ann Roe</a> Reporter</li></ul>",
        ["Jane Doe", "Reporter", "Ann Roe", "Reporter"],
    ),
    "by class": ("<div class=byline>By <a href='/x'>Jane Doe</a></div>", ["By", "Jane Doe"]),
    "by itemprop": ("<span itemprop=author>Jane Doe</span>", ["Jane Doe"]),
    "in another language's class": ("<div class='penulis'>Oleh : <b>Harry Siswoyo</b></div>", ["Oleh :", "Harry Siswoyo"]),
    "in a test name": ("<div data-testid='authorLine'>Jane Doe</div>", ["Jane Doe"]),
    "by the link to a profile": (
        "<p class=c3>Words by <a class=z1 href='/authors/jane-doe'>Jane Doe</a></p>",
        ["Words by", "Jane Doe"],
    ),
    "by its words alone": (
        "<p class=c3>Von Anna Martel und Lea Wagner, Nairobi</p>",
        ["Von Anna Martel und Lea Wagner, Nairobi"],
    ),
    "beside a date on its line": (
        "<div class=m2><span>D. Hadžić</span> <span class=time>14.2.2024. u 10:12</span></div>",
        ["D. Hadžić"],
    ),
    "a wire beside a date on its line": ("<div class=m2><span>Reuters</span> <time>14 February 2024</time></div>", ["Reuters"]),
    "without the place before a date": (
        "<div class=details><span>MAIORI, <time>14 febbraio 2024</time></span><span class=author>Anna Russo</span></div>",
        ["Anna Russo"],
    ),
    "with the by-word outside": ("<p class=m>By <span class=author>Jane Doe</span></p>", ["By", "Jane Doe"]),
    "one element a name": (
        "<div><span class=author>Jane Doe</span> <span class=author>John Roe</span></div>",
        ["Jane Doe", "John Roe"],
    ),
    "without the date": ("<div class=author>Jane Doe <time>5 May 2024</time></div>", ["Jane Doe"]),
    "without the biography": (
        "<div class=author><b>Jane Doe</b><p class=author-bio>Writes on budgets.</p><button>Follow</button></div>",
        ["Jane Doe"],
    ),
    "without a biography that ends in a stop of its own script": (
        "<div class=author><a>अमृत सुवेदी</a><p>सुवेदी अनलाइनखबरका पोखरा संवाददाता हुन् ।</p></div>",
        ["अमृत सुवेदी"],
    ),
    "in an element named after the date": (
        "<div class=article_date><span>5 May 2024 11:35</span> | <span>By Jane Doe, John Roe</span></div>",
        ["5 May 2024 11:35", "|", "By Jane Doe, John Roe"],
    ),
    "in a button that opens a card": ("<p class=author><button><b class=author-name>Jane Doe</b></button></p>", ["Jane Doe"]),
    "without rubric and other stories": (
        """<div class=author><a rel=author href=/author/jane>Jane Doe</a> <a href=/category/tax>Tax</a>
        <a href=/t-1>Why the new tax is not what it was meant to be, and what comes next</a></div>""",
        ["Jane Doe"],
    ),
    "without buttons that lead to its subjects": (
        "<div class=author>By <a href=/authors/jane>Jane Doe</a> <a class='category-button b1' href=/news/x>John Roe</a></div>",
        ["By", "Jane Doe"],
    ),
    "without the number of readers": (
        "<div class=entry-meta>by <a rel=author href=/a>Jane Doe</a> <i>1747</i></div>",
        ["by", "Jane Doe"],
    ),
    "in a line of details that is named for its buttons too": (
        "<div class='entry-meta social-comments'>By <span class=author>Jane Doe</span></div>",
        ["By", "Jane Doe"],
    ),
    "with the comma between name and office": (
        "<p class=byline>By <a href='/author/jane'>Jane Doe</a>, <span>Arts Editor</span> <i>1,747</i></p>",
        ["By", "Jane Doe", ",", "Arts Editor"],
    ),
    "in a figure with the writer's portrait": (
        "<figure><img src=j.jpg><figcaption><address>By <a href='/author/jane'>Jane Doe</a></address></figcaption></figure>",
        ["By", "Jane Doe"],
    ),
    "an agency right below the headline": ("<p class=c3>REUTERS</p>", ["REUTERS"]),
    "in a list, its label in bold": (
        "<ul><li><b>Date</b> 5 May</li><li><b>Author</b> Jane Doe</li></ul>",
        ["Author", "Jane Doe"],
    ),
    "with the date after a bar": (
        "<div class=article-info>Jane Doe | May 3, 2024 10:11 am | Updated: May 4, 2024</div>",
        ["Jane Doe | May 3, 2024 10:11 am | Updated: May 4, 2024"],
    ),
    "above the date, a line break between": (
        "<div class=meta><p><b>Veronique Lamquin</b><br><time><span>Samedi 12 janvier 2013, 18h42</span></time></p></div>",
        ["Veronique Lamquin"],
    ),
    "as long as a paragraph with its two dates": (
        f"<div class=author>{LONG}</div>",
        [LONG],
    ),
    "with an agency and the date": ("<p class=byline>Jane Doe / TNN / May 3, 2024</p>", ["Jane Doe / TNN / May 3, 2024"]),
    "with a by-word and the date": (
        "<div class=submitted>Submitted by Jane Doe on Fri, 05/03/2024 - 10:11</div>",
        ["Submitted by Jane Doe on Fri, 05/03/2024 - 10:11"],
    ),
    "without a sentence on the writer": (
        "<div class=contributor><h3>Jane Doe</h3><p>Jane Doe is a professor of law and the author of three books.</p></div>",
        ["Jane Doe"],
    ),
    "in a list of terms": (
        "<dl><dt>Auteur</dt><dd><a href=/x>Uriel Gadessaud</a></dd><dt>Cover</dt><dd>Museum of Art</dd></dl>",
        ["Auteur:", "Uriel Gadessaud"],
    ),
    "behind the date of its line": ("<div class=info>2024-05-03 10:00 By Jane Doe</div>", ["2024-05-03 10:00 By Jane Doe"]),
    "behind bars": (
        "<div class=c3>03 de Mayo de 2024 | 10:00 | Redactado por Jane Doe, Emol</div>",
        ["03 de Mayo de 2024 | 10:00 | Redactado por Jane Doe, Emol"],
    ),
    "before the date, in Chinese": (
        "<div class=info>来源：新华社 作者：张三峰 2024-05-03 10:00</div>",
        ["来源：新华社 作者：张三峰 2024-05-03 10:00"],
    ),
    "behind date and by-word": (
        "<p class=c3>Publié le 03/05/2024 à 10:00 par Jeanne Dupontel</p>",
        ["Publié le 03/05/2024 à 10:00 par Jeanne Dupontel"],
    ),
    "before its date, in one named element": (
        "<p class=autor>Jana Muster, Wien <br>3. Mai 2024, 10:00</p>",
        ["Jana Muster, Wien", "3. Mai 2024, 10:00"],
    ),
    "with the agency that helped": ("<p class=c3>Jeanne Dupontel avec AFP</p>", ["Jeanne Dupontel avec AFP"]),
    "with the other makers": (
        "<p class=c3>Words by Jane Doe. Photography by John Roe.</p>",
        ["Words by Jane Doe. Photography by John Roe."],
    ),
    "without a run of text on the writer": (
        "<div class=author-card><div>Jane Doe</div><div>Jane is a reporter who covers ports. She lives in Harwich.</div></div>",
        ["Jane Doe"],
    ),
    "before the word of change": (
        "<div class=author>By Jane Doe Updated May 3, 2024 4:05 pm ET</div>",
        ["By Jane Doe Updated May 3, 2024 4:05 pm ET"],
    ),
    "before a dash and the day": (
        "<div class=x>Jane Doe - Friday, 3 May 2024 10:00</div>",
        ["Jane Doe - Friday, 3 May 2024 10:00"],
    ),
    "under the name of a picture": (
        "<div class=authorbox><b>by</b> <span class=imagedefault>Jane Doe</span></div>",
        ["by", "Jane Doe"],
    ),
    "as a house beside its sign": (
        "<div class=signature><img src=l.png><span class=signature-avatar-name>The Journal</span></div>",
        ["The Journal"],
    ),
    "in a box called after the writer's portrait": (
        "<div class=author-info_wrapper-image><time>5 May 2024</time><address>Jane Doe</address></div>",
        ["Jane Doe"],
    ),
    "in a menu that is but a byline": (
        "<nav class=article-meta><a href=/author/jane>Jane Doe</a><span>May 3, 2024</span></nav>",
        ["Jane Doe", "May 3, 2024"],
    ),
    "in a menu, by its words": ("<nav class=c3><span>Reported by: <i>Jane Doe</i></span></nav>", ["Reported by:", "Jane Doe"]),
    "apart from the date of its line": (
        "<div class=article-meta><b>Jane Doe</b><span>May 3, 2024</span></div>",
        ["Jane Doe", "May 3, 2024"],
    ),
    "before the label of the date": (
        "<p class=c3>Author: Jane Doe Date: May 3, 2024</p>",
        ["Author: Jane Doe Date: May 3, 2024"],
    ),
    "in the last words of a standfirst": (
        "<p class=standfirst>The fishermen now wait for all the details, writes <a href=/profile/jane-doe>Jane Doe</a></p>",
        ["Jane Doe"],
    ),
    "two runs from the date": ("<p class=c3>Jane Doe</p><p class=c4>Harwich</p><time>May 3, 2024</time>", ["Jane Doe"]),
    "with the time that has passed": (
        "<div class=c3>Jane Doe<span>|</span><span>Published <time>4 months ago</time></span></div>",
        ["Jane Doe", "|", "Published"],
    ),
    "before the word of change, without a telling class": (
        "<div class=c3>By Jane Doe <div>Updated 3 May 2024</div></div>",
        ["By Jane Doe", "Updated 3 May 2024"],
    ),
    "behind the hour": (
        "<div class=c3><span>03.05.2024, 11:30 Uhr</span> von Jana Muster</div>",
        ["03.05.2024, 11:30 Uhr", "von Jana Muster"],
    ),
    "an agency beside the date": (
        "<div class=c3><div>By AFP</div><div><span>May 3, 2024</span></div></div>",
        ["By AFP"],
    ),
    "in the caption of the writer's portrait": (
        "<div class=author><img src=j.jpg><div class=caption><div class=text-author>By <b>Jane Doe</b></div></div></div>",
        ["By", "Jane Doe"],
    ),
    "by a link to a page below the root": ("<p class=c3><a href=/@janedoe>Jane Doe</a></p>", ["Jane Doe"]),
    "whatever data attributes are called": (
        "<p class=c3 data-reset-cookie=1 data-image=x>By <a href=/x>Jane Doe</a></p>",
        ["By", "Jane Doe"],
    ),
    "behind a caption as long as a paragraph": (
        f"<figure><img src=a.jpg><figcaption>{SECOND}</figcaption></figure><a class=c3 href=/author/jane>Jane Doe</a>",
        ["Jane Doe"],
    ),
    "a desk behind the by-word": ("<p class=c3>By Our Correspondent</p>", ["By Our Correspondent"]),
    "as a newsroom": ("<p class=c3>Redazione ANSA</p>", ["Redazione ANSA"]),
    "with an office of the press": ("<h4 class=c3>Ana Lima - Repórter da Agência</h4>", ["Ana Lima - Repórter da Agência"]),
    "as a name beside a date": ("<p class=c3>Jane Doe</p><p class=c4>5 May 2024, 10:11</p>", ["Jane Doe"]),
    "in a side bar of the article's head": ("<div class=sidebar><div class=author>Jane Doe</div></div>", ["Jane Doe"]),
}


@pytest.mark.parametrize("where", PRINTED)
def test_the_byline_is_found_between_headline_and_text(where: str) -> None:
    """With its segments, and with the by-word where there is one."""
    html, wanted = PRINTED[where]
    assert parts(f"<article>{H1}{html}{TEXT}</article>") == [wanted]


NEITHER = {
    "a letter of the share bar beside a date": "<div class=m2><ul><li>5 May 2024</li></ul><div class=share>TT</div></div>",
    "a place beside a date": "<p class=c3>Tel Aviv</p><p class=c4>5 May 2024, 10:11</p>",
    "an office outside the press": "<p class=c3>Jane Doe, finance minister</p>",
    "one vague word": "<p class=c3>Editorial</p>",
    "a licence": "<p class=c3>The texts of this page may be used <a href='//cc.example/licenses/by/4.0/'>CC-BY</a></p>",
    "a picture's credit": "<p class=c3>Antara/Teresia May</p>",
    "a newsletter's maker": "<div class=newsletter-box><p>By Carl Whitmore, every weekday in your inbox</p></div>",
}


@pytest.mark.parametrize("what", NEITHER)
def test_other_lines_between_headline_and_text_are_no_byline(what: str) -> None:
    assert parts(f"<article>{H1}{NEITHER[what]}{TEXT}</article>") == []


PAIRS = {
    "the role after the name": ("<li><a href=/me/nurma><b>Nurmayanti</b><i>Editor</i></a></li>", ["Editor:", "Nurmayanti"]),
    "the role before the name": ("<ul><li>Editor</li><li><a href=/u/iskandar>Iskandar</a></li></ul>", ["Editor:", "Iskandar"]),
    "two words need no link": (
        "<div><span>Penulis</span><span>Rizky Abdi</span><span>Foto</span></div>",
        ["Penulis:", "Rizky Abdi"],
    ),
}


@pytest.mark.parametrize("how", PAIRS)
def test_a_role_and_a_name_in_elements_of_their_own_are_read_together(how: str) -> None:
    """Below the text, without a telling class."""
    html, wanted = PAIRS[how]
    assert parts(f"<article>{H1}{TEXT}{html}</article>") == [wanted]
    assert parts(f"<article>{H1}{TEXT}<ul><li>Editor</li><li><a href=/login>Login</a></li></ul></article>") == []


def test_a_name_with_the_writers_role_beside_it_goes_before_one_without() -> None:
    """Though the page states that other one, the editor, as its author."""
    stated = '<meta name="author" content="Max Poe">'
    roles = "<div><h6>Jane Doe</h6><h6>Author</h6></div><div><h6>Max Poe</h6><h6>Editor</h6></div>"
    found = find(f"{H1}<p>Max Poe</p>{roles}{TEXT}", stated)
    weights = {candidate.parts[-1].text: candidate.weight for candidate in found}
    assert weights["Jane Doe"] > weights["Max Poe"]


def test_the_house_right_below_the_headline_or_beside_the_date_is_the_byline() -> None:
    head = '<meta property="og:site_name" content="The Star">'
    assert parts(f"<article>{H1}<div><span class=x1>The Star</span></div>{TEXT}</article>", head) == [["The Star"]]
    assert parts(f"<article>{H1}<p>May 3, 2024</p><p>The Star</p>{TEXT}</article>", head) == [["The Star"]]
    assert parts(f"<article>{H1}<p>{TEXT}</p><div>The Star</div></article>", head) == []


def test_the_only_link_of_the_page_to_a_writer_is_the_byline_where_none_stands_beside_the_text() -> None:
    box = "<div class=profile><h2>Commentary by</h2><a rel=author href=/jane-doe/1>Jane Doe</a></div>"
    page = f"<div><div><article>{H1}{TEXT}</article></div></div>"
    assert parts(f"<div><div>{page}</div>{box}</div>") == [["Jane Doe"]]
    assert parts(f"<div><div>{page}</div>{box}{box.replace('Jane', 'Joan')}</div>") == []
    assert parts(f"<div><div>{page}</div><div class=comments>{box}</div></div>") == []


def test_a_name_that_the_page_states_is_found_where_no_class_tells() -> None:
    """Structured data say whom to look for."""
    ld = '<script type="application/ld+json">{"@type": "Article", "headline": "Budget passes", "author": "Jane Doe"}</script>'
    assert parts(f"<article>{H1}<p class=x9>Jane Doe, Berlin</p>{TEXT}</article>", ld) == [["Jane Doe, Berlin"]]


def test_a_byline_below_the_text_counts_less() -> None:
    """The author's box repeats the byline, or is all there is."""
    upper, lower = find(
        f"<article>{H1}<div class=byline>By Jane Doe</div>{TEXT}<div class=author-box>Jane Doe, Bonn</div></article>"
    )
    assert upper.weight > lower.weight


OTHERS = {
    "a picture's": f"<article>{H1}<figure><img src=a.jpg><p class=author>Foto Grafin</p></figure>{TEXT}</article>",
    "a picture's licence": f"<article>{H1}<p class=media-license-author>Foto Grafin</p>{TEXT}</article>",
    "a comment's": f"<article>{H1}{TEXT}<div class=comments><span class=author>Reader One</span></div></article>",
    "a quotation's": f"<article>{H1}{TEXT}<blockquote><cite class=author>Mark Twain</cite></blockquote></article>",
    "a related story's": f"<article>{H1}{TEXT}<div class=related><span class=byline>By John Roe</span></div></article>",
    "a label without a name": f"<article>{H1}<p class=byline>Published: | Updated:</p>{TEXT}</article>",
    "the menu's": f"<nav><a href='/authors/all-of-them'>All our authors</a></nav><article>{H1}{TEXT}</article>",
    "a sentence in the text": f"<article>{H1}{TEXT}<p>By the end of May, Jane Doe said, it will be law.</p></article>",
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_peoples_names_are_left_where_they_are(name: str) -> None:
    """Classes called author are everywhere."""
    assert parts(OTHERS[name]) == []


def test_the_same_byline_twice_is_one() -> None:
    """Templates print it for each width of screen."""
    twice = "<div class='byline desktop'>By Jane Doe</div><p>and</p><div class='byline mobile'>By Jane Doe</div>"
    assert parts(f"<article>{H1}{twice}{TEXT}</article>") == [["By Jane Doe"]]
