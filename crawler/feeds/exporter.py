"""Scrapy's JSON Lines exporter with our line: used by ``-o FILE`` and ``-O FILE``."""

from __future__ import annotations

from typing import Any, BinaryIO

from itemadapter import ItemAdapter
from scrapy.exporters import BaseItemExporter

from crawler.items import Article
from crawler.line import encode, to_line


class LineExporter(BaseItemExporter):
    """Write one line an item; an item that is no article is written as its plain dict.

    Field selection and the serialisers of ``BaseItemExporter`` are not applied: the line is a contract.
    """

    def __init__(self, file: BinaryIO, **options: Any) -> None:
        super().__init__(dont_fail=True, **options)
        self.file = file

    def export_item(self, item: Any) -> None:
        """Write the item's line; raises ``OSError`` where the file cannot be written."""
        line = to_line(item) if isinstance(item, Article) else encode(ItemAdapter(item).asdict())
        self.file.write(line + b"\n")
