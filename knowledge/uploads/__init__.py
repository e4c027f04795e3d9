"""The coaches' own articles: read from files, cut into passages, indexed beside the library and found with reasons."""
