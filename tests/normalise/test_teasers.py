"""Teasers: which kind, which words, and each article once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import Context, RawBlock, RawTeaser
from crawler.items import Teaser, TeaserImage
from crawler.normalise.headings import is_label, placed_kind
from crawler.normalise.teasers import heading_kind, read_teasers, starts_with_label

HOME = "https://www.example.co.id/berita/dunia/1506942-korut-tawarkan-tentara"
CONTEXT = Context(
    language="id",
    url=HOME,
    hosts=("example.co.id",),
    timezone="Asia/Jakarta",
    fetched_at=datetime(2026, 8, 1, tzinfo=UTC),
    headline="Korut Tawarkan Tentara",
)
STORY = RawTeaser("/berita/dunia/1709155-korut-kirim-utusan-ke-iran", "Korut Kirim Utusan ke Iran")


def block(*items: RawTeaser, label: str | None = None, placement: str = "inline", signals: tuple[str, ...] = ()) -> RawBlock:
    return RawBlock(label, items, placement, signals=signals)


def read(
    *items: RawTeaser, label: str | None = None, placement: str = "inline", signals: tuple[str, ...] = ()
) -> tuple[Teaser, ...]:
    return read_teasers([block(*items, label=label, placement=placement, signals=signals)], CONTEXT)


HEADINGS = [
    ("Baca juga:", "related"),
    ("READ MORE:", "related"),
    ("Lesen Sie auch", "related"),
    ("Lire aussi :", "related"),
    ("Más información", "related"),
    ("Czytaj więcej", "related"),
    ("Les også", "related"),
    ("関連記事", "related"),
    ("【関連記事】", "related"),
    ("編集部が選ぶ関連記事", "related"),
    ("Members+ 会員限定記事", "recirculation"),
    ("관련 기사", "related"),
    ("यह भी पढ़ें:", "related"),
    ("مقالات ذات صلة", "related"),
    ("İlgili Haberler", "related"),
    ("Читайте також:", "related"),
    ("Mehr von CORRECTIV", "related"),
    ("More on the Gaza war", "related"),
    ("Mehr zum Thema: Hitzeschäden", "related"),
    ("Read more about the plan for the new city hall", None),
    ("More on World", "recirculation"),
    ("Most read in Football", "recirculation"),
    ("This Week's Top Posts", "recirculation"),
    ("Politics & Government Latest Articles", "recirculation"),
    ("Aktuelles: Schlagzeilen", "recirculation"),
    ("Lo más leído en Sociedad", "recirculation"),
    ("TERPOPULER", "recirculation"),
    ("アクセスランキング", "recirculation"),
    ("인기뉴스", "recirculation"),
    ("Anzeige", "sponsored"),
    ("SPONSORED CONTENT", "sponsored"),
    ("Новости компаний", "sponsored"),
    ("Tags", "topic"),
    ("Topik:", "topic"),
    ("Newsletter", "selfpromo"),
    ("Kommentare (12)", "notateaser"),
    ("આ પણ વાંચો", "related"),
    ("ഇതും വായിക്കുക", "related"),
    ("ಇದನ್ನೂ ಓದಿ", "related"),
    ("यो पनि पढ्नुहोस्", "related"),
    ("මෙයත් කියවන්න", "related"),
    ("იხილეთ", None),
    ("ასევე წაიკითხეთ", "related"),
    ("Shuningdek o‘qing", "related"),
    ("Оқи отырыңыз", "related"),
    ("ຂ່າວທີ່ກ່ຽວຂ້ອງ", "related"),
    ("Darllenwch hefyd", "related"),
    ("Lasi arī", "related"),
    ("Taip pat žiūrėkite", "related"),
    ("연관기사", "related"),
    ("延伸報導", "related"),
    ("Ən çox oxunanlar", "recirculation"),
    ("Legolvasottabbak", "recirculation"),
    ("ఎక్కువగా చదివినవి", "recirculation"),
    ("پربحث‌ترین", "recirculation"),
    ("댓글 많은 뉴스", "recirculation"),
    ("+ partagés", "recirculation"),
    ("핫이슈 포토", "recirculation"),
    ("大家都在搜", "recirculation"),
    ("Tin cùng loại", "recirculation"),
    ("سایر اخبار مرتبط", None),
    ("مواضيع مشابهة", "related"),
    ("Підписка", None),
    ("Схожі матеріали", "related"),
    ("Lignende artikler", "related"),
    ("Unsere Lesetipps", "recirculation"),
    ("Vezani članci", "related"),
    ("Ezt is elolvasná?", "related"),
    ("Kapcsolódó cikkünk", "related"),
    ("Még több a témában", None),
    ("По темата", "related"),
    ("Σχετικά νέα", "related"),
    ("Seotud uudised", "related"),
    ("Meira um málið", "related"),
    ("Lajme të ngjashme", "related"),
    ("Повеќе на темата", "related"),
    ("També et pot interessar", "related"),
    ("Erlazionatutako albisteak", "related"),
    ("Pode ler também", "related"),
    ("Mirá también", "related"),
    ("Altri articoli sull’argomento", "related"),
    ("Les autres titres", "recirculation"),
    ("Най-четените", "recirculation"),
    ("Τα πιο δημοφιλή", "recirculation"),
    ("Recomandările redacției", "recirculation"),
    ("Lasītākās ziņas", "recirculation"),
    ("Öne çıkanlar", "recirculation"),
    ("Notas más leídas", "recirculation"),
    ("Més llegides", "recirculation"),
    ("Korut Kirim Utusan ke Iran, Kira-kira Ini yang Dibahas", None),
    ("", None),
    ("…", None),
]

LABELLED = [
    ("Baca juga: Korut Kirim Utusan", ("Baca juga", "Korut Kirim Utusan")),
    ("Baca Juga :Presiden", ("Baca Juga", "Presiden")),
    ("(Baca Juga: Korut Kirim Utusan)", ("Baca Juga", "Korut Kirim Utusan")),
    (">> Baca juga Anies Mundur", ("Baca juga", "Anies Mundur")),
    ("READ MORE Get 75% off the annual", ("READ MORE", "Get 75% off the annual")),
    ("Lire aussi : La Belle", ("Lire aussi", "La Belle")),
    ("Les også En far for de store", ("Les også", "En far for de store")),
    ("Leia também - O que se sabe", ("Leia também", "O que se sabe")),
    ("関連記事：中東の", ("関連記事", "中東の")),
    ("İLGİLİ HABER", ("İLGİLİ HABER", "")),
    ("İlgili haberler: Köprü açıldı", ("İlgili haberler", "Köprü açıldı")),
    ("READ | Woman found after three days", ("READ", "Woman found after three days")),
    ("Διαβάστε: Νέα μέτρα", ("Διαβάστε", "Νέα μέτρα")),
    ("ಇದನ್ನೂ ಓದಿ: ಮಳೆ", ("ಇದನ್ನೂ ಓದಿ", "ಮಳೆ")),
    ("Read more", ("Read more", "")),
    ("Read the statement that the council published", None),
    ("Read more about it in our story", None),
    ("“Read more books,” he said.", None),
    ("Mehr dazu in unserer Datenschutzerklärung", None),
    ("Related Digital is a company", None),
    ("Relatedly: no", None),
    ("", None),
]


@pytest.mark.parametrize(("label", "kind"), HEADINGS)
def test_a_heading_says_what_follows(label: str, kind: str | None) -> None:
    assert heading_kind(label) == kind


@pytest.mark.parametrize(("text", "parted"), LABELLED)
def test_a_promo_paragraph_opens_with_its_label(text: str, parted: tuple[str, str] | None) -> None:
    assert starts_with_label(text) == parted


def test_offers_to_every_reader_are_related_in_the_text_only() -> None:
    assert placed_kind("You may also like", "inline") == "related"
    assert placed_kind("You may also like", "end") == "recirculation"
    assert placed_kind("כתבות נוספות", "inline") == "related"
    assert placed_kind("More from this section", "end") == "recirculation"
    assert placed_kind("Baca juga", "end") == "related"


def test_a_kind_of_article_announces_one_in_the_text_and_any_elsewhere() -> None:
    assert [placed_kind("VIDEO", placement) for placement in ("inline", "end", "aside")] == [
        "related",
        "recirculation",
        "recirculation",
    ]


KINDS = [
    ("Baca juga", "inline", (), "related"),
    ("Berita Terkait", "end", (), "related"),
    ("Terpopuler", "inline", ("related-box",), "recirculation"),
    ("Advertorial", "end", ("related",), "sponsored"),
    (None, "inline", (), "related"),
    (None, "end", (), "recirculation"),
    (None, "aside", (), "recirculation"),
    (None, "end", ("post__related-list",), "related"),
    (None, "end", ("featured_posts", "related_articles module"), "recirculation"),
    (None, "end", ("related_articles", "featured module"), "related"),
    ("Mehr aus Iran", "end", (), "recirculation"),
    ("More from Example", "end", (), "recirculation"),
    ("More from Pop Culture", "end", (), "recirculation"),
    ("More from Pop Culture", "inline", (), "related"),
    ("Te recomendamos", "inline", (), "related"),
    ("Te recomendamos", "end", (), "recirculation"),
    ("More from Example", "inline", (), "related"),
    ("More from Example", "aside", (), "related"),
    ("More on Example.co.id", "aside", (), "recirculation"),
    ("More on the Gaza war", "end", (), "related"),
    (None, "inline", ("c-most-read",), "recirculation"),
    (None, "end", ("sponsored_block",), "sponsored"),
    ("Tags", "end", ("related-posts",), "related"),
    ("Iran dan Korut", "inline", (), "related"),
]


@pytest.mark.parametrize(("label", "placement", "signals", "kind"), KINDS)
def test_heading_then_class_words_then_place_tell_the_kind(
    label: str | None, placement: str, signals: tuple[str, ...], kind: str
) -> None:
    (teaser,) = read(STORY, label=label, placement=placement, signals=signals)
    assert (teaser.kind, teaser.placement, teaser.label) == (kind, placement, label)


ON_SUBJECT = tuple(
    RawTeaser(f"/berita/2{n}-tentara-asing", headline)
    for n, headline in enumerate(("Tentara Tiba di Garis Depan", "Berapa Banyak Mereka?", "Reaksi Seoul", "Rusia Membantah"))
)
OFF_SUBJECT = tuple(replace(item, url=f"/berita/3{n}-kabar-lain") for n, item in enumerate(ON_SUBJECT))
SUBJECTS = [
    (ON_SUBJECT, None, "end", (), "related"),
    (ON_SUBJECT, "Das könnte Sie auch interessieren", "end", (), "related"),
    (ON_SUBJECT, "Verwandte Themen", "aside", (), "related"),
    (ON_SUBJECT, "Terpopuler", "end", (), "recirculation"),
    (OFF_SUBJECT, "Tentara Korut", "end", (), "related"),
    (OFF_SUBJECT, "Nasional", "end", (), "recirculation"),
    (ON_SUBJECT, None, "end", ("latest-news",), "recirculation"),
    (ON_SUBJECT, None, "aside", (), "recirculation"),
    (ON_SUBJECT[:2], None, "end", (), "recirculation"),
    (OFF_SUBJECT, None, "end", (), "recirculation"),
    (OFF_SUBJECT, "Das könnte Sie auch interessieren", "end", (), "recirculation"),
]


@pytest.mark.parametrize(("items", "label", "placement", "signals", "kind"), SUBJECTS)
def test_a_list_that_does_not_say_what_it_is_is_related_by_the_word_it_shares_with_the_headline(
    items: tuple[RawTeaser, ...], label: str | None, placement: str, signals: tuple[str, ...], kind: str
) -> None:
    """By headlines or addresses; a heading or a class word that says so has the last word."""
    assert {t.kind for t in read(*items, label=label, placement=placement, signals=signals)} == {kind}


def test_a_long_word_is_shared_whatever_letter_it_ends_with() -> None:
    items = tuple(
        RawTeaser(f"/a/{n}", text) for n, text in enumerate(("Paritaria récord", "Qué paritarias siguen", "Paritarias 2022"))
    )
    block = RawBlock("Te puede interesar", items, "end")
    for headline, kind in (("Paritarias al rojo en abril", "related"), ("Salarios al rojo en abril", "recirculation")):
        assert {t.kind for t in read_teasers((block,), replace(CONTEXT, headline=headline))} == {kind}


def test_a_heading_in_a_script_without_blanks_heads_a_related_list_where_the_headline_or_a_keyword_has_it() -> None:
    listed = RawBlock("プロジェクター", (RawTeaser("/a/1", "手のひらに乗る新しい映写機が来月発売"),), "end")
    for told, kind in ((replace(CONTEXT, headline="小さなプロジェクターを試す"), "related"), (CONTEXT, "recirculation")):
        assert [t.kind for t in read_teasers((listed,), told)] == [kind]
    assert [t.kind for t in read_teasers((listed,), replace(CONTEXT, subjects=("プロジェクター",)))] == ["related"]


def test_the_next_page_of_the_article_teases_no_other_one() -> None:
    own = replace(CONTEXT, url="https://www.example.co.id/a/kabar.html")
    for url, count in (("/a/kabar_2.html", 0), ("/a/kabar_baru.html", 1), ("/a/lain_2.html", 1)):
        listed = RawBlock(None, (RawTeaser(url, "Apa kata para ahli tentang langkah ini?"),), "inline")
        assert len(read_teasers((listed,), own)) == count


def test_a_long_slug_that_ends_in_hub_is_a_story() -> None:
    item = RawTeaser("/business/retailer-buys-large-property-next-to-transit-hub/", "Retailer buys large property near hub")
    assert [t.kind for t in read(item, label="Baca juga")] == ["related"]


def test_a_heading_of_several_words_that_is_a_keyword_of_the_article_heads_a_related_list() -> None:
    listed = RawBlock("Climate talks", (RawTeaser("/a/1-delegates", "Delegates leave without a paper"),), "end")
    for subjects, kind in ((("climate talks", "Bonn"), "related"), ((), "recirculation")):
        assert [t.kind for t in read_teasers((listed,), replace(CONTEXT, subjects=subjects))] == [kind]


@pytest.mark.parametrize(
    "headline", ["2 / 3", "Nächster ❯", "Article suivant", "‹ Sebelumnya", "Korut Tawarkan Tentara", "下一篇："]
)
def test_what_leads_on_or_repeats_the_article_is_no_teaser(headline: str) -> None:
    """Arrows to the neighbours, and the same story at another address."""
    assert read(RawTeaser("/berita/1709155-yang-lain-sama-sekali", headline), placement="end") == ()


SPONSORED = [
    RawTeaser("/berita/1-abc-def", "Kartu kredit untuk semua orang", badges=("Advertorial",)),
    RawTeaser("/berita/1-abc-def", "Kartu kredit untuk semua orang", rel="nofollow sponsored"),
    RawTeaser("/sponsored/kartu-kredit-untuk-semua-orang", "Kartu kredit untuk semua orang"),
    RawTeaser("https://pubads.g.doubleclick.net/gampad/clk?id=65", "Kartu kredit untuk semua orang"),
]


@pytest.mark.parametrize("item", SPONSORED)
def test_one_paid_cell_in_an_editorial_list_is_sponsored(item: RawTeaser) -> None:
    assert [teaser.kind for teaser in read(item, STORY, label="Baca juga")] == ["sponsored", "related"]


def test_a_headline_of_a_script_without_blanks_is_no_heading_for_how_it_begins() -> None:
    """A heading's subject is short."""
    assert heading_kind("【速報】「デフレからの完全脱却のため」首相が経済対策を説明") is None
    assert heading_kind("速報一覧") == heading_kind("速報")


