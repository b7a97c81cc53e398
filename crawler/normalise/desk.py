"""The copy desk: evidence becomes the line, one pure step a subject.

Each step takes the article as the steps before it left it and gives the fields it sets;
none raises. ``finish`` runs them all, which is what the item pipelines do one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from crawler import __version__
from crawler.evidence import BodyBlock, Candidate, Context, Evidence, segments
from crawler.items import Article, DateMention, Extractor, TextAccounting
from crawler.line import faults, to_dict
from crawler.normalise import facts as plain_facts
from crawler.normalise.body import lay_out
from crawler.normalise.bylines import resolve_byline
from crawler.normalise.datelines import Dateline, split_dateline
from crawler.normalise.dates import find_dates, resolve_dates
from crawler.normalise.echoes import without_echoes
from crawler.normalise.identity import article_id, content_hash
from crawler.normalise.images import read_images
from crawler.normalise.languages import resolve_language
from crawler.normalise.legible import legible_byline, legible_image
from crawler.normalise.notes import noted, tally, undated
from crawler.normalise.quotes import based_on
from crawler.normalise.teasers import read_teasers

Changes = dict[str, Any]
Step = Callable[[Article], Changes]

WEAK_BODY = 200
"""Characters below which a body is reported as weak: the shortest news of the annotated pages has 260."""


def facts(article: Article) -> Changes:
    """Set headline, kicker, standfirst, language, publisher and section; later steps read by them.

    What a page gave that holds no article is left out: its line has the reason and no text of some other thing.
    """
    evidence = _evidence(article)
    if evidence.reason is not None:
        evidence = Evidence(site=evidence.site, context=evidence.context, reason=evidence.reason)
    headline = plain_facts.choose(evidence.of("headline"))
    kicker, sections = plain_facts.above(
        evidence.of("alternative_headline"), evidence.of("article_section"), evidence.context.url
    )
    description = plain_facts.choose(plain_facts.unlike(evidence.of("description"), headline.value))
    text = " ".join(block.text for block in evidence.body)
    language, language_source = resolve_language(evidence.of("in_language"), text)
    publisher, publisher_source = plain_facts.publisher(evidence.of("publisher"), evidence.site, evidence.context)
    context = replace(evidence.context, language=language, headline=headline.value)
    if publisher.name not in context.publishers:
        context = replace(context, publishers=(*context.publishers, publisher.name))
    sources = {
        "headline": headline.source,
        "description": description.source,
        "inLanguage": language_source,
        "publisher": publisher_source,
        "articleSection": sections[0].source if sections else None,
    }
    return {
        "headline": headline.value,
        "alternative_headline": kicker.value,
        "description": description.value,
        "in_language": language,
        "publisher": publisher,
        "article_section": plain_facts.distinct(sections),
        "evidence": replace(evidence, context=context),
        "metadata": replace(
            noted(article.metadata, sources=sources, conflicts=headline.conflicts),
            extractor=Extractor(__version__, evidence.site.name or None),
        ),
    }


def dateline(article: Article) -> Changes:
    """Read the dateline of the first paragraph, take the house's own mark off, then lay the body out."""
    evidence = without_echoes(_evidence(article))
    found, blocks = _cut_dateline(evidence.body, evidence.context)
    body = lay_out(blocks)
    changes: Changes = {
        "article_body": body.text,
        "headings": body.headings,
        "corrections": body.corrections,
        "word_count": body.word_count if body.text else None,
        "is_based_on": based_on(body.text or ""),
        "evidence": replace(
            evidence,
            body=blocks,
            images=tuple(replace(image, position=body.position(image.position)) for image in evidence.images),
            candidates=(*evidence.candidates, *_dateline_credits(found)),
        ),
    }
    sources = {"articleBody": _body_source(evidence), "dateline": _body_source(evidence) if found else None}
    if found is not None:
        changes["dateline"] = found.text
        if found.section and not article.article_section:
            changes["article_section"] = (found.section,)
            sources["articleSection"] = _body_source(evidence)
    changes["metadata"] = noted(article.metadata, sources=sources)
    return changes


def byline(article: Article) -> Changes:
    """Decide authors, contributors and agencies."""
    evidence = _evidence(article)
    decision = legible_byline(resolve_byline(evidence.of("byline"), evidence.context))
    messages = {"authors": decision.messages or (() if decision.authors else ("no byline on the page",))}
    return {
        "byline": decision.byline,
        "authors": decision.authors,
        "contributors": decision.contributors,
        "source_organization": decision.source_organization,
        "is_based_on": tuple(dict.fromkeys((*article.is_based_on, *decision.is_based_on))),
        "metadata": noted(
            article.metadata, sources={"authors": decision.source}, conflicts=decision.conflicts, messages=messages
        ),
    }


