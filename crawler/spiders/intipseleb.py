"""IntipSeleb.com, Indonesia."""

from crawler.spiders._viva import VivaFamilySpider


class IntipSelebSpider(VivaFamilySpider):
    """VIVA's site for celebrities: its front page names what is new."""

    name = "intipseleb"
    allowed_domains = ("intipseleb.com",)
    homepage = "https://www.intipseleb.com/"
    known_from = "hearsay"
    sections = (
        "https://www.intipseleb.com/",
        "https://www.intipseleb.com/lokal",
        "https://www.intipseleb.com/gaya-hidup",
    )
    publishers = ("IntipSeleb.com", "IntipSeleb")
