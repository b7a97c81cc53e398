"""A headline of the site's list that stands in another article's text is moved out of it."""

from __future__ import annotations

from pathlib import Path

from crawler.demo.server import DemoServer
from crawler.demo.site import Reply
from tests.crawl.crawling import crawl, published


def test_a_headline_from_the_list_within_another_article_is_a_teaser(tmp_path: Path) -> None:
    with DemoServer() as demo:
        story, other, *_ = demo.newsroom.published("/english")
        page = demo.site.get(demo.newsroom.path(story))
        leak = f"<p>{other.headline}</p>".encode()
        first = page.body.index(b"</p>", page.body.index(story.blocks[0].text[:30].encode())) + 4
        demo.answers[demo.newsroom.path(story)] = Reply(page.body[:first] + leak + page.body[first:], kind=page.kind)
        assert crawl("news", "-a", f"url={demo.url}english", data=tmp_path).returncode == 0
        line = next(line for line in published(tmp_path) if line["url"] == demo.url[:-1] + demo.newsroom.path(story))
    assert other.headline not in line["articleBody"]
    assert other.headline in [teaser["headline"] for teaser in line["relatedArticles"]]
    assert line["metadata"]["textAccounting"]["unassigned"] == 0
