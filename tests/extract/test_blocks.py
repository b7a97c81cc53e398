"""The article's own text, and the ledger of all that stood in its container."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.lines.noise import of_text
from crawler.extract.page import container
from crawler.extract.text import blocks
from crawler.extract.text.blocks import Body, Claims
from crawler.extract.text.surplus import Makers
from tests.extract.pages import FIRST, LAST, SECOND, laid_out

H1 = "<h1>Budget passes after long night</h1>"


def read(text: str, *, claimed: str = "", printed: tuple[str, ...] = (), writers: tuple[str, ...] = ()) -> Body:
    """The body of a page; texts of elements of the class ``claimed`` are taken by a field."""
    outline, _ = laid_out(f"<article>{H1}<div class=x1>{text}</div></article>")
    found = container.find(outline)
    assert found is not None
    claims = Claims(outline)
    for element in range(len(outline.nodes)):
        if claimed and claimed in outline.names(element):
            claims.element(element, "byline")
    return blocks.read(outline, found, claims, printed=printed, makers=Makers(writers))


def texts(body: Body) -> list[str]:
    return [block.text for block in body.blocks]


SHAPES = {
    "paragraphs": (f"<p>{FIRST}</p><p>{SECOND}</p>", [FIRST, SECOND]),
    "br twice": (f"{FIRST}<br><br>{SECOND}<br> <br>{LAST}", [FIRST, SECOND, LAST]),
    "br once": (f"<p>{FIRST}<br>{SECOND}</p><p>{LAST}</p>", [f"{FIRST} {SECOND}", LAST]),
    "div": (f"<div>{FIRST}</div><div><br></div><div>{SECOND}</div>", [FIRST, SECOND]),
    "text beside elements": (f"{FIRST}<p>{SECOND}</p>{LAST}", [FIRST, SECOND, LAST]),
    "inline elements": (f"<p>{FIRST} <b>It is</b> <a href=/x>so</a>.</p><p>{SECOND}</p>", [f"{FIRST} It is so.", SECOND]),
    "an advert between lines": (f"{FIRST}<div class=ad-slot>Buy this now</div>{SECOND}", [FIRST, SECOND]),
    "a soft hyphen": (f"<p>Parlia\u00adment of the coun\u00adtry</p><p>{FIRST}</p>", ["Parliament of the country", FIRST]),
}


@pytest.mark.parametrize("how", SHAPES)
def test_paragraphs_come_as_they_are_printed(how: str) -> None:
    html, wanted = SHAPES[how]
    assert texts(read(html)) == wanted


CUT_WORDS = {
    "<b>A</b>s Mount Ellery woke": "As Mount Ellery woke",
    "<span class=cap>I</span>N the heart of it": "IN the heart of it",
    "born on June 3<sup>rd</sup> 1993": "born on June 3rd 1993",
    "H<sub>2</sub>O in the air": "H2O in the air",
    "the <a href=/x>Immobilien</a>giganten of <a href=/y>Berlin</a>'s west": "the Immobiliengiganten of Berlin's west",
    'said "<cite>nothing</cite>" of it': 'said "nothing" of it',
    "the <a href=/x>EU</a>-Zahlungssystem, US-<b>Kongress</b>": "the EU-Zahlungssystem, US-Kongress",
    "波留見の<a href=/x>灯台</a>守が着任した": "波留見の灯台守が着任した",
    "<a href=/x>이재명</a>이 말했다": "이재명이 말했다",
    "<span>Minutes read</span><span>Parliament sat</span>": "Minutes read Parliament sat",
    "<span>समस्तीपुर</span><span>कुछ ही क्षण</span>": "समस्तीपुर कुछ ही क्षण",
}


@pytest.mark.parametrize("html", CUT_WORDS)
def test_a_word_that_its_markup_cuts_is_whole_and_two_texts_are_two(html: str) -> None:
    assert texts(read(f"<p>{html} while {FIRST}</p>")) == [f"{CUT_WORDS[html]} while {FIRST}"]


def test_blocks_keep_what_they_are() -> None:
    """Headings with their level, items, quotes, rows; a short line in bold is a sub-heading."""
    body = read(
        f"<p>{FIRST}</p><h2>What comes next</h2><ul><li>Forty schools are built</li></ul><blockquote><p>It was a good night."
        "</p></blockquote>"
        f"<table><tr><td>Schools</td><td>40</td></tr></table><p><strong>The hospitals</strong></p><p>{SECOND}</p>"
    )
    assert [(block.kind, block.level, block.text) for block in body.blocks[1:-1]] == [
        ("heading", 2, "What comes next"),
        ("item", 0, "Forty schools are built"),
        ("quote", 0, "It was a good night."),
        ("table", 0, "Schools 40"),
        ("heading", 2, "The hospitals"),
    ]


def test_a_dateline_of_its_own_stays_with_its_parts() -> None:
    """The parts keep the elements apart."""
    body = read(f"<p><strong>Jakarta</strong> - {FIRST}</p><p>{SECOND}</p>")
    assert [(part.text, part.tag) for part in body.blocks[0].parts] == [("Jakarta", "strong"), (f"- {FIRST}", "p")]


NOISE = {
    "ADVERTISEMENT": "advert",
    "SCROLL TO CONTINUE WITH CONTENT": "advert",
    "Anzeige": "advert",
    "広告": "advert",
    "Share this article": "share",
    "Bagikan": "share",
    'Simak Video "Penjelasan Menkeu"': "navigation",
    "3 dari 5 halaman": "navigation",
    "To view this video please enable JavaScript, and consider upgrading": "navigation",
    "Baca juga:": "label",
    "img_title": "placeholder",
    "Placeholder image-1": "placeholder",
    "***": "placeholder",
    "© 2024 The Example. All rights reserved.": "brand",
    "Komentar": "comment",
    "We use cookies to improve your experience": "consent",
    "Subscribe to our newsletter": "newsletter",
    "War dieser Artikel hilfreich?": "navigation",
    "¿Te ha gustado este artículo?": "navigation",
    "Rating ( voters)": "navigation",
    "Post Views: 111": "navigation",
    "powered by Typeform": "navigation",
    "Sorry, your blog cannot share posts by email.": "share",
    "Add The Harbour Post as a preferred source on Google": "newsletter",
}


@pytest.mark.parametrize(("line", "kind"), NOISE.items())
def test_lines_that_are_no_text_are_thrown_with_their_kind(line: str, kind: str) -> None:
    """Between the paragraphs, whatever their elements are called."""
    body = read(f"<p>{FIRST}</p><p>{line}</p><p>{SECOND}</p>")
    assert texts(body) == [FIRST, SECOND]
    assert [(thrown.kind, thrown.text) for thrown in body.ledger.thrown] == [(kind, line)]


NAMED = {
    "share": "<div class=social-share>Tell your friends of it</div>",
    "share ": "<div id=partage>sur Facebook</div>",
    "newsletter": "<div class='inline-newsletter'>Every morning in your mailbox</div>",
    "newsletter ": "<section aria-label='Newsletter sign-up'><h3>Letters from afar</h3></section>",
    "comment": "<div id=comments>I do not think so</div>",
    "consent": "<div class=cookie-notice><span class=cookie>This page would like to know you</span></div>",
    "navigation": "<button>Enlarge this</button>",
    "navigation  ": "<div class=video-transcript><p>00:04 We talked to a number of them</p></div>",
    "navigation   ": "<div class=page-links>Pages: 1 <a href=2>2</a></div>",
    "navigation ": "<div class=ai-summary><p>A machine has read it for you</p></div>",
    "brand": "<div class=author-bio>Jane Doe writes about money.</div>",
    "advert": "<div class='ad ad-unit'>Buy this now</div>",
}


@pytest.mark.parametrize("kind", NAMED)
def test_parts_that_are_named_otherwise_are_thrown(kind: str) -> None:
    body = read(f"<p>{FIRST}</p><p>{SECOND}</p>{NAMED[kind]}<p>{LAST}</p>")
    assert texts(body) == [FIRST, SECOND, LAST]
    assert [thrown.kind for thrown in body.ledger.thrown] == [kind.strip()]


def test_names_that_would_throw_the_whole_text_are_not_believed() -> None:
    """Its parts are sections of a template that calls them after something else."""
    parts = "".join(
        f"<section class='report-ad'><p>{text}</p></section>" for text in (FIRST, SECOND, LAST, FIRST, SECOND, LAST)
    )
    assert texts(read(parts)) == [FIRST, SECOND, LAST, FIRST, SECOND, LAST]


def test_a_link_to_a_subject_that_opens_a_paragraph_says_nothing_of_the_rest() -> None:
    """Whatever it is named; a row of such links and buttons is none of the text."""
    first = f"<p><a class=internal_tag href=/tag/7>The parliament</a>{FIRST[14:]}</p>"
    row = "<p><span class=share>Share</span> <span class=tags>Politics</span></p>"
    assert texts(read(f"{first}<p>{SECOND}</p>{row}<p>{LAST}</p>")) == [FIRST, SECOND, LAST]


def test_a_name_on_the_whole_text_is_not_believed() -> None:
    """It would throw the article away."""
    assert texts(read(f"<div class='social ad'><p>{FIRST}</p><p>{SECOND}</p></div>")) == [FIRST, SECOND]


def test_a_button_at_the_end_of_a_line_leaves_the_line_and_is_a_block_of_its_own() -> None:
    """The ledger still comes out even."""
    body = read(f"<p>{FIRST}</p><p>{SECOND} <a href=https://g.example/s>Add as a preferred source on Google</a></p>")
    assert texts(body) == [FIRST, SECOND]
    assert [thrown.kind for thrown in body.ledger.thrown] == ["newsletter"]
    assert body.ledger.blocks == body.ledger.assigned + len(body.ledger.thrown)


def test_subjects_and_links_after_the_text_are_navigation() -> None:
    """A link within the text stays."""
    body = read(
        f"<p>{FIRST} See <a href=/x>the report</a>.</p><p>{SECOND}</p><p>Tags: <a href=/t/1>Budget</a>, <a "
        "href=/t/2>School</a></p>"
        "<p><a href='https://elsewhere.example'>The budget of last year</a></p>"
    )
    assert texts(body) == [f"{FIRST} See the report.", SECOND]
    assert [thrown.kind for thrown in body.ledger.thrown] == ["navigation", "navigation"]


def test_a_list_of_subjects_within_the_text_is_navigation() -> None:
    """Its heading says so; the same links under another one are the text's own."""
    listed = "<h4>Related topics</h4><ul><li><a href=/tag/1>Public schools</a></li><li><a href=/tag/2>Trains</a></li></ul>"
    body = read(f"<p>{FIRST}</p>{listed}<p>{SECOND}</p>")
    assert texts(body) == [FIRST, SECOND]
    assert len(texts(read(f"<p>{FIRST}</p>{listed.replace('Related topics', 'Where to go')}<p>{SECOND}</p>"))) == 5


