"""Addresses of each site's own articles are told from its lists, and give the article's own id."""

from __future__ import annotations

import re

import pytest
from scrapy.http import HtmlResponse

from crawler.normalise.identity import article_id
from crawler.normalise.urls import clean_url
from crawler.spiders.sites import all_sites, spider_of

ARTICLES: dict[str, dict[str, str | None]] = {
    "aljazeera": {
        "https://www.aljazeera.net/news/2024/5/25/%D8%A3%D9%88%D9%84%D9%85%D8%B1%D8%AA-2": None,
        "https://www.aljazeera.net/ebusiness/2025/11/3/%D9%86%D9%81%D8%B7": None,
    },
    "antaranews": {
        "https://www.antaranews.com/berita/4197990/menteri-ungkap-kasus-mafia-tanah-terbesar": "4197990",
        "http://www.antaranews.com/berita/546577/contoh-berita-lama": "546577",
    },
    "bisnis": {
        "https://market.bisnis.com/read/20240925/93/1802246/nilai-tukar-rupiah-hari-ini": "1802246",
        "https://bandung.bisnis.com/read/20241216/549/1824759/dprd-harap-alokasi-apbn": "1824759",
    },
    "cnbcindonesia": {
        "https://www.cnbcindonesia.com/news/20240814151037-4-563046/payah-level-ketahanan-pangan": "563046",
        "https://www.cnbcindonesia.com/market/20240115190155-17-506085/x": "506085",
    },
    "cnnindonesia": {
        "https://www.cnnindonesia.com/ekonomi/20260724100745-78-1384410/judul-artikel-slug": "1384410",
        "https://www.cnnindonesia.com/gaya-hidup/20260723110207-284-1234000/contoh": "1234000",
    },
    "detik": {
        "https://news.detik.com/berita/d-7802125/contoh-judul": "7802125",
        "https://finance.detik.com/berita-ekonomi-bisnis/d-6902495/contoh-judul": "6902495",
        "https://health.detik.com/read/2017/09/17/145910/3646797/763/jaga-kebugaran-fisik": "3646797",
        "http://finance.detik.com/readfoto/2016/02/23/153201/3149106/461/1/gardu-induk-milenium": "3149106",
    },
    "elpais": {
        "https://elpais.com/internacional/2024-10-15/bruselas-sondea-la-apertura-de-centros.html": None,
        "https://elpais.com/elpais/2020/02/18/ciencia/1582045946_459487.html": "1582045946_459487",
    },
    "idntimes": {
        "https://www.idntimes.com/sport/soccer/spanyol-juara-piala-dunia-2026-00-f411s-1ns3l3": "1ns3l3",
        "https://www.idntimes.com/sport/soccer/spanyol-juara-piala-dunia-2026-00-dtjm6-1ns3l3": "1ns3l3",
    },
    "inews": {
        "https://www.inews.id/news/nasional/cara-memainkan-kolintang-alat-musik-tradisional": None,
        "https://jateng.inews.id/berita/bikin-heboh-penanggalan-kalender-tahun-2021/all": None,
    },
    "intipseleb": {
        "https://www.intipseleb.com/lokal/91230-rana-widura-gelar-konser-di-pasar-ikan": "91230",
        "https://www.intipseleb.com/lokal/91188-album-kedua-tiga-saudara-terbit-bulan-depan?page=all": "91188",
    },
    "jagodangdut": {
        "https://www.jagodangdut.com/lokal/15533-peniup-suling-tertua-orkes-cempaka-masih-latihan": "15533",
        "https://www.jagodangdut.com/lokal/15490-gendang-retak-tetap-dipakai-di-final?page=all": "15490",
    },
    "jawapos": {
        "https://www.jawapos.com/sepak-bola-dunia/2607240073/konser-paksa-klub-pindah-kandang": "2607240073",
        "https://www.jawapos.com/nasional/013441185/minimarket-di-kintamani-viral": "013441185",
    },
    "jpnn": {
        "https://www.jpnn.com/news/30-persen-penderita-stroke-usia-muda": None,
        "http://www.jpnn.com/news/pelaku-pembunuhan-sulit-dijerat-hukuman-mati": None,
    },
    "katadata": {
        "https://katadata.co.id/berita/industri/6a74489906fb8/profit-peritel-menyusut": "6a74489906fb8",
        "https://katadata.co.id/berita/energi/651a60e603a96/rekam-jejak-harga-bbm": "651a60e603a96",
        "https://katadata.co.id/berita/2020/04/22/kementan-evaluasi-anomali-harga-beras": None,
    },
    "kompas": {
        "https://money.kompas.com/read/2023/11/02/213419026/menhub-bocorkan-penyebab": "2023/11/02/213419026",
        "http://bola.kompas.com/read/2016/02/23/16374618/samsul.arif.tak.beban": "2016/02/23/16374618",
        "http://tekno.kompas.com/read/xml/2016/02/23/14340007/Cara.Kerja.QuickCharger.3.0": "2016/02/23/14340007",
        "https://www.kompas.com/cekfakta/read/2024/03/26/143600782/infografik": "2024/03/26/143600782",
    },
    "kontan": {
        "https://investasi.kontan.co.id/news/cek-rekomendasi-saham-antm-dan-hrta": None,
        "https://nasional.kontan.co.id/news/kemenkes-siapkan-vaksin-booster": None,
    },
    "kpj100": {
        "https://www.100kpj.com/motor/33871-bengkel-di-tanjakan-ini-hanya-menerima-motor-tua": "33871",
        "https://www.100kpj.com/mobil/33820-mobil-bak-1978-antar-sayur-tiap-subuh?page=all": "33820",
    },
    "kumparan": {
        "https://kumparan.com/kumparannews/rano-karno-di-peringatan-30-tahun-27oRU1T1EYV": "27oRU1T1EYV",
        "https://kumparan.com/yudhi-mada/teknik-penggunaan-kata-kunci-24ZGFhYmO7y": "24ZGFhYmO7y",
    },
    "lemonde": {
        "https://www.lemonde.fr/politique/article/2023/08/30/sophie-binet-met-en-garde_6187099_823448.html": "6187099",
        "https://www.lemonde.fr/les-decodeurs/live/2024/06/30/le-second-tour_6245379_4355770.html": "6245379",
    },
    "liputan6": {
        "https://www.liputan6.com/tekno/read/4804339/cetak-gol-di-laga-indonesia": "4804339",
        "http://tekno.liputan6.com/read/2436773/tri-indonesia-broadband": "2436773",
        "https://m.liputan6.com/regional/read/4212555/erupsi-gunung-merapi": "4212555",
    },
    "mainichi": {
        "https://mainichi.jp/articles/20250114/k00/00m/030/335000c": "20250114/k00/00m/030/335000c",
        "https://mainichi.jp/articles/20250807/ddw/090/010/006000c": "20250807/ddw/090/010/006000c",
    },
    "mediaindonesia": {
        "https://mediaindonesia.com/ekonomi/851796/dari-petani-hingga-pendidik-bangsa": "851796",
        "https://mediaindonesia.com/read/detail/212345-contoh-berita-lama": "212345",
    },
    "merdeka": {
        "https://www.merdeka.com/peristiwa/read/8253998/perintah-dirjen-soal-event-lari": "8253998",
        "https://www.merdeka.com/uang/read/8253682/contoh-judul": "8253682",
    },
    "okezone": {
        "https://news.okezone.com/read/2026/07/24/337/3232094/jamwas-tegaskan": "3232094",
        "http://sports.okezone.com/read/2015/11/05/38/1244234/motor-lebih-sering-raih-fastest-lap": "1244234",
    },
    "republika": {
        "https://news.republika.co.id/berita/s0cgw2463/ukm-coding-resmi-buka-pendaftaran": "s0cgw2463",
        "https://republika.co.id/berita//tio14w368/slug": "tio14w368",
        "http://nasional.republika.co.id/berita/nasional/daerah/16/02/15/o2l07x284-promo-pariwisata": "o2l07x284",
        "http://www.republika.co.id/berita/jurnal-haji/berita-jurnal-haji/17/02/17/oli9fp396-pemeriksaan": "oli9fp396",
    },
    "sahijab": {
        "https://www.sahijab.com/gaya/20417-kerudung-batik-dari-sisa-kain-perca": "20417",
        "https://www.sahijab.com/gaya/20380-tiga-cara-merawat-kain-lurik?page=all": "20380",
    },
    "sindonews": {
        "https://ekbis.sindonews.com/read/1731775/178/ihsg-sesi-siang-terjun-bebas-1784873276": "1731775",
        "https://ekbis.sindonews.com/read/1731775/178/ihsg-sesi-siang-terjun-bebas-1784873276/5": "1731775",
        "https://nasional.sindonews.com/read/605429/15/entaskan-stunting": "605429",
    },
    "spiegel": {
        "https://www.spiegel.de/wirtschaft/silicon-valley-bank-a-60a0111a-c2d2-46c8-9e93-b16a0cd6d1b5": (
            "60a0111a-c2d2-46c8-9e93-b16a0cd6d1b5"
        ),
        "https://www.spiegel.de/politik/ausland/contoh-a-1234567.html": "1234567",
    },
    "suara": {
        "https://www.suara.com/news/2026/07/24/070859/contoh-judul-berita": None,
        "https://www.suara.com/bisnis/2026/07/24/060000/contoh-judul-berita": None,
    },
    "tempo": {
        "https://www.tempo.co/ekonomi/trump-umumkan-tarif-impor-baru-ke-60-negara-2277913": "2277913",
        "https://nasional.tempo.co/read/1862345/contoh-judul": "1862345",
        "http://gaya.tempo.co/read/news/2015/11/05/060716092/ini-7-alasan": "060716092",
        "http://en.tempo.co/read/news/2015/11/04/055715684,uk.html/Peatland-Fire-Case": "055715684",
    },
    "theguardian": {
        "https://www.theguardian.com/world/2024/mar/26/example-of-a-story": "world/2024/mar/26/example-of-a-story",
        "https://www.theguardian.com/uk-news/live/2024/jul/05/example-live": "uk-news/live/2024/jul/05/example-live",
    },
    "tirto": {
        "https://tirto.id/bi-pertahankan-suku-bunga-acuan-575-persen-hz5T": "hz5T",
        "https://tirto.id/mengenal-gangguan-kesehatan-mental-dan-solusinya-gkpF": "gkpF",
    },
    "tribunnews": {
        "https://www.tribunnews.com/internasional/7858656/trump-bebankan-kerugian-selat-hormuz": "7858656",
        "https://www.tribunnews.com/internasional/2026/07/24/rusia-menjebak-buruh-migran": None,
    },
    "tvonenews": {
        "https://www.tvonenews.com/berita/nasional/340086-terbitnya-aturan-barang-bawaan": "340086",
        "https://www.tvonenews.com/berita/380275-mimpi-anak-indonesia": "380275",
    },
    "viva": {
        "https://www.viva.co.id/berita/metro/1912046-perjalanan-krl-sempat-lumpuh": "1912046",
        "https://www.viva.co.id/bola/bola-nasional/1017379-jelang-lawan-singapura": "1017379",
        "http://nasional.news.viva.co.id/news/read/733330-aksi-teror-pembakaran": "733330",
    },
}
LISTS: dict[str, tuple[str, ...]] = {
    "aljazeera": ("https://www.aljazeera.net/news/", "https://www.aljazeera.net/tag/politics/"),
    "antaranews": ("https://www.antaranews.com/terkini", "https://www.antaranews.com/tag/ihsg"),
    "cnnindonesia": ("https://www.cnnindonesia.com/indeks", "https://www.cnnindonesia.com/tag/contoh-tag-satu"),
    "detik": (
        "https://news.detik.com/indeks",
        "https://www.detik.com/tag/contoh",
        "https://20.detik.com/detailvideo/170917013/",
    ),
    "elpais": ("https://elpais.com/internacional/", "https://elpais.com/autor/ana-ejemplo/"),
    "idntimes": ("https://www.idntimes.com/news/indonesia", "https://www.idntimes.com/author/contoh-jurnalis-fxtur"),
    "inews": ("https://www.inews.id/news/nasional", "https://www.inews.id/tag/virus-corona-di-indonesia"),
    "jawapos": ("https://www.jawapos.com/piala-dunia-2026", "https://www.jawapos.com/tag/persebaya"),
    "kompas": ("https://www.kompas.com/tag/nasdem", "http://kolom.kompas.com/1264/Heryadi-Silvianto"),
    "kumparan": ("https://kumparan.com/channel/news", "https://kumparan.com/ahmad-fixture-saputra"),
    "lemonde": ("https://www.lemonde.fr/international/", "https://www.lemonde.fr/signataires/jean-exemple/"),
    "liputan6": ("https://www.liputan6.com/news", "https://www.liputan6.com/tag/hari-valentine"),
    "mainichi": ("https://mainichi.jp/seiji/", "https://mainichi.jp/ch/contoh"),
    "mediaindonesia": ("https://mediaindonesia.com/author/112/heryadi", "https://mediaindonesia.com/politik-dan-hukum"),
    "merdeka": ("https://www.merdeka.com/peristiwa", "https://www.merdeka.com/peristiwa?page=2"),
    "okezone": ("https://news.okezone.com/indeks/2026/07/24/10", "https://mpi.okezone.com/article/sindonews/9999999"),
    "republika": ("https://www.republika.co.id/indeks", "https://republika.co.id/page/penulis/000/contoh-redaktur"),
    "sindonews": ("https://www.sindonews.com/indeks/0/20", "https://www.sindonews.com/topic/9001/contoh"),
    "spiegel": ("https://www.spiegel.de/politik/", "https://www.spiegel.de/thema/wirtschaft/"),
    "tempo": ("https://www.tempo.co/ekonomi/bisnis", "https://www.tempo.co/penulis/aditya-budiman-9980"),
    "theguardian": ("https://www.theguardian.com/world", "https://www.theguardian.com/profile/ann-example"),
    "tirto": ("https://tirto.id/indeks", "https://tirto.id/bisnis-tirto", "https://tirto.id/pikir-dua-kali"),
    "tribunnews": ("https://www.tribunnews.com/index-news?page=2", "https://www.tribunnews.com/internasional"),
    "viva": ("https://www.viva.co.id/berita/dunia", "https://www.viva.co.id/indeks?page=2"),
}
ADDRESSES = [(name, url, native) for name, urls in ARTICLES.items() for url, native in urls.items()]


