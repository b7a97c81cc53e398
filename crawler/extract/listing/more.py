"""Requests that give the further cards of a list without a page of their own: "load more".

Stated by the page: the settings of its script (``load_more().setup({url: …, page: 2, …})``), the data attributes of its
button, WordPress' ``admin-ajax.php`` and ``wp-json``. Or declared by the site in one line::

    POST https://www.example.org/request/load-more channel={section}&page={page}&record_count=12
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from crawler.extract.page.document import Document, text_of
from crawler.extract.stated.scripts import Settings, ajax_settings, script_settings
from crawler.extract.stated.states import asked_with, cursor_in, endpoint_in, next_number, states
from crawler.normalise.hosts import registered_domain
from crawler.normalise.lexicon import rows

_PLACE = re.compile(r"\{([a-z0-9]+)\}")
PLACES = frozenset({"page", "page0", "offset", "section", "channel", "subchannel", "last", "cursor"})
"""What a request may count by: pages from 1 or from 0, cards so far, the section's path and its two words ("all" for one
that is not there), the date of the last card, or where the answer before says that it ended."""
_COUNTERS = {"page": "page", "paged": "page", "current_page": "page", "pagenum": "page", "halaman": "page", "p": "page"}
_OFFSETS = frozenset({"offset", "start", "skip", "from"})
_BUTTONS = "[data-url], [data-ajax-url], [data-ajax], [data-load-more-url], [data-loadmore-url], [data-endpoint], [data-href]"
_ADDRESSES = ("data-load-more-url", "data-loadmore-url", "data-ajax-url", "data-url", "data-endpoint", "data-href", "data-ajax")
_NOT_SENT = frozenset({"method", "type", "target", "container", "selector", "toggle", "text", "loading"})
_MORE = re.compile(r"more|lainnya|older|next|mehr|loadmore", re.IGNORECASE)
_MOST_BUTTONS = 50
_PER_PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadMore:
    """A request for further cards; ``url`` and the values of ``form`` hold the places ``PLACES``.

    ``page`` is the number of the page asked for, ``offset`` the cards before it, ``last`` the date of the last of them.
    """

    url: str
    form: tuple[tuple[str, str], ...] = ()
    method: str = "POST"
    page: int = 2
    offset: int = 0
    section: str = ""
    last: str = ""
    cursor: str = ""

    @property
    def address(self) -> str:
        """The address with its places filled."""
        return self._filled(self.url)

    @property
    def body(self) -> str:
        """The form as it is sent; empty for GET."""
        return urlencode([(name, self._filled(value)) for name, value in self.form])

    @property
    def key(self) -> str:
        """What tells this request from all others of a list."""
        return f"{self.method} {self.address} {self.body}".rstrip()

    def following(self, cards: int, *, last: str | None = None, cursor: str | None = None) -> LoadMore | None:
        """The request after an answer with so many cards; ``None`` where it counts by a cursor and the answer gave none."""
        if cursor is None and "{cursor}" in f"{self.url}{self.form}":
            return None
        return replace(self, page=self.page + 1, offset=self.offset + cards, last=last or self.last, cursor=cursor or "")

    def _filled(self, text: str) -> str:
        channel, subchannel = (*filter(None, self.section.split("/")), "all", "all")[:2]
        values = {
            "channel": channel,
            "subchannel": subchannel,
            "page": self.page,
            "page0": self.page - 1,
            "offset": self.offset,
            "section": self.section,
            "last": self.last,
            "cursor": self.cursor,
        }
        return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), text)


def declared_more(declared: str, url: str, *, cards: int = 0, last: str | None = None, cursor: str = "") -> LoadMore:
    """Read what a site declares, for the list at ``url``; ``ValueError`` for what cannot be meant."""
    method, _, rest = declared.strip().partition(" ")
    if method not in ("GET", "POST"):
        raise ValueError(f"{declared!r} begins with neither GET nor POST")
    address, _, form = rest.strip().partition(" ")
    unknown = set(_PLACE.findall(rest)) - PLACES
    if unknown or not address.startswith(("https://", "http://", "/")):
        raise ValueError(
            f"{declared!r}: {', '.join(sorted(unknown)) or address!r} is unknown; places: {', '.join(sorted(PLACES))}"
        )
    pairs = (pair.partition("=") for pair in form.strip().split("&") if pair)
    return LoadMore(
        url=urljoin(url, address),
        form=tuple((name, value) for name, _, value in pairs),
        method=method,
        offset=cards,
        section=urlsplit(url).path.strip("/"),
        last=last or "",
        cursor=cursor,
    )


def find_more(document: Document, *, cards: int = 0) -> LoadMore | None:
    """What the page itself states; ``None`` where it states nothing, or only addresses of other sites."""
    site = registered_domain(document.url)
    for settings in (*script_settings(document), *_buttons(document), *ajax_settings(document)):
        address = document.absolute(settings.url)
        if address is not None and registered_domain(address) == site:
            return _counted(settings, address, cards)
    return None


def state_more(document: Document, *, cards: int = 0) -> LoadMore | None:
    """What the state of a page says: its interface with a cursor or a number, else the page itself with the next number."""
    for data in states(document):
        address, cursor, number = endpoint_in(data, document), cursor_in(data), next_number(data)
        if address is not None and cursor is not None:
            return LoadMore(url=asked_with(address, cursor[0], "{cursor}"), method="GET", offset=cards, cursor=cursor[1])
        if number is not None:
            counted = asked_with(address or document.url, "page", "{page}")
            return LoadMore(url=counted, method="GET", page=number, offset=cards)
    return None


def stated_cursor(document: Document) -> str:
    """Where the list of a page ended, as its state says; empty where it does not."""
    return next((found[1] for data in states(document) if (found := cursor_in(data)) is not None), "")


def wordpress_more(document: Document, *, cards: int = 0) -> LoadMore | None:
    """The list of a WordPress site by its interface: of the category that the page names, else of the whole site."""
    root = document.first("link[rel='https://api.w.org/'][href]")
    address = document.absolute(root.attributes.get("href")) if root is not None else None
    if address is None or registered_domain(address) != registered_domain(document.url):
        return None
    group = next(filter(None, (_CATEGORY.search(node.attributes["href"] or "") for node in document.css(_JSON_VIEW))), None)
    narrowed = f"&{group[1]}={group[2]}" if group else ""
    query = f"per_page={_PER_PAGE}&offset={{offset}}{narrowed}&_fields=link,title,date_gmt,modified_gmt,excerpt"
    joint = "&" if "?" in address else "?"
    return LoadMore(url=f"{address.rstrip('/')}/wp/v2/posts{joint}{query}", method="GET", offset=cards)


_JSON_VIEW = "link[rel='alternate'][type='application/json'][href]"
_CATEGORY = re.compile(r"/wp/v2/(categories|tags)/(\d+)$")


def _counted(settings: Settings, address: str, cards: int) -> LoadMore:
    """Replace the number that counts by its place."""
    page, form = 2, []
    for name, value in settings.form:
        lower = name.lower()
        if lower in _COUNTERS and value.isdecimal():
            page = int(value) + (not settings.ahead)
            form.append((name if lower != "current_page" else "page", "{page}"))
        elif lower in _OFFSETS and value.isdecimal():
            form.append((name, "{offset}"))
        else:
            form.append((name, value))
    if settings.method == "GET":
        joint = "&" if "?" in address else "?"
        query = urlencode(form, safe="{}")
        return LoadMore(url=address + (f"{joint}{query}" if query else ""), method="GET", page=page, offset=cards)
    return LoadMore(url=address, form=tuple(form), page=page, offset=cards)


def seen_request(method: str, url: str, form: str) -> LoadMore | None:
    """A request that a page's script was seen to make, with its counting numbers as places; ``None`` where it sends JSON."""
    if form.lstrip()[:1] in ("{", "["):
        return None
    parts = urlsplit(url)
    pairs = [*parse_qsl(parts.query, keep_blank_values=True), *parse_qsl(form, keep_blank_values=True)]
    bare = Settings(url=parts._replace(query="", fragment="").geturl(), form=tuple(pairs), method=method, ahead=True)
    return _counted(bare, bare.url, 0)


