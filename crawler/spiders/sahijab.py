"""Sahijab.com, Indonesia."""

from crawler.spiders._viva import VivaFamilySpider


class SahijabSpider(VivaFamilySpider):
    """VIVA's site for Muslim fashion: its front page names what is new."""

    name = "sahijab"
    allowed_domains = ("sahijab.com",)
    homepage = "https://www.sahijab.com/"
    known_from = "hearsay"
    sections = (
        "https://www.sahijab.com/",
        "https://www.sahijab.com/indeks",
    )
    publishers = ("Sahijab.com", "Sahijab")
