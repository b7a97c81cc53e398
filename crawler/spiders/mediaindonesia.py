"""Media Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider
from crawler.spiders._site import Expect


class MediaindonesiaSpider(IndonesianSpider):
    """Editors sign below the text."""

    name = "mediaindonesia"
    allowed_domains = ("mediaindonesia.com",)
    homepage = "https://mediaindonesia.com/"
    known_from = "pages 2026"
    sections = (
        "https://mediaindonesia.com/indeks",
        "https://mediaindonesia.com/politik-dan-hukum",
        "https://mediaindonesia.com/ekonomi",
        "https://mediaindonesia.com/humaniora",
        "https://mediaindonesia.com/internasional",
    )
    articles = r"mediaindonesia\.com/(?:read/detail/\d+-|[a-z-]+/\d{5,}/)[^/?#]+$"
    native_id = r"/(?:read/detail/)?(\d{5,})[/-]"
    publishers = ("Media Indonesia", "mediaindonesia.com")
    expects = Expect(cards=(5, 300))