def test_class_words_of_a_list_of_topics_say_nothing_of_articles() -> None:
    """A list of articles may stand under a heading that belongs to the topics before it."""
    for signal, kind in (("box related-tags", "recirculation"), ("topik-terkait", "recirculation"), ("related", "related")):
        assert [t.kind for t in read(STORY, label="Tag", placement="end", signals=(signal,))] == [kind]
    (teaser,) = read(STORY, label="Related topics", placement="end", signals=("related-posts",))
    assert teaser.kind == "recirculation"


def test_an_article_of_a_related_list_stays_related_whatever_block_repeats_it() -> None:
    """A paid block's heading may be that of the slot beside it; a card's own badge may not."""
    paid, listed = block(STORY, label="Anzeige", placement="aside"), block(STORY, label="Baca juga")
    badged = block(replace(STORY, badges=("Advertorial",)), label="Terpopuler", placement="aside")
    assert [[t.kind for t in read_teasers(each, CONTEXT)] for each in ((paid, listed), (listed, paid), (paid,))] == [
        ["related"],
        ["related"],
        ["sponsored"],
    ]
    assert [t.kind for t in read_teasers((listed, badged), CONTEXT)] == ["sponsored"]


DROPPED = [
    RawTeaser(HOME + "?utm_source=x", "Korut Tawarkan Tentara ke Rusia Lagi"),
    RawTeaser("/gallery/1506942-korut-tawarkan-tentara-foto", "Galeri foto: Korut Tawarkan Tentara ke Rusia Lagi"),
    RawTeaser("/", "Example"),
    RawTeaser("/tag/korea-utara", "Korea Utara"),
    RawTeaser("/tag/harbour-works-in-the-city", "harbour works in the city"),
    RawTeaser(HOME.partition("?")[0] + "?page=2", "Berita ini berlanjut di halaman kedua"),
    RawTeaser("/support-us", "Support our journalism with a small donation today"),
    RawTeaser("/terms-and-conditions", "Read our terms and conditions for all competitions"),
    RawTeaser("/politik", "Politik"),
    RawTeaser("/autoren/72777407/michelle-de-oliveira", "Michelle de Oliveira"),
    RawTeaser("/middle-east-crisis-news-hub/", "Middle East crisis"),
    RawTeaser("https://www.facebook.com/sharer?u=x", "Bagikan artikel ini di Facebook"),
    RawTeaser("https://play.google.com/store/apps/details?id=x", "Unduh aplikasi Example sekarang juga"),
    RawTeaser("/newsletter", "Berita terbaik setiap pagi di kotak surat"),
    RawTeaser("/news/1809626/get-75-off", "Get 75% off annual subscription to our newsletter"),
    RawTeaser("javascript:void(0)", "Lihat semua berita yang lain"),
    RawTeaser("mailto:redaksi@example.co.id", "Tulis kepada redaksi kami"),
    RawTeaser("/berita/1-abc", "Baca juga"),
    RawTeaser("/berita/1-abc", None),
]


