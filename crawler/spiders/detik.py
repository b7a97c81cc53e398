"""detikcom, Indonesia."""

from crawler.spiders._detik import DetikFamilySpider
from crawler.spiders._site import Expect


class DetikSpider(DetikFamilySpider):
    """Each channel is a host of its own; stories older than 2018 are ``/read/<day>/<time>/<id>/…``."""

    name = "detik"
    allowed_domains = ("detik.com",)
    homepage = "https://www.detik.com/"
    known_from = "pages 2015-2023"
    sections = (
        "https://news.detik.com/indeks",
        "https://finance.detik.com/indeks",
        "https://health.detik.com/indeks",
        "https://inet.detik.com/indeks",
        "https://sport.detik.com/indeks",
        "https://hot.detik.com/indeks",
    )
    articles = r"detik\.com/(?:[a-z0-9-]+/)*(?:d-|read(?:foto)?/\d{4}/\d\d/\d\d/\d{6}/)\d+/"
    native_id = r"/(?:d-|read(?:foto)?/\d{4}/\d\d/\d\d/\d{6}/)(\d+)/"
    publishers = ("detikcom", "detik.com", "detikNews", "detikFinance", "detikHealth", "detikInet", "detikSport", "detikHot")
    expects = Expect(cards=(5, 300))
