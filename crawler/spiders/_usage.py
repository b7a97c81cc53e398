"""What pages say may be done with them, as a spider meets it."""

from __future__ import annotations

from collections.abc import Iterable

from scrapy.http import Response
from scrapy.settings import BaseSettings

from crawler.items import Article
from crawler.manners.reservation import NOTHING_SAID
from crawler.manners.usage import Policy, Usage, read_usage
from crawler.middlewares.rights import RESERVATION
from crawler.middlewares.robots import plain_headers

_METAS = {"tdm_reservation": "tdm-reservation", "tdm_policy": "tdm-policy"}


def policy_of(settings: BaseSettings) -> Policy:
    """The policy that the settings state."""
    return Policy(
        agents=settings.get("ROBOTSTXT_USER_AGENT") or settings["USER_AGENT"],
        directives=frozenset(settings.getlist("PAGE_DIRECTIVES_OBEY")),
        reservation=settings.getbool("TDM_RESERVATION_OBEY"),
    )


def usage_of_article(article: Article, response: Response, policy: Policy) -> Usage:
    """What an article's page, its headers and its site's files say."""
    candidates = article.evidence.candidates if article.evidence else ()
    metas = [(c.key.removeprefix("meta:"), c.text) for c in candidates if c.field == "robots"]
    metas += [(_METAS[c.field], c.text) for c in candidates if c.field in _METAS]
    return _usage(response, metas, policy)


def usage_of_list(metas: Iterable[tuple[str, str]], response: Response, policy: Policy) -> Usage:
    """What a list and its headers say."""
    return _usage(response, metas, policy)


def _usage(response: Response, metas: Iterable[tuple[str, str]], policy: Policy) -> Usage:
    stated = response.meta.get(RESERVATION) if response.request is not None else None
    return read_usage(tuple(plain_headers(response)), metas, policy, site=stated or NOTHING_SAID)
