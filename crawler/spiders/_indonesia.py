"""What the news sites of Indonesia share."""

from crawler.spiders._news import NewsSpider


class IndonesianSpider(NewsSpider):
    """Newsrooms in Jakarta print western Indonesian time (WIB) and the day first."""

    timezone = "Asia/Jakarta"
    language = "id"
    date_order = "DMY"
