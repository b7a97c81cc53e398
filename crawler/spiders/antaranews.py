"""ANTARA, the national news agency of Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class AntaranewsSpider(IndonesianSpider):
    """The body of its older pages is not in paragraphs."""

    name = "antaranews"
    allowed_domains = ("antaranews.com",)
    homepage = "https://www.antaranews.com/"
    known_from = "pages 2015-2017"
    sections = (
        "https://www.antaranews.com/terkini",
        "https://www.antaranews.com/rss/politik.xml",
        "https://www.antaranews.com/rss/ekonomi.xml",
        "https://www.antaranews.com/rss/dunia.xml",
        "https://www.antaranews.com/rss/tekno.xml",
    )
    articles = r"antaranews\.com/berita/\d+/"
    native_id = r"/berita/(\d+)/"
    publishers = ("ANTARA News", "ANTARA", "antaranews.com")
    expects = Expect(cards=(5, 300))
