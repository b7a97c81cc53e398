"""The pictures of an article: each once, with what is printed beside it."""
