"""Tribunnews.com, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class TribunnewsSpider(IndonesianSpider):
    """Answers 403 to whoever does not call himself a browser. ``/index-news`` has ten pages, then repeats the tenth;
    the links of its feed all lead to the front page. Some stories have a day instead of an id in their address.
    """

    name = "tribunnews"
    allowed_domains = ("tribunnews.com",)
    homepage = "https://www.tribunnews.com/"
    known_from = "pages 2016-2020"
    sections = (
        "https://www.tribunnews.com/index-news",
        "https://www.tribunnews.com/nasional/sitemap-news.xml",
        "https://www.tribunnews.com/internasional/sitemap-news.xml",
    )
    articles = r"tribunnews\.com/[a-z0-9-]+/(?:\d{5,}|\d{4}/\d\d/\d\d)/[^/?#]+"
    native_id = r"tribunnews\.com/[a-z0-9-]+/(\d{5,})/"
    publishers = ("Tribunnews.com", "TRIBUNNEWS.COM", "Tribunnews")
    expects = Expect(cards=(5, 300))
