"""Tirto.id, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class TirtoSpider(IndonesianSpider):
    """``/indeks`` lists all channels and cannot be paged: robots.txt forbids ``?next``."""

    name = "tirto"
    allowed_domains = ("tirto.id",)
    homepage = "https://tirto.id/"
    known_from = "hearsay"
    sections = ("https://tirto.id/indeks",)
    articles = r"tirto\.id/(?!pikir-dua-kali$)[a-z0-9]+(?:-[a-z0-9]+)+-[A-Za-z0-9]{4}$"
    native_id = r"tirto\.id/[a-z0-9-]+-([A-Za-z0-9]{4})$"
    publishers = ("Tirto.id", "tirto.id", "Tirto")
    expects = Expect(cards=(5, 200))
