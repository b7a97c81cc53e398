"""What a line is by its words alone: a credit, a date, an offer, a notice."""