@pytest.mark.parametrize("item", DROPPED)
def test_what_teases_no_other_article_is_left_out(item: RawTeaser) -> None:
    assert read(item, label="Baca juga") == ()


def test_what_stands_in_one_folder_with_articles_of_its_list_is_one() -> None:
    """However short its headline; alone it may be a hub."""
    short = RawTeaser("/nd/dapur-ibu-kita", "Dapur Ibu")
    others = (
        RawTeaser("/nd/1709155-korut-kirim-utusan", "Korut Kirim Utusan"),
        RawTeaser("/nd/1709156-utusan-tiba", "Utusan Tiba"),
    )
    assert [teaser.headline for teaser in read(short, *others)] == ["Dapur Ibu", "Korut Kirim Utusan", "Utusan Tiba"]
    assert read(short) == ()


def test_the_file_that_a_folder_opens_with_says_nothing_of_it() -> None:
    story = RawTeaser("/2024/05/01/world/harbour-protest-draws-thousands/index.html", "Harbour protest")
    section = RawTeaser("/world/index.html", "World")
    (teaser,) = read_teasers((RawBlock("Related", (story, section), "end"),), CONTEXT)
    assert teaser.headline == "Harbour protest"


def test_the_one_page_that_answers_for_all_teases_the_article_whose_number_is_asked_of_it() -> None:
    story = RawTeaser("/index.php?option=com_content&view=article&id=34002:harbour", "Harbour protest")
    section = RawTeaser("/index.php?option=com_content&view=category&id=12", "World")
    (teaser,) = read_teasers((RawBlock("Related", (story, section), "end"),), CONTEXT)
    assert teaser.headline == "Harbour protest"


