"""CNN Indonesia."""

from crawler.spiders._detik import DetikFamilySpider
from crawler.spiders._site import Expect


class CnnindonesiaSpider(DetikFamilySpider):
    """``/indeks`` lists all channels; bylines are often the house alone, the desk signs with initials."""

    name = "cnnindonesia"
    allowed_domains = ("cnnindonesia.com",)
    homepage = "https://www.cnnindonesia.com/"
    known_from = "hearsay"
    sections = (
        "https://www.cnnindonesia.com/indeks",
        "https://www.cnnindonesia.com/nasional/rss",
        "https://www.cnnindonesia.com/internasional/rss",
        "https://www.cnnindonesia.com/ekonomi/rss",
        "https://www.cnnindonesia.com/teknologi/rss",
    )
    publishers = ("CNN Indonesia",)
    expects = Expect(cards=(5, 300))