def test_the_last_entry_of_a_trail_goes_with_it_without_a_link_too() -> None:
    """A short item of a list of its own stays."""
    trail = "<ul><li><a href=/>home</a></li><li><a href=/life>life</a></li><li>health</li></ul>"
    body = read(f"{trail}<p>{FIRST}</p><ul><li>health</li></ul><p>{LAST}</p>")
    assert [block.text for block in body.blocks] == [FIRST, "health", LAST]


def test_a_first_paragraph_full_of_links_stays() -> None:
    """Words between them make a sentence."""
    body = read(f"<p><a href=/a>Jane Doe</a> has praised <a href=/b>the budget</a></p><p>{FIRST}</p>")
    assert texts(body)[0] == "Jane Doe has praised the budget"


def test_a_link_to_the_writer_stays_for_the_byline() -> None:
    body = read(f"<p><a href='/author/jane-doe'>Jane Doe</a></p><p>{FIRST}</p><p>{SECOND}</p>")
    assert texts(body)[0] == "Jane Doe"


@pytest.mark.parametrize("sign", ["ANTARA", "REUTERS", "DINI TEJA", "Ngọc Lan - Thi Hà"])
def test_a_name_in_bold_that_ends_the_text_is_no_label(sign: str) -> None:
    body = read(f"<p>{FIRST}</p><p>{SECOND}</p><p><strong>{sign}</strong></p>")
    assert texts(body) == [FIRST, SECOND, sign]


