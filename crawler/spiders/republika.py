"""Republika Online, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class RepublikaSpider(IndonesianSpider):
    """robots.txt shuts out Scrapy by name. That means us, so a crawl ends with 69 and nothing is fetched;
    these facts serve saved pages (``scrapy extract``).
    """

    name = "republika"
    allowed_domains = ("republika.co.id",)
    homepage = "https://www.republika.co.id/"
    known_from = "pages 2015-2017"
    sections = ("https://www.republika.co.id/indeks", "https://www.republika.co.id/rss")
    articles = r"republika\.co\.id/berita/+(?:[a-z-]+/+)*(?:\d\d/\d\d/\d\d/)?(?=[a-z]*\d)[a-z0-9]{6,14}[/-]"
    native_id = r"/berita/+(?:[a-z-]+/+)*(?:\d\d/\d\d/\d\d/)?((?=[a-z]*\d)[a-z0-9]{6,14})[/-]"
    publishers = ("Republika", "Republika Online", "Republika.co.id", "REPUBLIKA.CO.ID")
    expects = Expect(cards=(5, 300))
