"""Teasers: what a promo block announces, of which kind, and each article once."""

from crawler.normalise.teasers.deciding import heading_kind, read_teasers, starts_with_label

__all__ = ["heading_kind", "read_teasers", "starts_with_label"]