def test_a_newsletter_box_and_outside_sources_are_no_teasers() -> None:
    outside = RawTeaser("https://elsewhere.org/one-dollar-bills-2024", "Check your wallet for these bills")
    assert read(RawTeaser("/n/1", "Daftar"), label="Newsletter") == ()
    assert read(outside, label="Read more:", signals=("external-links",)) == ()
    assert [teaser.kind for teaser in read(outside)] == ["recirculation"]


WORDS = [
    (RawTeaser("/a/1", "Baca juga: Korut Kirim Utusan"), "Korut Kirim Utusan"),
    (RawTeaser("/a/1", "Champions League: Real Madrid hält Kurs", kicker="Champions League"), "Real Madrid hält Kurs"),
    (RawTeaser("/a/1", "Paritarias 2022: minuto a minuto", kicker="paritarias"), "Paritarias 2022: minuto a minuto"),
    (RawTeaser("/a/1", "Mit Video Iran begründet Schiffs-Beschlagnahme"), "Iran begründet Schiffs-Beschlagnahme"),
    (RawTeaser("/a/1", "Article réservé à nos abonnés Sophie Binet élue"), "Sophie Binet élue"),
    (RawTeaser("/a/1", "Sol\u00adar firm to boost energy\n uptake"), "Solar firm to boost energy uptake"),
    (RawTeaser("/a/1", "Katie Boulter set for career high… Read more"), "Katie Boulter set for career high…"),
    (RawTeaser("/a/1", "What the minister did not know about: read more"), "What the minister did not know about: read more"),
    (RawTeaser("/a/1", "02:13 Menit terakhir laga final"), "Menit terakhir laga final"),
    (RawTeaser("/a/1", "7 Fakta tentang Korut"), "7 Fakta tentang Korut"),
]


