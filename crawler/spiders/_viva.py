"""The publishing system of VIVA and its sister sites: one CMS, several brands."""

from crawler.spiders._indonesia import IndonesianSpider


class VivaFamilySpider(IndonesianSpider):
    """Addresses are ``/<channel>/[<sub>/]<id>-<slug>``; the slug may change, the id never does.

    Pages of a list state the request of their button with a token; where they do not, the request without one and ``?page=``
    are tried: others report that either has worked.
    """

    articles = r"/(?:[a-z0-9-]+/)+\d{5,}-[^/?#]+(?=[?#]|$)"
    native_id = r"/(\d{5,})-[^/?#]+"
    load_more = (
        "POST /request/load-more channel_name={channel}&subchannel_name={subchannel}&page={page}&record_count=12",
        "GET /{section}?page={page}",
    )
