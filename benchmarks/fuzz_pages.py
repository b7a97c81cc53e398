"""Small pages, lists and feeds for ``benchmarks.fuzz``: parts that a newsroom's page may have, put together at random."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

_ARTICLE = (
    '<html lang="id"><head><title>Jembatan Baru Dibuka - Harian Sauh</title><meta charset="utf-8">',
    '<link rel="canonical" href="https://www.harian.example/berita/jembatan-baru-123456">',
    '<meta property="og:type" content="article"><meta property="og:image" content="https://img.harian.example/j.jpg">',
    '<meta name="author" content="Rina Wulandari"><meta name="pubdate" content="2026-11-20 08:05:00">',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Jembatan Baru Dibuka","datePublished":'
    '"2026-11-20T08:05:00+07:00","author":[{"@type":"Person","name":"Rina Wulandari"}],"image":{"url":"/j.jpg"}}</script>',
    '<script type="application/ld+json">{"@graph":[{"@id":"#p","@type":"Person","name":"Dana Ford"},{"@type":"Article",'
    '"author":{"@id":"#p"},"articleBody":"The bridge opened.","isAccessibleForFree":false}]}</script>',
    '<script>window.__STATE__={"article":{"title":"Jembatan","content":"<p>Warga menunggu.</p>","author":"Budi"}}</script>',
    '<nav class="breadcrumb"><a href="/">Home</a> <a href="/berita">Berita</a></nav>',
    "<article><h1>Jembatan Baru Dibuka untuk Warga</h1>",
    '<p class="standfirst">Dua desa kini terhubung setelah sembilan tahun menunggu.</p>',
    '<div class="byline">Oleh : <a rel="author" href="/penulis/rina">Rina Wulandari</a>, Editor: Budi Santoso</div>',
    '<span class="author">By Dana A. Ford and Tom Watkins, in Bogor</span>',
    '<time datetime="2026-11-20T08:05:00+07:00">Jumat, 20 November 2026 | 08:05 WIB</time>',
    '<figure><img src="/j.jpg" alt="Jembatan"><figcaption>Warga. (ANTARA FOTO/Rina Wulandari)</figcaption></figure>',
    '<p><img srcset="/a.jpg 1x, /b.jpg 2x"><small>Foto: Jane Doe/AFP via Getty Images</small></p>',
    '<div itemprop="articleBody"><p>JAKARTA, Sauh – Warga desa menunggu sejak pagi, kata kepala desa, Jumat (20/11).</p>',
    "<p>Jembatan sepanjang delapan puluh meter itu dibangun dengan kayu ulin. Biayanya dua miliar rupiah.</p>",
    '<p><strong>Baca Juga: <a href="/berita/pasar-baru-123457">Pasar Baru Dibuka Pekan Depan</a></strong></p>',
    '<blockquote class="twitter-tweet"><p>Selamat!</p>&mdash; Desa (@desa)</blockquote><iframe src="//v.example/1"></iframe>',
    "<h2>Dua desa</h2><ul><li>Desa Atas</li><li>Desa Bawah</li></ul><table><tr><th>Tahun</th><td>2026</td></tr></table>",
    "<p>(Rina Wulandari/foc)</p></div></article>",
    '<p>Correction: an earlier version named the wrong village.</p><p class="paywall">Subscribe to read on.</p>',
    '<div class="paging"><a href="?page=2">2</a> <a rel="next" href="?page=2">Next</a></div>',
    '<section class="related"><h3>Berita Terkait</h3><a href="/berita/feri-123458">Feri Baru Tiba</a></section>',
    '<div class="liveblog"><div class="post"><time>13:05</time><p>Pita digunting.</p></div></div>',
    '<section id="comments"><p>Bagus!</p></section><footer>© 2026 Harian Sauh. Redaksi: Jl. Dermaga 1</footer>',
)
_LIST = (
    "<html><head><title>Indeks Berita</title><meta charset=utf-8>",
    '<link rel="alternate" type="application/rss+xml" href="/rss.xml"><link rel="next" href="/indeks?page=2">',
    '<nav><a href="/berita">Berita</a><a href="/bola">Bola</a><a href="/ekonomi">Ekonomi</a></nav>',
    '<ul><li><h2><a href="/berita/jembatan-baru-dibuka-123456">Jembatan Baru Dibuka untuk Warga Desa</a></h2>'
    "<span>2 jam lalu</span></li>",
    '<li><a href="/berita/2026/11/20/pasar-baru-pindah-123457"><img src="/p.jpg">Pasar Baru Pindah ke Tepi Kali</a></li></ul>',
    '<article><h3><a href="https://www.harian.example/bola/d-123458/wasit-wajib-bawa-peluit">Wasit Wajib Bawa Peluit</a></h3>'
    '<p>Mulai pekan ini.</p><time datetime="2026-11-20">20 Nov</time></article>',
    '<div class="most-read"><h4>Terpopuler</h4><ol><li><a href="/berita/feri-tiba-123459">Feri Tiba Lebih Awal Hari Ini</a>',
    '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"ListItem","position":1,'
    '"url":"https://www.harian.example/berita/jembatan-baru-dibuka-123456"}]}</script>',
    '<script id="__NEXT_DATA__" type="application/json">{"props":{"items":[{"url":"/berita/kopi-123460","title":"Panen Kopi '
    'Datang Lebih Awal","publishedAt":"2026-11-20T08:05:00Z"}],"nextCursor":"x7","hasMore":true}}</script>',
    '<button data-url="/load-more?page=2" data-page="2">Berita lainnya</button>',
    '<div class="pagination"><a href="/indeks?page=2">2</a><a href="/indeks?page=99">Terakhir</a></div>',
    '<form action="/indeks"><select name="tgl"><option value="2026-11-20">20</option></select></form>',
)
_HEADS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Sauh</title><link rel="next" href="/atom?page=2"/>',
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    "<sitemapindex><sitemap><loc>https://www.harian.example/sitemap-news.xml</loc><lastmod>2026-11-20</lastmod></sitemap>",
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">',
    '{"version":"https://jsonfeed.org/version/1.1","title":"Sauh","next_url":"https://www.harian.example/2.json","items":[',
    '[{"id":7,"link":"https://www.harian.example/berita/kopi-123460","title":{"rendered":"Panen Kopi Datang Lebih Awal"},',
    '{"has_more":true,"data":{"html":"<ul><li><a href=\\"/berita/feri-tiba-123459\\">Feri Tiba Lebih Awal</a>"}}',
)
_ENTRIES = (
    "<item><title>Jembatan Baru Dibuka</title><link>https://www.harian.example/berita/jembatan-123456</link>"
    "<pubDate>Fri, 20 Nov 2026 08:05:00 +0700</pubDate><dc:creator>Rina Wulandari</dc:creator></item>",
    '<item><guid>/berita/pasar-123457</guid><description><![CDATA[<img src="/p.jpg"> Pasar]]></description></item>',
    '<entry><title type="html">Feri &amp;lt;b&gt;</title><link href="/berita/feri"/><updated>2026-11-20T08:05:00Z</updated>'
    "<author><name>Dana Ford</name></author></entry>",
    "<url><loc>https://www.harian.example/berita/wasit-123458</loc><lastmod>2026-11-20T08:05:00+07:00</lastmod></url>",
    "<url><loc>/bola/peluit-123461</loc><news:news><news:publication_date>2026-11-20</news:publication_date>"
    "<news:title>Peluit Cadangan</news:title></news:news></url>",
    '{"id":"1","url":"https://www.harian.example/berita/kopi-123460","title":"Kopi","date_published":"2026-11-20T08:05:00Z"},',
    '"date":"2026-11-20T08:05:00","_links":{"self":[{"href":"/wp-json/1"}]}}]',
    '{"headline":"Panen Kopi Datang Lebih Awal","url":"/berita/kopi-123460","image":{"url":"/k.jpg"}}]}',
)
_OFTEN = 300
"""Pages of each kind to begin with."""


def small_articles() -> tuple[bytes, ...]:
    """Pages of two to twelve parts: some in the order of a page, some in none."""
    random = Random("article")
    return tuple(_joined(_ARTICLE, random, most=12) for _ in range(_OFTEN))


def small_lists() -> tuple[bytes, ...]:
    """Front and section pages of two to ten parts."""
    random = Random("list")
    return tuple(_joined(_LIST, random, most=10) for _ in range(_OFTEN))


def small_feeds() -> tuple[bytes, ...]:
    """Heads of feeds, sitemaps and JSON lists, each with one to four entries, mostly of another kind."""
    random = Random("feed")
    return tuple(random.choice(_HEADS).encode() + _joined(_ENTRIES, random, most=4) for _ in range(_OFTEN))


def _joined(parts: Sequence[str], random: Random, *, most: int) -> bytes:
    chosen = random.sample(range(len(parts)), random.randint(min(2, most), min(most, len(parts))))
    if random.random() < 0.75:
        chosen.sort()
    return "\n".join(parts[place] for place in chosen).encode()
