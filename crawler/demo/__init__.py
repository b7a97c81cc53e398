"""The bundled news site, served on loopback."""
