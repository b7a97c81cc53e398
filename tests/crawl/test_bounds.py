"""What is usual on a site is learned; a run beyond it is told, and its lines are kept back until the layout is mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.demo.server import DemoServer
from crawler.demo.site import Reply
from crawler.demo.story import Story
from crawler.extensions._bounds import COUNTED, Sample, few_cards, learned, lost_field
from crawler.extensions.storage import run_id
from crawler.spiders._site import Expect
from tests.crawl.crawling import crawl, published, record, scrapy

GOOD = [Sample(10, {"headline": 10, "articleBody": 9, "datePublished": 10, "authors": 6, "images": 8, "creditText": 3})] * 3


def like(lines: int, **given: int) -> Sample:
    """A run of so many good lines but for the fields given."""
    return Sample(lines, {**dict.fromkeys(COUNTED, lines), **given})


@pytest.mark.parametrize(
    ("sample", "said"),
    [
        (like(10), None),
        (like(0), None),
        (like(4, headline=0, images=0), None),
        (like(5, datePublished=0), "datePublished on 0 of 5 lines, 100% usual"),
        (like(12, images=3), "images on 3 of 12 lines, 80% usual"),
        (like(12, images=4), None),
        (like(6, authors=0), None),
        (like(12, authors=0), "authors on 0 of 12 lines, 60% usual"),
        (like(12, creditText=0), None),
        (like(400, creditText=0), "creditText on 0 of 400 lines, 30% usual"),
        (like(40, keywords=0, relatedArticles=0), None),
    ],
)
def test_a_field_is_lost_when_chance_cannot_have_done_it(sample: Sample, said: str | None) -> None:
    """Far below what is usual, with lines enough to say so; fields that come and go are nobody's alarm."""
    assert lost_field(sample, GOOD, {}) == said


def test_nothing_is_usual_before_twenty_lines() -> None:
    assert lost_field(like(9, headline=0), GOOD[:1], {}) is None


def test_a_declared_share_needs_no_history() -> None:
    assert lost_field(like(5, images=2), (), {"images": 0.5}) == "images on 2 of 5 lines, 50% expected"
    assert lost_field(like(5, images=3), (), {"images": 0.5}) is None


def test_after_a_break_one_line_is_enough_to_tell() -> None:
    assert lost_field(like(1, datePublished=0), GOOD, {}, suspicious=True) == "datePublished on 0 of 1 lines, 100% usual"
    assert lost_field(like(1), GOOD, {}, suspicious=True) is None


def test_a_section_is_compared_with_its_own_last_runs() -> None:
    usual = {"/a": [30, 28, 31], "/b": [4, 4, 4], "/c": [30]}
    assert few_cards({"/a": 12, "/b": 0, "/c": 0, "/d": 0}, usual) is None
    assert few_cards({"/a": 11}, usual) == "11 cards on /a, 30 usual"


def test_twenty_runs_are_remembered() -> None:
    good: list[Sample] = []
    for number in range(30):
        good = learned(good, Sample(number))
    assert [sample.lines for sample in good] == list(range(10, 30))


def test_an_expectation_of_an_unknown_field_fails_at_import() -> None:
    with pytest.raises(ValueError, match=r"Expect\.filled: picture=0\.5"):
        Expect(filled={"picture": 0.5})


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


def break_layout(demo: DemoServer, story: Story) -> None:
    """Show an article as a page from which neither date nor writer nor picture can be read."""
    text = "<p>" + "A sentence of the article that is long enough to be one. " * 3 + "</p>"
    page = f"<html><title>x</title><body><article><h1>{story.headline}</h1>{text * 4}</article></body></html>"
    demo.answers[demo.newsroom.path(story)] = Reply(page.encode())