def test_every_site_has_examples() -> None:
    """Two or more of its own articles' addresses; new sites may wait for theirs."""
    assert set(ARTICLES) <= set(all_sites())
    assert [name for name, urls in ARTICLES.items() if len(urls) < 2] == []


@pytest.mark.parametrize(("name", "url", "native"), ADDRESSES)
def test_an_articles_address_is_known_and_holds_its_id(name: str, url: str, native: str | None) -> None:
    """The pattern matches, the site is found by the address, and the id is the article's own where the address has one."""
    spider = all_sites()[name]
    assert spider_of(url) is spider
    assert spider.articles is not None
    assert re.search(spider.articles, url)
    found = article_id(site=spider.site, url=url, canonical=None).removeprefix(f"{spider.site.name}:")
    assert found == native if native else re.fullmatch("[0-9a-f]{16}", found)


@pytest.mark.parametrize(("name", "url"), [(name, url) for name, urls in LISTS.items() for url in urls])
def test_a_list_is_no_article(name: str, url: str) -> None:
    """Sections, tags, authors and films are not asked for as articles."""
    spider = all_sites()[name]
    assert spider.articles is not None
    assert not re.search(spider.articles, url)


@pytest.mark.parametrize("name", all_sites())
def test_sections_are_no_articles(name: str) -> None:
    """A site's own lists do not match its own pattern."""
    spider = all_sites()[name]
    assert [url for url in spider.sections if spider.articles and re.search(spider.articles, url)] == []


