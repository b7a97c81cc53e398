"""The sites, one a file, and the spider they share."""
