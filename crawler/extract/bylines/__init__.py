"""Where a page prints who wrote the article."""
