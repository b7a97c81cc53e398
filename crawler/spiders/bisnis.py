"""Bisnis.com, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class BisnisSpider(IndonesianSpider):
    """A gatekeeper asks many crawlers for a browser: then the run ends with 69."""

    name = "bisnis"
    allowed_domains = ("bisnis.com",)
    homepage = "https://www.bisnis.com/"
    known_from = "pages 2017"
    sections = (
        "https://www.bisnis.com/",
        "https://market.bisnis.com/",
        "https://ekonomi.bisnis.com/",
        "https://finansial.bisnis.com/",
    )
    articles = r"bisnis\.com/read/\d{8}/\d+/\d+"
    native_id = r"/read/\d{8}/\d+/(\d+)"
    publishers = ("Bisnis.com", "Bisnis Indonesia")
    expects = Expect(cards=(5, 400))