@pytest.mark.parametrize(("style", "kept"), [("text-align:right;", True), ("text-align: left", False)])
def test_a_name_in_bold_on_the_right_signs_the_text(style: str, kept: bool) -> None:
    """Though its words are no given name that is known."""
    body = read(f"<p>{FIRST}</p><p>{SECOND}</p><p style='{style}'><strong>Thi Hà</strong></p>")
    assert (texts(body)[-1] == "Thi Hà") is kept


def test_the_name_of_a_list_above_the_text_is_a_label() -> None:
    """Of its column or its kind; within the text the same word may be a sub-heading."""
    assert texts(read(f"<div>Filed under</div><p>{FIRST}</p><p>{SECOND}</p>")) == [FIRST, SECOND]


def test_a_heading_that_nothing_follows_is_a_label() -> None:
    """What it announced was promotion, or comes by script."""
    body = read(f"<p>{FIRST}</p><p>{SECOND}</p><h2>Our chatbot answers</h2>")
    assert texts(body) == [FIRST, SECOND]
    assert [thrown.kind for thrown in body.ledger.thrown] == ["label"]


def test_a_row_of_headings_that_ends_the_text_is_a_list() -> None:
    """Of names, whose pictures went to the gallery."""
    row = "".join(f"<h2>{n}. Jane Doe</h2>" for n in range(1, 6))
    assert len(texts(read(f"<p>{FIRST}</p><p>{SECOND}</p>{row}"))) == 7