@pytest.mark.parametrize("name", sorted(ARTICLES))
@pytest.mark.parametrize("kind", ["page", "feed"])
def test_a_list_of_its_own_articles_is_read(name: str, kind: str) -> None:
    """As a section page that also links the site's other lists, and as a feed; by the spider, with the facts of its file."""
    spider = all_sites()[name]
    urls = list(ARTICLES[name])
    others = [
        f"<a href='{url}'>Rubrik {n}</a>" for n, url in enumerate((spider.homepage or spider.sections[0], *spider.sections))
    ]
    if kind == "page":
        rows = "".join(
            f"<li><h3><a href='{url}'>Kapal pos nomor {n} tiba lagi di dermaga</a></h3></li>" for n, url in enumerate(urls)
        )
        text = f"<html><body><nav>{''.join(others)}</nav><main><ul>{rows}</ul></main></body></html>"
    else:
        rows = "".join(f"<item><title>Kapal pos nomor {n}</title><link>{url}</link></item>" for n, url in enumerate(urls))
        text = f"<rss version='2.0'><channel><title>Kabar</title>{rows}</channel></rss>"
    section = spider.sections[0]
    listing = spider().read(HtmlResponse(section, body=text.encode()), section)
    assert [card.url for card in listing.articles] == list(dict.fromkeys(map(clean_url, urls)))
    assert listing.unmatched == ()
