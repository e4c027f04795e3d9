"""The desk's ports over a database."""
