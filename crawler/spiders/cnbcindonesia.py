"""CNBC Indonesia."""

from crawler.spiders._detik import DetikFamilySpider


class CnbcindonesiaSpider(DetikFamilySpider):
    """Read by its feeds, which are the lists that others report to be stable."""

    name = "cnbcindonesia"
    allowed_domains = ("cnbcindonesia.com",)
    homepage = "https://www.cnbcindonesia.com/"
    known_from = "hearsay"
    sections = (
        "https://www.cnbcindonesia.com/news/rss",
        "https://www.cnbcindonesia.com/market/rss",
        "https://www.cnbcindonesia.com/mymoney/rss",
        "https://www.cnbcindonesia.com/tech/rss",
        "https://www.cnbcindonesia.com/lifestyle/rss",
    )
    publishers = ("CNBC Indonesia",)
