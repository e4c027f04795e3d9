"""How fast messages are answered, and what it takes."""