def _buttons(document: Document) -> Iterator[Settings]:
    """Buttons for more that carry an address and a number to count on."""
    for node in document.css(_BUTTONS)[:_MOST_BUTTONS]:
        attributes = {name: value or "" for name, value in node.attributes.items()}
        name = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if not _MORE.search(name) and text_of(node).casefold() not in spoken():
            continue
        address = next((attributes[key] for key in _ADDRESSES if attributes.get(key, "").startswith(("/", "http", "?"))), None)
        given = {key[5:].replace("-", "_"): value for key, value in attributes.items() if key.startswith("data-")}
        form = [(key, value) for key, value in given.items() if f"data-{key.replace('_', '-')}" not in _ADDRESSES]
        ahead = [(key.removeprefix("next_"), value) for key, value in form if key.startswith("next_")]
        form = ahead + [(key, value) for key, value in form if not key.startswith("next_") and key not in _NOT_SENT]
        if address is not None and any(_counts(key, value) for key, value in form):
            method = "POST" if given.get("method", given.get("type", "")).lower() == "post" else "GET"
            yield Settings(url=address, form=tuple(form), method=method, ahead=bool(ahead))


def _counts(name: str, value: str) -> bool:
    return value.isdecimal() and (name.lower() in _COUNTERS or name.lower() in _OFFSETS)


@cache
def spoken() -> frozenset[str]:
    """What buttons and links for more of a list say, case-folded."""
    return frozenset(row[0] for row in rows("listing_pager") if row[1] in ("text", "next"))
