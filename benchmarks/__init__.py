"""Measurements by one command each: accuracy, speed, size of the store."""
