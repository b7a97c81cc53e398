"""The machine-readable side of the bundled site: feeds, sitemaps, robots.txt."""

from __future__ import annotations

from email.utils import format_datetime
from html import escape

from crawler.demo.newsroom import NAME, Newsroom
from crawler.demo.story import Story

RECENT = 2
"""Days that a news sitemap reaches back, as the search engines ask."""
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def robots(base: str) -> str:
    """Who may go where."""
    rules = "User-agent: *\nDisallow: /internal/\nDisallow: /cari\n"
    return f"{rules}\nSitemap: {base}/sitemap.xml\nSitemap: {base}/sitemap-news.xml\n"


def rss(newsroom: Newsroom, base: str, path: str, title: str) -> str:
    """The feed of a section, or of the whole site where the path is empty: the twenty newest."""
    items = "\n".join(item(newsroom, story, base) for story in newsroom.published(path)[:20])
    return (
        f'{XML}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{NAME} {escape(title)}</title>\n'
        f"<link>{base}{path or '/'}</link>\n{items}\n</channel></rss>\n"
    )


def item(newsroom: Newsroom, story: Story, base: str) -> str:
    """One entry of a feed."""
    url = base + newsroom.path(story)
    authors = "".join(f"<dc:creator>{escape(name.name)}</dc:creator>" for name in story.byline if name.role == "author")
    summary = story.standfirst or (story.paragraphs() or ("",))[0]
    return (
        f'<item><title>{escape(story.headline)}</title><link>{escape(url)}</link><guid isPermaLink="false">{story.id}</guid>'
        f"<pubDate>{format_datetime(story.published)}</pubDate><category>{escape(newsroom.section(story).title)}</category>{authors}"
        f"<description>{escape(summary)}</description></item>"
    )


def sitemap_index(newsroom: Newsroom, base: str) -> str:
    """The index: a sitemap for each section, and that of the news."""
    paths = [f"{section.path}/sitemap.xml" for section in newsroom.sections]
    rows = "\n".join(f"<sitemap><loc>{base}{path}</loc></sitemap>" for path in ["/sitemap-news.xml", *paths])
    return f'{XML}<sitemapindex xmlns="{SITEMAPS}">\n{rows}\n</sitemapindex>\n'


def sitemap(newsroom: Newsroom, base: str, path: str) -> str:
    """All articles of a section."""
    rows = "\n".join(
        f"<url><loc>{escape(base + newsroom.path(story))}</loc>"
        f"<lastmod>{(story.modified or story.published).isoformat()}</lastmod></url>"
        for story in newsroom.published(path)
    )
    return f'{XML}<urlset xmlns="{SITEMAPS}">\n{rows}\n</urlset>\n'


def news_sitemap(newsroom: Newsroom, base: str) -> str:
    """The articles of the last two days, with their titles."""
    now = newsroom.now
    rows = "\n".join(
        f"<url><loc>{escape(base + newsroom.path(story))}</loc><news:news><news:publication><news:name>{NAME}</news:name>"
        f"<news:language>{newsroom.section(story).language}</news:language></news:publication>"
        f"<news:publication_date>{story.published.isoformat()}</news:publication_date>"
        f"<news:title>{escape(story.headline)}</news:title></news:news></url>"
        for story in newsroom.published()
        if (now - story.published).days < RECENT
    )
    return f'{XML}<urlset xmlns="{SITEMAPS}" xmlns:news="{NEWS}">\n{rows}\n</urlset>\n'