def test_a_sentence_that_is_set_as_a_heading_ends_the_text() -> None:
    last = "So for now, and for as long as the workshop needs, I shall be going to the office on foot!"
    assert texts(read(f"<p>{FIRST}</p><p>{SECOND}</p><h2>{last}</h2>")) == [FIRST, SECOND, last]


QUOTE = "We have waited so long for this very day, and for this hall"
SPOKEN = f"“{QUOTE},” said the head of the committee, who has fought for the plan since the spring of last year."


@pytest.mark.parametrize("how", ["<blockquote><p>{}</p><cite>Jane Doe</cite></blockquote>", "<div class=x9><p>{}</p></div>"])
def test_a_sentence_that_stands_in_a_paragraph_as_well_was_pulled_from_it(how: str) -> None:
    """With the source below it; what is said once only is text, wherever it stands."""
    page = f"<p>{FIRST}</p><p>{SPOKEN}</p>{how.format(QUOTE)}<p>{SECOND}</p>"
    body = read(page)
    assert texts(body) == [FIRST, SPOKEN, SECOND]
    assert {thrown.kind for thrown in body.ledger.thrown} == {"duplicate"}
    assert QUOTE in texts(read(page.replace(SPOKEN, LAST)))


def test_what_follows_the_text_about_its_writer_is_no_text() -> None:
    """Who it is must stand in a byline; how to reach somebody need not."""
    page = (
        f"<p>{FIRST}</p><p>{SECOND}</p><p><em>Jane Doe is a staff writer who covers politics and money in the capital.</em></p>"
    )
    assert texts(read(page, writers=("byjanedoe",))) == [FIRST, SECOND]
    assert len(texts(read(page, writers=("bypriyadeshmane",)))) == 3
    box = "<div><b>Jane Doe</b><p>Jane Doe came to the paper in 2001 and leads its office on the coast.</p></div>"
    assert texts(read(f"<p>{FIRST}</p>{box}<p>{SECOND}</p><p>{LAST}</p>", writers=("byjanedoe",))) == [FIRST, SECOND, LAST]
    for line in (
        "Contact Jane Doe at jdoe@news.example.",
        "Redakteurin",
        "Staff writer for the arts, she covers plays and films.",
    ):
        assert texts(read(f"<p>{FIRST}</p><p>{SECOND}</p><p>{line}</p>")) == [FIRST, SECOND]
    assert len(texts(read(f"<p>{FIRST}</p><p>{SECOND}</p><p>Editors of both papers were at the hall.</p>"))) == 3


