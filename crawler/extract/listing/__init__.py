"""Section pages, feeds and answers of interfaces as lists of announcements, and the way on from one to the next."""
