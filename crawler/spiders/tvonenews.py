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
        "https://www.tvonenews.com/indeks",
        "https://www.tvonenews.com/berita",
        "https://www.tvonenews.com/daerah",
        "https://www.tvonenews.com/ekonomi",
        "https://www.tvonenews.com/lifestyle",
        "https://www.tvonenews.com/bola",
    )
    load_more = (
        "POST /request/load_indeks_article channel_name={channel}&subchannel_name={subchannel}&type=art&page={page}",
        "GET /{section}?page={page}",
    )
    publishers = ("tvOnenews.com", "tvOnenews", "tvOne")
    expects = Expect(cards=(5, 400))
