"""Item pipelines: each hands one field on to a pure function."""
