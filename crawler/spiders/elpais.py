"""El País, Spain."""

from crawler.spiders._news import NewsSpider
from crawler.spiders._site import Expect


class ElpaisSpider(NewsSpider):
    """Since 2021 an address has a day and a slug; the ids of older stories end in their file's name."""

    name = "elpais"
    allowed_domains = ("elpais.com",)
    homepage = "https://elpais.com/"
    known_from = "pages 2020-2024"
    sections = (
        "https://elpais.com/internacional/",
        "https://elpais.com/espana/",
        "https://elpais.com/economia/",
        "https://elpais.com/deportes/",
        "https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada",
    )
    articles = r"elpais\.com/.+/(?:\d{4}-\d\d-\d\d/[^/?#]+|\d{10}_\d{6})\.html$"
    native_id = r"/(\d{10}_\d{6})\.html"
    timezone = "Europe/Madrid"
    language = "es"
    date_order = "DMY"
    publishers = ("El País", "EL PAÍS")
    expects = Expect(cards=(5, 400))
