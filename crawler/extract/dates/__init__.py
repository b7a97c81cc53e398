"""The dates that a page prints around its article."""
