"""DER SPIEGEL, Germany."""

from crawler.spiders._news import NewsSpider
from crawler.spiders._site import Expect


class SpiegelSpider(NewsSpider):
    """``/schlagzeilen/`` lists all channels by time."""

    name = "spiegel"
    allowed_domains = ("spiegel.de",)
    homepage = "https://www.spiegel.de/"
    known_from = "pages 2023"
    sections = (
        "https://www.spiegel.de/schlagzeilen/",
        "https://www.spiegel.de/politik/",
        "https://www.spiegel.de/wirtschaft/",
        "https://www.spiegel.de/ausland/",
        "https://www.spiegel.de/schlagzeilen/index.rss",
    )
    articles = r"spiegel\.de/.+-a-(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+\.html)$"
    native_id = r"-a-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+(?=\.html))"
    timezone = "Europe/Berlin"
    language = "de"
    date_order = "DMY"
    publishers = ("DER SPIEGEL", "SPIEGEL", "SPIEGEL ONLINE")
    expects = Expect(cards=(5, 400))
