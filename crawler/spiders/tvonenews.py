"""tvOnenews.com, Indonesia."""

from crawler.spiders._site import Expect
from crawler.spiders._viva import VivaFamilySpider


class TvonenewsSpider(VivaFamilySpider):
    """The news pages of the broadcaster tvOne, VIVA's sister."""

    name = "tvonenews"
    allowed_domains = ("tvonenews.com",)
    homepage = "https://www.tvonenews.com/"
    known_from = "hearsay"
    sections = (
        "https://www.tvonenews.com/indeks/1",
        "https://www.tvonenews.com/berita",
        "https://www.tvonenews.com/berita/nasional",
    )
    publishers = ("tvOnenews.com", "tvOnenews", "tvOne")
    expects = Expect(cards=(5, 400))
