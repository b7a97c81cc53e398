"""VIVA.co.id, Indonesia."""

from crawler.spiders._site import Expect
from crawler.spiders._viva import VivaFamilySpider


class VivaSpider(VivaFamilySpider):
    """Sections of www.viva.co.id; the other brands of the house are sites of their own."""

    name = "viva"
    allowed_domains = ("viva.co.id",)
    homepage = "https://www.viva.co.id/"
    known_from = "pages 2016-2018"
    sections = (
        "https://www.viva.co.id/berita/nasional",
        "https://www.viva.co.id/berita/politik",
        "https://www.viva.co.id/berita/metro",
        "https://www.viva.co.id/berita/kriminal",
        "https://www.viva.co.id/berita/dunia",
        "https://www.viva.co.id/berita/bisnis",
        "https://www.viva.co.id/bola",
        "https://www.viva.co.id/sport",
        "https://www.viva.co.id/showbiz",
        "https://www.viva.co.id/gaya-hidup",
        "https://www.viva.co.id/otomotif",
        "https://www.viva.co.id/digital",
        "https://www.viva.co.id/militer",
        "https://www.viva.co.id/ragam",
        "https://www.viva.co.id/trending",
        "https://www.viva.co.id/indeks",
        "https://www.viva.co.id/get/all",
    )
    publishers = ("VIVA.co.id", "VIVA", "VIVAnews")
    caption_labels = ("VIVA Militer",)
    expects = Expect(cards=(5, 400))
