"""SINDOnews, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class SindonewsSpider(IndonesianSpider):
    """Each channel is a host of its own. A number behind the slug is the place of the next page, no id."""

    name = "sindonews"
    allowed_domains = ("sindonews.com",)
    homepage = "https://www.sindonews.com/"
    known_from = "hearsay"
    sections = (
        "https://www.sindonews.com/indeks",
        "https://nasional.sindonews.com/rss",
        "https://ekbis.sindonews.com/rss",
        "https://international.sindonews.com/rss",
        "https://sports.sindonews.com/rss",
    )
    articles = r"sindonews\.com/(?:news)?read/\d+/\d+/"
    native_id = r"/(?:news)?read/(\d+)/"
    publishers = ("SINDOnews", "SINDOnews.com", "Sindonews")
    expects = Expect(cards=(5, 300))
