"""Le Monde, France."""

from crawler.spiders._news import NewsSpider
from crawler.spiders._site import Expect


class LemondeSpider(NewsSpider):
    """Texts behind the paywall end after their first paragraphs."""

    name = "lemonde"
    allowed_domains = ("lemonde.fr",)
    homepage = "https://www.lemonde.fr/"
    known_from = "pages 2023"
    sections = (
        "https://www.lemonde.fr/international/",
        "https://www.lemonde.fr/politique/",
        "https://www.lemonde.fr/economie/",
        "https://www.lemonde.fr/societe/",
        "https://www.lemonde.fr/rss/une.xml",
    )
    articles = r"lemonde\.fr/.+/\d{4}/\d\d/\d\d/[^/?#]+_\d+_\d+\.html$"
    native_id = r"_(\d{6,})_\d+\.html"
    timezone = "Europe/Paris"
    language = "fr"
    date_order = "DMY"
    publishers = ("Le Monde", "Le Monde.fr")
    expects = Expect(cards=(5, 400))
