"""Blocks that promote other articles, claimed before any text of the article is read."""
