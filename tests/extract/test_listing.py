"""Section pages: what is news on them, in which order, and where they go on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.listing.reading import Card, Listing, read_listing
from crawler.site import Site

SITE = Site(name="sauh.example", domains=("sauh.example",))
URL = "https://www.sauh.example/berita/nasional"
HEADLINES = (
    "Dermaga Kuala Ditutup Dua Pekan",
    "Harga Cabai Turun Separuh Petani Mengeluh",
    "Menara Suar Menyala Lagi Setelah Sebelas Tahun",
    "Kapal Pos Menempuh Empat Pulau Tiga Malam",
    "Nelayan Kampung Hulu Bentuk Koperasi Es",
)


def address(number: int, section: str = "berita/nasional") -> str:
    return f"https://www.sauh.example/{section}/{1740200 + number}-{HEADLINES[number % 5].lower().replace(' ', '-')}"


def row(number: int, section: str = "berita/nasional") -> str:
    url = address(number, section)
    return f"""<div class="article-list-row"><div class="thumb"><a href="{url}"><img class="lazyload" alt="img_title"
      data-original="https://media.sauh.example/{number}.jpg" src="/blank.gif"></a></div><div class="info">
      <a class="article-list-title" href="{url}"><h2>{HEADLINES[number % 5]}</h2></a>
      <a class="article-list-cate" href="https://www.sauh.example/{section}"><h3>Nasional</h3></a>
      <div class="article-list-date"><span>{number % 28 + 1} November 2026 - 06:10 WIB</span></div></div>
      <div class="article-list-desc">Ringkasan berita nomor {number} yang cukup panjang untuk dibaca.</div></div>"""


def link(number: int, section: str = "bola") -> str:
    return f'<li><a href="{address(number, section)}">{HEADLINES[number % 5]}</a></li>'


PAGE = f"""<!doctype html><html lang="id"><head><title>Nasional</title>
<link rel="alternate" type="application/rss+xml" href="/berita/nasional/rss.xml">
<link rel="alternate" type="application/rss+xml" href="/comments/feed/">
<link rel="alternate" type="application/rss+xml" href="https://feeds.elsewhere.example/x"></head><body>
<header><nav><ul><li><a href="/">Home</a></li>
<li class="dropdown"><a href="/bola">Bola</a><ul>{link(90)}{link(91)}</ul></li></ul></nav></header>
<div class="headline-carousel swiper"><div class="swiper-slide"><a href="{address(3)}"><h2>{HEADLINES[3]}</h2></a></div>
<div class="swiper-slide"><a href="{address(40)}"><h2>{HEADLINES[0]}</h2></a></div></div>
<main><h1>Nasional</h1><div id="load-content">{row(1)}{row(2)}{row(3)}
<div class="article-list-row promoted"><a href="https://promo.elsewhere.example/hunian-tepi-teluk-cicilan-mulai-dua-juta?utm_source=x"
 rel="sponsored"><h2>Hunian Tepi Teluk dengan Cicilan Mulai Dua Juta</h2></a><p>Advertorial</p></div>{row(4)}{row(5)}</div>
