"""The library of knowledge: articles, plays and sector packs, embedded, indexed and searched."""
