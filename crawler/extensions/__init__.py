"""Scrapy extensions: progress, signals, run record."""
