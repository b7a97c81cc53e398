"""The publishing system of VIVA and its sister sites: one CMS, several brands."""

from __future__ import annotations

from crawler.spiders._news import NewsSpider


class VivaFamilySpider(NewsSpider):
    """Addresses are ``/<channel>/[<sub>/]<id>-<slug>``; the slug may change, the id never does."""

    articles = r"/(?:[a-z0-9-]+/)+\d{5,}-[^/?#]+$"
    native_id = r"/(\d{5,})-[^/?#]+"
    timezone = "Asia/Jakarta"
    language = "id"
    date_order = "DMY"
