"""kumparan, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider


class KumparanSpider(IndonesianSpider):
    """Its channels are filled by script, what their HTML shows are dummies: feed and channel sitemaps are read."""

    name = "kumparan"
    allowed_domains = ("kumparan.com",)
    homepage = "https://kumparan.com/"
    known_from = "hearsay"
    sections = (
        "https://lapi.kumparan.com/v2.0/rss/",
        "https://kumparan.com/sitemap_channel_news.xml",
        "https://kumparan.com/sitemap_channel_bisnis.xml",
    )
    articles = r"kumparan\.com/[a-z0-9-]+/[^/?#]+-\d[0-9A-Za-z]{10}(?:/full)?$"
    native_id = r"-(\d[0-9A-Za-z]{10})(?:/full)?$"
    publishers = ("kumparan", "kumparanNEWS", "kumparanBISNIS")
