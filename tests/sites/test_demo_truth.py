"""The demo's pages, read by the extractor and the desk, say what a careful reader says of them.

Every test holds one field of all pages against the truth that the demo gives with each page; what it
finds is a list of (page, wanted, got), empty when all is well.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from crawler.demo.truth import SITE, pages
from crawler.extract.article import extract_article
from crawler.line import faults, to_dict
from crawler.normalise.desk import finish

FETCHED = datetime(2025, 9, 8, 12, tzinfo=UTC)
Line = dict[str, Any]
Picture = dict[str, Any]


@cache
def read() -> tuple[tuple[str, Line, Line], ...]:
    """Name, line and truth of every page."""
    return tuple(
        (name(url), to_dict(finish(extract_article(html, url, site=SITE, fetched_at=FETCHED))), truth)
        for url, html, truth in pages()
    )


@cache
def articles() -> tuple[tuple[str, Line, Line], ...]:
    return tuple(page for page in read() if page[2]["@type"])


def name(url: str) -> str:
    parts = urlsplit(url)
    return parts.path.rpartition("/")[2] + (f"?{parts.query}" if parts.query else "")


def wrong(field: str, wanted: Callable[[Line], Any], got: Callable[[Line], Any]) -> list[tuple[str, Any, Any]]:
    """The pages whose truth has the field, and whose line says otherwise."""
    pairs = [(page, wanted(truth), got(line)) for page, line, truth in articles() if field in truth]
    return [pair for pair in pairs if pair[1] != pair[2]]


def same(field: str) -> list[tuple[str, Any, Any]]:
    """As ``wrong``, for a field that line and truth spell alike; absent, null and empty are one, as are all blanks."""

    def value(page: Line) -> Any:
        found = page.get(field) or None
        return squeezed(found) if isinstance(found, str) else found

    return wrong(field, value, value)


def path(url: str | None) -> str:
    """An address without host and campaign: old pages have their article's id in the query."""
    parts = urlsplit(url or "")
    return f"{parts.path}?{parts.query}" if parts.query.startswith("id=") else parts.path


def squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def test_every_line_keeps_the_contract() -> None:
    assert [(page, found) for page, line, _ in read() if (found := faults(line))] == []


def test_every_page_is_known_for_what_it_is() -> None:
    kinds = [(page, truth["@type"], line["@type"]) for page, line, truth in articles()]
    assert [kind for kind in kinds if kind[1] != kind[2]] == []


def test_pages_that_hold_no_article_give_no_body_and_a_reason() -> None:
    found = [(page, line) for page, line, truth in read() if truth["@type"] is None]
    assert len(found) == 6
    assert [page for page, line in found if line["articleBody"] or not line["metadata"].get("validationMessages")] == []


def test_no_text_of_an_article_is_left_over() -> None:
    assert [
        (page, line["metadata"]["textAccounting"])
        for page, line, _ in articles()
        if line["metadata"]["textAccounting"]["unassigned"]
    ] == []


def test_the_headline_is_the_articles() -> None:
    assert same("headline") == []


def test_kicker_and_standfirst_are_what_the_page_prints() -> None:
    assert same("alternativeHeadline") == []
    assert same("description") == []


def test_the_dateline_is_parted_from_the_text() -> None:
    assert same("dateline") == []


def test_the_body_holds_the_text_and_nothing_else() -> None:
    assert wrong("articleBody", lambda truth: squeezed(truth["articleBody"]), lambda line: squeezed(line["articleBody"])) == []


def test_sub_headings_are_known() -> None:
    assert (
        wrong(
            "headings", lambda truth: truth["headings"], lambda line: [heading["text"] for heading in line.get("headings", ())]
        )
        == []
    )


def test_names_of_the_byline_have_their_roles() -> None:
    def credited(line: Line) -> list[tuple[str, str]]:
        """Persons with role; organisations, which are author or source as one looks at it, by name alone."""
        listed = [*line["authors"], *line.get("contributors", ()), *line.get("sourceOrganization", ())]
        return sorted(
            {(c["name"], c.get("role", "author")) if c["@type"] == "Person" else (c["name"].casefold(), "") for c in listed}
        )

    assert wrong("authors", credited, credited) == []


def test_media_named_as_source_are_kept() -> None:
    assert (
        wrong(
            "isBasedOn", lambda truth: truth["isBasedOn"], lambda line: [source["name"] for source in line.get("isBasedOn", ())]
        )
        == []
    )


def test_the_date_is_the_articles_own() -> None:
    assert (
        wrong("datePublished", lambda truth: moment(truth["datePublished"]), lambda line: moment(line["datePublished"])) == []
    )


def test_the_last_change_is_the_articles_own() -> None:
    assert (
        wrong("dateModified", lambda truth: moment(truth["dateModified"]), lambda line: moment(line.get("dateModified"))) == []
    )


def test_language_publisher_and_topics_are_the_pages() -> None:
    assert same("inLanguage") == []
    assert same("keywords") == []
    assert wrong("publisher", lambda truth: truth["publisher"], lambda line: line["publisher"]["name"]) == []


