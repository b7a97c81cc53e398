"""Copydesk: a scheduled news crawler that parts bylines, picture credits and teasers from the text."""

__version__ = "1.0.0"
