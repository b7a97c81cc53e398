"""Suara.com, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class SuaraSpider(IndonesianSpider):
    """Addresses hold the second of publication, which two stories may share: no id."""

    name = "suara"
    allowed_domains = ("suara.com",)
    homepage = "https://www.suara.com/"
    known_from = "hearsay"
    sections = (
        "https://www.suara.com/indeks",
        "https://www.suara.com/news",
        "https://www.suara.com/bisnis",
        "https://www.suara.com/bola",
    )
    articles = r"suara\.com/[a-z0-9-]+/\d{4}/\d\d/\d\d/\d{6}/[^/?#]+"
    publishers = ("Suara.com",)
    expects = Expect(cards=(5, 300))
