"""The page itself: bytes to one HTML5 parse, laid out flat, and where on it an element stands."""