def test_a_line_whose_links_all_lead_to_channels_is_an_offer() -> None:
    """Two of them at least: one may be where a quotation was found."""
    links = "<a href=https://whatsapp.com/channel/1>WhatsApp</a>, <a href=https://www.facebook.com/paper>Facebook</a>"
    assert texts(read(f"<p>{FIRST}</p><p>We are elsewhere, too: {links} and so on.</p><p>{SECOND}</p>")) == [FIRST, SECOND]
    assert len(texts(read(f"<p>{FIRST}</p><p>It stood on {links.partition(',')[0]}, he said.</p><p>{SECOND}</p>"))) == 3


def test_a_part_with_a_field_for_a_mail_address_is_an_offer() -> None:
    """With its heading and its small print, whatever it is named."""
    offer = "<h3>Morning letter</h3><p>All you need to know.</p><input type=email><p>By signing up you agree to our terms.</p>"
    assert texts(read(f"<p>{FIRST}</p><p>{SECOND}</p><div class=x7>{offer}</div><p>{LAST}</p><p>{SPOKEN}</p>")) == [
        FIRST,
        SECOND,
        LAST,
        SPOKEN,
    ]


def test_an_offer_after_the_text_is_no_text() -> None:
    """The same words within it are."""
    offer = "Follow us on WhatsApp for all the news of the day."
    assert texts(read(f"<p>{FIRST}</p><p>{SECOND}</p><p>{offer}</p>")) == [FIRST, SECOND]
    assert offer not in [thrown.text for thrown in read(f"<p>{FIRST}</p><p>{offer[6:]}</p><p>{SECOND}</p>").ledger.thrown]


CLOSINGS = [
    "Get real-time updates and all that is known of them on the <a href=/live/1>results of the year</a>.",
    "For all the latest from the coast and the islands before it <a href=/coast>look here</a>.",
    "Zuletzt aktualisiert: 29. Mai 2019",
    "Imagen | Dacia",
    "Titelfoto: Erika Muster",
    "Sources: Reuters, AFP",
    "Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.",
    "Dieser Artikel erschien zuerst bei Beispiel.de und wird hier mit Erlaubnis der Redaktion wiedergegeben.",
    "Artikel ini telah tayang di Contoh.com dengan judul Warga Menyambut Jembatan Baru",
    "Log in to continue reading",
    "Schlagworte: Hafen, Rat",
    "(Borítókép: Kovács János / Példa)",
    "Urmărește știrile noastre și pe Google News",
    "Get the biggest stories of the day by subscribing to our newsletter",
    "Was denken Sie darüber? Schreiben Sie uns!",
    "原标题：他晚于同伴登月",
    "fot. PAP",
    "사진=연합뉴스",
    "hong@news.example",
    "Хотите быть в курсе? Подпишитесь на рассылку",
    "हमें गूगल न्यूज पर फॉलो करें",
    "ติดตามเราได้ที่ Facebook",
    "（完）",
    "The post <a href=/p/1>Harbour divides city</a> appeared first on <a href=/>Example</a>.",
    "Zauważyłeś błąd? Napisz do nas: redakcja@news.example",
    "Saken oppdateres.",
    "0 hozzászólás",
    "Urmărește știrile noastre și pe Google News",
    "Riproduzione riservata © Copyright ANSA",
    "Lire l’article original",
    "Фото надано пресслужбою міськради",
]


@pytest.mark.parametrize("line", CLOSINGS)
def test_a_line_with_which_houses_end_their_articles_is_no_text_there(line: str) -> None:
    """Such a sentence needs a link, a stamp does not."""
    assert texts(read(f"<p>{FIRST}</p><p>{SECOND}</p><p>{line}</p>")) == [FIRST, SECOND]
    unlinked = "For all the latest devices of that year, the house was heated with coal until long after the war."
    assert texts(read(f"<p>{FIRST}</p><p>{unlinked}</p>")) == [FIRST, unlinked]


