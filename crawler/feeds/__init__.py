"""The feed: an article becomes a line."""
