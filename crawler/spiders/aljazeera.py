"""الجزيرة نت (Al Jazeera, Arabic), Qatar."""

from crawler.spiders._news import NewsSpider
from crawler.spiders._site import Expect


class AljazeeraSpider(NewsSpider):
    """Addresses of its stories are a day and a slug."""

    name = "aljazeera"
    allowed_domains = ("aljazeera.net",)
    homepage = "https://www.aljazeera.net/"
    known_from = "hearsay"
    sections = (
        "https://www.aljazeera.net/news/",
        "https://www.aljazeera.net/ebusiness/",
        "https://www.aljazeera.net/aljazeerarss/a7c186be-1baa-4bd4-9d80-a84db769f779/73d0e1b4-532f-45ef-b135-bfdff8b8cab9",
    )
    articles = r"aljazeera\.net/(?:[a-z-]+/)+\d{4}/\d{1,2}/\d{1,2}/[^/?#]+"
    timezone = "Asia/Qatar"
    language = "ar"
    date_order = "DMY"
    publishers = ("الجزيرة نت", "الجزيرة")
    expects = Expect(cards=(5, 300))
