"""The file of a new site, from what a look at it has found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from string import Template

from crawler.commands._probe import Probe
from crawler.normalise.hosts import host_of, registered_domain
from crawler.site import Site

TEMPLATE = Path(__file__).parents[1] / "templates" / "spider.txt"
MOST_LINES = 30
_NUMBER = r"\d{5,}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The facts that go into the file."""

    name: str
    title: str
    homepage: str
    sections: tuple[str, ...]
    articles: str | None
    site: Site


def draft(probe: Probe, *, name: str | None = None) -> Draft:
    """Put the facts of a probe together; without sections the front page itself is the one."""
    found = probe.survey
    domain = registered_domain(probe.url) or host_of(probe.url)
    seen = [url for url in found.sections if url in probe.sections] or probe.sections
    articles = found.articles if _fits(found.articles, probe) else None
    native_id = articles.replace(_NUMBER, f"({_NUMBER})", 1) if articles and articles.count(_NUMBER) == 1 else None
    site = Site(
        name=domain,
        domains=(domain,),
        publishers=found.publishers,
        url=probe.url,
        timezone=found.timezone,
        language=found.language,
        native_id=native_id,
    )
    return Draft(
        name=name or _name(domain),
        title=found.publishers[0] if found.publishers else domain,
        homepage=probe.url,
        sections=tuple(seen) or (probe.url,),
        articles=articles,
        site=site,
    )


def written(plan: Draft) -> str:
    """The text of the file, at most ``MOST_LINES`` lines: of many sections the first."""
    facts = {
        "articles": _raw(plan.articles),
        "native_id": _raw(plan.site.native_id),
        "timezone": _quoted(plan.site.timezone),
        "language": _quoted(plan.site.language),
        "publishers": f"({', '.join(map(_text, plan.site.publishers))},)" if plan.site.publishers else None,
    }
    stated = [f"    {name} = {value}" for name, value in facts.items() if value]
    now = datetime.now(UTC)
    template = Template(TEMPLATE.read_text(encoding="utf-8"))
    room = MOST_LINES - len(stated) - (template.template.count("\n") - 2)
    text = template.substitute(
        title=_plain(plan.title),
        day=f"{now:%Y-%m-%d}",
        year=now.year,
        class_name=f"{''.join(part.capitalize() for part in plan.name.split('_'))}Spider",
        host=host_of(plan.homepage),
        name=plan.name,
        domain=plan.site.domains[0],
        homepage=plan.homepage,
        sections="\n".join(f"        {_text(url)}," for url in plan.sections[:room]),
        facts="\n".join(stated),
    )
    return text.rstrip() + "\n"


def _fits(pattern: str | None, probe: Probe) -> bool:
    """Whether a pattern matches what was read as articles, and no section."""
    if pattern is None:
        return False
    matches = [bool(re.search(pattern, page.url)) for page in probe.pages]
    return all(matches) and not any(re.search(pattern, url) for url in probe.sections)


def _name(domain: str) -> str:
    label = re.sub(r"\W", "", domain.partition(".")[0].replace("-", "_")).lower()
    return label if label.isidentifier() else f"site{label}"


def _plain(text: str) -> str:
    return re.sub(r'["\\\s]+', " ", text).strip()


def _text(value: str) -> str:
    """A string as it stands in a file, with the quotes of the others."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _quoted(value: str | None) -> str | None:
    return _text(value) if value else None


def _raw(pattern: str | None) -> str | None:
    return f'r"{pattern}"' if pattern else None