def test_a_list_of_sources_that_ends_the_text_is_no_text() -> None:
    """Any other list is."""
    items = "<ul><li>A news agency of the country</li><li>Own research</li></ul>"
    assert texts(read(f"<p>{FIRST}</p><p>{SECOND}</p><p><b>Verwendete Quellen:</b></p>{items}")) == [FIRST, SECOND]
    assert len(texts(read(f"<p>{FIRST}</p><p>{SECOND}</p><p>The parties were:</p>{items}"))) == 5


def test_a_long_offer_must_link_the_channel() -> None:
    """Without a link it may be how the story ends."""
    words = "The organisers ask everybody who cannot be in the hall to join the talks through their {} group tonight."
    end = f"<p>{words.format('Facebook')}</p>"
    offer = f"<p>{words.format('<a href=https://chat.whatsapp.com/1>WhatsApp</a>')}</p>"
    assert texts(read(f"<p>{FIRST}</p>{end}")) == [FIRST, words.format("Facebook")]
    assert texts(read(f"<p>{FIRST}</p>{offer}")) == [FIRST]


CALLS = [
    "Ground Game: Sign up for AP’s weekly politics newsletter to get it in your inbox every Monday.",
    "Follow Metro.co.uk on Twitter and Facebook for the latest news updates.",
    "Folgst du schon 20 Minuten auf Whatsapp?",
    "Überraschende Storys: Abonniere den Whatsapp-Kanal von 20 Minuten und du bekommst Updates.",
    "Cek berita dan artikel yg lain di Google News dan ikuti WhatsApp channel mediaindonesia.com",
    "Abonnez-vous à notre newsletter pour ne rien manquer",
    "Síguenos en WhatsApp y recibe las noticias del día",
    "Подписывайтесь на наш канал в Telegram",
    "Zapisz się na nasz newsletter",
]
REPORTED = [
    "He told his followers to join the channel on Telegram before the vote.",
    "“Follow me on Twitter,” she said to the crowd in front of the hall.",
    "The newspaper said that its newsletter had reached a million readers.",
    "Download speeds of the new network are twice those of the old one.",
]


@pytest.mark.parametrize("call", CALLS)
def test_a_sentence_that_tells_readers_to_follow_a_channel_is_no_text_wherever_it_stands(call: str) -> None:
    """Houses put such lines between the paragraphs."""
    assert texts(read(f"<p>{FIRST}</p><p>{call}</p><p>{SECOND}</p>")) == [FIRST, SECOND]


@pytest.mark.parametrize("line", REPORTED)
def test_what_others_say_of_channels_is_text(line: str) -> None:
    assert texts(read(f"<p>{FIRST}</p><p>{line}</p><p>{SECOND}</p>")) == [FIRST, line, SECOND]


