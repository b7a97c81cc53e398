"""Headline, kicker and standfirst as printed."""
