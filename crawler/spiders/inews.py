"""iNews.id, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class InewsSpider(IndonesianSpider):
    """Addresses of its stories are a slug without an id; ``/all`` behind it shows all pages at once."""

    name = "inews"
    allowed_domains = ("inews.id",)
    homepage = "https://www.inews.id/"
    known_from = "hearsay"
    sections = (
        "https://www.inews.id/news/nasional",
        "https://www.inews.id/feed/nasional",
        "https://www.inews.id/feed/ekonomi",
        "https://www.inews.id/feed/sport",
    )
    articles = r"inews\.id/(?!tag/|topic/)(?:[a-z-]+/){1,2}[a-z0-9]+(?:-[a-z0-9]+){3,}(?:/all)?$"
    publishers = ("iNews.id", "iNews")
    expects = Expect(cards=(5, 300))
