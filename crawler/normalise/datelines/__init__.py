"""The dateline: who filed the story where and when, printed before its first sentence."""

from crawler.normalise.datelines.reading import Dateline, split_dateline

__all__ = ["Dateline", "split_dateline"]