def credit(article: Article) -> Changes:
    """Part captions from credits and read the credits."""
    evidence = _evidence(article)
    images = tuple(map(legible_image, read_images(evidence.images, evidence.context)))
    sources = {"images": _body_source(evidence) if images else None}
    return {"images": images, "metadata": noted(article.metadata, sources=sources)}


def teaser(article: Article) -> Changes:
    """Clean the teasers and tell their kinds apart."""
    evidence = _evidence(article)
    teasers = read_teasers(evidence.blocks, replace(evidence.context, subjects=article.keywords))
    sources = {"relatedArticles": _body_source(evidence) if teasers else None}
    return {"related_articles": teasers, "metadata": noted(article.metadata, sources=sources)}


def date(article: Article) -> Changes:
    """Decide when it was published and changed; list the dates that the body only mentions."""
    evidence = _evidence(article)
    decision = resolve_dates((*evidence.of("date_published"), *evidence.of("date_modified")), evidence.context)
    paragraphs = enumerate((article.article_body or "").split("\n\n"))
    mentions = tuple(
        DateMention(mention.raw, mention.date, position)
        for position, paragraph in paragraphs
        for mention in find_dates(paragraph, evidence.context)
    )
    messages = decision.messages
    if decision.date_published is None and not messages:
        messages = (undated(mentions, article.related_articles),)
    return {
        "date_published": decision.date_published,
        "date_published_raw": decision.date_published_raw,
        "date_published_precision": decision.precision,
        "date_modified": decision.date_modified,
        "date_modified_raw": decision.date_modified_raw,
        "timezone": decision.timezone,
        "metadata": replace(
            noted(
                article.metadata,
                sources={"datePublished": decision.source},
                conflicts=decision.conflicts,
                messages={"datePublished": messages},
            ),
            date_mentions=mentions,
        ),
    }


def identity(article: Article) -> Changes:
    """Give the id that survives every address, and the hash of the own content."""
    evidence = _evidence(article)
    canonical = plain_facts.choose(evidence.of("canonical_url")).value or article.canonical_url
    return {
        "canonical_url": canonical,
        "id": article_id(site=evidence.site, url=article.url, canonical=canonical),
        "revision": replace(article.revision, content_hash=content_hash(article)),
    }


def check(article: Article) -> Changes:
    """Close the ledger and hold the line against its schema; what is wrong stands in ``validation_messages``."""
    evidence = _evidence(article)
    ledger = evidence.ledger
    messages: dict[str, tuple[str, ...]] = {"line": faults(to_dict(article))}
    if evidence.reason:
        messages["page"] = (evidence.reason,)
    if ledger.unassigned:
        messages["articleBody"] = tuple(f"assigned to no field: {text}" for text in ledger.unassigned)
    metadata = replace(
        noted(article.metadata, messages=messages),
        discarded=tally(ledger.thrown),
        text_accounting=TextAccounting(ledger.blocks, ledger.assigned, len(ledger.thrown), len(ledger.unassigned)),
    )
    return {"metadata": metadata}


def weaknesses(article: Article) -> tuple[str, ...]:
    """Name what a reader would miss on the line: headline, body, date, authors, or text that no field took."""
    accounting = article.metadata.text_accounting
    weak = {
        "headline": not article.headline,
        "articleBody": len(article.article_body or "") < WEAK_BODY,
        "datePublished": article.date_published is None,
        "authors": not article.authors,
        "unassigned": accounting is not None and accounting.unassigned > 0,
        "line": "line" in article.metadata.validation_messages,
    }
    return tuple(name for name, is_weak in weak.items() if is_weak)


STEPS: tuple[Step, ...] = (facts, dateline, byline, credit, teaser, date, identity, check)


def finish(article: Article) -> Article:
    """Run all steps over an extracted article, in place, and give it back."""
    for step in STEPS:
        article.update(step(article))
    return article


def _evidence(article: Article) -> Evidence:
    return article.evidence or Evidence()


def _body_source(evidence: Evidence) -> str:
    return "text" if any(c.source == "text" and c.field == "headline" for c in evidence.candidates) else "dom"


def _cut_dateline(blocks: Sequence[BodyBlock], context: Context) -> tuple[Dateline | None, tuple[BodyBlock, ...]]:
    first = next((n for n, block in enumerate(blocks) if block.kind == "paragraph"), None)
    if first is None:
        return None, tuple(blocks)
    block = blocks[first]
    found, rest = split_dateline(block.text, context, parts=block.parts)
    # A place, agency or date that opens the sentence is the paragraph as printed; the house's mark alone never is.
    if found is None or (rest and (found.city or not (found.outlet or found.section))):
        return found, tuple(blocks)
    return found, (*blocks[:first], replace(block, text=rest), *blocks[first + 1 :])


def _dateline_credits(found: Dateline | None) -> tuple[Candidate, ...]:
    if found is None:
        return ()
    stated = ((found.reporter, "Person"), (found.agency, "Organization"))
    return tuple(Candidate("byline", segments(name), "text", "dateline", kind=kind) for name, kind in stated if name)
