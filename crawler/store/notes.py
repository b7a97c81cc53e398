"""Small facts that glue code keeps between runs: baselines, section states, what a site has taught."""

from __future__ import annotations

from typing import Any

import orjson

from crawler.store.database import Database, Statement


class Notes:
    """JSON values by name; ``spider/section/what`` is a good name. For little and rare things: each is one row."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str, default: Any = None) -> Any:
        """Give a committed note, or ``default``."""
        row = self._database.row("SELECT value FROM note WHERE name = ?", (name,))
        return orjson.loads(row[0]) if row else default

    def put(self, name: str, value: Any) -> list[Statement]:
        """Give the statements that keep a note; ``None`` removes it."""
        if value is None:
            return [("DELETE FROM note WHERE name = ?", (name,))]
        return [("INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)", (name, orjson.dumps(value).decode()))]