@pytest.mark.parametrize(("item", "headline"), WORDS)
def test_a_headline_stands_without_what_is_printed_around_it(item: RawTeaser, headline: str) -> None:
    (teaser,) = read(item)
    assert teaser.headline == headline
    (again,) = read(RawTeaser(item.url, headline))
    assert again.headline == headline


def test_a_headline_that_stands_twice_is_read_once() -> None:
    (teaser,) = read_teasers((RawBlock(None, (RawTeaser("/a/1", "Rain until FridayRain until Friday"),), "inline"),), CONTEXT)
    assert teaser.headline == "Rain until Friday"


def test_a_label_stands_without_its_brackets() -> None:
    (teaser,) = read_teasers(
        (RawBlock("【関連記事】", (RawTeaser("/a/1", "港建設に反対、市役所前で抗議集会"),), "end"),), CONTEXT
    )
    assert (teaser.label, teaser.kind) == ("関連記事", "related")


def test_ranks_go_where_a_list_counts() -> None:
    counted = read(RawTeaser("/a/1", "1Marlaska plantea"), RawTeaser("/a/2", "2. Primera red pública"))
    assert [teaser.headline for teaser in counted] == ["Marlaska plantea", "Primera red pública"]
    others = read(RawTeaser("/a/1", "5 Fakta Korut"), RawTeaser("/a/2", "100 Ribu Tentara"))
    assert [teaser.headline for teaser in others] == ["5 Fakta Korut", "100 Ribu Tentara"]


