"""The facts of one site, as every room below the spiders may know them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

RENDER = ("never", "auto", "always")
"""When pages go through the browser: ``auto`` where evidence says that they are empty without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is known of a publisher beforehand; the generic reader needs none of it.

    ``name`` is the prefix of article ids (``viva.co.id``). ``domains`` are the registered
    domains the site may be read from. ``publishers`` are its names as printed, the first of
    them is exported as the publisher's name. ``timezone`` is an IANA name. ``native_id`` is a
    pattern whose first group is the site's own article id in a URL; a pattern that does not compile or
    has no group raises ``ValueError``. ``layouts`` correct the generic extractor. ``list_rows`` is CSS of the rows of its
    chronological lists. ``load_more`` declares the requests for a list's further cards (``extract.more``), tried in turn
    where the page states none.
    ``render`` says when pages go through the browser (``RENDER``), ``render_sections`` the same by a section's address.
    """

    name: str
    domains: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    url: str | None = None
    timezone: str | None = None
    language: str | None = None
    date_order: str | None = None
    native_id: str | None = None
    caption_labels: tuple[str, ...] = ()
    list_rows: str | None = None
    load_more: tuple[str, ...] = ()
    render: str | None = None
    render_sections: Mapping[str, str] = field(default_factory=dict)
    layouts: tuple[object, ...] = field(default=())

    def __post_init__(self) -> None:
        if self.native_id is None:
            return
        try:
            groups = re.compile(self.native_id).groups
        except re.error as error:
            raise ValueError(f"native_id of {self.name}: {error}") from error
        if groups < 1:
            raise ValueError(f"native_id of {self.name}: no group in {self.native_id!r}")


NOWHERE = Site(name="")
"""The site of a page of which nothing is known beforehand."""
