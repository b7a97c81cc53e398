"""Merdeka.com, Indonesia."""

from crawler.spiders._kly import KlyFamilySpider


class MerdekaSpider(KlyFamilySpider):
    """robots.txt forbids every address with a question mark, so the channels cannot be paged: their news sitemaps are read."""

    name = "merdeka"
    allowed_domains = ("merdeka.com",)
    homepage = "https://www.merdeka.com/"
    known_from = "pages 2021"
    sections = (
        "https://www.merdeka.com/peristiwa/sitemap.xml",
        "https://www.merdeka.com/politik/sitemap.xml",
        "https://www.merdeka.com/uang/sitemap.xml",
        "https://www.merdeka.com/dunia/sitemap.xml",
    )
    publishers = ("Merdeka.com", "merdeka.com")