def test_everything_a_card_holds_is_kept() -> None:
    card = RawTeaser(
        "/berita/1709155-korut-kirim-utusan?utm_source=baca-juga#top",
        "Korut Kirim Utusan ke Iran",
        description="Delegasi dipimpin menteri kabinet. Baca Selengkapnya",
        date="26 April 2024",
        publisher="VIVA.co.id",
        image_url="https://thumb.example.co.id/a.jpg",
        image_caption="Kim Jong Un dan Ebrahim Raisi",
        image_alt="img_title",
    )
    assert read(card, label="Baca Juga :", placement="end") == (
        Teaser(
            headline="Korut Kirim Utusan ke Iran",
            url="https://www.example.co.id/berita/1709155-korut-kirim-utusan",
            description="Delegasi dipimpin menteri kabinet.",
            date_published="2024-04-26",
            date_published_raw="26 April 2024",
            publisher="VIVA.co.id",
            image=TeaserImage("https://thumb.example.co.id/a.jpg", "Kim Jong Un dan Ebrahim Raisi", None),
            kind="related",
            placement="end",
            position=0,
            label="Baca Juga",
        ),
    )


def test_a_list_without_end_is_the_site_s_stream() -> None:
    many = tuple(RawTeaser(f"/x/{number}-a", f"Berita nomor {number}") for number in range(40))
    assert {teaser.kind for teaser in read(*many, label="Related Articles", placement="end")} == {"recirculation"}


