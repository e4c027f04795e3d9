"""How much of what identifies people the anonymised export takes out."""
