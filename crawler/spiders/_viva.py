"""The publishing system of VIVA and its sister sites: one CMS, several brands."""

from crawler.spiders._indonesia import IndonesianSpider


class VivaFamilySpider(IndonesianSpider):
    """Addresses are ``/<channel>/[<sub>/]<id>-<slug>``; the slug may change, the id never does."""

    articles = r"/(?:[a-z0-9-]+/)+\d{5,}-[^/?#]+$"
    native_id = r"/(\d{5,})-[^/?#]+"
