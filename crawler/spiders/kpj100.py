"""100KPJ.com, Indonesia."""

from crawler.spiders._viva import VivaFamilySpider


class Kpj100Spider(VivaFamilySpider):
    """VIVA's site for cars and motorcycles: its front page names what is new."""

    name = "kpj100"
    allowed_domains = ("100kpj.com",)
    homepage = "https://www.100kpj.com/"
    known_from = "hearsay"
    sections = (
        "https://www.100kpj.com/",
        "https://www.100kpj.com/indeks",
    )
    publishers = ("100KPJ.com", "100KPJ")
