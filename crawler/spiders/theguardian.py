"""The Guardian, United Kingdom."""

from crawler.spiders._news import NewsSpider
from crawler.spiders._site import Expect


class TheguardianSpider(NewsSpider):
    """The path of a story is its id in the house's own interfaces, too."""

    name = "theguardian"
    allowed_domains = ("theguardian.com",)
    homepage = "https://www.theguardian.com/"
    known_from = "hearsay"
    sections = (
        "https://www.theguardian.com/world",
        "https://www.theguardian.com/uk-news",
        "https://www.theguardian.com/business",
        "https://www.theguardian.com/science",
        "https://www.theguardian.com/world/rss",
    )
    articles = r"theguardian\.com/[a-z0-9/-]+/\d{4}/[a-z]{3}/\d\d/[^/?#]+$"
    native_id = r"theguardian\.com/([a-z0-9/-]+/\d{4}/[a-z]{3}/\d\d/[^/?#]+)$"
    timezone = "Europe/London"
    language = "en"
    date_order = "DMY"
    publishers = ("The Guardian", "Guardian", "theguardian.com")
    expects = Expect(cards=(5, 400))
