"""The pictures of an article, with caption and credit as the markup parts them."""

import pytest

from crawler.evidence import plain
from crawler.extract.figures import finding as figures
from crawler.extract.figures.addresses import address_of
from crawler.extract.page import container
from crawler.extract.stated.pictures import StatedPicture
from tests.extract.pages import FIRST, SECOND, laid_out
from tests.extract.pictures import CAPTION, H1, IMG, find, images, left, printed

PRINTED = {
    "figcaption": (f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>", CAPTION, ""),
    "credit named in the figcaption": (
        f"<figure>{IMG}<figcaption>{CAPTION} <span class=credit>Photo: AP</span></figcaption></figure>", CAPTION, "Photo: AP"),
    "an owner named in the figcaption": (f"<figure>{IMG}<figcaption><span class=caption-owner>AP</span></figcaption></figure>",
        "", "AP"),
    "credit in a footer": (f"<figure>{IMG}<footer>AP</footer><figcaption>{CAPTION}</figcaption></figure>", CAPTION, "AP"),
    "credit in cite": (f"<figure>{IMG}<figcaption><p>{CAPTION}</p><cite>AP</cite></figcaption></figure>", CAPTION, "AP"),
    "credit in small": (f"<figure>{IMG}<figcaption>{CAPTION} <small>(Foto: AP)</small></figcaption>"
        "</figure>", CAPTION, "(Foto: AP)"),
    "small beside the figcaption": (f"<figure>{IMG}<small>© AP</small><figcaption>{CAPTION}</figcaption>"
        "</figure>", CAPTION, "© AP"),
    "caption by name": (f"<div class=wp-caption>{IMG}<p class=wp-caption-text>{CAPTION}</p></div>", CAPTION, ""),
    "caption of another language by name": (f"<div>{IMG}<div class=bildunterschrift>{CAPTION}</div></div>", CAPTION, ""),
    "a caption of the Indonesian name": (f"<div>{IMG}</div><div class=deskripsi>{CAPTION}</div>", CAPTION, ""),
    "two plain texts under the picture": (f"<div><div>{IMG}</div><div>{CAPTION}</div><span class=image--author>AP"
        "</span></div>", CAPTION, "AP"),
    "small texts of hashed names": (f"<div>{IMG}<div><small class=k1>{CAPTION}</small></div></div>", CAPTION, ""),
    "a line in italics after it": (f"<div>{IMG}</div><div><em>{CAPTION} Foto: AP</em></div>", f"{CAPTION} Foto: AP", ""),
    "what alt says, after it": ("<div><img src=/pictures/a-long-name.jpg alt='The hall now'></div><div class=k1>The hall "
        "now</div>", "The hall now", ""),
    "figcaption outside the figure": (f"<button><figure>{IMG}<i>View 6 images</i></figure><figcaption><b>Now:</b> {CAPTION} "
        "<i>AP</i></figcaption></button>", f"Now: {CAPTION} AP", ""),
    "a label and a list": (
        f"<div class=media>{IMG}<p>{CAPTION}</p><div>Photo :</div><ul><li>usip.org</li>"
            "</ul></div>", CAPTION, "Photo : usip.org"),
    "a button and a counter": (
        f"<figure>{IMG}<button>Enlarge</button><figcaption><span>1 / 5</span><span class=caption>{CAPTION}</span>"
            "</figcaption></figure>", CAPTION, ""),
    "how many pictures there are": (f"<figure>{IMG}<figcaption><i>14 Bilder</i> {CAPTION}</figcaption></figure>",
        CAPTION, ""),
    "words for those who hear the page": (
        f"<figure>{IMG}<figcaption><span class=sr-only>Caption:</span>{CAPTION}</figcaption></figure>", CAPTION, ""),
    "nothing printed": (f"<p>{IMG}</p>", "", ""),
    "a house and a person without a name of its own": (
        f"<div class=img-set>{IMG}<div class=def>Republika/ Wihdan Hidayat</div></div><div class=caption>{CAPTION}</div>",
        f"Republika/ Wihdan Hidayat {CAPTION}", ""),
    "the element that a link under the picture opens": (
        f"<div class=image-box><a href=/hall.jpg>{IMG}</a><span class=image-description-button><a href='#d1'>Show text"
        f"</a></span></div><div><div id=d1 class=image-description><p><span>{CAPTION}</span></p></div></div>", CAPTION, ""),
    "the element that describes it": (
        f"<div>{IMG[:-1]} aria-describedby=d1></div><i></i><div><p id=d1 class=image-caption>{CAPTION}</p></div>", CAPTION, ""),
    "a line that is signed in Chinese": (f"<p>{IMG}</p><p><span>安化县一块花生地里正录制视频 李尕 摄</span></p>",
        "安化县一块花生地里正录制视频 李尕 摄", ""),
    "credit named by a property of schema.org": (
        f"<figure>{IMG}<figcaption itemprop=caption><i>{CAPTION}</i> <span itemprop=copyrightHolder>Ann Doe</span>"
        "</figcaption></figure>", CAPTION, "Ann Doe"),
    "a label for those who hear the page": (
        f"<figure><p>{IMG}<span role=text><span class=visually-hidden>Image source, </span>AP</span></p><figcaption>"
        f"<p>{CAPTION}</p></figcaption></figure>", CAPTION, "AP"),
    "an unnamed element around caption and credit": (
        f"<div>{IMG}</div><div class=asset-meta><span class=caption><p>{CAPTION}</p></span><span class=credit>AP</span></div>",
        CAPTION, "AP"),
    "a picture for those who run no scripts": (
        f"<figure><noscript>{IMG}</noscript><figcaption>{CAPTION}</figcaption></figure>", CAPTION, ""),
    "the day it was put there": (f"<div class=photo>{IMG}<div class=photo-text><span class=author>AP</span> "
        "<span class=photo-date>15 августа 2016, 13:43</span></div></div>", "", "AP"),
    "the name of its file": (f"<figure>{IMG}<figcaption><span class=caption>{CAPTION}</span> <span class=caption-filename>"
        "2022/01/Hall-scaled.jpeg</span></figcaption></figure>", CAPTION, ""),
    "a licence's element after the picture": (f"<div>{IMG}</div><p class=media-license>{CAPTION} "
        "<span class=media-license-author>© AP</span></p>", "", f"{CAPTION} © AP"),
    "a paragraph that begins with a credit's label": (f"<div>{IMG}</div><p class=x2><strong>Foto: Ann Doe, AP</strong></p>",
        "Foto: Ann Doe, AP", ""),
    "a caption that unfolds, and opens with what alt says": (
        "<div><img src=/pictures/a-long-name.jpg alt='The hall of the parliament on Friday.'></div><button>i</button>"
        f"<div style='display:none'><span>{CAPTION}</span><em class=x2>AP</em></div>", f"{CAPTION} AP", ""),
    "small in a caption that unfolds": (
        "<div><img src=/pictures/a-long-name.jpg alt='The hall of the parliament on Friday.'></div>"
        f"<div style='display:none'><span>{CAPTION}</span><small>AP</small></div>", CAPTION, "AP"),
    "a credit under the picture, the caption in a named part of the next box": (
        f"<div class=picture>{IMG}<p class=cap-foto>Antara/Ann Doe</p></div><div><p class=caption>{CAPTION}</p></div>",
        f"Antara/Ann Doe {CAPTION}", ""),
    "a paragraph in a box named for pictures": (f"<div class='picBox full'><a href=#>{IMG}</a><p>{CAPTION}</p></div>",
        CAPTION, ""),
    "a figure that a script fills from its data": (
        """<figure><div data-props='{"src":"https:\\/\\/i.example\\/hall-1.jpg"}'></div><figcaption>"""
        f"{CAPTION}</figcaption></figure>", CAPTION, ""),
    "an element that a script knows": (
        f"<figure><lazy-img src=https://i.example/hall-2.jpg></lazy-img><figcaption>{CAPTION}</figcaption></figure>",
        CAPTION, ""),
    "a picture on a page of its own, credited": (
        f"<div class=opener><a href=/foto?c=1>{IMG}</a><div class=foto-info><p>{CAPTION}</p> <em>| foto: Ann Doe, AP</em>"
        "</div></div>",
        CAPTION + " | foto: Ann Doe, AP", ""),
    "a size that is a ratio": (
        f"<figure><img src=/pictures/hall-wide.jpg width=100 height=56.25><figcaption>{CAPTION}</figcaption></figure>",
        CAPTION, ""),
    "a place kept by padding, the address a template": (
        "<figure><img data-url='https://i.example/1_${size}.jpg' style='padding-bottom: 56%; height: 0;'><figcaption>"
        f"{CAPTION}<small>Bild: AP</small></figcaption></figure>", CAPTION, "Bild: AP"),
    "an element named by another language": (f"<div>{IMG}</div><div class=epigrafe>{CAPTION}</div>", CAPTION, ""),
    "no heading of an advertisement": (f"<div>{IMG}</div><div class=ad-caption>Advertisement</div>", "", ""),
    "a credit in brackets beside a named caption": (
        f"<div>{IMG}<div><p class=x-caption>{CAPTION}</p><p class=x-copy>(Foto: Reuters)</p></div></div>",
        f"{CAPTION} (Foto: Reuters)", ""),
    "a picture's author in one word": (f"<div>{IMG}<div><i class=bildtitel>{CAPTION}</i> <i class=bildautor>AP</i></div></div>",
        CAPTION, "AP"),
    "paragraphs in a box of no name, the last one a credit": (
        f"<div class=k1><span>{IMG}</span><p>{CAPTION}</p><p>Image: <!-- -->Ann Doe</p></div>", CAPTION, "Image: Ann Doe"),
    "a paragraph in a box of no name, an agency behind its sentence": (
        f"<div><div>{IMG}<button>Enlarge</button></div><div><p>The hall on Friday. Reuters</p></div></div>",
        "The hall on Friday. Reuters", ""),
    "a title without a full stop in a box of no name": (f"<div>{IMG}<div><p>Two lanes and a tram</p></div></div>",
        "Two lanes and a tram", ""),
    "a maker and an agency behind the figure": (
        f"<div><figure>{IMG}</figure><div class=k1><span>STR/Getty images</span></div></div>", "STR/Getty images", ""),
    "a library in brackets behind the picture": (f"<div>{IMG}</div><div class=k1>A hall.<b> (Pixabay)</b></div>",
        "A hall. (Pixabay)", ""),
    "no call to enlarge it": (f"<div>{IMG}<div><p>Zum Vergrößern bitte anklicken</p></div></div>", "", ""),
    "no sentence that a wire signs": (f"<div>{IMG}</div><p>The vote was on Friday. (Reuters)</p>", "", ""),
    "a label with a wide colon": (f"<div>{IMG}</div><p>摄影：王伟</p>", "摄影：王伟", ""),
    "no editor behind the picture": (f"<div>{IMG}</div><p>编辑：王伟</p>", "", ""),
    "no writer with an address behind the picture": (
        f"<div>{IMG}</div><p class=author>Ann Doe / Reporter <a>ann.doe@example.org</a></p>", "", ""),
    "no byline behind the picture": (f"<div>{IMG}</div><p class=byline>By Ann Doe / Staff Writer</p>", "", ""),
    "no paragraph of the story in a box of no name": (f"<div class=k1>{IMG}<p>{SECOND}</p></div>", "", ""),
    "no headline within the caption": (
        f"<figure>{IMG}<figcaption><h1>Parliament votes on schools</h1></figcaption></figure>", "", ""),
    "whom the picture shows in a caption's credit": (
        "<div><div><figure><img src=/pictures/doe.jpg alt='Ann Doe.'></figure></div><div class=figure-caption>"
        "<div class=credit-media><span><p>Ann Doe.</p></span></div></div></div>",
        "Ann Doe.", ""),
    "a paragraph that begins with the sign of copyright": (f"<div>{IMG}</div><p>© Ann Doe / AP</p>", "© Ann Doe / AP", ""),
}  # fmt: skip


@pytest.mark.parametrize("how", PRINTED)
def test_caption_and_credit_are_parted_as_the_markup_parts_them(how: str) -> None:
    """And no paragraph of the text is taken for either."""
    between, caption, credit = PRINTED[how]
    (image,) = images(between)
    assert printed(image) == (caption, credit)


ADDRESSES = {
    "the largest of a set": ("<img src=/s.jpg srcset='/hall-s.jpg 320w, /hall-l.jpg 1200w, /hall-m.jpg 640w'>", "/hall-l.jpg"),
    "the denser one": ("<img src=/s.jpg srcset='/hall-1.jpg 1x, /hall-2.jpg 2x'>", "/hall-2.jpg"),
    "lazy": ("<img src='data:image/gif;base64,R0lGOD' data-src=/hall.jpg>", "/hall.jpg"),
    "lazy by another name": ("<img src=/img/placeholder.png data-original=/hall.jpg>", "/hall.jpg"),
    "lazy set by another name": ("<img src='data:,' data-flickity-lazyload-srcset='/hall.jpg 1x'>", "/hall.jpg"),
    "addresses in JSON": (
        """<img src='data:,' data-srcs='{"https://i.example/hall.jpg":{"w":1}}'>""",
        "https://i.example/hall.jpg",
    ),
    "kept by the element around it": ("<div class=lazy data-src=/hall.jpg><p><img src='data:,'></p></div>", "/hall.jpg"),
    "source elements": ("<picture><source srcset='/hall.webp 800w'><img src='data:,'></picture>", "/hall.webp"),
    "noscript": ("<span><img src='data:,'><noscript><img src=/hall.jpg></noscript></span>", "/hall.jpg"),
    "AMP": ("<amp-img src=/hall.jpg width=800 height=600></amp-img>", "/hall.jpg"),
    "a number before the word for a blank": ("<img src=/58215_default-2280w_1uF.jpg>", "/58215_default-2280w_1uF.jpg"),
    "written out for each size": (
        "<img src='/l.jpg%20900w,%20/s.jpg%20300w' srcset='/hall.jpg 900w, /s.jpg 300w'>",
        "/hall.jpg",
    ),
    "commas within": ("<img srcset='/w=875,q=90/hall.jpg 875w,https://i.example/w=1,q=9/h.jpg 100w'>", "/w=875,q=90/hall.jpg"),
}


@pytest.mark.parametrize("how", ADDRESSES)
def test_the_largest_real_address_is_kept(how: str) -> None:
    """Whatever its attribute is called."""
    html, url = ADDRESSES[how]
    outline, _ = laid_out(f"<div>{html}</div>")
    element = next(element for element, tag in enumerate(outline.tags) if tag in ("img", "amp-img"))
    assert address_of(outline, element) == (url if url.startswith("http") else f"https://news.example{url}")


OWN = {
    "linked to a page of its own, credited beside": "<div><a href=/story/part-118.html><img src=/p/quite-another-name.jpg></a>"
    "<div><span class=subtitle>The hall.</span> <span class=mediaRights>AP</span></div></div>",
    "linked to a page that is named like its file": "<div><a href='/x/the-hall-of-the-house-18857106.html'>"
    "<img src=/m/1.8857106/the-hall-of-the-house.jpg></a></div>",
    "what a script fills with the version that fits": "<div data-picture data-alt=Hall><div data-src=/hall.jpg></div>"
    "<noscript><img src=/p/the-hall-of-the-house.jpg></noscript></div>",
    "a file called default on a shelf numbered for it": "<img src=/image/61/51/63/default.jpg>",
    "a size's word at the end of a long name": "<img src=/u/image-2020-02-17-at-12.09.33-e1581944135994-c-default.jpg>",
}


@pytest.mark.parametrize("how", OWN)
def test_a_picture_of_the_article_is_found(how: str) -> None:
    assert len(images(OWN[how])) == 1


def test_a_picture_with_a_link_and_a_name_of_promotion_is_the_articles_if_the_page_states_it() -> None:
    """The link shows it larger; the name says that lists show it too."""
    stated = StatedPicture("https://cdn.example/opening-of-the-house.jpg?w=900")
    for between in ("<a href=/hall><img src=/i/opening-of-the-house.jpg></a>", "<img src=/i/opening-of-the-house.jpg>"):
        page = f"<article>{H1}<div class=teaser-image>{between}</div><div><p>{FIRST}</p><p>{SECOND}</p></div></article>"
        outline, _ = laid_out(f"<main>{page}</main>")
        found = container.find(outline)
        assert found is not None
        assert len(figures.read(outline, found, stated=[stated])) == 1
        assert figures.read(outline, found) == ()


def test_a_picture_in_a_link_named_for_its_icon_is_the_articles_if_the_page_states_it() -> None:
    zoom = f"<figure><a class='slides icon maximize' href='#'>{IMG}</a></figure>"
    outline, _ = laid_out(f"<article>{H1}<div>{zoom}<p>{FIRST}</p><p>{SECOND}</p></div></article>")
    found = container.find(outline)
    assert found is not None
    assert figures.read(outline, found) == ()
    assert len(figures.read(outline, found, leading=["https://news.example/wide/hall-on-friday.jpg"])) == 1


NONE = {
    "a story's picture linked apart from its words": "<div><a href=/p/schools-in-the-country-get-more><img "
    "src=/i/schools-in-the-country.jpg></a><p>See the whole of <a href=/p/schools-in-the-country-get-more>the report</a>"
    " of last week.</p></div>",
    "a logo": "<img src=/static/logo.png width=300 height=80>",
    "a button of a gallery": "<img src=/static/gal_left.png width=300>",
    "a network's sign by its folder": "<p><img src=/assets/sns/line02.png><img src=/img/sns/sns_share_24_off.jpg></p>",
    "a banner by its size": "<p><img src=/promo/spring-980x120.jpg></p>",
    "a drawing in a folder of small ones": "<p><img src=/img/ico/mail-large.png></p>",
    "a button to share by its file": "<p><img src=/images/fb-img-share.png></p>",
    "a button's small drawing": "<p><img src=/skel_rwd/impresora.gif alt=Print></p>",
    "a vector drawing": "<img src=/static/zoom-in.svg>",
    "a counting pixel": "<img src=https://count.example/p width=1 height=1>",
    "a pixel by its style": "<img src=https://count.example/p style='position:absolute;width:1px;height:1px'>",
    "a small square": "<img src=/people/jane.jpg width=120 height=120>",
    "the writer's portrait": "<div class=author><img src=/people/jane-doe-large.jpg>Jane Doe</div>",
    "a portrait by its own name": "<p><img class=autorenbild src=/people/jane-doe-large.jpg> <i>Von Jane Doe</i></p>",
    "a portrait that a script will bring": "<div class=journalist><img src=/static/blank-default.gif>Jane Doe</div>",
    "a portrait in the link to its writer": "<figure><a rel=author href=/wir/jane><img src=/people/j.jpg alt='Jane Doe'></a>"
    "<figcaption>By <a rel=author href=/wir/jane>Jane Doe</a>, Editor</figcaption></figure>",
    "a portrait beside a byline": "<div><img src=/people/jane-doe-large.jpg><a href=/author/jane-doe>Jane Doe</a></div>",
    "a portrait beside its name, nothing named": "<div class=c1><img src=/people/jd-large.jpg alt='Jane Doe'><p>By "
    "<b>Jane Doe</b></p></div>",
    "a portrait in an element of a byline": "<div data-testid=byline><p><img src=/p/jd-large.jpg></p><p>By Jane Doe</p></div>",
    "a banner": "<a href='https://shop.example/offer'><img src=/banners/offer-large.jpg></a>",
    "an advert": "<div class=ad-slot><img src=/creative-large.jpg></div>",
    "a video's poster": "<div class=videoBox><img src=/poster-large.jpg><span>02:31</span></div>",
    "a video's poster beside its counter": f"<figure>{IMG}<div>0:00 / 0:45</div><figcaption>The vote</figcaption></figure>",
    "an avatar in a comment": "<section class=comments><img src=/u/somebody-large.jpg></section>",
    "a button to share, in another language": "<ul class=partager><li><a><img src=/i/envoyer-large.gif></a>Envoyer</li></ul>",
    "what is for sale": "<div class=article-deal><div class=picture><img src=/shop/telephone-large.png></div>200 €</div>",
    "a picture that a plugin brings along": "<img src=/wp-content/plugins/ratings/stars_off-large.gif> Rate this",
    "a tweet": "<blockquote class=twitter-tweet><img src=/t/picture-large.jpg></blockquote>",
    "an offer of letters": f"<div class=x7><div>{IMG}</div><h3>Sign up for our newsletter</h3><p>Every day.</p></div>",
    "an offer of membership": f"<div class=x7><div>{IMG}</div><h3>Support our work</h3><p>We need your help.</p></div>",
    "a film": f"<div class=video-embed>{IMG}<button>Play</button><p>Watch the vote in two minutes</p></div>",
    "an advertisement with a caption": f"<figure><a href='https://shop.example/b'>{IMG}</a><figcaption>Advertisement</figcaption></figure>",
    "a table in a figure": "<figure data-source=https://i.example/table-1.jpg><table><tr><td>1</table><figcaption>T</figcaption></figure>",
    "nothing but a blank": "<img src='data:image/gif;base64,R0lGOD'>",
}


@pytest.mark.parametrize("how", NONE)
def test_what_is_no_picture_of_the_article_is_none(how: str) -> None:
    assert images(NONE[how]) == []


def test_a_picture_above_the_headline_needs_a_name() -> None:
    """Or to be the one that the page states."""
    named = f"<figure class='image opener'>{IMG}<footer>AP</footer></figure>"
    assert [(image.role, printed(image)) for image in images("", above=named)] == [("lead", ("", "AP"))]
    other = "<div class=k1><img src=/pictures/quite-another.jpg></div>"
    assert images("", above=other) == []
    stated = StatedPicture("https://cdn.example/quite-another.jpg?w=900")
    outline, _ = laid_out(f"<main>{other}<article>{H1}<div><p>{FIRST}</p><p>{SECOND}</p></div></article></main>")
    found = container.find(outline)
    assert found is not None
    assert [figure.image.role for figure in figures.read(outline, found, stated=[stated])] == ["lead"]


def test_what_structured_data_say_is_kept_with_the_picture_they_mean() -> None:
    """The same file under another address and size."""
    stated = StatedPicture("https://cdn.example/hall-on-friday-1200x800.jpg", {"creditText": ("AP",)})
    _, (figure,) = find(f"<figure>{IMG}</figure>", stated=(stated,))
    assert figure.image.stated == {"creditText": ("AP",)}


def test_a_caption_after_the_next_picture_is_that_pictures() -> None:
    between = f"<div>{IMG}</div><div><img src=/p/second-of-all.jpg><figcaption>{CAPTION}</figcaption></div>"
    assert [printed(image) for image in images(between)] == [("", ""), (CAPTION, "")]


def test_data_attributes_are_statements_too() -> None:
    _, (figure,) = find("<img src=/pictures/hall-on-friday.jpg data-credit='Jane Doe / AP'>")
    assert figure.image.stated == {"creditText": ("Jane Doe / AP",)}


def test_pictures_of_a_gallery_come_each_with_their_own_words() -> None:
    """Even where all of them share one figure."""
    slides = "".join(
        f"<li><figure><img src='/g/picture-number-{n}.jpg'><figcaption>Slide {n}</figcaption></figure></li>" for n in range(3)
    )
    found = images(f"<div class=gallery><ul>{slides}</ul></div>")
    assert [plain(image.caption) for image in found] == ["Slide 0", "Slide 1", "Slide 2"]
    assert {image.role for image in found[1:]} == {"gallery"}


def test_a_repeated_picture_without_words_is_left_out() -> None:
    """Templates hold it once for each size of screen."""
    _, found = find(
        f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure><div><img src='/pictures/hall-on-friday.jpg?w=320'></div>"
    )
    assert len(found) == 1


def test_a_figure_whose_picture_comes_by_script_keeps_its_words() -> None:
    """Without address, so that the caption does not land in the text."""
    (image,) = images(f"<figure><img src='data:,'><figcaption>{CAPTION}</figcaption></figure>")
    assert (image.url, plain(image.caption)) == (None, CAPTION)


def test_a_body_named_like_a_caption_is_none() -> None:
    """``detail-desc`` after the picture is the article itself."""
    html = f"<article>{H1}<div>{IMG}</div><div class=detail-desc><p>{FIRST}</p><p>{FIRST}</p></div></article>"
    outline, _ = laid_out(html)
    found = container.find(outline)
    assert found is not None
    (figure,) = figures.read(outline, found)
    assert printed(figure.image) == ("", "")


def test_a_lead_pictures_caption_may_stand_in_a_box_of_its_own() -> None:
    """No heading and no other picture stands between; a picture in the text needs its caption beside it."""
    apart = f"<div><div><figure>{IMG}</figure></div><aside>{IMG}</aside></div><div><p class=box-caption>{CAPTION}</p></div>"
    assert [printed(image) for image in images("", before=apart)] == [(CAPTION, "")]
    credited = apart.replace("box-caption", "story-credit").replace("</p>", " | Photo: Ann Doe/AP</p>")
    assert [printed(image) for image in images("", before=credited)] == [("", f"{CAPTION} | Photo: Ann Doe/AP")]
    assert [printed(image) for image in images("", before=apart.replace("box-caption", "story-credit"))] == [("", "")]
    heading = apart.replace("</aside>", "</aside><h2>What is new</h2>")
    assert [printed(image) for image in images("", before=heading)] == [("", "")]
    assert [printed(image) for image in images(apart)] == [("", "")]


def test_a_link_around_a_picture_with_caption_and_credit_opens_the_gallery() -> None:
    """Without the credit the words may be a teaser's."""
    for words, printed_words in ((f"{CAPTION} | Foto: Reuters", [(f"{CAPTION} | Foto: Reuters", "")]), (CAPTION, [])):
        page = f"<div><a href=/hall/gallery-12><div>{IMG}</div><div class=photo__desc>{words}</div></a></div>"
        assert [printed(image) for image in images(page)] == printed_words


def test_a_picture_all_of_whose_words_are_a_promo_is_the_promos() -> None:
    """The headline beside it is a link, the picture is none."""
    teaser = (
        f"<div class=x4><div>{IMG}</div><div class=x5><a href=/p/schools>Schools get more</a> <span>Ann Doe</span></div></div>"
    )
    page = f"<article>{H1}<div><p>{FIRST}</p>{teaser}<p>{SECOND}</p></div></article>"
    assert left(page, cut="x5") == ()
    assert len(left(page)) == 1


def test_a_caption_that_is_a_linked_headline_and_nothing_else_is_a_promos() -> None:
    """Its button may stand outside of the promo; a caption with words of its own, or without a headline, is one."""
    link = "<a href=/p/schools><h5>Schools get more</h5></a>"
    for words, count in (
        (f"<b class=x5>{link}</b><a href=/p/schools>More</a>", 0),
        (f"<b class=x5>{link}</b>{CAPTION}", 1),
        ("<b class=x5><a href=/p/schools>The hall</a></b>", 1),
    ):
        figure = f"<figure>{IMG}<figcaption>{words}</figcaption></figure>"
        page = f"<article>{H1}<div><p>{FIRST}</p>{figure}<p>{SECOND}</p></div></article>"
        assert len(left(page, cut="x5")) == count


def test_a_frame_above_the_text_may_have_its_picture_behind_it() -> None:
    frame = "<div class=hero-image style='background-image:url(https://i.example/hall.jpg)'></div>"
    behind = f"{frame}<p class=hero-caption>{CAPTION}</p>"
    (image,) = images("", before=behind)
    assert (image.url, image.role, printed(image)) == ("https://i.example/hall.jpg", "lead", (CAPTION, ""))
    assert images(behind) == []


def test_frames_above_the_text_may_have_their_pictures_kept_for_a_script() -> None:
    """A caption printed for two widths of the page is one."""
    one, two = (f"<div class=gallery-image data-src=https://i.example/hall-{number}.jpg></div>" for number in (1, 2))
    assert [image.url for image in images("", before=f"<div>{one}{two}</div>")] == [
        "https://i.example/hall-1.jpg",
        "https://i.example/hall-2.jpg",
    ]
    (image,) = images(f"<figure>{IMG}<figcaption><p>{CAPTION}</p><p>{CAPTION}</p></figcaption></figure>")
    assert printed(image) == (CAPTION, "")


def test_a_picture_that_opens_its_own_file_is_the_articles_even_in_a_box_of_promotion() -> None:
    """The box of more stories begins with the article's picture."""
    box = f"<div class=x6><div><a href=/pictures/hall.jpg>{IMG}</a><span>{CAPTION}</span></div><ul><li>More</ul></div>"
    assert len(left(f"<article>{H1}<div>{box}<p>{FIRST}</p><p>{SECOND}</p></div></article>", cut="x6")) == 1


def test_a_picture_outside_of_the_main_part_is_the_articles_if_the_page_states_its_file() -> None:
    """In whatever size: the folder of the size tells them apart, the file's name does not."""
    page = (
        f"<div><img src=/styles/wide/opening-of-the-house.jpg></div><main><article>{H1}<div><p>{FIRST}</p><p>{SECOND}</p></div>"
    )
    outline, _ = laid_out(f"{page}</article></main>")
    found = container.find(outline)
    assert found is not None
    assert figures.read(outline, found) == ()
    assert len(figures.read(outline, found, leading=["https://a.example/styles/share/opening-of-the-house.jpg"])) == 1


def test_pictures_of_promotion_are_left_out() -> None:
    """They are handed in as cut."""
    outline, _ = laid_out(f"<article>{H1}<div><p>{FIRST}</p><aside>{IMG}</aside><p>{SECOND}</p></div></article>")
    found = container.find(outline)
    assert found is not None
    aside = outline.tags.index("aside")
    assert figures.read(outline, found, cut=[(aside, outline.ends[aside])]) == ()