<div class="pager"><a href="/berita/nasional">1</a><a href="/berita/nasional?page=2">2</a>
<a href="/berita/nasional?page=3">3</a></div></main>
<div class="right"><div class="box"><h3>Terpopuler</h3><ol>{link(60)}{link(61)}{link(62)}</ol></div>
<div class="box"><div class="head"><h3>Pilihan Editor</h3></div><ul>{link(70)}{link(71)}</ul></div></div>
<footer><a href="/tentang-kami">Tentang Kami</a>
<a href="/berita/nasional/1700001-pedoman-media-siber-untuk-semua">Pedoman Media Siber</a></footer>
</body></html>"""


def read(html: str, url: str = URL) -> Listing:
    return read_listing(html, url, SITE)


def blocks(listing: Listing) -> dict[str, str]:
    return {card.url: card.block for card in listing.cards}


def test_the_stream_is_told_from_everything_else() -> None:
    """Only the rows of the list are the stream, in their order; the pinned story counts where it stands in the list."""
    listing = read(PAGE)
    assert [card.url for card in listing.stream] == [address(n) for n in (1, 2, 3, 4, 5)]
    assert [card.rank for card in listing.stream] == [1, 2, 3, 4, 5]


def test_each_block_is_known_for_what_it_is() -> None:
    """Carousel, ranking, picks and menu have a kind of their own."""
    found = blocks(read(PAGE))
    assert found[address(40)] == "highlight"
    assert found[address(60, "bola")] == "popular"
    assert found[address(70, "bola")] == "picks"
    assert found[address(90, "bola")] == "menu"


def test_adverts_menus_and_rankings_are_not_asked_for() -> None:
    """What is worth a request is the stream, the carousel and the picks."""
    assert {card.block for card in read(PAGE).articles} == {"stream", "highlight", "picks"}
    assert not any("promo" in card.url for card in read(PAGE).articles)


def test_a_card_gives_all_that_is_printed_on_it() -> None:
    """Headline, summary, picture, date, section; the placeholder picture is none."""
    assert read(PAGE).stream[0] == Card(
        url=address(1),
        headline="Harga Cabai Turun Separuh Petani Mengeluh",
        summary="Ringkasan berita nomor 1 yang cukup panjang untuk dibaca.",
        picture="https://media.sauh.example/1.jpg",
        date="2 November 2026 - 06:10 WIB",
        section="Nasional",
        rank=1,
        block="stream",
    )


def test_feeds_of_the_site_are_given() -> None:
    """Feeds of comments and of other sites are not."""
    assert read(PAGE).feeds == ("https://www.sauh.example/berita/nasional/rss.xml",)


def test_the_next_page_is_the_next_number() -> None:
    """Page 2 from page 1, page 3 from page 2."""
    assert read(PAGE).next_pages[0] == f"{URL}?page=2"
    assert read(PAGE, f"{URL}?page=2").next_pages[0] == f"{URL}?page=3"


@pytest.mark.parametrize(
    ("markup", "url", "following"),
    [
        ('<a rel="next" href="/berita?page=2">Next</a>', "/berita", "/berita?page=2"),
        ('<a class="btn-more" href="/berita?page=3">Muat Lainnya</a>', "/berita?page=2", "/berita?page=3"),
        (
            '<a href="/berita/page/3/">← Older posts</a><a href="/berita/">Newer posts →</a>',
            "/berita/page/2/",
            "/berita/page/3/",
        ),
        ('<a href="/indeks/2">2</a><a href="/indeks/3">3</a>', "/indeks", "/indeks/2"),
        ('<a href="/berita?start=20" aria-label="Halaman berikutnya">&raquo;</a>', "/berita", "/berita?start=20"),
        (
            '<a href="/berita?page=1">Sebelumnya</a><a href="/berita?page=3">Načíst další</a>',
            "/berita?page=2",
            "/berita?page=3",
        ),
        ('<button class="load-more" data-url="/berita/lainnya?page=2">Tampilkan</button>', "/berita", "/berita/lainnya?page=2"),
        ('<a href="/berita?cursor=xyz">Lihat lainnya</a>', "/berita", "/berita?cursor=xyz"),
        ('<a rel="follow next" href="/berita?page=1">&gt;</a>', "/berita", "/berita?page=1"),
        ('<a href="list_48_2.html">下一页</a>', "/berita/", "/berita/list_48_2.html"),
        (
            '<a href="/search?updated-max=2015-05-22&amp;max-results=7">Next</a>',
            "/",
            "/search?updated-max=2015-05-22&max-results=7",
        ),
        ('<a class="next" href="/musik/page2">Next</a>', "/", "/musik/page2"),
    ],
)
def test_next_pages_of_all_kinds(markup: str, url: str, following: str) -> None:
    """rel=next, numbers in query and path, older, load more, cursors."""
    base = "https://www.sauh.example"
    assert read(f"<body>{row(1)}{markup}</body>", base + url).next_pages[0] == base + following


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ('<a href="/berita?page=4">4</a><a rel="prev" href="/berita?page=4">Sebelumnya</a>', "/berita?page=5"),
        ('<a href="/bola">Selengkapnya</a><a href="/politik">Mehr</a>', "/berita"),
        ('<a rel="next" href="https://elsewhere.example/berita?page=2">Next</a>', "/berita"),
        ('<a href="#">Muat Lainnya</a><a href="javascript:void(0)">Next</a>', "/berita"),
        ('<a rel="next" href="/berita">1</a>', "/berita"),
        ('<a href="/berita?limit=all">Semua</a><a class="next" href="/berita?limit=all">Semua</a>', "/berita?page=10"),
        ('<a href="/?p=2">Kapal Pos Tiba</a>', "/"),
    ],
)
def test_what_is_no_next_page(markup: str, url: str) -> None:
    """Earlier pages, other sections, other sites, scripts and the page itself."""
    assert read(f"<body>{row(1)}{markup}</body>", f"https://www.sauh.example{url}").next_pages == ()


def test_odd_addresses_are_learned_from_the_page() -> None:
    """Where nearly all links of one shape carry headlines, they are articles, whatever they look like."""
    cards = "".join(f'<h3><a href="/wire/item{n}">{HEADLINES[n]}</a></h3>' for n in range(4))
    assert len(read(f"<body><main>{cards}<a href='/wire'>Wire</a></main></body>").articles) == 4


def test_a_link_laid_over_its_card_has_the_headline_of_the_card() -> None:
    """Screen readers are told something else; a kicker is no headline."""
    card = (
        "<article><a href='/wirtschaft/pleite-li.33{n}97'>Zum Artikel:</a><div><h4>Geld</h4><h2>{headline}</h2></div></article>"
    )
    cards = "".join(card.format(n=n, headline=HEADLINES[n]) for n in range(4))
    listing = read(f"<body><main>{cards}<a href='/thema/Grippe'>Zum Artikel:</a></main></body>")
    assert [card.headline for card in listing.stream] == list(HEADLINES[:4])


def test_a_label_above_the_whole_page_makes_no_adverts_of_it() -> None:
    """The slot of an advert may stand just before the list."""
    html = f"<body><div class='slot'>Anzeige</div><div><section>{''.join(map(row, range(6)))}</section></div></body>"
    assert len(read(html).stream) == 6


def test_a_pattern_of_the_site_decides_alone() -> None:
    """With it nothing else is a card."""
    special = "<h2><a href='/kanal/1740999-sebuah-halaman-khusus'>Sebuah Halaman Khusus Yang Panjang</a></h2>"
    html = f"<body>{row(1)}{special}</body>"
    listing = read_listing(html, URL, SITE, articles=r"/berita/[a-z]+/\d+-")
    assert [card.url for card in listing.cards] == [address(1)]


def test_one_article_is_one_card() -> None:
    """Picture link, headline link, tracking parameters and the mobile host are the same article."""
    url = address(1)
    mobile = url.replace("www.", "m.")
    picture, headline = (
        f"<a href='{url}?utm_source=front'><img src='/a.jpg'></a>",
        f"<h2><a href='{mobile}'>{HEADLINES[1]}</a></h2>",
    )
    html = f"<body><article>{picture}{headline}</article></body>"
    assert [card.headline for card in read(html).cards] == [HEADLINES[1]]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("video/1740404-sundulan-kiper-yang-bikin-stadion-lupa", "video"),
        ("foto/1740405-satu-malam-di-bioskop-terapung", "gallery"),
        ("live/1740406-banjir-rob-laporan-langsung-dari-pelabuhan", "live"),
        ("podcast/1740407-suara-dari-dermaga-bagian-ketiga", "audio"),
        ("berita/1740408-wasit-liga-kini-wajib-bawa-peluit", "article"),
    ],
)
def test_kinds_are_told_by_the_path(path: str, kind: str) -> None:
    """Videos, galleries, live blogs and podcasts are counted as what they are."""
    html = f"<body><h2><a href='https://www.sauh.example/{path}'>Judul yang panjang untuk halaman ini</a></h2></body>"
    assert [card.kind for card in read(html).cards] == [kind]


def test_a_page_with_nothing_but_a_ranking_gives_the_ranking() -> None:
    """Better the side column than nothing."""
    html = f"<body><div><h3>Terpopuler</h3><ol>{link(1)}{link(2)}{link(3)}</ol></div></body>"
    assert len(read(html).articles) == 3


def test_a_script_only_shell_is_an_empty_list() -> None:
    """No links, no cards."""
    assert read("<html><body><div id=app></div><script src=app.js></script></body></html>") == Listing()


@given(st.text(alphabet="<>/ahref='\" divliml0123-?=&;#:.", max_size=400))
def test_reading_never_fails(html: str) -> None:
    """Any text is a listing."""
    assert isinstance(read(html), Listing)
