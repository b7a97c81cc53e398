"""Further cards without a page of their own: what pages state, what sites declare."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.listing.more import LoadMore, declared_more, find_more, state_more, wordpress_more
from crawler.extract.listing.reading import read_listing
from crawler.extract.page.document import parse
from crawler.site import Site

URL = "https://www.sauh.example/berita/nasional"
SETUP = """<script>$(function(){ load_more().setup({last_publish_date: "2026-07-24 06:10:00", url: "https://www.sauh.example/request/load-more",
 page: 2, record_count: 12, max_hit: 3, load_more_btn: "#load-more-btn", load_more_div: "div#load-content",
 channel_name: "berita", subchannel_name: 'nasional', token: "t0k", infinit_load: false}); });</script>"""
AJAX = """<script>var loadmore_params = {"ajaxurl":"https:\\/\\/www.sauh.example\\/wp-admin\\/admin-ajax.php",
"posts":"{\\"cat\\":7,\\"order\\":\\"DESC\\"}","current_page":"1","max_page":"9","nonce":"ab12"};</script>"""


def find(html: str, cards: int = 10) -> LoadMore | None:
    return find_more(parse(f"<html><body>{html}</body></html>", url=URL), cards=cards)


def test_the_settings_of_a_script_are_read() -> None:
    """All that goes to the server goes along, what the script keeps for itself does not."""
    more = find(SETUP)
    assert more is not None
    assert (more.method, more.address) == ("POST", "https://www.sauh.example/request/load-more")
    assert more.body == (
        "last_publish_date=2026-07-24+06%3A10%3A00&page=2&record_count=12&channel_name=berita&subchannel_name=nasional"
        "&token=t0k&_token=t0k"
    )


def test_an_address_that_a_script_puts_together_begins_at_the_root() -> None:
    """``BASE_URL + 'request/…'``; what else is no plain value is not sent."""
    script = SETUP.replace('"https://www.sauh.example/request/load-more"', "BASE_URL + 'request/load-more'")
    more = find(script.replace('"2026-07-24 06:10:00"', "window.last_publish_date"))
    assert more is not None
    assert more.address == "https://www.sauh.example/request/load-more"
    assert more.body.startswith("page=2&record_count=12&channel_name=berita")


def test_the_request_after_it_counts_on() -> None:
    """The number of the page and that of the cards before it."""
    more = LoadMore(url="/x?start={offset}", form=(("page", "{page}"), ("p0", "{page0}")), page=2, offset=12)
    following = more.following(12)
    assert following is not None
    assert (following.address, following.body) == ("/x?start=24", "page=3&p0=2")
    assert following.key != more.key


def test_the_query_of_a_theme_is_sent_as_it_stands() -> None:
    """WordPress' admin-ajax.php: action, query and the page that is shown, here the first."""
    more = find(AJAX)
    assert more is not None
    assert more.address == "https://www.sauh.example/wp-admin/admin-ajax.php"
    assert more.body == "action=loadmore&query=%7B%22cat%22%3A7%2C%22order%22%3A%22DESC%22%7D&page=2&nonce=ab12"


@pytest.mark.parametrize(
    ("button", "key"),
    [
        (
            '<button class="load-more" data-url="/lainnya" data-page="1">x</button>',
            "GET https://www.sauh.example/lainnya?page=2",
        ),
        (
            '<a class="btn-more" data-url="/lainnya" data-next-page="2" data-target="#list">x</a>',
            "GET https://www.sauh.example/lainnya?page=2",
        ),
        (
            '<div id="loadmore" data-ajax-url="/feed/list" data-offset="10" data-channel="5" data-method="POST"></div>',
            "POST https://www.sauh.example/feed/list offset=10&channel=5",
        ),
        ('<button data-url="/x" data-page="1">Muat Lainnya</button>', "GET https://www.sauh.example/x?page=2"),
    ],
)
def test_buttons_carry_their_request(button: str, key: str) -> None:
    """In data attributes, by GET unless they say otherwise."""
    more = find(button)
    assert more is not None
    assert more.key == key


@pytest.mark.parametrize(
    "html",
    [
        "",
        '<script>var player = {"url": "/video/next.mp4", "volume": 3, "title": "x"};</script>',
        '<script>setup({url: "https://elsewhere.example/request/load-more", page: 2, count: 10});</script>',
        '<div class="share" data-url="/berita/1740200-menara" data-page="1">Bagikan</div>',
        '<script>var x = {"ajaxurl":"/wp-admin/admin-ajax.php"};</script>',
        '<button class="load-more" data-url="/lainnya?page=2">x</button>',
    ],
)
def test_what_is_no_such_request(html: str) -> None:
    """Players, other sites, share buttons; a button whose address counts by itself is a link to the next page."""
    assert find(html) is None


