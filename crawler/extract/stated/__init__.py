"""What a page states unseen: JSON-LD, Open Graph, meta names, microdata, the state that it hands to its script."""
