"""The publishing system of Liputan6 and Merdeka: KapanLagi Youniverse, one count of article ids for all its brands."""

from crawler.spiders._indonesia import IndonesianSpider


class KlyFamilySpider(IndonesianSpider):
    """Addresses are ``/<channel>/read/<id>/<slug>``; all pages of an article come in one document."""

    articles = r"/read/\d+/[^/?#]+$"
    native_id = r"/read/(\d+)/"
