"""JPNN, the Jawa Pos National Network, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider


class JpnnSpider(IndonesianSpider):
    """Addresses of its stories are a slug without an id."""

    name = "jpnn"
    allowed_domains = ("jpnn.com",)
    homepage = "https://www.jpnn.com/"
    known_from = "pages 2021"
    sections = ("https://www.jpnn.com/rss",)
    articles = r"jpnn\.com/(?:news|[a-z-]+/\d+)/[^/?#]+"
    publishers = ("JPNN.com", "jpnn.com", "JPNN")
