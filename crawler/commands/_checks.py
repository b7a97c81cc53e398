"""Settings given on the command line, checked before anything runs."""

from __future__ import annotations

from difflib import get_close_matches

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings, default_settings

from crawler import settings as ours

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
    if not isinstance(value, str) or usual is None or isinstance(usual, str):
        return None
    if isinstance(usual, bool):
        return None if value.lower() in _BOOLEANS else f"{name}={value} is neither True nor False"
    try:
        if isinstance(usual, int | float):
            if float(value) < 0:
                return f"{name}={value} is below 0"
        elif isinstance(usual, dict):
            settings.getdict(name)
    except ValueError:
        kind = "number" if isinstance(usual, int | float) else "JSON object"
        return f"{name}={value} is no {kind}"
    return None


def _usual(name: str) -> object:
    return vars(ours).get(name, vars(default_settings).get(name))
