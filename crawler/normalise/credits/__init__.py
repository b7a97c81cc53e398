"""Picture credits: who made a picture, who distributes it, where it comes from."""

from crawler.normalise.credits.reading import PictureCredit, bare_credit, parse_credit, read_names

__all__ = ["PictureCredit", "bare_credit", "parse_credit", "read_names"]