def test_the_interface_of_a_wordpress_site_is_narrowed_to_the_category() -> None:
    """The page names its category where it is one."""
    head = (
        '<link rel="https://api.w.org/" href="https://www.sauh.example/wp-json/">'
        '<link rel="alternate" type="application/json" href="https://www.sauh.example/wp-json/wp/v2/categories/12">'
    )
    more = wordpress_more(parse(f"<html><head>{head}</head></html>", url=URL), cards=10)
    assert more is not None
    assert more.key.startswith(
        "GET https://www.sauh.example/wp-json/wp/v2/posts?per_page=20&offset=10&categories=12&_fields=link"
    )


def test_a_site_declares_its_request_in_one_line() -> None:
    """Method, address, form; places are filled in."""
    declared = "POST /request/load-more-indeks ctype=art&kanal={section}&page={page}&record_count=12"
    more = declared_more(declared, URL)
    assert more.key == (
        "POST https://www.sauh.example/request/load-more-indeks ctype=art&kanal=berita%2Fnasional&page=2&record_count=12"
    )


@pytest.mark.parametrize("declared", ["", "PUT /x page={page}", "POST ftp://x", "POST /x page={seite}"])
def test_a_wrong_declaration_is_refused(declared: str) -> None:
    """At import of the site's file."""
    with pytest.raises(ValueError, match=r"GET nor POST|is unknown"):
        declared_more(declared, URL)


def test_what_the_page_states_goes_before_what_the_site_declares() -> None:
    """The page holds its token; the site's file helps where the page says nothing, or its request is refused."""
    card = "<h2><a href='/berita/1740200-menara-suar-menyala-lagi'>Menara Suar Menyala Lagi</a></h2>"
    declared = ("POST /other c={channel}&s={subchannel}&page={page}", "GET /{section}?page={page}")
    site = Site(name="sauh.example", domains=("sauh.example",), load_more=declared)
    keys = ["POST https://www.sauh.example/other c=berita&s=nasional&page=2", f"GET {URL}?page=2"]
    assert [more.key for more in read_listing(f"<body>{card}</body>", URL, site).more] == keys
    stated = read_listing(f"<body>{card}{SETUP}</body>", URL, site).more
    assert stated[0].address == "https://www.sauh.example/request/load-more"
    assert [more.key for more in stated][1:] == keys
    front = read_listing(f"<body>{card}</body>", "https://www.sauh.example/", site).more
    assert front[0].body == "c=all&s=all&page=2"


@given(st.text(alphabet="{}:,'\"aurlpge=2/<>script ", max_size=300))
def test_finding_never_fails(text: str) -> None:
    """Any script is read or left alone."""
    find(f"<script>{text}</script>")


def state(**data: object) -> LoadMore | None:
    text = json.dumps({"props": {"pageProps": data}})
    return state_more(parse(f"<body><script id='__NEXT_DATA__' type='application/json'>{text}</script>", url=URL), cards=7)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (
            {"feed": {"endpoint": "/api/v2/stories?section=nasional", "nextCursor": "c28"}},
            "GET https://www.sauh.example/api/v2/stories?section=nasional&cursor=c28",
        ),
        ({"apiUrl": "/ajax/list?after=", "pageInfo": {"endCursor": "b7"}}, "GET https://www.sauh.example/ajax/list?after=b7"),
        ({"page": 1, "totalPages": 9, "source": "/api/list"}, "GET https://www.sauh.example/api/list?page=2"),
        ({"currentPage": 1, "last_page": 3}, "GET https://www.sauh.example/berita/nasional?page=2"),
        ({"currentPage": 3, "last_page": 3}, None),
        ({"endpoint": "https://cdn.elsewhere.example/api/list", "nextCursor": "c28"}, None),
        ({"endpoint": "/api/[slug]", "nextCursor": "c28"}, None),
        ({"nextCursor": None, "endpoint": "/api/list"}, None),
    ],
)
def test_the_state_of_a_page_tells_how_its_script_goes_on(data: dict[str, object], key: str | None) -> None:
    """By a cursor, by a number; never on another site, never by an address with gaps."""
    more = state(**data)
    assert (more.key if more else None) == key


def test_a_cursor_leads_on_as_long_as_answers_give_one() -> None:
    """The end is an answer without."""
    more = declared_more("GET /api/list?s={section}&c={cursor}", URL, cursor="a1")
    assert more.address == "https://www.sauh.example/api/list?s=berita/nasional&c=a1"
    following = more.following(7, cursor="b2")
    assert following is not None and following.address.endswith("c=b2")
    assert more.following(7) is None


def test_a_declared_cursor_begins_where_the_page_says() -> None:
    """The state holds it."""
    cards = "".join(
        f"<h2><a href='/berita/174020{n}-kapal-pos-tiba-lagi'>Kapal pos tiba lagi di dermaga</a></h2>" for n in range(5)
    )
    script = '<script>window.__INITIAL_STATE__ = {"list": {"nextCursor": "z9"}};</script>'
    site = Site(name="sauh.example", domains=("sauh.example",), load_more=("GET /api/list?c={cursor}",))
    (more,) = read_listing(f"<body>{cards}{script}</body>", URL, site).more
    assert more.address == "https://www.sauh.example/api/list?c=z9"
