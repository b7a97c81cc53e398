"""The publishing system of detikcom, CNN Indonesia and CNBC Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider


class DetikFamilySpider(IndonesianSpider):
    """Addresses are ``/<channel>/<14 digits of time>-<channel id>-<article id>/<slug>``; detikcom itself has its own."""

    articles = r"/[a-z0-9-]+/\d{14}-\d+-\d+/"
    native_id = r"/\d{14}-\d+-(\d+)/"
