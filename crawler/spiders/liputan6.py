"""Liputan6.com, Indonesia."""

from crawler.spiders._kly import KlyFamilySpider
from crawler.spiders._site import Expect


class Liputan6Spider(KlyFamilySpider):
    """``/indeks`` is a calendar that script fills: the channels are read."""

    name = "liputan6"
    allowed_domains = ("liputan6.com",)
    homepage = "https://www.liputan6.com/"
    known_from = "pages 2016-2022"
    sections = (
        "https://www.liputan6.com/news",
        "https://www.liputan6.com/bisnis",
        "https://www.liputan6.com/global",
        "https://www.liputan6.com/tekno",
        "https://www.liputan6.com/regional",
        "https://www.liputan6.com/showbiz",
    )
    publishers = ("Liputan6.com", "Liputan6")
    expects = Expect(cards=(5, 400))
