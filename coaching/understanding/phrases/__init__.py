"""Phrases within a message: nouns, clauses, words for people, what only leads in or trails off."""