FURNITURE = [
    "Lesezeit: 3 Min.",
    "15.04.2026 - 15:48 Uhr Lesedauer: 2 Min.",
    "Aktuelle Zeit: 0:00 Gesamtdauer: 0:00",
    "5 min read",
    "The-Wire ™ & © 2013 Wire, Inc. All rights reserved.",
    "© Licencja. Wszelkie prawa zastrzeżone",
    "<a href=#part-2>What the hospitals get</a>",
    "Auf dieser Seite:",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_reading_times_rights_and_tables_of_contents_are_no_text(line: str) -> None:
    assert texts(read(f"<p>{FIRST}</p><p>{line}</p><p>{SECOND}</p>")) == [FIRST, SECOND]


APPEALS = [
    "Hat Ihnen dieser Artikel gefallen? Dann unterstützen Sie uns bitte mit einer Spende, oder werden Sie Mitglied.",
    "Get in-depth reporting and opinions for only N$85 a month. Invest in journalism, invest in democracy.",
    "Cet article vous a plu ? Soutenez-nous : faites un don.",
]


@pytest.mark.parametrize("appeal", APPEALS)
def test_an_appeal_for_money_ends_the_text(appeal: str) -> None:
    """Within the text somebody else asks."""
    assert texts(read(f"<p>{FIRST}</p><p>{SECOND}</p><p>{appeal}</p>")) == [FIRST, SECOND]
    assert texts(read(f"<p>{FIRST}</p><p>{appeal}</p><p>{SECOND}</p>")) == [FIRST, appeal, SECOND]


WALLS = {
    "French": "Il vous reste 62 % de cet article à lire. La suite est réservée aux abonnés de notre journal en ligne.",
    "German": "Mit Abo weiterlesen",
    "Indonesian": "Berita selengkapnya khusus pelanggan",
    "Japanese": "この記事は有料記事です。残り1203文字",
    "Russian": "Полный текст доступен только для подписчиков",
    "Hungarian": "A cikk folytatása csak előfizetőknek érhető el",
    "English": "The full story is available to subscribers only",
}


@pytest.mark.parametrize("language", WALLS)
def test_where_a_wall_stands_the_text_ends(language: str) -> None:
    """The same words within the text are a paragraph of it."""
    wall = WALLS[language]
    assert texts(read(f"<p>{FIRST}</p><p>{SECOND}</p><p>{wall}</p>")) == [FIRST, SECOND]
    assert texts(read(f"<p>{FIRST}</p><p>{wall}</p><p>{SECOND}</p>")) == [FIRST, wall, SECOND]


def test_a_date_on_a_line_of_its_own_is_no_paragraph() -> None:
    """Above the text by its label, anywhere by the ``time`` element that is all of it."""
    entry = "<h2>Storm reaches the coast</h2><p><time>4 September 2025, 11:15</time></p>"
    body = read(f"<p>Uppdaterad 15.59 | Publicerad 14.14</p><p>{FIRST}</p>{entry}<p><time>Today</time> {SECOND}</p>")
    assert texts(body) == [FIRST, "Storm reaches the coast", f"Today {SECOND}"]
    assert [thrown.kind for thrown in body.ledger.thrown] == ["label", "label"]


def test_a_day_alone_above_the_text_is_no_paragraph() -> None:
    """With or without the hour; a year in a sub-heading is more."""
    dates = "<p>21.04.2024 , 20:24 Uhr</p><p>Di, 10:19 Uhr 31.10.2023</p>"
    assert texts(read(f"{dates}<p>{FIRST}</p><p>What 2024 will bring us</p><p>{SECOND}</p>"))[0] == FIRST
    assert texts(read(f"<p>What 2024 will bring us</p><p>{FIRST}</p>"))[0] == "What 2024 will bring us"


def test_a_caption_whose_picture_comes_by_script_is_no_text() -> None:
    """The markup names it one."""
    body = read(f"<p>{FIRST}</p><div class=embed-caption>A mother sells bread, {SECOND}</div><p>{SECOND}</p><p>{LAST}</p>")
    assert texts(body) == [FIRST, SECOND, LAST]


def test_a_line_that_repeats_a_caption_is_a_duplicate() -> None:
    body = read(f"<p>{FIRST}</p><div>The hall. Foto: AP</div><p>{SECOND}</p>", printed=("The hall. Foto: AP",))
    assert [(thrown.kind, thrown.text) for thrown in body.ledger.thrown] == [("duplicate", "The hall. Foto: AP")]


def test_a_short_line_that_comes_again_and_again_is_no_text() -> None:
    """The title of a gallery stands on each of its slides; a refrain comes three times."""
    slides = "<div>Weather threatens holiday plans</div>" * 5
    assert texts(read(f"<p>{FIRST}</p>{slides}<p>{SECOND}</p>")) == [FIRST, SECOND]
    refrain = f"<p>{FIRST}</p><p>We shall not be moved</p><p>{SECOND}</p>" + "<p>We shall not be moved</p>" * 2
    assert texts(read(refrain)).count("We shall not be moved") == 3


def test_an_invitation_to_report_a_slip_of_the_pen_is_no_text() -> None:
    """By its words or its name, within the text's own element."""
    words = "<p>Iezīmējiet tekstu un spiediet Ctrl+Enter, lai nosūtītu labojamo teksta fragmentu redaktoram!</p>"
    named = "<div class=article__report><b>Something wrong with this story?</b></div>"
    assert texts(read(f"<p>{FIRST}</p><p>{SECOND}</p>{words}{named}")) == [FIRST, SECOND]


def test_hidden_lines_are_thrown_unless_the_article_is_hidden() -> None:
    """A wall that is made of style alone hides nothing from us."""
    assert texts(read(f"<p>{FIRST}</p><p hidden>Not for you</p><p>{SECOND}</p>")) == [FIRST, SECOND]
    assert texts(read(f"<p>{FIRST}</p><div style='display: none'><p>{SECOND}</p><p>{LAST}</p></div>")) == [FIRST, SECOND, LAST]


def test_what_a_field_took_is_not_read_again() -> None:
    """It counts as assigned."""
    body = read(f"<p class=byline>By Jane Doe</p><p>{FIRST}</p><p>{SECOND}</p>", claimed="byline")
    assert texts(body) == [FIRST, SECOND]
    assert (body.ledger.blocks, body.ledger.assigned) == (3, 3)


def test_a_name_that_a_field_took_is_still_part_of_its_sentence() -> None:
    """A linked name in the first sentence is no byline; a paragraph below the text that begins with one is a biography."""
    first = f"<p>Coach <a class=byline href=/p/doe>Jane Doe</a> has spoken: {FIRST}</p>"
    about = f"<p><a class=byline href=/p/doe>Jane Doe</a> writes about parliaments and lives by the sea. {LAST}</p>"
    body = read(f"{first}<p>{SECOND}</p>{about}", claimed="byline")
    assert texts(body) == [f"Coach Jane Doe has spoken: {FIRST}", SECOND]
    assert (body.ledger.blocks, body.ledger.assigned) == (3, 3)


def test_what_stands_in_one_line_with_a_picture_or_a_promo_is_read_without_it() -> None:
    """A single break parts a caption from the text below it."""
    outline, _ = laid_out(f"<article>{H1}<div><p><em>The hall at night</em><br>{FIRST}</p><p>{SECOND}</p></div></article>")
    found = container.find(outline)
    assert found is not None
    claims = Claims(outline)
    claims.element(outline.tags.index("em"), "images")
    assert texts(blocks.read(outline, found, claims)) == [FIRST, SECOND]


def test_positions_count_the_blocks_before() -> None:
    body = read(f"<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>")
    assert [body.before(start) for start in body.starts] == [0, 1, 2]
    assert body.before(10_000) == 3


_PIECES = st.lists(
    st.sampled_from(
        [
            f"<p>{FIRST}</p>", f"{SECOND}<br><br>", "<p>Anzeige</p>", "<h2>What next</h2>", "<ul><li>One point"
                "</li></ul>", "<div>",
            "</div>", "<br>", "<p class=byline>By Jane Doe</p>", "<p><a href=/x>A link of some length "
                "here</a></p>", "<table><tr><td>1<td>2",
            "<blockquote>It was so.", "<p hidden>No</p>", "text", "</p>", "<b>", "<span class=share>Share</span>",
        ]
    ),
    max_size=14,
)  # fmt: skip


@given(_PIECES)
@settings(max_examples=60)
def test_every_text_is_accounted_for(pieces: list[str]) -> None:
    """Blocks are assigned, thrown or unassigned, and none is left unassigned."""
    outline, _ = laid_out(f"<article>{H1}<div><p>{FIRST}</p>{''.join(pieces)}</div></article>")
    found = container.find(outline)
    assert found is not None
    ledger = blocks.read(outline, found, Claims(outline)).ledger
    assert ledger.blocks == ledger.assigned + len(ledger.thrown)
    assert ledger.unassigned == ()


@given(st.text(), st.booleans())
def test_any_line_can_be_asked(text: str, trailing: bool) -> None:
    """The verdict on a line never fails."""
    assert of_text(text, trailing=trailing) in (
        None, "placeholder", "label", "advert", "share", "navigation", "consent", "newsletter", "comment", "brand",
    )  # fmt: skip
