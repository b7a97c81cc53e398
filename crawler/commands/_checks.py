"""Settings given on the command line, checked before anything runs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings, default_settings

from crawler import settings as ours
from crawler.site import RENDER
from crawler.store.packing import SUFFIXES

_BOOLEANS = frozenset({"0", "1", "true", "false"})


def wrong_setting(settings: BaseSettings) -> str | None:
    """Say what is wrong with the first wrong ``-s NAME=VALUE``; ``None`` where all can be meant."""
    given = (name for name in settings if settings.getpriority(name) == SETTINGS_PRIORITIES["cmdline"])
    return next((fault for name in given if (fault := _wrong_name(name) or _wrong_value(name, settings))), None)


def _wrong_name(name: str) -> str | None:
    known = (*default_settings.__all__, *(each for each in vars(ours) if each.isupper()))
    if name in known:
        return None
    hint = "".join(f"; did you mean {guess}?" for guess in get_close_matches(name, known, 1))
    return f"unknown setting {name}{hint or '; see crawler/settings.py'}"


def _wrong_value(name: str, settings: BaseSettings) -> str | None:
    """Compare with the kind of the value that the setting has by default."""
    usual = _usual(name)
    value = settings.get(name)
    if (check := _CHECKS.get(name)) is not None:
        return check(value, settings)
    if not isinstance(value, str) or usual is None or isinstance(usual, str):
        return None
    if isinstance(usual, bool):
        return None if value.lower() in _BOOLEANS else f"{name}={value} is neither True nor False"
    try:
        if isinstance(usual, int | float):
            if not float(value) >= 0:
                return f"{name}={value} is not 0 or more"
        elif isinstance(usual, dict):
            settings.getdict(name)
    except ValueError:
        kind = "number" if isinstance(usual, int | float) else "JSON object"
        return f"{name}={value} is no {kind}"
    return None


def _data_dir(value: object, _: BaseSettings) -> str | None:
    return None if value else "DATA_DIR is empty; give the folder that holds the installation's data"


def _render(value: object, _: BaseSettings) -> str | None:
    return None if value in RENDER else f"BROWSER_RENDER={value}: allowed: {', '.join(RENDER)}"


def _log_level(value: object, _: BaseSettings) -> str | None:
    known = value in logging.getLevelNamesMapping()
    return None if known else f"LOG_LEVEL={value} is no level; allowed: DEBUG, INFO, WARNING, ERROR, CRITICAL"


def _log_file(value: object, settings: BaseSettings) -> str | None:
    """The file is opened for a moment, as the log would be."""
    try:
        with Path(str(value)).open("a", encoding=settings.get("LOG_ENCODING")):
            return None
    except (LookupError, OSError, ValueError) as error:
        return f"LOG_FILE={value} cannot be written: {getattr(error, 'strerror', None) or error}"


def _reactor(value: object, _: BaseSettings) -> str | None:
    needed = default_settings.TWISTED_REACTOR
    return None if value == needed else f"TWISTED_REACTOR={value} does not do; the crawler runs on {needed}"


def _compression(value: object, _: BaseSettings) -> str | None:
    allowed = [str(kind) for kind in SUFFIXES if kind]
    known = not value or value in allowed
    return None if known else f"ARTICLES_COMPRESSION={value} is unknown; allowed: {', '.join(allowed)}, or nothing"


_CHECKS: dict[str, Callable[[object, BaseSettings], str | None]] = {
    "ARTICLES_COMPRESSION": _compression,
    "BROWSER_RENDER": _render,
    "DATA_DIR": _data_dir,
    "LOG_FILE": _log_file,
    "LOG_LEVEL": _log_level,
    "TWISTED_REACTOR": _reactor,
}


def _usual(name: str) -> object:
    return vars(ours).get(name, vars(default_settings).get(name))
