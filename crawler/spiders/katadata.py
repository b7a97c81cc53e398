"""Katadata.co.id, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class KatadataSpider(IndonesianSpider):
    """Article ids are thirteen hexadecimal digits; stories before 2020 have a day in their address."""

    name = "katadata"
    allowed_domains = ("katadata.co.id",)
    homepage = "https://katadata.co.id/"
    known_from = "hearsay"
    sections = ("https://katadata.co.id/rss", "https://katadata.co.id/berita/indeks")
    articles = r"katadata\.co\.id/(?:[a-z0-9-]+/)+(?:[0-9a-f]{13}|\d{4}/\d\d/\d\d)/[^/?#]+"
    native_id = r"/([0-9a-f]{13})/"
    publishers = ("Katadata.co.id", "Katadata")
    expects = Expect(cards=(5, 200))
