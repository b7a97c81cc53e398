"""The article's own text: the container cut into blocks, and the ledger of everything that stood there."""