def by_file(line: Line) -> dict[str, Picture]:
    return {urlsplit(picture["url"] or "").path.rpartition("/")[2]: picture for picture in line["images"]}


def pictures(field: str, got: Callable[[Picture], Any]) -> list[tuple[str, str, Any, Any]]:
    """The pictures that are found, and of which the line says otherwise than the truth."""
    pairs = [
        (page, file, picture[field], got(by_file(line)[file]))
        for page, line, truth in articles()
        for file, picture in by_file(truth).items()
        if file in by_file(line)
    ]
    return [pair for pair in pairs if (pair[2] or None) != (pair[3] or None)]


def test_the_pictures_are_the_articles_own_and_all_of_them() -> None:
    assert wrong("images", lambda truth: list(by_file(truth)), lambda line: list(by_file(line))) == []
    assert [pair for pair in pictures("role", lambda picture: picture.get("role")) if pair[2] != "gallery"] == []


def test_captions_hold_no_credit() -> None:
    assert pictures("caption", lambda picture: picture["caption"]) == []
    assert pictures("captionLabel", lambda picture: picture.get("captionLabel")) == []


def test_credits_name_their_people() -> None:
    def people(picture: Picture) -> list[str]:
        return [credit["name"] for credit in picture.get("creator", ()) if credit["@type"] == "Person"]

    assert pictures("creator", people) == []


def test_credits_name_their_organisations() -> None:
    def organisations(picture: Picture) -> list[str]:
        """Agencies, sources and accounts, in whichever field they stand."""
        makers = [
            credit["name"] for credit in picture.get("creator", ()) if isinstance(credit, dict) and credit["@type"] != "Person"
        ]
        source = picture.get("source")
        named = [source["name"] if isinstance(source, dict) else source] if source else []
        return sorted(name.casefold() for name in [*makers, *picture.get("makers", ()), *picture.get("provider", ()), *named])

    pairs = [
        (page, file, organisations(picture), organisations(by_file(line)[file]))
        for page, line, truth in articles()
        for file, picture in by_file(truth).items()
        if file in by_file(line)
    ]
    assert [pair for pair in pairs if pair[2] != pair[3]] == []


def test_a_credit_line_is_printed_without_its_label() -> None:
    def bare(credit: str | None) -> str | None:
        return credit.removeprefix("http://") if credit else None

    found = [
        (page, file, bare(wanted), got)
        for page, file, wanted, got in pictures("creditText", lambda picture: picture["creditText"])
    ]
    assert [pair for pair in found if pair[2] != pair[3]] == []


def test_the_nature_of_a_picture_is_told() -> None:
    assert [
        pair
        for pair in pictures("usageInfo", lambda picture: picture.get("usageInfo"))
        if not set(pair[2]) <= set(pair[3] or ())
    ] == []


def announced(line: Line, *kinds: str) -> dict[str, str]:
    return {path(teaser["url"]): squeezed(teaser["headline"]) for teaser in line["relatedArticles"] if teaser["kind"] in kinds}


def test_related_stories_are_the_ones_that_editors_tied_to_the_article() -> None:
    assert wrong("relatedArticles", lambda truth: announced(truth, "related"), lambda line: announced(line, "related")) == []


def test_paid_cards_are_told_apart() -> None:
    assert (
        wrong("relatedArticles", lambda truth: announced(truth, "sponsored"), lambda line: announced(line, "sponsored")) == []
    )


def test_teasers_within_the_text_are_told_from_those_after_it_and_keep_their_label() -> None:
    def places(line: Line) -> dict[str, tuple[bool, str | None]]:
        listed = [teaser for teaser in line["relatedArticles"] if teaser["kind"] == "related"]
        return {path(teaser["url"]): (teaser["placement"] == "inline", teaser.get("label")) for teaser in listed}

    assert wrong("relatedArticles", places, places) == []


def test_corrections_are_kept_apart_from_the_text() -> None:
    assert (
        wrong(
            "corrections",
            lambda truth: truth["corrections"],
            lambda line: [note["text"] for note in line.get("corrections", ())],
        )
        == []
    )


def test_what_only_subscribers_read_is_said() -> None:
    assert (
        wrong("isAccessibleForFree", lambda truth: truth["isAccessibleForFree"], lambda line: line.get("isAccessibleForFree"))
        == []
    )


def test_the_entries_of_a_live_blog_are_kept() -> None:
    def entries(line: Line) -> list[tuple[str | None, str]]:
        return [(entry.get("headline"), squeezed(entry["articleBody"])) for entry in line.get("liveBlogUpdate", ())]

    assert wrong("liveBlogUpdate", entries, entries) == []


def test_an_article_of_several_pages_says_so() -> None:
    def parts(line: Line) -> tuple[int, bool]:
        found = line.get("bodyPages") or {}
        return found.get("count", 1), found.get("complete", True)

    assert wrong("bodyPages", parts, parts) == []
