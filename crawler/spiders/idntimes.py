"""IDN Times, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class IdntimesSpider(IndonesianSpider):
    """An address ends in the author's code and the article's; the same article is found under several authors' codes."""

    name = "idntimes"
    allowed_domains = ("idntimes.com",)
    homepage = "https://www.idntimes.com/"
    known_from = "hearsay"
    sections = (
        "https://www.idntimes.com/news",
        "https://www.idntimes.com/business",
        "https://www.idntimes.com/sport",
        "https://www.idntimes.com/tech",
    )
    articles = r"idntimes\.com/[a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+-[a-z0-9]{5}-[a-z0-9]{6}$"
    native_id = r"-[a-z0-9]{5}-([a-z0-9]{6})$"
    publishers = ("IDN Times",)
    expects = Expect(cards=(5, 300))
