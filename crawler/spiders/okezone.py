"""Okezone, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class OkezoneSpider(IndonesianSpider):
    """Each channel is a host of its own; ``/more/`` is forbidden by robots.txt."""

    name = "okezone"
    allowed_domains = ("okezone.com",)
    homepage = "https://www.okezone.com/"
    known_from = "pages 2015-2017"
    sections = (
        "https://news.okezone.com/indeks",
        "https://economy.okezone.com/indeks",
        "https://celebrity.okezone.com/indeks",
        "https://sports.okezone.com/indeks",
        "https://bola.okezone.com/indeks",
    )
    articles = r"okezone\.com/read/\d{4}/\d\d/\d\d/\d+/\d+/"
    native_id = r"/read/\d{4}/\d\d/\d\d/\d+/(\d+)/"
    publishers = ("Okezone", "okezone.com")
    expects = Expect(cards=(5, 300))
