"""A message as text: folded, broken into sentences, its language, its numbers."""