def test_an_article_is_teased_once_and_the_related_teaser_stays() -> None:
    latest = block(RawTeaser("/x/1-a", "Satu berita"), RawTeaser("/x/2-b", "Dua berita"), label="Terpopuler", placement="aside")
    related = block(RawTeaser("https://example.co.id/x/2-b?utm_source=y", "Dua berita itu"), label="Baca juga")
    teasers = read_teasers([latest, related], CONTEXT)
    assert [(teaser.headline, teaser.kind, teaser.position) for teaser in teasers] == [
        ("Satu berita", "recirculation", 0),
        ("Dua berita itu", "related", 1),
    ]


def test_teasers_of_a_plain_text_have_no_address_and_are_related() -> None:
    teasers = read(RawTeaser(None, "AS Gelontorkan Lagi Rp 420 Triliun"), placement="end")
    assert [(teaser.url, teaser.kind) for teaser in teasers] == [(None, "related")]


TEXT = st.one_of(
    st.none(), st.text(max_size=30), st.sampled_from(["Baca juga", "Read more: x", "1. a", "Anzeige", "http://[", "//", "?"])
)
ITEMS = st.builds(
    RawTeaser, TEXT, TEXT, TEXT, TEXT, TEXT, image_url=TEXT, image_alt=TEXT, badges=st.lists(st.text(max_size=5)).map(tuple)
)
BLOCKS = st.builds(RawBlock, TEXT, st.lists(ITEMS, max_size=4).map(tuple), st.sampled_from(["inline", "end", "aside"]))


@given(st.lists(BLOCKS, max_size=3))
def test_every_block_is_read_or_left(blocks: list[RawBlock]) -> None:
    teasers = read_teasers(blocks, CONTEXT)
    assert [teaser.position for teaser in teasers] == list(range(len(teasers)))
    assert all(teaser.headline and teaser.kind in {"related", "recirculation", "sponsored"} for teaser in teasers)
    addresses = [teaser.url for teaser in teasers if teaser.url]
    assert len(addresses) == len(set(addresses))


@given(st.text())
def test_every_label_is_known_or_not(text: str) -> None:
    assert heading_kind(text) in {None, "related", "recirculation", "sponsored", "topic", "selfpromo", "notateaser"}
    assert not is_label(text) or heading_kind(text) is not None
    parted = starts_with_label(text)
    assert parted is None or heading_kind(parted[0]) is not None
