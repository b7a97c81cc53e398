"""毎日新聞 (Mainichi Shimbun), Japan."""

from crawler.spiders._news import NewsSpider
from crawler.spiders._site import Expect


class MainichiSpider(NewsSpider):
    """An article's id is its day, edition, page and number."""

    name = "mainichi"
    allowed_domains = ("mainichi.jp",)
    homepage = "https://mainichi.jp/"
    known_from = "pages 2025"
    sections = (
        "https://mainichi.jp/seiji/",
        "https://mainichi.jp/world/",
        "https://mainichi.jp/shakai/",
        "https://mainichi.jp/biz/",
        "https://mainichi.jp/rss/etc/mainichi-flash.rss",
    )
    articles = r"mainichi\.jp/(?:[a-z]+/)*articles/\d{8}/"
    native_id = r"/articles/(\d{8}/[a-z0-9]+/[a-z0-9]+/\d{3}/\d{6}c)"
    timezone = "Asia/Tokyo"
    language = "ja"
    date_order = "YMD"
    publishers = ("毎日新聞", "毎日新聞社")
    expects = Expect(cards=(5, 300))
