"""Tempo.co, Indonesia."""

from crawler.spiders._indonesia import IndonesianSpider


class TempoSpider(IndonesianSpider):
    """Its section pages hold no links, they are filled by script: the feeds are read."""

    name = "tempo"
    allowed_domains = ("tempo.co",)
    homepage = "https://www.tempo.co/"
    known_from = "pages 2015-2022"
    sections = ("https://rss.tempo.co/nasional", "https://rss.tempo.co/bisnis")
    articles = r"tempo\.co/(?:read/(?:news/\d{4}/\d\d/\d\d/)?\d+|(?!tag/|penulis/)[a-z-]+/[^/?#]+-\d{4,}$)"
    native_id = r"/(?:read/(?:news/\d{4}/\d\d/\d\d/)?|[a-z-]+/[^/?#]+-)(\d{4,})(?![^/,?#])"
    publishers = ("Tempo.co", "TEMPO.CO", "Tempo")
