"""Captions and credits parted, first as the markup parts them, then by the shape of the text."""

from crawler.normalise.captions.parting import caption_usage, split_caption

__all__ = ["caption_usage", "split_caption"]
