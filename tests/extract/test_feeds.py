"""Feeds and sitemaps, read as the same kind of list as a page."""

import gzip
import json

import pytest

from crawler.extract.feeds import MAX_BYTES, read_list, unpack, without_doctype
from crawler.site import Site

SITE = Site(name="sauh.example", domains=("sauh.example",))
URL = "https://www.sauh.example/rss.xml"
LINK = "https://www.sauh.example/berita/1740211-dermaga-ditutup"

RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Sauh</title>
<atom:link rel="next" href="{URL}?page=2"/><item><title>Dermaga &amp;amp; Feri Ditutup</title><link>{LINK}?utm_source=rss</link>
<description>&lt;p&gt;Dua pekan &lt;b&gt;tutup&lt;/b&gt;.&lt;/p&gt;</description>
<pubDate>Fri, 05 Sep 2025 11:00:00 +0700</pubDate>
<dc:creator>Sri Wulan</dc:creator><category>Nasional</category>
<media:content url="https://media.sauh.example/1.jpg" medium="image"/></item>
<item><title>Di tempat lain</title><link>https://elsewhere.example/2025/09/05/a-story-of-ours</link></item>
<item><title>Dermaga lagi</title><guid>{LINK}</guid></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Sauh</title><entry><title>Dermaga Ditutup</title>
<link href="{LINK}"/><updated>2025-09-05T12:00:00+07:00</updated>
<published>2025-09-05T11:00:00+07:00</published></entry></feed>"""

JSON = f"""{{"version": "https://jsonfeed.org/version/1.1", "title": "Sauh", "next_url": "{URL}?page=2", "items": [
 {{"id": "1", "url": "{LINK}", "title": "Dermaga Ditutup", "date_published": "2025-09-05T11:00:00+07:00",
  "authors": [{{"name": "Sri Wulan"}}], "tags": ["Nasional"]}}, {{"id": "no address"}}]}}"""

NEWS = f"""<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{LINK}</loc><lastmod>2025-09-05T12:00:00+07:00</lastmod>
<news:news><news:publication><news:name>Sauh</news:name><news:language>id</news:language></news:publication>
<news:publication_date>2025-09-05T11:00:00+07:00</news:publication_date>
<news:title><![CDATA[Dermaga & Feri]]></news:title></news:news></url></urlset>"""


def test_rss_is_a_list_of_cards() -> None:
    """Title, summary, date, byline, section and picture of an entry; the same article twice is one card."""
    listing = read_list(RSS.encode(), URL, SITE)
    card, foreign = listing.cards
    assert (listing.via, listing.next_pages) == ("feed", (f"{URL}?page=2",))
    assert (card.url, card.headline, card.summary) == (LINK, "Dermaga & Feri Ditutup", "Dua pekan tutup .")
    assert (card.date, card.modified, card.byline) == ("Fri, 05 Sep 2025 11:00:00 +0700", None, "Sri Wulan")
    assert (card.section, card.picture, card.rank) == ("Nasional", "https://media.sauh.example/1.jpg", 1)
    assert foreign.kind == "external"


def test_atom_parts_published_from_updated() -> None:
    """Both dates are kept apart."""
    (card,) = read_list(ATOM.encode(), URL, SITE).cards
    assert (card.date, card.modified) == ("2025-09-05T11:00:00+07:00", "2025-09-05T12:00:00+07:00")


def test_json_feeds_are_read() -> None:
    """Items without an address are left out."""
    listing = read_list(JSON.encode(), URL, SITE)
    assert [(card.url, card.byline, card.section) for card in listing.cards] == [(LINK, "Sri Wulan", "Nasional")]
    assert listing.next_pages == (f"{URL}?page=2",)


def test_news_sitemaps_keep_title_and_date() -> None:
    """What Google News reads is kept."""
    listing = read_list(NEWS.encode(), URL, SITE)
    (card,) = listing.cards
    assert listing.via == "newsSitemap"
    assert (card.headline, card.date, card.modified) == (
        "Dermaga & Feri",
        "2025-09-05T11:00:00+07:00",
        "2025-09-05T12:00:00+07:00",
    )


def test_plain_sitemaps_give_their_articles_newest_first() -> None:
    """Hubs are not worth a request."""
    urls = [
        ("tag/laut", "2025-09-06"),
        ("berita/1740200-menara-suar-menyala", "2025-09-01"),
        ("berita/1740201-kapal-pos-tiba", "2025-09-04"),
    ]
    body = "".join(f"<url><loc>https://www.sauh.example/{path}</loc><lastmod>{day}</lastmod></url>" for path, day in urls)
    listing = read_list(f"<urlset>{body}</urlset>".encode(), URL, SITE)
    names = [card.url.rpartition("/")[2] for card in listing.articles]
    assert names == ["1740201-kapal-pos-tiba", "1740200-menara-suar-menyala"]
    assert [card.url for card in listing.cards if card.kind == "other"] == ["https://www.sauh.example/tag/laut"]


def test_an_index_names_the_sitemaps_that_changed_last() -> None:
    """Those of years ago are not read again."""
    rows = [("old", "2019-01-01"), ("august", "2025-08-30"), ("september", "2025-09-05")]
    body = "".join(
        f"<sitemap><loc>https://www.sauh.example/{name}.xml</loc><lastmod>{day}</lastmod></sitemap>" for name, day in rows
    )
    listing = read_list(f"<sitemapindex>{body}</sitemapindex>".encode(), URL, SITE)
    assert listing.sitemaps == ("https://www.sauh.example/september.xml",)


def test_gzip_files_are_unpacked() -> None:
    """sitemap.xml.gz is a file, not an encoding of the transfer."""
    assert len(read_list(gzip.compress(NEWS.encode()), f"{URL}.gz", SITE).cards) == 1


def test_a_compressed_bomb_is_not_unpacked_whole() -> None:
    """At most what the protocol allows."""
    assert len(unpack(gzip.compress(bytes(MAX_BYTES * 2), 1))) == MAX_BYTES


@pytest.mark.parametrize(
    ("base", "link", "url"),
    [
        ("", "/laut/kapal-pos-tiba", "https://www.sauh.example/laut/kapal-pos-tiba"),
        (' xml:base="https://www.sauh.example/blog/"', "kapal-pos-tiba", "https://www.sauh.example/blog/kapal-pos-tiba"),
    ],
)
def test_relative_addresses_of_entries_are_completed(base: str, link: str, url: str) -> None:
    """By what the feed says of its base, else by its own address."""
    entry = f'<entry><id>tag:sauh,2025:1</id><link href="{link}"/><title>Kapal Pos Tiba</title></entry>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"{base}><title>Sauh</title>{entry}</feed>'
    assert [card.url for card in read_list(feed.encode(), URL, SITE).cards] == [url]


def test_an_id_that_is_no_address_is_none() -> None:
    """A number that names an entry leads nowhere."""
    item = "<item><guid isPermaLink='false'>77</guid><title>Tanpa Alamat</title></item>"
    feed = f"<rss version='2.0'><channel>{item}</channel></rss>"
    assert read_list(feed.encode(), URL, SITE).cards == ()


def test_a_long_comment_hides_no_sitemap() -> None:
    """What the document is, its root says."""
    assert read_list(f"<!--{'Keterangan. ' * 400}-->{NEWS}".encode(), URL, SITE).via == "newsSitemap"


@pytest.mark.parametrize(
    ("body", "cards"),
    [
        (RSS[: RSS.index("</item>") + 9], 1),
        (NEWS.replace("</urlset>", ""), 1),
        ('{"version": "https://jsonfeed.org/version/1"', 0),
    ],
)
def test_what_is_cut_off_gives_what_it_holds_and_says_so(body: str, cards: int) -> None:
    """Complete ones have no fault."""
    listing = read_list(body.encode(), URL, SITE)
    assert len(listing.cards) == cards
    assert listing.fault


@pytest.mark.parametrize("text", [RSS, ATOM, NEWS, JSON])
def test_whole_lists_have_no_fault(text: str) -> None:
    assert read_list(text.encode(), URL, SITE).fault is None


@pytest.mark.parametrize("text", [RSS, ATOM, NEWS])
def test_declared_entities_are_never_read(text: str) -> None:
    """Neither files nor other hosts nor a billion laughs."""
    laughs = "<!ENTITY l0 'lol'>" + "".join(f"<!ENTITY l{n + 1} '{f'&l{n};' * 10}'>" for n in range(9))
    doctype = f"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>{laughs}]>"
    start = text.find("?>") + 2 if text.startswith("<?xml") else 0
    hostile = text[:start] + doctype + text[start:].replace("Dermaga", "&x;&l9; Dermaga", 1)
    for card in read_list(hostile.encode(), URL, SITE).cards:
        assert "root:" not in str(card)
        assert "lollol" not in str(card)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<rss",
        b"<rss></rss>",
        b"{}",
        b'{"version": "https://jsonfeed.org/version/1", "items": 5}',
        b"\x1f\x8bxx",
        b"\x00" * 50,
    ],
)
def test_broken_lists_are_empty(body: bytes) -> None:
    """Nothing fails."""
    assert read_list(body, URL, SITE).cards == ()


def test_a_feed_that_the_library_falls_over_is_a_faulty_list() -> None:
    """An end tag without its beginning, in the parser for what is not well-formed."""
    found = read_list(b"<rss><channel><item><title>x</title></category>&", "https://a.example/rss.xml")
    assert (found.via, found.cards, found.fault is not None) == ("feed", (), True)


@pytest.mark.parametrize("name", ["links", "tags", "enclosures", "media_content", "media_thumbnail", "title_detail", "updated"])
@pytest.mark.parametrize("where", ["<channel>", "<item>"])
@pytest.mark.parametrize("element", ["<{}>x</{}>", "<{} rel='next' href='/2'/>"])
def test_elements_named_as_the_library_names_its_lists_hide_no_article(name: str, where: str, element: str) -> None:
    feed = RSS.replace(where, where + element.format(name, name), 1)
    assert LINK in {card.url for card in read_list(feed.encode(), URL, SITE).cards}


def test_values_of_another_kind_in_a_json_feed_are_left() -> None:
    item = {"url": LINK, "title": 7, "image": {"url": "/1.jpg"}, "date_published": 20250905, "tags": [{"name": "Nasional"}]}
    (card,) = read_list(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]}).encode(), URL, SITE).cards
    assert (card.url, card.headline, card.picture, card.date, card.section) == (LINK, None, None, None, None)


NESTED = {
    "sitemaps in sitemaps": "<sitemapindex>" + "<sitemap><loc>https://www.sauh.example/{0}.xml\n",
    "addresses in addresses": "<urlset>" + "<url><loc>https://www.sauh.example/berita/1740{0}-feri\n",
    "news in news": "<urlset>" + "<url><loc>https://www.sauh.example/berita/1740{0}-feri</loc><news:news>",
}


@pytest.mark.parametrize("name", NESTED)
def test_entries_without_an_end_stand_side_by_side(name: str) -> None:
    """One within the other, each address would hold all that follow, and be read as often."""
    head, _, entry = NESTED[name].partition(">")
    listing = read_list((head + ">" + "".join(entry.format(number) for number in range(100, 105))).encode(), URL, SITE)
    found = listing.sitemaps or tuple(card.url for card in listing.cards)
    assert len(found) == 5
    assert all(len(url) < 60 for url in found)


OPENED = {
    "declarations": b"<rss><channel>" + b"<!DOCTYPE a " * 30_000,
    "declarations with a subset": b"<rss><channel>" + b"<!DOCTYPE a [" * 30_000,
    "sections of text": b"<urlset><url><loc>" + b"<![CDATA[" * 30_000,
}


@pytest.mark.parametrize("name", OPENED)
def test_what_is_opened_and_never_closed_is_looked_for_once(name: str) -> None:
    """Looked for from each beginning, they would take minutes."""
    assert read_list(OPENED[name], URL, SITE).cards == ()


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        (b"<?xml version='1.0'?><!DOCTYPE rss><rss/>", b"<?xml version='1.0'?><rss/>"),
        (b"<!doctype rss SYSTEM 'x' [<!ENTITY a '>]'> ] ><rss/>", b"<rss/>"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>", b"<!DOCTYPE rss [<!ENTITY a 'b'>"),
        (b"<!DOCTYPE rss", b"<!DOCTYPE rss"),
        (b"<!DOCTYPE rss><item>[1] > 0</item>", b"<item>[1] > 0</item>"),
        (b"<rss/>", b"<rss/>"),
    ],
)
def test_declarations_are_cut_off(body: bytes, rest: bytes) -> None:
    assert without_doctype(body) == rest
