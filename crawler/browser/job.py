"""What is to be rendered, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from scrapy.http import Headers, Response

JOB = "browser"
"""Meta key of a request that is to be answered with a rendered page, and of that answer's request."""


_BODILY = ("etag", "last-modified", "content-encoding", "content-length", "content-md5", "transfer-encoding", "set-cookie")
"""Headers that speak of the bytes that came, not of the page."""


def headers_for(static: Response, charset: str) -> Headers:
    """Give the headers of what stands in for a page: its own but for those that are true of its bytes alone."""
    kept = {name: values for name, values in static.headers.items() if name.decode("latin-1").lower() not in _BODILY}
    return Headers({**kept, b"Content-Type": [f"text/html; charset={charset}".encode()]})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer in JSON that the page's script asked for: an interface that may be asked directly next time."""

    method: str
    url: str
    form: str
    body: bytes


@dataclass(slots=True, kw_only=True)
class Job:
    """A page to be rendered.

    ``static`` is the page as it came without a browser: it is what the browser is given, so nothing is fetched twice.
    ``goes_on`` is asked with the page as it stands whether more is to be loaded by scrolling or clicking; ``None``: as it is.
    ``cut`` says that the list was left before its end, ``answers`` what script asked for.
    """

    static: Response
    goes_on: Callable[[str], bool] | None = None
    cut: bool = False
    answers: list[Answer] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The page's address."""
        return self.static.url
