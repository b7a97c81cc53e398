"""History, frontier, outbox and publisher: SQLite and files, no Scrapy."""
