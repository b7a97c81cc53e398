"""Jawa Pos, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class JawaposSpider(IndonesianSpider):
    """``/indeks`` shows the newest twenty; its further pages repeat them, the feed goes back further."""

    name = "jawapos"
    allowed_domains = ("jawapos.com",)
    homepage = "https://www.jawapos.com/"
    known_from = "hearsay"
    sections = (
        "https://www.jawapos.com/indeks",
        "https://www.jawapos.com/rss.xml",
        "https://www.jawapos.com/nasional",
    )
    articles = r"jawapos\.com/[a-z0-9-]+/\d{9,10}/[^/?#]+"
    native_id = r"jawapos\.com/[a-z0-9-]+/(\d{9,10})/"
    publishers = ("JawaPos.com", "Jawa Pos", "JawaPos")
    expects = Expect(cards=(5, 200))
