"""Text to value: pure functions, total, idempotent; no I/O, no HTML."""
