"""JagoDangdut.com, Indonesia."""

from crawler.spiders._viva import VivaFamilySpider


class JagodangdutSpider(VivaFamilySpider):
    """VIVA's site for dangdut music: its front page names what is new."""

    name = "jagodangdut"
    allowed_domains = ("jagodangdut.com",)
    homepage = "https://www.jagodangdut.com/"
    known_from = "hearsay"
    sections = (
        "https://www.jagodangdut.com/",
        "https://www.jagodangdut.com/indeks",
    )
    publishers = ("JagoDangdut.com", "JagoDangdut")
