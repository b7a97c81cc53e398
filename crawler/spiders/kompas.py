"""Kompas.com, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class KompasSpider(IndonesianSpider):
    """Each channel is a host of its own. The data of a page name the editor as its author: the page names both."""

    name = "kompas"
    allowed_domains = ("kompas.com",)
    homepage = "https://www.kompas.com/"
    known_from = "pages 2015-2024"
    sections = (
        "https://indeks.kompas.com/",
        "https://nasional.kompas.com/",
        "https://regional.kompas.com/",
        "https://megapolitan.kompas.com/",
        "https://money.kompas.com/",
        "https://bola.kompas.com/",
    )
    articles = r"kompas\.com/(?:[a-z-]+/)?read/(?:xml/)?\d{4}/\d\d/\d\d/\d+/"
    native_id = r"/read/(?:xml/)?(\d{4}/\d\d/\d\d/\d+)"
    publishers = ("Kompas.com", "KOMPAS.com")
    expects = Expect(cards=(5, 400))