def test_lines_of_a_broken_layout_are_kept_back_and_come_once_it_is_mended(crawled: DemoServer, tmp_path: Path) -> None:
    """65 and the field that sank; few pages are asked for until the layout is mended; then all of them stand on their lines."""
    arguments = ("news", "-a", f"url={crawled.url}")
    before = published(tmp_path)
    stories = crawled.grow(11)
    assert len(stories) == 11
    for story in stories:
        break_layout(crawled, story)
    run = crawl(*arguments, data=tmp_path)
    assert run.returncode == 65
    assert run.stderr.startswith("scrapy crawl: layout changed? datePublished on ")
    assert run.stderr.endswith(" lines are in quarantine/ and come again\n")
    assert published(tmp_path) == before
    (quarantined,) = (tmp_path / "quarantine" / "news").glob("*.jsonl")
    assert len(quarantined.read_bytes().splitlines()) >= 11
    crawled.requests.clear()
    assert crawl(*arguments, data=tmp_path).returncode == 65
    paths = {crawled.newsroom.path(story) for story in stories}
    assert 8 <= sum(request.path in paths for request in crawled.requests) <= 10
    crawled.answers.clear()
    assert [crawl(*arguments, data=tmp_path).returncode for _ in range(3)] == [0, 0, 0]
    new = [line for line in published(tmp_path) if line["revision"]["number"] == 1]
    assert len({line["id"] for line in new}) == len(new) == len(before) + 11
    assert all(line["datePublished"] for line in published(tmp_path))


def test_small_runs_are_judged_together(crawled: DemoServer, tmp_path: Path) -> None:
    """Two articles say nothing; those of some runs do."""
    arguments = ("news", "-a", f"url={crawled.url}")
    codes = []
    for _ in range(3):
        for story in crawled.grow(2):
            break_layout(crawled, story)
        codes.append(crawl(*arguments, data=tmp_path).returncode)
    assert (codes[0], codes[-1]) == (0, 65)


def test_the_record_says_what_the_fields_and_the_sections_gave(demo: DemoServer, tmp_path: Path) -> None:
    crawl("news", "-a", f"url={demo.url}english,{demo.url}deutsch", data=tmp_path)
    found = record(tmp_path)
    assert found["fill_rates"]["headline"] == 1.0
    assert set(found["fill_rates"]) == set(COUNTED)
    assert set(found["sections"]) == {"english", "deutsch"}
    assert found["sections"]["english"]["new"] == len(demo.newsroom.published("/english"))
    assert found["sections"]["deutsch"]["read"] == 1


def test_a_section_that_shows_far_less_than_usual_is_told(demo: DemoServer, tmp_path: Path) -> None:
    """The others do not hide it, and nothing is kept back."""
    arguments = ("news", "-a", f"url={demo.url}english,{demo.url}deutsch")
    for number in range(3):
        demo.answers["/english"] = Reply(demo.site.get("/english").body + b" " * number)
        assert crawl(*arguments, data=tmp_path).returncode == 0
    path = demo.newsroom.path(demo.newsroom.published("/english")[0])
    demo.answers["/english"] = Reply(f"<html><body><article><h2><a href='{path}'>A lonely headline</a></h2></article>".encode())
    run = crawl(*arguments, data=tmp_path)
    assert run.returncode == 65
    assert f"layout changed? 1 cards on {demo.url}english, " in run.stderr


def test_run_ids_sort_by_time() -> None:
    assert run_id("viva")[8:9] == "T"


def test_a_site_that_is_like_that_now_is_released(crawled: DemoServer, tmp_path: Path) -> None:
    """What was usual is forgotten, and what was kept back is published."""
    arguments = ("news", "-a", f"url={crawled.url}")
    release = ("release", "news", "-s", f"DATA_DIR={tmp_path}")
    assert scrapy("release", "news", "-s", f"DATA_DIR={tmp_path / 'nowhere'}").returncode == 2
    before = published(tmp_path)
    for story in crawled.grow(11):
        break_layout(crawled, story)
    assert crawl(*arguments, data=tmp_path).returncode == 65
    assert scrapy(*release).returncode == 0
    crawl(*arguments, data=tmp_path)
    assert sum(line["revision"]["number"] == 1 for line in published(tmp_path)) == len(before) + 11
