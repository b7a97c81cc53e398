"""Kontan.co.id, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class KontanSpider(IndonesianSpider):
    """Each channel is a host of its own; addresses of its stories are a slug without an id."""

    name = "kontan"
    allowed_domains = ("kontan.co.id",)
    homepage = "https://www.kontan.co.id/"
    known_from = "hearsay"
    sections = (
        "https://investasi.kontan.co.id/rss",
        "https://nasional.kontan.co.id/",
        "https://keuangan.kontan.co.id/",
        "https://industri.kontan.co.id/",
        "https://internasional.kontan.co.id/",
    )
    articles = r"kontan\.co\.id/news/[^/?#]+"
    publishers = ("Kontan.co.id", "KONTAN.CO.ID", "KONTAN")
    expects = Expect(cards=(5, 300))
