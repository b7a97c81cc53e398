"""HTML, XML and text to evidence: pure functions over one parse."""
